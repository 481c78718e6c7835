"""Calendar values with the precision the source gave.

A value is a string of the record: a day `2025-07-23`, an ISO week `2025-W29`, a month `2025-07`, a year `2025`,
or a range `2025-07-24/2025-07-25` of two such values. Of a range whose end is not told the second is empty, `2025-07-24/`,
and of one whose beginning is not told the first, as in EDTF.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
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
    """The first and last day of a value or range, as far as they are told. Raises DateError for anything else."""
    first, slash, last = value.partition("/")
    if not (slash and first and last):
        return _unit_days(first or last)
    start, end = _unit_days(first), _unit_days(last)
    if end.last < start.first:
        raise DateError(f"{value!r} ends before it begins")
    return Days(start.first, end.last)


def is_day(value: str) -> bool:
    """Whether the value is one calendar day."""
    return len(value) == 10 and value[4] == value[7] == "-" and (value[:4] + value[8:]).isdigit()


def is_half_told(value: str) -> bool:
    """Whether of a range the beginning alone, or the end alone, is told."""
    return value.startswith("/") or value.endswith("/")


def within(inner: str, outer: str) -> bool:
    """Whether `inner` is the same as `outer` or a refinement of it (23 July in July)."""
    a, b = days(inner), days(outer)
    return b.first <= a.first and a.last <= b.last


def compatible(one: str, other: str) -> bool:
    """Whether both can hold of one event: one lies within the other, or one is when it began or ended."""
    if is_half_told(other):
        one, other = other, one
    if not is_half_told(one):
        return within(one, other) or within(other, one)
    begun, ended = one.endswith("/"), one.startswith("/")
    first, slash, last = other.partition("/")
    if is_half_told(other) and begun != other.endswith("/"):
        start, end = (one, other) if begun else (other, one)
        return days(start).first <= days(end).last
    if ended and not slash:
        return days(other).first <= days(one).last  # a day of it, or the day for which it was set
    edge, same = one.strip("/"), (first if begun else last) or first
    return within(edge, other) or within(same, edge)


def bounds(value: str) -> tuple[str, str]:
    """A value as the `start` and `end` slots: a range is split, anything else stands in both."""
    first, slash, last = value.partition("/")
    return (first, last) if slash else (value, value)


def join(start: str | None, end: str | None) -> str | None:
    """The slots `start` and `end` as one value: equal bounds give one unit, unequal ones a range."""
    if start is None or end is None or start == end:
        return start or end
    return f"{start}/{end}"


def stretch(start: str | None, end: str | None) -> str | None:
    """The same, where a slot that is not told stays so: `2025-10-25/`, `/2025-10-28`."""
    if (start is None) == (end is None):
        return join(start, end)
    return f"{start or ''}/{end or ''}"


def narrowed(values: Iterable[str]) -> str:
    """The finest time that values leave which can all hold; the day it began and the day it ended make one range."""
    ordered = sorted(dict.fromkeys(values), key=_length)
    whole = next((value for value in ordered if not is_half_told(value)), None)
    if whole is not None and len(ordered) == sum(not is_half_told(value) for value in ordered):
        return whole
    begun = next((value.strip("/") for value in ordered if value.endswith("/")), None)
    ended = next((value.strip("/") for value in ordered if value.startswith("/")), None)
    # A month tells neither the first day nor the last; a day of what began before it is not its last.
    first, last = bounds(whole) if whole and ("/" in whole or is_day(whole)) else (None, None)
    start = first if begun is None or (first and within(first, begun)) else begun
    last = last if start == first or first != last else None
    end = last if ended is None or (last and within(last, ended)) else ended
    found = stretch(start, end)
    assert found is not None
    return found


def _length(value: str) -> int:
    first, last = days(value)
    return (last - first).days
