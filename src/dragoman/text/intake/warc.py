"""WARC: each page that a crawl brought home is a report. The day of the crawl is never taken for that of publication."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.errors import ReportError
from dragoman.text.intake.charset import markup_text
from dragoman.text.intake.html import read_html
from dragoman.text.intake.inlets import Found, Inlet
from dragoman.text.intake.parts import Parts
from dragoman.text.intake.records import Exchange, exchange_of, payload, records_of

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_UNDATED = "leave it out: the day of the crawl is not that of publication"
_SHOWN, _LENGTH = 6, 40  # reasons for passing over that are named, and characters of each


def read_warc(inlet: Inlet, tell: Callable[[str], None]) -> Iterator[Found]:
    """The pages of an archive, each with its place; how many records were passed over, and why, is told at the end."""
    passed: Counter[str] = Counter()
    found = 0
    try:
        for exchange in _exchanges(inlet):
            if isinstance(exchange, Exchange) and (reason := _no_page(exchange)):
                passed[reason[:_LENGTH]] += 1
                continue
            found += 1
            if isinstance(exchange, ReportError):
                yield inlet.origin, exchange
            else:
                place = f"{inlet.origin}!{exchange.address}"
                yield place, _page(exchange, place)
    except ReportError as error:
        found += 1
        yield inlet.origin, error
    if not found:
        yield (
            inlet.origin,
            ReportError(
                f"{inlet.origin}: no pages in this archive ({_named(passed) or 'no records at all'}), so none were read; "
                f"leave it out, or look how it was made"
            ),
        )
    elif passed:
        tell(f"{inlet.origin}: records passed over, which are no pages: {_named(passed)}")


def count_pages(inlet: Inlet) -> int:
    """How many pages, and faults told in their place, an archive holds."""
    count = 0
    try:
        for exchange in _exchanges(inlet):
            count += isinstance(exchange, ReportError) or not _no_page(exchange)
    except ReportError:
        count += 1
    return max(1, count)


def _named(passed: Counter[str]) -> str:
    reasons = [f"{count:,} {reason}" for reason, count in passed.most_common(_SHOWN)]
    return ", ".join(reasons) + (", and others" if len(passed) > _SHOWN else "")


def _exchanges(inlet: Inlet) -> Iterator[Exchange | ReportError]:
    for record in records_of(inlet):
        yield record if isinstance(record, ReportError) else exchange_of(record)


def _no_page(exchange: Exchange) -> str | None:
    """Why a record holds no page, in the words of the count; None where it holds one."""
    if exchange.kind != "response":
        return exchange.kind
    if exchange.status is None:
        return "without HTTP"
    if exchange.status != "200":
        return f"status {exchange.status}"
    media = exchange.header("Content-Type").split(";")[0].strip().lower()
    return None if media == "text/html" else media or "of no type"


def _page(exchange: Exchange, place: str) -> Parts | ReportError:
    try:
        charset = _CHARSET.search(exchange.header("Content-Type"))
        page = markup_text(payload(exchange, place), place, charset[1] if charset else None)
        parts = read_html(page, place)
    except ReportError as error:
        return error
    return replace(parts, url=exchange.address, id=exchange.address, undated=_UNDATED)
