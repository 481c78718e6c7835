"""Rounds that are put off, called off, spoken of before they have a number, and the accounts that fall with a plan."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.ledger import Recording
from dragoman.model import Meeting, Span, Status
from dragoman.model.ledgered import Entry
from dragoman.record import derive
from dragoman.record.accounts import DisputeKind, DisputeState
from tests.readings import PROCESS, meeting, recording, report
from tests.record.test_derive import record_of

LATE = "2025-12-31"


def told(day: str, found: Meeting, outlet: str = "Wire") -> Recording:
    return recording(report(day, outlet), meetings=[found])


def plan(start: str | None, **more: object) -> Meeting:
    return meeting(start, Status.PLANNED, **more)


def test_a_new_day_after_a_postponement_is_a_revision() -> None:
    said = [
        told("2025-08-18", plan("2025-08-25", round=2, place="Ankara", sources=("Fidan",))),
        told("2025-08-22", meeting(None, Status.POSTPONED, round=2, sources=("Medinsky",))),
        told("2025-08-23", plan("2025-09-10", round=2, place="Istanbul", sources=("Umerov",))),
    ]
    (round_,) = record_of(said, LATE).rounds
    assert (round_.status, round_.date.value, round_.place.value) == (Status.PLANNED, "2025-09-10", "Istanbul")
    for dispute in (round_.date.dispute, round_.place.dispute):
        assert dispute is not None
        assert (dispute.kind, dispute.state, len(dispute.accounts)) == (DisputeKind.REVISION, DisputeState.SETTLED, 2)


def test_the_new_day_in_the_report_of_the_postponement_holds() -> None:
    said = [
        told("2025-08-18", plan("2025-08-25", round=2)),
        told("2025-08-22", meeting("2025-09-10", Status.POSTPONED, round=2), "Courier"),
    ]
    assert record_of(said, LATE).rounds[0].date.value == "2025-09-10"
    again = [said[0], told("2025-08-22", meeting("2025-08-25", Status.POSTPONED, round=2), "Courier")]
    assert record_of(again, LATE).rounds[0].date.value == "2025-08-25"


def test_a_day_that_passed_does_not_rival_a_later_plan() -> None:
    said = [
        told("2025-08-18", plan("2025-08-25", round=2, sources=("Fidan",))),
        told("2025-09-02", plan("2025-09-10", round=2, sources=("Umerov",))),
    ]
    assert record_of(said, LATE).rounds[0].date.value == "2025-09-10"


def test_plans_of_days_ahead_stay_in_dispute() -> None:
    said = [
        told("2025-08-18", plan("2025-08-25", round=2, sources=("Fidan",))),
        told("2025-08-20", plan("2025-08-27", round=2, sources=("Umerov",))),
    ]
    dispute = record_of(said, LATE).rounds[0].date.dispute
    assert dispute is not None
    assert dispute.state is DisputeState.OPEN


def test_held_talks_settle_the_place_too() -> None:
    said = [
        told("2025-08-18", plan("2025-08-25", round=2, place="Ankara", sources=("Fidan",))),
        told("2025-08-19", plan("2025-08-25", round=2, place="Geneva", sources=("Umerov",))),
        told("2025-08-25", meeting("2025-08-25", round=2, place="Geneva"), "Courier"),
    ]
    (round_,) = record_of(said, LATE).rounds
    assert round_.place.value == "Geneva"
    assert round_.place.dispute is not None
    assert round_.place.dispute.settled_by == "held in Geneva, as Courier reported"


def test_who_comes_back_to_his_first_word_is_taken_at_it() -> None:
    umerov = ("Umerov",)
    said = [
        told(day, plan(start, round=2, sources=umerov))
        for day, start in (("2025-08-18", "2025-08-25"), ("2025-08-19", "2025-08-27"), ("2025-08-20", "2025-08-25"))
    ]
    assert record_of(said, LATE).rounds[0].date.value == "2025-08-25"


def test_next_talks_in_the_month_are_not_those_just_held() -> None:
    said = [told("2025-07-05", meeting("2025-07-05")), told("2025-07-10", plan("2025-07"))]
    assert [r.status for r in record_of(said, LATE).rounds] == [Status.PLANNED, Status.HELD]
    past = [said[0], told("2025-08-03", plan("2025-07"), "Courier")]
    assert [r.status for r in record_of(past, LATE).rounds] == [Status.HELD]


def test_talks_called_off_long_ago_are_not_the_next_ones() -> None:
    said = [
        told("2025-06-01", meeting(None, Status.CANCELLED, round=3)),
        told("2025-11-20", plan(None)),
        told("2025-12-01", plan("2025-12-10"), "Courier"),
        told("2025-12-10", meeting("2025-12-10")),
    ]
    assert {(r.number, r.status) for r in record_of(said, LATE).rounds} == {(3, Status.CANCELLED), (None, Status.HELD)}


def test_talks_whose_day_passed_without_word_are_not_the_next_ones() -> None:
    said = [told("2025-01-05", plan("2025-01-10")), told("2025-07-05", plan(None))]
    assert len(record_of(said, LATE).rounds) == 2
    put_off = [said[0], told("2025-01-09", meeting(None, Status.POSTPONED)), said[1]]
    assert len(record_of(put_off, LATE).rounds) == 1


def test_a_third_round_spoken_of_before_it_has_a_number() -> None:
    said = [
        told("2025-06-02", meeting("2025-06-02", round=2)),
        told("2025-06-20", plan(None, sources=("Fidan",))),
        told("2025-07-01", plan("2025-07-23", round=3)),
        told("2025-07-23", meeting("2025-07-23"), "Courier"),
    ]
    second, third = record_of(said, LATE).rounds
    assert (second.number, third.number, third.status, len(third.joins)) == (2, 3, Status.HELD, 3)


def entries_of(said: list[Recording]) -> list[Entry]:
    return list(record_of(said, LATE).entries)


def test_of_one_instant_what_goes_further_counts() -> None:
    for at in range(6):  # the order of equal instants hangs on the hash of the reports
        said = [
            told("2025-07-20", plan("2025-07-23"), f"Wire {at}"),
            told("2025-07-20", meeting("2025-07-23", Status.POSTPONED), f"Courier {at}"),
        ]
        assert derive(PROCESS, entries_of(said), []).rounds[0].status is Status.POSTPONED


def test_talks_have_passed_when_every_day_told_has_and_nobody_put_them_off() -> None:
    planned = told("2025-08-18", plan("2025-08-25", round=2))
    off = told("2025-08-22", meeting(None, Status.POSTPONED, round=2))
    held = told("2025-08-26", meeting("2025-08-25", round=2))
    (round_,) = record_of([planned], LATE).rounds
    assert [round_.has_passed(date(2025, 8, day)) for day in (25, 26)] == [False, True]
    for later in (off, held):
        (round_,) = record_of([planned, later], LATE).rounds
        assert not round_.has_passed(date(2025, 12, 31))
    (undated,) = record_of([told("2025-08-18", plan(None, round=2))], LATE).rounds
    assert (undated.lies_ahead, undated.has_passed(date(2025, 12, 31))) == (True, False)


@pytest.mark.parametrize("outlet", ["Wire", "Courier", "Herald", "Post", "Times", "Echo"])
def test_the_next_round_of_a_report_is_not_the_one_it_tells_as_held(outlet: str) -> None:
    # Which of the two is taken first hangs on the hash of the report; of six outlets some have the plan first.
    found = [
        plan("2025-04-19", place="Rome"),
        replace(meeting("2025-04-12", place="Muscat"), span=Span(0, 3), evidence="Bod"),
    ]
    said = [
        recording(report("2025-04-12", outlet), meetings=found),
        told("2025-04-19", meeting("2025-04-19"), "Gazette"),
    ]
    rounds = record_of(said, LATE).rounds
    assert [(r.date.value, r.status, r.date.dispute) for r in rounds] == [
        ("2025-04-12", Status.HELD, None),
        ("2025-04-19", Status.HELD, None),
    ]
