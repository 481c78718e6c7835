"""The tables of a process: each as JSON by stretches, and whole as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from dragoman.record.changes import changes
from dragoman.render import lists, rows
from dragoman.render.rows import Row
from dragoman.service import earlier_than
from dragoman.web.api import models as m
from dragoman.web.api.answers import as_csv, as_json, described, described_text
from dragoman.web.api.asked import (
    AskedDates,
    AskedSince,
    AskedSinceStretch,
    AskedStretch,
    Key,
    Since,
    as_key,
    cut,
    view_of,
    whole,
)
from dragoman.web.view import View

router = APIRouter(tags=["tables"])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name in the address, what a row is, the rows of a view, those of the flat file where they differ."""

    name: str
    model: type[Any]
    columns: Sequence[str]
    rows: Callable[[View], list[Row]]
    help: str
    lines: Callable[[View], list[Row]] | None = None


SHEETS: tuple[Sheet, ...] = (
    Sheet("talks", m.Talk, rows.TALKS, lambda v: rows.talk_rows(v.record), "Meetings, with every account"),
    Sheet("disputes", m.Dispute, rows.DISPUTES, lambda v: rows.dispute_rows(v.record), "Where accounts differ"),
    Sheet("promises", m.Promise, rows.PROMISES, lambda v: rows.promise_rows(v.record), "Promises and their balances"),
    Sheet(
        "deliveries",
        m.Delivery,
        lists.DELIVERIES,
        lambda v: lists.delivery_rows(v.record),
        "What was delivered, by whose count",
        lambda v: lists.delivery_lines(v.record),
    ),
    Sheet("positions", m.Position, rows.POSITIONS, lambda v: rows.position_rows(v.record), "What each side wants"),
    Sheet("timeline", m.Event, rows.TIMELINE, lambda v: rows.event_rows(v.events), "What happened on which day"),
    Sheet("reports", m.Source, lists.REPORTS, lambda v: lists.source_rows(v.record.entries), "The reports behind it"),
    Sheet("findings", m.Finding, lists.FINDINGS, lambda v: lists.finding_rows(v.record), "Every finding and its words"),
    Sheet("doubts", m.Doubt, lists.DOUBTS, lambda v: lists.doubt_rows(v.doubts), "What a person should look at first"),
)


def _add(sheet: Sheet) -> None:
    def as_list(request: Request, key: Key, asked: AskedStretch) -> Response:
        def make() -> dict[str, Any]:
            return cut(request, sheet.rows(view_of(request, key, asked)), asked)

        return as_json(request, (sheet.name, key, as_key(asked)), make)

    def as_file(request: Request, key: Key, asked: AskedDates) -> Response:
        def make() -> tuple[str, list[Row]]:
            v = view_of(request, key, asked)
            return v.record.name, (sheet.lines or sheet.rows)(v)

        return as_csv(request, (key, sheet.name, *as_key(asked)), make, sheet.columns)

    path = f"/api/processes/{{key:path}}/{sheet.name}"
    page = m.Page[sheet.model]  # type: ignore[name-defined]
    router.add_api_route(
        f"{path}.csv",
        as_file,
        name=f"{sheet.name}_csv",
        summary=f"{sheet.help}, as CSV",
        responses=described_text("text/csv"),
        response_class=Response,
    )
    router.add_api_route(
        path, as_list, name=sheet.name, summary=sheet.help, responses=described(page), response_class=Response
    )


def moved(request: Request, key: str, asked: Since) -> tuple[View, list[Row]]:
    """What moved between two dates. Raises LedgerError for a date that is none, or not the earlier one."""
    v = view_of(request, key, asked)
    before = earlier_than(v.as_of, whole(asked.since))
    return v, rows.change_rows(changes(v.archive.record(v.process, before), v.record))


@router.get(
    "/api/processes/{key:path}/changes.csv",
    summary="What moved between two dates, as CSV",
    responses=described_text("text/csv"),
    response_class=Response,
)
def changes_csv(request: Request, key: Key, asked: AskedSince) -> Response:
    """Every line of what moved since a date."""

    def make() -> tuple[str, list[Row]]:
        v, found = moved(request, key, asked)
        return v.record.name, found

    return as_csv(request, (key, "changes", *as_key(asked)), make, rows.CHANGES)


@router.get(
    "/api/processes/{key:path}/changes",
    name="changes",
    summary="What moved between two dates",
    responses=described(m.Page[m.Change]),
    response_class=Response,
)
def changes_list(request: Request, key: Key, asked: AskedSinceStretch) -> Response:
    """What moved since a date, by known time."""
    return as_json(request, ("changes", key, as_key(asked)), lambda: cut(request, moved(request, key, asked)[1], asked))


for _sheet in SHEETS:
    _add(_sheet)

TABLES: tuple[str, ...] = (*(s.name for s in SHEETS), "changes")
