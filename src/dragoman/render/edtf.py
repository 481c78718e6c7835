"""Dates in EDTF, the profile of ISO 8601-2 for dates that are coarse, rough or stretched."""

import re
from datetime import date, timedelta

from dragoman.model import DateMention
from dragoman.model.dates import days, is_day
from dragoman.render.rough import is_rough

# Level 2 codes of ISO 8601-2 for parts of a year, in the place of the month.
_PARTS = {
    "SP": 21, "SU": 22, "FA": 23, "WI": 24,
    "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36,
    "H1": 40, "H2": 41,
}  # fmt: skip
_PART_OF_YEAR = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_DECADE = re.compile(r"(?P<ten>\d{3})0-01-01/(?P=ten)9-12-31$")
_CENTURY = re.compile(r"(?P<cent>\d\d)00-01-01/(?P=cent)99-12-31$")


def edtf_of(mention: DateMention, text: str) -> str | None:
    """The expression in EDTF; None for lengths of time, repetitions, and days that cannot be told.

    A week is the interval of its days, since EDTF has no weeks; what the text calls rough ends in "~".
    """
    if mention.value is None:
        return None
    exact = _exact(mention)
    rough = is_rough(mention, text) and "T" not in exact and "X" not in exact
    return "/".join(f"{part}~" for part in exact.split("/")) if rough else exact


def _exact(mention: DateMention) -> str:
    value, timex = mention.value or "", mention.timex
    if part := _PART_OF_YEAR.match(timex):
        return f"{part[1]}-{_PARTS[part[2]]}"
    if clock := _CLOCK.match(timex):
        return _moment(*clock.groups())
    if decade := _DECADE.match(timex):
        return f"{decade[1]}X"
    if century := _CENTURY.match(timex):
        return f"{century[1]}XX"
    if "W" in value:
        first, _, last = value.partition("/")
        return f"{days(first).first}/{days(last or first).last}"
    return value


def _moment(day: str, hour: str, minute: str) -> str:
    """Midnight at the end of a day is the first moment of the next."""
    if hour == "24" and is_day(day):
        return f"{date.fromisoformat(day) + timedelta(days=1)}T00:{minute}:00"
    return f"{day}T{hour}:{minute}:00"
