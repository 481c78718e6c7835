"""Frozen records and closed vocabularies: the language every other layer speaks."""

from dragoman.model.enums import (
    Action,
    ActorKind,
    CommitmentState,
    DiscardReason,
    InitiativeKind,
    Level,
    MeetingKind,
    QuantityMod,
    Stance,
    Status,
)
from dragoman.model.finding import (
    Account,
    Attribution,
    Commitment,
    Dated,
    Delivery,
    Dispute,
    Finding,
    Frame,
    Initiative,
    Meeting,
    Position,
)
from dragoman.model.mention import ActorMention, DateMention, PlaceMention, Quote, Speech
from dragoman.model.reading import Discard, Reading
from dragoman.model.report import Report
from dragoman.model.span import Span

__all__ = [
    "Account",
    "Action",
    "ActorKind",
    "ActorMention",
    "Attribution",
    "Commitment",
    "CommitmentState",
    "DateMention",
    "Dated",
    "Delivery",
    "Discard",
    "DiscardReason",
    "Dispute",
    "Finding",
    "Frame",
    "Initiative",
    "InitiativeKind",
    "Level",
    "Meeting",
    "MeetingKind",
    "PlaceMention",
    "Position",
    "QuantityMod",
    "Quote",
    "Reading",
    "Report",
    "Span",
    "Speech",
    "Stance",
    "Status",
]
