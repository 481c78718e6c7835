"""What a .gz and a .zip hold, and what is refused of them."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.text.intake import Intake, expected, find_sources, read_reports

BODY = "Delegations of the two sides met in Geneva on Monday and agreed to meet again.\n"
TEXT = f" date 2025-07-21 Talks resume\n\n{BODY}"
ROWS = "".join(json.dumps({"published": "2025-07-21", "text": BODY}) + "\n" for _ in range(3))
PAGE = f"""<!doctype html><html><head><title>Talks</title><meta property="article:published_time" content="2025-07-21">
</head><body><article><h1>Talks</h1><p>{BODY * 3}</p></article></body></html>"""


def read(path: Path, **options: object) -> list[Report | ReportError]:
    return list(read_reports([path], Intake(**options)))  # type: ignore[arg-type]


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def gzipped(path: Path, content: str) -> Path:
    path.write_bytes(gzip.compress(content.encode()))
    return path


def test_gz_is_read_as_what_it_holds(tmp_path: Path) -> None:
    (report,) = read(gzipped(tmp_path / "a.txt.gz", TEXT))
    assert isinstance(report, Report)
    assert (report.id, report.body, report.published) == ("a", BODY, date(2025, 7, 21))
    rows = read(gzipped(tmp_path / "b.jsonl.gz", ROWS))
    assert [row.id for row in rows if isinstance(row, Report)] == [f"{tmp_path}/b.jsonl:{n}" for n in (1, 2, 3)]
    (page,) = read(gzipped(tmp_path / "c.html.gz", PAGE))
    assert isinstance(page, Report)
    assert page.published == date(2025, 7, 21)


def test_name_of_a_gz_that_was_unpacked_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_text(ROWS)
    (tmp_path / "b.txt.gz").write_text(TEXT)
    *rows, text = read_reports(find_sources([str(tmp_path)]), Intake())
    assert len(rows) == 3
    assert isinstance(text, Report)
    assert text.id == "b"


def test_members_of_a_zip_are_read_and_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "news.zip", {"june/a.txt": TEXT, "b.jsonl": ROWS, "c.html": PAGE, "d.txt": "undated"})
    *reports, refused = read(path)
    assert [report.id for report in reports if isinstance(report, Report)] == [
        "a",
        "b.jsonl:1",
        "b.jsonl:2",
        "b.jsonl:3",
        "c",
    ]
    assert reports[0].origin == f"{path}!june/a.txt"  # type: ignore[union-attr]
    assert str(refused).startswith(f"{path}!d.txt: no date of publication")


def test_other_files_are_passed_over_and_counted(tmp_path: Path) -> None:
    told: list[str] = []
    members: dict[str, str | bytes] = {
        "a.txt": TEXT,
        "photo.png": b"\x89PNG",
        "__MACOSX/._a.txt": b"\0\5",
        "._b.txt": b"\0",
    }
    (report,) = read(zipped(tmp_path / "news.zip", members), tell=told.append)
    assert isinstance(report, Report)
    assert told == [f"{tmp_path}/news.zip: passed over 3 of its files, of no form that is read"]


def test_zip_without_reports_says_so(tmp_path: Path) -> None:
    (refused,) = read(zipped(tmp_path / "photos.zip", {"a.png": b"\x89PNG"}))
    assert "no reports in this archive" in str(refused)


@pytest.mark.parametrize("name", ["inner.zip", "inner.txt.gz", "inner.txt"])
def test_archive_within_an_archive_is_refused_alone(tmp_path: Path, name: str) -> None:
    refused, report = read(zipped(tmp_path / "news.zip", {name: gzip.compress(TEXT.encode()), "a.txt": TEXT}))
    assert f"news.zip!{name}: an archive within an archive" in str(refused)
    assert isinstance(report, Report)
    (refused,) = read(gzipped_twice(tmp_path / "a.txt.gz"))
    assert "an archive within an archive" in str(refused)


def gzipped_twice(path: Path) -> Path:
    path.write_bytes(gzip.compress(gzip.compress(TEXT.encode())))
    return path


def test_encrypted_and_damaged_members_are_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("locked.txt", "bad.txt", "good.txt"):
            archive.writestr(name, TEXT)
    data = bytearray(path.read_bytes())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    data[data.index(BODY.encode(), data.index(b"bad.txt"))] ^= 0xFF
    path.write_bytes(bytes(data))
    locked, bad, good = read(path)
    assert f"{path}!locked.txt: encrypted" in str(locked)
    assert f"{path}!bad.txt: damaged (Bad CRC-32" in str(bad)
    assert isinstance(good, Report)


def test_cut_archives_are_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "news.zip", {"a.txt": TEXT})
    path.write_bytes(path.read_bytes()[:-30])
    (refused,) = read(path)
    assert "not a whole zip archive" in str(refused)
    path = gzipped(tmp_path / "a.txt.gz", TEXT)
    path.write_bytes(path.read_bytes()[:-12])
    (refused,) = read(path)
    assert "a.txt.gz: cut off before its end" in str(refused)


def test_rows_before_the_cut_are_read(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"published": "2025-07-21", "text": f"{BODY} {n * 7919}"}) + "\n" for n in range(9000))
    path = gzipped(tmp_path / "a.jsonl.gz", rows)
    path.write_bytes(path.read_bytes()[:-100])
    *reports, refused = read(path)
    assert len(reports) > 1000
    assert all(isinstance(report, Report) for report in reports)
    assert "cut off before its end" in str(refused)


def test_bomb_ends_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_UNPACKED", "300000")
    told = "unpacks to more than 300,000 bytes, so the rest was not read"
    long = "\n" * 1_000_000
    (refused,) = read(gzipped(tmp_path / "a.jsonl.gz", long))
    assert f"a.jsonl.gz: {told}" in str(refused)
    first, refused = read(zipped(tmp_path / "a.zip", {"a.txt": TEXT, "b.jsonl": long, "c.txt": TEXT}))
    assert isinstance(first, Report)
    assert f"a.zip: {told}" in str(refused)
    monkeypatch.setenv("DRAGOMAN_MAX_UNPACKED", "0")
    assert len(read(tmp_path / "a.zip")) == 2


def test_member_with_the_name_of_a_path_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (report,) = read(zipped(tmp_path / "in" / "news.zip", {"../../a.txt": TEXT}))
    assert isinstance(report, Report)
    assert report.id == "a"
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "news.zip"]


def test_packed_reports_are_counted_as_they_are_read(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", {"a.txt": TEXT, "b.jsonl": ROWS, "c.png": b"x", "d.zip": b"x", "__MACOSX/._a.txt": b"x"})
    gzipped(tmp_path / "b.jsonl.gz", ROWS)
    gzipped(tmp_path / "c.log.gz", ROWS)
    (tmp_path / "d.zip").write_bytes(b"none")
    sources = list(find_sources([str(tmp_path)]))
    assert [Path(str(source)).name for source in sources] == ["a.zip", "b.jsonl.gz", "d.zip"]
    assert expected(sources) == len(list(read_reports(sources, Intake()))) == 9


class Pipe(io.RawIOBase):
    """A pipe that brings a little at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._data.readinto(buffer[:7])


@pytest.mark.parametrize("content", [TEXT.encode(), gzip.compress(TEXT.encode()), PAGE.encode(), ROWS.encode()])
def test_standard_input_in_any_form(content: bytes) -> None:
    found = list(read_reports([Path("-")], Intake(stdin=io.BufferedReader(Pipe(content)))))
    assert all(isinstance(report, Report) and report.id.startswith("stdin") for report in found)


def test_zip_from_standard_input_needs_a_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "news.zip", {"a.txt": TEXT})
    with path.open("rb") as file:
        (report,) = read_reports([Path("-")], Intake(stdin=file))
        assert isinstance(report, Report)
    (refused,) = read_reports([Path("-")], Intake(stdin=io.BufferedReader(Pipe(path.read_bytes()))))
    assert "standard input: a zip archive through a pipe" in str(refused)
