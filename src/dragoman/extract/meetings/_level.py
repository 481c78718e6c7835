"""At which level those meet who do: by the event's own words, by the offices of who is named, by the nouns for the rest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import ActorKind, ActorMention, Level, MeetingKind
from dragoman.text.draft import Draft
from dragoman.text.parties import bodies_of, conjuncts, mentions_by_root, people_of, title_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICE_REACH = 3  # words around a head that may name an office: "Technical teams", "teams of experts"
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_STYLE_REACH = 2  # words before a name of which the first tells the office: "Amir Sheikh X"
_HEADING = ("chief", "head", "secretary-general", "secretary general", "president", "chairman")
_BY_OFFICE = (Level.LEADERS, Level.MINISTERS)
_SENT = (Level.DELEGATION, Level.TECHNICAL)


def level(draft: Draft, event: Event, people: tuple[str, ...], heads: list["Token"]) -> Level | None:
    """At which level: told by the event's own words, or by the offices of who meets."""
    lists = meeting_words().lists
    if event.kind is MeetingKind.SUMMIT:
        return Level.LEADERS
    own = set(event.modifiers)
    heads = [head for head in heads if head.dep_ not in _MODIFIERS and not _is_owner(head, heads)]
    if not people and heads:
        near = [{t.lower_ for t in head.subtree if abs(t.i - head.i) <= _OFFICE_REACH} for head in heads]
        own |= set.intersection(*near) | (near[0] & lists["technical"])
    titles = offices(draft, people)
    for at in _BY_OFFICE:
        if own & lists[str(at)] or (len(titles) > 1 and all(title in lists[str(at)] for title in titles)):
            return at
    if own & lists["technical"]:
        return Level.TECHNICAL
    by_heads = _of_those_who_meet(draft, heads)
    return Level.DELEGATION if by_heads is None and own & lists["delegation"] else by_heads


def _is_owner(head: "Token", heads: list["Token"]) -> bool:
    """Whether a phrase only says whose people another one names: "the ministers of A, B and C"."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ in ("of", "from") and head.head.head in heads


def offices(draft: Draft, people: tuple[str, ...]) -> list[str]:
    """The title of each person, "" where the text gives none; a counterpart bears that of the other."""
    told: dict[str, list[str]] = {}
    for mention in draft.actors:
        if mention.title and mention.kind is ActorKind.PERSON and mention.name in people:
            told.setdefault(mention.name, []).append(_style(draft, mention))
    known = meeting_words().lists["leaders"] | meeting_words().lists["ministers"]
    titles = [_weightiest(told.get(name, []), known) or name.split()[0].lower() for name in people]
    others = [title for title in titles if title in known]
    return [others[0] if title == "counterpart" and others else title for title in titles]


def _style(draft: Draft, mention: ActorMention) -> str:
    """The title of a name; of "Amir Sheikh X" and "UN chief X" that of one who leads a state or a body."""
    lists, title = meeting_words().lists, str(mention.title)
    words = draft.doc.char_span(*mention.span, alignment_mode="expand")
    if words is not None and title not in lists["leaders"] | lists["ministers"]:
        before = draft.doc[max(0, words.start - _STYLE_REACH) : words.start]
        title = next((t.lower_ for t in before if t.lower_ in lists["heads"]), title)
    return "leader" if title in _HEADING and mention.actor in bodies_of(draft) else title


def _weightiest(titles: list[str], known: frozenset[str]) -> str:
    """The title that tells a level, where a name has several: "Mr X" and "President X"."""
    return next((title for title in titles if title in known), titles[-1] if titles else "")


def _of_those_who_meet(draft: Draft, heads: list["Token"]) -> Level | None:
    """By the noun or the person that each phrase names: "the Iranian team met American negotiators", "X met the emir of Y".

    Those who are sent by one side tell the level where the other is named as a whole ("a delegation of A met with B");
    heads of state and ministers only where each of both sides has one.
    """
    parts = [part for head in heads for part in conjuncts(head)]
    parts = [part for part in parts if part.lemma_.lower() != "counterpart"] or parts  # of the rank of the other
    by_part = [(part, _ranks(draft, part)) for part in parts]
    ranks = [rank for _, own in by_part for rank in own]
    told = {rank for rank in ranks if rank is not None}
    if len(told) != 1:
        return None
    rank = told.pop()
    several = len(ranks) > 1 or len(heads) > len(parts) or any(part.tag_ in ("NNS", "NNPS") for part in parts)
    if rank in _BY_OFFICE:
        return rank if several and None not in ranks else None
    tellers = [part for part, own in by_part if own != [None]]
    if len(tellers) == 1 and tellers[0].pos_ == "PROPN" and people_of(draft, tellers[0]):
        return None  # "they will meet envoy X": who they are is not told here
    return rank if all(own != [None] or _is_whole(draft, part) for part, own in by_part) else None


def _is_whole(draft: Draft, part: "Token") -> bool:
    """Whether a side is named as such, not by one who acts for it."""
    kinds = {mention.kind for mention in mentions_by_root(draft).get(part.i, ())}
    return bool(kinds & {ActorKind.STATE, ActorKind.GROUP}) or part.dep_ in _MODIFIERS


def _ranks(draft: Draft, part: "Token") -> list[Level | None]:
    people = people_of(draft, part)
    if people and part.pos_ == "PROPN":
        return [_rank(title) for title in offices(draft, people)]
    return [next((rank for word in _words_for(part) if (rank := _rank(word)) is not None), None)]


def _words_for(part: "Token") -> Iterator[str]:
    """What a noun calls somebody, with the word before it that makes another office of it: "top diplomat"."""
    yield f"{part.nbor(-1).lower_ if part.i else ''} {part.lemma_.lower()}"
    yield title_of(part)
    yield from (part.lower_, part.lemma_.lower())


def _rank(word: str) -> Level | None:
    lists = meeting_words().lists
    return next((at for at in (*_BY_OFFICE, *reversed(_SENT)) if word in lists[str(at)]), None)
