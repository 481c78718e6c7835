"""`dragoman extract` and `dragoman show`."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from dragoman.cli.console import complain, output
from dragoman.errors import ReportError
from dragoman.model import Reading, Report
from dragoman.render.words import plural
from dragoman.text.intake import Intake, find_sources, read_reports


def run(arguments: list[str], form: str, published: date | None, verbose: bool) -> int:
    """Print the records of all reports; 1 when any was refused."""
    refused = dropped = 0
    console = output()
    for item in _readings(arguments, Intake(published)):
        if isinstance(item, ReportError):
            complain(str(item))
            refused += 1
            continue
        _print(item, form, console)
        dropped += len(item.discards)
        if verbose:
            for loss in item.discards:
                slot = f".{loss.slot}" if loss.slot else ""
                complain(f"{item.report.origin}: dropped {loss.kind}{slot} {loss.value!r}: {loss.reason}")
    if dropped and not verbose:
        complain(f"{plural(dropped, 'value')} dropped because the text does not bear them out; --verbose names them")
    return 1 if refused else 0


def run_show(argument: str, published: date | None, notes: bool | None) -> int:
    """Print one report's text with its findings marked."""
    from dragoman.render.marked import legend, marked_text

    console = output()
    refused = False
    for item in _readings([argument], Intake(published)):
        if isinstance(item, ReportError):
            complain(str(item))
            refused = True
            continue
        console.print(marked_text(item, not console.is_terminal if notes is None else notes))
        if console.is_terminal:
            console.print(legend())
    return 1 if refused else 0


def _print(reading: Reading, form: str, console: Console) -> None:
    if form == "jsonl":
        from dragoman.model.record import record_of, to_line

        print(to_line(record_of(reading)), flush=True)
    else:
        from dragoman.render.page import record_page

        console.print(record_page(reading))


def _readings(arguments: list[str], intake: Intake) -> Iterator[Reading | ReportError]:
    """The reading of each report, or the error in its place, behind a progress bar on a terminal."""
    from dragoman.pipeline import read

    sources: list[Path | ReportError] = list(find_sources(arguments))
    with Progress(
        console=Console(stderr=True), transient=True, disable=len(sources) < 2 or not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task("reading", total=len(sources))
        for source in sources:
            for item in read_reports([source], intake):
                yield read(item) if isinstance(item, Report) else item
            bar.advance(task)
