"""Deliveries: acts reported as carried out, never the promise of one."""

import re
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import Delivery
from dragoman.text.acts import Act, action_of, find_acts, givers, keepers, takers, tells_of_swap, unit_of
from dragoman.text.attach import dates_of
from dragoman.text.clause import Mood, outlook, predicate
from dragoman.text.deals import deal_before, deals_of, parties_at_table
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.parties import actors_of
from dragoman.text.sources import chain_over

if TYPE_CHECKING:
    from spacy.tokens import Token

# Actions told as done in other ways than by their verbs in the past.
_APART = (
    "ceasefire",
    "resume talks",
    "security guarantees",
)
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|overall|all told|so far|since the (?:agreement|start|beginning))\b", re.I
)


def find_deliveries(draft: Draft) -> list[Delivery]:
    """One finding for each act told as done."""
    acts = find_acts(draft)
    swap = tells_of_swap(draft, acts)
    return [found for act in acts if _is_done(act) and (found := _delivery(draft, act, swap)) is not None]


def _is_done(act: Act) -> bool:
    view = act.view
    if act.words.name == "ceasefire":
        return _took_effect(act)
    if view.negated or act.words.name in _APART or not _is_told_as_done(act):
        return False
    words = promise_words()
    ahead = words.agreed | words.offered | words.refused | clause_words().wanted | clause_words().postponed
    if view.under(ahead - words.praising):
        return False
    if act.core.pos_ == "VERB":
        # A bare participle or infinitive is no act done: "prisoners to be exchanged".
        begun = act.core.tag_ == "VB" and bool(act.view.governors) and act.view.governors[0] in words.beginning
        told = act.core.tag_ in ("VBD", "VBN", "VBG") and (act.core.dep_ != "acl" or act.quantity is not None)
        return told or begun
    # "efforts to secure the release" have not secured it.
    return view.under(words.done) and predicate(act.core).tag_ != "VB" and act.core.lemma_.lower() not in words.deals


def _took_effect(act: Act) -> bool:
    """ "The truce took effect at midnight", "a truce that began on Friday": it is being kept, by those who agreed it."""
    return _effect_verb(act) is not None


def _effect_verb(act: Act) -> "Token | None":
    if act.core.pos_ == "VERB":
        return None
    verbs = [child for child in act.core.children if child.dep_ in ("relcl", "acl")]
    verbs += [act.core.head] if act.core.dep_ == "nsubj" else []
    for verb in verbs:
        near = {t.lemma_.lower() for t in verb.children}
        began = verb.lemma_ in ("begin", "start") or (
            verb.lemma_ in ("take", "come", "go", "enter") and bool(near & {"effect", "into"})
        )
        view = outlook(verb)
        if began and view.mood is Mood.FACT and not view.negated:
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


def _delivery(draft: Draft, act: Act, swap: bool) -> Delivery | None:
    by, to = _doers(draft, act), takers(draft, act)
    span = sentence_span(act.core)
    dates = dates_of(draft, _effect_verb(act) or act.core if act.words.name == "ceasefire" else act.core)
    if act.words.name in ("ceasefire", "signing") and not by:
        deal = deal_before(deals_of(draft), act.core)
        by = deal.parties if deal is not None else ()
        by = by or (parties_at_table(draft) if act.words.name == "signing" else ())
    if not (by or to or act.quantity) or (act.object is None and act.words.name == "signing" and len(by) < 2):
        return None
    quantity = act.quantity
    return Delivery(
        action=action_of(act, swap),
        evidence=draft.slice(span),
        span=span,
        by=tuple(name for name in by if name not in to),
        to=to,
        quantity=quantity.value if quantity else None,
        quantity_mod=quantity.mod if quantity else None,
        unit=unit_of(act) if act.words.name != "ceasefire" else None,
        per_party=quantity.per_party if quantity else None,
        date=dates[0].value if dates else None,
        cumulative=True if _TOTAL.search(draft.slice(span)) else None,
        sources=chain_over(draft, span_of(act.core)),
    )
