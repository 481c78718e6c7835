"""The day a meeting begins and the day it ends, where they are told apart: "opened on 3 May", "wrapped up on Friday"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores
from dragoman.extract.meetings._grammar import under
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, MeetingKind
from dragoman.model.dates import days
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_ATTRIBUTES = ("acl", "relcl")


def attributes(event: "Token") -> list["Token"]:
    """The verbs that qualify an event: "talks planned for", "the round of talks that", "talks between A and B, which began".

    Neither states nor groups begin or end: what the parse hangs on one of those who meet is said of the meeting.
    """
    own = [child for core in cores(event) for child in core.children if child.dep_ in _ATTRIBUTES]
    own += [verb for verb in _behind(event) if verb not in own]
    met = [party for core in cores(event) for party in under(core, "between", "with", "of")]
    met += [child for party in met for child in party.children if child.dep_ == "conj"]
    return own + [c for party in met for c in party.children if c.dep_ == "relcl" and edge_of(c) and _is_of_thing(c)]


def _behind(event: "Token") -> Iterator["Token"]:
    """ "At the first round, held in Doha on Friday, the two agreed": the parse often hangs "held" on "agreed"."""
    for verb in event.doc[event.i + 1 : event.i + 3]:
        if verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in ("hold", "convene"):
            yield verb
        if verb.lower_ != ",":
            return


def _is_of_thing(clause: "Token") -> bool:
    """ "which began on Monday"; a state is what "which began its offensive on Monday" tells of."""
    does = any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in clause.children)
    return not does and any(child.lower_ in ("which", "that") for child in clause.children)


def side_told(event: Event) -> str | None:
    """Whether a date tells the beginning alone ("talks could restart in November") or the end alone ("broke up on Saturday")."""
    if event.is_verb or event.kind is MeetingKind.VISIT:
        return None
    told = [edge_of(_governed(verb)) for verb in (*attributes(event.token), predicate(event.token))]
    return next((edge for edge in told if edge), None)


def edges(draft: Draft, event: Event, dates: Sequence[DateMention]) -> tuple[str, str] | None:
    """The first and the last day where a clause tells both: "which began on Monday, ended on Thursday"."""
    if event.is_verb or event.kind is MeetingKind.VISIT or len(dates) < 2:
        return None
    told: dict[str, str] = {}
    for date in dates:
        words = draft.doc.char_span(*date.span, alignment_mode="expand")
        edge = edge_of(predicate(words.root)) if words is not None else None
        if edge and date.value:
            told.setdefault(edge, date.value)
    if len(told) < 2 or days(told["start"]).first > days(told["end"]).last:
        return None
    return told["start"], told["end"]


def _governed(verb: "Token") -> "Token":
    """The verb of an attribute, past those that only plan it: of "talks expected to start" it is "start"."""
    ready = next((child for child in verb.children if child.dep_ == "acomp"), verb)  # "are due to begin"
    return next((child for child in (*ready.children, *verb.children) if child.dep_ == "xcomp"), verb)


def edge_of(verb: "Token") -> str | None:
    """Which side of a meeting a verb tells: "begin", "end", "draw to a close"."""
    lists, lemma = meeting_words().lists, verb.lemma_.lower()
    if lemma in lists["beginning"]:
        return "start"
    closed = lemma in lists["drawing"] and any(obj.lemma_.lower() in lists["closes"] for obj in under(verb, "to"))
    return "end" if closed or lemma in lists["ending"] else None
