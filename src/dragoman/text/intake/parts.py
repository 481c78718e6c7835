"""What the readers of the several forms hand over: a report before its date and text were checked."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from dragoman.errors import ReportError

_CALENDAR_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]")


@dataclass(frozen=True, slots=True)
class Parts:
    """A report's parts as they stand in the file; `published` is still a string.

    `undated` is what its form offers to one whose report has no date.
    """

    body: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None
    undated: str | None = None


def stamp_of(text: str, origin: str) -> tuple[date, datetime | None]:
    """The day, and the moment where time and zone are given, of an ISO 8601 or RFC 2822 date. Raises ReportError.

    The day is that of the place of publication: it is not moved to another zone.
    """
    text = text.strip()
    try:
        if len(text) == 10 and not text.isdigit():
            return date.fromisoformat(text), None
        moment = _moment(text)
    except (ValueError, OverflowError) as error:
        raise ReportError(
            f"{origin}: {text!r} is not a date of the calendar ({error}), so it was not read; "
            f"write it as YYYY-MM-DD, or give the day with --published"
        ) from None
    return moment.date(), moment if moment.tzinfo else None


def _moment(text: str) -> datetime:
    if text.isdigit() and len(text) != 8:
        raise ValueError("a bare number")  # seconds since 1970 would be read as a day of the 18th century
    if not text[:4].isdigit():
        return parsedate_to_datetime(text if ":" in text else f"{text} 00:00:00")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        day = _CALENDAR_DAY.match(text)  # "2025-07-21 18:30:00 UTC": the day is plain where the time is not
        if day is None:
            raise
        return datetime.fromisoformat(day[1])
