"""Which form a file has: by its first bytes where they tell, else by its name."""

import re
from enum import StrEnum
from pathlib import Path

LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm")
FEEDS = (".rss", ".atom", ".xml")
TEXTS = (".txt", ".md", ".markdown")
CRAWLS = (".warc",)
PACKED = (".gz", ".zip")
SUFFIXES = (*TEXTS, *LINES, *PAGES, *FEEDS, *CRAWLS, *PACKED)

_GZIP, _ZIP, _WARC = b"\x1f\x8b", b"PK\x03\x04", b"WARC/"

_ROOTS = {"html": "page", "rss": "feed", "feed": "feed", "rdf": "feed"}
# Atomic groups: what was passed over is not tried again, however many comments a file begins with.
_ROOT = re.compile(
    rb"(?>\xef\xbb\xbf)?(?>\s++|<\?(?>.*?\?>)|<!--(?>.*?-->)|<!doctype(?>[^>\[]*+(?:\[.*?\]\s*)?>))*+<(?:[\w.-]++:)?([\w.-]++)",
    re.IGNORECASE | re.DOTALL,
)


class Form(StrEnum):
    """The forms in which reports come."""

    TEXT = "text"
    PAGE = "page"
    LINES = "lines"
    FEED = "feed"
    CRAWL = "crawl"
    GZIP = "gzip"
    ZIP = "zip"


def form_of(name: str, head: bytes) -> Form:
    """The form of a file of this name that begins with these bytes."""
    suffix = Path(unpacked_name(name)).suffix.lower()
    if head.startswith(_GZIP):
        return Form.GZIP
    # Many an office document is a zip archive too, and none of reports.
    if suffix == ".zip" or (not suffix and head.startswith(_ZIP)):
        return Form.ZIP
    if suffix in CRAWLS or head.startswith(_WARC):
        return Form.CRAWL
    if suffix in LINES:
        return Form.LINES
    root = _ROOT.match(head)
    told = _ROOTS.get(root[1].decode("ascii", "replace").lower()) if root else None
    if told:
        return Form(told)
    if suffix in PAGES:
        return Form.PAGE
    if suffix in FEEDS:
        return Form.FEED
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"text"' in head:
        return Form.LINES
    return Form.TEXT


def is_known(name: str) -> bool:
    """Whether a file of this name is looked into where a folder or an archive is searched through."""
    suffix = Path(unpacked_name(name)).suffix.lower()
    return suffix in SUFFIXES and suffix != ".gz"


def unpacked_name(name: str) -> str:
    """The name of what a .gz holds, which is that of the file without the ending."""
    return name[:-3] if name.lower().endswith(".gz") else name
