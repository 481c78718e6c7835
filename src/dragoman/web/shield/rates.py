"""Limits on how often one address may ask: by the minute, saved up to a burst."""

import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.problems import problem

_CROWD = 256  # requests under way at once
_CROWDED = "Too many requests are under way, so this one was not answered; ask again in 2 s."
_ADDRESSES = 4096  # remembered at once; the longest silent is forgotten


class Bucket:
    """So many a minute for each key, saved up to `burst`. Zero a minute is no limit."""

    def __init__(self, minutely: int, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst, self._clock = minutely / 60, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> float:
        """Seconds until this key may ask again; 0 lets it ask now, and counts it."""
        if not self.rate:
            return 0.0
        now = self._clock()
        left, then = self._left.pop(key, (float(self.burst), now))
        left = min(float(self.burst), left + (now - then) * self.rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        while len(self._left) > _ADDRESSES:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self.rate


class Rates:
    """Answers 429 to an address that asks too often; what writes, and every try at the token, is counted apart.

    Answers 503 while too many requests are under way, whoever asks.
    """

    def __init__(self, app: ASGIApp, reads: int, writes: int, crowd: int = _CROWD) -> None:
        self.app, self.crowd, self.present = app, crowd, 0
        self.reads, self.writes = Bucket(reads, max(1, reads // 6)), Bucket(writes, max(1, writes // 2))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        writes = scope["method"] not in ("GET", "HEAD", "OPTIONS")
        wait = (self.writes if writes else self.reads).wait((scope.get("client") or ("",))[0])
        if wait:
            seconds = str(int(wait) + 1)
            detail = f"Too many requests from one address, so this one was not answered; ask again in {seconds} s."
            await problem(Request(scope), 429, detail, {"Retry-After": seconds})(scope, receive, send)
        elif self.present >= self.crowd:
            await problem(Request(scope), 503, _CROWDED, {"Retry-After": "2"})(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.present += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.present -= 1
