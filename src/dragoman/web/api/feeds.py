"""What calendars and feed readers subscribe to: coming talks, and changes day by day."""

from datetime import date, timedelta

from fastapi import APIRouter, Request, Response

from dragoman.model.ledgered import AsOf
from dragoman.record.changes import changes
from dragoman.render.feed import Channel, Moved, atom
from dragoman.render.ical import Subject, ical
from dragoman.web import answers
from dragoman.web.api.answers import described_text
from dragoman.web.api.asked import AskedDates, Dates, Key, as_key, view_of
from dragoman.web.view import View

router = APIRouter(tags=["feeds"])
ICS, ATOM = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"
_DAYS = 30  # days with reports that a feed tells of


@router.get(
    "/api/processes/{key:path}/talks.ics",
    summary="Coming talks, as a calendar to subscribe to",
    responses=described_text("text/calendar"),
    response_class=Response,
)
def calendar(request: Request, key: Key, asked: AskedDates) -> Response:
    """Coming talks, the disputed ones on every day that is told, and those of the last thirty days."""

    def make() -> str:
        v = view_of(request, key, asked)
        pages = {r.id: f"{_base(request)}{v.url('round', r.id)}" for r in v.record.rounds}
        return ical(Subject(v.record, v.day or date.today(), pages), v.record.name)

    # Which talks lie ahead hangs on the day on which it is asked.
    day = asked.as_of or date.today().isoformat()
    return answers.kept(request, ("talks.ics", key, day, asked.recorded_as_of, _base(request)), ICS, make)


@router.get(
    "/api/processes/{key:path}/changes.atom",
    summary="What moved, day by day, as a feed to subscribe to",
    responses=described_text("application/atom+xml"),
    response_class=Response,
)
def feed(request: Request, key: Key, asked: AskedDates) -> Response:
    """An entry a day on which reports moved something: the last thirty such days."""
    full = ("changes.atom", key, *as_key(asked), _base(request))
    return answers.kept(request, full, ATOM, lambda: _feed(request, key, asked))


def _feed(request: Request, key: str, dates: Dates) -> str:
    v = view_of(request, key, dates)
    base = _base(request)
    moved = [found for day in reversed(v.known_days[-_DAYS:]) if (found := _moved(v, day, base))]
    address = f"{base}{v.api}/changes.atom"
    return atom(Channel(v.process, v.record.name, address, f"{base}{v.url()}"), moved)


def _moved(v: View, day: date, base: str) -> Moved | None:
    """What the reports of a day moved, None where they repeat what was known."""
    before, after = (
        v.archive.record(v.process, AsOf(known, v.as_of.recorded)) for known in (day - timedelta(days=1), day)
    )
    found = changes(before, after)
    known = [entry.known_at for entry in after.entries if entry.witness.published == day]
    return Moved(day, max(known), found, f"{base}{v.at(day)}") if found and known else None


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")
