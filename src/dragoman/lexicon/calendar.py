"""The words of the calendar."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.lexicon.loader import load_words, read_lexicon


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names and their values; months and weekdays by their capitalised names, the rest in lower case."""

    month: dict[str, int]
    weekday: dict[str, int]
    part: dict[str, str]
    season: dict[str, int]
    season_code: dict[str, str]
    unit: dict[str, str]
    ordinal: dict[str, int]
    number: dict[str, int]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The calendar's names, with the number words."""
    tables: dict[str, Any] = read_lexicon("calendar")
    return Calendar(**tables, number=read_lexicon("numbers")["value"])


@lru_cache(maxsize=1)
def direction_words() -> dict[str, frozenset[str]]:
    """Words that tell whether an event lies ahead or behind."""
    return load_words("dates")
