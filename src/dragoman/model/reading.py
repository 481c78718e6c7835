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
    """What a reading lost: a finding or slot value that the text does not bear out, a sentence that was cut."""

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
