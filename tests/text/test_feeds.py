"""RSS and Atom: each entry a report, or the one line in its place."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.text.intake import Intake, expected, find_sources, read_reports

BODY = "Delegations of the two sides met in Geneva on Monday."


def feed(*items: str, title: str = "Lake News") -> str:
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title><link>https://lake.example/world/</link>
    <pubDate>Tue, 01 Jul 2025 10:00:00 GMT</pubDate>{"".join(items)}</channel></rss>"""


def item(inner: str = "", day: str = "Mon, 21 Jul 2025 18:30:00 GMT", body: str = BODY) -> str:
    return f"<item><title>Talks</title><pubDate>{day}</pubDate><description>{body}</description>{inner}</item>"


def read(folder: Path, content: str | bytes, name: str = "feed.xml", **options: object) -> list[Report | ReportError]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_reports([path], Intake(**options)))  # type: ignore[arg-type]


def one(folder: Path, content: str | bytes, name: str = "feed.xml") -> Report:
    (found,) = read(folder, content, name)
    assert isinstance(found, Report), found
    return found


def test_entry_is_a_report_with_all_its_parts(tmp_path: Path) -> None:
    report = one(tmp_path, feed(item("<guid isPermaLink='false'>n-7</guid><link>https://lake.example/7</link>")))
    assert (report.title, report.url, report.outlet, report.id) == (
        "Talks",
        "https://lake.example/7",
        "Lake News",
        "n-7",
    )
    assert (report.body, report.published) == (BODY, date(2025, 7, 21))
    assert report.published_at == datetime(2025, 7, 21, 18, 30, tzinfo=UTC)
    assert report.origin == f"{tmp_path / 'feed.xml'}, entry 1"


def test_atom_takes_content_before_summary_and_counts_links_from_its_base(tmp_path: Path) -> None:
    report = one(
        tmp_path,
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lake.example/"><title>Lake News</title><entry>
        <title type="html">Talks &amp;amp; &lt;b&gt;hopes&lt;/b&gt;</title><link href="a/1"/><id>urn:1</id>
        <updated>2025-07-21T23:30:00-05:00</updated><summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p> <p>They parted.</p></div></content>
        </entry></feed>""",
        "feed.atom",
    )
    assert report.body == f"{BODY}\nThey parted."
    assert (report.title, report.url, report.published) == (
        "Talks & hopes",
        "https://lake.example/a/1",
        date(2025, 7, 21),
    )


def test_full_text_beside_the_description_is_the_body(tmp_path: Path) -> None:
    full = f"<content:encoded><![CDATA[<p>{BODY}</p><p>They will meet again.</p>]]></content:encoded>"
    assert one(tmp_path, feed(item(full, body="Short."))).body == f"{BODY}\nThey will meet again."


def test_markup_goes_and_entities_become_signs(tmp_path: Path) -> None:
    body = "<![CDATA[<p>The sides&nbsp;met.<br>It&rsquo;s a start &lt; peace.</p><script>x()</script><figure>A photo</figure>]]>"
    assert one(tmp_path, feed(item(body=body))).body == "The sides met.\nIt’s a start < peace."


def test_lines_of_a_text_without_markup_stay(tmp_path: Path) -> None:
    body = "The sides met.\n\nIt&amp;rsquo;s a start."
    assert one(tmp_path, feed(item(body=body))).body == "The sides met.\n\nIt’s a start."


def test_text_nested_deep_is_not_lost(tmp_path: Path) -> None:
    body = f"<![CDATA[{'<div>' * 1000}{BODY}{'</div>' * 1000}<p>They parted.</p>]]>"
    assert one(tmp_path, feed(item(body=body))).body == f"{BODY}\nThey parted."


def test_html_entity_outside_cdata_stops_nothing(tmp_path: Path) -> None:
    first, second = read(tmp_path, feed(item(body="The sides met in Cura&ccedil;ao&nbsp;today."), item()))
    assert isinstance(first, Report)
    assert first.body == "The sides met in Curaçao today."
    assert isinstance(second, Report)


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("Mon, 21 Jul 2025 23:30:00 -0500", date(2025, 7, 21)),
        ("Tue, 22 Jul 2025 00:30 +0900", date(2025, 7, 22)),
        ("21 July 2025 23:30:00 EST", date(2025, 7, 21)),
        ("2025-07-21T23:30:00-05:00", date(2025, 7, 21)),
        ("2025-07-21 23:30:00 UTC", date(2025, 7, 21)),
        ("2025-07-21", date(2025, 7, 21)),
        ("Mon, 21 Jul 2025", date(2025, 7, 21)),
    ],
)
def test_day_is_that_of_the_zone_given(tmp_path: Path, day: str, published: date) -> None:
    assert one(tmp_path, feed(item(day=day))).published == published


@pytest.mark.parametrize("day", ["1753122600", "2025-07", "21/07/2025", "Mon, 21 Jul 2025 18:30:00 +99999999999999"])
def test_date_that_names_no_day_is_refused(tmp_path: Path, day: str) -> None:
    (refused,) = read(tmp_path, feed(item(day=day)))
    assert f"'{day}' is not a date of the calendar" in str(refused)


def test_entry_without_date_or_text_is_refused_alone(tmp_path: Path) -> None:
    undated = f"<item><title>Talks</title><description>{BODY}</description></item>"
    bare = "<item><title>Talks</title><pubDate>Mon, 21 Jul 2025 18:30:00 GMT</pubDate></item>"
    no_date, no_text, whole = read(tmp_path, feed(undated, bare, item()))
    assert "feed.xml, entry 1: no date of publication" in str(no_date)
    assert "<pubDate> or <published>" in str(no_date)
    assert "feed.xml, entry 2: no text in it" in str(no_text)
    assert isinstance(whole, Report)


def test_entry_taken_over_keeps_its_own_outlet(tmp_path: Path) -> None:
    report = one(tmp_path, feed(item('<source url="https://hill.example/rss">Hill Post</source>')))
    assert report.outlet == "Hill Post"


def test_relative_link_counts_from_the_site_of_the_feed(tmp_path: Path) -> None:
    report = one(tmp_path, feed(item("<link>../a/7</link>")))
    assert report.url == "https://lake.example/a/7"
    assert one(tmp_path, feed(item()).replace("<link>https://lake.example/world/</link>", "")).url is None


def test_link_that_is_no_address_costs_the_link_alone(tmp_path: Path) -> None:
    assert one(tmp_path, feed(item("<link>https://[lake.example/7</link>"))).url is None


def test_empty_date_beside_none_is_no_date(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, feed(item(day="")))
    assert "no date of publication" in str(refused)


def test_feed_in_latin_letters_of_another_encoding(tmp_path: Path) -> None:
    content = feed(item(body="The sides met in Curaçao.")).replace('"1.0"?', '"1.0" encoding="ISO-8859-1"?', 1)
    assert one(tmp_path, content.encode("latin-1")).body == "The sides met in Curaçao."
    assert one(tmp_path, content.encode("utf-8")).body == "The sides met in Curaçao."


def test_encoding_that_is_not_the_one_named_is_refused(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, feed(item(body="The sides met in Curaçao.")).encode("latin-1"))
    assert "feed.xml: not in UTF-8" in str(refused)


def test_feed_that_breaks_off_loses_its_last_entry_alone(tmp_path: Path) -> None:
    content = feed(item(), item())
    whole, broken = read(tmp_path, content[: content.rindex("Geneva")])
    assert isinstance(whole, Report)
    assert "breaks off before its end, so its last entry was not read" in str(broken)
    _, second, broken = read(tmp_path, content[: content.rindex("</channel>")])
    assert isinstance(second, Report)
    assert "what may have followed was not read" in str(broken)


@pytest.mark.parametrize(
    ("content", "told"),
    [("<?xml version='1.0'?><note><to>You</to></note>", "neither RSS nor Atom"), (feed(), "a feed without entries")],
)
def test_what_is_no_feed_is_refused(tmp_path: Path, content: str, told: str) -> None:
    (refused,) = read(tmp_path, content)
    assert told in str(refused)


def test_feed_is_known_by_its_root_whatever_its_name(tmp_path: Path) -> None:
    assert one(tmp_path, "<!-- saved --><!-- twice -->\n" + feed(item()).split("?>", 1)[1], "saved.txt").body == BODY


def test_entries_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(feed(item(), item()))
    (tmp_path / "b.xml").write_text("<note/>")
    assert expected(find_sources([str(tmp_path)])) == 3


def test_entities_that_multiply_or_lead_outside_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("kept to oneself")
    tens = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{tens}<!ENTITY out SYSTEM "file://{tmp_path}/secret">]>'
    found = read(tmp_path, feed(item(body=f"{BODY} &a9; &out;")).replace('"1.0"?>', f'"1.0"?>{bomb}', 1))
    assert isinstance(found[0], Report)
    assert len(found[0].body) < 200
    assert "oneself" not in found[0].body
