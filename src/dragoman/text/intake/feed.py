"""RSS and Atom: each entry of the feed a report."""

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from dragoman.errors import ReportError
from dragoman.text.intake.charset import markup_text
from dragoman.text.intake.inlets import Found, Inlet
from dragoman.text.intake.markup import text_of
from dragoman.text.intake.parts import Parts

ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_CLOSE = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
# HTTP's word on the encoding outranks the feed's own: by now it is UTF-8.
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_UNDATED = "have its entry carry <pubDate> or <published>"


def read_feed(inlet: Inlet) -> Iterator[Found]:
    """The entries of a feed, each with its place. Raises ReportError when it is no feed at all."""
    data = markup_text(inlet.markup_bytes(), inlet.origin).encode("utf-8", "surrogatepass")
    feed = _parsed(data, inlet.origin)
    # A feed that is not well-formed is read as it stands; where it breaks off, its last entry may want its end.
    cut = bool(feed.bozo) and not _CLOSE.search(data)
    within = cut and len(ENTRY.findall(data)) > len(_END.findall(data))
    entries = feed.entries[:-1] if within else feed.entries
    for number, entry in enumerate(entries, 1):
        place = f"{inlet.origin}, entry {number}"
        yield place, _parts(entry, feed.feed, f"{inlet.stem}:{number}")
    if cut:
        lost = "its last entry was not read" if within else "what may have followed was not read"
        yield inlet.origin, ReportError(f"{inlet.origin}: the feed breaks off before its end, so {lost}; save it anew")


def _parsed(data: bytes, origin: str) -> Any:
    import feedparser

    try:
        # As a file: a string might be taken for an address and fetched.
        feed = feedparser.parse(
            io.BytesIO(data), response_headers=_HEADERS, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:  # feedparser raises what it likes on what is no feed
        raise ReportError(
            f"{origin}: not a feed that can be taken apart ({type(error).__name__}: {error}), so it was not read; "
            f"save it anew, or give its reports as JSON Lines"
        ) from error
    if not feed.get("version") and not feed.entries:
        raise ReportError(
            f"{origin}: neither RSS nor Atom, so it was not read; give it as a feed, as HTML or as plain text"
        )
    if not feed.entries:
        raise ReportError(f"{origin}: a feed without entries, so there is nothing to read; leave it out")
    return feed


def _parts(entry: Any, feed: Any, fallback: str) -> Parts:
    link = _address(entry.get("link"), feed)
    return Parts(
        _body(entry),
        # The plain dict: feedparser's own gives one date for the other, and warns.
        entry.get("published") or dict.get(entry, "updated") or None,
        _title(entry),
        # An entry that was taken over from another feed says from which.
        _title(entry.get("source") or {}) or _title(feed),
        link,
        entry.get("id") or link or fallback,
        undated=_UNDATED,
    )


def _title(holder: Any) -> str | None:
    detail = holder.get("title_detail") or {"type": "text/plain", "value": holder.get("title")}
    return " ".join(_words(detail).split()) or None


def _body(entry: Any) -> str:
    """The content where the entry brings it along, else the summary."""
    details = [*entry.get("content", ()), entry.get("summary_detail")]
    return next((words for detail in details if (words := _words(detail)).strip()), "")


def _words(detail: Any) -> str:
    """The words of a piece of a feed: of HTML without the markup, else as they stand."""
    value: str = (detail or {}).get("value") or ""
    return value if not value.strip() or detail["type"] == "text/plain" else text_of(value)


def _address(link: str | None, feed: Any) -> str | None:
    """A link counts from the site that the feed names; one that counts from nowhere is no address."""
    if not link:
        return None
    try:
        whole = urljoin(feed.get("link") or "", link)
    except ValueError:  # such as a bracket that opens an address of IPv6
        return None
    return whole if ":" in whole.split("/")[0] else None
