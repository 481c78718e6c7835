"""`dragoman review` and `dragoman agreement`: people judge what is uncertain, and how far two of them agree."""

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Form, LedgerName, Process, Recorded
from dragoman.render.format import Format

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import Verb
    from dragoman.record import ProcessRecord
    from dragoman.record.queue import Doubt

_FINDING = "a N accept, r N reject, e N slot=value amend"
_OTHERWISE = "Enter leave it open, q stop"


def review(
    ledger: LedgerName,
    who: Annotated[str, typer.Option("--who", envvar="DRAGOMAN_WHO", help="Your name: decisions are signed.")],
    process: Process = None,
) -> None:
    """Walk through what is disputed or uncertain, the gravest first: settle, accept, reject, amend, or leave it open."""
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import AsOf
    from dragoman.service import process_keys

    opened = Ledger.open(ledger, create=False)
    seen = 0
    for key in process_keys(opened, process, AsOf()):
        left: set[tuple[str, str]] = set()
        while found := _next(opened, key, left):
            seen += 1
            left.add((found[1].id, found[1].reason))
            if not _judge(opened, *found, who):
                return
    print("Nothing else is open." if seen else "Nothing is in dispute, and nothing is uncertain.")


def _next(ledger: "Ledger", key: str, left: set[tuple[str, str]]) -> "tuple[ProcessRecord, Doubt] | None":
    """The gravest doubt not left open in this walk; derived anew, since a decision may have settled others."""
    from dragoman.model.ledgered import AsOf
    from dragoman.record.queue import doubts
    from dragoman.service import process_record

    record = process_record(ledger, key, AsOf())
    waiting = doubts(record, ledger.decisions(AsOf()))
    return next(((record, doubt) for doubt in waiting if (doubt.id, doubt.reason) not in left), None)


def _judge(ledger: "Ledger", record: "ProcessRecord", doubt: "Doubt", who: str) -> bool:
    """Show one doubt and ask until it is decided or left open; False to stop."""
    accounts = _show(record, doubt)
    ways = "; ".join(
        part for part in ("number of the account that holds" if accounts else "", _FINDING, _OTHERWISE) if part
    )
    while True:
        answer = _answer(ways, default="")
        if answer in ("", "q"):
            return answer != "q"
        decision = _meant(answer, doubt, accounts)
        if decision is None:
            print(f"{answer!r} is none of these, so nothing was decided.")
        elif _kept(ledger, decision, who):
            return True


def _answer(question: str, default: str | None = None) -> str:
    """What a person answers; the end of the input stops the walk. Raises typer.Exit."""
    try:
        return str(typer.prompt(question, default=default, show_default=False)).strip()
    except typer.Abort as stopped:
        interrupted = isinstance(stopped.__context__, KeyboardInterrupt)  # the prompt tells both alike
        print("\nStopped; what was decided is kept.")
        raise typer.Exit(130 if interrupted else 0) from None


def _show(record: "ProcessRecord", doubt: "Doubt") -> list[str]:
    """Print a doubt; returns the values that may be settled on, one an account."""
    from dragoman.render.cells import account_cell
    from dragoman.render.rows import account_rows
    from dragoman.render.words import clip

    print(f"\n{record.name}: {doubt.label} ({doubt.id})\n  {doubt.reason}")
    dispute = next((d for d in record.disputes if d.id == doubt.id), None)
    for number, row in enumerate(account_rows(dispute.accounts) if dispute else (), 1):
        print(f"  account {number}: {account_cell(row)}")
    for number, entry in enumerate(doubt.entries, 1):
        said_by = entry.witness.outlet or entry.witness.id
        print(
            f"  finding {number} ({entry.id}), {said_by}, {entry.witness.published}\n     “{clip(entry.finding.evidence, 300)}”"
        )
    return [account.value for account in dispute.accounts] if dispute else []


def _meant(answer: str, doubt: "Doubt", accounts: list[str]) -> "tuple[Verb, str, dict[str, str]] | None":
    """(verb, subject, value) of an answer; None for one that means nothing here."""
    from dragoman.model.ledgered import Verb

    if answer.isdigit():
        return (
            (Verb.SETTLE, doubt.id, {"value": accounts[int(answer) - 1]}) if 1 <= int(answer) <= len(accounts) else None
        )
    letter, _, rest = answer.partition(" ")
    number, _, slots = rest.strip().partition(" ")
    verb = {"a": Verb.ACCEPT, "r": Verb.REJECT, "e": Verb.AMEND}.get(letter)
    if verb is None or not number.isdigit() or not 1 <= int(number) <= len(doubt.entries):
        return None
    slot, equals, value = slots.partition("=")
    if (verb is Verb.AMEND) is not bool(equals):
        return None
    return verb, doubt.entries[int(number) - 1].id, {slot.strip(): value.strip()} if equals else {}


def _kept(ledger: "Ledger", meant: "tuple[Verb, str, dict[str, str]]", who: str) -> bool:
    """Ask why, and keep the decision; False where the record cannot hold it."""
    from dragoman.errors import LedgerError
    from dragoman.service import judge

    why = _answer("Why")
    try:
        kept = judge(ledger, *meant, (who, why))
    except LedgerError as error:
        print(error)
        return False
    print(f"{kept.id}: {kept.verb} {kept.subject}; take it back with 'dragoman undo {kept.id}'")
    return True


def agreement(
    one: Annotated[str, typer.Argument(help="A coder, by the name under the decisions.", show_default=False)],
    other: Annotated[str, typer.Argument(help="The other coder.", show_default=False)],
    ledger: LedgerName,
    recorded_as_of: Recorded = None,
    format: Form = Format.TABLE,
) -> None:
    """Krippendorff's alpha between two coders over what both have judged, and where they part."""
    from dragoman.cli.console import output
    from dragoman.ledger import Ledger
    from dragoman.record.agreement import agreement as compare
    from dragoman.render.rows import AGREEMENT, PARTINGS, agreement_rows, parting_rows
    from dragoman.render.sheets import print_sheet
    from dragoman.service import as_of_from

    when = as_of_from(None, recorded_as_of)
    opened = Ledger.open(ledger, create=False)
    found = compare(opened.decisions(when), one, other)
    print_sheet(output(), agreement_rows(found), AGREEMENT, format, f"Agreement of {one} and {other}")
    if format in (Format.TABLE, Format.MARKDOWN) and (rows := parting_rows(found)):
        print_sheet(output(), rows, PARTINGS, format, f"Where they part: one is {one}, the other {other}")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("review", epilog="Example: dragoman review --who 'A. Analyst'")(review)
    app.command("agreement", epilog="Example: dragoman agreement 'A. Analyst' 'B. Editor'")(agreement)
