"""What writes must come from this site's own pages, or from a program; a page of another site is sent away."""

from urllib.parse import urlsplit

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.problems import problem

_READING = ("GET", "HEAD", "OPTIONS")
_DETAIL = "This was sent from another site, so nothing was written; open the page itself and send it from there."


class Origins:
    """Holds what browsers tell of where a form comes from against where it goes; the word in the form comes on top."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _READING and not own(Request(scope)):
            await problem(Request(scope), 403, _DETAIL)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def own(request: Request) -> bool:
    """Whether a browser says that this comes from the site itself; programs say nothing."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc.casefold() == request.headers.get("host", "").casefold()
