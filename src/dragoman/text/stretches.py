"""Stretches of time within which something is to be done: "within 30 days", "in three months"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dragoman.lexicon.calendar import calendar

_MONTHS = 12
_PER_UNIT = {"day": 1, "week": 7}


def day_within(text: str, start: str) -> str | None:
    """The last day of the first stretch that a text gives, counted from a day on."""
    return next(days_within(text, start), None)


def days_within(text: str, start: str) -> Iterator[str]:
    """The last day of each stretch that a text gives, counted from a day on."""
    for match in _pattern().finditer(text):
        count = int(match["count"]) if match["count"].isdigit() else int(calendar().number[match["count"].lower()])
        day = _after(date.fromisoformat(start), count, match["unit"].lower())
        if day is not None:
            yield day.isoformat()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted((word for word, value in calendar().number.items() if value == int(value)), key=len, reverse=True)
    return re.compile(
        rf"\bwithin\s+(?:the\s+next\s+)?(?P<count>\d{{1,3}}|{'|'.join(map(re.escape, words))})[\s-]+(?P<unit>day|week|month|year)s?\b",
        re.IGNORECASE,
    )


def _after(start: date, count: int, unit: str) -> date | None:
    """The day so many units later; of a month too short its last day. None past the end of the calendar."""
    try:
        if unit in _PER_UNIT:
            return start + timedelta(days=count * _PER_UNIT[unit])
        months = start.month - 1 + count * (_MONTHS if unit == "year" else 1)
        year, month = start.year + months // _MONTHS, months % _MONTHS + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None
