"""The calendar of talks, read back by the library that calendars use."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from dragoman.model import Meeting, MeetingKind, Span, Status
from dragoman.model.ledgered import Entry, FindingKind, Witness
from dragoman.record import derive
from dragoman.render.ical import Subject, ical

_AT = iter(range(10_000))


def entry(day: str, status: Status, start: str, end: str = "", **more: Any) -> Entry:
    nth = more.pop("nth", None) or next(_AT)
    meeting = Meeting(
        kind=MeetingKind.TALKS,
        status=status,
        evidence=more.pop("evidence", f"talks {nth}"),
        span=Span(0, 5),
        start=start,
        end=end or start,
        parties=("A", "B"),
        round=more.pop("round", 3),
        **more,
    )
    known = date.fromisoformat(day)
    witness = Witness(f"k{nth}", f"w{nth}", f"Outlet {nth}", None, None, known)
    at = datetime(known.year, known.month, known.day, 12, tzinfo=UTC)
    return Entry(f"f-{nth:010d}", FindingKind.MEETING, meeting, witness, "A–B", at, at)


def events(entries: list[Entry], day: str) -> dict[str, Any]:
    """Events by their first day."""
    text = ical(Subject(derive("A–B", entries, []), date.fromisoformat(day), {}), "A–B")
    found = list(Calendar.from_ical(text).walk("VEVENT"))
    assert len({event["UID"] for event in found}) == len(found)
    return {event.decoded("DTSTART").isoformat(): event for event in found}


PLAN = entry("2025-07-21", Status.PLANNED, "2025-07-23")
RIVAL = entry("2025-07-21", Status.PLANNED, "2025-07-24", "2025-07-25")
HELD = entry("2025-07-24", Status.HELD, "2025-07-23")


def test_rival_dates_are_tentative_until_talks_settle_them_and_keep_their_uids() -> None:
    before, after = events([PLAN, RIVAL], "2025-07-21"), events([PLAN, RIVAL, HELD], "2025-07-24")
    assert {day: str(event["STATUS"]) for day, event in before.items()} == {
        "2025-07-23": "TENTATIVE",
        "2025-07-24": "TENTATIVE",
    }
    assert {day: str(event["STATUS"]) for day, event in after.items()} == {
        "2025-07-23": "CONFIRMED",
        "2025-07-24": "CANCELLED",
    }
    assert all(before[day]["UID"] == after[day]["UID"] for day in before)
    assert all(after[day]["SEQUENCE"] > before[day]["SEQUENCE"] for day in before)
    assert "not on this day but on 23 July 2025" in after["2025-07-24"]["SUMMARY"]


def test_days_are_whole_and_a_range_ends_after_its_last() -> None:
    event = events([RIVAL], "2025-07-21")["2025-07-24"]
    assert event.decoded("DTEND") == date(2025, 7, 26)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    month = events([entry("2025-07-21", Status.PLANNED, "2025-08")], "2025-07-21")["2025-08-01"]
    assert month.decoded("DTEND") == date(2025, 9, 1)


def test_a_first_and_a_last_day_told_apart_are_one_event() -> None:
    begun = replace_days(HELD, "2025-07-23", None)
    ended = replace_days(entry("2025-07-26", Status.HELD, "2025-07-25"), None, "2025-07-25")
    (event,) = events([PLAN, begun, ended], "2025-07-26").values()
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2025, 7, 23), date(2025, 7, 26))
    assert str(event["STATUS"]) == "CONFIRMED"
    (half,) = events([begun], "2025-07-24").values()
    assert (half.decoded("DTSTART"), half.decoded("DTEND")) == (date(2025, 7, 23), date(2025, 7, 24))


def replace_days(entry_: Entry, start: str | None, end: str | None) -> Entry:
    assert isinstance(entry_.finding, Meeting)
    return replace(entry_, finding=replace(entry_.finding, start=start, end=end))


def test_what_is_proposed_is_tentative_and_what_is_called_off_stays_cancelled() -> None:
    assert events([entry("2025-07-21", Status.PROPOSED, "2025-07-30")], "2025-07-21")["2025-07-30"]["STATUS"] == (
        "TENTATIVE"
    )
    assert events([PLAN], "2025-07-21")["2025-07-23"]["STATUS"] == "CONFIRMED"
    off = [PLAN, entry("2025-07-22", Status.CANCELLED, "2025-07-23")]
    assert events(off, "2025-07-22")["2025-07-23"]["STATUS"] == "CANCELLED"
    assert events(off, "2025-08-10")["2025-07-23"]["STATUS"] == "CANCELLED"


def test_what_is_long_past_or_too_coarse_for_a_calendar_is_left_out() -> None:
    assert events([PLAN, HELD], "2025-09-01") == {}
    assert events([entry("2025-07-21", Status.PLANNED, "2026")], "2025-07-21") == {}
    coarse = [PLAN, entry("2025-07-20", Status.PLANNED, "2025-07")]
    assert list(events(coarse, "2025-07-21")) == ["2025-07-23"]


def test_planned_talks_whose_day_passes_say_that_nothing_was_heard_of_them() -> None:
    assert "passed" not in events([PLAN], "2025-07-23")["2025-07-23"]["SUMMARY"]
    assert events([PLAN], "2025-07-24")["2025-07-23"]["SUMMARY"].endswith("planned, passed without word")


def test_the_same_record_gives_the_same_bytes() -> None:
    def made() -> str:
        return ical(Subject(derive("A–B", [PLAN, RIVAL], []), date(2025, 7, 21), {}), "A–B")

    assert made() == made()


def test_hostile_words_open_no_line_of_their_own() -> None:
    words = "talks\r\nEND:VEVENT\r\nBEGIN:VALARM\n\u202eDESCRIPTION;X:" + "x" * 5000
    found = events([entry("2025-07-21", Status.PLANNED, "2025-07-23", evidence=words)], "2025-07-21")
    text = str(found["2025-07-23"]["DESCRIPTION"])
    assert "END:VEVENT" in text
    assert "\u202e" not in text
    assert len(text) < 1000
