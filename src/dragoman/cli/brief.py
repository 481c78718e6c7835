"""`dragoman brief` and `dragoman review`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Known, LedgerName, Process, Recorded

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.record.accounts import Dispute


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
    from datetime import date

    from dragoman.ledger import Ledger
    from dragoman.record.changes import changes
    from dragoman.render.brief import as_html
    from dragoman.render.brief import brief as write
    from dragoman.service import as_of_from, process_record, records

    opened, when = Ledger.open(ledger, create=False), as_of_from(as_of, recorded_as_of)
    day = date.fromisoformat(as_of[:10]) if as_of else date.today()
    pages = []
    for record in records(opened, process, when):
        before = process_record(opened, record.process, as_of_from(since, recorded_as_of)) if since else None
        pages.append(write(record, changes(before, record) if before else (), day, since))
    text = "\n".join(pages) or "No negotiations in this ledger as of that date.\n"
    print(as_html(text, "Brief") if format is BriefFormat.HTML else text, end="")


def review(
    ledger: LedgerName,
    who: Annotated[str, typer.Option("--who", envvar="DRAGOMAN_WHO", help="Your name: decisions are signed.")],
    process: Process = None,
) -> None:
    """Walk through open disputes and decide: settle one, reject a finding, or leave it open."""
    from dragoman.ledger import Ledger
    from dragoman.model.ledgered import AsOf
    from dragoman.record.accounts import DisputeState
    from dragoman.service import records

    opened = Ledger.open(ledger, create=False)
    found = [(r.name, d) for r in records(opened, process, AsOf()) for d in r.disputes if d.state is DisputeState.OPEN]
    if not found:
        print("Nothing is in dispute.")
    for name, dispute in found:
        if not _ask(opened, name, dispute, who):
            break


def _ask(ledger: "Ledger", name: str, dispute: "Dispute", who: str) -> bool:
    """Show one dispute and take a decision; False to stop."""
    from dragoman.model.ledgered import Verb
    from dragoman.render.cells import account_cell
    from dragoman.render.rows import account_rows
    from dragoman.service import decide

    print(f"\n{name}: {dispute.attribute}, {dispute.kind} ({dispute.id})")
    for number, (account, row) in enumerate(zip(dispute.accounts, account_rows(dispute.accounts), strict=True), 1):
        print(f"  {number}  {account_cell(row)}")
        print(f"     “{' '.join(account.entries[0].finding.evidence.split())}”")
    answer = typer.prompt(
        "Number that holds, r NUMBER to reject a finding, Enter to leave it open, q to stop",
        default="",
        show_default=False,
    )
    word, _, rest = answer.strip().partition(" ")
    if word == "q":
        return False
    number = rest if word == "r" else word
    if not number.isdigit() or not 1 <= int(number) <= len(dispute.accounts):
        return True
    account = dispute.accounts[int(number) - 1]
    why = typer.prompt("Why")
    if word == "r":
        for entry in account.entries:
            decide(ledger, Verb.REJECT, entry.id, {}, (who, why))
    else:
        decide(ledger, Verb.SETTLE, dispute.id, {"value": account.value}, (who, why))
    return True


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("brief", epilog="Example: dragoman brief -p Ukraine-Russia --as-of 2025-07-24 --since 2025-07-21")(
        brief
    )
    app.command("review", epilog="Example: dragoman review --who 'A. Analyst'")(review)
