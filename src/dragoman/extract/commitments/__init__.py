"""Commitments: acts agreed, pledged, offered or refused, still to be done when said.

A promise is read from the word that makes it (_promises.py); what it says fills the slots (_slots.py).
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.commitments import _slots
from dragoman.extract.commitments._promise import Promise
from dragoman.extract.commitments._promises import find_promises
from dragoman.extract.commitments._terms import in_terms
from dragoman.lexicon.acts import promise_words
from dragoman.model import Action, Commitment, CommitmentState
from dragoman.text.acts import (
    Act,
    acts_at,
    find_acts,
    recipients,
    takers,
    talks_shunned,
    tells_of_swap,
    thing_act,
    unit_of,
)
from dragoman.text.deals import Deal, deal_before, deals_of
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.parties import subject_of
from dragoman.text.sources import speech_over

_RELEASE = Action.RELEASE_OF_DETAINEES  # in a report of a swap it is part of the swap


def find_commitments(draft: Draft) -> list[Commitment]:
    """One finding for each act promised, in the order of the text."""
    deals, swap = deals_of(draft), tells_of_swap(draft, find_acts(draft))
    found = []
    for promise in find_promises(draft.doc):
        for item in _commitments(draft, promise, deals):
            found.append(replace(item, action=Action.PRISONER_EXCHANGE) if swap and item.action is _RELEASE else item)
    return found


def _commitments(draft: Draft, promise: Promise, deals: list[Deal]) -> Iterator[Commitment]:
    acts: list[Act | None] = [act for act in acts_at(promise.act) if act.words.action is not Action.OTHER]
    if not acts:
        acts = [talks_shunned(promise.act) if promise.act.pos_ == "VERB" else thing_act(promise.word, promise.act)]
    for act in acts or [None]:
        deal = deal_before(deals, promise.act)
        by = _slots.promisers(draft, promise, act, deal)
        if _is_worth(draft, promise, act, by):
            yield _commitment(draft, promise, act, by, deal)


def _unit(act: Act | None) -> str | None:
    if act is None or not (act.quantity or act.words.unit or act.words.action is Action.WITHDRAWAL):
        return None
    return unit_of(act)


def _is_worth(draft: Draft, promise: Promise, act: Act | None, by: tuple[str, ...]) -> bool:
    """A promise needs somebody bound, a count or an agreement over it; one of no known action must be more than talk."""
    if not by and promise.state in (CommitmentState.BREACHED, CommitmentState.SUSPENDED):
        return act is not None and act.words.name == "ceasefire"
    under = promise.under or ((promise.told_to or act is not None) and in_terms(promise.act.sent.root))
    if not by and not under:
        return act is not None and act.quantity is not None and promise.state is not CommitmentState.REFUSED
    if act is not None or under:
        return True
    if promise.act.lemma_.lower() in promise_words().talking:
        return False  # to meet is a meeting, to say nothing a position
    return _binds(draft, promise, by)


def _binds(draft: Draft, promise: Promise, by: tuple[str, ...]) -> bool:
    """Whether an act of no known action is promised, rather than considered by its side or foretold by another."""
    if promise.word.lemma_ == "decide" and len(by) < 2:
        return False
    if promise.state is CommitmentState.REFUSED and promise.word.tag_ == "VBG":
        return False
    if promise.word != promise.act and promise.word.tag_ != "VB":
        return True
    subject = subject_of(promise.act)
    if subject is None or subject.lower_ in ("we", "i"):
        return promise.told_to or _slots.is_announced(promise.act)
    speech = speech_over(draft, span_of(promise.act))
    return speech is None or speech.actor is None or speech.actor in by


def _commitment(draft: Draft, promise: Promise, act: Act | None, by: tuple[str, ...], deal: Deal | None) -> Commitment:
    span = sentence_span(promise.act)
    to = takers(draft, act) if act is not None else tuple(dict.fromkeys(recipients(draft, promise.act)))
    to = to or _slots.promised_to(draft, promise)
    state = _slots.state(draft, promise, deal, by)
    agreed, due = _slots.times(draft, promise, state, deal)
    quantity, unit = (act.quantity, _unit(act)) if act is not None else _slots.size(promise)
    return Commitment(
        action=act.words.action if act is not None else Action.OTHER,
        state=state,
        evidence=draft.slice(span),
        span=span,
        by=tuple(name for name in by if name not in to) or by,
        to=to,
        quantity=quantity.value if quantity else None,
        quantity_mod=quantity.mod if quantity else None,
        unit=unit,
        per_party=(quantity.per_party or _slots.each(promise)) if quantity else None,
        who=_slots.terms(draft, promise, act),
        date_agreed=agreed,
        due=due,
        sources=_slots.sources(draft, promise),
    )
