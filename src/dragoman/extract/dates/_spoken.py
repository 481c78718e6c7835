"""On which day the words of a quotation were spoken, told by the clause beside it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.model import DateMention, Quote, Span
from dragoman.model.dates import is_day

_REACH = 120  # characters beside a quotation in which its speech clause stands
_AFTER = re.compile(r"[.;:!?\n\"]|,?\s(?:who|which|that|after|before|when|while|as|ahead|but|and)\s")
_BEFORE = re.compile(r"[.;!?][\"')]*\s|\n|\"|\s(?:who|which|after|before|when|while|but)\s")


def days_spoken(
    text: str, quotes: Sequence[Quote], mentions: Sequence[DateMention], published: date
) -> Mapping[Quote, date | None]:
    """The day of each quotation; the report's where none is told, None where it was an earlier one nobody names."""
    days: dict[Quote, date | None] = {}
    last: Quote | None = None
    for quote in quotes:
        told = _told(text, quote, mentions)
        if told is not None:
            day = _past_day(told, published)
        elif last is not None and _goes_on(text, last, quote):
            day = days[last]
        else:
            day = published
        days[quote] = day
        last = quote
    return days


def _told(text: str, quote: Quote, mentions: Sequence[DateMention]) -> str | None:
    """The calendar value in the speech clause after the quotation, else in that before it."""
    after = text[quote.span.end : quote.span.end + _REACH]
    stop = _AFTER.search(after)
    windows = [Span(quote.span.end, quote.span.end + (stop.start() if stop else len(after)))]
    before = text[max(0, quote.span.start - _REACH) : quote.span.start]
    if before.rstrip(" ").endswith((",", ":", "that")) or not before.rstrip(" ").endswith((".", "!", "?", "\n", "")):
        cuts = [match.end() for match in _BEFORE.finditer(before)]
        windows.append(Span(quote.span.start - len(before) + (cuts[-1] if cuts else 0), quote.span.start))
    for window in windows:
        for mention in mentions:
            if mention.value and window.covers(mention.span):
                return mention.value
    return None


def _past_day(value: str, published: date) -> date | None:
    """The day of a value that is one; None for "last month", the report's day for one to come."""
    if not is_day(value):
        return None
    return min(date.fromisoformat(value), published)


def _goes_on(text: str, last: Quote, quote: Quote) -> bool:
    """Whether a quotation is the rest of the one before: only the speech clause stands between them."""
    between = text[last.span.end : quote.span.start]
    return "\n" not in between and len(re.findall(r"[.!?](?:\s|$)", between)) <= 1
