"""Reports in, and the errors that stand in their place."""

import io
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.text.intake import Intake, expected, find_sources, read_reports

BODY = "Delegations of the two sides met in Geneva on Monday and agreed to meet again. Both called the talks useful.\n"


def read(path: Path, **options: object) -> list[Report | ReportError]:
    return list(read_reports([path], Intake(**options)))  # type: ignore[arg-type]


def one(path: Path, **options: object) -> Report:
    (item,) = read(path, **options)
    assert isinstance(item, Report), item
    return item


def refusal(path: Path, **options: object) -> str:
    (item,) = read(path, **options)
    assert isinstance(item, ReportError), item
    assert str(path) in str(item)
    return str(item)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_first_line_gives_date_and_headline(tmp_path: Path) -> None:
    report = one(write(tmp_path, "a.txt", f" date 2025-07-21 Talks resume\n\n{BODY}"))
    assert (report.published, report.title, report.body, report.id) == (date(2025, 7, 21), "Talks resume", BODY, "a")


def test_body_keeps_carriage_returns_and_trailing_blanks(tmp_path: Path) -> None:
    body = "One.\r\n\r\nTwo.  \r\n\r\n\r\n"
    assert one(write(tmp_path, "a.txt", f" date 2025-07-21 T\r\n\r\n{body}")).body == body


def test_front_matter_under_any_of_its_names(tmp_path: Path) -> None:
    head = "---\ndate: 2025-07-21T18:30:00+03:00\nheadline: 'Talks: a date'\nsource: TASS\nlink: https://example.org/1\n---\n\n"
    report = one(write(tmp_path, "a.md", head + BODY))
    assert report.published_at == datetime(2025, 7, 21, 15, 30, tzinfo=UTC)
    assert (report.published, report.title, report.outlet, report.url, report.body) == (
        date(2025, 7, 21),
        "Talks: a date",
        "TASS",
        "https://example.org/1",
        BODY,
    )


def test_json_lines_keep_good_rows_beside_bad_ones(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "x", "published": "2025-07-21", "outlet": "AP", "text": BODY}),
        "{broken",
        json.dumps({"published": "2025-07-21"}),
        "",
        json.dumps({"published": "2025-07-22", "text": BODY}),
    ]
    path = write(tmp_path, "a.jsonl", "\n".join(rows))
    first, broken, textless, last = read(path)
    assert isinstance(first, Report)
    assert (first.id, first.outlet) == ("x", "AP")
    assert f"{path}:2" in str(broken)
    assert "not JSON" in str(broken)
    assert 'no object with a "text"' in str(textless)
    assert isinstance(last, Report)
    assert last.id.endswith("a.jsonl:5")


def test_page_gives_article_date_and_outlet(tmp_path: Path) -> None:
    page = f"""<!doctype html><html><head><title>Talks resume</title><meta property="og:site_name" content="Daily News">
    <meta property="article:published_time" content="2025-07-21T10:00:00Z"></head><body><nav>Home | World</nav>
    <article><h1>Talks resume</h1><p>{BODY * 3}</p><p>{BODY}</p></article></body></html>"""
    report = one(write(tmp_path, "a.html", page))
    assert (report.published, report.outlet) == (date(2025, 7, 21), "Daily News")
    assert "met in Geneva" in report.body
    assert "Home" not in report.body


def test_page_may_name_its_encoding(tmp_path: Path) -> None:
    text = BODY.replace("Geneva", "Zürich") * 3
    page = f"""<!doctype html><html><head><META http-equiv=Content-Type content="text/html; charset=windows-1252">
    <meta property="article:published_time" content="2025-07-21"></head><body><article><p>{text}</p></article></body>"""
    assert "Zürich" in one(write(tmp_path, "a.html", page.encode("cp1252"))).body
    assert "Zürich" in one(write(tmp_path, "b.html", page)).body
    told = refusal(write(tmp_path, "c.html", page.replace("windows-1252", "no-such").encode("cp1252")))
    assert "in the encoding 'no-such', which is not known here" in told


def test_standard_input_is_a_dash() -> None:
    (report,) = read_reports([Path("-")], Intake(published=date(2025, 7, 21), stdin=io.BytesIO(BODY.encode())))
    assert isinstance(report, Report)
    assert (report.id, report.published) == ("stdin", date(2025, 7, 21))


def test_given_day_serves_only_reports_without_their_own(tmp_path: Path) -> None:
    dated = write(tmp_path, "a.txt", f" date 2025-07-21 T\n\n{BODY}")
    assert one(dated, published=date(2020, 1, 1)).published == date(2025, 7, 21)
    assert one(write(tmp_path, "b.txt", BODY), published=date(2020, 1, 1)).published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" date 2025-07-21 T\n\n  \n", "no text in it"),
        ("binary.txt", b"\x89PNG\0\0\0\0", "binary data"),
        ("broken.txt", b" date 2025-07-21 T\n\nTalks in \xe7\xfe.", "not UTF-8 (byte 29)"),
        ("open.md", b"---\ndate: 2025-07-21\n\nTalks.", "never closed"),
        ("list.md", b"---\n- a\n- b\n---\nTalks.", "not 'key: value' lines"),
        ("yaml.md", b"---\ndate: [2025\n---\nTalks.", "not YAML"),
        ("day.txt", b" date 2025-02-30 T\n\nTalks were held.", "'2025-02-30' is not a date of the calendar"),
        ("undated.txt", b"Talks were held on Monday.", "give it with --published"),
        ("empty.html", b"<!doctype html><html><head></head><body></body></html>", "no article text"),
    ],
)
def test_refusals_name_file_reason_and_way_out(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    message = refusal(write(tmp_path, name, content))
    assert expected in message
    assert "\n" not in message


def test_report_in_russian_is_refused(tmp_path: Path) -> None:
    text = "Третий раунд переговоров состоится в среду в Стамбуле, сообщил президент Украины Владимир Зеленский. " * 3
    assert "in Russian" in refusal(write(tmp_path, "ru.txt", f" date 2025-07-21 T\n\n{text}"))


def test_short_russian_report_is_refused_too(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, "ru.txt", " date 2025-07-21 T\n\nПереговоры состоятся в среду."))
    assert "only English is read" in message


def test_endless_line_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "1000")
    assert "more than any report" in refusal(write(tmp_path, "long.txt", b"a " * 3000))
    assert "over the limit of 1,000" in refusal(write(tmp_path, "long.txt", f" date 2025-07-21 T\n\n{'a ' * 600}"))


def test_missing_file_and_empty_folder_do_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f" date 2025-07-21 T\n\n{BODY}")
    (tmp_path / "none").mkdir()
    sources = list(find_sources([str(tmp_path / "gone.txt"), str(tmp_path / "none"), str(tmp_path / "*.txt")]))
    gone, none, found = read_reports(sources, Intake())
    assert "no such file" in str(gone)
    assert "no reports in this folder" in str(none)
    assert isinstance(found, Report)


def test_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf"):
        write(tmp_path, name, f" date 2025-07-21 T\n\n{BODY}")
    assert [Path(str(source)).name for source in find_sources([str(tmp_path)])] == ["a.md", "b.txt"]


def test_reports_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    (tmp_path / "b.txt").write_text("x")
    sources = list(find_sources([str(tmp_path)]))
    assert expected(sources) == 3
    assert expected([*sources, ReportError("no such file")]) == 4
    assert expected([Path("-")]) is None


def test_pipe_is_not_looked_through_beforehand(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rows.jsonl")
    assert expected([tmp_path / "rows.jsonl"]) is None


def test_half_characters_and_nul_are_refused_and_named(tmp_path: Path) -> None:
    lines = [
        r'{"published":"2025-07-21","text":"Talks \ud800."}',
        r'{"published":"2025-07-21","title":"\u0000","text":"Talks."}',
    ]
    (tmp_path / "signs.jsonl").write_text("\n".join(lines))
    refused = list(read_reports([tmp_path / "signs.jsonl"], Intake()))
    assert [("U+D800" in str(e), "U+0000" in str(e)) for e in refused] == [(True, False), (False, True)]


def test_name_of_a_file_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(" date 2025-07-21 x\nTalks were held.\n")
    (found,) = read_reports([path], Intake())
    assert isinstance(found, Report)
    assert found.id == "caf\ufffd"


def test_link_to_nothing_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (found,) = read_reports(find_sources([str(tmp_path)]), Intake())
    assert "gone.txt: cannot be read" in str(found)


def test_empty_name_is_not_the_folder_one_is_in() -> None:
    (refused,) = find_sources([""])
    assert isinstance(refused, ReportError)
    assert "empty name" in str(refused)


def test_text_may_be_in_utf_16_that_says_so(tmp_path: Path) -> None:
    text = f" date 2025-07-21 Talks\n\n{BODY.replace('Geneva', 'Zürich')}"
    for name in ("utf-16", "utf-16-be"):
        data = text.encode("utf-16") if name == "utf-16" else b"\xfe\xff" + text.encode(name)
        assert "Zürich" in one(write(tmp_path, "a.txt", data)).body
    assert "byte" in refusal(write(tmp_path, "b.txt", text.encode("utf-16")[:-1]))
