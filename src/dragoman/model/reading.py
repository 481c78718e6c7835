"""All that one report says."""

from dataclasses import dataclass

from dragoman.model.enums import DiscardReason
from dragoman.model.finding import (
    Attribution,
    Commitment,
    Dated,
    Delivery,
    Dispute,
    Initiative,
    Meeting,
    Position,
)
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True)
class Discard:
    """A finding or slot value that was dropped because the text does not bear it out."""

    kind: str
    slot: str | None
    value: str
    reason: DiscardReason


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of one report, grounded in its text."""

    report: Report
    relevant: bool = False
    meetings: tuple[Meeting, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    positions: tuple[Position, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[Dated, ...] = ()
    discards: tuple[Discard, ...] = ()
