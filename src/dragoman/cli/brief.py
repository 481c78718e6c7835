"""`dragoman brief`: the record of a process in prose, for people who read rather than look."""

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.options import Known, LedgerName, Process, Recorded


class BriefFormat(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"


def brief(
    ledger: LedgerName,
    process: Process = None,
    as_of: Known = None,
    recorded_as_of: Recorded = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Tell what changed since this day.")
    ] = None,
    format: Annotated[BriefFormat, typer.Option("--format", "-f", help="How to print it.")] = BriefFormat.MARKDOWN,
) -> None:
    """Print a brief: next talks, open disputes, promises and balances, what changed, positions, and the words behind each."""
    from datetime import date, datetime

    from dragoman.ledger import Ledger
    from dragoman.record.changes import changes
    from dragoman.render.brief import as_html
    from dragoman.render.brief import brief as write
    from dragoman.render.hostile import plain
    from dragoman.service import as_of_from, earlier_than, process_record, records

    when = as_of_from(as_of, recorded_as_of)
    earlier = earlier_than(when, since) if since else None
    opened = Ledger.open(ledger, create=False)
    day = (when.known.date() if isinstance(when.known, datetime) else when.known) or date.today()
    pages = []
    for record in records(opened, process, when):
        before = process_record(opened, record.process, earlier) if earlier else None
        pages.append(write(record, changes(before, record) if before else (), day, since))
    text = "\n".join(pages) or "No negotiations in this ledger as of that date.\n"
    print(plain(as_html(text, "Brief") if format is BriefFormat.HTML else text), end="")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("brief", epilog="Example: dragoman brief -p Ukraine-Russia --as-of 2025-07-24 --since 2025-07-21")(
        brief
    )
