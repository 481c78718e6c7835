"""One dated text."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A dated news text as it came in.

    `published` is the day calendar words count from; `published_at` holds time and zone where they are known.
    `body` is untouched: every offset in a record counts in it. `origin` names the file (and line) for messages.
    """

    id: str
    body: str
    published: date
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: datetime | None = field(default=None, compare=False)
    origin: str | None = field(default=None, compare=False)
