"""Limits on what a request may weigh."""

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import problem

ADDRESS, HEADERS, HEADER_COUNT, BODY = 4096, 16_384, 64, 65_536  # bytes, bytes, headers, bytes


class Sizes:
    """Refuses addresses, headers and bodies beyond the limits, bodies of unknown length while they come in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = _refusal(scope) if scope["type"] == "http" else None
        if refused:
            await problem(Request(scope), *refused)(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > BODY:
                raise HTTPException(413, _too_much(seen))
            return message

        await self.app(scope, counted, send)


def _refusal(scope: Scope) -> tuple[int, str] | None:
    address = len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"])
    if address > ADDRESS:
        return 414, f"An address of {address:,} bytes, so it was not looked at; it may have {ADDRESS:,}."
    weight = sum(len(name) + len(value) for name, value in scope["headers"])
    if weight > HEADERS or len(scope["headers"]) > HEADER_COUNT:
        told = f"{len(scope['headers'])} headers of {weight:,} bytes"
        return (
            431,
            f"{told}, so this was not looked at; {HEADER_COUNT} of {HEADERS:,} may come. Clearing cookies helps.",
        )
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if length.isdigit() and int(length[:20]) > BODY:
        return 413, _too_much(int(length[:20]))
    return None


def _too_much(size: int) -> str:
    return f"{size:,} bytes were sent, so nothing was done with them; a form may have {BODY:,}."
