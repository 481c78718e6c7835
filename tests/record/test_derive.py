"""The worked case: rounds, disputes, promises and balances as they were known on a day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import Ledger, Recording
from dragoman.model import Action, Status
from dragoman.model.ledgered import AsOf, Decision, Verb
from dragoman.record import ProcessRecord, derive
from dragoman.record.accounts import DisputeKind, DisputeState
from dragoman.record.changes import changes, timeline
from dragoman.record.deliveries import Direction
from dragoman.record.promises import Implementation
from tests.readings import PROCESS, delivery, dispute, meeting, promise, recording, report

TO_UKRAINE, TO_RUSSIA = Direction("Russia", "Ukraine"), Direction("Ukraine", "Russia")
KYIV, MOSCOW = ("Coordination Headquarters",), ("Medinsky",)


def istanbul() -> list[Recording]:
    """The worked case as readings."""
    umerov = ("Zelenskyy", "Umerov")
    ria = ("RIA", "unnamed sources")
    third = meeting("2025-07-23", Status.PLANNED, round=3, country="Türkiye", sources=umerov)
    later = meeting("2025-07-24", Status.PLANNED, end="2025-07-25", round=3, place="Istanbul", sources=ria)
    rounds = [meeting("2025-05-16", round=1, place="Istanbul"), meeting("2025-06-02", round=2, place="Istanbul")]
    return [
        recording(report("2025-05-16"), meetings=[meeting("2025-05-16", round=1, place="Istanbul")]),
        recording(report("2025-06-02"), meetings=[meeting("2025-06-02", round=2)], commitments=[promise(6000, per_party=True, date_agreed="2025-06-02", sources=("Umerov",))]),
        recording(report("2025-06-02", "Volga"), commitments=[promise(6000, by=("Russia",), to=("Ukraine",), date_agreed="2025-06-02", sources=MOSCOW)]),
        *(transfer(day, n) for day, n in (("2025-06-11", 1212), ("2025-06-13", 1200), ("2025-06-14", 1200), ("2025-06-15", 1200))),
        recording(report("2025-06-11", "Volga"), deliveries=[delivery(27, "2025-06-11", by=("Ukraine",), to=("Russia",), sources=MOSCOW)]),
        recording(report("2025-06-16", "Kyiv HQ"), deliveries=[delivery(1245, "2025-06-16", to=("Ukraine",), sources=KYIV)]),
        recording(report("2025-06-16", "Volga"), deliveries=[
            delivery(1248, "2025-06-16", by=("Russia",), to=("Ukraine",), sources=MOSCOW),
            delivery(51, "2025-06-16", by=("Ukraine",), to=("Russia",), sources=MOSCOW),
        ]),
        recording(report("2025-07-21", "Kyiv Courier"), meetings=[third, *rounds]),
        recording(report("2025-07-21", "Volga"), meetings=[later]),
        recording(report("2025-07-23"), meetings=[meeting("2025-07-23", round=3, place="Istanbul")]),
    ]  # fmt: skip


def transfer(day: str, quantity: int) -> Recording:
    return recording(report(day), deliveries=[delivery(quantity, day, to=("Ukraine",))])


def record_of(recordings: Sequence[Recording], day: str, decisions: Sequence[Decision] = ()) -> ProcessRecord:
    ledger = Ledger.open(":memory:")
    try:
        ledger.append(recordings)
        return derive(PROCESS, ledger.visible(as_of=AsOf(date.fromisoformat(day))), decisions)
    finally:
        ledger.close()


def test_third_round_is_planned_and_its_date_disputed_on_21_july() -> None:
    one, two, three = record_of(istanbul(), "2025-07-21").rounds
    assert [(r.number, r.status, r.date.value) for r in (one, two)] == [
        (1, Status.HELD, "2025-05-16"),
        (2, Status.HELD, "2025-06-02"),
    ]
    assert (three.number, three.status, three.date.value) == (3, Status.PLANNED, None)
    found = three.date.dispute
    assert found is not None
    assert (found.kind, found.state) == (DisputeKind.CONTRADICTION, DisputeState.OPEN)
    assert {(a.value, a.chain) for a in found.accounts} == {
        ("2025-07-23", ("Volodymyr Zelensky", "Umerov")),
        ("2025-07-24/2025-07-25", ("RIA", "unnamed sources")),
    }


def test_held_talks_settle_the_dispute_and_both_accounts_stay() -> None:
    three = record_of(istanbul(), "2025-07-24").rounds[-1]
    assert (three.number, three.status, three.date.value) == (3, Status.HELD, "2025-07-23")
    assert three.date.dispute is not None
    assert three.date.dispute.state is DisputeState.SETTLED
    assert "held on 2025-07-23" in (three.date.dispute.settled_by or "")
    assert {a.value for a in three.date.accounts} == {"2025-07-23", "2025-07-24/2025-07-25"}


def test_balances_by_each_sides_count() -> None:
    (bodies,) = record_of(istanbul(), "2025-06-17").promises
    balances = {balance.direction: balance for balance in bodies.balances}
    assert balances[TO_UKRAINE].tallies == {"Russia": 6060.0, "Ukraine": 6057.0}
    assert balances[TO_UKRAINE].disputed
    assert (balances[TO_UKRAINE].promised, balances[TO_UKRAINE].implementation) == (6000, Implementation.COMPLETE)
    assert balances[TO_RUSSIA].tallies == {"Russia": 78.0}
    assert (balances[TO_RUSSIA].promised, balances[TO_RUSSIA].implementation) == (6000, Implementation.MINIMUM)


def test_rival_wordings_stand_beside_each_other() -> None:
    (bodies,) = record_of(istanbul(), "2025-06-17").promises
    assert bodies.disputed
    assert {(w.by, w.per_party, w.accounts[0].chain) for w in bodies.wordings} == {
        (("Ukraine", "Russia"), True, ("Umerov",)),
        (("Russia",), False, ("Vladimir Medinsky",)),
    }


def test_changes_are_exactly_what_moved() -> None:
    moved = changes(record_of(CASE, "2025-07-21"), record_of(CASE, "2025-07-24"))
    assert [(c.what, c.label, c.before) for c in moved] == [
        ("round", "round 3: status", "planned"),
        ("round", "round 3: date", "disputed"),
        ("dispute", "date: 2025-07-23 against 2025-07-24/2025-07-25", "open"),
    ]
    assert [c.after for c in moved][:2] == ["held", "2025-07-23"]
    assert changes(record_of(CASE, "2025-07-24"), record_of(CASE, "2025-07-25")) == ()


def test_timeline_is_in_the_order_of_the_days() -> None:
    events = timeline(record_of(istanbul(), "2025-07-21"))
    assert [e.when for e in events] == sorted(e.when for e in events)
    assert [e.when for e in events if e.label == "round 3"] == ["2025-07-23", "2025-07-24/2025-07-25"]


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_reading_does_not_matter(random: "st.random.Random") -> None:  # type: ignore[name-defined]
    shuffled = list(CASE)
    random.shuffle(shuffled)
    assert shape(record_of(shuffled, "2025-07-24")) == shape(record_of(CASE, "2025-07-24"))


CASE = istanbul()


def shape(record: ProcessRecord) -> object:
    """The record without the instants at which this ledger happened to record it."""
    rounds = [
        (r.id, r.number, r.status, r.date.value, r.place.value, [a.chain for a in r.date.accounts])
        for r in record.rounds
    ]
    promises = [(p.id, p.disputed, [(b.direction, b.tallies, b.promised) for b in p.balances]) for p in record.promises]
    return rounds, promises, [(d.id, d.state, d.value) for d in record.disputes]


def test_dispute_within_one_report_is_kept() -> None:
    both = dispute(0, "start", ("2025-07-23", ("Umerov",)), ("2025-07-24/2025-07-25", ("RIA", "unnamed sources")))
    one = recording(
        report("2025-07-21"), meetings=[meeting("2025-07-23", Status.PLANNED, sources=("Umerov",))], disputes=[both]
    )
    (round_,) = record_of([one], "2025-07-21").rounds
    assert round_.date.dispute is not None
    assert {a.value for a in round_.date.accounts} == {"2025-07-23", "2025-07-24/2025-07-25"}


def test_refinement_is_no_dispute() -> None:
    month = recording(report("2025-07-01"), meetings=[meeting("2025-07", Status.PLANNED)])
    day = recording(report("2025-07-02"), meetings=[meeting("2025-07-23", Status.PLANNED)])
    (round_,) = record_of([month, day], "2025-07-02").rounds
    assert (round_.date.value, round_.date.dispute) == ("2025-07-23", None)


def test_source_that_corrects_itself_is_a_revision() -> None:
    first = recording(report("2025-07-01"), meetings=[meeting("2025-07-23", Status.PLANNED, sources=("Peskov",))])
    second = recording(report("2025-07-02"), meetings=[meeting("2025-07-25", Status.PLANNED, sources=("Peskov",))])
    (round_,) = record_of([first, second], "2025-07-02").rounds
    assert round_.date.value == "2025-07-25"
    assert round_.date.dispute is not None
    assert (round_.date.dispute.kind, round_.date.dispute.state) == (DisputeKind.REVISION, DisputeState.SETTLED)


def test_one_wire_in_several_outlets_is_one_account_with_witnesses() -> None:
    wires = [
        recording(
            report("2025-07-21", outlet),
            meetings=[meeting("2025-07-24", Status.PLANNED, sources=("RIA", "unnamed sources"))],
        )
        for outlet in ("Volga", "Wire", "Courier")
    ]
    (round_,) = record_of(wires, "2025-07-21").rounds
    (account,) = round_.date.accounts
    assert set(account.outlets) == {"Volga", "Wire", "Courier"}


def decision(verb: Verb, subject: str = "", **value: str) -> Decision:
    return Decision(f"n-{verb}", verb, subject, value, "A. Analyst", "reason", datetime(2025, 8, 1, tzinfo=UTC))


def test_people_settle_what_is_open_and_can_take_it_back() -> None:
    case = istanbul()
    open_dispute = record_of(case, "2025-07-21").rounds[-1].date.dispute
    assert open_dispute is not None
    settle = decision(Verb.SETTLE, open_dispute.id, value="2025-07-23")
    settled = record_of(case, "2025-07-21", [settle]).rounds[-1].date
    assert settled.value == "2025-07-23"
    assert settled.dispute is not None
    assert settled.dispute.settled_by == "A. Analyst decided: reason"
    undo = decision(Verb.UNDO, settle.id)
    assert record_of(case, "2025-07-21", [settle, undo]).rounds[-1].date.value is None


def test_rejected_finding_no_longer_counts_and_amended_one_counts_as_amended() -> None:
    one = recording(report("2025-07-21"), meetings=[meeting("2025-07-23", Status.PLANNED)])
    (round_,) = record_of([one], "2025-07-21").rounds
    finding = round_.joins[0].entry.id
    assert record_of([one], "2025-07-21", [decision(Verb.REJECT, finding)]).rounds == ()
    amend = decision(
        Verb.AMEND, finding, start="2025-07-25", end="2025-07-25", status="held", parties="Ukraine, Russia, Türkiye"
    )
    (amended,) = record_of([one], "2025-07-21", [amend]).rounds
    assert (amended.date.value, amended.status, amended.parties) == (
        "2025-07-25",
        Status.HELD,
        ("Ukraine", "Russia", "Türkiye"),
    )


def test_people_part_and_join_findings() -> None:
    one = recording(report("2025-07-01"), meetings=[meeting("2025-07-23", Status.PLANNED)])
    two = recording(report("2025-07-02"), meetings=[meeting("2025-07-23", Status.PLANNED)])
    (joined,) = record_of([one, two], "2025-07-02").rounds
    a, b = (join.entry.id for join in joined.joins)
    parted = record_of([one, two], "2025-07-02", [decision(Verb.NOT_SAME, one=a, other=b)]).rounds
    assert len(parted) == 2
    far = recording(report("2025-07-03"), meetings=[meeting("2025-09-01", Status.PLANNED)])
    first, second = record_of([one, far], "2025-07-03").rounds
    same = decision(Verb.SAME, one=first.joins[0].entry.id, other=second.joins[0].entry.id)
    assert len(record_of([one, far], "2025-07-03", [same]).rounds) == 1


def test_names_that_people_join_are_one_in_the_record() -> None:
    one = recording(report("2025-07-01"), meetings=[meeting("2025-07-23", Status.PLANNED, sources=("Hochulsky",))])
    two = recording(report("2025-07-02"), meetings=[meeting("2025-07-24", Status.PLANNED, sources=("Gochulsky",))])
    apart = record_of([one, two], "2025-07-02").rounds[0].date.dispute
    assert apart is not None
    assert apart.kind is DisputeKind.CONTRADICTION
    same = decision(Verb.SAME, one="Hochulsky", other="Gochulsky")
    together = record_of([one, two], "2025-07-02", [same]).rounds[0].date.dispute
    assert together is not None
    assert together.kind is DisputeKind.REVISION


def test_exchange_counts_in_both_directions() -> None:
    swap = promise(1000, action=Action.PRISONER_EXCHANGE, per_party=True, date_agreed="2025-05-16")
    days = (("2025-05-23", 390), ("2025-05-24", 307), ("2025-05-25", 303))
    parts = [
        recording(
            report(day),
            deliveries=[delivery(n, day, action=Action.PRISONER_EXCHANGE, by=("Russia", "Ukraine"), per_party=True)],
        )
        for day, n in days
    ]
    (promised,) = record_of([recording(report("2025-05-16"), commitments=[swap]), *parts], "2025-05-26").promises
    assert {(b.direction, b.tallies[None], b.implementation) for b in promised.balances} == {
        (TO_UKRAINE, 1000.0, Implementation.COMPLETE),
        (TO_RUSSIA, 1000.0, Implementation.COMPLETE),
    }


def test_a_number_from_each_side_that_names_no_side_goes_both_ways() -> None:
    swap = promise(1200, action=Action.PRISONER_EXCHANGE, by=(), per_party=True, date_agreed="2025-07-23")
    (promised,) = record_of([recording(report("2025-07-23"), commitments=[swap])], "2025-07-24").promises
    assert {(b.direction, b.promised) for b in promised.balances} == {(TO_UKRAINE, 1200), (TO_RUSSIA, 1200)}


def test_stated_total_is_not_added_to_the_parts() -> None:
    parts = [transfer("2025-06-11", 1212), transfer("2025-06-13", 1200)]
    total = recording(report("2025-06-14"), deliveries=[delivery(2412, None, to=("Ukraine",), cumulative=True)])
    agreed = recording(report("2025-06-02"), commitments=[promise(6000, date_agreed="2025-06-02")])
    (promised,) = record_of([agreed, *parts, total], "2025-06-14").promises
    balance = next(b for b in promised.balances if b.direction == TO_UKRAINE)
    assert balance.tallies == {None: 2412.0}
