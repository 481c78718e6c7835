"""The ledger: append readings and decisions, and see what was known and recorded by a date."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text, update

from dragoman.errors import LedgerError
from dragoman.ledger import tables as t
from dragoman.ledger.engine import connect, is_url, reading, writing
from dragoman.ledger.instants import end_of, stamp
from dragoman.ledger.migrations import migrate
from dragoman.ledger.queries import Queries
from dragoman.ledger.rows import Payload, dump, finding_id, report_key
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
        if not is_url(name) and not create and not Path(name).is_file():
            raise LedgerError(
                f"{name}: no such ledger, so there is nothing to show; make one with 'dragoman read REPORT...'"
            )
        engine = connect(name)
        with writing(engine, name) as connection:
            migrate(connection, clock(), name)
        return cls(engine, name, clock)

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
        total = Stored()
        with writing(self._engine, self._where) as connection:
            now = stamp(self._clock())
            rows: list[dict[str, Any]] = []
            for recording in recordings:
                total += self._append_one(connection, recording, now, rows)
            if rows:
                connection.execute(insert(t.finding), rows)
                connection.execute(_WORDS, [{"content": row["words"], "ref": row["id"]} for row in _with_words(rows)])
        return total

    def _append_one(self, connection: Connection, item: Recording, now: str, rows: list[dict[str, Any]]) -> Stored:
        report, key = item.reading.report, report_key(item.reading.report)
        earlier = connection.execute(
            select(t.reading.c.number, t.reading.c.reader).where(
                (t.reading.c.report_key == key) & t.reading.c.withdrawn_at.is_(None)
            )
        ).first()
        if earlier is not None and earlier.reader == item.reader:
            return Stored(known=1)
        withdrawn = 0
        if earlier is not None:
            withdrawn = _withdraw(connection, earlier.number, now)
        else:
            _insert_report(connection, report, key, now)
        number = connection.execute(
            insert(t.reading).values(report_key=key, reader=item.reader, recorded_at=now).returning(t.reading.c.number)
        ).scalar_one()
        mine = _finding_rows(item, key, number, now)
        rows += mine
        return Stored(
            new=int(earlier is None), reread=int(earlier is not None), findings=len(mine), withdrawn=withdrawn
        )

    def decide(self, decision: Decision) -> Decision:
        """Keep a decision as it was signed; its instant of record is this ledger's. Returns it as kept."""
        from dragoman.ledger.decisions import decision_row, signed

        kept = signed(decision, self._clock())
        with writing(self._engine, self._where) as connection:
            connection.execute(insert(t.decision), [decision_row(kept)])
        return kept


_WORDS = text("INSERT INTO words (content, ref) VALUES (:content, :ref)")


def _with_words(rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Findings whose evidence is to be found by search; attributions are found through their report."""
    return (row for row in rows if row["kind"] != FindingKind.ATTRIBUTION.value)


def _insert_report(connection: Connection, report: Report, key: str, now: str) -> None:
    connection.execute(
        insert(t.report).values(
            key=key,
            id=report.id,
            url=report.url,
            outlet=report.outlet,
            title=report.title,
            published=report.published.isoformat(),
            known_at=stamp(report.published_at or end_of(report.published)),
            body=report.body,
            recorded_at=now,
        )
    )
    connection.execute(_WORDS, {"content": f"{report.title or ''}\n{report.body}", "ref": key})


def _withdraw(connection: Connection, number: int, now: str) -> int:
    """Close an older reading and its findings."""
    connection.execute(update(t.reading).where(t.reading.c.number == number).values(withdrawn_at=now))
    ids = list(connection.scalars(select(t.finding.c.id).where(t.finding.c.reading_number == number)))
    connection.execute(update(t.finding).where(t.finding.c.reading_number == number).values(withdrawn_at=now))
    connection.execute(text("DELETE FROM words WHERE ref = :ref"), [{"ref": id_} for id_ in ids] or [{"ref": ""}])
    return len(ids)


def _finding_rows(item: Recording, key: str, number: int, now: str) -> list[dict[str, Any]]:
    report = item.reading.report
    known = stamp(report.published_at or end_of(report.published))
    rows = []
    for kind in FindingKind:
        seen: Counter[object] = Counter()
        for at, found in enumerate(getattr(item.reading, kind.value)):
            seen[found.span] += 1
            payload = Payload(found, _links_of(found, item.links), _disputes_of(item.reading, kind, at))
            rows.append(
                {
                    "id": finding_id(key, kind, found, seen[found.span]),
                    "reading_number": number,
                    "report_key": key,
                    "kind": kind.value,
                    "process": item.processes[kind][at],
                    "known_at": known,
                    "known_day": report.published.isoformat(),
                    "recorded_at": now,
                    "payload": dump(kind, payload),
                    "words": found.evidence,
                }
            )
    return rows


def _links_of(found: Any, links: dict[str, Link]) -> dict[str, Link]:
    """The links of the names that this finding uses, and of its outlet, which stands under its own name."""
    used: set[str] = set()
    for slot in ("parties", "mediators", "delegates", "by", "to", "sources", "members"):
        used.update(getattr(found, slot, ()))
    for slot in ("place", "country", "actor", "speaker"):
        used.add(getattr(found, slot, None) or "")
    return {name: link for name, link in links.items() if name in used or link.reason.startswith("outlet")}


def _disputes_of(whole: Reading, kind: FindingKind, at: int) -> tuple[Any, ...]:
    about: Collection[int | str] = (
        (at, f"{kind.value}/{at}") if kind is FindingKind.MEETING else (f"{kind.value}/{at}",)
    )
    return tuple(dispute for dispute in whole.disputes if dispute.about in about)
