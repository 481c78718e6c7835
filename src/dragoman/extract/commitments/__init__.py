"""Commitments: acts agreed, pledged, offered or refused, still to be done when said.

A promise is read from the word that makes it (_promises.py), kept if it is more than talk (_worth.py); what it says fills
the slots (_who.py, _what.py, _when.py).
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.commitments._promise import Promise
from dragoman.extract.commitments._promises import find_promises
from dragoman.extract.commitments._what import size, terms
from dragoman.extract.commitments._when import day_at_table, times
from dragoman.extract.commitments._who import (
    each,
    held_by,
    promised_to,
    promisers,
    sources_of,
    state_in,
    without_helpers,
)
from dragoman.extract.commitments._worth import is_worth
from dragoman.lexicon.acts import promise_words
from dragoman.model import Action, Commitment, CommitmentState
from dragoman.text.acts import Act, acts_at, find_acts, tells_of_swap, unit_of
from dragoman.text.attach import dates_of
from dragoman.text.deals import Deal, day_agreed, deal_before, deals_of
from dragoman.text.doers import recipients, takers
from dragoman.text.draft import Draft, sentence_span
from dragoman.text.freed import own_state
from dragoman.text.named_acts import talks_shunned, thing_act, truce_named

_DAY = 10  # letters of a day's value
_OF_TALKS = (CommitmentState.REFUSED, CommitmentState.OFFERED, CommitmentState.SUSPENDED)
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
        acts = [_talks(promise) if promise.act.pos_ == "VERB" else thing_act(promise.word, promise.act)]
    if promise.state is CommitmentState.AGREED and any(_is_meeting(draft, act) for act in acts if act is not None):
        return
    if promise.state is CommitmentState.BREACHED and acts == [None]:
        acts = [truce_named(promise.act)]  # "ceasefire violations"
    for act in acts or [None]:
        deal = deal_before(deals, promise.act)
        by = held_by(draft, act, without_helpers(draft, act, promisers(draft, promise, act, deal)))
        if is_worth(draft, promise, act, by, deal):
            yield _commitment(draft, promise, act, by, deals)


def _is_meeting(draft: Draft, act: Act) -> bool:
    """ "agreed to meet again on 13 May": that is a meeting with a day of its own."""
    again = act.words.action is Action.RESUME_TALKS and act.core.lemma_.lower() in promise_words().talking
    return again and any(date.value and len(date.value) >= _DAY for date in dates_of(draft, act.core))


def _talks(promise: Promise) -> Act | None:
    """The talks refused, offered or broken off; agreed on, a meeting is a meeting."""
    return talks_shunned(promise.act) if promise.state in _OF_TALKS else None


def _unit(act: Act | None) -> str | None:
    if act is None or not (act.quantity or act.words.unit or act.words.action is Action.WITHDRAWAL):
        return None
    return unit_of(act)


def _commitment(draft: Draft, promise: Promise, act: Act | None, by: tuple[str, ...], deals: list[Deal]) -> Commitment:
    span = sentence_span(promise.act)
    to = takers(draft, act) if act is not None else tuple(dict.fromkeys(recipients(draft, promise.act)))
    to = to or promised_to(draft, promise) or (own_state(draft, act, by) if act is not None else ())
    deal, day = deal_before(deals, promise.act), day_agreed(deals, promise.act)
    state = state_in(draft, promise, deal, by)
    day = day or day_at_table(draft, promise, by)
    agreed, due = times(draft, promise, state, day)
    quantity, unit = (act.quantity, _unit(act)) if act is not None else size(promise)
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
        per_party=(quantity.per_party or each(promise)) if quantity else None,
        who=terms(draft, promise, act),
        date_agreed=agreed,
        due=due,
        sources=sources_of(draft, promise, by),
    )
