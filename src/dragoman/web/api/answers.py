"""Rows as JSON and CSV, ready to send, and what the OpenAPI description says of every answer."""

import json
import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from fastapi import Request, Response

from dragoman.render.format import Format
from dragoman.render.rows import Row
from dragoman.render.sheets import sheet
from dragoman.web import answers
from dragoman.web.api.models import Problem

CSV = "text/csv; charset=utf-8"
_PROBLEM = {"content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"description": "A date that is none, or words the ledger cannot take", **_PROBLEM},
    404: {"description": "Nothing of this name", **_PROBLEM},
    414: {"description": "An address beyond the limit", **_PROBLEM},
    421: {"description": "A Host header that is no name of this page", **_PROBLEM},
    422: {"description": "A parameter that is unknown or out of bounds", **_PROBLEM},
    429: {"description": "Too many requests from one address", **_PROBLEM},
    431: {"description": "Headers beyond the limit", **_PROBLEM},
    503: {"description": "Too many requests under way", **_PROBLEM},
}
NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "What was sent with this ETag still holds"}}


def described(model: Any) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that sends this model as JSON."""
    return {200: {"model": model, "description": "As asked for"}, **NOT_MODIFIED, **PROBLEMS}


def described_text(kind: str) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that sends text of this kind."""
    content = {kind.partition(";")[0]: {"schema": {"type": "string"}}}
    return {200: {"content": content, "description": "As asked for"}, **NOT_MODIFIED, **PROBLEMS}


def as_json(request: Request, key: Hashable, make: Callable[[], dict[str, Any]]) -> Response:
    """What is made, as JSON."""
    return answers.kept(request, key, answers.JSON, lambda: json.dumps(make(), ensure_ascii=False, allow_nan=False))


def as_csv(
    request: Request, key: Hashable, make: Callable[[], tuple[str, Sequence[Row]]], columns: Sequence[str]
) -> Response:
    """The rows that are made, as a file. The key is (process, table, …), which names the file."""
    parts = key if isinstance(key, tuple) else (key,)

    def text() -> str:
        process, rows = make()
        return sheet([{"process": process, **row} for row in rows], ("process", *columns), Format.CSV)

    return answers.kept(request, key, CSV, text, {"Content-Disposition": f'attachment; filename="{_file(parts)}.csv"'})


def _file(parts: Sequence[Hashable]) -> str:
    """A name that every file system takes."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", " ".join(str(part) for part in parts if part)).strip("-").lower()
    return words[:80] or "dragoman"
