"""A stream of bytes that a form is read from, and reading no more of it than a report may have."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import ReportError
from dragoman.settings import value_of
from dragoman.text.intake.forms import unpacked_name
from dragoman.text.intake.parts import Parts

HEAD = 1 << 16  # bytes that are looked at to tell the form
_BYTES_PER_CHAR = 4  # UTF-8's longest, so that a file is judged before all of it is read
_MARKUP = 10  # a page or a feed is mostly not text: so many times a report's bytes are still one

# A place for messages, and the report there or the error in its place.
Found = tuple[str, Parts | ReportError]


@dataclass(frozen=True, slots=True)
class Inlet:
    """Bytes to be read: `origin` stands in messages, `name` tells the form and the id of the report.

    `file` is what the stream comes from, where that is a file; `is_within` says that it comes out of an archive.
    """

    origin: str
    name: str
    stream: io.BufferedReader
    file: BinaryIO | None = None
    is_within: bool = False

    @classmethod
    def of(cls, origin: str, name: str, source: BinaryIO) -> "Inlet":
        """The inlet of a file that is open."""
        return cls(origin, name, buffered(source.read), source)

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return Path(unpacked_name(self.name)).stem

    def head(self) -> bytes:
        """The first bytes; they are still to be read."""
        return self.stream.peek(HEAD)

    def text_bytes(self) -> bytes:
        """All the bytes of what is one report. Raises ReportError when there are more than a report may have."""
        return self._all(value_of("max_chars") * _BYTES_PER_CHAR, "split it into reports, write them as .jsonl")

    def markup_bytes(self) -> bytes:
        """All the bytes of a page or a feed. Raises ReportError when there are more than one may have."""
        return self._all(markup_limit(), "save the text itself, or split it")

    def _all(self, limit: int, way_out: str) -> bytes:
        data = self.stream.read(limit + 1)
        if not data:
            raise ReportError(
                f"{self.origin}: the file is empty, so there is nothing to read; leave it out, or save it again"
            )
        if len(data) > limit:
            raise ReportError(
                f"{self.origin}: over {limit:,} bytes, more than any report of {value_of('max_chars'):,} characters, "
                f"so it was not read; {way_out}, or raise DRAGOMAN_MAX_CHARS"
            )
        return data


def markup_limit() -> int:
    """How many bytes a page or a feed may have."""
    return value_of("max_chars") * _BYTES_PER_CHAR * _MARKUP


class Filled(io.RawIOBase):
    """A source as a raw stream: a pipe that brings a little at a time fills the whole head."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # BufferedReader gives no other buffer
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def buffered(read: Callable[[int], bytes]) -> io.BufferedReader:
    """A stream whose head can be looked at, over a function that reads so many bytes."""
    return io.BufferedReader(Filled(read), HEAD)


def bounded_lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None in the place of a line of more bytes than the limit, which is passed over."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None
