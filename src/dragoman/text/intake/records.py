"""The records of a WARC, one after another, and what a server sent in them."""

import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.statusandheaders import StatusAndHeadersParser

from dragoman.errors import ReportError
from dragoman.text.intake.inlets import Inlet, markup_limit

logging.getLogger("warcio").addHandler(logging.NullHandler())  # it would print of addresses with blanks in them

_HEADS = 1 << 20  # bytes that the heads of one record may have
_CHUNK = 1 << 14  # bytes passed over at once
_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_PACKINGS = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, _BARE)}
_BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A record with the head of what the server answered; `status` is None where it is no answer over HTTP."""

    record: Any
    kind: str
    address: str
    http: Any = None

    @property
    def status(self) -> str | None:
        """The status of the answer, as "200"."""
        return self.http.get_statuscode() if self.http is not None else None

    def header(self, name: str) -> str:
        """A field of the answer's head, empty where there is none."""
        return (self.http.get_header(name) if self.http is not None else None) or ""


class _Bounded(BufferedReader):  # type: ignore[misc]
    """A reader for heads and bodies; without bounds, a head that does not end would fill the memory."""

    heads = 0

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or _HEADS, _HEADS))
        self.heads += len(line)
        if self.heads > _HEADS:
            raise ValueError(f"a head of more than {_HEADS:,} bytes")
        return line


@dataclass(frozen=True, slots=True)
class _Available:
    """What there is of a stream: one that waits for more loses, where the archive breaks off, what came before."""

    stream: io.BufferedReader

    def read(self, size: int) -> bytes:
        return self.stream.read1(size)


class _Records(ArchiveIterator):  # type: ignore[misc]
    INC_RECORD = ""  # warcio would print on its own what is told in one line here


def records_of(inlet: Inlet) -> Iterator[Any]:
    """The records as warcio has them, their bodies unread; an error after one that does not end where it says.

    Raises ReportError where the archive cannot be read on.
    """
    available = _Available(inlet.stream)
    records = _Records(available, no_record_parse=True)
    records.reader = _Bounded(available)
    last = "its beginning"
    try:
        for record in records:
            if records.err_count:
                yield _ill_ended(inlet, last)
                records.err_count = 0
            records.reader.heads = 0
            last = _address(record) or last
            _check_length(record)
            yield record
            while record.raw_stream.read(_CHUNK):
                pass
            if record.raw_stream.limit:
                raise EOFError("it breaks off")
    except ReportError:
        raise
    except Exception as error:  # warcio raises what it meets
        raise ReportError(
            f"{inlet.origin}: cannot be read on after {last} ({str(error).strip()}), so what follows was left out; "
            f"fetch the archive anew"
        ) from error
    if records.err_count:
        yield _ill_ended(inlet, last)


def _ill_ended(inlet: Inlet, last: str) -> ReportError:
    return ReportError(
        f"{inlet.origin}: the record of {last} does not end where it says, so it may have been read in part; "
        f"fetch the archive anew"
    )


def _check_length(record: Any) -> None:
    if record.length is None:
        raise ValueError("a record without its length")


def _address(record: Any) -> str:
    return record.rec_headers.get_header("WARC-Target-URI") or ""


def exchange_of(record: Any) -> Exchange:
    """A record with its head read; one whose head is none is no answer over HTTP."""
    kind, address = record.rec_headers.get_header("WARC-Type") or "unknown", _address(record)
    http = None
    if kind == "response" and address.startswith(("http:", "https:")):
        try:
            http = StatusAndHeadersParser((), verify=False).parse(record.raw_stream)
        except ReportError:
            raise
        except Exception:  # an empty body, a head without an end: warcio raises what it meets
            http = None
    return Exchange(record, kind, address, http)


def payload(exchange: Exchange, place: str) -> bytes:
    """The body of an answer, out of its packings. Raises ReportError when it is cut, too long or packed unknown."""
    record, limit = exchange.record, markup_limit()
    truncated = record.rec_headers.get_header("WARC-Truncated")
    if truncated:
        raise ReportError(f"{place}: cut off by the crawler ({truncated}), so it was not read; fetch the page anew")
    if record.length > limit:
        raise _too_long(place, limit)
    try:
        chunked = exchange.header("Transfer-Encoding").strip().lower() == "chunked"
        data: bytes = (ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream).read(limit)
        while record.raw_stream.read(_CHUNK):
            pass
    except ReportError:  # of the archive, which will be told of where it is read on
        raise _broken_off(place) from None
    except Exception as error:  # warcio raises what it meets
        raise ReportError(f"{place}: damaged ({error}), so it was not read; fetch the page anew") from error
    if record.raw_stream.limit:
        raise _broken_off(place)
    return _unpacked(data, exchange.header("Content-Encoding").strip().lower(), place, limit)


def _unpacked(data: bytes, packing: str, place: str, limit: int) -> bytes:
    # Many a crawler keeps the page unpacked, and the head that says it is not.
    if packing in ("", "identity") or data.lstrip(_BLANK).startswith(b"<"):
        return data
    if packing not in _PACKINGS:
        raise ReportError(
            f"{place}: sent as {packing!r}, which is not unpacked here, so it was not read; "
            f"crawl without it, or save the page as .html"
        )
    for window in _PACKINGS[packing]:
        unpacking = zlib.decompressobj(window)
        try:
            page = unpacking.decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(page) > limit:
            raise _too_long(place, limit)
        if unpacking.eof:
            return page
    raise ReportError(f"{place}: its {packing} is damaged or cut off, so it was not read; fetch the page anew")


def _broken_off(place: str) -> ReportError:
    return ReportError(f"{place}: breaks off with the archive, so it was not read; see what is said of the archive")


def _too_long(place: str, limit: int) -> ReportError:
    return ReportError(
        f"{place}: over {limit:,} bytes, more than any page of a report, so it was not read; save its text instead, or "
        f"raise DRAGOMAN_MAX_CHARS"
    )
