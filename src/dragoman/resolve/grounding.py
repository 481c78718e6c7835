"""What the text bears out. Any reader's findings pass here, ours or another's; what fails is dropped and counted.

Evidence must stand in the body verbatim. A date in a slot must be one that the calendar words of the report denote,
or an end of a range they denote; a number must be written in the report, in figures or in words; a round may follow
from the ordinals and counts given ("after two rounds, a new one").
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from dragoman.lexicon.loader import read_lexicon
from dragoman.model import DateMention, Discard, DiscardReason, Dispute, Reading, Span
from dragoman.model.dates import bounds, is_day, within
from dragoman.text.stretches import days_ago, days_within, earlier

Item = TypeVar("Item")

_DATE_SLOTS = ("start", "end", "date_agreed", "due", "date")
_NUMERAL = re.compile(r"\d[\d,.]*|[a-z]+")
_SCALE = 12  # a dozen is the smallest word that multiplies


@lru_cache(maxsize=1)
def _number_words() -> dict[str, float]:
    return {word: float(value) for word, value in read_lexicon("numbers")["value"].items()}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a report's text gives to stand on: its body, the calendar values it denotes, the numbers it writes."""

    body: str
    dates: frozenset[str]
    numbers: frozenset[float]

    @classmethod
    def of(cls, body: str, dates: Iterable[DateMention]) -> "Ground":
        values = {mention.value for mention in dates if mention.value}
        # "signed on Friday ... within 30 days", "a day after they signed, he said on Sunday": a day counted from one
        # told by a stretch told is borne out by both.
        days = {end for value in values for end in bounds(value) if is_day(end)}
        days |= {earlier(day, back) for back in set(days_ago(body)) for day in days}
        values |= days | set(days_within(body, days))
        return cls(
            body, frozenset(values | {end for value in values for end in bounds(value)}), frozenset(numbers_in(body))
        )

    def bears_date(self, value: str) -> bool:
        return value in self.dates or any(within(value, known) for known in self.dates)

    def bears_number(self, value: float) -> bool:
        return float(value) in self.numbers

    def bears_round(self, value: int) -> bool:
        return value == 1 or bool({float(value), float(value - 1)} & self.numbers)


def numbers_in(text: str) -> set[float]:
    """The numbers a text writes in figures ("6,000", "1.5 million") or words ("third", "two dozen", "twenty-five")."""
    found: set[float] = set()
    run: float | None = None
    for token in _NUMERAL.findall(text.lower()):
        value = _value(token)
        if value is None:
            run = None if token != "and" else run
            continue
        # "two hundred fifty", "1.5 million": a larger word multiplies what stands before it, a smaller one adds.
        run = value if run is None else run * value if value > run and value >= _SCALE else run + value
        found |= {value, run}
    return found


def _value(token: str) -> float | None:
    if not token[0].isdigit():
        return _number_words().get(token)
    try:
        return float(token.replace(",", "").rstrip("."))
    except ValueError:
        return None  # 10.30.15, 1.2.3


def ground(reading: Reading, dates: Iterable[DateMention]) -> Reading:
    """The reading without what its text does not bear out; every loss is in `discards`."""
    stand = Ground.of(reading.report.body, dates)
    lost: list[Discard] = []
    meetings, kept = _ground_all(reading.meetings, "meeting", stand, lost)
    commitments, kept_commitments = _ground_all(reading.commitments, "commitment", stand, lost)
    deliveries, kept_deliveries = _ground_all(reading.deliveries, "delivery", stand, lost)
    positions, _ = _ground_all(reading.positions, "position", stand, lost)
    initiatives, _ = _ground_all(reading.initiatives, "initiative", stand, lost)
    attributions, _ = _ground_all(reading.attributions, "attribution", stand, lost)
    places = {"meetings": kept, "commitments": kept_commitments, "deliveries": kept_deliveries}
    return replace(
        reading,
        relevant=any((meetings, commitments, deliveries, positions, initiatives)),
        meetings=meetings,
        commitments=commitments,
        deliveries=deliveries,
        positions=positions,
        initiatives=initiatives,
        attributions=attributions,
        disputes=tuple(_renumbered(reading.disputes, places, stand, lost)),
        discards=(*reading.discards, *lost),
    )


def _ground_all(
    items: Collection[Item], kind: str, stand: Ground, lost: list[Discard]
) -> tuple[tuple[Item, ...], list[int]]:
    """What holds, and the old indexes of it."""
    grounded = [_ground_one(item, kind, stand, lost) for item in items]
    return tuple(item for item in grounded if item is not None), [
        at for at, item in enumerate(grounded) if item is not None
    ]


def _ground_one(item: Any, kind: str, stand: Ground, lost: list[Discard]) -> Any:
    span = _located(item, stand.body)
    if span is None:
        lost.append(Discard(kind, None, item.evidence, DiscardReason.NOT_IN_TEXT))
        return None
    changes: dict[str, Any] = {"span": span}
    names = {field.name for field in fields(item)}
    for slot in names.intersection(_DATE_SLOTS):
        value = getattr(item, slot)
        if value is not None and not stand.bears_date(value):
            lost.append(Discard(kind, slot, value, DiscardReason.DATE_NOT_GROUNDED))
            changes[slot] = None
    if "quantity" in names and item.quantity is not None and not stand.bears_number(item.quantity):
        lost.append(Discard(kind, "quantity", str(item.quantity), DiscardReason.NUMBER_NOT_GROUNDED))
        changes["quantity"] = changes["quantity_mod"] = None
    if "round" in names and item.round is not None and not stand.bears_round(item.round):
        lost.append(Discard(kind, "round", str(item.round), DiscardReason.NUMBER_NOT_GROUNDED))
        changes["round"] = None
    return replace(item, **changes)


def _located(item: Any, body: str) -> Span | None:
    """Where the evidence stands: at its span, else where it is found verbatim."""
    if item.span is not None and item.evidence and body[item.span.start : item.span.end] == item.evidence:
        return Span(*item.span)
    at = body.find(item.evidence) if item.evidence else -1
    return Span(at, at + len(item.evidence)) if at >= 0 else None


def _renumbered(
    disputes: Iterable[Dispute], kept: dict[str, list[int]], stand: Ground, lost: list[Discard]
) -> Iterable[Dispute]:
    for dispute in disputes:
        kind, _, number = str(dispute.about).rpartition("/")
        places = kept[kind or "meetings"]
        if int(number) not in places:
            continue
        if dispute.attribute in _DATE_SLOTS and not all(stand.bears_date(v.value) for v in dispute.values):
            bad = next(v.value for v in dispute.values if not stand.bears_date(v.value))
            lost.append(Discard("dispute", dispute.attribute, bad, DiscardReason.DATE_NOT_GROUNDED))
            continue
        at = places.index(int(number))
        yield replace(dispute, about=f"{kind}/{at}" if kind else at)
