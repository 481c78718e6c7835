"""Amended slots keep the form of the slot."""

from datetime import UTC, datetime

import pytest

from dragoman.model import Status
from dragoman.model.ledgered import Decision, Verb
from dragoman.record import derive
from tests.render.test_timeline import entry


def amend(finding: str, slot: str, value: str) -> Decision:
    return Decision("n-1", Verb.AMEND, finding, {slot: value}, "A", "b", datetime(2025, 8, 1, tzinfo=UTC))


def test_an_amended_status_counts_as_a_status() -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    record = derive("A–B", [planned], [amend(planned.id, "status", "held")])
    assert record.rounds[0].status is Status.HELD


def test_a_word_outside_the_vocabulary_is_refused() -> None:
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23")
    with pytest.raises(ValueError, match="glorious"):
        derive("A–B", [planned], [amend(planned.id, "status", "glorious")])
