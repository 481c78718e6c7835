"""Readings built by hand, with known answers planted."""

from datetime import UTC, date, datetime
from itertools import count

from dragoman.ledger import Recording
from dragoman.model import (
    Account,
    Action,
    Commitment,
    CommitmentState,
    Delivery,
    Dispute,
    Meeting,
    MeetingKind,
    Position,
    Reading,
    Report,
    Span,
    Stance,
    Status,
)
from dragoman.model.ledgered import Link
from dragoman.record.processes import assign

PROCESS = "Russia–Ukraine"
PARTIES = ("Ukraine", "Russia")
_number = count(1)
LINKS = {
    "Kyiv HQ": Link("Kyiv HQ", "Ukraine", "outlet of Ukraine"),
    "Medinsky": Link("Vladimir Medinsky", "Russia", "presidential aide on that day"),
    "Coordination Headquarters": Link("Coordination Headquarters", "Ukraine", "an organ of Ukraine"),
    "Zelenskyy": Link("Volodymyr Zelensky", "Ukraine", "spelling of Volodymyr Zelensky"),
}


def report(day: str, outlet: str = "Wire", **more: object) -> Report:
    """A report with a body that no other has."""
    n = next(_number)
    title = str(more.pop("title", f"Report {n}"))
    return Report(f"r{n}", f"Body of report {n}. Words.", date.fromisoformat(day), title, outlet, **more)  # type: ignore[arg-type]


def meeting(start: str | None, status: Status = Status.HELD, **more: object) -> Meeting:
    """Talks between the two parties; `end` follows `start` where it is not given."""
    more.setdefault("end", start)
    more.setdefault("parties", PARTIES)
    return Meeting(kind=MeetingKind.TALKS, status=status, evidence="Body", span=Span(0, 4), start=start, **more)  # type: ignore[arg-type]


def promise(quantity: int | None, **more: object) -> Commitment:
    """A promise to return remains."""
    more.setdefault("by", PARTIES)
    more.setdefault("action", Action.RETURN_OF_REMAINS)
    return Commitment(state=CommitmentState.AGREED, evidence="Body", span=Span(0, 4), quantity=quantity, **more)  # type: ignore[arg-type]


def delivery(quantity: int, day: str | None, **more: object) -> Delivery:
    """Remains returned."""
    more.setdefault("action", Action.RETURN_OF_REMAINS)
    return Delivery(evidence="Body", span=Span(0, 4), quantity=quantity, date=day, unit="bodies", **more)  # type: ignore[arg-type]


def position(actor: str, stance: Stance, topic: str) -> Position:
    return Position(actor=actor, stance=stance, topic=topic, evidence="Body", span=Span(0, 4))


def dispute(about: int | str, attribute: str, *values: tuple[str, tuple[str, ...]]) -> Dispute:
    return Dispute(about=about, attribute=attribute, values=tuple(Account(value=v, sources=s) for v, s in values))


def recording(of: Report, reader: str = "test 1", **findings: object) -> Recording:
    """The recording of a report with these findings; main process and links as the service would give them."""
    reading = Reading(of, True, **{kind: tuple(items) for kind, items in findings.items()})  # type: ignore[arg-type]
    return Recording(reading, reader, LINKS, assign(reading, LINKS))


class Clock:
    """A clock that the test sets."""

    def __init__(self, day: str = "2025-08-01") -> None:
        self.now = datetime.fromisoformat(day).replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: str) -> None:
        self.now = datetime.fromisoformat(day).replace(tzinfo=UTC)
