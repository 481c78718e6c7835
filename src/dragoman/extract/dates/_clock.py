"""Times of day, lengths of time, and what is repeated."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.extract.dates._direction import Direction
from dragoman.extract.dates._resolver import Match, Reading, Resolver, number_of, one, step_of, unit_of, weekday_of
from dragoman.lexicon.calendar import calendar
from dragoman.model.dates import is_day

_ADVERBS = {"daily": "D", "weekly": "W", "monthly": "M", "annually": "Y"}


def clock_form(r: Resolver, m: Match) -> Iterator[Reading]:
    day = _clock_day(r, m)
    yield Reading(m.start(), m.end(), f"{day.isoformat()}T{_hours(m['ck_t'])}", "TIME", dated=bool(m["ck_r"]))


def _clock_day(r: Resolver, m: Match) -> date:
    word = m["ck_r"]
    if not word:
        return r.published
    told = re.sub(r"\s", " ", word.lower())
    if told in ("next day", "same day"):
        return r.told() + timedelta(days=int(told == "next day"))
    from dragoman.extract.dates._forms import FORMS  # the day beside a time is itself one of the forms
    from dragoman.extract.dates._patterns import scan

    inner = Resolver(r.text, r.published, r.narrative)
    for form, found in scan(word):
        for reading in FORMS[form](inner, found):
            if is_day(reading.timex):
                value = date.fromisoformat(reading.timex)
                if form == "wd":
                    back = (r.published.weekday() - value.weekday()) % 7
                    ahead = r.direction(m) is Direction.AHEAD and back
                    value = r.published + timedelta(days=7 - back) if ahead else r.published - timedelta(days=back)
                return value
    return r.published


def _hours(text: str) -> str:
    low = text.lower()
    if "midnight" in low:
        return "24:00"
    if "noon" in low or "midday" in low:
        return "12:00"
    digits = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?", low)
    hour, minute = int(digits[1]) if digits else 0, digits[2] or "00" if digits else "00"
    if re.search(r"p\.?m", low) and hour < 12:
        hour += 12
    if re.search(r"a\.?m", low) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"


def window_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = number_of(m["wi_n"]) if m["wi_n"] else None, unit_of(m["wi_u"])
    if m["wi_n"] is None and not m["wi_u"].lower().endswith("s"):
        return
    timex = f"P{number if number is not None else 'X'}{_timex_unit(unit)}"
    yield one(m, timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def _timex_unit(unit: str) -> str:
    return {"m": "M", "E": "DE", "C": "CE"}.get(unit, unit)


def duration_form(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = number_of(m["du_n"]), unit_of(m["du_u"])
    if number is not None:
        number *= step_of(m["du_u"])
    count = "0.5" if m["du_n"].lower().startswith("half") else str(number) if number is not None else "X"
    start = m.start()
    timex = f"P{count}{_timex_unit(unit)}"
    yield Reading(start, m.end(), timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def bare_units_form(r: Resolver, m: Match) -> Iterator[Reading]:
    unit = unit_of(m["ba_u"])
    timex = f"PX{_timex_unit(unit)}"
    yield one(m, timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def every_form(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "Every Friday" is XXXX-WXX-5, "every two weeks" and "weekly" by their unit."""
    words = m["ev"].lower().split()
    last = words[-1]
    if last.rstrip(".").capitalize() in calendar().weekday:
        yield one(m, f"XXXX-WXX-{weekday_of(last) + 1}", "SET")
    elif last in calendar().part:
        yield one(m, f"XXXX-XX-XXT{calendar().part[last]}", "SET")
    else:
        unit = _ADVERBS.get(last) or _timex_unit(unit_of(last))
        every = 2 if "other" in words else 1
        yield one(m, f"PT{every}{unit.upper()}" if unit in "HmS" else f"P{every}{unit}", "SET")
