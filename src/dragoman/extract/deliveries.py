"""Deliveries: acts reported as carried out, never the promise of one."""

import re

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import Delivery
from dragoman.text.acts import Act, find_acts, givers, takers, unit_of
from dragoman.text.attach import dates_of
from dragoman.text.clause import Mood
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.sources import chain_over

# Nouns of action that tell an act done only with one of these verbs: "the exchange took place", "welcomed the release".
_DONE = frozenset(
    (
        "take",
        "complete",
        "carry",
        "welcome",
        "begin",
        "secure",
        "follow",
        "commend",
        "receive",
        "confirm",
        "hold",
        "see",
        "conduct",
        "hail",
    )
)
_PRAISED = frozenset(("welcome", "commend", "hail", "praise", "applaud"))
_COUNTED = (
    "ceasefire",
    "resume talks",
    "sanctions",
    "security guarantees",
    "exchange of documents",
    "humanitarian access",
)
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|overall|all told|so far|since the (?:agreement|start|beginning))\b", re.I
)


def find_deliveries(draft: Draft) -> list[Delivery]:
    """One finding for each act told as done."""
    return [delivery for act in find_acts(draft) if _is_done(act) and (delivery := _delivery(draft, act)) is not None]


def _is_done(act: Act) -> bool:
    view = act.view
    if view.negated or act.words.name in _COUNTED or not _is_told_as_done(act):
        return False
    promising = promise_words()
    if view.under(
        promising.agreed | promising.offered | promising.refused | clause_words().wanted | clause_words().postponed
    ):
        return False
    if act.core.pos_ == "VERB":
        # A bare participle or infinitive is no act done: "prisoners to be exchanged".
        return act.core.tag_ in ("VBD", "VBN", "VBG") and (act.core.dep_ != "acl" or act.quantity is not None)
    return view.under(_DONE)


def _is_told_as_done(act: Act) -> bool:
    """In the past; now, where people are just being let go; or as what somebody welcomes."""
    if act.view.mood is Mood.FACT:
        return True
    under_way = act.core.tag_ == "VBG" and act.quantity is not None and any(c.dep_ == "aux" for c in act.core.children)
    return act.view.mood is Mood.NOW and (under_way or (act.core.pos_ != "VERB" and act.view.under(_PRAISED)))


def _delivery(draft: Draft, act: Act) -> Delivery | None:
    by, to = givers(draft, act), takers(draft, act)
    span = sentence_span(act.core)
    dates = dates_of(draft, act.core)
    if not (by or to or act.quantity):
        return None
    quantity = act.quantity
    return Delivery(
        action=act.words.action,
        evidence=draft.slice(span),
        span=span,
        by=tuple(name for name in by if name not in to),
        to=to,
        quantity=quantity.value if quantity else None,
        quantity_mod=quantity.mod if quantity else None,
        unit=unit_of(act),
        per_party=quantity.per_party if quantity else None,
        date=dates[0].value if dates else None,
        cumulative=True if _TOTAL.search(draft.slice(span)) else None,
        sources=chain_over(draft, span_of(act.core)),
    )
