"""Words of the calendar, told from names: enough to know a day, a span of time or a year from what is counted."""

from typing import TYPE_CHECKING

from dragoman.lexicon.names import name_words
from dragoman.text.names._runs import is_calendar_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_YEARS = range(1800, 2100)
_DAYS = range(1, 32)


def days_in(doc: "Doc") -> list[tuple[int, int]]:
    """First word and end of each expression of the calendar; which day it is, the dater tells."""
    found: list[tuple[int, int]] = []
    for token in doc:
        if not (is_calendar_word(token) or _is_year(token)) or token.pos_ == "VERB" or token.text == "may":
            continue
        start, end = token.i, token.i + 1
        while start and _goes_with(doc[start - 1]) and not doc[start].is_sent_start:
            start -= 1
        while end < len(doc) and _is_day_number(doc[end]) and not doc[end].is_sent_start:
            end += 1
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _is_year(token: "Token") -> bool:
    return token.tag_ == "CD" and token.text.isdigit() and int(token.text) in _YEARS


def _goes_with(token: "Token") -> bool:
    """ "last", "the first", "12": what stands before a word of the calendar and belongs to it."""
    return token.lower_ in name_words().dating or token.like_num


def _is_day_number(token: "Token") -> bool:
    """The 12 of "August 12" and the year after it, which count nothing."""
    number = token.text.rstrip("stndrh")
    return number.isdigit() and (int(number) in _DAYS or _is_year(token)) and token.nbor(-1).text[0].isupper()
