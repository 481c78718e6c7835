"""Small phrases that every face of the record shares: days, chains, counts, balances."""

import re
from datetime import date

from dragoman.model.dates import bounds, is_day, is_half_told

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip

_UNIT = r"\d{4}-(?:W\d\d|\d\d(?:-\d\d)?)"
_CALENDAR = re.compile(rf"(?:(?<![\w/])/)?\b{_UNIT}(?:/(?:{_UNIT})?)?(?!\w)")


def day_words(value: str | None) -> str:
    """A calendar value as people write it: "23 July 2025", "24–25 July 2025", "week 29 of 2025", "July 2025", "from 25 July 2025"."""
    if value is None:
        return "no date"
    if is_half_told(value):
        return f"{'until' if value.startswith('/') else 'from'} {_unit_words(value.strip('/'))}"
    first, last = bounds(value)
    if first == last:
        return _unit_words(first)
    if is_day(first) and is_day(last):
        a, b = date.fromisoformat(first), date.fromisoformat(last)
        if (a.year, a.month) == (b.year, b.month):
            return f"{a.day}–{_unit_words(last)}"
        if a.year == b.year:
            return f"{a.day} {MONTHS[a.month - 1]} – {_unit_words(last)}"
    return f"{_unit_words(first)} – {_unit_words(last)}"


def _unit_words(value: str) -> str:
    if "W" in value:
        year, week = value.split("-W")
        return f"week {int(week)} of {year}"
    parts = value.split("-")
    if len(parts) == 1:
        return value
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) == 3 else month


def value_words(value: str | None) -> str:
    """A slot's value as people write it: days in words, the rest as it is."""
    if value is None:
        return ""
    try:
        return day_words(value) if "-" in value and value.lstrip("/")[:4].isdigit() else value
    except (ValueError, IndexError):
        return value


def date_words(text: str) -> str:
    """A line of the record with its calendar values in words."""
    return _CALENDAR.sub(lambda found: value_words(found[0]), text)


def chain_words(sources: tuple[str, ...]) -> str:
    """An attribution chain, outermost first: "Zelensky ← Umerov"; the outlet's own voice where it is empty."""
    return " ← ".join(sources) if sources else "the outlet itself"


def count_words(quantity: int | float | None, mod: str | None, unit: str | None, per_party: bool | None = None) -> str:
    """A quantity as people write it: "at least 1,000 prisoners per side"; "" where there is none."""
    if quantity is None and mod != "all":
        return unit or ""
    number = f"{quantity:,}" if quantity is not None else ""
    words = [mod, number, unit, "from each side" if per_party else None]
    return " ".join(word for word in words if word)


def clip(text: str, width: int) -> str:
    """The text on one line, cut at a word where it is longer than `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def plural(number: int, noun: str, many: str | None = None) -> str:
    """ "1 report", "3 reports"."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"
