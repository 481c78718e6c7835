"""`dragoman read`: reports into the ledger."""

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerName

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
) -> None:
    """Read reports and keep what they say in the ledger. Run it again after an interruption: nothing is doubled."""
    from dragoman.cli.arguments import day
    from dragoman.cli.console import complain
    from dragoman.ledger import Ledger
    from dragoman.service import read_into
    from dragoman.text.intake import Intake, find_sources, read_reports

    opened = Ledger.open(ledger)
    items = read_reports(find_sources(reports), Intake(day(published)))
    progress = None
    told, start = 0, time.monotonic()
    for progress in read_into(opened, items):
        for error in progress.refused[told:]:
            complain(str(error))
        told = len(progress.refused)
        _show_rate(progress, time.monotonic() - start)
    _summary(progress, ledger)
    raise typer.Exit(1 if told else 0)


def _show_rate(progress: "Progress", seconds: float) -> None:
    if sys.stderr.isatty():
        rate = progress.seen / seconds if seconds else 0.0
        print(f"\r{progress.seen:,} reports, {rate:.1f} a second ", end="", file=sys.stderr, flush=True)


def _summary(progress: "Progress | None", ledger: str) -> None:
    from dragoman.render.words import plural

    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if progress is None:
        print("nothing to read")
        return
    stored = progress.stored
    parts = [f"{plural(stored.new, 'report')} new", f"{stored.known:,} known before"]
    if stored.reread:
        parts.append(f"{stored.reread:,} read anew ({plural(stored.withdrawn, 'older finding')} withdrawn)")
    parts.append(f"{len(progress.refused):,} refused")
    print(f"{', '.join(parts)}; {plural(stored.findings, 'finding')} added to {ledger}")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("read", epilog="Example: dragoman read news/ --ledger istanbul.db")(read)
