"""How many reports are to come, told before they are read, so that a long run can say how long it will take."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import ReportError
from dragoman.text.intake.forms import FEEDS, LINES, Form, form_of
from dragoman.text.intake.inlets import Inlet
from dragoman.text.intake.sources import STDIN, named

_CHUNK = 1 << 20  # bytes read at once


def expected(sources: Iterable[Path | ReportError]) -> int | None:
    """How many reports (or refusals in their place) are to be expected of these; None where nobody can tell."""
    total = 0
    for source in sources:
        if str(source) == STDIN:
            return None
        total += _in_file(source) if isinstance(source, Path) else 1
    return total


def _in_file(path: Path) -> int:
    if path.suffix.lower() not in (*LINES, *FEEDS):
        return 1
    try:
        with path.open("rb") as file:
            return _in_inlet(Inlet.of(named(path), path.name, file))
    except OSError:
        return 1  # it will be refused, in one line


def _in_inlet(inlet: Inlet) -> int:
    match form_of(inlet.name, inlet.head()):
        case Form.LINES:
            return _lines(inlet)
        case Form.FEED:
            from dragoman.text.intake.feed import ENTRY

            return max(1, sum(len(ENTRY.findall(chunk)) for chunk in _chunks(inlet)))
    return 1


def _lines(inlet: Inlet) -> int:
    ends, last = 0, b"\n"
    for last in _chunks(inlet):
        ends += last.count(b"\n")
    return ends + (not last.endswith(b"\n"))


def _chunks(inlet: Inlet) -> Iterator[bytes]:
    return iter(lambda: inlet.stream.read(_CHUNK), b"")
