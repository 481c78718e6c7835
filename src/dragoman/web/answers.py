"""Answers that are the same for every reader until the ledger changes: kept ready to send, each with a strong ETag."""

import gzip
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from fastapi import Request, Response

from dragoman.archive import Archive

HTML, JSON = "text/html; charset=utf-8", "application/json"
_SMALL = 500  # bytes; what is shorter gains nothing from packing


@dataclass(frozen=True, slots=True)
class Made:
    """An answer ready to send, as it is and packed. The digest is of its content: a revision that left it alone keeps it."""

    text: bytes
    packed: bytes
    digest: str
    kind: str

    def __len__(self) -> int:
        """What it weighs in the archive."""
        return len(self.text) + len(self.packed) + 300


def made(text: str | bytes, kind: str) -> Made:
    """Text ready to send as what it is. What is no Unicode in it becomes a question mark."""
    encoded = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    packed = gzip.compress(encoded, 5, mtime=0) if len(encoded) >= _SMALL else encoded
    return Made(encoded, packed, sha256(encoded).hexdigest()[:24], kind)


def kept(
    request: Request, key: Hashable, kind: str, make: Callable[[], str | bytes], more: Mapping[str, str] | None = None
) -> Response:
    """What is made under the key, once for all readers; 304 for one that has it already. `more` are further headers."""
    archive: Archive = request.app.state.archive
    return send(request, archive.answer((kind, key), lambda: made(make(), kind)), more)


def send(request: Request, ready: Made, more: Mapping[str, str] | None = None) -> Response:
    """The answer in the coding that this reader takes; each coding has an ETag of its own, as strong ones must."""
    packed = len(ready.packed) < len(ready.text) and takes_gzip(request.headers.get("accept-encoding", ""))
    etag = f'"{ready.digest}-gz"' if packed else f'"{ready.digest}"'
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", "ETag": etag, **(more or {})}
    if has_already(request.headers.get("if-none-match", ""), ready.digest):
        return Response(status_code=304, headers=headers)
    headers |= {"Content-Type": ready.kind} | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(ready.packed if packed else ready.text, headers=headers)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding takes gzip; "gzip;q=0" does not."""
    for part in accepted.lower().split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def has_already(asked: str, digest: str) -> bool:
    """Whether an If-None-Match names this content in any coding."""
    tags = {tag.strip().removeprefix("W/").strip('"').removesuffix("-gz") for tag in asked.split(",")}
    return digest in tags or "*" in tags
