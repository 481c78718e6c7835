"""How many reports are to come, told before they are read, so that a long run can say how long it will take."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import ReportError
from dragoman.text.intake.forms import CRAWLS, FEEDS, LINES, PACKED, Form, form_of
from dragoman.text.intake.inlets import Inlet
from dragoman.text.intake.sources import STDIN, named

_CHUNK = 1 << 20  # bytes read at once
_MANY = (*LINES, *FEEDS, *CRAWLS, *PACKED)
_LOOKED_THROUGH = 100_000_000  # bytes of an archive that are unpacked within a second or two


def expected(sources: Iterable[Path | ReportError]) -> int | None:
    """How many reports (or refusals in their place) are to be expected of these; None where that is not known.

    It is not where standard input is among them, or an archive that takes long to look through.
    """
    counts = []
    for source in sources:
        counts.append(_in_file(source) if isinstance(source, Path) else 1)
        if counts[-1] is None:
            return None
    return sum(filter(None, counts))


def _in_file(path: Path) -> int | None:
    if str(path) == STDIN:
        return None
    if path.suffix.lower() not in _MANY:
        return 1
    try:
        if path.is_fifo():
            return None  # what is read of a pipe is gone
        if path.suffix.lower() in (*CRAWLS, *PACKED) and path.stat().st_size > _LOOKED_THROUGH:
            return None
        with path.open("rb") as file:
            return _in_inlet(Inlet.of(named(path), path.name, file))
    except (OSError, ReportError):
        return 1  # it will be refused, in one line


def _in_inlet(inlet: Inlet) -> int:
    match form_of(inlet.name, inlet.head()):
        case Form.LINES:
            return _lines(inlet)
        case Form.FEED:
            from dragoman.text.intake.feed import ENTRY

            return max(1, sum(len(ENTRY.findall(chunk)) for chunk in _chunks(inlet)))
        case Form.CRAWL:
            from dragoman.text.intake.warc import count_pages

            return count_pages(inlet)
        case Form.GZIP | Form.ZIP as form:
            from dragoman.text.intake.packed import opened

            return sum(_in_member(member) for member in opened(inlet, form, lambda _: None))
    return 1


def _in_member(member: Inlet | ReportError) -> int:
    try:
        return 1 if isinstance(member, ReportError) else _in_inlet(member)
    except ReportError:
        return 1


def _lines(inlet: Inlet) -> int:
    ends, last = 0, b"\n"
    for last in _chunks(inlet):
        ends += last.count(b"\n")
    return ends + (not last.endswith(b"\n"))


def _chunks(inlet: Inlet) -> Iterator[bytes]:
    return iter(lambda: inlet.stream.read(_CHUNK), b"")
