"""`dragoman read`: reports into the ledger."""

import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Jobs, LedgerName

if TYPE_CHECKING:
    from dragoman.service import Progress


def read(
    reports: Annotated[
        list[str], typer.Argument(help="Files, folders, globs; - is standard input.", show_default=False)
    ],
    ledger: LedgerName,
    published: Annotated[
        str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="The day of reports that carry none.")
    ] = None,
    jobs: Jobs = 1,
) -> None:
    """Read reports and keep what they say in the ledger. Run it again after an interruption: nothing is doubled."""
    from dragoman.cli.arguments import day
    from dragoman.errors import DragomanError
    from dragoman.ledger import Ledger, shown_name
    from dragoman.service import Progress, read_into
    from dragoman.text.intake import Intake, expected, find_sources, read_reports

    opened = Ledger.open(ledger)
    sources = list(find_sources(reports))
    total = expected(sources) if sys.stderr.isatty() else None  # counting looks into every archive
    start = time.monotonic()
    progress = Progress()
    try:
        for progress in read_into(opened, read_reports(sources, Intake(day(published), tell=_complain)), jobs):
            for error in progress.errors:
                _complain(str(error))
            for note in progress.notes:
                _complain(note)
            _show_rate(progress.seen, total, time.monotonic() - start)
    except (KeyboardInterrupt, DragomanError):
        _summary(progress, shown_name(ledger))
        _complain("stopped before the end; what is counted above is kept: run the same command again to go on")
        raise
    _summary(progress, shown_name(ledger))
    raise typer.Exit(1 if progress.refused else 0)


def _complain(message: str) -> None:
    """A line of its own: not behind the one that is written over."""
    from dragoman.cli.console import complain

    _clear_line()
    complain(message)


def _clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)


def _show_rate(seen: int, total: int | None, seconds: float) -> None:
    """One line that is written over: how many, how fast, and how long the rest will take at that rate."""
    if sys.stderr.isatty():
        of = f" of {total:,}" if total and total >= seen else ""
        left = f", {timedelta(seconds=round((total - seen) * seconds / seen))} left" if total and total > seen else ""
        print(
            f"\r\033[K{seen:,}{of} reports, {seen / seconds:.1f} a second{left} ", end="", file=sys.stderr, flush=True
        )


def _summary(progress: "Progress", ledger: str) -> None:
    from dragoman.render.words import plural

    _clear_line()
    stored = progress.stored
    parts = [f"{plural(stored.new, 'report')} new", f"{stored.known:,} known before"]
    if stored.reread:
        parts.append(f"{stored.reread:,} read anew ({plural(stored.withdrawn, 'older finding')} withdrawn)")
    if progress.passed_over:
        parts.append(f"{progress.passed_over:,} without a word of negotiations passed over")
    parts.append(f"{progress.refused:,} refused")
    print(f"{', '.join(parts)}; {plural(stored.findings, 'finding')} added to {ledger}", flush=True)
    if progress.dropped:
        print(
            f"{plural(progress.dropped, 'value')} dropped because the texts do not bear them out; 'dragoman extract -v' names them"
        )


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("read", epilog="Example: dragoman read news/ --ledger istanbul.db")(read)
