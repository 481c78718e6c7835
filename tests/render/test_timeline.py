"""The drawing, from records made by hand."""

import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

from dragoman.model import Meeting, MeetingKind, Span, Status
from dragoman.model.finding import Account as Rival
from dragoman.model.finding import Dispute
from dragoman.model.ledgered import Entry, FindingKind, Witness
from dragoman.record import ProcessRecord, derive
from dragoman.render.hostile import plain
from dragoman.render.timeline import GUTTER, WIDTH, Calendar, calendar_of, timeline_svg


def entry(nth: int, day: str, status: Status, start: str, **more: object) -> Entry:
    disputes = more.pop("disputes", ())
    meeting = Meeting(
        kind=MeetingKind.TALKS,
        status=status,
        evidence="talks",
        span=Span(0, 5),
        start=start,
        end=start,
        **more,  # type: ignore[arg-type]
    )
    known = date.fromisoformat(day)
    witness = Witness(f"k{nth}", f"w{nth}", f"Outlet {nth}", None, None, known)
    at = datetime(known.year, known.month, known.day, 12, tzinfo=UTC)
    return Entry(f"f-{nth:010d}", FindingKind.MEETING, meeting, witness, "A–B", at, at, disputes=disputes)  # type: ignore[arg-type]


def drawn(record: ProcessRecord, known: str | None = None) -> str:
    calendar = calendar_of(record)
    assert calendar is not None
    return timeline_svg(
        record, calendar, date.fromisoformat(known) if known else None, lambda what, id_: f"/{what}/{id_}"
    )


def test_a_held_round_is_one_sign_on_its_day() -> None:
    record = derive("A–B", [entry(1, "2025-05-16", Status.HELD, "2025-05-16", round=1)], [])
    svg = drawn(record)
    ElementTree.fromstring(svg)
    assert svg.count('class="round held"') == 1
    assert "ghost" not in svg
    assert "Round 1" in svg


def test_a_disputed_date_is_two_ghosts_joined_by_a_mark() -> None:
    rivals = Dispute(
        about=0,
        attribute="start",
        values=(Rival(value="2025-07-23", sources=("P",)), Rival(value="2025-07-25", sources=("Q",))),
    )
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23", round=3, sources=("P",), disputes=(rivals,))
    svg = drawn(derive("A–B", [planned], []), "2025-07-21")
    assert len(re.findall(r'class="ghost planned"', svg)) == 2
    assert svg.count('class="clash"') == 1
    assert 'class="round' not in svg.replace('class="round-label', "")


def test_settled_the_loser_stays_as_a_ghost() -> None:
    rivals = Dispute(
        about=0,
        attribute="start",
        values=(Rival(value="2025-07-23", sources=("P",)), Rival(value="2025-07-25", sources=("Q",))),
    )
    planned = entry(1, "2025-07-21", Status.PLANNED, "2025-07-23", round=3, sources=("P",), disputes=(rivals,))
    held = entry(2, "2025-07-23", Status.HELD, "2025-07-23", round=3)
    svg = drawn(derive("A–B", [planned, held], []))
    assert svg.count('class="round held"') == 1
    assert svg.count('class="ghost settled"') == 1
    assert 'class="clash"' not in svg


def test_the_calendar_does_not_stretch_for_a_far_or_vague_date() -> None:
    near = entry(1, "2025-05-16", Status.HELD, "2025-05-16")
    vague, far = entry(2, "2025-05-20", Status.PROPOSED, "2025"), entry(3, "2025-05-20", Status.PROPOSED, "2031-01-01")
    calendar = calendar_of(derive("A–B", [near, vague, far], []))
    assert calendar is not None
    assert (calendar.first, calendar.last) == (date(2025, 5, 12), date(2025, 5, 28))


def test_what_lies_beyond_the_calendar_is_held_within_the_drawing() -> None:
    calendar = Calendar(date(2025, 5, 1), date(2025, 5, 31))
    assert calendar.x(date(1990, 1, 1)) == GUTTER
    assert GUTTER < calendar.bar("2025")[1] <= WIDTH
    assert not calendar.shows("2026-01")


def test_hostile_names_are_escaped_in_the_drawing() -> None:
    record = derive("A–B", [entry(1, "2025-05-16", Status.HELD, "2025-05-16")], [])
    hostile = ProcessRecord("x", '<script>"\u202e', record.rounds, entries=record.entries)
    svg = drawn(hostile)
    assert "<script" not in svg
    assert "\u202e" not in svg
    ElementTree.fromstring(svg)


def test_plain_keeps_every_offset() -> None:
    text = "a\u202eb\x00c\u2067d\u200fe\n"
    assert plain(text) == "a\ufffdb\ufffdc\ufffdd\u200fe\n"
    assert len(plain(text)) == len(text)


def test_what_the_day_moved_is_marked_and_said() -> None:
    record = derive("A–B", [entry(1, "2025-07-21", Status.PLANNED, "2025-07-30")], [])
    calendar = calendar_of(record)
    assert calendar is not None
    id_ = record.rounds[0].id
    marked, unmarked = (timeline_svg(record, calendar, None, lambda *_: "/", ids) for ids in ({id_}, set()))
    assert marked.count("moved-ground") == 1
    assert "moved by the reports of this day" in marked
    assert "moved" not in unmarked
