"""The archive: records kept until the ledger changes, and found again between two reports."""

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.archive import Archive, Kept
from dragoman.errors import NotFoundError
from dragoman.ledger import Ledger
from dragoman.model.ledgered import AsOf, Verb
from dragoman.service import recording_of
from tests.factory import report_of

HELD = "Russian and Ukrainian delegations held talks in Istanbul on Wednesday."
PLANNED = "Russia and Ukraine will hold talks in Istanbul on Wednesday."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([recording_of(report_of(PLANNED, "2025-07-21", id="a"))])
        ledger.append([recording_of(report_of(HELD, "2025-07-24", id="b"))])
    opened = Archive.open(tmp_path / "ledger.db")
    yield opened
    opened.close()


def known(day: str) -> AsOf:
    return AsOf(date.fromisoformat(day))


def test_a_record_is_kept_and_serves_the_days_between_reports(archive: Archive) -> None:
    process = archive.find("Ukraine-Russia", AsOf())
    assert archive.days(process) == (date(2025, 7, 21), date(2025, 7, 24))
    first = archive.record(process, known("2025-07-21"))
    assert archive.record(process, known("2025-07-23")) is first
    assert archive.record(process, known("2025-07-24")) is not first
    assert archive.record(process, known("2025-07-20")).rounds == ()


def test_a_decision_and_a_report_change_the_revision_and_the_record(archive: Archive) -> None:
    process = archive.find("Ukraine-Russia", AsOf())
    before, revision = archive.record(process, AsOf()), archive.revision()
    entry = before.rounds[0].joins[0].entry
    archive.decide(Verb.REJECT, entry.id, {}, ("A. Analyst", "misread"))
    assert archive.revision() != revision
    assert entry.id not in {e.id for e in archive.record(process, AsOf()).entries}
    revision = archive.revision()
    archive.ledger.append([recording_of(report_of("Nothing happened.", "2025-07-25", id="c"))])
    assert archive.revision() != revision


def test_the_oldest_thing_is_dropped_and_a_failure_is_not_kept() -> None:
    kept, made = Kept(2), []

    def make(name: str) -> str:
        made.append(name)
        return name

    for name in ("a", "b", "a", "c", "a", "b"):
        kept.get(name, lambda name=name: make(name))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    with pytest.raises(ZeroDivisionError):
        kept.get("d", lambda: 1 // 0)
    assert kept.get("d", lambda: 4) == 4


def test_what_is_kept_is_bounded_by_its_weight() -> None:
    kept: Kept = Kept(10, len)
    for name in ("aaaa", "bbbb", "cc"):
        kept.get(name, lambda name=name: name)  # type: ignore[misc]
    assert kept.get("aaaa", lambda: "kept?") == "aaaa"
    kept.get("d", lambda: "d")  # one too many: the least lately asked for goes
    assert kept.get("bbbb", lambda: "made anew") == "made anew"


def test_a_process_is_found_by_its_key_its_parties_and_its_name(archive: Archive) -> None:
    key = archive.find("Russia–Ukraine", AsOf())
    assert key == archive.find("ukraine, russia", AsOf()) == "Russia–Ukraine"
    archive.decide(Verb.NAME, key, {"name": "Istanbul talks"}, ("A. Analyst", "so called"))
    assert archive.find("istanbul talks", AsOf()) == key
    assert archive.names() == {key: "Istanbul talks"}
    for nobody in ("Nobody", "-", "and"):
        with pytest.raises(NotFoundError, match=f"no process '{nobody}'"):
            archive.find(nobody, AsOf())
    archive.decide(Verb.UNDO, archive.decisions()[0].id, {}, ("A. Analyst", "a slip"))
    assert archive.names() == {}
    with pytest.raises(NotFoundError, match="no process 'Istanbul talks'"):
        archive.find("Istanbul talks", AsOf())


def test_processes_are_counted_once_however_many_names_are_looked_for(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counting walks through the whole ledger: who asks for names that are none must not make it do so each time."""
    counted: list[AsOf] = []
    count = archive.ledger.processes
    monkeypatch.setattr(archive.ledger, "processes", lambda as_of: counted.append(as_of) or count(as_of))
    for name in ("ukraine russia", "Nobody", "Nowhere", "Ukraine-Russia"):
        with contextlib.suppress(NotFoundError):
            archive.find(name, AsOf())
    archive.find("Russia–Ukraine", AsOf())
    assert len(counted) == 1


def test_search_leads_back_to_what_was_found(archive: Archive) -> None:
    refs = archive.search("Wednesday")
    assert len(refs) >= 2
    assert all(archive.found(ref) for ref in refs)
    assert archive.search("nowhere") == []


def test_what_two_makers_kept_under_one_key_weighs_once() -> None:
    """Where one maker fails, the reader that waited for it and one that comes later both make the thing."""
    kept: Kept = Kept(5, len)
    kept._keep("a", "aaa")
    kept._keep("a", "aaa")
    kept._keep("b", "bb")
    assert kept.get("a", lambda: "made anew") == "aaa"
