"""Where a meeting stands, by the way its clause presents it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, journey
from dragoman.lexicon.clause import clause_words
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, Status
from dragoman.model.dates import days
from dragoman.text.clause import Mood, Outlook, outlook, predicate, tense_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRESH = 2  # days within which talks that began are still held
_BY_MOOD = {
    Mood.FACT: Status.HELD,
    Mood.NOW: Status.ONGOING,
    Mood.FUTURE: Status.PLANNED,
    Mood.POSSIBLE: Status.PLANNED,
    Mood.WANTED: Status.PROPOSED,
}


def status_of(event: Event) -> Status | None:
    """The status, or None for what is no meeting: not held, only imagined."""
    view = _view(event)
    called_off = _called_off(event, view)
    if called_off is not None:
        return called_off
    if _is_told_held(event):
        return Status.HELD
    beside = _told_after(event)
    if beside is not None:
        return beside
    if _is_prepared(event):
        return Status.PLANNED
    if (verb := journey(event.token)) is not None:
        return _travelled_for(verb)
    if view.negated:
        return _denied(event, view)
    if event.token.dep_ == "nsubj" and event.token.head.lemma_ in meeting_words().lists["meaning"]:
        return _BY_MOOD[tense_of(event.token.head)]  # "the talks aim to", whatever they aim at
    return _by_clause(event, view)


def _called_off(event: Event, view: Outlook) -> Status | None:
    words, lists = clause_words(), meeting_words().lists
    told = frozenset(t.lemma_.lower() for t in event.token.children if t.dep_ in ("amod", "acl", "relcl"))
    if view.mood is Mood.WANTED and view.under(words.cancelled | words.postponed):
        return Status.PLANNED  # "asked to put off the talks"
    if view.under(words.cancelled) or told & words.cancelled:
        return Status.CANCELLED
    if view.under(frozenset(("suspend",))) and view.mood is Mood.FACT and not _was_set(event):
        return Status.HELD  # talks that somebody suspended are broken off, those that were still to come put off
    if view.under(words.postponed) or told & words.postponed:
        return Status.POSTPONED
    return Status.CANCELLED if _was_set(event) and view.under(lists["quitting"]) else None


def _by_clause(event: Event, view: Outlook) -> Status | None:
    """By the mood of the clause that tells of the event."""
    lists = meeting_words().lists
    if view.under(lists["trend"]) or (view.mood is Mood.CONDITIONAL and (event.is_verb or _is_hypothetical(event))):
        return None
    if view.mood is Mood.CONDITIONAL:
        return Status.PLANNED  # "the second round would be held in August": told of a plan, with no condition
    if view.under(lists["ready"]) and view.mood is not Mood.WANTED:
        return Status.PROPOSED  # "is ready to host talks"
    if view.under(lists["resumption"]) and view.mood in (Mood.FACT, Mood.NOW):
        return Status.ONGOING  # "welcomed the resumption of talks"
    if view.under(lists["background"]) and event.token.dep_ != "nsubj":
        return Status.HELD
    if view.mood is Mood.FACT:
        return _after_the_fact(event, view)
    if view.mood is Mood.NOW and _was_set(event):
        return Status.PLANNED  # "has another summit planned"
    return _BY_MOOD[view.mood]


def _view(event: Event) -> Outlook:
    """How the event is presented; of one told beside an act ("agreed at a summit"), how the act is."""
    token = event.token
    act = token.head.head
    if token.dep_ == "pobj" and act.pos_ == "VERB" and token.head.lower_ in _beside(act):
        return outlook(act)
    return outlook(token)


def _beside(act: "Token") -> tuple[str, ...]:
    """Prepositions by which a meeting is the scene of an act: "urged in a call", but not "engaged in talks"."""
    own = act.lemma_ in meeting_words().lists["light"] | meeting_words().lists["dealing"]
    return ("at", "during", "following") if own else ("at", "during", "following", "in")


def _is_told_held(event: Event) -> bool:
    """ "the dialogue held on 7 July", "the talks, which ended on Thursday, aim to"; not "talks to be held"."""
    held = (c for c in event.token.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in ("hold", "convene"))
    over = (c for c in event.token.children if c.dep_ == "relcl" and c.tag_ == "VBD")
    return any(not any(c.dep_ in ("aux", "auxpass") for c in verb.children) for verb in held) or any(
        verb.lemma_ in meeting_words().lists["ending"] for verb in over
    )


def _told_after(event: Event) -> Status | None:
    """What something else is told after is over, or to come with it: "agreed after talks", "will sign after talks"."""
    words = meeting_words().lists["afterwards"]
    node = event.token
    while node.head != node:
        if any(child.dep_ == "mark" and child.lower_ in words for child in node.children):
            return Status.HELD if _has_taken_place(node) else None
        node = node.head
        if node.lower_ in words and node.dep_ == "prep":
            return Status.PLANNED if _is_to_come(predicate(node)) else Status.HELD
    return None


def _has_taken_place(verb: "Token") -> bool:
    view = outlook(verb)
    return view.mood in (Mood.FACT, Mood.NOW) and not view.negated


def _is_to_come(act: "Token") -> bool:
    """Whether what is told with the meeting lies ahead itself; an agreement is made, whatever it is about."""
    return outlook(act).mood in (Mood.FUTURE, Mood.POSSIBLE, Mood.CONDITIONAL) and not _is_agreed(act)


def _is_agreed(act: "Token") -> bool:
    return act.lemma_ == "agree" or (act.dep_ == "xcomp" and act.head.lemma_ == "agree" and act.head.tag_ != "VB")


def _travelled_for(verb: "Token") -> Status | None:
    """Where a meeting stands that somebody travels for: who has arrived or left for it has yet to hold it."""
    view = outlook(verb)
    if view.negated or view.mood is Mood.CONDITIONAL:
        return None
    if verb.lemma_ in meeting_words().lists["on_the_way"] and view.mood in (Mood.FACT, Mood.NOW):
        return Status.PLANNED
    return _BY_MOOD[view.mood]


def _is_prepared(event: Event) -> bool:
    """ "preparations are under way for a meeting"."""
    verb = predicate(event.token)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.lemma_ == "be" and subject is not None and subject.lemma_.lower() in ("preparation", "arrangement")


def _is_hypothetical(event: Event) -> bool:
    """Whether the sentence sets a condition: then "would be held" is no plan."""
    return any(token.lower_ in ("if", "unless", "were", "whether", "should", "could") for token in event.token.sent)


def _denied(event: Event, view: Outlook) -> Status | None:
    """What was set and does not happen is cancelled, what is refused rejected; of what merely is not there nothing is told."""
    if _was_set(event) and not view.under(clause_words().refusing):
        return Status.CANCELLED
    return (
        Status.REJECTED
        if view.under(clause_words().refusing) and not view.under(meeting_words().lists["unmet"])
        else None
    )


def _was_set(event: Event) -> bool:
    """ "talks that were to open in March", "the meeting planned for Sunday"."""
    words = clause_words()
    for child in event.token.children:
        if child.dep_ in ("relcl", "acl") and (
            child.lemma_.lower() in words.future or outlook(child).mood is Mood.FUTURE
        ):
            return True
        if child.dep_ == "amod" and child.lemma_.lower() in meeting_words().lists["set"]:
            return True
    return False


def _after_the_fact(event: Event, view: Outlook) -> Status:
    lists, token = meeting_words().lists, event.token
    if token.dep_ == "pobj" and (token.head.lower_ == "before" or "ahead" in view.governors):
        return Status.PLANNED
    told = {child.lemma_.lower() for child in token.children if child.dep_ == "amod"}
    if told & lists["set"]:
        return Status.PLANNED
    if told & lists["under_way"]:
        return Status.ONGOING
    if (
        event.is_verb
        and any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve") for c in token.children)
        and token.tag_ == "VBG"
    ):
        return Status.ONGOING
    return Status.HELD


def in_time(status: Status, dates: Sequence[DateMention], published: date, begun: bool = False) -> Status:
    """A day that lies ahead makes a present or past tense a plan: "the talks resume on Monday".

    Talks of which no more is told than that they have begun of late go on: "opened talks on Wednesday".
    """
    told = [days(d.value) for d in dates if d.value]
    if any(day.first > published for day in told) and status in (Status.HELD, Status.ONGOING):
        return Status.PLANNED
    fresh = begun and all((published - day.first).days <= _FRESH for day in told)
    return Status.ONGOING if fresh and status is Status.HELD else status
