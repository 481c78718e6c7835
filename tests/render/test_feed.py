"""The feed of changes, read back as XML."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

from dragoman.record.changes import Change
from dragoman.render.feed import ATOM, Channel, Moved, atom

AT = datetime(2025, 7, 24, 13, tzinfo=UTC)
CHANNEL = Channel("A–B", "A and B", "http://127.0.0.1:8000/api/x.atom", "http://127.0.0.1:8000/x")
HELD = Change("round", "r-1", "round 3: status", "planned", "held")


def parsed(days: list[Moved], channel: Channel = CHANNEL) -> ET.Element:
    return ET.fromstring(atom(channel, days))


def text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{{{ATOM}}}{name}") or ""


def test_an_entry_tells_what_a_day_moved() -> None:
    feed = parsed([Moved(date(2025, 7, 24), AT, [HELD], "http://127.0.0.1:8000/x?as-of=2025-07-24")])
    entry = feed.find(f"{{{ATOM}}}entry")
    assert entry is not None
    assert text(feed, "updated") == text(entry, "updated") == "2025-07-24T13:00:00+00:00"
    assert text(entry, "title") == "24 July 2025: 1 change, round"
    assert "round: round 3: status: planned → held" in text(entry, "content")
    link = entry.find(f"{{{ATOM}}}link")
    assert link is not None
    assert link.attrib["href"].endswith("?as-of=2025-07-24")


def test_ids_are_of_the_process_and_the_day_wherever_it_is_served() -> None:
    moved = Moved(date(2025, 7, 24), AT, [HELD], "http://127.0.0.1:8000/x")
    elsewhere = Channel("A–B", "Renamed", "http://desk.example/api/x.atom", "http://desk.example/x")
    ids = [[text(e, "id") for e in (feed, *feed.iter(f"{{{ATOM}}}entry"))] for feed in (
        parsed([moved]), parsed([moved], elsewhere))]  # fmt: skip
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2
    assert all(id_.startswith("tag:") for id_ in ids[0])


def test_hostile_words_stay_words() -> None:
    words = "]]></content><script>alert(1)</script>\x00\x1b\u202e\ufffe\ud800 &amp; <b>"
    moved = Moved(date(2025, 7, 24), AT, [Change("position", "s-1", words, None, None)], "http://127.0.0.1/x")
    feed = parsed([moved], Channel("A–B", words, CHANNEL.address, CHANNEL.page))
    content = text(feed.find(f"{{{ATOM}}}entry"), "content")  # type: ignore[arg-type]
    assert "<script>" not in content
    assert "&lt;script&gt;" in content
    assert not set(content) & set("\x00\x1b\u202e\ufffe")


def test_a_feed_of_nothing_is_still_a_feed() -> None:
    assert text(parsed([]), "updated") == "1970-01-01T00:00:00+00:00"


def test_a_day_of_very_much_is_cut() -> None:
    moved = Moved(date(2025, 7, 24), AT, [HELD] * 250, "http://127.0.0.1/x")
    content = text(parsed([moved]).find(f"{{{ATOM}}}entry"), "content")  # type: ignore[arg-type]
    assert content.count("<li>") == 100
    assert "150 more on the page" in content
