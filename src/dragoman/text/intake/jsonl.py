"""JSON Lines: one report a line, with `text` and any of `id, url, outlet, title, published`."""

import json
from collections.abc import Iterator
from typing import Any

from dragoman.errors import ReportError
from dragoman.settings import value_of
from dragoman.text.intake.inlets import Found, Inlet, bounded_lines
from dragoman.text.intake.parts import Parts

# Six characters (\uXXXX) may stand for one, and the other fields want room.
_CHARS_PER_CHAR, _ROOM = 6, 10_000


def read_lines(inlet: Inlet) -> Iterator[Found]:
    """The report of every line that is not blank, or the error in its place."""
    limit = value_of("max_chars") * _CHARS_PER_CHAR + _ROOM
    for number, line in enumerate(bounded_lines(inlet.stream, limit), 1):
        place = f"{inlet.origin}:{number}"
        if line is None:
            yield (
                place,
                ReportError(
                    f"{place}: a line of more than {limit:,} bytes, which no report may have, so it was not read; "
                    f"write one report a line, or raise DRAGOMAN_MAX_CHARS"
                ),
            )
        elif line.strip():
            try:
                yield place, _read_line(line, place, f"{inlet.name}:{number}")
            except ReportError as error:
                yield place, error


def _read_line(line: bytes, place: str, fallback: str) -> Parts:
    try:
        row: Any = json.loads(line)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{place}: not UTF-8 (byte {error.start:,} of the line), so it was not read; convert the file to UTF-8"
        ) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReportError(
            f"{place}: not JSON ({error}), so this report was not read; write one object a line"
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReportError(
            f'{place}: no object with a "text", so there is nothing to read; give text, published, title, outlet'
        )
    fields = {key: _string(row, key, place) for key in ("published", "title", "outlet", "url", "id")}
    fields["id"] = fields["id"] or fallback
    return Parts(row["text"], **fields)


def _string(row: dict[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, int) and key == "id":
        return str(value)
    if not isinstance(value, str):
        raise ReportError(
            f"{place}: {key} is {value!r}, not a string, so this report was not read; write it in quotation marks"
        )
    return value
