"""The first page: the negotiations in the ledger."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
def home(request: Request) -> PlainTextResponse:
    """The processes by name."""
    from dragoman.model.ledgered import AsOf

    counts = request.app.state.archive.processes(AsOf())
    return PlainTextResponse("\n".join(count.process for count in counts))
