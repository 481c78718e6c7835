"""The command `dragoman`. What a command needs is imported when it runs, so that --help answers at once."""

from enum import StrEnum
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman.cli.arguments import day
from dragoman.cli.brief import register as register_brief
from dragoman.cli.dates import register as register_dates
from dragoman.cli.decide import register as register_decide
from dragoman.cli.explain import register as register_explain
from dragoman.cli.options import Jobs
from dragoman.cli.read import register as register_read
from dragoman.cli.record import register as register_record
from dragoman.cli.review import register as register_review
from dragoman.cli.serve import register as register_serve

EXIT_CODES = """\
Exit codes: 0 all read, 1 something was refused (each line on standard error says what, why and the way out),
2 the command itself was wrong, 130 interrupted."""


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> object:
        """Typer calls it a failure when the reader of our output has gone (`| head`); nothing is wrong then."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise typer.Exit from None


app = typer.Typer(
    name="dragoman",
    cls=_Commands,
    help="Reads dated news reports about negotiations and keeps the record: which talks, when, where, between whom; "
    "who said so; where accounts differ; what was promised and what was delivered.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class RecordFormat(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


Reports = Annotated[list[str], typer.Argument(help="Files, folders, globs; - is standard input.", show_default=False)]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="YYYY-MM-DD", help="The day of reports that carry none."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of every command."""


@app.command(epilog="Example: dragoman extract report.txt news/ 'archive/*.html' --format jsonl > records.jsonl")
def extract(
    reports: Reports,
    format: Annotated[
        RecordFormat, typer.Option("--format", "-f", help="A page to read, or records as JSON Lines.")
    ] = RecordFormat.TABLE,
    published: Published = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what was dropped for want of grounding.")
    ] = False,
    jobs: Jobs = 1,
) -> None:
    """Print the record of each report."""
    from dragoman.cli.console import complain
    from dragoman.cli.extract import run
    from dragoman.text.intake import Intake

    raise typer.Exit(run(reports, format.value, Intake(day(published), tell=complain), verbose, jobs))


@app.command(epilog="Example: dragoman show report.txt")
def show(
    report: Annotated[str, typer.Argument(help="A file, or - for standard input.", show_default=False)],
    published: Published = None,
    notes: Annotated[
        bool | None, typer.Option(help="Write what each mark says behind it (default: where there are no colours).")
    ] = None,
) -> None:
    """Print a report's text with the findings marked in it."""
    from dragoman.cli.extract import run_show

    raise typer.Exit(run_show(report, day(published), notes))


@app.command(epilog="Example: dragoman schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of a record."""
    from dragoman.model.record import schema_text

    typer.echo(schema_text())


for _register in (
    register_dates,
    register_read,
    register_record,
    register_brief,
    register_review,
    register_explain,
    register_decide,
    register_serve,
):
    _register(app)
