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


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_talks_whose_day_has_passed_are_not_among_the_next_ones() -> None:
    text = brief(record_of(said(), "2025-08-01"), (), date(2025, 8, 1), None)
    assert section(text, "Next talks").strip() == "None."
    assert "- round 3: planned, 10 July 2025, A" in section(text, "Passed without word")


def test_days_in_dispute_have_passed_once_all_are_over() -> None:
    rival = meeting("2025-07-12", Status.PLANNED, round=3, sources=("Medinsky",))
    both = [*said(), recording(report("2025-07-02"), meetings=[rival])]
    before = brief(record_of(both, "2025-07-11"), (), date(2025, 7, 11), None)
    assert "Passed without word" not in before
    assert "date disputed, " in section(before, "Next talks")
    after = brief(record_of(both, "2025-08-01"), (), date(2025, 8, 1), None)
    assert "date disputed, " in section(after, "Passed without word")


def test_talks_put_off_wait_for_a_new_day_among_the_next_ones() -> None:
    put_off = meeting("2025-07-10", Status.POSTPONED, round=3)
    text = brief(
        record_of([*said(), recording(report("2025-07-09"), meetings=[put_off])], "2025-08-01"),
        (),
        date(2025, 8, 1),
        None,
    )
    assert "round 3: postponed" in section(text, "Next talks")
    assert "Passed without word" not in text
