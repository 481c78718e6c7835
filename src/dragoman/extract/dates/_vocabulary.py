"""Regular expressions for the words of the calendar, from the lexicon; the scanner's forms are made of them."""

from functools import lru_cache

from dragoman.lexicon.calendar import calendar, calendar_days

# "May", "march" and "sun" are also other words, so names are told by their capital.
_CAPITAL = "(?-i:%s)"
_ZONE = r"(?:\s?(?:GMT|UTC|EST|EDT|CET|CEST|BST|IST|MSK|ET|local\stime|Moscow\stime|Kyiv\stime|p\.m\.|a\.m\.))"


def _any(words: list[str]) -> str:
    """Any of the words, longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _short_or_full(names: dict[str, int]) -> tuple[list[str], list[str]]:
    """The names of a table, parted into full ones and their short forms."""
    full = {number: max((n for n, v in names.items() if v == number), key=len) for number in names.values()}
    return [n for n in names if n in full.values()], [n for n in names if n not in full.values()]


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, str]:
    """Parts of expressions by name."""
    cal = calendar()
    months, short_months = _short_or_full(cal.month)
    days, short_days = _short_or_full(cal.weekday)
    counts = [word for word, value in cal.number.items() if 1 <= value <= 90 and word not in cal.uncounted]
    year = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
    # A short form may end in a full stop; "Mar" and weekdays in short must, since they are names of people.
    month = _CAPITAL % _any([*months, *(m + (r"\b(?:\.|(?=\s\d))" if m == "Mar" else r"\b\.?") for m in short_months)])
    full_days = _CAPITAL % _any(days)
    dotted = _CAPITAL % _any([day + r"\." for day in short_days])
    weekday = f"(?:{full_days}|{dotted})"
    return {
        "year": year,
        "month": month,
        "full_days": full_days,
        "beside": r"(?:(?:last|next|this|this\spast|this\scoming)\s)",  # of a weekday whose day of the month follows
        "ordinal": _any([word for word, value in cal.number.items() if value > 3 and word in cal.uncounted]),
        "weekday": weekday,
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "number": rf"(?:\d{{1,3}}|{_any(counts)}|an?)",
        "vague": _any([word.replace(" ", r"\s") for word in cal.vague]),
        "units": r"(?:days?|weeks?|fortnights?|months?|years?|decades?|hours?|minutes?|centur(?:y|ies))",
        "part": _any(list(cal.part)),
        "season": _any(list(cal.season)),
        "named": _CAPITAL % _any([name.replace(" ", r"\s") for name in calendar_days()]),
        "dash": r"\s?(?:-|–|—|to|through|until|till)\s?",
        "dash_and": r"\s?(?:-|–|—|to|through|until|till|(?<=\s)and)\s?",
        "edge": r"(?:(?:the\s)?(?:very\s)?(?:early|late|mid|middle|beginning|start|end)(?:\s(?:in|of)|-)?\s?(?:the\s)?)",
        "within": r"(?:(?:earlier|later|early|late)\s(?:in\s|on\s)?)",
        "clock": (
            rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b){_ZONE}?|\d{{1,2}}:\d\d(?::\d\d)?(?:{_ZONE})?"
            rf"|\d{{4}}\s?(?:GMT|UTC)|(?:midnight|noon|midday){_ZONE}?)"
        ),
    }
