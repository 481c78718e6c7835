"""The commands by which people decide: same, not-same, accept, reject, amend, settle, undo, name."""

from typing import Annotated

import typer

from dragoman.cli.options import LedgerName

Who = Annotated[str, typer.Option("--who", envvar="DRAGOMAN_WHO", help="Your name: decisions are signed.")]
Why = Annotated[str, typer.Option("--why", help="The reason, for those who read it later.")]
Id = Annotated[str, typer.Argument(help="An id that the other commands print.", show_default=False)]


def _decide(ledger: str, verb: str, subject: str, value: dict[str, str], signature: tuple[str, str]) -> None:
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import Verb
    from dragoman.service import judge

    kept = judge(Ledger.open(ledger, create=False), Verb(verb), subject, value, signature)
    print(
        f"{kept.id}: {verb} {subject or ' / '.join(value.values())}, signed {kept.who}; take it back with 'dragoman undo {kept.id}'"
    )


def same(
    one: Annotated[str, typer.Argument()],
    other: Annotated[str, typer.Argument()],
    ledger: LedgerName,
    who: Who,
    why: Why,
) -> None:
    """Decide that two names, or two findings, are one."""
    _decide(ledger, "same", "", {"one": one, "other": other}, (who, why))


def not_same(
    one: Annotated[str, typer.Argument()],
    other: Annotated[str, typer.Argument()],
    ledger: LedgerName,
    who: Who,
    why: Why,
) -> None:
    """Decide that two names, or two findings, are not one."""
    _decide(ledger, "not-same", "", {"one": one, "other": other}, (who, why))


def accept(id: Id, ledger: LedgerName, who: Who, why: Why) -> None:
    """Accept a finding as read."""
    _decide(ledger, "accept", id, {}, (who, why))


def reject(id: Id, ledger: LedgerName, who: Who, why: Why) -> None:
    """Reject a finding: it no longer counts in the record, and stays in the ledger."""
    _decide(ledger, "reject", id, {}, (who, why))


def amend(
    id: Id,
    slots: Annotated[
        list[str], typer.Argument(help="slot=value; lists with commas, nothing empties the slot.", show_default=False)
    ],
    ledger: LedgerName,
    who: Who,
    why: Why,
) -> None:
    """Correct slots of a finding."""
    pairs = dict(slot.partition("=")[::2] for slot in slots)
    bad = [slot for slot in slots if "=" not in slot]
    if bad:
        raise typer.BadParameter(f"{bad[0]!r} is not slot=value")
    _decide(ledger, "amend", id, pairs, (who, why))


def settle(
    id: Id,
    value: Annotated[str, typer.Argument(help="What holds.", show_default=False)],
    ledger: LedgerName,
    who: Who,
    why: Why,
) -> None:
    """Settle a dispute; every account stays beside what holds."""
    _decide(ledger, "settle", id, {"value": value}, (who, why))


def undo(id: Id, ledger: LedgerName, who: Who, why: Why) -> None:
    """Take a decision back, by a new one."""
    _decide(ledger, "undo", id, {}, (who, why))


def name(
    process: Annotated[
        str, typer.Argument(help="Its parties, as 'dragoman processes' lists them.", show_default=False)
    ],
    new: Annotated[str, typer.Argument(help="What to call it.", show_default=False)],
    ledger: LedgerName,
    who: Who,
    why: Why,
) -> None:
    """Give a process a name of its own."""
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import AsOf
    from dragoman.service import process_keys

    keys = process_keys(Ledger.open(ledger, create=False), process, AsOf())
    if len(keys) > 1:
        raise typer.BadParameter(f"{process!r} may be any of {', '.join(keys)}; give all the parties of one")
    _decide(ledger, "name", keys[0], {"name": new}, (who, why))


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("same", epilog="Example: dragoman same Zelensky Zelenskiy --who 'A. Analyst' --why spelling")(same)
    app.command("not-same", epilog="Example: dragoman not-same f-12 f-34 --who 'A. Analyst' --why 'two calls'")(
        not_same
    )
    for command in (accept, reject, amend, settle, undo, name):
        app.command(command.__name__)(command)
