"""The day talks begin and the day they end, told apart: one stretch of days and no dispute."""

from dataclasses import replace

import pytest

from dragoman.model import Meeting, MeetingKind, Span, Status
from dragoman.record.accounts import DisputeState
from dragoman.record.changes import round_label
from dragoman.record.rounds import Round
from dragoman.render.words import date_words, day_words
from tests.readings import meeting, recording, report
from tests.record.test_derive import record_of
from tests.record.test_rounds import LATE, plan, told

BEGUN = meeting("2025-10-25", end=None, place="Istanbul")
ENDED = meeting(None, end="2025-10-28", place="Istanbul")


def rounds_of(*found: tuple[str, Meeting]) -> tuple[Round, ...]:
    return record_of([told(day, each, f"Outlet {at}") for at, (day, each) in enumerate(found)], LATE).rounds


def test_talks_that_began_and_ended_are_one_round_over_its_days() -> None:
    (round_,) = rounds_of(("2025-10-26", BEGUN), ("2025-10-29", ENDED))
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/2025-10-28", None)
    assert round_.joins[1].reason == "begun on 2025-10-25 and ended on 2025-10-28"


def test_the_end_may_be_known_before_the_beginning() -> None:
    (round_,) = rounds_of(("2025-10-28", ENDED), ("2025-10-29", BEGUN))
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/2025-10-28", None)


def test_one_source_that_tells_both_has_not_corrected_itself() -> None:
    said = [told("2025-10-26", BEGUN), told("2025-10-29", ENDED)]
    (round_,) = record_of(said, LATE).rounds
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/2025-10-28", None)


def test_an_end_refines_the_day_for_which_talks_were_set() -> None:
    (round_,) = rounds_of(("2025-10-20", plan("2025-10-25")), ("2025-10-29", ENDED))
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/2025-10-28", None)
    planned = rounds_of(("2025-10-20", plan("2025-10-25", end=None)), ("2025-10-27", plan(None, end="2025-10-28")))
    assert [(r.date.value, r.date.dispute) for r in planned] == [("2025-10-25/2025-10-28", None)]


def test_a_plan_for_their_first_day_does_not_narrow_the_days_that_talks_took() -> None:
    held = meeting("2025-10-25", end="2025-10-26")
    (round_,) = rounds_of(("2025-10-20", plan("2025-10-25")), ("2025-10-29", held))
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/2025-10-26", None)
    (coarse,) = rounds_of(("2025-10-20", plan("2025-10-25")), ("2025-10-29", meeting("2025-10")))
    assert coarse.date.value == "2025-10-25"


def test_a_day_of_numbered_talks_is_no_rival_of_the_day_they_began() -> None:
    numbered = meeting("2025-10-25", end=None, round=2), meeting("2025-10-26", round=2)
    (round_,) = rounds_of(("2025-10-26", numbered[0]), ("2025-10-27", numbered[1]))
    assert (round_.date.value, round_.date.dispute) == ("2025-10-25/", None)


def test_talks_under_way_settle_when_they_began_and_a_later_day_of_them_does_not() -> None:
    first = plan("2025-10-25", end=None, sources=("Umerov",))
    plans = ("2025-10-20", first), ("2025-10-20", plan("2025-10-26", sources=("Fidan",)))
    under_way = "2025-10-26", meeting("2025-10-25", Status.ONGOING, end=None)
    (round_,) = rounds_of(*plans, under_way)
    assert round_.date.dispute is not None
    assert (round_.date.value, round_.date.dispute.settled_by) == (
        "2025-10-25/",
        "begun on 2025-10-25, as Outlet 2 reported",
    )
    (agreed,) = rounds_of(plans[0], under_way, ("2025-10-27", meeting("2025-10-26")), ("2025-10-29", ENDED))
    assert (agreed.date.value, agreed.date.dispute) == ("2025-10-25/2025-10-28", None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (plan("2025-10-25", end=None), plan("2025-10-26", end=None)),
        (plan("2025-10-25", end=None), plan("2025-10-26", end="2025-10-27")),
        (plan("2025-10-25", end=None), plan("2025-10-26")),
        (plan(None, end="2025-10-27"), plan(None, end="2025-10-28")),
        (plan(None, end="2025-10-28"), plan("2025-10-29")),
    ],
    ids=["two beginnings", "before a range", "before a day", "two ends", "an end before the day"],
)
def test_days_that_cannot_both_hold_stay_in_dispute(one: Meeting, other: Meeting) -> None:
    (round_,) = rounds_of(("2025-10-20", one), ("2025-10-20", other))
    assert round_.date.dispute is not None
    assert (round_.date.dispute.state, round_.date.value) == (DisputeState.OPEN, None)


def test_the_end_of_talks_settles_which_of_two_plans_held() -> None:
    rivals = ("2025-10-20", plan("2025-10-29", sources=("Fidan",))), ("2025-10-20", plan("2025-10-24"))
    (round_,) = rounds_of(*rivals, ("2025-10-29", meeting(None, end="2025-10-28")))
    assert round_.date.dispute is not None
    assert round_.date.dispute.settled_by == "ended on 2025-10-28, as Outlet 2 reported"


def test_an_end_weeks_later_or_after_one_day_of_talks_is_of_other_talks() -> None:
    assert len(rounds_of(("2025-10-26", BEGUN), ("2025-11-20", meeting(None, end="2025-11-19")))) == 2
    assert len(rounds_of(("2025-10-26", meeting("2025-10-25")), ("2025-10-29", ENDED))) == 2
    again = meeting(None, end="2025-10-26")
    assert len(rounds_of(("2025-10-26", BEGUN), ("2025-10-27", again), ("2025-10-29", ENDED))) == 2


def test_talks_held_days_after_a_plan_are_other_talks_unless_these_had_begun() -> None:
    for day, rounds in (("2025-10-28", 1), ("2025-10-31", 2)):
        assert len(rounds_of(("2025-10-20", plan("2025-10-25")), ("2025-11-01", meeting(day)))) == rounds
    under_way = "2025-10-26", meeting("2025-10-25", Status.ONGOING, end=None)
    (round_,) = rounds_of(("2025-10-20", plan("2025-10-25")), under_way, ("2025-11-01", meeting("2025-10-31")))
    assert (round_.status, round_.date.dispute) == (Status.HELD, None)


def test_the_next_round_does_not_end_the_one_before() -> None:
    ahead = plan("2025-11-01", end=None)
    assert [r.status for r in rounds_of(("2025-10-29", ENDED), ("2025-10-30", ahead))] == [Status.HELD, Status.PLANNED]


def test_half_told_days_are_written_in_words() -> None:
    (begun,), (ended,) = rounds_of(("2025-10-26", BEGUN)), rounds_of(("2025-10-29", ENDED))
    assert [day_words(r.date.value) for r in (begun, ended)] == ["from 25 October 2025", "until 28 October 2025"]
    assert [date_words(round_label(r)) for r in (begun, ended)] == [
        "talks from 25 October 2025",
        "talks until 28 October 2025",
    ]
    assert date_words("date: 2025-10-25/ → 2025-10-25/2025-10-28") == "date: from 25 October 2025 → 25–28 October 2025"
    assert Status.HELD in (begun.status, ended.status)


def test_leaders_who_meet_on_the_day_of_planned_talks_hold_them() -> None:
    ahead = plan("2025-07-28", place="Kuala Lumpur")
    met = replace(meeting("2025-07-28", place="Kuala Lumpur"), kind=MeetingKind.SUMMIT)
    (round_,) = rounds_of(("2025-07-26", ahead), ("2025-07-28", met))
    assert (round_.kind, round_.status, round_.date.value) == (MeetingKind.SUMMIT, Status.HELD, "2025-07-28")
    for other in (replace(met, place="Doha"), replace(met, start="2025-07-29", end="2025-07-29")):
        assert len(rounds_of(("2025-07-26", ahead), ("2025-07-29", other))) == 2


@pytest.mark.parametrize("outlet", ["Wire", "Courier", "Herald", "Post"])
def test_the_next_talks_of_a_report_do_not_take_the_plan_of_those_it_tells_as_held(outlet: str) -> None:
    found = [plan("2025-08-04"), replace(meeting("2025-07-28"), span=Span(0, 3), evidence="Bod")]
    said = [told("2025-07-26", plan("2025-07-28")), recording(report("2025-07-28", outlet), meetings=found)]
    rounds = record_of(said, LATE).rounds
    assert [(r.status, r.date.value, r.date.dispute) for r in rounds] == [
        (Status.HELD, "2025-07-28", None),
        (Status.PLANNED, "2025-08-04", None),
    ]
