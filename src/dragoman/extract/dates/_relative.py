"""Expressions that count from a day: weekdays, "last week", "two weeks ago", "the next day", "in March"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._direction import Direction
from dragoman.extract.dates._resolver import (
    Match,
    Reading,
    Resolver,
    month_of,
    number_of,
    one,
    step_of,
    unit_of,
    weekday_of,
)
from dragoman.lexicon.calendar import blocking_words, calendar, direction_words


def weekday_form(r: Resolver, m: Match) -> Iterator[Reading]:
    if _is_other_name(r, m):
        return
    wanted = weekday_of(m["wd_w"])
    word = (m["wd_r"] or "").strip().lower()
    if m["wd_k"]:
        anchor = r.told() if "following" in m["wd_k"].lower() else r.published
        weeks = {"last": -1, "this": 0}.get(m["wd_k"].split()[0].lower(), 1)
        found = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=weeks, days=wanted)
    else:
        found = _weekday_day(r, m, wanted, word)
    if m["wd_p"]:
        yield one(m, f"{found.isoformat()}T{calendar().part[m['wd_p'].lower()]}", "TIME")
        r.tell(m, found)
    else:
        yield one(m, found.isoformat())


def _is_other_name(r: Resolver, m: Match) -> bool:
    """ "Sunday Times", "Good Friday", "the Sunday trade ban": names and habits, no days."""
    blocked = blocking_words()
    after = re.match(r"\s([A-Za-z]+)", r.text[m.end() : m.end() + 20])
    before = re.search(r"([A-Za-z]+)\s$", r.text[max(0, m.start() - 12) : m.start()])
    return bool((after and after[1] in blocked["after_weekday"]) or (before and before[1] in blocked["before_weekday"]))


def _weekday_day(r: Resolver, m: Match, wanted: int, word: str) -> date:
    today = r.published
    back = (today.weekday() - wanted) % 7
    if word.startswith("the ") and r.narrative:
        # "the next Tuesday", "the previous Friday": told from the day last told
        step = -1 if "previous" in word or "past" in word else 1
        return r.narrative + step * timedelta(days=(step * (wanted - r.narrative.weekday())) % 7 or 7)
    word = word.removeprefix("the ")
    if word in ("last", "past", "this past", "previous"):
        return today - timedelta(days=back or 7)
    if word == "next":
        # "next Wednesday" is the one of the coming week, not the day after tomorrow.
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
        return monday + timedelta(days=wanted)
    if word in ("this", "coming", "this coming", "following"):
        return today + timedelta(days=(wanted - today.weekday()) % 7)
    return _nearest_weekday(r, wanted, ahead=r.direction(m) is Direction.AHEAD)


def _nearest_weekday(r: Resolver, wanted: int, ahead: bool) -> date:
    """The report's own day, else the weekday of the six days before or after it."""
    back = (r.published.weekday() - wanted) % 7
    return r.published + timedelta(days=7 - back if ahead and back else -back)


def weekday_range_form(r: Resolver, m: Match) -> Iterator[Reading]:
    first, last = weekday_of(m["wr_a"]), weekday_of(m["wr_b"])
    ahead = r.direction(m) is Direction.AHEAD
    start, end = _nearest_weekday(r, first, ahead), _nearest_weekday(r, last, ahead)
    if m["wr_c"] and not r.follows(m, "between"):
        for name, day in (("wr_a", start), ("wr_b", end)):
            yield Reading(m.start(name), m.end(name), day.isoformat(), "DATE")
        return
    if start > end:
        # A past range ends by the report's day, one to come begins by it.
        start, end = (
            (start, start + timedelta(days=(last - first) % 7))
            if ahead
            else (end - timedelta(days=(last - first) % 7), end)
        )
    yield one(m, f"{start.isoformat()}/{end.isoformat()}")


# "As strong today as it was": the present time, no day.
_NOWADAYS = re.compile(r"\s(?:as|than)\s(?:it|they|he|she|we|in|ever|before)\b")


def relative_form(r: Resolver, m: Match) -> Iterator[Reading]:
    word = re.sub(r"\s+", " ", m["rel_w"].lower())
    days = {
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "yesterday": -1,
        "the day after tomorrow": 2,
        "the day before yesterday": -2,
    }
    if word == "today" and _NOWADAYS.match(r.text, m.end()):
        return
    day = (r.published + timedelta(days=days[word])).isoformat()
    part = "NI" if word == "tonight" else calendar().part[m["rel_p"].lower()] if m["rel_p"] else None
    yield one(m, f"{day}T{part}", "TIME") if part else one(m, day)


def this_part_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "this morning" of the report's day; "that evening", "the evening before" of the day last told."""
    word, part = re.sub(r"\s", " ", m["tp_r"].lower()), calendar().part[m["tp_p"].lower()]
    if word == "the" and not m["tp_b"]:
        return
    anchor = r.published if word in ("this", "last") else r.told()
    back = word in ("last", "the previous") or m["tp_b"]
    days = -1 if back else 1 if word in ("the following", "the next") else 0
    yield one(m, f"{(anchor + timedelta(days=days)).isoformat()}T{part}", "TIME")


def in_day_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "Earlier in the day" is the report's; "earlier that day" is the day last told."""
    day = r.published if re.search(r"\bin\sthe\b", m[0], re.IGNORECASE) else r.told()
    yield one(m, day.isoformat())


_NAMED_EVENT = re.compile(r"\s(?:the|an?|its|their)\s(?:[a-z]+\s){1,4}(?:of|on)\s(?:the\s)?(?:[A-Z]|\d)")
_EVENT = re.compile(r"\s(?:(?:the|an?|its|their|his|her)\s|[A-Z])")
_AFTER = re.compile(r"next|following|after|later(?!\sthat)")
_BEFORE = re.compile(r"previous|preceding|before|earlier(?!\sthat)")


def anaphora_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the next day", "a week earlier": counted from the last day told."""
    anchor = r.told()
    text = re.sub(r"\s", " ", m["an_w"].lower())
    unit = (m["an_u"] or m["an_v"] or m["an_t"]).lower()
    if m["an_d"] and _EVENT.match(r.text[m.end() : m.end() + 8]):
        return  # "the day after the first shots"
    if m["an_t"] and not r.narrative:
        return  # "that day" of which nothing was told
    step = 1 if _AFTER.search(text) else -1 if _BEFORE.search(text) else 0
    if unit == "weekend":
        yield one(m, v.week(anchor + timedelta(weeks=step)) + "-WE")
    else:
        yield one(m, v.shift(anchor, calendar().unit[unit], step))


def ago_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = number_of(m["ago_n"]), unit_of(m["ago_u"])
    word = re.sub(r"\s+", " ", m["ago_d"].lower())
    if number is None or unit in "mS":
        return
    number *= step_of(m["ago_u"])
    if unit == "H":
        if word == "ago" and number >= 24:
            yield one(m, (r.published - timedelta(hours=number)).isoformat())
        return
    from_words = word in ("ago", "from now")
    anchor = r.published if from_words else r.told()
    sign = 1 if word in ("later", "after that", "from now") else -1
    # "over a decade ago" sets a bound; no year is told. "Two days before the deadline of July 24" counts from a day
    # that comes after it, not from the day last told.
    after = r.text[m.end() : m.end() + 60]
    event = _NAMED_EVENT.match(after) or (word in ("before", "prior") and _EVENT.match(after))
    bound = m["ago_q"] and m["ago_q"].split()[-1].lower() in ("over", "than", "under") and unit in "MYE"
    weeks = not from_words and unit == "W"
    value = (anchor + timedelta(weeks=sign * number)).isoformat() if weeks else v.shift(anchor, unit, sign * number)
    yield one(m, value)._replace(dated=not event and not bound)


# "Their first talks in seven years", "the worst fighting in months": how long nothing of the kind was.
_LENGTH = re.compile(r"\b(?:first|only|[a-z]{3,}est|most)\s(?:[a-z-]+\s){1,5}$")


def in_units_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "in two weeks" lies ahead; after a past verb it is a length of time."""
    number, unit = number_of(m["in_n"]), unit_of(m["in_u"])
    if number is None or unit in "SC":
        return
    number *= step_of(m["in_u"])
    if unit in "Hm":
        yield Reading(m.start("in_n"), m.end(), f"PT{number}{unit.upper()}", "DURATION")
    elif m["in_p"].lower() == "within" or r.direction(m) is Direction.BACK or _LENGTH.search(r.text[: m.start()][-40:]):
        yield Reading(m.start("in_n"), m.end(), f"P{number}{unit}", "DURATION")
    else:
        yield one(m, v.shift(r.published, unit, number))


def of_unit_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "last week", "earlier this month", "the end of the year", "over the weekend", "last summer"."""
    after = r.text[m.end() : m.end() + 6]
    name = re.search(r" [A-Z]\w+$", m[0]) and re.match(r"\s[A-Z]", after)
    if name or re.match(r"\sof\s(?:[A-Z]|\d)", after):
        return  # "the weekend of 12-13 July" is told by what follows; "the Winter Games" are none
    word, unit = re.sub(r"\s+", " ", m["un_r"].lower()), m["un_u"].lower()
    step = (
        -1
        if re.search(r"last|previous|preceding|past", word)
        else 1
        if re.search(r"next|following|coming", word)
        else 0
    )
    if (
        word in ("the", "over the", "at the", "the same", "the current", "current")
        and unit not in ("weekend",)
        and not m["un_e"]
        and not _is_known_season(r, m, unit)
        and not (m["un_y"] or m["un_z"])
    ):
        return
    anchor = r.published
    if unit == "weekend":
        yield from _weekend(r, m, word, step)
    elif unit in calendar().season:
        yield from _season_of(r, m, unit, step)
    elif unit == "quarter":
        quarter = (anchor.month - 1) // 3 + step
        yield one(m, f"{anchor.year + quarter // 4}-Q{quarter % 4 + 1}")
    elif unit == "decade":
        yield one(m, f"{anchor.year // 10 + step}")
    elif unit in ("week", "month", "year"):
        if word == "the past" or (m["un_e"] is None and word == "the coming"):
            yield one(m, f"P1{calendar().unit[unit]}", "DURATION")
        else:
            yield one(m, v.shift(anchor, calendar().unit[unit], step))


def _is_known_season(r: Resolver, m: Match, unit: str) -> bool:
    """ "Since the summer", "in the spring": dated by the preposition; "the fall of the government" is none."""
    after = re.match(r"\s([a-z]+)", r.text[m.end() : m.end() + 14])
    if unit not in calendar().season or (after and (after[1] == "of" or after[1] not in direction_words()["links"])):
        return False
    return any(r.follows(m, word) for word in ("since", "in", "during", "until", "before", "by", "after"))


def _weekend(r: Resolver, m: Match, word: str, step: int) -> Iterator[Reading]:
    told = r.direction(m)
    if word in ("the", "over the", "at the"):
        # On a Saturday or Sunday the weekend is this one; on a working day the last, unless the verb looks ahead.
        step = 0 if r.published.weekday() >= 5 or told is Direction.AHEAD else -1
        yield one(m, v.week(r.published + timedelta(weeks=step)) + "-WE")
    else:
        if word == "this" and told is Direction.BACK and r.published.weekday() < 3:
            step = -1
        yield one(m, v.week(r.published + timedelta(weeks=step)) + "-WE")


def _season_of(r: Resolver, m: Match, name: str, step: int) -> Iterator[Reading]:
    year = int(m["un_y"] or m["un_z"] or 0)
    if not year:
        first = calendar().season[name]
        year = r.published.year + step
        if step == -1 and r.published.month > (first + 2):
            year = r.published.year
        if "the" in m["un_r"].lower() and first > r.published.month and r.direction(m) is not Direction.AHEAD:
            year -= 1
        if name == "winter" and r.published.month <= 2:
            year -= 1
    yield one(m, v.season(name, year))


def quarter_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["q_n"].lower()]
    half = "half" in m[0].lower()
    if half and (number > 2 or not (m["q_y"] or m["q_r"])):
        return  # of a match, a war, a list: only a half of a year is a date
    year = int(m["q_y"]) if m["q_y"] else r.published.year + {"last": -1, "next": 1}.get((m["q_r"] or "").lower(), 0)
    yield one(m, f"{year}-{'H' if half else 'Q'}{number}")


_DEADLINE_MONTHS = 5


def bare_month_form(r: Resolver, m: Match, name: str, word: str) -> Iterator[Reading]:
    number = month_of(name)
    today = r.published
    if year_told := r.year_ahead(m):
        year = year_told
    elif word == "last":
        year = today.year - (number >= today.month)
    elif word == "next":
        year = today.year + (number <= today.month)
    elif word == "this":
        year = today.year
    else:
        told = r.direction(m)
        back, ahead = today.year - (number > today.month), today.year + (number < today.month)
        # Untold, a month in the news lies back, unless it is this one or the next. A month by which something is to
        # be done ("proposed a meeting by the end of August") is the nearest, whatever the verb of the proposal.
        gap = (number - today.month) % 12
        near = gap <= 1
        if gap <= _DEADLINE_MONTHS and re.search(r"\bby\s(?:the\s)?$", r.text[: m.start()][-8:]):
            year = ahead
        else:
            year = back if told is Direction.BACK else ahead if told is Direction.AHEAD or near else back
    yield one(m, v.month(year, number))


def month_of_told_year_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "July of the following year": counted from the year last told."""
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get((m["oy_r"] or "").lower(), 0)
    yield one(m, v.month(r.told_year() + step, month_of(m["oy_m"])))


def week_of_month_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the second week of August": the first is that of its first day."""
    number = month_of(m["nw_m"])
    month = next(bare_month_form(r, m, m["nw_m"], "")).timex if not m["nw_y"] else v.month(int(m["nw_y"]), number)
    if m["nw_n"].lower() == "last":
        first = date.fromisoformat(v.month(int(month[:4]), number + 1) + "-01") - timedelta(days=1)
        yield one(m, v.week(first))
    else:
        weeks = (number_of(m["nw_n"]) or 1) - 1
        yield one(m, v.week(date.fromisoformat(month + "-01") + timedelta(weeks=weeks)))


def new_year_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """The year to come in the second half of one, in its first that which has begun."""
    if any(r.follows(m, word) for word in ("by", "in", "before", "until", "into", "since")):
        yield one(m, f"{r.published.year + (r.published.month > 6)}")


def edge_month_form(r: Resolver, m: Match) -> Iterator[Reading]:
    yield from bare_month_form(r, m, m["em_m"], "")


def month_alone_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """A month's name after a word that dates: "in March", never "Mr. May" or "The May resolution"."""
    word = (m["mo_r"] or "").strip().lower()
    before = re.search(r"([A-Za-z]+)\s$", r.text[max(0, m.start() - 16) : m.start()])
    if m["mo_m"].endswith(".") and not word:
        return
    dated = before is not None and before[1].lower() in direction_words()["before"]
    if word == "every" or not (word or dated):
        return
    after = re.match(r"\s+[A-Z][a-z]+", r.text[m.end() :])
    if after and not word and before and before[1].lower() in ("and", "or", "to", "for", "by", "of", "as", "than"):
        return
    yield from bare_month_form(r, m, m["mo_m"], word)


def year_end_form(r: Resolver, m: Match) -> Iterator[Reading]:
    yield one(m, f"{r.published.year}")
