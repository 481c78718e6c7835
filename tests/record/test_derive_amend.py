"""Amended slots keep the form of the slot."""

from datetime import UTC, datetime

import pytest

from dragoman.model import Status
from dragoman.model.ledgered import Decision, Verb
from dragoman.record import derive
from dragoman.record.derive import amended
from tests.render.test_timeline import entry


def amend(finding: str, slot: str, value: str) -> Decision:
    return Decision("n-1", Verb.AMEND, finding, {slot: value}, "A", "b", datetime(2025, 8, 1, tzinfo=UTC))


def test_an_amended_status_counts_as_a_status() -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    record = derive("A–B", [planned], [amend(planned.id, "status", "held")])
    assert record.rounds[0].status is Status.HELD


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({"status": "glorious"}, "glorious"),
        ({"status": ""}, "not a valid Status"),
        ({"mood": "good"}, "no slot 'mood'"),
        ({"evidence": "other words"}, "no slot 'evidence'"),
        ({"round": "-3"}, "not a number"),
        ({"round": "third"}, "third"),
        ({"start": "2025-02-30"}, "not in the calendar"),
        ({"start": "2025-07-25", "end": "2025-07-20"}, "ends before it begins"),
    ],
)
def test_what_a_slot_cannot_hold_is_refused(slots: dict[str, str], said: str) -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    with pytest.raises(ValueError, match=said):
        amended(planned, slots)


def test_a_decision_that_cannot_hold_does_not_hide_the_record() -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    (round_,) = derive("A–B", [planned], [amend(planned.id, "status", "glorious")]).rounds
    assert (round_.status, round_.date.value) == (Status.PLANNED, "2025-07-23")


def test_an_amended_number_is_a_number() -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    assert derive("A–B", [planned], [amend(planned.id, "round", "3")]).rounds[0].number == 3
