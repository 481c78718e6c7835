"""What moves when reports are corrected, come late or name one side; promises that answer each other; names and people."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dragoman.ledger import Ledger, Recording
from dragoman.model import Action, CommitmentState, QuantityMod, Status
from dragoman.model.ledgered import AsOf, Decision, Link, Verb
from dragoman.record import ProcessRecord, derive
from dragoman.record.changes import changes
from dragoman.record.deliveries import Direction
from dragoman.record.processes import assign
from tests.readings import LINKS, PROCESS, delivery, meeting, promise, recording, report
from tests.record.test_derive import record_of

LATE = "2025-12-31"
URL = {"url": "https://example.org/1"}


def decided(verb: Verb, subject: str = "", nth: int = 0, **value: str) -> Decision:
    return Decision(f"n-{nth}", verb, subject, value, "A. Analyst", "it is so", datetime(2025, 8, 1, nth, tzinfo=UTC))


def test_a_correction_takes_the_old_away_and_brings_the_new() -> None:
    with Ledger.open(":memory:") as ledger:
        for day, count in (("2025-07-01", 8), ("2025-07-02", 18)):
            given = delivery(count, "2025-07-01", by=("Russia",), to=("Ukraine",))
            ledger.append([recording(report(day, **URL), deliveries=[given])])
        first, second = (derive(PROCESS, ledger.visible(as_of=AsOf(date(2025, 7, day))), []) for day in (1, 2))
        moved = [(c.label.rpartition("Ukraine ")[2], c.before, c.after) for c in changes(first, second)]
        assert moved == [("8 bodies", "2025-07-01", None), ("18 bodies", None, "2025-07-01")]


def test_a_round_whose_first_report_is_taken_out_is_the_same_round() -> None:
    said = [
        recording(report("2025-07-01"), meetings=[meeting("2025-07-23", Status.PLANNED, round=3)]),
        recording(report("2025-07-02", "Courier"), meetings=[meeting("2025-07-23", Status.PLANNED, round=3)]),
    ]
    entries = record_of(said, LATE).entries
    first = entries[0].id
    before, after = derive(PROCESS, entries, []), derive(PROCESS, entries, [decided(Verb.REJECT, first)])
    assert before.rounds[0].id != after.rounds[0].id
    assert changes(before, after) == ()


def test_what_is_no_more_is_told() -> None:
    said = [recording(report("2025-07-01"), meetings=[meeting("2025-07-23")], commitments=[promise(6000)])]
    before = record_of(said, LATE)
    assert {(c.what, c.after) for c in changes(before, derive(PROCESS, [], []))} == {("round", None), ("promise", None)}


def test_a_settlement_outlives_the_first_report_of_its_round() -> None:
    said = [
        recording(report("2025-07-02"), meetings=[meeting("2025-07-23", Status.PLANNED, round=3)]),
        recording(report("2025-07-03", "Courier"), meetings=[meeting("2025-07-24", Status.PLANNED, round=3)]),
    ]
    entries = record_of(said, LATE).entries
    dispute = derive(PROCESS, entries, []).rounds[0].date.dispute
    assert dispute is not None
    settled = decided(Verb.SETTLE, dispute.id, value="2025-07-24")
    earlier = replace(entries[1], id="f-earlier", known_at=datetime(2025, 7, 1, tzinfo=UTC))
    (round_,) = derive(PROCESS, [*entries, earlier], [settled]).rounds
    assert (round_.id, round_.date.value) == ("r-earlier", "2025-07-24")


def test_versions_known_and_recorded_at_once_are_one_report() -> None:
    said = [recording(report("2025-07-01", **URL), meetings=[meeting(f"2025-07-1{at}")]) for at in range(3)]
    found = set()
    for order in (said, said[::-1]):
        with Ledger.open(":memory:") as ledger:
            ledger.append(order)
            (entry,) = ledger.visible()
            (count,) = ledger.processes()
            found.add((entry.id, count.findings))
    assert len(found) == 1


@pytest.mark.parametrize("as_of", [AsOf(), AsOf(date(2025, 7, 5))])
def test_a_process_of_a_corrected_report_alone_is_none(as_of: AsOf) -> None:
    with Ledger.open(":memory:") as ledger:
        wrong = meeting("2025-07-01", parties=("Russia", "Armenia"))
        ledger.append([recording(report("2025-07-01", **URL), meetings=[wrong])])
        ledger.append([recording(report("2025-07-02", **URL), meetings=[meeting("2025-07-01")])])
        assert [count.process for count in ledger.processes(as_of)] == [PROCESS]
        assert [c.process for c in ledger.processes(AsOf(date(2025, 7, 1)))] == ["Armenia–Russia"]


def one_way(quantity: int, giver: str, taker: str, **more: object) -> Recording:
    return recording(
        report("2025-07-01", giver),
        commitments=[promise(quantity, by=(giver,), to=(taker,), date_agreed="2025-07-01", **more)],
    )


def test_promises_of_two_sides_answer_each_other() -> None:
    (both,) = record_of([one_way(18, "Russia", "Ukraine"), one_way(32, "Ukraine", "Russia")], LATE).promises
    assert not both.disputed
    assert {b.direction: b.promised for b in both.balances} == {
        Direction("Russia", "Ukraine"): 18,
        Direction("Ukraine", "Russia"): 32,
    }
    (rivals,) = record_of([one_way(18, "Russia", "Ukraine"), one_way(32, "Russia", "Ukraine")], LATE).promises
    assert rivals.disputed


@pytest.mark.parametrize(
    ("terms", "rival"),
    [
        ({"quantity": 1000}, False),  # what leaves the taker out
        ({"quantity": 1200, "to": ("Ukraine",)}, False),  # what "at least" leaves room for
        ({"quantity": 900, "to": ("Ukraine",)}, True),
        ({"quantity": 1000, "to": ("Belarus",)}, True),
    ],
)
def test_a_wording_that_leaves_room_is_no_rival(terms: dict[str, object], rival: bool) -> None:
    first = one_way(1000, "Russia", "Ukraine", quantity_mod=QuantityMod.AT_LEAST)
    told = promise(**{"by": ("Russia",), "date_agreed": "2025-07-01", **terms})  # type: ignore[arg-type]
    said = [first, recording(report("2025-07-02"), commitments=[told])]
    assert [p.disputed for p in record_of(said, LATE).promises] == [rival]


def test_what_was_refused_is_not_what_was_carried_out() -> None:
    refused = replace(promise(500, date_agreed="2025-07-10"), state=CommitmentState.REFUSED)
    said = [
        one_way(1000, "Russia", "Ukraine"),
        recording(report("2025-07-10"), commitments=[refused]),
        recording(report("2025-07-12"), deliveries=[delivery(900, "2025-07-12", by=("Russia",), to=("Ukraine",))]),
    ]
    kept, turned_down = record_of(said, LATE).promises
    assert (len(kept.balances[0].acts), turned_down.balances) == (1, ())


def test_a_pledge_retold_does_not_take_an_agreement_back() -> None:
    pledge = replace(promise(1000), state=CommitmentState.PLEDGED)
    said = [one_way(1000, "Russia", "Ukraine"), recording(report("2025-07-02"), commitments=[pledge])]
    assert [p.state for p in record_of(said, LATE).promises] == [CommitmentState.AGREED]
    off = recording(report("2025-07-03"), commitments=[replace(pledge, state=CommitmentState.SUSPENDED)])
    assert [p.state for p in record_of([*said, off], LATE).promises] == [CommitmentState.SUSPENDED]


def test_a_report_that_names_two_sides_one_by_one_is_of_their_process() -> None:
    one = promise(30, by=("Russia",))
    other = promise(20, by=("Ukraine",), action=Action.RELEASE_OF_DETAINEES)
    of = recording(report("2025-07-01"), commitments=[one, other])
    assert {key for keys in of.processes.values() for key in keys} == {PROCESS}
    alone = recording(report("2025-07-01"), commitments=[one])
    assert {key for keys in assign(alone.reading, LINKS).values() for key in keys} == {"Russia"}


SPELLINGS = {name: Link("Volodymyr Zelensky", "Ukraine", "a spelling") for name in ("Zelensky", "Zelenskiy")}


def delegates(*decisions: Decision) -> tuple[str, ...]:
    said = recording(
        report("2025-07-01"), meetings=[meeting("2025-07-01", delegates=("Zelensky", "Zelenskiy", "V. Z."))]
    )
    entries = [replace(e, links={**e.links, **SPELLINGS}) for e in record_of([said], LATE).entries]
    record: ProcessRecord = derive(PROCESS, entries, decisions)
    return record.rounds[0].delegates


def test_people_name_any_spelling() -> None:
    assert delegates() == ("Volodymyr Zelensky", "V. Z.")
    same = decided(Verb.SAME, one="Zelenskiy", other="V. Z.")
    assert delegates(same) == ("Volodymyr Zelensky",)
    assert delegates(decided(Verb.NOT_SAME, one="Zelensky", other="Zelenskiy")) == (
        "Volodymyr Zelensky",
        "Zelenskiy",
        "V. Z.",
    )


@pytest.mark.parametrize("pair", [{"one": "Zelensky", "other": "V. Z."}, {"one": "V. Z.", "other": "Zelenskiy"}])
def test_names_are_parted_in_any_order(pair: dict[str, str]) -> None:
    same = decided(Verb.SAME, one="Zelensky", other="V. Z.")
    assert delegates(same, decided(Verb.NOT_SAME, nth=1, **pair)) == ("Volodymyr Zelensky", "V. Z.")
