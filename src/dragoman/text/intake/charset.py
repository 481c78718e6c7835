"""Bytes to text. UTF-8 shows itself; another encoding must be named: a wrong guess would put in false characters."""

import codecs
import re

from dragoman.errors import ReportError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What calls itself Latin-1 or ASCII is written with the marks of windows-1252, by the custom of the web.
_CUSTOM = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a declaration must stand
_SAMPLE = 65536  # bytes in which binary data shows itself


def utf8_text(data: bytes, origin: str) -> str:
    """The text of a report in UTF-8, or in UTF-16 that says so in its first two bytes. Raises ReportError for any other."""
    try:
        return _shown(data, origin)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{origin}: not UTF-8 (byte {error.start:,}), so its offsets would not hold and it was not read; "
            f"convert it, for instance with 'iconv -f windows-1252 -t utf-8'"
        ) from None


def markup_text(data: bytes, origin: str, carrier: str | None = None) -> str:
    """The text of a page or a feed, in the encoding that it or its carrier names. Raises ReportError."""
    try:
        return _shown(data, origin)
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:_HEAD])
        named = next(filter(None, declared.groups())).decode("ascii", "replace") if declared else "UTF-8"
        return _decoded(data, carrier or named, origin)


def _shown(data: bytes, origin: str) -> str:
    """The text in an encoding that the bytes show themselves. Raises UnicodeDecodeError where they show none."""
    if data.startswith(_UTF16):
        return _decoded(data, "UTF-16", origin)
    if b"\0" in data[:_SAMPLE]:
        raise ReportError(
            f"{origin}: not text but binary data, so it was not read; save the report as plain text, HTML or JSON Lines"
        )
    return data.decode("utf-8-sig")


def _decoded(data: bytes, name: str, origin: str) -> str:
    try:
        known = codecs.lookup(name).name
        return data.decode(_CUSTOM.get(known, known))
    except LookupError:
        raise ReportError(
            f"{origin}: in the encoding {name!r}, which is not known here, so it was not read; convert it to UTF-8"
        ) from None
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{origin}: not in {name} (byte {error.start:,}), so its signs are not known and it was not read; "
            f"convert it to UTF-8, or have it name its encoding"
        ) from None
