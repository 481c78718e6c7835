"""Instants as the ledger writes them."""

from datetime import UTC, date, datetime, time

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def stamp(moment: datetime) -> str:
    """An instant as text in UTC. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone, so it is no instant")
    return moment.astimezone(UTC).strftime(_FORM).rjust(27, "0")


def moment_of(text: str) -> datetime:
    """The instant of a stamp."""
    return datetime.fromisoformat(text)


def end_of(day: date) -> datetime:
    """The last instant (UTC) of a day: when a report without a time of day is surely known."""
    return datetime.combine(day, time.max, tzinfo=UTC)
