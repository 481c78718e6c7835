"""Of which kind, which round, on what."""

import re
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores, is_elliptic
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._level import offices
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import ActorKind, Level, MeetingKind
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOPIC_WORDS = 9  # a topic is a short phrase; a longer one is a clause that went astray
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def kind(
    draft: Draft, event: Event, at: Level | None, people: tuple[str, ...], parties: tuple[str, ...]
) -> MeetingKind:
    """Heads of state and government in person make talks a summit; talks "at presidential level" need not be that.

    A body that meets by itself confers: "the agency's board will meet", "the G7 ministers met".
    """
    lists = meeting_words().lists
    alone = len(parties) == 1 and len(people) < 2 and not any(under(core, "with") for core in cores(event.token))
    alone = alone and not is_joined(event)
    if event.kind is MeetingKind.TALKS and alone and _is_body(draft, parties[0]):
        return MeetingKind.CONFERENCE
    if event.kind is not MeetingKind.TALKS or at is not Level.LEADERS or event.modifiers & lists["at_level"]:
        return event.kind
    titles = offices(draft, people)
    return MeetingKind.SUMMIT if all(title in lists["heads"] for title in titles) else MeetingKind.TALKS


def is_joined(event: Event) -> bool:
    """ "will attend the talks", "convened by the body": of talks that somebody comes to or calls, not his own alone."""
    token, verb = event.token, predicate(event.token)
    lists = meeting_words().lists
    called = any(child.dep_ == "acl" and child.lemma_ in lists["mediating"] for child in token.children)
    return called or (not event.is_verb and verb != token and verb.lemma_ in lists["joining"])


def _is_body(draft: Draft, name: str) -> bool:
    bodies = (mention for mention in draft.actors if mention.kind is ActorKind.ORGANISATION)
    return any(name in (mention.name, mention.actor) for mention in bodies)


def rounds(event: Event) -> list[int]:
    """The ordinal of a round, or of each of several: "the first two rounds" are 1 and 2."""
    words, lemma = meeting_words(), event.token.lemma_.lower()
    if not event.is_verb and is_elliptic(event.token):
        told = (event.token.lower_, *(child.lower_ for child in event.token.children))
        return [number for word in told if (number := _ordinal(word))][:1]
    if event.is_verb or lemma not in words.lists["counted"]:
        return []
    near = [child for child in event.token.children if child.i < event.token.i]
    ordinal = next((_ordinal(child.lower_) for child in near if _ordinal(child.lower_)), None)
    if ordinal is None:
        return []
    number = next((_count(child.lower_) for child in near if child.pos_ == "NUM"), None)
    if ordinal == 1 and number and number <= len(words.ordinal):
        return list(range(1, number + 1))
    # "a second meeting between A and B" may be of others, "the second", "their second" and "a second" alone are in a series.
    articles = ("the", "this") if under(event.token, "between", "with", "of") else ("the", "this", "a")
    definite = any(child.dep_ == "poss" or child.lower_ in articles for child in near)
    return [ordinal] if lemma == "round" or (ordinal > 1 and definite) else []


def _ordinal(word: str) -> int | None:
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(match[1])
    return meeting_words().ordinal.get(word)


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _COUNTS.get(word)


def topics(draft: Draft, event: Event) -> tuple[str, ...]:
    """What the meeting is about: short noun phrases after "on", "about", "to discuss"."""
    topical = meeting_words().lists["topical"]
    heads = [obj for word in dict.fromkeys((event.token, predicate(event.token))) for obj in under(word, *topical)]
    heads += [obj for t in event.token.sent if t.lemma_ == "discuss" for obj in t.children if obj.dep_ == "dobj"]
    # "on Monday" and "on the sidelines" are no topics.
    heads = [head for head in heads if head.ent_type_ not in ("DATE", "TIME") and head.pos_ in ("NOUN", "PROPN")]
    skipped = meeting_words().lists["no_topic"] | meeting_words().lists["by_phone"]
    found = [_phrase(draft, head) for head in heads if head.lemma_.lower() not in skipped]
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _phrase(draft: Draft, head: "Token") -> str | None:
    words = [t for t in head.subtree if t.i <= head.i or t.dep_ in ("prep", "pobj", "compound", "amod", "det")]
    words = [t for t in words if head.left_edge.i <= t.i <= head.right_edge.i][:_TOPIC_WORDS]
    while words and words[0].pos_ in ("DET", "PRON"):
        words = words[1:]
    if not words or any(span.value and span.span.start <= words[0].idx < span.span.end for span in draft.dates):
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].strip()
