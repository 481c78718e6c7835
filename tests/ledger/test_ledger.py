"""What goes into a ledger comes out of it, as of any two dates, in both databases."""

from datetime import UTC, date, datetime

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.model import Stance, Status
from dragoman.model.ledgered import AsOf, Decision, FindingKind, Verb
from tests.readings import PROCESS, Clock, meeting, position, promise, recording, report


def test_findings_come_back_as_they_went_in(url: str) -> None:
    ledger = Ledger.open(url)
    planned = meeting("2025-07-23", Status.PLANNED, sources=("Zelenskyy", "Umerov"), round=3, topics=("exchange",))
    stored = ledger.append([recording(report("2025-07-21"), meetings=[planned], commitments=[promise(6000)])])
    assert (stored.new, stored.findings) == (1, 2)
    entries = {entry.kind: entry for entry in ledger.visible(PROCESS)}
    assert entries[FindingKind.MEETING].finding == planned
    assert entries[FindingKind.COMMITMENT].finding == promise(6000)
    assert entries[FindingKind.MEETING].links["Zelenskyy"].canonical == "Volodymyr Zelensky"
    assert entries[FindingKind.MEETING].witness.outlet == "Wire"


def test_known_reports_are_left_as_they_are(url: str) -> None:
    ledger = Ledger.open(url)
    one = recording(report("2025-07-21"), meetings=[meeting("2025-07-23")])
    ledger.append([one])
    again = ledger.append([one, one])
    assert (again.new, again.known, again.findings) == (0, 2, 0)
    assert len(ledger.visible(PROCESS)) == 1
    assert ledger.unread([one.reading.report], "test 1") == []
    assert ledger.unread([one.reading.report], "test 2") == [one.reading.report]


def test_as_of_a_day_shows_what_was_published_by_its_end(url: str) -> None:
    ledger = Ledger.open(url)
    for day in ("2025-07-20", "2025-07-21", "2025-07-22"):
        ledger.append([recording(report(day), meetings=[meeting(day)])])
    seen = ledger.visible(PROCESS, AsOf(date(2025, 7, 21)))
    assert [entry.finding.start for entry in seen] == ["2025-07-20", "2025-07-21"]  # type: ignore[union-attr]


def test_as_of_an_instant_counts_the_time_of_publication(url: str) -> None:
    ledger = Ledger.open(url)
    morning = datetime.fromisoformat("2025-07-21T09:00:00+03:00")
    ledger.append([recording(report("2025-07-21", published_at=morning), meetings=[meeting("2025-07-23")])])
    assert ledger.visible(PROCESS, AsOf(datetime(2025, 7, 21, 5, 59, tzinfo=UTC))) == []
    assert len(ledger.visible(PROCESS, AsOf(datetime(2025, 7, 21, 6, 0, tzinfo=UTC)))) == 1


def test_report_without_time_is_known_at_the_end_of_its_day(url: str) -> None:
    ledger = Ledger.open(url)
    ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-23")])])
    assert ledger.visible(PROCESS, AsOf(datetime(2025, 7, 21, 20, tzinfo=UTC))) == []
    assert len(ledger.visible(PROCESS, AsOf(datetime(2025, 7, 22, tzinfo=UTC)))) == 1


def test_newer_reader_withdraws_and_the_old_reading_stays_for_its_time(url: str) -> None:
    clock = Clock("2025-08-01")
    ledger = Ledger.open(url, clock)
    one = report("2025-07-21")
    ledger.append([recording(one, "test 1", meetings=[meeting("2025-07-23")])])
    clock.set("2025-09-01")
    stored = ledger.append([recording(one, "test 2", meetings=[meeting("2025-07-24")])])
    assert (stored.new, stored.reread, stored.withdrawn) == (0, 1, 1)
    now = ledger.visible(PROCESS)
    then = ledger.visible(PROCESS, AsOf(recorded=datetime(2025, 8, 15, tzinfo=UTC)))
    assert [e.finding.start for e in now] == ["2025-07-24"]  # type: ignore[union-attr]
    assert [e.finding.start for e in then] == ["2025-07-23"]  # type: ignore[union-attr]
    assert now[0].id == then[0].id, "the same words keep their id, so that decisions on them survive"


def test_corrected_report_replaces_the_old_from_the_day_of_correction(url: str) -> None:
    ledger = Ledger.open(url)
    old, new = report("2025-07-21", url="https://example.org/1"), report("2025-07-22", url="https://example.org/1")
    ledger.append([recording(old, meetings=[meeting("2025-07-23")]), recording(new, meetings=[meeting("2025-07-24")])])
    before = ledger.visible(PROCESS, AsOf(date(2025, 7, 21)))
    after = ledger.visible(PROCESS, AsOf(date(2025, 7, 22)))
    assert [e.finding.start for e in before] == ["2025-07-23"]  # type: ignore[union-attr]
    assert [e.finding.start for e in after] == ["2025-07-24"]  # type: ignore[union-attr]
    assert ledger.report(old.id) is not None


def test_all_of_an_append_or_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger.open(url)
    good = recording(report("2025-07-21"), meetings=[meeting("2025-07-23")])

    def fail(*_: object) -> None:
        raise RuntimeError("killed between two tables")

    monkeypatch.setattr("dragoman.ledger.ledger.insert", _after(2, fail))
    with pytest.raises(RuntimeError):
        ledger.append([good])
    monkeypatch.undo()
    assert ledger.visible() == []
    assert ledger.append([good]).new == 1


def _after(calls: int, fail: object) -> object:
    from sqlalchemy import insert

    left = [calls]

    def replaced(table: object) -> object:
        if not left[0]:
            fail()  # type: ignore[operator]
        left[0] -= 1
        return insert(table)

    return replaced


def test_decisions_are_kept_signed_and_in_order(url: str) -> None:
    clock = Clock("2025-08-01")
    ledger = Ledger.open(url, clock)
    first = ledger.decide(Decision("", Verb.REJECT, "f-1", {}, "A. Analyst", "not talks", clock()))
    clock.set("2025-08-02")
    ledger.decide(Decision("", Verb.UNDO, first.id, {}, "B. Editor", "they were", clock()))
    assert [d.verb for d in ledger.decisions()] == [Verb.REJECT, Verb.UNDO]
    assert [d.who for d in ledger.decisions(AsOf(recorded=datetime(2025, 8, 1, 12, tzinfo=UTC)))] == ["A. Analyst"]


def test_search_finds_reports_and_findings_by_all_words(url: str) -> None:
    ledger = Ledger.open(url)
    one = report("2025-07-21", title="Talks in İstanbul")
    ledger.append([recording(one, meetings=[meeting("2025-07-23")])])
    refs = ledger.search("body report")
    assert refs
    assert ledger.search("body nowhere") == []
    assert ledger.search('"; drop') == []
    assert ledger.search("  ") == []


def test_processes_are_counted_as_of_a_day(url: str) -> None:
    ledger = Ledger.open(url)
    others = meeting("2025-07-01", parties=("Israel", "Hamas"))
    ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-23")])])
    ledger.append(
        [recording(report("2025-07-22"), meetings=[others], positions=[position("Israel", Stance.SUPPORTS, "truce")])]
    )
    counts = {c.process: c.findings for c in ledger.processes()}
    assert counts == {"Hamas–Israel": 2, PROCESS: 1}
    assert [c.process for c in ledger.processes(AsOf(date(2025, 7, 21)))] == [PROCESS]


def test_ledger_of_a_newer_dragoman_is_refused(url: str) -> None:
    from sqlalchemy import insert

    from dragoman.ledger.engine import connect, writing
    from dragoman.ledger.tables import migration

    Ledger.open(url).close()
    engine = connect(url)
    with writing(engine, url) as connection:
        connection.execute(insert(migration).values(name="9999 to come", applied_at="x"))
    engine.dispose()
    with pytest.raises(LedgerError, match="made by a newer dragoman"):
        Ledger.open(url)


def test_a_process_is_found_by_its_key_alone(url: str) -> None:
    ledger = Ledger.open(url)
    assert not ledger.has_process(PROCESS)
    ledger.append([recording(report("2025-07-21"), meetings=[meeting("2025-07-23")])])
    assert ledger.has_process(PROCESS)
    assert not ledger.has_process(PROCESS[:-1])
