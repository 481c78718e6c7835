"""Options that several commands take."""

from os import cpu_count
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


def _workers(jobs: int) -> int:
    return jobs or cpu_count() or 1


Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", callback=_workers, help="How many processes read; 0 is one a core."
    ),
]
