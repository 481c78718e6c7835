"""Words that speak of a meeting, and those of them that are worth a finding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.lexicon.meetings import meeting_words
from dragoman.model import MeetingKind
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


class Event(NamedTuple):
    """A word that speaks of a meeting, and the kind it speaks of."""

    token: "Token"
    kind: MeetingKind


def events(draft: Draft) -> Iterator[Event]:
    """Event words in the order of the text; "a round of talks" and "held talks" are one event each."""
    words = meeting_words()
    for token in draft.doc:
        lemma = token.lemma_.lower()
        if (
            token.pos_ in ("NOUN", "PROPN")
            and lemma in words.noun
            and not (_is_part(token) or _is_for_the_press(token))
        ):
            yield Event(token, _noun_kind(token, words.noun[lemma]))
        elif token.pos_ == "VERB" and lemma in words.verb and _is_meeting_verb(token, lemma):
            yield Event(token, words.verb[lemma])


def _is_part(token: "Token") -> bool:
    """Whether the noun only says of what a round or session is: "a round of talks", "the talks' venue"."""
    nouns = meeting_words().noun
    if token.dep_ in ("compound", "poss", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
        return True
    preposition = token.head
    return token.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lemma_.lower() in nouns


def _is_for_the_press(token: "Token") -> bool:
    return any(child.lower_ in meeting_words().lists["press"] for child in token.children)


def _noun_kind(token: "Token", kind: MeetingKind) -> MeetingKind:
    near = {child.lower_ for child in token.children}
    if kind is MeetingKind.TALKS and "phone" in near | {"phone"} & near:
        return MeetingKind.CALL
    if token.lemma_.lower() == "conference" and near & {"press", "news", "video"}:
        return MeetingKind.CONFERENCE
    return kind


def _is_meeting_verb(token: "Token", lemma: str) -> bool:
    """ "spoke by phone", "spoke with", "travel to Doha for talks": the plain verbs are of saying and going."""
    prepositions = {child.lower_ for child in token.children if child.dep_ == "prep"}
    if lemma == "speak":
        return bool(prepositions & {"with"}) or "phone" in {t.lower_ for t in token.subtree}
    if lemma in ("talk", "discuss"):
        return "with" in prepositions
    if lemma in ("travel", "arrive"):
        return any(t.lemma_.lower() in meeting_words().noun for child in token.children for t in child.subtree)
    if lemma == "meet":
        return not any(
            child.dep_ == "dobj"
            and child.lemma_
            in (
                "condition",
                "demand",
                "deadline",
                "requirement",
                "need",
                "criterion",
                "goal",
                "obligation",
                "target",
                "standard",
            )
            for child in token.children
        )
    return True
