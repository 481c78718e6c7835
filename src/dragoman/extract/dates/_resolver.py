"""What a matched expression resolves to, and the state in which the expressions of one text are resolved."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._direction import Direction, direction, is_long_past
from dragoman.extract.dates._vocabulary import vocabulary
from dragoman.lexicon.calendar import calendar, direction_words
from dragoman.model.dates import is_day

Match = re.Match[str]
_MONTH = re.compile(r"\d{4}-\d\d(?:-|$)")
_PLAINLY_NEAR = 120  # days within which the nearest year is taken, whatever the tense
_FAR = 45  # days ahead beyond which "on" after a plain past looks back
_SOON = 10  # days ahead within which even a plain past is taken for a tense of reporting


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
    year: int | None = None  # the last year told, for "July of the following year"
    month: date | None = None  # the first of the last month told, for "the 26th of that month"

    def resolve(self, forms: "Forms", form: str, match: Match) -> Iterator[Reading]:
        """The readings of one match: usually one, several for a list of days, none for a word that is no date."""
        try:
            readings = list(forms[form](self, match))
        except (OverflowError, ValueError):
            return  # a day before the first or after the last of the calendar
        for reading in readings:
            if reading.type == "DATE" and reading.timex[:4].isdigit():
                self._keep(reading.timex)
            if reading.type == "DATE" and is_day(reading.timex):
                self.tell(match, date.fromisoformat(reading.timex))
            yield reading

    def _keep(self, timex: str) -> None:
        """Remember the year and the month last told; of a range the later."""
        last = timex.rpartition("/")[2]
        self.year = int(last[:4]) if last[:4].isdigit() else self.year
        if _MONTH.match(last):
            self.month = date.fromisoformat(last[:7] + "-01")

    def tell(self, match: Match, day: date) -> None:
        """Remember the day last told, unless it only tells which thing is meant ("the November 27 agreement")."""
        noun = re.match(r"\s[a-z]+", self.text[match.end() : match.end() + 12])
        article = re.search(
            r"\b(?:the|an?|its|their)\s$", self.text[max(0, match.start() - 7) : match.start()], re.IGNORECASE
        )
        if not (noun and article and noun[0].strip() not in direction_words()["links"]):
            self.narrative = day

    def told(self) -> date:
        """The day last told, from which "the next day" counts; for want of one the report's."""
        return self.narrative or self.published

    def told_year(self) -> int:
        """The year last told, from which "the following year" counts; for want of one the report's."""
        return self.year or self.published.year

    def follows(self, match: Match, word: str) -> bool:
        """Whether the match stands right after a word, given in lower case."""
        before = self.text[max(0, match.start() - len(word) - 2) : match.start()]
        return bool(re.search(rf"\b{word}\s$", before, re.IGNORECASE))

    def direction(self, match: Match) -> Direction:
        return direction(self.text, match.start(), match.end())

    def year_of(self, match: Match, number: int, day: int, weekday: str | None) -> date | None:
        """The year that a month and day are of: the one told with the next of a list, that in which the weekday fits,
        else the nearest unless the tense is plain."""
        if told_year := self.year_ahead(match):
            return v.day_or_none(told_year, number, day)
        near = [v.day_or_none(self.published.year + d, number, day) for d in (-1, 0, 1)]
        days = [d for d in near if d is not None]
        if weekday:
            fitting = [d for d in days if d.weekday() == weekday_of(weekday)]
            days = fitting or days
        if not days:
            return None
        nearest = min(days, key=lambda d: abs(d - self.published))
        past = max((d for d in days if d <= self.published), default=nearest)
        away = abs(nearest - self.published).days
        if nearest > self.published and away > _SOON and is_long_past(self.text, match.start(), match.end()):
            return past
        if (
            nearest > self.published
            and away > _FAR
            and self.follows(match, "on")
            and self.direction(match) is Direction.BACK
        ):
            return past
        if away < _PLAINLY_NEAR:
            return nearest
        told = self.direction(match)
        if told is Direction.AHEAD:
            return min((d for d in days if d >= self.published), default=nearest)
        return past if told is Direction.BACK else nearest

    def year_ahead(self, match: Match) -> int | None:
        """The year of "July 14 and July 16, 2024", told with the last of the days."""
        after = _listed().match(self.text, match.end())
        return int(after["year"]) if after else None


@lru_cache(maxsize=1)
def _listed() -> "re.Pattern[str]":
    """What may follow a day of a list of days with their months, up to a year."""
    words = vocabulary()
    day = rf"(?:{words['month']}\s{words['day']}|{words['day']}\s{words['month']}|{words['month']})"
    join = r"(?:,|,?\s(?:and|or|to|through|until)|\s?[-–])\s?(?:on\s|in\s)?"
    return re.compile(rf"(?:{join}{day}){{1,4}},?\s(?P<year>{words['year']})(?!\d)")


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


def step_of(word: str) -> int:
    """How many of its unit a word counts: a fortnight is two weeks."""
    return calendar().step.get(word.lower().rstrip("s"), 1)


def unit_of(word: str) -> str:
    low = word.lower()
    singular = {"centuries": "century"}.get(low, low.rstrip("s"))
    return calendar().unit[singular]
