"""The findings of a reading, in the form and with the names of the record (docs/record.md).

Tuples stand where the record has lists. Every finding carries `evidence`, the words it rests on, and `span`, their
place in the body; `span` is None only before grounding has placed them.
"""

from dataclasses import dataclass

from dragoman.model.enums import (
    Action,
    CommitmentState,
    InitiativeKind,
    Level,
    MeetingKind,
    QuantityMod,
    Stance,
    Status,
)
from dragoman.model.span import Span

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Talks, a summit, a call, a visit. `start` and `end` are calendar values (model/dates.py)."""

    kind: MeetingKind
    status: Status
    evidence: str
    span: Span | None = None
    parties: Names = ()
    mediators: Names = ()
    delegates: Names = ()
    place: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    round: int | None = None
    level: Level | None = None
    topics: Names = ()
    sources: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """An act agreed, pledged, offered or refused: still to be done when said. `quantity` counts `unit`."""

    action: Action
    state: CommitmentState
    evidence: str
    span: Span | None = None
    by: Names = ()
    to: Names = ()
    quantity: int | float | None = None
    quantity_mod: QuantityMod | None = None
    unit: str | None = None
    per_party: bool | None = None
    who: str | None = None
    date_agreed: str | None = None
    due: str | None = None
    sources: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """An act reported as carried out, wholly or in part. `cumulative` marks a running total ("in all, since June")."""

    action: Action
    evidence: str
    span: Span | None = None
    by: Names = ()
    to: Names = ()
    quantity: int | float | None = None
    quantity_mod: QuantityMod | None = None
    unit: str | None = None
    per_party: bool | None = None
    who: str | None = None
    date: str | None = None
    cumulative: bool | None = None
    sources: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What an actor wants or rejects; `actor` is the state when its officials speak for it."""

    actor: str
    stance: Stance
    topic: str
    evidence: str
    span: Span | None = None
    sources: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """A named format, platform, programme, partnership or mechanism."""

    name: str
    kind: InitiativeKind
    evidence: str
    span: Span | None = None
    members: Names = ()
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value of a disputed slot and the chain that vouches for it, outermost first."""

    value: str
    sources: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Accounts in one report that cannot all hold. `about` is a meeting's index, or `commitments/0` and so on."""

    about: int | str
    attribute: str
    values: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A reported or quoted speech act."""

    speaker: str
    verb: str
    evidence: str
    span: Span | None = None
    quote: bool = False
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An expression that denotes a day, week, month, year or range."""

    text: str
    value: str
    span: Span


Frame = Meeting | Commitment | Delivery
Finding = Frame | Position | Initiative | Attribution
