"""Calendar expressions and what they denote, counted from the day the words were said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.extract.dates._forms import FORMS
from dragoman.extract.dates._occasions import occasions
from dragoman.extract.dates._patterns import scan
from dragoman.extract.dates._resolver import Reading, Resolver
from dragoman.extract.dates._spoken import days_spoken
from dragoman.extract.dates._values import record_value
from dragoman.extract.dates._written import day_written
from dragoman.model import DateMention, Quote, Span
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of
from dragoman.text.nlp import straighten

# Forms that count from the day they are said on; the others name their day, or count from one told before.
_DEICTIC = frozenset(("rel", "thispart", "inday", "wd", "wr", "ago", "in", "unit", "quarter", "mon", "edgem", "edgey"))


def date_text(text: str, published: date) -> list[DateMention]:
    """The calendar expressions of any text, with TIMEX3 and record values; needs no parse.

    `published` is the day that "today" is. Expressions that only look like dates are left out, as are those whose day
    cannot be told.
    """
    _, dated = _dated_as_written(straighten(text), published)
    return [replace(mention, text=text[mention.span.start : mention.span.end]) for _, mention in dated]


def find_dates(draft: Draft) -> list[DateMention]:
    """The draft's calendar expressions; inside a quotation "tomorrow" counts from the day its speaker spoke."""
    text = text_of(draft.doc)
    written, dated = _dated_as_written(text, draft.report.published)
    quotes = [quote for quote in draft.quotes if not quote.scare]
    spoken = days_spoken(text, quotes, [mention for _, mention in dated], written)
    again: dict[Quote, dict[int, DateMention]] = {}  # once a quotation: a long one holds many expressions
    mentions = []
    for form, mention in dated:
        quote = next((quote for quote in quotes if quote.span.covers(mention.span)), None)
        if quote is not None:
            if quote not in again:
                again[quote] = _from_day(text, quote.inner, spoken[quote])
            mention = _as_spoken(mention, form, again[quote], spoken[quote] is not None)
        body = draft.report.body[mention.span.start : mention.span.end]
        mentions.append(replace(mention, text=body, quoted=quote is not None))
    return mentions


def _dated_as_written(text: str, published: date) -> tuple[date, list[tuple[str, DateMention]]]:
    """The day a report was written, and its expressions counted from it: a wire is often printed a day later."""
    dated = list(_dated(text, published))
    written = day_written(text, [mention for _, mention in dated], published)
    return written, dated if written == published else list(_dated(text, written))


def _dated(text: str, published: date) -> Iterator[tuple[str, DateMention]]:
    """Every expression with the name of its form."""
    resolver = Resolver(text, published)
    found = [(form, reading) for form, m in scan(text) for reading in resolver.resolve(FORMS, form, m)]
    for form, reading in occasions(text, found):
        span = Span(reading.start, reading.end)
        yield form, DateMention(span, text[span.start : span.end], reading.timex, reading.type, _value(reading))


def _value(reading: Reading) -> str | None:
    """A day, week, month, year or range; None for lengths of time and for a time of day whose day is not told."""
    return None if reading.type in ("DURATION", "SET") or not reading.dated else record_value(reading.timex)


def _from_day(text: str, inner: Span, spoken: date | None) -> dict[int, DateMention]:
    """The expressions of a quotation counted from the day it was spoken, by where they begin in the text."""
    if spoken is None:
        return {}
    found: dict[int, DateMention] = {}
    for _, mention in _dated(text[inner.start : inner.end], spoken):
        found.setdefault(inner.start + mention.span.start, mention)
    return found


def _as_spoken(mention: DateMention, form: str, again: dict[int, DateMention], told: bool) -> DateMention:
    """The mention as its speaker meant it; without a value where it counts from a day that nobody tells."""
    if not told:
        return replace(mention, value=None) if form in _DEICTIC else mention
    spoken = again.get(mention.span.start)
    return mention if spoken is None else replace(spoken, span=mention.span)
