"""Packed files: what a .gz holds, and the members of a .zip. Nothing is written to disk."""

import gzip
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from dragoman.errors import ReportError
from dragoman.settings import value_of
from dragoman.text.intake.forms import SUFFIXES, Form, is_known, unpacked_name
from dragoman.text.intake.inlets import Inlet, buffered

_ENCRYPTED = 0x1  # bit of a member's flags
_BRIEF = 200  # characters


@dataclass(slots=True)
class _Budget:
    """How many bytes one archive may still unpack to: a bomb of a few kilobytes unpacks to more than any disk holds."""

    origin: str
    left: int = field(default_factory=lambda: value_of("max_unpacked"))
    bounded: bool = field(default_factory=lambda: value_of("max_unpacked") > 0)

    @property
    def is_spent(self) -> bool:
        return self.bounded and self.left < 0

    def spend(self, count: int) -> None:
        self.left -= count
        if self.is_spent:
            raise ReportError(
                f"{self.origin}: unpacks to more than {value_of('max_unpacked'):,} bytes, so the rest was not read; "
                f"unpack it if you trust it, or raise DRAGOMAN_MAX_UNPACKED"
            )


def opened(inlet: Inlet, form: Form, tell: Callable[[str], None]) -> Iterator[Inlet | ReportError]:
    """What a packed file holds, one inlet after another; an error stands in the place of a member.

    Raises ReportError for what cannot be opened, and for an archive within an archive: its size is anybody's guess.
    """
    if inlet.is_within:
        raise ReportError(
            f"{inlet.origin}: an archive within an archive, so it was not read; unpack it, and give what it holds"
        )
    if form is Form.GZIP:
        yield _of_gzip(inlet)
    elif inlet.file is None or not inlet.file.seekable():
        raise ReportError(
            f"{inlet.origin}: a zip archive through a pipe, and its list of contents stands at its end, so it was not "
            f"read; give the file by its name"
        )
    else:
        yield from _of_zip(inlet, inlet.file, tell)


def _of_gzip(inlet: Inlet) -> Inlet:
    source = _Unpacking(gzip.GzipFile(fileobj=inlet.stream).read1, inlet.origin, _Budget(inlet.origin))
    return Inlet(inlet.origin, unpacked_name(inlet.name), buffered(source.read), is_within=True)


def _of_zip(inlet: Inlet, file: BinaryIO, tell: Callable[[str], None]) -> Iterator[Inlet | ReportError]:
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # zipfile raises what it meets: a bad name, a bad length, a bad sum
        raise ReportError(
            f"{inlet.origin}: not a whole zip archive ({_brief(error)}), so it was not read; fetch or pack it anew"
        ) from error
    budget, found, passed = _Budget(inlet.origin), 0, 0
    with archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if not is_known(info.filename) or _is_of_system(info.filename):
                passed += 1
                continue
            found += 1
            yield from _member(archive, info, inlet.origin, budget)
            if budget.is_spent:
                return
    if not found:
        yield ReportError(
            f"{inlet.origin}: no reports in this archive ({', '.join(SUFFIXES)}), so none were read; look what it holds"
        )
    elif passed:
        tell(f"{inlet.origin}: passed over {passed:,} of its files, of no form that is read")


def _brief(error: Exception) -> str:
    """What a library says of a fault, in which it may set a name of any length."""
    return str(error)[:_BRIEF]


def _is_of_system(name: str) -> bool:
    """Whether a member is what macOS keeps beside a file of the same name."""
    *folders, file = name.split("/")
    return "__MACOSX" in folders or file.startswith("._")


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, origin: str, budget: _Budget
) -> Iterator[Inlet | ReportError]:
    place = f"{origin}!{info.filename}"
    if info.flag_bits & _ENCRYPTED:
        yield ReportError(f"{place}: encrypted, so it was not read; unpack it with its password and give the file")
        return
    try:
        member = archive.open(info)
    except Exception as error:
        yield ReportError(f"{place}: cannot be unpacked ({_brief(error)}), so it was not read; pack it anew")
        return
    with member:
        source = _Unpacking(cast(zipfile.ZipExtFile, member).read1, place, budget)
        yield Inlet(place, info.filename, buffered(source.read), is_within=True)


@dataclass(slots=True)
class _Unpacking:
    """Bytes as they are unpacked, counted; a fault is told in one line, after all that could be had before it.

    `read_some` brings what there is, be it little: what came before a fault would be lost with more.
    """

    read_some: Callable[[int], bytes]
    origin: str
    budget: _Budget
    fault: ReportError | None = None

    def read(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size and not self.fault:
            data = self._some(size)
            if not data:
                break
            parts.append(data)
            size -= len(data)
        if self.fault and not parts:
            raise self.fault
        return b"".join(parts)

    def _some(self, size: int) -> bytes:
        way_out = "so it was not read to the end; fetch or pack it anew"
        try:
            data = self.read_some(size)
            self.budget.spend(len(data))
            return data
        except ReportError as error:
            self.fault = error
        except EOFError:
            self.fault = ReportError(f"{self.origin}: cut off before its end, {way_out}")
        except Exception as error:  # zlib, bz2, lzma and zipfile each raise their own
            self.fault = ReportError(f"{self.origin}: damaged ({_brief(error)}), {way_out}")
        return b""
