"""The first page: the negotiations in the ledger."""

from fastapi import APIRouter, Request, Response

from dragoman.archive import Archive
from dragoman.model.ledgered import AsOf
from dragoman.web.pages.templating import kept_page, render
from dragoman.web.view import page_of

router = APIRouter(include_in_schema=False)
_MOST = 200


@router.get("/")
def home(request: Request) -> Response:
    """The processes, the most reported first."""
    archive: Archive = request.app.state.archive

    def make() -> str:
        counts = archive.processes(AsOf())
        more = max(0, len(counts) - _MOST)
        return render("home.html", counts=counts[:_MOST], names=archive.names(), more=more, url=page_of)

    return kept_page(request, "home", make)
