"""The commands that show the derived record: processes, talks, disputes, promises, positions, timeline, changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import Form, Known, LedgerName, Process, Recorded
from dragoman.render.format import Format

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import AsOf
    from dragoman.record import ProcessRecord
    from dragoman.render.rows import Row


def _opened(ledger: str, known: str | None, recorded: str | None) -> "tuple[Ledger, AsOf]":
    from dragoman.ledger import Ledger
    from dragoman.service import as_of_from

    as_of = as_of_from(known, recorded)
    return Ledger.open(ledger, create=False), as_of


def _when(known: str | None, recorded: str | None) -> str:
    return (f" as of {known}" if known else "") + (f", as recorded by {recorded}" if recorded else "")


def processes(
    ledger: LedgerName, as_of: Known = None, recorded_as_of: Recorded = None, format: Form = Format.TABLE
) -> None:
    """List the negotiations in the ledger, the most reported first."""
    from dragoman.cli.console import output
    from dragoman.record.derive import given_names, standing_decisions
    from dragoman.render.rows import PROCESSES, process_rows
    from dragoman.render.sheets import print_sheet

    opened, when = _opened(ledger, as_of, recorded_as_of)
    names = given_names(standing_decisions(opened.decisions(when)))
    rows = process_rows(opened.processes(when), names)
    print_sheet(output(), rows, PROCESSES, format, f"Processes{_when(as_of, recorded_as_of)}")


def _sheet_command(name: str, title: str, help_text: str) -> Callable[..., None]:
    """A command that prints one kind of row for each process asked for."""

    def command(
        ledger: LedgerName,
        process: Process = None,
        as_of: Known = None,
        recorded_as_of: Recorded = None,
        format: Form = Format.TABLE,
    ) -> None:
        from dragoman.render import rows as r

        makers: dict[str, tuple[Callable[[ProcessRecord], list[Row]], tuple[str, ...]]] = {
            "talks": (r.talk_lines, r.TALK_LINES),
            "disputes": (r.dispute_rows, r.DISPUTES),
            "promises": (r.promise_rows, r.PROMISES),
            "positions": (r.position_rows, r.POSITIONS),
            "timeline": (r.timeline_rows, r.TIMELINE),
        }
        make, columns = makers[name]
        opened, when = _opened(ledger, as_of, recorded_as_of)
        _print(opened, (process, when), (make, columns), format, f"{title}{_when(as_of, recorded_as_of)}")

    command.__doc__ = help_text
    command.__name__ = name
    return command


def _print(ledger: "Ledger", asked: Any, made: Any, form: Format, title: str) -> None:
    """Print one sheet a process in a table or Markdown, one sheet in all for programs."""
    from dragoman.cli.console import output
    from dragoman.render.sheets import print_sheet
    from dragoman.service import records

    make, columns = made
    found = [(record, make(record)) for record in records(ledger, *asked)]
    if form in (Format.JSON, Format.CSV):
        rows = [{"process": record.name, **row} for record, rows in found for row in rows]
        print_sheet(output(), rows, ("process", *columns), form, title)
        return
    shown = [(record, rows) for record, rows in found if rows or asked[0]]
    for record, rows in shown:
        print_sheet(output(), rows, columns, form, f"{record.name}: {title}")
    if not shown:
        output().print(f"{title}: none.")


talks = _sheet_command("talks", "talks", "List the rounds of talks with their dates, places, parties and disputes.")
disputes = _sheet_command("disputes", "disputes", "List where accounts differ, and what settled it.")
promises = _sheet_command("promises", "promises", "List promises with their wordings, deliveries and balances.")
positions = _sheet_command("positions", "positions", "List what each side wants, over time.")
timeline = _sheet_command("timeline", "timeline", "List rounds, agreements and deliveries in the order of their days.")


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="The earlier date to compare with.")],
    ledger: LedgerName,
    process: Process = None,
    as_of: Known = None,
    recorded_as_of: Recorded = None,
    format: Form = Format.TABLE,
) -> None:
    """List what moved between two dates of known time."""
    from dragoman.record.changes import changes as moved
    from dragoman.render.rows import CHANGES, change_rows
    from dragoman.service import as_of_from, earlier_than, process_record

    before = earlier_than(as_of_from(as_of, recorded_as_of), since)
    opened, when = _opened(ledger, as_of, recorded_as_of)

    def make(record: "ProcessRecord") -> "list[Row]":
        return change_rows(moved(process_record(opened, record.process, before), record))

    _print(opened, (process, when), (make, CHANGES), format, f"changes since {since}{_when(as_of, recorded_as_of)}")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (processes, talks, disputes, promises, positions, timeline):
        example = f"Example: dragoman {command.__name__} --as-of 2025-07-21"
        app.command(command.__name__, epilog=example)(command)
    app.command("changes", epilog="Example: dragoman changes --since 2025-07-21 --as-of 2025-07-24")(changes)
