"""What a matched expression resolves to, and the state in which the expressions of one text are resolved."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._direction import Direction, direction
from dragoman.lexicon.calendar import calendar

Match = re.Match[str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


class Reading(NamedTuple):
    """One expression resolved: its place, TIMEX3 value and type. `dated` is False for a time of day without its day."""

    start: int
    end: int
    timex: str
    type: str
    dated: bool = True


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one text in their order, counting from `anchor`, the day of its words."""

    text: str
    published: date
    narrative: date | None = None  # the last day told, for "the next day"

    def resolve(self, forms: "Forms", form: str, match: Match) -> Iterator[Reading]:
        """The readings of one match: usually one, several for a list of days, none for a word that is no date."""
        for reading in forms[form](self, match):
            if reading.type == "DATE" and _DAY.match(reading.timex):
                self.narrative = date.fromisoformat(reading.timex)
            yield reading

    def direction(self, match: Match) -> Direction:
        return direction(self.text, match.start(), match.end())

    def year_of(self, match: Match, number: int, day: int, weekday: str | None) -> date | None:
        """The year that a month and day are of: where the weekday fits, else the nearest, unless the tense is plain."""
        near = [v.day_or_none(self.published.year + d, number, day) for d in (-1, 0, 1)]
        days = [d for d in near if d is not None]
        if weekday:
            fitting = [d for d in days if d.weekday() == weekday_of(weekday)]
            days = fitting or days
        if not days:
            return None
        nearest = min(days, key=lambda d: abs(d - self.published))
        if abs(nearest - self.published).days < 120:
            return nearest
        told = self.direction(match)
        if told is Direction.AHEAD:
            return min((d for d in days if d >= self.published), default=nearest)
        if told is Direction.BACK:
            return max((d for d in days if d <= self.published), default=nearest)
        return nearest


Forms = Mapping[str, Callable[[Resolver, Match], Iterator[Reading]]]


def one(match: Match, timex: str, type_: str = "DATE") -> Reading:
    return Reading(match.start(), match.end(), timex, type_)


def weekday_of(name: str) -> int:
    return calendar().weekday[name.rstrip(".").capitalize()]


def month_of(name: str) -> int:
    return calendar().month[name.rstrip(".")]


def number_of(text: str) -> int | None:
    """A count in figures or words; None for "several"."""
    low = text.lower()
    return int(low) if low.isdigit() else calendar().number.get(low)


def day_of(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def unit_of(word: str) -> str:
    low = word.lower()
    singular = {"centuries": "century"}.get(low, low.rstrip("s"))
    return calendar().unit[singular]
