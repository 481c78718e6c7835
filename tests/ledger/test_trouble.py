"""What goes wrong around a ledger is told in words, and costs no report."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, shown_name
from tests.readings import PROCESS, meeting, recording, report


def test_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("These are notes, not a ledger. " * 200)
    with pytest.raises(LedgerError, match="not a ledger, or a corrupt one"):
        Ledger.open(path)


def test_database_that_is_no_ledger(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    with pytest.raises(LedgerError, match="no dragoman ledger"):
        Ledger.open(path)


def test_corrupt_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    ledger = Ledger.open(path)
    ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-23")]) for _ in range(50)])
    ledger.close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="corrupt"):
        Ledger.open(path).visible()


def test_missing_ledger_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger.open(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(tmp_path / "none" / "ledger.db")


def test_url_of_another_database() -> None:
    with pytest.raises(LedgerError, match="neither a file nor postgresql"):
        Ledger.open("mysql://localhost/x")


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("postgresql://me:s3cret@127.0.0.1:1/none", "postgresql://me:***@127.0.0.1:1/none"),
        ("postgresql://me:s3@cret@127.0.0.1:1/none", "postgresql://me:***@127.0.0.1:1/none"),
        ("postgresql://127.0.0.1:1/none?user=me&password=s3cret", "postgresql://127.0.0.1:1/none?user=me&password=***"),
        ("postgresql://me:s3cret@127.0.0.1:port/none", "postgresql://me:***@127.0.0.1:port/none"),
        ("mysql://me:s3cret@localhost/x", "mysql://me:***@localhost/x"),
    ],
)
def test_password_is_told_to_nobody(url: str, printed: str) -> None:
    assert shown_name(url) == printed
    with pytest.raises(LedgerError) as told:
        Ledger.open(url)
    assert "s3" not in str(told.value)
    assert str(told.value).startswith(printed)


def test_server_that_does_not_answer() -> None:
    with pytest.raises(LedgerError, match="connection to the database failed"):
        Ledger.open("postgresql://postgres@127.0.0.1:1/none")


def test_connection_lost_in_the_middle_leaves_no_partial_report(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy import create_engine, text

    from dragoman.ledger import ledger as module

    admin = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE lost"))
    ledger = Ledger.open(server.replace("/postgres?", "/lost?"))
    item, whole = recording(report("2025-07-21"), meetings=[meeting("2025-07-23")] * 5), module._rows

    def cut_off(*args: object) -> object:
        with admin.connect() as connection:
            connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'lost'"))
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_rows", cut_off)
    with pytest.raises(LedgerError, match="nothing of the last report was written; run the same command again"):
        ledger.append([item])
    monkeypatch.undo()
    assert ledger.visible() == []
    assert ledger.append([item]).findings == 5
    ledger.close()
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE lost WITH (FORCE)"))
    admin.dispose()


def test_full_disk_leaves_no_partial_report(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger.db")
    kept = recording(report("2025-07-20"), meetings=[meeting("2025-07-23")])
    ledger.append([kept])
    from sqlalchemy import event

    # SQLite's own limit stands in for a disk with no room left: it raises the same error.
    event.listen(ledger._engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 40"))
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-23")] * 9) for _ in range(200)])
    assert [e.witness.id for e in Ledger.open(tmp_path / "ledger.db").visible()] == [kept.reading.report.id]


def test_two_writers_at_once_double_nothing(url: str) -> None:
    Ledger.open(url).close()
    same = [recording(report("2025-07-21"), meetings=[meeting("2025-07-23")]) for _ in range(40)]
    failures: list[BaseException] = []

    def write() -> None:
        try:
            ledger = Ledger.open(url)
            for item in same:
                ledger.append([item])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(Ledger.open(url).visible(PROCESS)) == 40


def test_killed_writer_loses_and_doubles_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    script = textwrap.dedent("""
        import sys
        from datetime import date
        from dragoman.ledger import Ledger, shown_name
        from dragoman.model import Report
        from tests.readings import meeting, recording
        ledger = Ledger.open(sys.argv[1])
        for n in range(100000):
            one = Report(f"k{n}", f"Body {n}", date(2025, 7, 21), "T", "Wire")
            ledger.append([recording(one, meetings=[meeting("2025-07-23")] * 5)])
            print(n, flush=True)
    """)
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    told = -1
    while told < 30:
        told = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    told = int((process.stdout.read().split() or [told])[-1])
    process.wait()
    process.stdout.close()
    entries = Ledger.open(path).visible()
    by_report: dict[str, int] = {}
    for entry in entries:
        by_report[entry.witness.id] = by_report.get(entry.witness.id, 0) + 1
    assert set(by_report.values()) == {5}, "no report is there in part"
    assert len(by_report) >= told + 1, "what was told as kept is kept"


def test_folder_given_as_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="a folder, and a ledger is a file"):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("name", ["what?.db", "100%20 #1.db", "a'b\"c.db"])
def test_any_file_name_is_a_file_name(tmp_path: Path, name: str) -> None:
    Ledger.open(tmp_path / name).close()
    assert (tmp_path / name).is_file()


def test_ledger_that_may_not_be_written_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.db"
    with Ledger.open(path) as ledger:
        ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-21")])])
    monkeypatch.setattr("os.access", lambda *_: False)
    with Ledger.open(path, create=False) as ledger:
        assert len(ledger.visible()) == 1
        with pytest.raises(LedgerError, match="cannot be written to"):
            ledger.append([recording(report("2025-07-22"), meetings=[meeting("2025-07-22")])])


def test_looking_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    Ledger.open(path).close()
    busy = sqlite3.connect(path, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    Ledger.open(path, create=False).close()
    assert time.monotonic() - started < 5
    busy.close()
