"""The worked case, from the dispatches that ship with the package to the record as of a day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.ledger import Ledger
from dragoman.model import Status
from dragoman.record import ProcessRecord
from dragoman.record.accounts import DisputeState
from dragoman.record.changes import changes
from dragoman.record.deliveries import Direction
from dragoman.record.promises import Implementation
from dragoman.service import as_of_from, process_record, read_into
from dragoman.text.intake import Intake, find_sources, read_reports

SAMPLE = Path(dragoman.__file__).parent / "sample"
PROCESS = "Russia–Ukraine"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path_factory.mktemp("sample") / "ledger.db")
    sources = find_sources([str(SAMPLE / "istanbul"), str(SAMPLE / "doha")])
    *_, last = read_into(opened, read_reports(sources, Intake()))
    assert last.refused == 0
    assert (last.stored.new, last.passed_over) == (35, 0)
    yield opened
    opened.close()


def record(ledger: Ledger, day: str) -> ProcessRecord:
    return process_record(ledger, PROCESS, as_of_from(day, None))


def test_on_21_july_the_third_round_is_planned_and_its_date_disputed(ledger: Ledger) -> None:
    rounds = {r.number: r for r in record(ledger, "2025-07-21").rounds if r.number}
    assert [(rounds[n].status, rounds[n].date.value) for n in (1, 2)] == [
        (Status.HELD, "2025-05-16"),
        (Status.HELD, "2025-06-02"),
    ]
    third = rounds[3]
    assert (third.status, third.date.value) == (Status.PLANNED, None)
    assert third.date.dispute is not None
    assert third.date.dispute.state is DisputeState.OPEN
    chains = {(account.value, account.chain) for account in third.date.dispute.accounts}
    assert ("2025-07-23", ("Volodymyr Zelensky", "Rustem Umerov")) in chains
    assert ("2025-07-24/2025-07-25", ("RIA", "unnamed sources")) in chains


def test_one_wire_in_two_outlets_is_one_account(ledger: Ledger) -> None:
    third = next(r for r in record(ledger, "2025-07-21").rounds if r.number == 3)
    ria = next(account for account in third.date.accounts if account.chain[0] == "RIA")
    assert set(ria.outlets) == {"Volga News Agency", "Continental Press"}


def test_on_24_july_the_held_round_has_settled_it_and_both_accounts_stay(ledger: Ledger) -> None:
    third = next(r for r in record(ledger, "2025-07-24").rounds if r.number == 3)
    assert (third.status, third.date.value, third.place.value) == (Status.HELD, "2025-07-23", "Istanbul")
    assert third.date.dispute is not None
    assert third.date.dispute.state is DisputeState.SETTLED
    assert "held on 2025-07-23" in (third.date.dispute.settled_by or "")
    assert {"2025-07-23", "2025-07-24/2025-07-25"} <= {account.value for account in third.date.dispute.accounts}


def test_bodies_are_counted_by_each_side(ledger: Ledger) -> None:
    promises = record(ledger, "2025-06-17").promises
    bodies = next(p for p in promises if p.action == "return of remains")
    balances = {balance.direction: balance for balance in bodies.balances}
    to_ukraine, to_russia = balances[Direction("Russia", "Ukraine")], balances[Direction("Ukraine", "Russia")]
    assert to_ukraine.tallies == {"Ukraine": 6057.0, "Russia": 6060.0}
    assert to_ukraine.disputed
    assert (to_ukraine.promised, to_ukraine.implementation) == (6000, Implementation.COMPLETE)
    assert to_russia.tallies == {"Russia": 78.0}
    assert (to_russia.promised, to_russia.implementation) == (6000, Implementation.MINIMUM)


def test_rival_wordings_of_the_bodies_promise_stand_side_by_side(ledger: Ledger) -> None:
    bodies = next(p for p in record(ledger, "2025-06-17").promises if p.action == "return of remains")
    terms = {(frozenset(w.by), w.to, w.quantity, w.per_party) for w in bodies.wordings}
    assert (frozenset(("Ukraine", "Russia")), (), 6000, True) in terms
    assert (frozenset(("Russia",)), ("Ukraine",), 6000, False) in terms
    assert bodies.disputed


def test_thousand_for_thousand_is_complete_in_both_directions(ledger: Ledger) -> None:
    swap = next(p for p in record(ledger, "2025-05-26").promises if p.action == "prisoner exchange")
    assert [balance.implementation for balance in swap.balances] == [Implementation.COMPLETE] * 2
    assert all(set(balance.tallies.values()) == {1000.0} for balance in swap.balances)


def test_changes_between_the_two_days_are_of_those_days(ledger: Ledger) -> None:
    moved = changes(record(ledger, "2025-07-21"), record(ledger, "2025-07-24"))
    told = {(change.what, change.label): (change.before, change.after) for change in moved}
    assert told[("round", "round 3: status")] == ("planned", "held")
    assert told[("round", "round 3: date")] == ("disputed", "2025-07-23")
    assert told[("dispute", "date: 2025-07-23 against 2025-07-24/2025-07-25")][0] == "open"
    assert not any("round 1" in change.label or "round 2" in change.label for change in moved)
    assert any("1,200 prisoners" in change.label and change.before is None for change in moved)


def test_reading_again_adds_nothing(ledger: Ledger) -> None:
    *_, last = read_into(ledger, read_reports(find_sources([str(SAMPLE / "istanbul")]), Intake()))
    assert (last.stored.new, last.stored.known, last.stored.findings) == (0, 30, 0)


def test_second_process_stands_apart(ledger: Ledger) -> None:
    keys = [count.process for count in ledger.processes()]
    assert PROCESS in keys
    assert any("M23" in key and "Ukraine" not in key for key in keys)
