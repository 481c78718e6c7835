"""Calendar values with the precision the source gave.

A value is a string of the record: a day `2025-07-23`, an ISO week `2025-W29`, a month `2025-07`, a year `2025`,
or a range `2025-07-24/2025-07-25` of two such values.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dragoman.errors import DateError

_UNIT = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d{2})|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


class Days(NamedTuple):
    """The first and the last day that a value may mean, both included."""

    first: date
    last: date


def _unit_days(value: str) -> Days:
    match = _UNIT.fullmatch(value)
    if match is None:
        raise DateError(
            f"{value!r} is not a day, week, month or year of the record (2025-07-23, 2025-W29, 2025-07, 2025)"
        )
    year = int(match["year"])
    try:
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return Days(monday, monday + timedelta(days=6))
        if match["day"]:
            day = date.fromisoformat(value)
            return Days(day, day)
        if match["month"]:
            month = int(match["month"])
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Days(date(year, 1, 1), date(year, 12, 31))
    except (ValueError, IndexError) as error:
        raise DateError(f"{value!r} is not in the calendar: {error}") from error


@lru_cache(maxsize=4096)
def days(value: str) -> Days:
    """The first and last day of a value or range. Raises DateError for anything else."""
    first, slash, last = value.partition("/")
    if not slash:
        return _unit_days(value)
    start, end = _unit_days(first), _unit_days(last)
    if end.last < start.first:
        raise DateError(f"{value!r} ends before it begins")
    return Days(start.first, end.last)


def is_day(value: str) -> bool:
    """Whether the value is one calendar day."""
    return len(value) == 10 and value[4] == value[7] == "-" and (value[:4] + value[8:]).isdigit()


def within(inner: str, outer: str) -> bool:
    """Whether `inner` is the same as `outer` or a refinement of it (23 July in July)."""
    a, b = days(inner), days(outer)
    return b.first <= a.first and a.last <= b.last


def compatible(one: str, other: str) -> bool:
    """Whether both can hold of one event: one lies within the other."""
    return within(one, other) or within(other, one)


def bounds(value: str) -> tuple[str, str]:
    """A value as the `start` and `end` slots: a range is split, anything else stands in both."""
    first, slash, last = value.partition("/")
    return (first, last) if slash else (value, value)


def join(start: str | None, end: str | None) -> str | None:
    """The slots `start` and `end` as one value: equal bounds give one unit, unequal ones a range."""
    if start is None or end is None or start == end:
        return start or end
    return f"{start}/{end}"
