"""Entries as rows and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from dragoman.ledger.instants import moment_of
from dragoman.model.finding import Attribution, Commitment, Delivery, Dispute, Initiative, Meeting, Position
from dragoman.model.ledgered import Entry, FindingKind, Link, Recorded, Witness
from dragoman.model.report import Report

T = TypeVar("T")
_TYPES: dict[FindingKind, type[Recorded]] = {
    FindingKind.MEETING: Meeting,
    FindingKind.COMMITMENT: Commitment,
    FindingKind.DELIVERY: Delivery,
    FindingKind.POSITION: Position,
    FindingKind.INITIATIVE: Initiative,
    FindingKind.ATTRIBUTION: Attribution,
}


@dataclass(frozen=True, slots=True)
class Payload:
    """What a finding's row holds as JSON."""

    finding: Any
    links: dict[str, Link]
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stored(Generic[T]):
    """The same as it is read back, in one pass over the JSON."""

    finding: T
    links: dict[str, tuple[str, str | None, str]]
    disputes: tuple[Dispute, ...]


NAME_LISTS = ("parties", "mediators", "delegates", "by", "to", "sources", "members")
NAME_SLOTS = ("place", "country", "actor", "speaker")


def names_in(payload: str) -> set[str]:
    """Every name that a finding's row uses: as its report spells it, and the one it stands for."""
    stored = json.loads(payload)
    found, links = stored["finding"], stored["links"]
    names = {name for slot in NAME_LISTS for name in found.get(slot, ())}
    names |= {found[slot] for slot in NAME_SLOTS if slot in found}
    names |= {name for dispute in stored["disputes"] for value in dispute["values"] for name in value["sources"]}
    return names | {name for surface, (canonical, *_) in links.items() for name in (surface, canonical)}


def report_key(report: Report) -> str:
    """The hash of what makes a report this report: the same text of the same outlet on the same day is one."""
    parts = [report.url, report.outlet, report.published.isoformat(), report.title, report.body]
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def finding_id(key: str, kind: FindingKind, finding: Recorded, nth: int) -> str:
    """A name that outlives re-reading: of the report, the kind, the place of the words, and the count at that place."""
    place = tuple(finding.span) if finding.span else ()
    return "f-" + sha256(json.dumps([key, kind.value, place, nth]).encode()).hexdigest()[:10]


def dump(kind: FindingKind, payload: Payload) -> str:
    """The JSON of a finding's row; gaps are left out."""
    finding = {
        k: v for k, v in _finding_adapter(kind).dump_python(payload.finding, mode="json").items() if v not in (None, [])
    }
    links = {name: [link.canonical, link.actor, link.reason] for name, link in payload.links.items()}
    disputes = _disputes_adapter().dump_python(payload.disputes, mode="json")
    return json.dumps(
        {"finding": finding, "links": links, "disputes": disputes}, ensure_ascii=False, separators=(",", ":")
    )


def entry_of(row: Mapping[Any, Any]) -> Entry:
    """The entry of a row of `finding` joined with its `report`."""
    kind = FindingKind(row["kind"])
    stored = _stored_adapter(kind).validate_json(row["payload"])
    withdrawn = row["withdrawn_at"]
    return Entry(
        id=row["id"],
        kind=kind,
        finding=stored.finding,
        witness=witness_of(row),
        process=row["process"],
        known_at=moment_of(row["known_at"]),
        recorded_at=moment_of(row["recorded_at"]),
        withdrawn_at=moment_of(withdrawn) if withdrawn else None,
        links={name: Link(*link) for name, link in stored.links.items()},
        disputes=stored.disputes,
    )


def witness_of(row: Mapping[Any, Any]) -> Witness:
    """The report of a row."""
    return Witness(
        key=row["report_key"],
        id=row["report_id"],
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        published=date.fromisoformat(row["published"]),
    )


@cache
def _finding_adapter(kind: FindingKind) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[kind])


@cache
def _stored_adapter(kind: FindingKind) -> TypeAdapter[_Stored[Any]]:
    stored: Any = _Stored  # a type that is only known when asked for
    return TypeAdapter(stored[_TYPES[kind]])


@lru_cache(maxsize=1)
def _disputes_adapter() -> TypeAdapter[tuple[Dispute, ...]]:
    return TypeAdapter(tuple[Dispute, ...])
