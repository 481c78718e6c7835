"""The first page: the negotiations in the ledger."""

from fastapi import APIRouter, Request, Response

from dragoman.archive import Archive
from dragoman.web.pages.process import KnownDate, RecordedDate, asked
from dragoman.web.pages.templating import kept_page, render
from dragoman.web.view import page_of

router = APIRouter(include_in_schema=False)
_MOST = 200


@router.get("/")
def home(request: Request, as_of: KnownDate = "", recorded_as_of: RecordedDate = "") -> Response:
    """The processes as of a day, the most reported first; each is opened as of the same day."""
    archive: Archive = request.app.state.archive
    wanted = asked("", as_of, recorded_as_of)

    def url(process: str) -> str:
        return page_of(process) + wanted.query

    def make() -> str:
        counts = archive.processes(wanted.as_of)
        more = max(0, len(counts) - _MOST)
        return render("home.html", counts=counts[:_MOST], names=archive.names(), more=more, url=url, known=wanted.known)

    return kept_page(request, ("home", wanted), make)
