"""Arithmetic of the calendar: days, weeks, months, years as TIMEX3 values, and those as values of the record."""

import re
from datetime import date, timedelta

from dragoman.lexicon.calendar import calendar

_PART = re.compile(r"^(\d{4}-\d\d-\d\d)T")
_WEEKEND = re.compile(r"^(\d{4})-W(\d\d)-WE$")
_QUARTER = re.compile(r"^(\d{4})-([QH])(\d)$")
_SEASON = re.compile(r"^(\d{4})-(SP|SU|FA|WI)$")
_YEARS = re.compile(r"^(\d{4})-01-01/(\d{4})-12-31$")
_PLAIN = re.compile(r"^\d{4}(-W\d\d|-\d\d(-\d\d)?)?(/\d{4}(-W\d\d|-\d\d(-\d\d)?)?)?$")


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def month(year: int, number: int) -> str:
    """A month, carried over years: month 13 is January of the next."""
    year, zero = divmod(year * 12 + number - 1, 12)
    return f"{year:04d}-{zero + 1:02d}"


def shift(day: date, unit: str, number: int) -> str:
    """The unit of the calendar so many units away; as coarse as the unit."""
    if unit == "D":
        return (day + timedelta(days=number)).isoformat()
    if unit == "W":
        return week(day + timedelta(weeks=number))
    if unit == "M":
        return month(day.year, day.month + number)
    if unit == "E":
        return f"{day.year + 10 * number:04d}"
    return f"{day.year + number:04d}"


def season(name: str, year: int) -> str:
    """A season of a year; winter is that which begins in its December."""
    return f"{year:04d}-{calendar().season_code[name]}"


def day_or_none(year: int, number: int, day: int) -> date | None:
    """A day of the calendar, or None for 30 February."""
    try:
        return date(year, number, day)
    except ValueError:
        return None


def record_value(timex: str) -> str | None:
    """The record's form of a TIMEX3 value: a day, week, month, year or range; None for what is none of these."""
    if part := _PART.match(timex):
        return part[1]
    if weekend := _WEEKEND.match(timex):
        saturday = date.fromisocalendar(int(weekend[1]), int(weekend[2]), 6)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if quarter := _QUARTER.match(timex):
        length = 3 if quarter[2] == "Q" else 6
        first = (int(quarter[3]) - 1) * length + 1
        return f"{month(int(quarter[1]), first)}/{month(int(quarter[1]), first + length - 1)}"
    if found := _SEASON.match(timex):
        return found[1]  # where a season begins depends on the speaker's sky: no month is told
    if years := _YEARS.match(timex):
        return f"{years[1]}/{years[2]}"
    return timex if _PLAIN.match(timex) else None
