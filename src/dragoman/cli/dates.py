"""`dragoman dates`: the calendar expressions of any text, without the rest of a reading."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.errors import ReportError
    from dragoman.model import DateMention, Report

_COLUMNS = ("report", "text", "value", "edtf", "timex", "type", "start", "end")


class DateFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TIMEX3 = "timex3"
    EDTF = "edtf"


def dates(
    texts: Annotated[
        list[str],
        typer.Argument(help="Files, folders, globs, or the text itself; - is standard input.", show_default=False),
    ],
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="YYYY-MM-DD", help="The day from which calendar words count."),
    ] = None,
    form: Annotated[
        DateFormat,
        typer.Option("--format", "-f", help="A table, rows, the text marked up as TIMEX3, or EDTF values alone."),
    ] = DateFormat.TABLE,
) -> None:
    """Print the calendar expressions of texts and what they denote."""
    from dragoman.cli.arguments import day
    from dragoman.cli.console import complain
    from dragoman.errors import ReportError
    from dragoman.extract.dates import date_text

    found: list[tuple[Report, list[DateMention]]] = []
    refused = 0
    for item in _reports(texts, day(published)):
        if isinstance(item, ReportError):
            complain(str(item))
            refused += 1
        else:
            found.append((item, date_text(item.body, item.published)))
    if found:
        _print(found, form)
    raise typer.Exit(1 if refused else 0)


def _reports(arguments: list[str], published: date | None) -> "Iterator[Report | ReportError]":
    """What the arguments mean: files where there are such, else, if they hold a blank, the text itself."""
    from dragoman.cli.console import complain
    from dragoman.errors import ReportError
    from dragoman.text.intake import Intake, find_sources, read_reports
    from dragoman.text.intake.parts import Parts

    intake = Intake(published, tell=complain)
    for argument in arguments:
        if not _is_text(argument):
            yield from read_reports(find_sources([argument]), intake)
            continue
        try:
            yield intake.report(Parts(argument, id="text"), "the text")
        except ReportError as error:
            yield error


def _is_text(argument: str) -> bool:
    """Whether an argument is a text: it holds a blank, and is no file and not named like one."""
    from dragoman.text.intake.forms import is_known

    return " " in argument.strip() and not _exists(argument) and not is_known(argument)


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except OSError:  # longer than any name of a file
        return False


def _print(found: "list[tuple[Report, list[DateMention]]]", form: DateFormat) -> None:
    rows = list(_rows(found))
    if form is DateFormat.TIMEX3:
        from dragoman.render.timex3 import timex3_document

        sys.stdout.write(timex3_document(found))
    elif form is DateFormat.JSON:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form is DateFormat.CSV:
        from dragoman.render.format import Format
        from dragoman.render.sheets import sheet

        sys.stdout.write(sheet(rows, _COLUMNS, Format.CSV))
    elif form is DateFormat.EDTF:
        print("\n".join(row["edtf"] for row in rows if row["edtf"]))
    else:
        _print_table(rows, several=len(found) > 1)


def _rows(found: "list[tuple[Report, list[DateMention]]]") -> Iterator[dict[str, Any]]:
    from dragoman.render.edtf import edtf_of

    for report, mentions in found:
        for mention in mentions:
            values = (
                report.id,
                mention.text,
                mention.value,
                edtf_of(mention, report.body),
                mention.timex,
                mention.type,
            )
            yield dict(zip(_COLUMNS, (*values, *mention.span), strict=True))


def _print_table(rows: list[dict[str, Any]], several: bool) -> None:
    from rich.table import Table

    from dragoman.cli.console import output

    if not rows:
        print("No calendar expressions found.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    names = [*(["report"] if several else []), "text", "value", "EDTF", "span"]
    for name in names:
        table.add_column(name, overflow="fold", justify="right" if name == "span" else "left")
    for row in rows:
        cells = [row["report"]] if several else []
        table.add_row(*cells, row["text"], row["value"] or "", row["edtf"] or "", f"{row['start']}-{row['end']}")
    output().print(table)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("dates", epilog='Example: dragoman dates "They met on Friday." --published 2025-07-21 --format edtf')(
        dates
    )
