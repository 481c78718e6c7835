"""Plain text and Markdown: a first line ` date YYYY-MM-DD Headline`, YAML front matter, or neither."""

import re
from typing import Any

import yaml

from dragoman.errors import ReportError
from dragoman.text.intake.parts import Parts

_FIRST_LINE = re.compile(r"\s*date[ \t]+(?P<day>\d{4}-\d{2}-\d{2}(?:T\S+)?)(?:[ \t]+(?P<title>[^\r\n]*))?(?:\r?\n|$)")
_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")

# The names that front matter is met with in the wild, first come first served.
_NAMES = {
    "published": ("published", "date", "published_at"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link", "canonical_url"),
    "id": ("id",),
}


def read_plain(text: str, origin: str) -> Parts:
    """The parts of a plain report; the body is what follows head and blank lines, untouched. Raises ReportError."""
    if fence := _FENCE.match(text):
        return _read_front_matter(text, fence.end(), origin)
    if first := _FIRST_LINE.match(text):
        title = (first["title"] or "").strip() or None
        return Parts(_after_blank(text, first.end()), published=first["day"], title=title)
    return Parts(text)


def _read_front_matter(text: str, start: int, origin: str) -> Parts:
    close = _CLOSE.search(text, start)
    if close is None:
        raise ReportError(
            f"{origin}: front matter opened with --- but never closed, so it was not read; close it with ---"
        )
    # BaseLoader leaves dates as they stand: 2025-02-30 is then refused with our words, in one place.
    try:
        head: Any = yaml.load(text[start : close.start()], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        raise ReportError(
            f"{origin}: front matter is not YAML ({problem}), so it was not read; mend it, or take it out"
        ) from None
    if not isinstance(head, dict):
        raise ReportError(
            f"{origin}: front matter is not 'key: value' lines, so it was not read; mend it, or take it out"
        )
    found = {part: _first(head, names) for part, names in _NAMES.items()}
    return Parts(_after_blank(text, close.end()), **found)


def _first(head: dict[str, Any], names: tuple[str, ...]) -> str | None:
    values = (head.get(name) for name in names)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)


def _after_blank(text: str, start: int) -> str:
    blank = _BLANK_LINES.match(text, start)
    return text[blank.end() if blank else start :]
