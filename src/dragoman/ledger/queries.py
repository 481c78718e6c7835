"""What is visible in a ledger at (known by K, recorded by R)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, FromClause, Select, and_, false, func, or_, select, text, true, tuple_

from dragoman.ledger import tables as t
from dragoman.ledger.decisions import decision_of
from dragoman.ledger.engine import reading
from dragoman.ledger.instants import stamp
from dragoman.ledger.rows import entry_of, names_in
from dragoman.model.ledgered import AsOf, Decision, Entry, FindingKind
from dragoman.model.report import Report

_REPORT_COLUMNS = (
    t.report.c.id.label("report_id"),
    t.report.c.outlet,
    t.report.c.title,
    t.report.c.url,
    t.report.c.published,
)
_NOW = AsOf()


@dataclass(frozen=True, slots=True)
class ProcessCount:
    """A process and what the ledger holds of it: findings, reports, the first and last known day."""

    process: str
    findings: int
    reports: int
    first: date
    last: date


class Queries:
    """The reading half of a ledger."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    def visible(
        self, process: str | None = None, as_of: AsOf = _NOW, kinds: Sequence[FindingKind] = tuple(FindingKind)
    ) -> list[Entry]:
        """The findings of a process (of all, where None) as of two dates, in order of known time."""
        wanted: ColumnElement[bool] = t.finding.c.kind.in_([kind.value for kind in kinds])
        if process is not None:
            wanted = and_(t.finding.c.process == process, wanted)
        query = _entries().where(wanted, _known_by(as_of), _recorded_by(as_of), _not_corrected(as_of))
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(query.order_by(t.finding.c.known_at, t.finding.c.id)).mappings().all()
        return [entry_of(row) for row in rows]

    def entry(self, id_: str) -> Entry | None:
        """The live entry of this id, or the one withdrawn last; None where there is none."""
        query = (
            _entries()
            .where(t.finding.c.id == id_)
            .order_by(t.finding.c.withdrawn_at.is_not(None), t.finding.c.number.desc())
        )
        with reading(self._engine, self._where) as connection:
            row = connection.execute(query).mappings().first()
        return entry_of(row) if row else None

    def processes(self, as_of: AsOf = _NOW) -> list[ProcessCount]:
        """Every process with findings visible as of two dates, the largest first."""
        day = t.finding.c.known_day
        query = (
            select(
                t.finding.c.process,
                func.count().label("findings"),
                func.count(t.finding.c.report_key.distinct()).label("reports"),
                func.min(day).label("first"),
                func.max(day).label("last"),
            )
            .where(_known_by(as_of), _recorded_by(as_of), t.finding.c.report_key.not_in(_corrected(as_of)))
            .group_by(t.finding.c.process)
        )
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(query.order_by(text("findings DESC"), t.finding.c.process)).all()
        return [
            ProcessCount(r.process, r.findings, r.reports, date.fromisoformat(r.first), date.fromisoformat(r.last))
            for r in rows
        ]

    def has_process(self, key: str) -> bool:
        """Whether any finding was ever given to the process of this key, told in one look into an index."""
        query = select(t.finding.c.number).where(t.finding.c.process == key).limit(1)
        with reading(self._engine, self._where) as connection:
            return connection.execute(query).first() is not None

    def has_name(self, name: str) -> bool:
        """Whether any finding, withdrawn or not, uses a name, or an outlet bears it."""
        if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in name):
            return False  # the databases take no such signs
        written = t.finding.c.payload.contains(json.dumps(name, ensure_ascii=False), autoescape=True)
        with reading(self._engine, self._where) as connection:
            if connection.execute(select(t.report.c.key).where(t.report.c.outlet == name).limit(1)).first():
                return True
            return any(name in names_in(row) for row in connection.scalars(select(t.finding.c.payload).where(written)))

    def names(self) -> set[str]:
        """Every such name. It goes through all findings: for an error's way out, not for every day."""
        with reading(self._engine, self._where) as connection:
            outlets = set(
                connection.scalars(select(t.report.c.outlet).where(t.report.c.outlet.is_not(None)).distinct())
            )
            return outlets.union(*map(names_in, connection.scalars(select(t.finding.c.payload))))

    def days(self, processes: Sequence[str]) -> list[date]:
        """The days on which something became known of any of these processes, in order; withdrawn readings count."""
        day = t.finding.c.known_day
        query = select(day).where(t.finding.c.process.in_(processes)).distinct().order_by(day)
        with reading(self._engine, self._where) as connection:
            return [date.fromisoformat(text_) for text_ in connection.scalars(query)]

    def revision(self) -> str:
        """A word that changes with every append and every decision, told in three looks into indexes."""
        query = select(
            select(func.max(t.finding.c.number)).scalar_subquery(),
            select(func.max(t.reading.c.recorded_at)).scalar_subquery(),
            select(func.count()).select_from(t.decision).scalar_subquery(),
        )
        with reading(self._engine, self._where) as connection:
            return "-".join(str(part) for part in connection.execute(query).one())

    def decisions(self, as_of: AsOf = _NOW) -> list[Decision]:
        """Decisions recorded by then, in order; they have no known time of their own."""
        query = select(t.decision).order_by(t.decision.c.recorded_at, t.decision.c.id)
        if as_of.recorded is not None:
            query = query.where(t.decision.c.recorded_at <= stamp(as_of.recorded))
        with reading(self._engine, self._where) as connection:
            return [decision_of(dict(row)) for row in connection.execute(query).mappings()]

    def report(self, name: str) -> tuple[str, Report] | None:
        """(key, report) by key, start of key, or the id it came with; the version known last."""
        with reading(self._engine, self._where) as connection:
            row = connection.execute(_called(name)).mappings().first()
        if row is None:
            return None
        published = date.fromisoformat(row["published"])
        return row["key"], Report(row["id"], row["body"], published, row["title"], row["outlet"], row["url"])

    def namesakes(self, name: str) -> list[str]:
        """The keys of all reports that `report` could mean by this name, the one that it takes first."""
        with reading(self._engine, self._where) as connection:
            return [row["key"] for row in connection.execute(_called(name)).mappings()]

    def entries_of_report(self, key: str) -> list[Entry]:
        """The live findings of a report."""
        query = _entries().where(t.finding.c.report_key == key, t.finding.c.withdrawn_at.is_(None))
        with reading(self._engine, self._where) as connection:
            rows = connection.execute(query.order_by(t.finding.c.number)).mappings().all()
        return [entry_of(row) for row in rows]

    def search(self, words: str, limit: int = 50) -> list[str]:
        """References (report keys and finding ids) whose words hold all the words searched for, best first."""
        words = words.replace("\0", " ")  # a word ends there for one database, and the other refuses it
        if self._engine.dialect.name == "sqlite":
            quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
            query = text("SELECT ref FROM words WHERE words MATCH :words ORDER BY rank LIMIT :limit")
        else:
            quoted = words
            query = text(
                "SELECT ref FROM words WHERE vector @@ plainto_tsquery('simple', :words) "
                "ORDER BY ts_rank(vector, plainto_tsquery('simple', :words)) DESC, ref LIMIT :limit"
            )
        if not quoted.strip():
            return []
        with reading(self._engine, self._where) as connection:
            return list(connection.scalars(query, {"words": quoted, "limit": limit}))

    def found(self, ref: str) -> Entry | tuple[str, Report] | None:
        """What a reference of a search leads to: a finding, or (key, report)."""
        return self.entry(ref) if ref.startswith("f-") else self.report(ref)


def _entries() -> Select[tuple[object, ...]]:
    return select(t.finding, *_REPORT_COLUMNS).join(t.report, t.report.c.key == t.finding.c.report_key)


def _called(name: str) -> Select[Any]:
    meant = or_(t.report.c.id == name, t.report.c.key.startswith(name, autoescape=True)) if name else false()
    return (
        select(t.report)
        .where(meant)
        .order_by(t.report.c.known_at.desc(), t.report.c.recorded_at.desc(), t.report.c.key)
    )


def _known_by(as_of: AsOf) -> ColumnElement[bool]:
    """A day means up to its end wherever the report appeared; an instant is compared as such."""
    known_at: ColumnElement[str] = t.finding.c.known_at
    known_day: ColumnElement[str] = t.finding.c.known_day
    if isinstance(as_of.known, datetime):
        return known_at <= stamp(as_of.known)
    return known_day <= as_of.known.isoformat() if as_of.known is not None else true()


def _recorded_by(as_of: AsOf) -> ColumnElement[bool]:
    withdrawn: ColumnElement[str | None] = t.finding.c.withdrawn_at
    if as_of.recorded is None:
        return withdrawn.is_(None)
    moment = stamp(as_of.recorded)
    live = or_(withdrawn.is_(None), withdrawn > moment)
    return and_(t.finding.c.recorded_at <= moment, live)


def _not_corrected(as_of: AsOf) -> ColumnElement[bool]:
    """Not of a report that its outlet has replaced, under the same address, by a version visible at that time."""
    later = t.report.alias("later")
    return ~select(later.c.key).where(*_replaces(later, as_of)).correlate(t.report).exists()


def _corrected(as_of: AsOf) -> Select[Any]:
    """The keys of the reports that were replaced by then."""
    later = t.report.alias("later")
    return select(t.report.c.key).where(t.report.c.url.is_not(None), *_replaces(later, as_of))


def _replaces(later: FromClause, as_of: AsOf) -> list[ColumnElement[bool]]:
    """What makes a later version the one that holds; of versions known and recorded at once one must, always the same."""
    mine = tuple_(t.report.c.known_at, t.report.c.recorded_at, t.report.c.key)
    seen: list[ColumnElement[bool]] = [
        later.c.url == t.report.c.url,
        tuple_(later.c.known_at, later.c.recorded_at, later.c.key) > mine,
    ]
    if isinstance(as_of.known, datetime):
        seen.append(later.c.known_at <= stamp(as_of.known))
    elif as_of.known is not None:
        seen.append(later.c.published <= as_of.known.isoformat())
    if as_of.recorded is not None:
        seen.append(later.c.recorded_at <= stamp(as_of.recorded))
    return seen
