"""What the readers of the several forms hand over: a report before its date and text were checked."""

from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from dragoman.errors import ReportError


@dataclass(frozen=True, slots=True)
class Parts:
    """A report's parts as they stand in the file; `published` is still a string."""

    body: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None


def stamp_of(text: str, origin: str) -> tuple[date, datetime | None]:
    """The day, and the moment where time and zone are given, of an ISO 8601 or RFC 2822 date. Raises ReportError.

    The day is that of the place of publication: it is not moved to another zone.
    """
    text = text.strip()
    try:
        if len(text) == 10:
            return date.fromisoformat(text), None
        moment = datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
    except ValueError as error:
        raise ReportError(
            f"{origin}: {text!r} is not a date of the calendar ({error}), so it was not read; "
            f"write it as YYYY-MM-DD, or give the day with --published"
        ) from None
    return moment.date(), moment if moment.tzinfo else None
