"""The words of the calendar."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.lexicon.loader import load_rows, load_words, read_lexicon


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names and their values; months and weekdays by their capitalised names, the rest in lower case.

    `uncounted` are number words that count no units ("the second day"), `vague` counts without a number ("several").
    """

    month: dict[str, int]
    weekday: dict[str, int]
    part: dict[str, str]
    season: dict[str, int]
    season_code: dict[str, str]
    unit: dict[str, str]
    step: dict[str, int]
    uncounted: list[str]
    vague: list[str]
    number: dict[str, int]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that comes every year under a name, such as Christmas Day."""

    name: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class DayOfEvent:
    """An event called by its day: "the September 11 attacks" are of 2001 whenever they are told of."""

    month: int
    day: int
    year: int
    nouns: tuple[str, ...]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The calendar's names, with the number words."""
    tables: dict[str, Any] = read_lexicon("calendar")
    return Calendar(**tables, number=read_lexicon("numbers")["value"])


@lru_cache(maxsize=1)
def calendar_days() -> dict[str, CalendarDay]:
    """Days that come every year, by name."""
    return {row.name: row for row in load_rows("dates_named", "day", CalendarDay)}


@lru_cache(maxsize=1)
def days_of_events() -> tuple[DayOfEvent, ...]:
    """Events that are called by their day and month."""
    return tuple(load_rows("dates_named", "event", DayOfEvent))


@lru_cache(maxsize=1)
def direction_words() -> dict[str, frozenset[str]]:
    """Words that tell whether an event lies ahead or behind."""
    return load_words("dates")


@lru_cache(maxsize=1)
def blocking_words() -> dict[str, frozenset[str]]:
    """Words beside which a name of the calendar is part of another name."""
    return load_words("dates_blocked")


def opening_words() -> frozenset[str]:
    """Lower-case words with which an expression may begin, besides months, weekdays and figures."""
    cal = calendar()
    names = {name.split()[0].split("'")[0].lower() for name in calendar_days()}
    counts = {word for word, value in cal.number.items() if 1 <= value <= 90}
    return direction_words()["opens"] | names | counts | set(cal.season) | {word.split()[0] for word in cal.vague}
