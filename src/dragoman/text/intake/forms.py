"""Which form a file has: by its first bytes where they tell, else by its name."""

import re
from enum import StrEnum
from pathlib import Path

LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm")
FEEDS = (".rss", ".atom", ".xml")
TEXTS = (".txt", ".md", ".markdown")
SUFFIXES = (*TEXTS, *LINES, *PAGES, *FEEDS)

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


def form_of(name: str, head: bytes) -> Form:
    """The form of a file of this name that begins with these bytes."""
    suffix = Path(name).suffix.lower()
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
    """Whether a file of this name is looked into where a folder is searched through."""
    return Path(name).suffix.lower() in SUFFIXES
