"""Days that go by a name of their own: "Saturday, the opening day", then "on the opening day"."""

import re
from collections.abc import Sequence

from dragoman.extract.dates._resolver import Reading
from dragoman.model.dates import is_day

_NUMBER = "one|two|three|four|five|six|seven"
_ORDINAL = "opening|closing|final|first|second|third|fourth|fifth"
_OCCASION = re.compile(
    rf"\b(?:(?:the|its|their)\s)?(?P<name>(?:{_ORDINAL})\s(?:day|night|evening)|day\s(?:{_NUMBER}|\d))\b", re.IGNORECASE
)
Found = tuple[str, Reading]


def occasions(text: str, found: Sequence[Found]) -> Sequence[Found]:
    """The readings with those of named days added, in order; a name that no date stands beside is left out."""
    named = [(re.sub(r"\s", " ", m["name"].lower()), m) for m in _OCCASION.finditer(text)]
    if not named:
        return found
    days: dict[str, str] = {}
    for name, match in named:
        beside = next((r.timex for _, r in found if _is_apposed(text, match, r)), None)
        if beside is not None:
            days.setdefault(name, beside.partition("T")[0])
    added = [("named", Reading(m.start(), m.end(), days[name], "DATE")) for name, m in named if name in days]
    return sorted([*found, *added], key=lambda item: item[1].start)


def _is_apposed(text: str, match: "re.Match[str]", reading: Reading) -> bool:
    """Whether a full day stands right before or behind the name, parted by a comma or a dash."""
    if not is_day(reading.timex.partition("T")[0]):
        return False
    between = text[reading.end : match.start()] if reading.end <= match.start() else text[match.end() : reading.start]
    return len(between) < 5 and bool(re.fullmatch(r",\s|\s[-\u2013\u2014]\s|,\son\s", between))
