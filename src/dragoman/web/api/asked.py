"""What a program may ask for in an address, and how a list is cut into stretches."""

import re
from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from dragoman.web.view import Asked, View

_LOST_PLUS = re.compile(r"(?<=\d) (?=\d\d:\d\d$)")  # "+03:00" unescaped in an address arrives as " 03:00"

Key = Annotated[
    str,
    Path(
        max_length=400,
        description="a process: by its key, by its parties in any order, or by the name it was given",
        examples=["Russia–Ukraine"],
    ),
]


class Dates(BaseModel):
    """The two times of the record; nothing means now."""

    model_config = ConfigDict(extra="forbid")

    as_of: str = Field(
        "",
        max_length=40,
        description="known time: a day (up to its end), or an instant with a zone",
        examples=["2025-07-21", "2025-07-21T18:00+03:00"],
    )
    recorded_as_of: str = Field(
        "", max_length=40, description="record time: what this ledger had recorded by then", examples=["2025-08-01"]
    )

    def of(self, process: str = "") -> Asked:
        """A process as of these dates."""
        return Asked(process, whole(self.as_of), whole(self.recorded_as_of))


class Stretch(Dates):
    """A stretch of a list as of these dates."""

    limit: int = Field(100, ge=1, le=500, description="at most so many")
    offset: int = Field(0, ge=0, le=1_000_000, description="after so many")


class Since(Dates):
    """Two dates to compare."""

    since: str = Field(
        min_length=1, max_length=40, description="the earlier date to compare with", examples=["2025-07-21"]
    )


class SinceStretch(Stretch, Since):
    """A stretch of what lies between two dates."""


class Searched(BaseModel):
    """Words to search for."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(max_length=200, description="words that must all occur", examples=["Istanbul bodies"])
    limit: int = Field(50, ge=1, le=100, description="at most so many")
    offset: int = Field(0, ge=0, le=500, description="after so many")


AskedDates = Annotated[Dates, Query()]
AskedStretch = Annotated[Stretch, Query()]
AskedSince = Annotated[Since, Query()]
AskedSinceStretch = Annotated[SinceStretch, Query()]
AskedSearch = Annotated[Searched, Query()]


def as_key(asked: BaseModel) -> tuple[Any, ...]:
    """What was asked for, as part of the key under which the answer is kept."""
    return tuple(asked.model_dump().values())


def whole(moment: str) -> str:
    """A moment whose plus sign the address has swallowed, made whole."""
    return _LOST_PLUS.sub("+", moment)


def view_of(request: Request, key: str, dates: Dates) -> View:
    """The view asked for. Raises LedgerError for a process or a date that is none."""
    return View(request.app.state.archive, dates.of(key))


def cut(request: Request, rows: Sequence[Any], asked: Stretch | Searched) -> dict[str, Any]:
    """The stretch of the rows that was asked for, and where it goes on."""
    end = asked.offset + asked.limit
    further = {**asked.model_dump(exclude_defaults=True), "limit": asked.limit, "offset": end}
    following = f"{quote(request.url.path)}?{urlencode(further)}" if end < len(rows) else None
    return {
        "total": len(rows),
        "limit": asked.limit,
        "offset": asked.offset,
        "next": following,
        "items": list(rows[asked.offset : end]),
    }
