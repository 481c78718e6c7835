"""The ledger: append readings and decisions, and see what was known and recorded by a date."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text, update

from dragoman.errors import LedgerError
from dragoman.ledger import tables as t
from dragoman.ledger.engine import connect, is_url, reading, shown_name, writing
from dragoman.ledger.instants import end_of, stamp
from dragoman.ledger.migrations import is_current, migrate
from dragoman.ledger.queries import Queries
from dragoman.ledger.rows import NAME_LISTS, NAME_SLOTS, Payload, dump, finding_id, report_key
from dragoman.model.ledgered import Decision, FindingKind, Link
from dragoman.model.reading import Reading
from dragoman.model.report import Report

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Recording:
    """A reading as it goes into the ledger: its names resolved, each finding given to a process."""

    reading: Reading
    reader: str
    links: dict[str, Link] = field(default_factory=dict)
    processes: dict[FindingKind, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """What an append did: reports and findings new, reports known before, findings withdrawn for a newer reading."""

    new: int = 0
    known: int = 0
    reread: int = 0
    findings: int = 0
    withdrawn: int = 0

    def __add__(self, other: "Stored") -> "Stored":
        return Stored(
            self.new + other.new,
            self.known + other.known,
            self.reread + other.reread,
            self.findings + other.findings,
            self.withdrawn + other.withdrawn,
        )


class Ledger(Queries):
    """One ledger, in a file or a PostgreSQL database. Every method raises LedgerError in words."""

    def __init__(self, engine: Engine, where: str, clock: Clock = utc_now) -> None:
        super().__init__(engine, where)
        self._clock = clock

    @classmethod
    def open(cls, ledger: str | Path, clock: Clock = utc_now, create: bool = True) -> "Ledger":
        """Open a ledger, made and brought to the present schema where needed. Raises LedgerError."""
        name = str(ledger)
        if not is_url(name) and Path(name).is_dir():
            raise LedgerError(f"{name}: a folder, and a ledger is a file, so it was not opened; name a file in it")
        if not is_url(name) and not create and not Path(name).is_file():
            raise LedgerError(
                f"{name}: no such ledger, so there is nothing to show; make one with 'dragoman read REPORT...'"
            )
        engine, where = connect(name), shown_name(name)
        try:
            with reading(engine, where) as connection:
                current = is_current(connection, where)
            if not current:
                with writing(engine, where) as connection:
                    migrate(connection, clock(), where)
        except LedgerError:
            engine.dispose()
            raise
        return cls(engine, where, clock)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the database connections back."""
        self._engine.dispose()

    def unread(self, reports: Iterable[Report], reader: str) -> list[Report]:
        """Those of the reports that this reader has not read into the ledger yet."""
        wanted = list(reports)
        keys = [report_key(report) for report in wanted]
        live = (t.reading.c.withdrawn_at.is_(None)) & (t.reading.c.reader == reader)
        query = select(t.reading.c.report_key).where(live & t.reading.c.report_key.in_(keys))
        with reading(self._engine, self._where) as connection:
            done = set(connection.scalars(query))
        return [report for report, key in zip(wanted, keys, strict=True) if key not in done]

    def append(self, recordings: Sequence[Recording]) -> Stored:
        """Keep the readings, all or none of them. What the same reader has read before is left as it is."""
        keyed = {report_key(item.reading.report): item for item in recordings}
        with writing(self._engine, self._where) as connection:
            now = stamp(self._clock())
            live = _live_readings(connection, list(keyed))
            fresh = {key: item for key, item in keyed.items() if key not in live or live[key].reader != item.reader}
            old = [live[key].id for key in fresh if key in live]
            withdrawn = _withdraw(connection, old, now) if old else 0
            rows = _rows(fresh, {key for key in fresh if key not in live}, now)
            for table in (t.report, t.reading, t.finding):
                if rows[table.name]:
                    connection.execute(insert(table), rows[table.name])
            if rows["words"]:
                connection.execute(_WORDS, rows["words"])
        return Stored(
            new=len(rows["report"]),
            known=len(recordings) - len(fresh),
            reread=len(old),
            findings=len(rows["finding"]),
            withdrawn=withdrawn,
        )

    def decide(self, decision: Decision) -> Decision:
        """Keep a decision as it was signed; its instant of record is this ledger's. Returns it as kept."""
        from dragoman.ledger.decisions import decision_row, signed

        kept = signed(decision, self._clock())
        with writing(self._engine, self._where) as connection:
            connection.execute(insert(t.decision), [decision_row(kept)])
        return kept


_WORDS = text("INSERT INTO words (content, ref) VALUES (:content, :ref)")
_CHUNK = 500  # keys in one query; databases limit the number of parameters

Rows = dict[str, list[dict[str, Any]]]


def _live_readings(connection: Connection, keys: Sequence[str]) -> dict[str, Any]:
    """The reading in force of each report that has one, by report key."""
    found: dict[str, Any] = {}
    for at in range(0, len(keys), _CHUNK):
        wanted = t.reading.c.report_key.in_(keys[at : at + _CHUNK]) & t.reading.c.withdrawn_at.is_(None)
        found |= {row.report_key: row for row in connection.execute(select(t.reading).where(wanted))}
    return found


def _withdraw(connection: Connection, readings: Sequence[str], now: str) -> int:
    """Close older readings and their findings; their words are no longer searched."""
    mine = t.finding.c.reading_id.in_(readings)
    ids = list(connection.scalars(select(t.finding.c.id).where(mine)))
    connection.execute(update(t.reading).where(t.reading.c.id.in_(readings)).values(withdrawn_at=now))
    connection.execute(update(t.finding).where(mine).values(withdrawn_at=now))
    if ids:
        connection.execute(text("DELETE FROM words WHERE ref = :ref"), [{"ref": id_} for id_ in ids])
    return len(ids)


def _rows(recordings: dict[str, Recording], new: Collection[str], now: str) -> Rows:
    """The rows of these recordings by table; `words` is the full text of reports and findings."""
    rows: Rows = {"report": [], "reading": [], "finding": [], "words": []}
    for key, item in recordings.items():
        report = item.reading.report
        if key in new:
            rows["report"].append(_report_row(report, key, now))
            rows["words"].append({"content": f"{report.title or ''}\n{report.body}", "ref": key})
        reading_id = "w-" + sha256(f"{key} {item.reader} {now}".encode()).hexdigest()[:20]
        rows["reading"].append({"id": reading_id, "report_key": key, "reader": item.reader, "recorded_at": now})
        for row, words in _finding_rows(item, key, reading_id, now):
            rows["finding"].append(row)
            # Attributions are found through their report: there are many, and their words are the report's.
            if row["kind"] != FindingKind.ATTRIBUTION.value:
                rows["words"].append({"content": words, "ref": row["id"]})
    return rows


def _report_row(report: Report, key: str, now: str) -> dict[str, Any]:
    return {
        "key": key,
        "id": report.id,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published.isoformat(),
        "known_at": stamp(report.published_at or end_of(report.published)),
        "body": report.body,
        "recorded_at": now,
    }


def _finding_rows(item: Recording, key: str, reading_id: str, now: str) -> Iterator[tuple[dict[str, Any], str]]:
    report = item.reading.report
    known = stamp(report.published_at or end_of(report.published))
    for kind in FindingKind:
        seen: Counter[object] = Counter()
        for at, found in enumerate(getattr(item.reading, kind.value)):
            seen[found.span] += 1
            payload = Payload(found, _links_of(found, item.links), _disputes_of(item.reading, kind, at))
            row = {
                "id": finding_id(key, kind, found, seen[found.span]),
                "reading_id": reading_id,
                "report_key": key,
                "kind": kind.value,
                "process": item.processes[kind][at],
                "known_at": known,
                "known_day": report.published.isoformat(),
                "recorded_at": now,
                "payload": dump(kind, payload),
            }
            yield row, found.evidence


def _links_of(found: Any, links: dict[str, Link]) -> dict[str, Link]:
    """The links of the names that this finding uses, and of its outlet, which stands under its own name."""
    used: set[str] = set()
    for slot in NAME_LISTS:
        used.update(getattr(found, slot, ()))
    for slot in NAME_SLOTS:
        used.add(getattr(found, slot, None) or "")
    return {name: link for name, link in links.items() if name in used or link.reason.startswith("outlet")}


def _disputes_of(whole: Reading, kind: FindingKind, at: int) -> tuple[Any, ...]:
    about: Collection[int | str] = (
        (at, f"{kind.value}/{at}") if kind is FindingKind.MEETING else (f"{kind.value}/{at}",)
    )
    return tuple(dispute for dispute in whole.disputes if dispute.about in about)
