"""WARC: the pages of a crawl, and what is passed over or refused of it."""

import gzip
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.text.intake import Intake, expected, find_sources, read_reports

BODY = "Delegations of the two sides met in Geneva on Monday and agreed to meet again in Zürich. "
HTML = "text/html; charset=utf-8"


def page(day: str | None = "2025-07-21T23:30:00-05:00", body: str = BODY) -> str:
    meta = f'<meta property="article:published_time" content="{day}">' if day else ""
    return f"<!doctype html><html><head><title>Talks</title>{meta}</head><body><article><p>{body * 3}</p></article></body></html>"


def record(kind: str, url: str, block: bytes, extra: str = "", length: int | None = None) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-08-01T00:00:00Z\r\n{extra}"
    size = len(block) if length is None else length
    return f"{head}Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(
    body: bytes | str, media: str = HTML, status: str = "200 OK", extra: str = "", url: str = "https://lake.example/1"
) -> bytes:
    data = body if isinstance(body, bytes) else body.encode()
    return record("response", url, f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + data)


def read(folder: Path, *records: bytes, name: str = "crawl.warc", **options: object) -> list[Report | ReportError]:
    path = folder / name
    path.write_bytes(b"".join(records))
    return list(read_reports([path], Intake(**options)))  # type: ignore[arg-type]


def one(folder: Path, *records: bytes) -> Report:
    (found,) = read(folder, *records)
    assert isinstance(found, Report), found
    return found


def test_page_has_its_address_and_the_day_of_its_own_metadata(tmp_path: Path) -> None:
    report = one(tmp_path, record("warcinfo", "", b"software: none\r\n"), answer(page()))
    assert (report.url, report.id, report.published) == (
        "https://lake.example/1",
        "https://lake.example/1",
        date(2025, 7, 21),
    )
    assert "Zürich" in report.body
    assert report.origin == f"{tmp_path}/crawl.warc!https://lake.example/1"


def test_day_of_the_crawl_is_no_day_of_publication(tmp_path: Path) -> None:
    undated, dated = read(tmp_path, answer(page(None)), answer(page()))
    assert "crawl.warc!https://lake.example/1: no date of publication" in str(undated)
    assert "the day of the crawl is not that of publication" in str(undated)
    assert isinstance(dated, Report)


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    told: list[str] = []
    others = [
        record("request", "https://lake.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
        record("revisit", "https://lake.example/1", b""),
        record("response", "dns:lake.example", b"20250801\r\nlake.example. IN A 10.0.0.1\r\n"),
        record("response", "https://lake.example/2", b""),
        answer("gone", status="404 Not Found"),
        answer(b"\x89PNG", media="image/png"),
        answer(b"\x89PNG", media="image/png"),
    ]
    (report,) = read(tmp_path, *others, answer(page()), tell=told.append)
    assert isinstance(report, Report)
    (line,) = told
    assert "crawl.warc: records passed over, which are no pages: 2 without HTTP, 2 image/png, " in line
    assert "1 request, 1 revisit, 1 status 404" in line
    (refused,) = read(tmp_path, *others)
    assert "no pages in this archive (2 without HTTP" in str(refused)


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page().encode())),
        ("Content-Encoding: deflate\r\n", zlib.compress(page().encode())),
        ("Content-Encoding: deflate\r\n", zlib.compress(page().encode())[2:-4]),
        ("Content-Encoding: br\r\n", page().encode()),
        (
            "Transfer-Encoding: chunked\r\n",
            b"5\r\n<!doc\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(page().encode()) - 5, page().encode()[5:]),
        ),
        ("Transfer-Encoding: chunked\r\n", page().encode()),
    ],
)
def test_page_comes_out_of_its_packings(tmp_path: Path, packing: str, data: bytes) -> None:
    assert "Zürich" in one(tmp_path, answer(data, extra=packing)).body


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (answer(b"\x0b\x02\x80", extra="Content-Encoding: br\r\n"), "sent as 'br'"),
        (answer(gzip.compress(page().encode())[:-20], extra="Content-Encoding: gzip\r\n"), "gzip is damaged or cut off"),
        (answer(page().encode("latin-1")), "not in utf-8 (byte"),
        (record("response", "https://lake.example/1", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>", "WARC-Truncated: length\r\n"), "cut off by the crawler (length)"),
        (answer("<p></p>"), "no article text"),
    ],
)  # fmt: skip
def test_page_that_cannot_be_read_is_refused_alone(tmp_path: Path, records: bytes, told: str) -> None:
    refused, report = read(tmp_path, records, answer(page()))
    assert told in str(refused)
    assert "crawl.warc!https://lake.example/1" in str(refused)
    assert isinstance(report, Report)


def test_page_in_the_encoding_that_the_server_names(tmp_path: Path) -> None:
    assert "Zürich" in one(tmp_path, answer(page().encode("latin-1"), media="text/html; charset=ISO-8859-1")).body


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path, name: str) -> None:
    second = answer(page(), url="https://lake.example/2")
    if name.endswith(".gz"):
        records = [gzip.compress(answer(page())), gzip.compress(second)[:-60]]
    else:
        records = [answer(page()), second[:-90]]
    report, cut, rest = read(tmp_path, *records, name=name)
    assert isinstance(report, Report)
    assert f"{name}!https://lake.example/2: " in str(cut)
    assert f"{name}: c" in str(rest)
    assert expected(find_sources([str(tmp_path)])) == 3


def test_archive_packed_record_by_record_or_as_a_whole(tmp_path: Path) -> None:
    each = [gzip.compress(answer(page(), url=f"https://lake.example/{n}")) for n in range(3)]
    whole = gzip.compress(b"".join(gzip.decompress(part) for part in each))
    for parts in (each, [whole]):
        found = read(tmp_path, *parts, name="crawl.warc.gz")
        assert [report.url for report in found if isinstance(report, Report)] == [
            f"https://lake.example/{n}" for n in range(3)
        ]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/crawl.warc", gzip.decompress(whole))
    first, *_ = read_reports([tmp_path / "a.zip"], Intake())
    assert isinstance(first, Report)
    assert first.origin == f"{tmp_path}/a.zip!in/crawl.warc!https://lake.example/0"


def test_record_that_does_not_end_where_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = record("metadata", "https://lake.example/0", b"fetch: 3\r\nvia: x\r\n", length=10)
    ill, report = read(tmp_path, wrong, answer(page()))
    assert "the record of https://lake.example/0 does not end where it says" in str(ill)
    assert isinstance(report, Report)
    assert one(tmp_path, answer(page(), url="https://lake.example/a b")).url == "https://lake.example/a%20b"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (b"", "no pages in this archive (no records at all)"),
        (b"This is no archive.\r\nIt is a text.\r\n", "cannot be read on after its beginning"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "a record without its length"),
        (b"WARC/1.0\r\nX: " + b"x" * 3_000_000, "a head of more than"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, records: bytes, told: str) -> None:
    (refused,) = read(tmp_path, records)
    assert "crawl.warc: " in str(refused)
    assert told in str(refused)


def test_page_of_any_size_fills_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "1000")
    bomb = gzip.compress(b" " * 1_000_000)
    long, packed, _ = read(
        tmp_path, answer(b"x" * 50_000), answer(bomb, extra="Content-Encoding: gzip\r\n"), answer(page())
    )
    assert "over 40,000 bytes" in str(long)
    assert "over 40,000 bytes" in str(packed)


def test_pages_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(answer(page()) + answer("x", status="500 Error") + answer(page(None)))
    (tmp_path / "b.warc").write_bytes(b"")
    assert expected(find_sources([str(tmp_path)])) == 3
