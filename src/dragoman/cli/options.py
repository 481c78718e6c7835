"""Options that several commands take."""

from typing import Annotated

import typer

from dragoman.render.format import Format

LedgerName = Annotated[
    str,
    typer.Option(
        "--ledger", "-l", envvar="DRAGOMAN_LEDGER", metavar="FILE|URL", help="The ledger: a file, or postgresql://…",
        default_factory=lambda: "dragoman.db", show_default="dragoman.db",
    ),
]  # fmt: skip
Process = Annotated[
    str | None,
    typer.Option("--process", "-p", help="One process, by its parties (Ukraine-Russia) or its name; all by default."),
]
Known = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="What was known by the end of this day, or by an instant.")
]
Recorded = Annotated[
    str | None, typer.Option("--recorded-as-of", metavar="DAY", help="What this ledger had recorded by then.")
]
Form = Annotated[Format, typer.Option("--format", "-f", help="How to print it.")]
