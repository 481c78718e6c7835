"""Datelines: where and when a report was written, before its first words. What they name is not what it tells."""

import re
from functools import lru_cache

_DATE = r"(?:\w+\.?[ ]\d{1,2}|\d{1,2}[ ]\w+\.?|\w+day)(?:,?[ ]\d{4})?"
_DASH = r"(?:--|[-\u2013\u2014:_])"
_ISSUED = r"[A-Z][a-z]+\.?[ ]\d{1,2},[ ]\d{4}"
# "KYIV, July 21 (Reuters) - ", "(ANSA) - ROME, JUN 24 - ", "GENEVA (AP) — "; "DOHA, October 28. /TASS/. ";
# "Tehran, Iran – " where a text begins: a city in small letters is no dateline farther on.
_DATELINE = re.compile(
    r"(?:^|\n)[ ]*(?P<line>"
    rf"(?:\([A-Z][^)\n]{{1,25}}\)[ ]*{_DASH}[ ]*)?[A-Z][A-Z'./ -]{{2,40}}(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*)?){{0,2}}"
    rf"(?:,[ ]{_DATE})?[ ]*(?:\([^)\n]{{2,40}}\))?[ ]*{_DASH}[ ]*"
    # A city in small letters is one only with the day or the agency behind it.
    r"|[A-Z][\w.'-]+(?:[ ][A-Z][\w.'-]+){0,2}(?:,[ ](?:[A-Z][a-z]+\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]+\.?)(?:,?[ ]\d{4})?"
    rf"|[ ](?=\([A-Z]))[ ]*(?:\([^)\n]{{2,40}}\))?[ ]*{_DASH}[ ]*"
    rf"|[A-Z][A-Z' -]{{2,40}}[,.][ ]{_DATE}\.[ ]/[A-Z][\w ]+/\.[ ]+"
    # "Aug 24, 2005 (Dar es salaam) - ": the day first, the city with it
    rf"|{_ISSUED}[ ]*(?:\([^)\n]{{2,40}}\))[ ]*{_DASH}[ ]*"
    r")(?=\S)|\A[ ]*(?P<city>[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?,[ ][A-Z][\w.]+(?:[ ][A-Z][\w.]+)?[ ]+[\u2013\u2014][ ]*)(?=\S)"
)


@lru_cache(maxsize=4)
def datelines(text: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each dateline of a text; the report's own words begin at its end."""
    return tuple(m.span("line") if m["line"] else m.span("city") for m in _DATELINE.finditer(text))


def in_dateline(text: str, offset: int) -> bool:
    """Whether a place in the text lies in a dateline."""
    return any(start <= offset < end for start, end in datelines(text))
