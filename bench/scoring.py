"""Precision, recall and F1 of records against gold, micro-averaged over reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.matching import SLOTS, align, fold, same_name, slot_counts

HEADLINE = ("dates", "attributions", "meetings", "commitments", "deliveries", "positions")
_ENDS = (". ", ".\n", "\n", "? ", "! ")


@dataclass(slots=True)
class Tally:
    """Hits, what was found, what the gold holds."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hit: int, found: int, gold: int) -> None:
        self.hit += hit
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        return 100 * self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.hit / (self.found + self.gold) if self.hit else 0.0


@dataclass(slots=True)
class Score:
    """Tallies by name: `dates`, `attributions`, `meetings` (by slots), `meetings found`, `meetings.start`, ..."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    reports: int = 0
    false_alarms: int = 0  # reports with nothing about negotiations that were read as having some
    negatives: int = 0

    @property
    def overall(self) -> float:
        """The mean F1 of the headline kinds that the gold holds."""
        figures = [self.tallies[name].f1 for name in HEADLINE if self.tallies[name].gold]
        return sum(figures) / len(figures) if figures else 0.0

    def add(self, gold: Mapping[str, Any], found: Mapping[str, Any], body: str) -> None:
        """Count one report's record against its gold."""
        self.reports += 1
        self._add_relevance(gold, found)
        for kind, slots in SLOTS.items():
            for one, other in align(kind, gold.get(kind) or [], found.get(kind) or []):
                self.tallies[f"{kind} found"].add(int(bool(one and other)), int(bool(other)), int(bool(one)))
                for slot in slots:
                    counts = slot_counts(one, other, slot)
                    self.tallies[kind].add(*counts)
                    self.tallies[f"{kind}.{slot}"].add(*counts)
        self._add_sets("dates", _dates(gold), _dates(found))
        self._add_sets("disputes", _disputed(gold), _disputed(found))
        self.tallies["attributions"].add(*attribution_counts(gold, found, body))

    def _add_relevance(self, gold: Mapping[str, Any], found: Mapping[str, Any]) -> None:
        is_relevant, said_so = bool(gold["relevant"]), bool(found.get("relevant"))
        self.tallies["relevance"].add(int(is_relevant and said_so), int(said_so), int(is_relevant))
        self.negatives += not is_relevant
        self.false_alarms += said_so and not is_relevant

    def _add_sets(self, name: str, gold: set[Any], found: set[Any]) -> None:
        self.tallies[name].add(len(gold & found), len(found), len(gold))


def _dates(record: Mapping[str, Any]) -> set[str]:
    return {str(item["value"]) for item in record.get("dates") or []}


def _disputed(record: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(d["attribute"], fold(str(v["value"]))) for d in record.get("disputes") or [] for v in d["values"]}


def attribution_counts(gold: Mapping[str, Any], found: Mapping[str, Any], body: str) -> tuple[int, int, int]:
    """An attribution counts where speaker and sentence agree."""
    missed, _ = attribution_errors(gold, found, body)
    total, wanted = len(found.get("attributions") or []), len(gold.get("attributions") or [])
    return wanted - len(missed), total, wanted


def attribution_errors(gold: Mapping[str, Any], found: Mapping[str, Any], body: str) -> tuple[list[Any], list[Any]]:
    """The gold's attributions that were missed, and those found that are none of the gold's."""
    missed, left = [], list(found.get("attributions") or [])
    for item in gold.get("attributions") or []:
        match = next((other for other in left if _same_speech(item, other, body)), None)
        if match is None:
            missed.append(item)
        else:
            left.remove(match)
    return missed, left


def date_errors(gold: Mapping[str, Any], found: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """The days of the gold that were missed, and those found that it does not hold."""
    return _dates(gold) - _dates(found), _dates(found) - _dates(gold)


def _same_speech(gold: Mapping[str, Any], found: Mapping[str, Any], body: str) -> bool:
    if not same_name(gold["speaker"], found["speaker"] or ""):
        return False
    place = _sentence(body, gold["evidence"])
    if place is None:
        return fold(gold["evidence"])[:20] in fold(found["evidence"])
    start, end = found["span"]
    return bool(start < place[1] and end > place[0])


def _sentence(body: str, evidence: str) -> tuple[int, int] | None:
    at = body.find(evidence) if evidence else -1
    if at < 0:
        return None
    start = max((body.rfind(mark, 0, at) + 1 for mark in _ENDS), default=0)
    ends = [end for end in (body.find(mark, at + len(evidence)) for mark in _ENDS[:3]) if end >= 0]
    return start, min(ends) + 1 if ends else len(body)


def score(rows: Iterable[tuple[Mapping[str, Any], Mapping[str, Any], str]]) -> Score:
    """The score of (gold, record, body) rows."""
    total = Score()
    for gold, found, body in rows:
        total.add(gold, found, body)
    return total
