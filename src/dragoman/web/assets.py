"""The sheet, the scripts and the fonts, read once and kept packed; an address with their digest may be kept for good."""

from functools import cache
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response

from dragoman.web.answers import Made, made, send

router = APIRouter(include_in_schema=False)
STATIC = Path(__file__).parent / "static"
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOR_GOOD, _FOR_A_DAY = "public, max-age=31536000, immutable", "public, max-age=86400"


@cache
def assets() -> dict[str, Made]:
    """What is served, by its path; licences and notes travel with the package and are not."""
    found = (path for path in sorted(STATIC.rglob("*")) if path.suffix in _KINDS)
    return {path.relative_to(STATIC).as_posix(): made(path.read_bytes(), _KINDS[path.suffix]) for path in found}


def asset(name: str) -> str:
    """The address of an asset as it is in this version."""
    return f"/static/{name}?{assets()[name].digest[:10]}"


@router.get("/static/{name:path}")
def static(request: Request, name: str) -> Response:
    """An asset by its path."""
    found = assets().get(name)
    if found is None:
        raise HTTPException(404)
    lasting = request.url.query == found.digest[:10]
    return send(request, found, {"Cache-Control": _FOR_GOOD if lasting else _FOR_A_DAY})
