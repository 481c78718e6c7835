"""`dragoman extract` and `dragoman show`."""

import sys
from collections.abc import Iterator
from datetime import date

from rich.console import Console
from rich.progress import Progress

from dragoman.cli.console import complain, output
from dragoman.errors import ReportError
from dragoman.model import DiscardReason, Reading
from dragoman.readings import cut_note, read_all
from dragoman.render.words import plural
from dragoman.text.intake import Intake, expected, find_sources, read_reports


def run(arguments: list[str], form: str, intake: Intake, verbose: bool, jobs: int = 1) -> int:
    """Print the records of all reports; 1 when any was refused."""
    refused = dropped = 0
    console = output()
    for item in _readings(arguments, intake, jobs):
        if isinstance(item, ReportError):
            complain(str(item))
            refused += 1
            continue
        _print(item, form, console)
        note = cut_note(item)
        if note:
            complain(note)
        lost = [loss for loss in item.discards if loss.reason is not DiscardReason.CUT]
        dropped += len(lost)
        if verbose:
            for loss in lost:
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
    for item in _readings([argument], Intake(published, tell=complain)):
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


def _readings(arguments: list[str], intake: Intake, jobs: int = 1) -> Iterator[Reading | ReportError]:
    """The reading of each report, or the error in its place, behind a progress bar on a terminal."""
    sources = list(find_sources(arguments))
    shown = sys.stderr.isatty()
    total = expected(sources) if shown else None
    with Progress(console=Console(stderr=True), transient=True, disable=total == 1 or not shown) as bar:
        task = bar.add_task("reading", total=total)
        for item in read_all(read_reports(sources, intake), jobs):
            yield item
            bar.advance(task)
