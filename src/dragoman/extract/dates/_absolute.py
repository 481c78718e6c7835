"""Expressions that name their day, month or year: "2 June 2025", "July 24-25", "April 12, 19 and 26", "the 1990s"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._direction import Direction
from dragoman.extract.dates._relative import bare_month_form
from dragoman.extract.dates._resolver import Match, Reading, Resolver, day_of, month_of, number_of, one
from dragoman.lexicon.calendar import blocking_words, calendar, calendar_days, days_of_events, direction_words
from dragoman.model.dates import days


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
    if _is_name(r, m):
        return
    number = month_of(m["dm_m"])
    year = m["dm_y"] or _relative_year(r, m["dm_r"])
    days = [day_of(d) for d in re.findall(r"\d{1,2}", m["dm_l"] or "")]
    if m["dm_b"]:
        yield from _range(r, m, (number, day_of(m["dm_a"])), (number, day_of(m["dm_b"])), year)
    elif len(days) == 1 and (r.follows(m, "between") or _are_next(day_of(m["dm_a"]), days[0], m["dm_l"])):
        yield from _range(r, m, (number, day_of(m["dm_a"])), (number, days[-1]), year)
    else:
        spot = _Month(number, day_of(m["dm_a"]), year, m["dm_w"], m.span("dm_l"), month_last=True)
        yield from _list(r, m, spot, (m.start(), m.end("dm_a") if days else m.end()))


def md_form(r: Resolver, m: Match) -> Iterator[Reading]:
    if _is_name(r, m):
        return
    first = month_of(m["md_m"]), day_of(m["md_a"])
    year = m["md_y"] or _relative_year(r, m["md_r"])
    if m["md_n"]:
        last = month_of(m["md_n"]), day_of(m["md_c"])
        yield from _two(r, m, (first, m.end("md_a"), year), (last, m.start("md_n"), year))
    elif m["md_b"]:
        yield from _range(r, m, first, (first[0], day_of(m["md_b"])), year)
    elif (
        m["md_l"]
        and len(re.findall(r"\d+", m["md_l"])) == 1
        and (r.follows(m, "between") or _are_next(first[1], day_of(m["md_l"]), m["md_l"]))
    ):
        yield from _range(r, m, first, (first[0], day_of(m["md_l"])), year)
    else:
        end = max(m.end("md_y"), m.end("md_a"), m.end() if m["md_r"] else 0)
        spot = _Month(*first, year or _year_of_event(r, m, *first), m["md_w"], m.span("md_l"))
        yield from _list(r, m, spot, (m.start(), end))


def _are_next(first: int, last: int, join: str) -> bool:
    """Whether two days of a month are a day and the next: "17 and 18 March" is one stretch of two days."""
    return last == first + 1 and "or" not in join


def months_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """Two days of different months: "29 September to 1 October"."""
    first = month_of(m["ms_m"]), day_of(m["ms_a"])
    last = month_of(m["ms_n"]), day_of(m["ms_b"])
    yield from _two(
        r, m, (first, m.end("ms_x") if m["ms_x"] else m.end("ms_m"), m["ms_x"]), (last, m.start("ms_b"), m["ms_y"])
    )


_Told = tuple[tuple[int, int], int, str | None]  # month and day, an offset, the year


def _two(r: Resolver, m: Match, first: _Told, last: _Told) -> Iterator[Reading]:
    """Two days with their months: one range, or two days where only "and" joins them."""
    (start, end, year), (stop, begin, last_year) = first, last
    joined = re.fullmatch(r"\s?and\s?", m.string[end:begin]) and not r.follows(m, "between")
    if joined and not _is_next_day(start, stop, int(last_year or r.published.year)):
        for (number, day), places in ((start, (m.start(), end)), (stop, (begin, m.end()))):
            told = (year if number == start[0] else None) or last_year
            found = v.day_or_none(int(told), number, day) if told else r.year_of(m, number, day, None)
            if found:
                yield Reading(*places, found.isoformat(), "DATE")
    elif year and last_year and year != last_year:
        yield one(m, f"{int(year):04d}-{start[0]:02d}-{start[1]:02d}/{int(last_year):04d}-{stop[0]:02d}-{stop[1]:02d}")
    else:
        yield from _range(r, m, start, stop, last_year or year)


def _is_next_day(first: tuple[int, int], last: tuple[int, int], year: int) -> bool:
    """Whether the second is the day after the first: "31 March and 1 April"."""
    start = v.day_or_none(year, *first)
    end = v.day_or_none(year + (last < first), *last)
    return start is not None and end is not None and (end - start).days == 1


def named_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """Christmas Day, of the year that its neighbours tell."""
    before = re.search(r"\b([a-z]+)\s$", r.text[max(0, m.start() - 12) : m.start()])
    if not m["nm_d"].endswith(("Day", "Eve")) and not (before and before[1] in direction_words()["before"]):
        return  # a season, a feast or a film, unless something is done by or at it
    day = calendar_days()[re.sub(r"\s", " ", m["nm_d"])]
    year = m["nm_y"]
    found = v.day_or_none(int(year), day.month, day.day) if year else r.year_of(m, day.month, day.day, None)
    if found:
        yield one(m, found.isoformat())


def week_of_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the week of October 14"."""
    number, day = month_of(m["wo_m"] or m["wo_n"]), day_of(m["wo_d"] or m["wo_e"])
    found = v.day_or_none(int(m["wo_y"]), number, day) if m["wo_y"] else r.year_of(m, number, day, None)
    if found:
        yield one(m, v.week(found))


def day_alone_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "on the 12th": of the month last told, else of the nearest one that the verb allows."""
    if not r.follows(m, "on") and "month" not in m[0]:
        return
    day = number_of(m["nt_d"]) or day_of(m["nt_d"])
    if "month" in m[0]:
        month = r.month or r.published
        found = v.day_or_none(month.year, month.month, day)
        yield from [one(m, found.isoformat())] if found else []
        return
    anchor = r.narrative or r.published
    firsts = [date.fromisoformat(v.month(anchor.year, anchor.month + step) + "-01") for step in (-1, 0, 1)]
    near = [d for d in (v.day_or_none(first.year, first.month, day) for first in firsts) if d]
    told = r.direction(m)
    if told is Direction.AHEAD:
        near = [d for d in near if d >= anchor]
    elif r.narrative is None:
        near = [d for d in near if d <= anchor]
    if near:
        yield one(m, min(near, key=lambda d: abs(d - anchor)).isoformat())


def _is_name(r: Resolver, m: Match) -> bool:
    """Whether a month and day are part of a name: "May 9 Square"."""
    after = re.match(r"\s([A-Z][a-z]+)", r.text[m.end() : m.end() + 20])
    return after is not None and after[1] in blocking_words()["after_day"]


def _year_of_event(r: Resolver, m: Match, number: int, day: int) -> str | None:
    """The year of an event that is called by its day: "the September 11 attacks"."""
    after = re.match(r",?\s([A-Za-z]+)", r.text[m.end() : m.end() + 20])
    for event in days_of_events():
        told = v.day_or_none(event.year, event.month, event.day)
        if after and (number, day) == (event.month, event.day) and after[1].lower() in event.nouns:
            return str(event.year) if told and told <= r.published else None
    return None


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


def month_range_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "February to August this year": of one year unless the first month is the later one."""
    first, last = month_of(m["mr_a"]), month_of(m["mr_b"])
    year = m["mr_y"] or _relative_year(r, m["mr_r"])
    if not year:
        back = r.direction(m) is not Direction.AHEAD
        year = str(r.published.year - (back and last > r.published.month) + (not back and last < r.published.month))
    start = int(m["mr_x"]) if m["mr_x"] else int(year) - (first > last)
    value = f"{v.month(start, first)}/{v.month(int(year), last)}"
    r.narrative = date.fromisoformat(v.month(int(year), last) + "-01")
    yield one(m, value)


def half_month_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the second half of November"."""
    month = (
        next(bare_month_form(r, m, m["hm_m"], "")).timex
        if not m["hm_y"]
        else v.month(int(m["hm_y"]), month_of(m["hm_m"]))
    )
    last = days(month).last.isoformat()
    yield one(m, f"{month}-01/{month}-15" if m["hm_n"].lower() == "first" else f"{month}-16/{last}")


def year_range_form(r: Resolver, m: Match) -> Iterator[Reading]:
    a, b = m["yr_a"], m["yr_b"]
    b = a[:2] + b if len(b) == 2 else b
    # A stroke joins only a year and the next ("the 2019/20 season").
    if int(a) < int(b) and (not m["yr_s"] or int(b) == int(a) + 1):
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
    if 1900 <= year <= 2100 and (m["ye_e"] or _is_year(r, m)):
        yield one(m, f"{year:04d}")


def _is_year(r: Resolver, m: Match) -> bool:
    before, after = r.text[max(0, m.start() - 24) : m.start()], r.text[m.end() : m.end() + 24]
    words, blocked = direction_words(), blocking_words()
    found = re.search(r"([A-Za-z]+)\.?\s$", before)
    word = found[1] if found else ""
    if word in blocked["before_year"]:
        return False
    if word.lower() in words["before"]:
        counts = re.match(r"\s[a-z]+s\b(?!\s(?:of|the)\b)", after)
        listed = re.search(r"\b\d{4}\)?,?\s(?:and|or)\s$", before)
        return not counts or bool(listed) or word.lower() not in words["before_number"]
    if word in blocked["event_year"] or (
        re.search(r"\d{4},\s$", before) and re.match(r",?\s(?:and|or)\s\d{4}\b", after)
    ):
        return True
    if before.endswith("("):
        return after[:1] in tuple("), -–")
    if re.search(r"[a-z],\s$", before):
        return bool(re.match(r"[.;:)\n]|$", after))
    owned = re.search(r"(?:\b(?:the|an?|its|their|his|her)\s(?:[a-z]+\s)?|[a-z]'s\s)$", before, re.IGNORECASE)
    return bool(owned and re.match(r"\s[A-Za-z]", after)) and not re.match(r"[\s-]years?\b", after)


def season_year_form(r: Resolver, m: Match) -> Iterator[Reading]:
    yield one(m, v.season(m["se_s"].lower(), int(m["se_y"])))
