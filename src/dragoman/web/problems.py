"""What went wrong, in words: a page for people, RFC 9457 for programs."""

import json
from collections.abc import Mapping

from fastapi import Request, Response

from dragoman.web.pages.templating import page

_TITLES = {
    400: "This cannot be shown",
    401: "Not without the token",
    403: "Not from another site",
    404: "Nothing here",
    405: "Not done this way",
    413: "Too much at once",
    414: "Too long an address",
    421: "Not a name of this page",
    422: "This cannot be shown",
    429: "Too many at once",
    431: "Too many headers",
    500: "A fault of dragoman's own",
    503: "Too many at once",
}


def problem(request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to what cannot be done. `detail` names the culprit, the consequence and the way out."""
    title = _TITLES.get(status, "This did not work")
    if request.url.path.startswith("/api"):
        said = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
        kept = {"Cache-Control": "no-store", **(headers or {})}
        return Response(body, status, media_type="application/problem+json", headers=kept)
    answer = page("error.html", status, title=title, message=detail)
    answer.headers.update(headers or {})
    return answer
