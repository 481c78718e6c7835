"""Mentions of one promise or one delivery in a report are one; and when a promise was made."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TypeVar

from dragoman.model import Action, Commitment, CommitmentState, Delivery, Status
from dragoman.model.dates import compatible, is_day
from dragoman.text.draft import Draft

Item = TypeVar("Item", Commitment, Delivery)

_FREED = frozenset((Action.RELEASE_OF_HOSTAGES, Action.RELEASE_OF_DETAINEES, Action.PRISONER_EXCHANGE))
_PROLONGED = re.compile(r"\b(?:exten[ds]|prolong|renew|continuation)", re.IGNORECASE)
_AT_TALKS = re.compile(r"\b(?:talks|meeting|round|negotiations|summit|session)\b", re.IGNORECASE)


def merge_commitments(draft: Draft) -> list[Commitment]:
    """One commitment for each group of mentions, with the day it was agreed where talks tell it."""
    return [_merged(group) for group in group_acts([_dated(item, draft) for item in draft.commitments])]


def merge_deliveries(draft: Draft) -> list[Delivery]:
    """One delivery for each group of mentions."""
    return [_merged(group) for group in group_acts(draft.deliveries)]


def group_acts(items: Sequence[Item]) -> list[list[Item]]:
    """Mentions by the act they speak of, in order of first mention."""
    groups: list[list[Item]] = []
    for item in items:
        home = next((group for group in groups if all(_same(item, other) for other in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def _same(one: Item, other: Item) -> bool:
    """Whether two mentions can be of one act: nothing they both tell differs."""
    if not _is_one_action(one, other) or getattr(one, "state", None) != getattr(other, "state", None):
        return False
    if (one.who or other.who) and not _alike(one, other):
        return False
    for slot in ("quantity", "per_party"):
        mine, theirs = getattr(one, slot), getattr(other, slot)
        if mine is not None and theirs is not None and mine != theirs:
            return False
    for slot in ("date", "date_agreed", "due"):
        mine, theirs = getattr(one, slot, None), getattr(other, slot, None)
        if mine and theirs and not compatible(mine, theirs):
            return False
    if isinstance(one, Delivery) and isinstance(other, Delivery) and one.cumulative != other.cumulative:
        return False
    if _is_part(one, other) or _is_part(other, one):
        return False
    return (_overlap(one.by, other.by) or _is_one_truce(one, other)) and _overlap(one.to, other.to)


def _is_part(one: Item, other: Item) -> bool:
    """Whether one side's share is counted and the bargain of both is not: "agreed to a swap: A will free 13"."""
    return one.quantity is not None and other.quantity is None and bool(one.by) and set(one.by) < set(other.by)


def _is_one_truce(one: Item, other: Item) -> bool:
    """Whether a truce is told by the same kind of others, or signed by one side after the other."""
    if one.action is not Action.CEASEFIRE or getattr(one, "state", None) is not CommitmentState.AGREED:
        return False
    return bool(one.who) and one.who == other.who


def _is_one_action(one: Item, other: Item) -> bool:
    """Whether two mentions name one action; as many let go are those told before as "hostages" or as "captives"."""
    if one.action is other.action:
        return True
    both = {one.action, other.action}
    return isinstance(one, Delivery) and both <= _FREED and one.quantity is not None and one.quantity == other.quantity


def _alike(one: Item, other: Item) -> bool:
    """Whether two wordings of terms can be of one act: a ceasefire is one, else they share most of their words."""
    if one.action is Action.CEASEFIRE:
        return bool(_PROLONGED.search(one.who or "")) == bool(_PROLONGED.search(other.who or ""))
    if not one.who or not other.who:
        return True
    mine, theirs = (set(re.findall(r"\w{4,}", (item.who or "").lower())) for item in (one, other))
    return len(mine & theirs) * 2 > min(len(mine), len(theirs))


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or set(one) <= set(other) or set(other) <= set(one)


def _merged(group: list[Item]) -> Item:
    """The first mention, its gaps filled from the later ones; lists are unions, the first-named account stays."""
    first = group[0]
    changes: dict[str, object] = {}
    for field in fields(first):
        values = [getattr(item, field.name) for item in group]
        if field.name in ("by", "to"):
            told = [value for value in values if _overlap(values[0], value)]  # of two accounts the first-named stays
            changes[field.name] = tuple(dict.fromkeys(name for value in told for name in value))
        elif field.name not in ("sources", "evidence", "span"):
            changes[field.name] = next((value for value in values if value is not None), None)
    return replace(first, **changes)  # type: ignore[arg-type]


def _dated(item: Commitment, draft: Draft) -> Commitment:
    """What is agreed and told with talks was agreed at them."""
    held = [m.end or m.start for m in draft.meetings if m.status is Status.HELD]
    published = draft.report.published.isoformat()
    past = sorted({day for day in held if day and is_day(day) and day <= published})
    if item.date_agreed or item.state is not CommitmentState.AGREED or not past:
        return item
    return replace(item, date_agreed=past[-1]) if _AT_TALKS.search(item.evidence) else item
