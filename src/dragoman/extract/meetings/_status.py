"""Where a meeting stands, by the way its clause presents it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores, journey
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._verbs import comes_to_a_close
from dragoman.lexicon.clause import clause_words
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, Status
from dragoman.model.dates import days
from dragoman.text.clause import Mood, Outlook, outlook, predicate, tense_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRESH = 2  # days within which talks that began are still held
BY_MOOD = {
    Mood.FACT: Status.HELD,
    Mood.NOW: Status.ONGOING,
    Mood.FUTURE: Status.PLANNED,
    Mood.POSSIBLE: Status.PLANNED,
    Mood.WANTED: Status.PROPOSED,
}


def status_of(event: Event) -> Status | None:
    """The status, or None for what is no meeting: not held, only imagined."""
    if event.deal and event.token.dep_ == "acl":
        made = event.token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "neg") for c in event.token.children)
        return Status.HELD if made else None
    if event.is_verb and event.token.lemma_ == "invite":
        view = outlook(event.token)
        return None if view.negated or view.mood is Mood.CONDITIONAL else Status.PROPOSED
    view = _view(event)
    called_off = _called_off(event, view)
    if called_off is not None:
        return called_off
    if _is_told_held(event) or _is_scene_of_outcome(event):
        return Status.HELD
    if _is_at_large(event, view) or _is_overtaken(event) or _is_imagined(event):
        return None
    if (wished := _wished(event, view)) is not None:
        return wished
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
        return BY_MOOD[tense_of(event.token.head)]  # "the talks aim to", whatever they aim at
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
    if (off := _stands_off(event)) is not None:
        return off
    if view.under(words.postponed | lists["pausing"]) or told & words.postponed or _is_moved(event):
        return Status.POSTPONED
    proposed = any(child.lemma_ == "propose" for child in event.token.children if child.dep_ == "amod")
    if (proposed or _was_set(event)) and _is_undone(event):
        return Status.CANCELLED
    return Status.CANCELLED if _was_set(event) and view.under(lists["quitting"]) else None


def _stands_off(event: Event) -> Status | None:
    """ "the round is off", "the talks are on hold"."""
    verb = predicate(event.token)
    if verb.lemma_ not in ("be", "remain", "stay", "put") or event.token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    if verb.lemma_ == "be" and any(child.lower_ == "off" for child in verb.children):
        return Status.CANCELLED
    held = any(obj.lemma_ in ("hold", "ice") for obj in under(verb, "on"))
    return Status.POSTPONED if held else None


def _is_moved(event: Event) -> bool:
    """ "the round, set for Monday, has been moved to April"."""
    verb = event.token.head
    goals = under(verb, "to") if not comes_to_a_close(verb) else []
    return event.token.dep_ == "nsubjpass" and verb.lemma_ in meeting_words().lists["moving"] and bool(goals)


def _is_undone(event: Event) -> bool:
    """ "the proposed dialogue collapsed", "planned talks fell through": what was to come and came to nothing."""
    verb = predicate(event.token)
    near = {child.lower_ for child in verb.children}
    return event.token.dep_ == "nsubj" and (
        verb.lemma_ in meeting_words().lists["failing"] or (verb.lemma_ == "fall" and bool(near & {"through", "apart"}))
    )


def _is_scene_of_outcome(event: Event) -> bool:
    """ "failed to reach agreement at talks in Nairobi": whatever came of them, the talks were held."""
    token = event.token
    if token.dep_ != "pobj" or token.head.lower_ not in ("at", "during", "in"):
        return False
    outcome = token.head.head
    verb = predicate(outcome)
    finite = verb.head if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX") else verb
    return outcome.lemma_.lower() in meeting_words().lists["outcomes"] and outlook(finite).mood is Mood.FACT


def _is_imagined(event: Event) -> bool:
    """ "Had A and B met once more": told by an auxiliary before its subject, and not asked."""
    if not event.is_verb or event.token.tag_ not in ("VBN", "VBD") or event.token.sent.text.rstrip().endswith("?"):
        return False
    subject = next((child for child in event.token.children if child.dep_ == "nsubj"), None)
    first = next((child for child in event.token.children if child.dep_ == "aux"), None)
    return subject is not None and first is not None and first.lower_ == "had" and first.i < subject.left_edge.i


def _is_overtaken(event: Event) -> bool:
    """ "had originally been scheduled to open on Monday": what was once the plan for a meeting told otherwise by now."""
    verb, words = predicate(event.token), meeting_words().lists
    once = any(child.lower_ in words["once"] and child.dep_ == "advmod" for child in verb.children)
    return once and event.token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in words["placing"] | words["set"]


def _is_at_large(event: Event, view: Outlook) -> bool:
    """ "many are against any dialogue": of no meeting in particular."""
    return view.mood is Mood.NOW and any(child.lower_ == "any" for child in event.token.children)


def _wished(event: Event, view: Outlook) -> Status | None:
    """ "an overture of talks", "it is vital that A enter into a dialogue"; "have yet to begin" tells of what is to come."""
    verb = predicate(event.token)
    if verb.lemma_ == "have" and any(child.lower_ == "yet" for child in verb.children):
        return Status.PLANNED
    bare = (
        verb.tag_ == "VB"
        and verb.dep_ == "ccomp"
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    )
    if bare and not any(child.dep_ == "aux" for child in verb.children) and not view.negated:
        return Status.PROPOSED
    return Status.PROPOSED if view.under(meeting_words().lists["overtures"]) and not view.negated else None


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
    return BY_MOOD[view.mood]


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
            ahead = node.lower_ == "after" and _is_to_come(predicate(node.head))
            return Status.PLANNED if ahead else Status.HELD
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
    return BY_MOOD[view.mood]


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
    if (_was_set(event) or _is_awaited(event)) and not view.under(clause_words().refusing):
        return Status.CANCELLED
    if view.under(frozenset(("able", "unable"))):
        return None  # "is able to block the talks"
    return (
        Status.REJECTED
        if view.under(clause_words().refusing) and not view.under(meeting_words().lists["unmet"])
        else None
    )


def _is_awaited(event: Event) -> bool:
    """ "the third round will not take place", "the summit never took place": of one that was known of."""
    placing = predicate(event.token).lemma_ in ("take", "happen", "go", "hold", "materialise", "materialize")
    known = {"the", "this", "that", "their"} | set(meeting_words().ordinal)
    return placing and any(child.lower_ in known for child in event.token.children)


def _was_set(event: Event) -> bool:
    """ "talks that were to open in March", "the meeting planned for Sunday"."""
    words = clause_words()
    for child in (child for core in cores(event.token) for child in core.children):
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
