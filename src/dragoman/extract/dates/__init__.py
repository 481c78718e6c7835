"""Calendar expressions and what they denote, counted from the day the words were said."""

import re
from collections.abc import Sequence
from datetime import date

from dragoman.extract.dates._forms import FORMS
from dragoman.extract.dates._patterns import scan
from dragoman.extract.dates._resolver import Reading, Resolver
from dragoman.extract.dates._values import record_value
from dragoman.model import DateMention, Quote, Span
from dragoman.text.draft import Draft


def date_text(text: str, published: date) -> list[DateMention]:
    """The calendar expressions of any text, with TIMEX3 and record values; needs no parse.

    `published` is the day that "today" is. Expressions that only look like dates are left out, as are those whose day
    cannot be told.
    """
    resolver = Resolver(text, published)
    return [
        DateMention(Span(r.start, r.end), text[r.start : r.end], r.timex, r.type, _value(r))
        for form, match in scan(text)
        for r in resolver.resolve(FORMS, form, match)
    ]


def find_dates(draft: Draft) -> list[DateMention]:
    """The draft's calendar expressions; inside a quotation "tomorrow" counts from the day its speaker spoke."""
    text, published = draft.doc.text, draft.report.published
    mentions = date_text(text, published)
    quotes = [quote for quote in draft.quotes if not quote.scare]
    return [
        _in_quote(mention, quotes, draft, mentions) if _quote_of(mention, quotes) else mention for mention in mentions
    ]


def _value(reading: Reading) -> str | None:
    """A day, week, month, year or range; None for lengths of time and for a time of day whose day is not told."""
    return None if reading.type in ("DURATION", "SET") or not reading.dated else record_value(reading.timex)


def _quote_of(mention: DateMention, quotes: Sequence[Quote]) -> Quote | None:
    return next((quote for quote in quotes if quote.span.covers(mention.span)), None)


def _in_quote(
    mention: DateMention, quotes: Sequence[Quote], draft: Draft, mentions: Sequence[DateMention]
) -> DateMention:
    """The mention as its speaker meant it: counted from the day the speech clause names, else from the report's."""
    quote = _quote_of(mention, quotes)
    spoken = _day_spoken(quote, draft, mentions) if quote else None
    published = draft.report.published
    body = draft.report.body
    if spoken is None or spoken == published:
        return DateMention(
            mention.span,
            body[mention.span.start : mention.span.end],
            mention.timex,
            mention.type,
            mention.value,
            quoted=True,
        )
    again = date_text(draft.doc.text[quote.inner.start : quote.inner.end], spoken) if quote else []
    shifted = next((d for d in again if quote and d.span.start + quote.inner.start == mention.span.start), mention)
    return DateMention(
        mention.span,
        body[mention.span.start : mention.span.end],
        shifted.timex,
        shifted.type,
        shifted.value,
        quoted=True,
    )


def _day_spoken(quote: Quote, draft: Draft, mentions: Sequence[DateMention]) -> date | None:
    """The day told right beside the quotation, in the clause of the speaker: '"...," he said on Monday'."""
    after = draft.doc.text[quote.span.end : quote.span.end + 80]
    stop = re.search(r"[.;\n\"]", after)
    window = Span(quote.span.end, quote.span.end + (stop.start() if stop else len(after)))
    for mention in mentions:
        if window.covers(mention.span) and mention.value and len(mention.value) == 10:
            return date.fromisoformat(mention.value)
    return None
