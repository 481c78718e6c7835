"""The Host header must be a name of this page: else a site that rebinds its own name to this machine could read it."""

from collections.abc import Collection
from ipaddress import ip_address

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.problems import problem


class Hosts:
    """Lets through what was asked for under a known name or under an address.

    Rebinding needs a name, so addresses are safe: on loopback those of loopback, else any, since a machine has several.
    """

    def __init__(self, app: ASGIApp, host: str, names: Collection[str] = ()) -> None:
        self.app = app
        self.loopback = is_loopback(host)
        named = {*names, host} if _address(host) is None else set(names)
        self.names = {"localhost", *(name.casefold().rstrip(".") for name in named)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(given) == 1 and self.knows(given[0]):
            await self.app(scope, receive, send)
            return
        # The name is not trusted, so the answer must not be kept under it either.
        asked = given[0][:80] if len(given) == 1 else f"{len(given)} Host headers"
        detail = (
            f"{asked!r} is not a name of this page, so nothing was shown; open it by the address that "
            f"'dragoman serve' printed, or start it with --name {asked.partition(':')[0]!r} if this name is yours"
        )
        scope = {**scope, "headers": [*((k, v) for k, v in scope["headers"] if k != b"host"), (b"host", b"localhost")]}
        await problem(Request(scope), 421, detail)(scope, receive, send)

    def knows(self, given: str) -> bool:
        """Whether a Host header names this page; the port does not matter."""
        name = host_of(given)
        if name is None:
            return False
        if _address(name) is not None:
            return is_loopback(name) if self.loopback else True
        return name.casefold().rstrip(".") in self.names


def host_of(given: str) -> str | None:
    """The host of a Host header without port and brackets, None for what is none."""
    if given.startswith("["):
        name, bracket, port = given[1:].partition("]")
        return name if bracket and _is_port(port) and ":" in name else None
    name, colon, digits = given.partition(":")
    return name if name and _is_port(colon + digits) and not set(name) & set("@/\\ []?#%") else None


def _is_port(text: str) -> bool:
    return not text or (text[0] == ":" and ((text[1:].isascii() and text[1:].isdigit()) or len(text) == 1))


def _address(name: str) -> object | None:
    try:
        return ip_address(name)
    except ValueError:
        return None


def is_loopback(name: str) -> bool:
    """Whether a name or an address is of this machine alone."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name.casefold().rstrip(".") == "localhost"
