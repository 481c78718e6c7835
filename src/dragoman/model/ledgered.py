"""What the ledger holds and the derived record is made of: findings with their two times, and decisions of people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from dragoman.model.finding import Attribution, Commitment, Delivery, Dispute, Initiative, Meeting, Position

Recorded = Meeting | Commitment | Delivery | Position | Initiative | Attribution


class FindingKind(StrEnum):
    """The kinds of findings that are ledger entries, by the names of their lists in the record."""

    MEETING = "meetings"
    COMMITMENT = "commitments"
    DELIVERY = "deliveries"
    POSITION = "positions"
    INITIATIVE = "initiatives"
    ATTRIBUTION = "attributions"


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a name in a finding stands for.

    `canonical` is the one name for all its spellings; `actor` the state, group or organisation spoken for (itself for
    such); `reason` says why, for a person to judge: "spelling of", "held the office on 2025-06-02".
    """

    canonical: str
    actor: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Witness:
    """The report behind an entry. `key` is the hash of its content."""

    key: str
    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the ledger.

    `id` is stable for a report, a kind and a place in the text, so that decisions survive a new reading.
    `known_at` is the instant (UTC) from which the public could know it: publication, or the end of the publication day
    where no time is given. `recorded_at` and `withdrawn_at` are instants (UTC) of this ledger.
    `links` holds the names of the finding; `disputes` what the report itself says against the finding's slots.
    """

    id: str
    kind: FindingKind
    finding: Recorded
    witness: Witness
    process: str
    known_at: datetime
    recorded_at: datetime
    withdrawn_at: datetime | None = None
    links: Mapping[str, Link] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()


class Verb(StrEnum):
    """What a person decides."""

    ACCEPT = "accept"  # subject: an entry
    REJECT = "reject"  # subject: an entry; it no longer counts
    AMEND = "amend"  # subject: an entry; value: {"slot": value}
    SETTLE = "settle"  # subject: a dispute; value: {"value": chosen}
    SAME = "same"  # value: {"one": name, "other": name}
    NOT_SAME = "not-same"  # value: {"one": name, "other": name}
    NAME = "name"  # subject: a process key; value: {"name": "Istanbul talks"}
    UNDO = "undo"  # subject: an earlier decision


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, signed and dated; never deleted, undone only by a later decision."""

    id: str
    verb: Verb
    subject: str
    value: Mapping[str, str]
    who: str
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class AsOf:
    """Which record is asked for: what was known by `known` and recorded by `recorded`; None is now.

    A day means up to its end in the place of publication; an instant carries a zone.
    """

    known: date | datetime | None = None
    recorded: datetime | None = None
