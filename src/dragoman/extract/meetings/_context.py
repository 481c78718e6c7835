"""What a meeting takes from the text around it: parties told before, the number of "the next round", roles told apart."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, is_elliptic
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, Meeting, MeetingKind, Status
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of, is_body
from dragoman.text.principals import principal_parties
from dragoman.text.quantity import value_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 90  # words back to the subject that names both sides; farther back another matter is told
_MOST_SIDES = 9  # more are a gathering of others
_AHEAD = (Status.PLANNED, Status.PROPOSED, Status.POSTPONED)
_DONE = (Status.HELD, Status.ONGOING)


def parties_before(draft: Draft, event: Event, found: Sequence[Meeting]) -> tuple[str, ...]:
    """The parties of the talks told last, or of the last subject that names two ("Envoys of A and B signed")."""
    token = event.token
    at, pair = next(_pairs(draft, token), (0, ()))
    if pair and any(child.lower_ == "their" for child in token.children):
        return pair
    last = next((m for m in reversed(found) if len(m.parties) > 1 and m.kind is not MeetingKind.VISIT), None)
    if last is None or last.span is None or last.span.end < at:
        return pair
    told = (name for m in found if m.span == last.span and m.kind is last.kind for name in m.parties)
    return tuple(dict.fromkeys(told))


def parties_beside(event: Event, found: Sequence[Meeting]) -> tuple[str, ...]:
    """Of a meeting that names nobody: those of the meeting told before it in the sentence."""
    start = event.token.sent.start_char
    return next((m.parties for m in reversed(found) if m.span and m.span.start >= start and len(m.parties) > 1), ())


def _pairs(draft: Draft, token: "Token") -> Iterator[tuple[int, tuple[str, ...]]]:
    """Two parties or more that act together and where they are told, the nearest before the word first."""
    for before in reversed(draft.doc[max(0, token.i - _REACH) : token.i]):
        if before.dep_ in ("nsubj", "nsubjpass") and before.head.pos_ in ("VERB", "AUX"):
            names = actors_of(draft, before)
            if len(names) > 1 and not is_body(draft, before):
                yield before.idx, names


def pair_of_report(draft: Draft, found: Sequence[Meeting]) -> tuple[str, ...]:
    """The report's two sides, where it tells them together, of a meeting of theirs, or of a group that fights one of them."""
    pair = principal_parties(draft)
    groups = {m.name for m in draft.actors if m.kind is ActorKind.GROUP}
    sure = bool(groups & set(pair)) or any(set(pair) <= set(m.parties) for m in found)
    return pair if sure else principal_parties(draft, opposed=True)


def points_back(event: Event) -> bool:
    """Whether the word points to talks the text knows: "the next round", "a second meeting", "these talks"."""
    if event.is_verb or event.kind is MeetingKind.SUMMIT:
        return False
    if is_elliptic(event.token):
        return True
    near = {child.lower_ for child in event.token.children}
    return bool(near & (meeting_words().lists["again"] | set(meeting_words().ordinal)))


def is_further(event: Event, status: Status) -> bool:
    """Whether one more meeting of known sides is told that lies ahead or was called off, though no more is told of it."""
    near = {child.lower_ for child in event.token.children}
    one_more = near & (meeting_words().lists["following"] | set(meeting_words().ordinal))
    return status not in _DONE and bool(one_more) and points_back(event)


def antecedent(event: Event, place: str | None, country: str | None, found: Sequence[Meeting]) -> Meeting | None:
    """The talks that "these talks" are: the last told, of one place with them where a place is told."""
    if not any(child.lower_ in ("these", "those", "this", "that") for child in event.token.children):
        return None
    talks = [m for m in reversed(found) if m.kind is not MeetingKind.VISIT and len(m.parties) > 1]
    there = (m for m in talks if (place and m.place == place) or (country and m.country == country))
    return next(there, talks[0] if talks else None)


def joined_by(event: Event, parties: Sequence[str], found: Sequence[Meeting]) -> Meeting | None:
    """The talks told last, where somebody of one of their sides is told to have been at "the talks"."""
    definite = any(child.lower_ == "the" for child in event.token.children)
    if event.is_verb or not definite or predicate(event.token).lemma_ not in meeting_words().lists["joining"]:
        return None
    last = next((m for m in reversed(found) if m.kind is not MeetingKind.VISIT and len(m.parties) > 1), None)
    return last if last is not None and len(parties) == 1 and set(parties) <= set(last.parties) else None


def is_faceless(event: Event, heads: Sequence["Token"]) -> bool:
    """Whether those who meet are told by their roles alone: "technical teams will meet", "the ministers agreed to meet"."""
    words = roles()
    return any(
        head.tag_ == "NNS" and head.lemma_.lower() in words.office | words.collective | words.sides for head in heads
    ) or (not heads and event.token.dep_ in ("nsubj", "nsubjpass"))


def goes_on(event: Event) -> bool:
    """Whether talks are told of as going on: "negotiations would continue"."""
    verb = event.token.head
    on = verb.lemma_ == "go" and any(child.lower_ in ("on", "ahead") for child in verb.children)
    return event.token.dep_ == "nsubj" and (on or verb.lemma_ in meeting_words().lists["going_on"])


def names_others(draft: Draft, event: Event, heads: Sequence["Token"]) -> bool:
    """Whether the words name somebody the lexicons do not know, or another meeting: it is not of the sides told before."""
    if any(child.lower_ == "another" for child in event.token.children) and event.kind is MeetingKind.SUMMIT:
        return True
    bodies = roles().collective | roles().office | roles().sides | {"committee", "commission", "council"}
    return any(head.pos_ == "PROPN" and head.lemma_.lower() not in bodies for head in heads)


def is_crowd(heads: Sequence["Token"]) -> bool:
    """ "leaders of some 20 countries", "30 ministers": more than the report's sides can be."""
    words = (word for head in heads for word in head.subtree)
    counts = (word for word in words if word.pos_ == "NUM" and word.head.lemma_.lower() in roles().sides)
    return any((value_of(count) or 0) > _MOST_SIDES for count in counts)


def is_talked_of(event: Event) -> bool:
    """Whether a meeting is what others talk about, who need not be at it: "the two leaders discussed the talks in Doha"."""
    token = event.token
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    own = any(child.dep_ == "poss" for child in event.token.children)
    talking = token.lemma_ in meeting_words().lists["talking"]
    return talking and not (event.is_verb or own or event.token.dep_ in ("nsubj", "nsubjpass"))


def next_rounds(event: Event, status: Status, found: Sequence[Meeting]) -> list[int]:
    """The number that follows from the rounds told before: after the second, "the next round" is the third."""
    near = {child.lower_ for child in event.token.children}
    if event.token.lemma_.lower() != "round" or status not in _AHEAD or not near & meeting_words().lists["following"]:
        return []
    known = [m.round for m in found if m.round and m.status is Status.HELD]
    return [max(known) + 1] if known else []
