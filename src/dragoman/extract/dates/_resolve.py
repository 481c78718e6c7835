"""From a matched expression to the day, week, month or year it denotes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.extract.dates import _values as v
from dragoman.extract.dates._direction import Direction, direction
from dragoman.lexicon.calendar import calendar, direction_words

Match = re.Match[str]


class Reading(NamedTuple):
    """One expression resolved: its place, TIMEX3 value and type. `dated` is False for a time of day without its day."""

    start: int
    end: int
    timex: str
    type: str
    dated: bool = True


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one text in their order, counting from `anchor`, the day of its words."""

    text: str
    published: date
    narrative: date | None = None  # the last day told, for "the next day"
    found: list[Reading] = field(default_factory=list)

    def resolve(self, form: str, match: Match) -> Iterator[Reading]:
        """The readings of one match: usually one, several for a list of days, none for a word that is no date."""
        for reading in FORMS[form](self, match):
            if reading.type == "DATE" and re.match(r"\d{4}-\d\d-\d\d$", reading.timex):
                self.narrative = date.fromisoformat(reading.timex)
            yield reading

    def direction(self, match: Match) -> Direction:
        return direction(self.text, match.start(), match.end())

    def year_of(self, match: Match, number: int, day: int, weekday: str | None) -> date | None:
        """The year that a month and day are of: where the weekday fits, else the nearest, unless the tense is plain."""
        near = [v.day_or_none(self.published.year + d, number, day) for d in (-1, 0, 1)]
        days = [d for d in near if d is not None]
        if weekday:
            fitting = [d for d in days if d.weekday() == _weekday(weekday)]
            days = fitting or days
        if not days:
            return None
        nearest = min(days, key=lambda d: abs(d - self.published))
        if abs(nearest - self.published).days < 120:
            return nearest
        told = self.direction(match)
        if told is Direction.AHEAD:
            return min((d for d in days if d >= self.published), default=nearest)
        if told is Direction.BACK:
            return max((d for d in days if d <= self.published), default=nearest)
        return nearest


def _one(match: Match, timex: str, type_: str = "DATE") -> Reading:
    return Reading(match.start(), match.end(), timex, type_)


def _weekday(name: str) -> int:
    return calendar().weekday[name.rstrip(".").capitalize()]


def _month(name: str) -> int:
    return calendar().month[name.rstrip(".")]


def _number(text: str) -> int | None:
    """A count in figures or words; None for "several"."""
    low = text.lower()
    return int(low) if low.isdigit() else calendar().number.get(low)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


# Absolute forms


def _iso(r: Resolver, m: Match) -> Iterator[Reading]:
    year, number, day = (int(part) for part in m["iso_d"].split("-"))
    if v.day_or_none(year, number, day):
        yield _one(m, m["iso_d"])


def _slash(r: Resolver, m: Match) -> Iterator[Reading]:
    """American order unless the first number is no month, or dots part them."""
    a, b, year = int(m["sl_a"]), int(m["sl_b"]), int(m["sl_y"])
    number, day = (b, a) if a > 12 or "." in m[0] else (a, b)
    if found := v.day_or_none(year, number, day) if 1 <= number <= 12 else None:
        yield _one(m, found.isoformat())


def _dm(r: Resolver, m: Match) -> Iterator[Reading]:
    number = _month(m["dm_m"])
    if m["dm_m"] == "May" and re.search(r"\bbut\b|\bthe$", r.text[max(0, m.start() - 5) : m.start()]):
        return
    between = re.search(r"\b[Bb]etween\s$", r.text[max(0, m.start() - 9) : m.start()])
    days = [_day(d) for d in re.findall(r"\d{1,2}", m["dm_l"] or "")]
    if m["dm_b"]:
        yield from _range(r, m, (number, _day(m["dm_a"])), (number, _day(m["dm_b"])), m["dm_y"])
    elif days and between:
        yield from _range(r, m, (number, _day(m["dm_a"])), (number, days[-1]), m["dm_y"])
    else:
        yield from _list(r, m, number, [("dm_a", m["dm_a"])], m["dm_y"], m["dm_w"], m.span("dm_l"), m.end())


def _md(r: Resolver, m: Match) -> Iterator[Reading]:
    number = _month(m["md_m"])
    if m["md_b"]:
        last = _month(m["md_n"]) if m["md_n"] else number
        yield from _range(r, m, (number, _day(m["md_a"])), (last, _day(m["md_b"])), m["md_y"])
    else:
        year = m["md_y"] or _relative_year(r, m["md_r"])
        end = max(m.end("md_y"), m.end("md_a"), m.end() if m["md_r"] else 0)
        yield from _list(r, m, number, [("md_a", m["md_a"])], year, m["md_w"], m.span("md_l"), end)


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
        yield _one(m, f"{start.isoformat()}/{end.isoformat()}")


def _list(r, m, number, heads, year, weekday, rest, head_end):  # type: ignore[no-untyped-def]
    """A day, and the days that share its month: "April 12, 19 and 26" are three."""
    places = []
    tail = list(re.finditer(r"\d{1,2}", m.string[rest[0] : rest[1]])) if rest[0] >= 0 else []
    if heads[0][0] == "dm_a" and tail:
        places = [(m.start(), m.end("dm_a"), _day(heads[0][1]))]
        places += [(rest[0] + t.start(), rest[0] + t.end(), int(t[0])) for t in tail]
        places[-1] = (places[-1][0], m.end(), places[-1][2])
    else:
        places = [(m.start(), head_end, _day(heads[0][1]))]
        places += [(rest[0] + t.start(), rest[0] + t.end(), int(t[0])) for t in tail]
    for start, end, day in places:
        found = v.day_or_none(int(year), number, day) if year else r.year_of(m, number, day, weekday)
        if found:
            yield Reading(start, end, found.isoformat(), "DATE")


def _my(r: Resolver, m: Match) -> Iterator[Reading]:
    year = int(m["my_y"]) if m["my_y"] else r.published.year + {"last": -1, "this": 0, "next": 1}[m["my_r"].lower()]
    yield _one(m, v.month(year, _month(m["my_m"])))


def _year_range(r: Resolver, m: Match) -> Iterator[Reading]:
    a, b = m["yr_a"], m["yr_b"]
    b = a[:2] + b if len(b) == 2 else b
    if int(a) < int(b):
        yield _one(m, f"{a}/{b}")


def _decade(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the 1960s", "the sixties", "the 20th century": from their first day to their last."""
    if m["dec_c"]:
        first = (int(m["dec_c"][:2]) - 1) * 100
        yield _one(m, f"{first:04d}-01-01/{first + 99:04d}-12-31")
        return
    if m["dec_w"]:
        if not re.match(r"the\s", m[0], re.IGNORECASE):
            return  # "in his sixties" is an age
        first = 1900 + calendar().number[m["dec_w"].lower().removesuffix("ies") + "y"]
    else:
        first = int(m["dec_y"])
    yield _one(m, f"{first:04d}-01-01/{first + 9:04d}-12-31")


def _year(r: Resolver, m: Match) -> Iterator[Reading]:
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
        yield _one(m, f"{year:04d}")


def _season_year(r: Resolver, m: Match) -> Iterator[Reading]:
    yield _one(m, v.season(m["se_s"].lower(), int(m["se_y"])))


# Weekdays


def _weekday_form(r: Resolver, m: Match) -> Iterator[Reading]:
    wanted = _weekday(m["wd_w"])
    word = (m["wd_r"] or "").strip().lower()
    if m["wd_k"]:
        weeks = {"last week": -1, "this week": 0, "next week": 1}[m["wd_k"].lower()]
        monday = r.published - timedelta(days=r.published.weekday()) + timedelta(weeks=weeks)
        found = monday + timedelta(days=wanted)
    else:
        found = _weekday_day(r, m, wanted, word)
    if m["wd_p"]:
        yield _one(m, f"{found.isoformat()}T{calendar().part[m['wd_p'].lower()]}", "TIME")
        r.narrative = found
    else:
        yield _one(m, found.isoformat())


def _weekday_day(r: Resolver, m: Match, wanted: int, word: str) -> date:
    today = r.published
    back = (today.weekday() - wanted) % 7
    if word in ("last", "past", "this past", "previous"):
        return today - timedelta(days=back or 7)
    if word == "next":
        # "next Wednesday" is the one of the coming week, not the day after tomorrow.
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
        return monday + timedelta(days=wanted)
    if word in ("this", "coming", "this coming", "following"):
        return today + timedelta(days=(wanted - today.weekday()) % 7)
    if back == 0:
        return today
    return today + timedelta(days=7 - back) if r.direction(m) is Direction.AHEAD else today - timedelta(days=back)


def _weekday_range(r: Resolver, m: Match) -> Iterator[Reading]:
    first, last = _weekday(m["wr_a"]), _weekday(m["wr_b"])
    start = _weekday_day(r, m, first, "")
    end = start + timedelta(days=(last - first) % 7)
    yield _one(m, f"{start.isoformat()}/{end.isoformat()}")


# Relative to the day of the words


def _relative(r: Resolver, m: Match) -> Iterator[Reading]:
    word = re.sub(r"\s+", " ", m["rel_w"].lower())
    days = {
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "yesterday": -1,
        "the day after tomorrow": 2,
        "the day before yesterday": -2,
    }
    day = (r.published + timedelta(days=days[word])).isoformat()
    part = "NI" if word == "tonight" else calendar().part[m["rel_p"].lower()] if m["rel_p"] else None
    yield _one(m, f"{day}T{part}", "TIME") if part else _one(m, day)


def _this_part(r: Resolver, m: Match) -> Iterator[Reading]:
    word, part = m["tp_r"].lower(), calendar().part[m["tp_p"].lower()]
    anchor = r.narrative or r.published
    days = {"this": 0, "last": -1, "the previous": -1}.get(word, 1)
    day = (r.published if word in ("this", "last") else anchor) + timedelta(days=days)
    yield _one(m, f"{day.isoformat()}T{part}", "TIME")


def _in_day(r: Resolver, m: Match) -> Iterator[Reading]:
    yield _one(m, r.published.isoformat())


def _anaphora(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "the next day", "a week earlier": counted from the last day told."""
    anchor = r.narrative or r.published
    text = m["an_w"].lower()
    unit = (m["an_u"] or m["an_v"] or m["an_t"]).lower()
    step = (
        1
        if re.search(r"next|following|after|later", text)
        else -1
        if re.search(r"previous|preceding|before|earlier", text)
        else 0
    )
    if unit == "weekend":
        yield _one(m, v.week(anchor + timedelta(weeks=step)) + "-WE")
    else:
        yield _one(m, v.shift(anchor, calendar().unit[unit], step))


def _ago(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = _number(m["ago_n"]), _unit(m["ago_u"])
    word = re.sub(r"\s+", " ", m["ago_d"].lower())
    if number is None or unit in "mS":
        return
    if unit == "H":
        if word == "ago" and number >= 24:
            yield _one(m, (r.published - timedelta(hours=number)).isoformat())
        return
    from_words = word in ("ago", "from now")
    anchor = r.published if from_words else r.narrative or r.published
    sign = 1 if word in ("later", "after that", "from now") else -1
    if not from_words and unit == "W":
        yield _one(m, (anchor + timedelta(weeks=sign * number)).isoformat())
    else:
        yield _one(m, v.shift(anchor, unit, sign * number))


def _unit(word: str) -> str:
    low = word.lower()
    singular = {"centuries": "century"}.get(low, low.rstrip("s"))
    return calendar().unit[singular]


def _in_units(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "in two weeks" lies ahead; after a past verb it is a length of time."""
    number, unit = _number(m["in_n"]), _unit(m["in_u"])
    if number is None or unit in "HmSC":
        return
    if m["in_p"].lower() == "within" or r.direction(m) is Direction.BACK:
        yield Reading(m.start("in_n"), m.end(), f"P{number}{unit}", "DURATION")
    else:
        yield _one(m, v.shift(r.published, unit, number))


def _of_unit(r: Resolver, m: Match) -> Iterator[Reading]:
    """ "last week", "earlier this month", "the end of the year", "over the weekend", "last summer"."""
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
        yield _one(m, f"{anchor.year + quarter // 4}-Q{quarter % 4 + 1}")
    elif unit == "decade":
        yield _one(m, f"{anchor.year // 10 + step}")
    elif unit in ("week", "month", "year"):
        if word == "the past" or (m["un_e"] is None and word == "the coming"):
            yield _one(m, f"P1{calendar().unit[unit]}", "DURATION")
        else:
            yield _one(m, v.shift(anchor, calendar().unit[unit], step))


def _weekend(r: Resolver, m: Match, word: str, step: int) -> Iterator[Reading]:
    told = r.direction(m)
    if word in ("the", "over the", "at the"):
        # On a Saturday or Sunday the weekend is this one; on a working day the last, unless the verb looks ahead.
        step = 0 if r.published.weekday() >= 5 or told is Direction.AHEAD else -1
        start = m.start() if word != "the" else m.start()
        yield Reading(start, m.end(), v.week(r.published + timedelta(weeks=step)) + "-WE", "DATE")
    else:
        if word == "this" and told is Direction.BACK and r.published.weekday() < 3:
            step = -1
        yield _one(m, v.week(r.published + timedelta(weeks=step)) + "-WE")


def _season_of(r: Resolver, m: Match, name: str, step: int) -> Iterator[Reading]:
    year = int(m["un_y"] or m["un_z"] or 0)
    if not year:
        first = calendar().season[name]
        year = r.published.year + (step if first - 2 <= r.published.month or step >= 0 else step)
        if step == -1 and r.published.month > (first + 2):
            year = r.published.year
        if name == "winter" and r.published.month <= 2:
            year -= 1
    yield _one(m, v.season(name, year))


def _quarter(r: Resolver, m: Match) -> Iterator[Reading]:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["q_n"].lower()]
    half = "half" in m[0].lower()
    if half and (number > 2 or not (m["q_y"] or m["q_r"])):
        return  # of a match, a war, a list: only a half of a year is a date
    year = int(m["q_y"]) if m["q_y"] else r.published.year + {"last": -1, "next": 1}.get((m["q_r"] or "").lower(), 0)
    yield _one(m, f"{year}-{'H' if half else 'Q'}{number}")


def _bare_month(r: Resolver, m: Match, name: str, word: str) -> Iterator[Reading]:
    number = _month(name)
    today = r.published
    if word == "last":
        year = today.year - (number >= today.month)
    elif word == "next":
        year = today.year + (number <= today.month)
    elif word == "this":
        year = today.year
    else:
        told = r.direction(m)
        back, ahead = today.year - (number > today.month), today.year + (number < today.month)
        # Untold, a month in the news lies back, unless it is this one or the next.
        near = (number - today.month) % 12 <= 1
        year = back if told is Direction.BACK else ahead if told is Direction.AHEAD or near else back
    yield _one(m, v.month(year, number))


def _edge_month(r: Resolver, m: Match) -> Iterator[Reading]:
    yield from _bare_month(r, m, m["em_m"], "")


def _month_alone(r: Resolver, m: Match) -> Iterator[Reading]:
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
    yield from _bare_month(r, m, m["mo_m"], word)


# Clock times, lengths of time, repeated times


def _clock(r: Resolver, m: Match) -> Iterator[Reading]:
    day = _clock_day(r, m)
    yield Reading(m.start(), m.end(), f"{day.isoformat()}T{_hours(m['ck_t'])}", "TIME", dated=bool(m["ck_r"]))


def _clock_day(r: Resolver, m: Match) -> date:
    word = m["ck_r"]
    if not word:
        return r.published
    from dragoman.extract.dates._patterns import scan

    inner = Resolver(r.text, r.published, r.narrative)
    for form, found in scan(word):
        for reading in FORMS[form](inner, found):
            if re.match(r"\d{4}-\d\d-\d\d$", reading.timex):
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
    digits = re.match(r"(\d{1,2})(?::?(\d\d))?", low)
    hour, minute = int(digits[1]) if digits else 0, digits[2] or "00" if digits else "00"
    if re.search(r"p\.?m", low) and hour < 12:
        hour += 12
    if re.search(r"a\.?m", low) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"


def _window(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = _number(m["wi_n"]) if m["wi_n"] else None, _unit(m["wi_u"])
    if m["wi_n"] is None and not m["wi_u"].lower().endswith("s"):
        return
    timex = f"P{number if number is not None else 'X'}{_timex_unit(unit)}"
    yield _one(m, timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def _timex_unit(unit: str) -> str:
    return {"m": "M", "E": "DE", "C": "CE"}.get(unit, unit)


def _duration(r: Resolver, m: Match) -> Iterator[Reading]:
    number, unit = _number(m["du_n"]), _unit(m["du_u"])
    count = "0.5" if m["du_n"].lower().startswith("half") else str(number) if number is not None else "X"
    start = m.start()
    timex = f"P{count}{_timex_unit(unit)}"
    yield Reading(start, m.end(), timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def _bare_units(r: Resolver, m: Match) -> Iterator[Reading]:
    unit = _unit(m["ba_u"])
    timex = f"PX{_timex_unit(unit)}"
    yield _one(m, timex.replace("P", "PT", 1) if unit in "HmS" else timex, "DURATION")


def _every(r: Resolver, m: Match) -> Iterator[Reading]:
    yield _one(m, "XXXX", "SET")


def _year_end(r: Resolver, m: Match) -> Iterator[Reading]:
    yield _one(m, f"{r.published.year}")


FORMS: dict[str, Callable[[Resolver, Match], Iterator[Reading]]] = {
    "iso": _iso, "slash": _slash, "clock": _clock, "dm": _dm, "md": _md, "my": _my, "yr": _year_range, "dec": _decade,
    "wr": _weekday_range, "rel": _relative, "thispart": _this_part, "inday": _in_day, "wd": _weekday_form,
    "anaph": _anaphora, "ago": _ago, "in": _in_units, "unit": _of_unit, "quarter": _quarter, "season": _season_year,
    "every": _every, "win": _window, "dur": _duration, "bare": _bare_units, "edgem": _edge_month, "mon": _month_alone,
    "year": _year, "edgey": _year_end,
}  # fmt: skip
