"""A process at a glance, as of any day of known time."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from dragoman.record.changes import labels_of
from dragoman.render.words import day_words, plural
from dragoman.web.api.asked import whole
from dragoman.web.api.tables import SHEETS
from dragoman.web.pages.templating import kept_page, render
from dragoman.web.view import Asked, View

router = APIRouter(include_in_schema=False)
GLANCE, _ALL = 12, 2000  # how many of a kind the page lists at first, and at most


KnownDate = Annotated[str, Query(alias="as-of", max_length=40)]
RecordedDate = Annotated[str, Query(alias="recorded-as-of", max_length=40)]


def asked(key: str, as_of: KnownDate = "", recorded_as_of: RecordedDate = "") -> Asked:
    """The process and the dates in the address."""
    return Asked(key, whole(as_of), whole(recorded_as_of))


Wanted = Annotated[Asked, Depends(asked)]


def view_of(request: Request, wanted: Asked) -> View:
    """The view asked for. Raises LedgerError for a process or a date that is none."""
    return View(request.app.state.archive, wanted)


def process_page(request: Request, wanted: Asked, limit: int) -> Response:
    """A process as of a day, so many of each kind listed."""

    def make() -> str:
        v = view_of(request, wanted)
        return render(
            "process.html",
            v=v,
            labels=labels_of(v.record),
            limit=limit,
            said=_said(v),
            tables=[sheet.name for sheet in SHEETS],
        )

    # What lies ahead hangs on the day on which it is asked, unless the address names one.
    today = "" if wanted.known else date.today().isoformat()
    return kept_page(request, ("process", wanted, limit, today), make)


def _said(v: View) -> str:
    """What a screen reader is told when the slider has moved."""
    when = f"As known on {day_words(v.day.isoformat())}" if v.day else "As known today"
    parts = [
        plural(len(v.moved), "change"),
        plural(len(v.open_disputes), "open dispute"),
        plural(len(v.next_talks), "meeting") + " ahead",
    ]
    return f"{when}: {', '.join(parts)}."


@router.get("/process/{key:path}/everything")
def everything(request: Request, wanted: Wanted) -> Response:
    """The same page without the limits of a first view."""
    return process_page(request, wanted, _ALL)


@router.get("/process/{key:path}")
def process(request: Request, wanted: Wanted) -> Response:
    """A process at a glance."""
    return process_page(request, wanted, GLANCE)
