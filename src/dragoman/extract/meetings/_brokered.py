"""Talks told by who brings them about and between whom, without a word for a meeting: "Qatar mediated a truce between A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.extract.meetings import _where as where
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._mention import bare, first_value, timed
from dragoman.extract.meetings._roles import third_parties
from dragoman.extract.meetings._status import BY_MOOD, in_time
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import Meeting, MeetingKind, Status
from dragoman.text.clause import Mood, outlook, predicate, tense_of
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of, conjuncts, subject_of
from dragoman.text.sides import sides_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def brokered(draft: Draft, found: Sequence[Meeting]) -> Iterator[Meeting]:
    """One mention for each act of going between two sides, where no meeting of theirs is told in the sentence."""
    lists = meeting_words().lists
    for token in draft.doc:
        lemma = token.lemma_.lower()
        if (token.pos_ == "VERB" and lemma in lists["between"]) or (
            token.pos_ == "NOUN" and lemma in lists["going_between"]
        ):
            meeting = _meeting(draft, token)
            if meeting is not None and not _is_told(meeting, found):
                yield meeting


def _meeting(draft: Draft, token: "Token") -> Meeting | None:
    sides = tuple(dict.fromkeys(name for obj in _between(token) for name in sides_of(draft, obj)))
    through = tuple(name for name in _helpers(draft, token) if name not in sides)
    status = _standing(token)
    if len(sides) < 2 or not through or status is None:
        return None
    event = Event(token, MeetingKind.TALKS)
    dates = where.times(draft, event, ()) if token.pos_ == "VERB" else []
    meeting = replace(bare(draft, event, status), parties=sides, mediators=through)
    return timed(replace(meeting, status=in_time(status, dates, draft.report.published)), None, first_value(dates))


def _between(token: "Token") -> list["Token"]:
    """Whom a word of going between stands between: its own, those of what is brokered or of what it is done in."""
    things = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    things += under(token, "in") + ([token.head] if token.dep_ == "acl" else [])
    things += [token.head.head] if _is_part_played(token) else []
    parts = [part for thing in things for part in conjuncts(thing)]
    parts += [obj for part in parts for obj in under(part, "of")]  # "the exchange of prisoners between"
    return [obj for word in (token, *parts) for obj in under(word, "between")]


def _helpers(draft: Draft, token: "Token") -> tuple[str, ...]:
    told = tuple(third_parties(draft, token))
    if told or (token.pos_ == "NOUN" and not _is_part_played(token)):
        return told
    verb = predicate(token)
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in ("it", "they") and verb.dep_ == "ccomp":
        subject = subject_of(verb.head)  # "Qatar said it had mediated"
    return actors_of(draft, subject) if subject is not None else ()


def _is_part_played(token: "Token") -> bool:
    """ "the role of mediator between A and B"."""
    return token.dep_ == "pobj" and token.head.head.lemma_.lower() in ("role", "part", "position")


def _standing(token: "Token") -> Status | None:
    """What is denied or refused tells of no talks; who tries to bring them about is at it."""
    view = outlook(token)
    if view.negated or view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return None
    if token.pos_ == "NOUN":
        return Status.HELD if view.mood in (Mood.FACT, Mood.NOW) else BY_MOOD[view.mood]
    if view.under(meeting_words().lists["trying"]):
        finite = next((word for word in token.ancestors if word.pos_ in ("VERB", "AUX") and word.tag_ != "VB"), token)
        under_way = finite.tag_ == "VBG" or tense_of(finite) is Mood.NOW
        return Status.ONGOING if under_way else Status.HELD
    return Status.HELD if token.dep_ == "acl" or (token.tag_ == "VBN" and view.mood is Mood.NOW) else BY_MOOD[view.mood]


def _is_told(meeting: Meeting, found: Sequence[Meeting]) -> bool:
    return any(other.span == meeting.span and set(meeting.parties) & set(other.parties) for other in found)
