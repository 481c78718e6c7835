"""Security headers on every answer, refusals and faults among them; HEAD as GET without a body."""

import logging

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import problem

# Pages bring nothing from elsewhere, no script or style of their own, and stand in nobody's frame.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What is no page is not to be run at all, should a browser be led to open it as one.
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
SECURITY: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
_FAULT = (
    "A fault of dragoman's own, so this was not answered and nothing was written; "
    "the window where 'dragoman serve' runs tells more, and a report of it helps."
)
_LOG = logging.getLogger("dragoman.web")


class Headers:
    """The outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if head else scope
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message["headers"] = [*message["headers"], *_headers_for(message["headers"])]
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self.app(inner, receive, sent)
        except Exception:  # whatever it is, the reader gets an answer in words and the window the trace
            _LOG.exception("%s %s failed", scope["method"], scope["path"])
            if not begun:
                await problem(Request(inner), 500, _FAULT)(inner, receive, sent)


def _headers_for(given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    names = {name.lower(): value for name, value in given}
    # A 304 must not loosen or tighten what was sent with the body: browsers keep the headers of the first answer.
    page = names.get(b"content-type", b"text/html").startswith(b"text/html")
    added = [*SECURITY, (b"content-security-policy", (PAGE_POLICY if page else FILE_POLICY).encode())]
    return [(name, value) for name, value in added if name not in names]
