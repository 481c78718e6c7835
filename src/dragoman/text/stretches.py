"""Stretches of time: how long something may take ("within 30 days", "in three months"), how long ago it was ("a day after")."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import lru_cache

from dragoman.lexicon.calendar import calendar

_MONTHS = 12
_HOURS = 24
_PER_UNIT = {"day": 1, "week": 7}
# "Within 72 hours of the pullback" counts from the pullback, whose day nobody knows.
_OWN_START = (
    r"(?!\s+(?:of|after|from|following)\s+(?!(?:the\s+|its\s+|their\s+|this\s+|that\s+)?"
    r"(?:sign|signature|agreement|accord|deal|today|now|pact|treaty|truce|ceasefire|date\s+of\s+sign)))"
    r"(?!\s+of\s+talks)"
)


def day_within(text: str, start: str) -> str | None:
    """The last day of the first stretch that a text gives, counted from a day on."""
    return next(days_within(text, (start,)), None)


def days_within(text: str, starts: Collection[str]) -> Iterator[str]:
    """The last day of each stretch that a text gives, counted from each of these days on."""
    for match in _ahead().finditer(text):
        for start in starts:
            day = _after(date.fromisoformat(start), _number(match["count"]), match["unit"].lower())
            if day is not None:
                yield day.isoformat()


def days_ago(text: str) -> Iterator[int]:
    """How many days "a day after", "two weeks after" or "hours after" lies back, each time a text says so."""
    for match in _back().finditer(text):
        unit = match["unit"].lower()
        if unit == "hour":
            yield 0
        elif match["count"]:
            yield _number(match["count"]) * _PER_UNIT[unit]


def earlier(day: str, back: int) -> str:
    """The day so many days before another."""
    return (date.fromisoformat(day) - timedelta(days=back)).isoformat()


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(calendar().number[word.lower()])


@lru_cache(maxsize=1)
def _ahead() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:within|inside|in|no\s+later\s+than|not\s+later\s+than|in\s+at\s+most)\s+"
        rf"(?:the\s+(?:next|coming|following)\s+)?(?P<count>\d{{1,3}}|{_numbers()})[\s-]+"
        rf"(?P<unit>hour|day|week|month|year)s?\b(?!\s+ago|-)(?:\s+at\s+(?:most|the\s+latest))?{_OWN_START}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<count>\d{{1,2}}|{_numbers()})\s+)?(?P<unit>hour|day|week)s?\s+after\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _numbers() -> str:
    words = sorted((word for word, value in calendar().number.items() if value == int(value)), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def _after(start: date, count: int, unit: str) -> date | None:
    """The day so many units later; of a month too short its last day. None past the end of the calendar."""
    try:
        if unit == "hour":
            return start + timedelta(days=-(-count // _HOURS))
        if unit in _PER_UNIT:
            return start + timedelta(days=count * _PER_UNIT[unit])
        months = start.month - 1 + count * (_MONTHS if unit == "year" else 1)
        year, month = start.year + months // _MONTHS, months % _MONTHS + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None
