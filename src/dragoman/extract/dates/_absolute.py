"""Expressions that name their day, month or year: "2 June 2025", "July 24-25", "April 12, 19 and 26", "the 1990s"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._resolver import Match, Reading, Resolver, day_of, month_of, one
from dragoman.lexicon.calendar import calendar, direction_words


@dataclass(frozen=True, slots=True)
class _Month:
    """A month with its first day, year and weekday as told, and where further days of it stand."""

    month: int
    first: int
    year: str | None
    weekday: str | None
    rest: tuple[int, int]
    month_last: bool = False


def iso_form(r: Resolver, m: Match) -> Iterator[Reading]:
    year, number, day = (int(part) for part in m["iso_d"].split("-"))
    if v.day_or_none(year, number, day):
        yield one(m, m["iso_d"])


def slash_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """American order unless the first number is no month, or dots part them."""
    a, b, year = int(m["sl_a"]), int(m["sl_b"]), int(m["sl_y"])
    number, day = (b, a) if a > 12 or "." in m[0] else (a, b)
    if found := v.day_or_none(year, number, day) if 1 <= number <= 12 else None:
        yield one(m, found.isoformat())


def dm_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number = month_of(m["dm_m"])
    if m["dm_m"] == "May" and re.search(r"\bbut\b|\bthe$", r.text[max(0, m.start() - 5) : m.start()]):
        return
    between = re.search(r"\b[Bb]etween\s$", r.text[max(0, m.start() - 9) : m.start()])
    days = [day_of(d) for d in re.findall(r"\d{1,2}", m["dm_l"] or "")]
    if m["dm_b"]:
        yield from _range(r, m, (number, day_of(m["dm_a"])), (number, day_of(m["dm_b"])), m["dm_y"])
    elif days and between:
        yield from _range(r, m, (number, day_of(m["dm_a"])), (number, days[-1]), m["dm_y"])
    else:
        spot = _Month(number, day_of(m["dm_a"]), m["dm_y"], m["dm_w"], m.span("dm_l"), month_last=True)
        yield from _list(r, m, spot, (m.start(), m.end("dm_a") if days else m.end()))


def md_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number = month_of(m["md_m"])
    if m["md_b"]:
        last = month_of(m["md_n"]) if m["md_n"] else number
        yield from _range(r, m, (number, day_of(m["md_a"])), (last, day_of(m["md_b"])), m["md_y"])
    else:
        year = m["md_y"] or _relative_year(r, m["md_r"])
        end = max(m.end("md_y"), m.end("md_a"), m.end() if m["md_r"] else 0)
        spot = _Month(number, day_of(m["md_a"]), year, m["md_w"], m.span("md_l"))
        yield from _list(r, m, spot, (m.start(), end))


def _relative_year(r: Resolver, word: str | None) -> str | None:
    """The year of "May 7 last year"."""
    return str(r.published.year + {"last": -1, "this": 0, "next": 1}[word.lower()]) if word else None


def _range(r: Resolver, m: Match, first: tuple[int, int], last: tuple[int, int], year: str | None) -> Iterator[Reading]:
    if year:
        start, end = v.day_or_none(int(year), *first), v.day_or_none(int(year), *last)
        if start and end and start > end:
            start = v.day_or_none(int(year) - 1, *first)
    else:
        start = r.year_of(m, *first, None)
        end = v.day_or_none(start.year + (last < first), *last) if start else None
    if start and end and start <= end:
        r.narrative = end
        yield one(m, f"{start.isoformat()}/{end.isoformat()}")


def _list(r: Resolver, m: Match, spot: "_Month", heads: tuple[int, int]) -> Iterator[Reading]:
    """A day, and the days that share its month: "April 12, 19 and 26" are three.

    `heads` are the offsets of the first day's expression; the others are the numbers of `spot.rest`.
    """
    start, end = spot.rest
    tail = (
        [
            (start + t.start(), start + t.end(), int(t[0]))
            for t in re.finditer(r"\d{1,2}", m.string[max(start, 0) : end])
        ]
        if start >= 0
        else []
    )
    places = [(*heads, spot.first), *tail]
    if spot.month_last and tail:
        places[-1] = (places[-1][0], m.end(), places[-1][2])
    for begin, stop, day in places:
        found = (
            v.day_or_none(int(spot.year), spot.month, day) if spot.year else r.year_of(m, spot.month, day, spot.weekday)
        )
        if found:
            yield Reading(begin, stop, found.isoformat(), "DATE")


def my_form(r: Resolver, m: Match) -> Iterator[Reading]:
    year = int(m["my_y"]) if m["my_y"] else r.published.year + {"last": -1, "this": 0, "next": 1}[m["my_r"].lower()]
    yield one(m, v.month(year, month_of(m["my_m"])))


def year_range_form(r: Resolver, m: Match) -> Iterator[Reading]:
    a, b = m["yr_a"], m["yr_b"]
    b = a[:2] + b if len(b) == 2 else b
    if int(a) < int(b):
        yield one(m, f"{a}/{b}")


def decade_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the 1960s", "the sixties", "the 20th century": from their first day to their last."""
    if m["dec_c"]:
        first = (int(m["dec_c"][:2]) - 1) * 100
        yield one(m, f"{first:04d}-01-01/{first + 99:04d}-12-31")
        return
    if m["dec_w"]:
        if not re.match(r"the\s", m[0], re.IGNORECASE):
            return  # "in his sixties" is an age
        first = 1900 + calendar().number[m["dec_w"].lower().removesuffix("ies") + "y"]
    else:
        first = int(m["dec_y"])
    yield one(m, f"{first:04d}-01-01/{first + 9:04d}-12-31")


def year_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """A number is a year after a word that dates, before a noun with an article, or in brackets."""
    year = int(m["ye_y"])
    before = r.text[max(0, m.start() - 16) : m.start()]
    word = re.search(r"([A-Za-z]+)\s$", before)
    told = bool(word) and word[1].lower() in direction_words()["before"] if word else False
    bracketed = before.endswith("(") and r.text[m.end() : m.end() + 1] in ("), -–")
    owned = bool(re.search(r"\b(?:the|an?|its|their|his)\s(?:[a-z]+\s)?$", before, re.I)) and bool(
        re.match(r"\s[A-Za-z]", r.text[m.end() :])
    )
    if 1900 <= year <= 2100 and (told or bracketed or owned or m["ye_e"]):
        yield one(m, f"{year:04d}")


def season_year_form(r: Resolver, m: Match) -> Iterator[Reading]:
    yield one(m, v.season(m["se_s"].lower(), int(m["se_y"])))
