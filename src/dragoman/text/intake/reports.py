"""From a file to its reports, or to the errors that stand in their place."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.settings import value_of
from dragoman.text.intake.language import check_language
from dragoman.text.intake.parts import Parts, stamp_of
from dragoman.text.intake.plain import read_plain
from dragoman.text.intake.sources import JSONL, STDIN, named

_HTML = (".html", ".htm")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_BYTES_PER_CHAR = 4  # UTF-8's longest, so that the size of a file can be judged before it is read


@dataclass(frozen=True, slots=True)
class Intake:
    """How to take reports in: `published` is the day of reports that carry none, `stdin` what "-" reads."""

    published: date | None = None
    stdin: BinaryIO | None = None

    def report(self, parts: Parts, origin: str) -> Report:
        """The report of these parts. Raises ReportError when there is no text, no date, or another language."""
        if not parts.body.strip():
            raise ReportError(
                f"{origin}: no text in it, so there is nothing to read; leave it out, or look how it was saved"
            )
        _check_signs(parts, origin)
        limit = value_of("max_chars")
        if len(parts.body) > limit:
            raise ReportError(
                f"{origin}: a text of {len(parts.body):,} characters, over the limit of {limit:,} for one report, "
                f"so it was not read; split it into reports, or raise DRAGOMAN_MAX_CHARS"
            )
        check_language(parts.body, origin)
        day, moment = stamp_of(parts.published, origin) if parts.published else (self.published, None)
        if day is None:
            raise ReportError(
                f"{origin}: no date of publication, and calendar words count from it, so it was not read; "
                f"give it with --published YYYY-MM-DD, or put ' date YYYY-MM-DD Headline' on the first line"
            )
        return Report(
            parts.id or Path(origin).stem, parts.body, day, parts.title, parts.outlet, parts.url, moment, origin
        )


def _check_signs(parts: Parts, origin: str) -> None:
    """No ledger can keep halves of characters, which JSON may spell; nor, every one of them, a NUL."""
    for slot in ("body", "title", "outlet", "url", "id", "published"):
        bad = _UNKEEPABLE.search(getattr(parts, slot) or "")
        if bad:
            raise ReportError(
                f"{origin}: {'text' if slot == 'body' else slot} with a sign that is no character "
                f"(U+{ord(bad[0]):04X} at {bad.start():,}), so it was not read; mend how the report was saved"
            )


def read_reports(sources: Iterable[Path | ReportError], intake: Intake) -> Iterator[Report | ReportError]:
    """Every report of every source, or the error in its place."""
    for source in sources:
        if isinstance(source, ReportError):
            yield source
            continue
        try:
            yield from _read_source(source, intake)
        except ReportError as error:
            yield error
        except OSError as error:
            yield ReportError(
                f"{named(source)}: cannot be read ({error.strerror or error}), so it was left out; "
                f"check the file and its permissions"
            )


def _read_source(path: Path, intake: Intake) -> Iterator[Report | ReportError]:
    if str(path) == STDIN:
        data = (intake.stdin or sys.stdin.buffer).read()
        yield from _read_text(_decode(data, "standard input"), "stdin", intake)
    elif path.suffix.lower() in JSONL:
        from dragoman.text.intake.jsonl import read_lines

        with path.open("rb") as lines:
            yield from (_guarded(parts, origin, intake) for origin, parts in read_lines(lines, named(path)))
    else:
        _check_size(path)
        yield from _read_text(_decode(path.read_bytes(), named(path)), named(path), intake)


def _read_text(text: str, origin: str, intake: Intake) -> Iterator[Report | ReportError]:
    start = text.lstrip()[:200].lower()
    if origin.lower().endswith(_HTML) or start.startswith(("<!doctype html", "<html")):
        from dragoman.text.intake.html import read_html

        yield _guarded(read_html(text, origin), origin, intake)
    elif start.startswith("{") and '"text"' in text:
        from dragoman.text.intake.jsonl import read_lines

        lines = (line.encode() for line in text.split("\n"))
        yield from (_guarded(parts, place, intake) for place, parts in read_lines(lines, origin))
    else:
        yield _guarded(read_plain(text, origin), origin, intake)


def _guarded(parts: Parts | ReportError, origin: str, intake: Intake) -> Report | ReportError:
    if isinstance(parts, ReportError):
        return parts
    try:
        return intake.report(parts, origin)
    except ReportError as error:
        return error


def _check_size(path: Path) -> None:
    limit, size = value_of("max_chars"), path.stat().st_size
    # A page of HTML is mostly not text: what is left of it is judged later.
    if path.suffix.lower() not in _HTML and size > limit * _BYTES_PER_CHAR:
        raise ReportError(
            f"{named(path)}: {size:,} bytes, more than any report of {limit:,} characters, so it was not read; "
            f"split it into reports, write them as .jsonl, or raise DRAGOMAN_MAX_CHARS"
        )


def _decode(data: bytes, origin: str) -> str:
    if not data:
        raise ReportError(f"{origin}: the file is empty, so there is nothing to read; leave it out, or save it again")
    if b"\0" in data[:65536]:
        raise ReportError(
            f"{origin}: not text but binary data, so it was not read; save the report as plain text, HTML or JSON Lines"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{origin}: not UTF-8 (byte {error.start:,}), so its offsets would not hold and it was not read; "
            f"convert it, for instance with 'iconv -f windows-1252 -t utf-8'"
        ) from None
