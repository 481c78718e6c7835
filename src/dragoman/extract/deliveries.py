"""Deliveries: acts reported as carried out, never the promise of one."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.lexicon.saying import saying
from dragoman.model import Action, CommitmentState, DateMention, Delivery
from dragoman.text.acts import Act, find_acts, tells_of_swap, unit_of
from dragoman.text.attach import dates_of, in_sentence
from dragoman.text.clause import Mood, outlook, predicate
from dragoman.text.deals import deal_before, deals_of, parties_at_table
from dragoman.text.doers import givers, keepers, takers
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.freed import captors, homes, is_one_person, is_seizure, may_be_held, own_state
from dragoman.text.parties import actors_of, people_of, subject_of
from dragoman.text.quantity import counted, of_what
from dragoman.text.sources import chain_over
from dragoman.text.swaps import counterpart, sides_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is kept or given over time rather than done: no act of it is told as carried out.
_UNTOLD = ("resume talks", "security guarantees")
_MADE = (CommitmentState.AGREED, CommitmentState.PLEDGED)
_DATING = ("on", "in", "yesterday", "earlier")
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|overall|all told|so far|since the (?:agreement|start|beginning))\b", re.I
)


def find_deliveries(draft: Draft) -> list[Delivery]:
    """One finding for each act told as done."""
    acts = find_acts(draft)
    swap = tells_of_swap(draft, acts)
    # A signing makes the agreement that it signs, which the commitments hold with its day. It is an act carried out only
    # where it had been promised.
    due = any(
        promise.action is Action.SIGNING and promise.state is not CommitmentState.REFUSED
        for promise in draft.commitments
    )
    done = (act for act in acts if (due or act.words.name != "signing") and _is_done(draft, act))
    return [found for act in done for found in _told(draft, act, swap)]


def _told(draft: Draft, act: Act, swap: bool) -> list[Delivery]:
    """The delivery that an act tells; of a swap told from both ends the two."""
    found, other = _delivery(draft, act, swap), counterpart(act)
    if other is None or found is None:
        return [found] if found is not None else []
    by, to = sides_of(draft, act, other, found.by)
    size = other.quantity
    back = replace(
        found,
        action=_action_of(other, swap),
        by=to,
        to=by,
        quantity=size.value if size else None,
        quantity_mod=size.mod if size else None,
        unit=unit_of(other),
        who=_person(draft, other),
    )
    swapped = act.words.name == "prisoner exchange"
    return [replace(found, by=by, to=found.to or to) if swapped else found, back]


def _is_done(draft: Draft, act: Act) -> bool:
    if act.words.name == "ceasefire" and not (act.core.pos_ == "VERB" and act.words.movers):
        return _effect_verb(act) is not None
    if act.view.negated or act.words.name in _UNTOLD or _is_awaited(act.core) or _is_witness(act.core):
        return False
    if _falls_short(act) or _is_a_term(act):
        return False
    if _is_reduced(act) and _is_placed(draft, act):
        return True
    words = promise_words()
    ahead = (
        words.agreed | words.pledged | words.offered | words.refused | clause_words().wanted | clause_words().postponed
    )
    if act.view.under(ahead - words.praising):
        return False
    if not _is_told_as_done(act):
        return False
    if act.core.pos_ == "VERB":
        # A bare participle or infinitive is no act done: "prisoners to be exchanged".
        begun = act.core.tag_ == "VB" and bool(act.view.governors) and act.view.governors[0] in words.beginning
        return begun or (
            act.core.tag_ in ("VBD", "VBN", "VBG")
            and (act.core.dep_ != "acl" or act.quantity is not None or _is_placed(draft, act))
        )
    if act.core.lemma_.lower() in words.deals:
        return False
    # "efforts to secure the release" have not secured it.
    return (act.view.under(words.done) and predicate(act.core).tag_ != "VB") or _past_day(draft, act.core) is not None


def _is_reduced(act: Act) -> bool:
    """A participle after its own object ("the accord signed in May"): what is told of the accord does not bear on it."""
    bare = not any(c.dep_ in ("aux", "neg") for c in act.core.children)
    return act.core.dep_ == "acl" and act.core.tag_ == "VBN" and bare and act.object == act.core.head


def _is_placed(draft: Draft, act: Act) -> bool:
    """Whether a participle tells an act of its own: when or by whom, "an accord signed in August 2015"."""
    return any(c.dep_ == "agent" for c in act.core.children) or _past(draft, act)


def _past(draft: Draft, act: Act) -> bool:
    """Whether the act is told with a day that is past."""
    published = draft.report.published.isoformat()
    return any(date.value and date.value[:10] <= published for date in dates_of(draft, act.core))


def _past_day(draft: Draft, noun: "Token") -> DateMention | None:
    """The past day that hangs on a noun: "the release of two villagers in September", "their exchange on Monday"."""
    published = draft.report.published.isoformat()
    for child in (c for word in (noun, *of_what(noun)) for c in word.children):
        if child.dep_ in ("prep", "npadvmod") and child.i > noun.i and child.lower_ in _DATING:
            start, end = child.idx, child.right_edge.idx + len(child.right_edge)
            for date in draft.dates:
                if start <= date.span.start and date.span.end <= end and date.value and date.value[:10] <= published:
                    return date
    return None


def _told_when(draft: Draft, core: "Token") -> list[DateMention]:
    """The day told outside the act's own clause: "in late October, when two of them were freed"; that of what led to it."""
    if core.dep_ == "relcl":
        explained = [d for d in draft.dates if d.value and d.span.start <= core.head.idx < d.span.end]
        if explained:
            return explained
    gone = next((c for c in core.children if c.dep_ == "ccomp" and core.lemma_ == "let"), None)
    if gone is not None:
        return dates_of(draft, gone)  # "let them leave on Tuesday"
    verb, days = predicate(core), [d for d in in_sentence(draft.dates, core) if d.value]
    above = verb.head if verb.dep_ in ("relcl", "advcl", "pcomp", "conj") else verb
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    if len(days) != 1 or above == verb or above.lemma_ in saying().clause or days[0].span.start > core.idx:
        return []
    return [d for d in dates_of(draft, above) if d.value and d.value <= draft.report.published.isoformat()]


def _falls_short(act: Act) -> bool:
    """ "almost secured the release of the girls"; of a state that "pulled out" of a deal nobody left a place."""
    if any(c.dep_ == "advmod" and c.lower_ in ("almost", "nearly") for c in predicate(act.core).children):
        return True
    alone = act.words.name == "withdrawal" and act.core.pos_ == "VERB" and act.object is None
    return alone and not any(c.dep_ in ("prep", "npadvmod", "dobj") for c in act.core.children)


def _is_a_term(act: Act) -> bool:
    """ "a deal that includes the release of 50 hostages": what an agreement holds is not done by it."""
    verb = predicate(act.core)
    holder = verb.head if verb.dep_ == "relcl" else subject_of(verb)
    return verb.lemma_ in ("include", "see") and holder is not None and holder.lemma_.lower() in promise_words().deals


def _is_awaited(verb: "Token") -> bool:
    """Whether the act is one that something else waits for: "once the ministers have initialled a text"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in ("once", "until", "till") for c in verb.children)


def _is_witness(verb: "Token") -> bool:
    """ "signed as witnesses": who looks on has bound himself to nothing."""
    return any(
        obj.lemma_.lower() in ("witness", "guarantor", "observer", "mediator")
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "as"
        for obj in child.children
    )


def _effect_verb(act: Act) -> "Token | None":
    """ "The truce took effect at midnight", "a truce that began on Friday": it is being kept, by those who agreed it."""
    if act.core.pos_ == "VERB":
        return None
    verbs = [child for child in act.core.children if child.dep_ in ("relcl", "acl")]
    verbs += [act.core.head] if act.core.dep_ in ("nsubj", "nsubjpass") else []
    verbs += [later for verb in verbs for later in verb.children if later.dep_ == "conj" and later.pos_ == "VERB"]
    for verb in verbs:
        near = {t.lemma_.lower() for t in verb.children}
        began = verb.lemma_ in ("begin", "start", "commence") or (
            verb.lemma_ in ("take", "come", "go", "enter", "put", "bring") and bool(near & {"effect", "into", "force"})
        )
        view = outlook(verb)
        if began and view.mood is Mood.FACT and not view.negated and not _is_awaited(verb):
            return verb
    return None


def _is_told_as_done(act: Act) -> bool:
    """In the past; now, where people are just being let go or troops leave; or as what somebody welcomes."""
    if act.view.mood is Mood.FACT:
        return True
    moving = act.quantity is not None or act.words.name == "withdrawal"
    under_way = act.core.tag_ == "VBG" and moving and any(c.dep_ == "aux" for c in act.core.children)
    welcomed = act.core.pos_ != "VERB" and act.view.under(promise_words().praising)
    return (act.view.mood is Mood.NOW and (under_way or welcomed)) or (act.view.mood is Mood.WANTED and welcomed)


def _doers(draft: Draft, act: Act) -> tuple[str, ...]:
    """Who acted; of an act that somebody welcomes not who welcomes it, but who is thanked for it."""
    verb = predicate(act.core)
    if act.core.pos_ == "VERB" or verb.lemma_.lower() not in promise_words().praising:
        return givers(draft, act)
    owned = givers(draft, act) if any(c.dep_ == "poss" for c in act.core.children) else ()
    thanked = next(
        (c for c in verb.children if c.dep_ == "dobj" and not (c == act.core or c.is_ancestor(act.core))), None
    )
    return owned or (actors_of(draft, thanked) if thanked is not None else keepers(draft, act))


def _is_worth(act: Act, by: tuple[str, ...], to: tuple[str, ...], dates: list[DateMention]) -> bool:
    """An act needs somebody, a count or a day; people who came home on a day need not have been held."""
    if act.words.name == "signing" and act.object is None and not dates:
        return len(by) > 1
    went = act.core.pos_ == "VERB" and any(c.dep_ == "nsubj" and c == act.object for c in act.core.children)
    people = act.object is not None and may_be_held(act.object)
    travels = went and people and act.words.name in ("release of detainees", "other")
    if by or to or (act.quantity and not (travels and act.quantity.value == 1)):
        return True
    return bool(dates) and not travels


def _delivery(draft: Draft, act: Act, swap: bool) -> Delivery | None:
    by, to = _doers(draft, act), takers(draft, act)
    if act.words.name.startswith(("release", "return")):
        to = to or homes(draft, act, by)
    if act.words.name.startswith("return"):
        to = to or own_state(draft, act, by)
    if act.words.name.startswith("release"):
        by = tuple(name for name in by if name not in to) or captors(draft, act)
    span = sentence_span(act.core)
    dates = dates_of(draft, _effect_verb(act) or act.core if act.words.name == "ceasefire" else act.core)
    own = _past_day(draft, act.core) if act.core.pos_ != "VERB" else None
    dates = [own] if own is not None else dates or _told_when(draft, act.core)
    if act.words.name in ("ceasefire", "signing") and not by:
        deal = deal_before(deals_of(draft), act.core)
        by = deal.parties if deal is not None else ()
        by = by or (parties_at_table(draft) if act.words.name == "signing" else _who_promised(draft, act))
    if not _is_worth(act, by, to, dates):
        return None
    quantity = act.quantity
    return Delivery(
        action=_action_of(act, swap),
        evidence=draft.slice(span),
        span=span,
        by=tuple(name for name in by if name not in to),
        to=to,
        quantity=quantity.value if quantity else None,
        quantity_mod=quantity.mod if quantity else None,
        unit=unit_of(act) if act.words.name != "ceasefire" else None,
        per_party=quantity.per_party if quantity else None,
        who=_person(draft, act),
        date=dates[0].value if dates else None,
        cumulative=True if _TOTAL.search(draft.slice(span)) else None,
        sources=chain_over(draft, span_of(act.core)),
    )


def _who_promised(draft: Draft, act: Act) -> tuple[str, ...]:
    """Who had promised what is now kept: of "the ceasefire began at noon" whoever declared it."""
    kept = (promise for promise in draft.commitments if promise.action is act.words.action and promise.by)
    return next((promise.by for promise in kept if promise.state in _MADE), ())


def _person(draft: Draft, act: Act) -> str | None:
    """The one person let go, by name."""
    if act.object is None or not act.words.name.startswith("release") or not is_one_person(act.object):
        return None
    return next(iter(people_of(draft, act.object)), None)


def _action_of(act: Act, swap: bool) -> Action:
    """The action of an act; the release of prisoners is part of a swap where one is told, of the kidnapped no detainees'."""
    if act.words.action is not Action.RELEASE_OF_DETAINEES:
        return act.words.action
    if act.object is not None and _was_taken(counted(act.object)):
        return Action.RELEASE_OF_HOSTAGES
    return Action.PRISONER_EXCHANGE if swap else act.words.action


def _was_taken(people: "Token") -> bool:
    """ "kidnapped in July", "two Americans taken hostage": not whom a state arrested."""
    return any(is_seizure(child) for child in people.children if child.dep_ in ("acl", "relcl", "amod"))
