"""From a file to its reports, or to the errors that stand in their place."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.settings import value_of
from dragoman.text.intake.charset import markup_text, utf8_text
from dragoman.text.intake.forms import Form, form_of
from dragoman.text.intake.inlets import Found, Inlet
from dragoman.text.intake.language import check_language
from dragoman.text.intake.parts import Parts, stamp_of
from dragoman.text.intake.plain import read_plain
from dragoman.text.intake.sources import STDIN, named

_UNDATED = "put ' date YYYY-MM-DD Headline' on the first line"
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def _keep_quiet(_line: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How to take reports in: `published` is the day of reports that carry none, `stdin` what "-" reads.

    `tell` is given a line where something was passed over that is no report and no fault either.
    """

    published: date | None = None
    stdin: BinaryIO | None = None
    tell: Callable[[str], None] = _keep_quiet

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
                f"give it with --published YYYY-MM-DD, or {parts.undated or _UNDATED}"
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
        yield from _read_inlet(Inlet.of("standard input", "stdin", intake.stdin or sys.stdin.buffer), intake)
        return
    with path.open("rb") as file:
        yield from _read_inlet(Inlet.of(named(path), named(path), file), intake)


def _read_inlet(inlet: Inlet, intake: Intake) -> Iterator[Report | ReportError]:
    for place, parts in _found(inlet, intake):
        yield _guarded(parts, place, intake)


def _found(inlet: Inlet, intake: Intake) -> Iterator[Found]:
    """What the inlet holds, or the error that ends it. A report that has no id of its own is named for its file."""
    try:
        for place, parts in _found_in(inlet, intake):
            if isinstance(parts, Parts) and not parts.id:
                parts = replace(parts, id=inlet.stem)
            yield place, parts
    except ReportError as error:
        yield inlet.origin, error


def _found_in(inlet: Inlet, intake: Intake) -> Iterator[Found]:
    """What the inlet holds, by its form. A reader is loaded where its form is met."""
    match form_of(inlet.name, inlet.head()):
        case Form.GZIP | Form.ZIP as form:
            from dragoman.text.intake.packed import opened

            for member in opened(inlet, form, intake.tell):
                if isinstance(member, ReportError):
                    yield inlet.origin, member
                else:
                    yield from _found(member, intake)
        case Form.LINES:
            from dragoman.text.intake.jsonl import read_lines

            yield from read_lines(inlet)
        case Form.FEED:
            from dragoman.text.intake.feed import read_feed

            yield from read_feed(inlet)
        case Form.CRAWL:
            from dragoman.text.intake.warc import read_warc

            yield from read_warc(inlet, intake.tell)
        case Form.PAGE:
            from dragoman.text.intake.html import read_html

            yield inlet.origin, read_html(markup_text(inlet.markup_bytes(), inlet.origin), inlet.origin)
        case Form.TEXT:
            yield inlet.origin, read_plain(utf8_text(inlet.text_bytes(), inlet.origin), inlet.origin)


def _guarded(parts: Parts | ReportError, origin: str, intake: Intake) -> Report | ReportError:
    if isinstance(parts, ReportError):
        return parts
    try:
        return intake.report(parts, origin)
    except ReportError as error:
        return error
