"""The commands that lead back to the words: why, search, report."""

from typing import Annotated

import typer

from dragoman.cli.options import Form, Known, LedgerName, Recorded
from dragoman.render.format import Format

_SHORT = 10  # signs of a key that tell reports apart, as searches print them; and how many others are named


def why(
    id: Annotated[str, typer.Argument(help="An id that the other commands print.", show_default=False)],
    ledger: LedgerName,
    as_of: Known = None,
    recorded_as_of: Recorded = None,
    format: Form = Format.TABLE,
) -> None:
    """Show every account, chain, sentence and report behind a value, and the reason of each join."""
    import json

    from dragoman.cli.console import output
    from dragoman.ledger import Ledger
    from dragoman.render.rows import WHY
    from dragoman.render.sheets import print_sheet
    from dragoman.render.why import find, unfound, why_page
    from dragoman.service import as_of_from, record_holding

    when = as_of_from(as_of, recorded_as_of)
    opened = Ledger.open(ledger, create=False)
    entry = opened.entry(f"f-{id.partition('-')[2].partition('.')[0]}")
    record = record_holding(opened, entry, when) if entry else None
    row = find(record, id) if record else None
    if row is None:
        raise unfound(record, id)
    if format is Format.TABLE:
        output().print(why_page(row, opened.decisions(when)))
    elif format is Format.JSON:
        print(json.dumps(row, ensure_ascii=False, indent=2))
    else:
        # The page is no table; what it rests on is one: each finding with its chain, words, report and reason of joining.
        findings = [{"joined": None} | finding for finding in row["findings"]]
        print_sheet(output(), findings, WHY, format, f"Behind {row['what']} ({row['id']})")


def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all occur.", show_default=False)],
    ledger: LedgerName,
    format: Form = Format.TABLE,
) -> None:
    """Search the full text of reports and findings."""
    from dragoman.cli.console import output
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import Entry
    from dragoman.render.rows import SEARCH, entry_row, report_row
    from dragoman.render.sheets import print_sheet

    opened = Ledger.open(ledger, create=False)
    found = (opened.found(ref) for ref in opened.search(" ".join(words)))
    rows = [entry_row(hit) if isinstance(hit, Entry) else report_row(*hit) for hit in found if hit]
    print_sheet(output(), rows, SEARCH, format, f"Found for {' '.join(words)!r}")


def report(
    id: Annotated[str, typer.Argument(help="A report's id or the start of its key.", show_default=False)],
    ledger: LedgerName,
    notes: Annotated[bool | None, typer.Option(help="Write what each mark says behind it.")] = None,
) -> None:
    """Print a stored report with its findings marked."""
    from dragoman.cli.console import complain, output
    from dragoman.errors import LedgerError
    from dragoman.ledger import Ledger, shown_name
    from dragoman.render.marked import marked_text
    from dragoman.service import stored_reading

    opened = Ledger.open(ledger, create=False)
    reading = stored_reading(opened, id)
    if reading is None:
        raise LedgerError(f"{id}: no such report in {shown_name(ledger)}; 'dragoman search WORDS' finds reports")
    others = [key[:_SHORT] for key in opened.namesakes(id)[1:]]
    if others:
        complain(
            f"{id}: {len(others) + 1} reports are called so, and this is the latest; others: {', '.join(others[:_SHORT])}"
        )
    console = output()
    console.print(
        f"{reading.report.title or id}\n{reading.report.outlet or ''} {reading.report.published}\n", highlight=False
    )
    console.print(marked_text(reading, not console.is_terminal if notes is None else notes))


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("why", epilog="Example: dragoman why r-1a2b3c4d5e --as-of 2025-07-21")(why)
    app.command("search", epilog="Example: dragoman search Istanbul bodies")(search)
    app.command("report", epilog="Example: dragoman report istanbul-23")(report)
