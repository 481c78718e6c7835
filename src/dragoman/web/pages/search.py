"""Searching the full text of reports and findings; each hit leads to the exact words."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.archive import Archive
from dragoman.render.lists import hit_row
from dragoman.web.pages.templating import kept_page, render

router = APIRouter(include_in_schema=False)
_MOST = 50  # hits on a page


@router.get("/search")
def search(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The form, and what holds all the words."""
    archive: Archive = request.app.state.archive

    def make() -> str:
        refs = archive.search(q) if q else []
        found = (archive.found(ref) for ref in refs[:_MOST])
        return render("search.html", q=q, hits=[hit_row(hit) for hit in found if hit], total=len(refs))

    return kept_page(request, ("search", q), make)
