"""What there is for programs: the addresses of the API in a table."""

from fastapi import APIRouter, Request, Response

from dragoman.web.pages.templating import kept_page, render

router = APIRouter(include_in_schema=False)


@router.get("/api")
def programs(request: Request) -> Response:
    """Every address of the API and what it sends, from its own description."""

    def make() -> str:
        described = request.app.openapi()["paths"]
        paths = [
            (f"{method.upper()} {path}", said["summary"], f"{path}.csv" if f"{path}.csv" in described else "")
            for path, ways in sorted(described.items())
            for method, said in ways.items()
            if not path.endswith(".csv")
        ]
        return render("api.html", paths=paths)

    return kept_page(request, "programs", make)
