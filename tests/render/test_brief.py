"""The brief names what is disputed, days in words, and talks whose day has passed."""

from datetime import date

from dragoman.ledger import Recording
from dragoman.model import Status
from dragoman.record.changes import changes
from dragoman.render.brief import brief
from tests.readings import delivery, meeting, promise, recording, report
from tests.record.test_derive import record_of


def said() -> list[Recording]:
    to = {"by": ("Russia",), "to": ("Ukraine",)}
    return [
        recording(report("2025-07-01"), meetings=[meeting("2025-07-10", Status.PLANNED, round=3, place="A*b")]),
        recording(report("2025-07-01"), commitments=[promise(30, date_agreed="2025-07-01", **to)]),
        recording(report("2025-07-02"), deliveries=[delivery(12, "2025-07-02", sources=("Medinsky",), **to)]),
        recording(
            report("2025-07-02"), deliveries=[delivery(14, "2025-07-02", sources=("Coordination Headquarters",), **to)]
        ),
    ]


def test_lines_say_what_they_are_about() -> None:
    record = record_of(said(), "2025-07-02")
    text = brief(record, changes(record_of([], "2025-07-01"), record), date(2025, 7, 2), "2025-07-01")
    assert "- return of remains Russia → Ukraine 12 / 14 bodies: quantity (d-" in text
    assert "agreed 1 July 2025" in text
    assert "## Changes since 1 July 2025" in text
    assert "- round 3: planned, 10 July 2025, A\\*b; Ukraine and Russia [1]" in text
    assert "2025-07" not in text.partition("## In the words of")[0]


def test_planned_talks_whose_day_has_passed_say_so() -> None:
    text = brief(record_of(said(), "2025-08-01"), (), date(2025, 8, 1), None)
    assert "- round 3: planned, 10 July 2025, passed without word, " in text


def test_days_in_dispute_that_have_all_passed_say_so_too() -> None:
    rival = meeting("2025-07-12", Status.PLANNED, round=3, sources=("Medinsky",))
    both = [*said(), recording(report("2025-07-02"), meetings=[rival])]
    assert "passed without word" not in brief(record_of(both, "2025-07-11"), (), date(2025, 7, 11), None)
    assert "date disputed, passed without word, " in brief(record_of(both, "2025-08-01"), (), date(2025, 8, 1), None)
