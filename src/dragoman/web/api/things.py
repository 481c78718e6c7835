"""Processes, one thing with its why, reports, search and decisions."""

from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from dragoman.archive import Archive
from dragoman.errors import NotFoundError
from dragoman.model.ledgered import Decision
from dragoman.record.processes import parties_of
from dragoman.render import lists, rows
from dragoman.render.format import Format
from dragoman.render.rows import Row
from dragoman.render.sheets import sheet
from dragoman.render.why import find, touches
from dragoman.web import answers
from dragoman.web.api import models as m
from dragoman.web.api.answers import CSV, as_json, described, described_text
from dragoman.web.api.asked import AskedDates, AskedSearch, AskedStretch, Dates, Key, as_key, cut, view_of
from dragoman.web.api.tables import TABLES
from dragoman.web.view import Asked, View, page_of

router = APIRouter(tags=["things"])
Id = Annotated[str, Path(max_length=120, description="an id as the tables give it", examples=["r-0123456789"])]
_FILES = {"Content-Disposition": 'attachment; filename="processes.csv"'}


def _archive(request: Request) -> Archive:
    archive: Archive = request.app.state.archive
    return archive


def _processes(request: Request, dates: Dates) -> list[Row]:
    archive, asked = _archive(request), dates.of()
    return [
        {
            **row,
            "name": row["name"] or row["process"],
            "parties": list(parties_of(row["process"])),
            "page": f"{page_of(row['process'])}{asked.query}",
        }
        for row in rows.process_rows(archive.processes(asked.as_of), archive.names())
    ]


@router.get(
    "/api/processes",
    summary="The negotiations in the ledger",
    responses=described(m.Page[m.Process]),
    response_class=Response,
)
def processes(request: Request, asked: AskedStretch) -> Response:
    """The negotiations of at least two parties, the most reported first."""
    key = ("processes", *as_key(asked))
    return as_json(request, key, lambda: cut(request, _processes(request, asked), asked))


@router.get(
    "/api/processes.csv",
    summary="The negotiations in the ledger, as CSV",
    responses=described_text("text/csv"),
    response_class=Response,
)
def processes_csv(request: Request, asked: AskedDates) -> Response:
    """The negotiations of at least two parties, the most reported first."""

    def make() -> str:
        return sheet(_processes(request, asked), rows.PROCESSES, Format.CSV)

    return answers.kept(request, ("processes", *as_key(asked)), CSV, make, _FILES)


# Last of what begins with a process: its key may hold a slash.
glance = APIRouter(tags=["things"])


@glance.get(
    "/api/processes/{key:path}",
    summary="A negotiation at a glance",
    responses=described(m.Glance),
    response_class=Response,
)
def process(request: Request, key: Key, asked: AskedDates) -> Response:
    """How much there is of each kind, the days on which something became known, and where the rest is."""
    return as_json(request, ("process", key, *as_key(asked)), lambda: _glance(view_of(request, key, asked)))


def _glance(v: View) -> Row:
    record = v.record
    days = [day.isoformat() for day in v.known_days]
    links = {table: f"{v.api}/{table}" for table in TABLES}
    since = days[-2] if len(days) > 1 else "1900-01-01"  # what the last day's reports moved
    links |= {"calendar": f"{v.api}/talks.ics", "feed": f"{v.api}/changes.atom"}
    links |= {"changes": f"{v.api}/changes?since={since}"}
    counted = {
        "talks": record.rounds,
        "disputes": record.disputes,
        "open_disputes": v.open_disputes,
        "promises": record.promises,
        "deliveries": record.acts,
        "positions": record.positions,
    }
    return {
        "process": v.process,
        "name": record.name,
        "parties": list(parties_of(v.process)),
        "findings": len(record.entries),
        "reports": v.reports,
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "page": v.url(),
        "counts": {what: len(found) for what, found in counted.items()},
        "days": days,
        "links": links,
    }


@router.get(
    "/api/things/{id}",
    summary="One thing with its why",
    responses=described(m.Thing),
    response_class=Response,
)
def thing(request: Request, id: Id, asked: AskedDates) -> Response:
    """A meeting, dispute, promise, delivery, position or finding: accounts, chains, sentences, joins, names, decisions."""
    return as_json(request, ("thing", id, *as_key(asked)), lambda: _thing(request, id, asked))


def _thing(request: Request, id_: str, dates: Dates) -> Row:
    archive, asked = _archive(request), dates.of()
    entry = archive.entry(f"f-{id_.partition('-')[2].partition('.')[0]}")
    record = archive.holding(entry, asked.as_of) if entry else None
    row = find(record, id_) if record else None
    if row is None or record is None:
        raise NotFoundError(f"{id_}: nothing of this id is visible then, so nothing is sent; the tables give the ids")
    decided = lists.decision_rows([d for d in archive.decisions() if touches(d, row)])
    v = View(archive, Asked(record.process, asked.known, asked.recorded))
    return {
        "attributes": [],
        "promise": None,
        "links": [],
        **row,
        "process": record.process,
        "page": v.url(_WHATS[id_[0]], id_),
        "decisions": decided,
    }


_WHATS = {"r": "round", "d": "dispute", "p": "promise", "a": "delivery", "s": "position", "f": "finding"}


@router.get(
    "/api/reports/{name}",
    summary="A stored report with its findings",
    responses=described(m.Report),
    response_class=Response,
)
def report(
    request: Request,
    name: Annotated[
        str, Path(max_length=200, description="its key, the start of one, or its id", examples=["istanbul-23"])
    ],
) -> Response:
    """The text as it was read, and every finding with its slots."""
    return as_json(request, ("report", name), lambda: _report(_archive(request), name))


def _report(archive: Archive, name: str) -> Row:
    found = archive.source(name)
    if found is None:
        raise NotFoundError(f"{name}: no report of this key, so nothing is sent; /api/search finds reports")
    key, stored, entries = found
    slots = [rows.entry_row(e) | {"process": e.process, "slots": _slots(e.finding)} for e in entries]
    return {
        "key": key,
        "id": stored.id,
        "outlet": stored.outlet,
        "title": stored.title,
        "url": stored.url,
        "published": stored.published.isoformat(),
        "findings": len(entries),
        "body": stored.body,
        "found": slots,
    }


def _slots(finding: Any) -> Row:
    return {name: value for name, value in asdict(finding).items() if name not in ("evidence", "span")}


@router.get(
    "/api/search",
    summary="Reports and findings that hold all these words",
    responses=described(m.Page[m.Hit]),
    response_class=Response,
)
def search(request: Request, asked: AskedSearch) -> Response:
    """Full text, the best first; the total is of at most 500."""
    archive = _archive(request)

    def make() -> Row:
        stretch = cut(request, archive.search(asked.q), asked)
        found = (archive.found(ref) for ref in stretch["items"])
        return stretch | {"items": [lists.hit_row(hit) for hit in found if hit]}

    return as_json(request, ("search", *as_key(asked)), make)


@router.get(
    "/api/decisions",
    summary="What people decided",
    responses=described(m.Page[m.Decision]),
    response_class=Response,
)
def decisions(request: Request, asked: AskedStretch) -> Response:
    """Every decision in order, those taken back among them, as of record time."""
    return as_json(
        request,
        ("decisions", *as_key(asked)),
        lambda: cut(request, lists.decision_rows(_decided(request, asked)), asked),
    )


def _decided(request: Request, dates: Dates) -> list[Decision]:
    recorded = replace(dates.of(), known="").as_of.recorded
    return [d for d in _archive(request).decisions() if recorded is None or d.recorded_at <= recorded]


@router.get(
    "/api/decisions.csv",
    summary="What people decided, as CSV",
    responses=described_text("text/csv"),
    response_class=Response,
)
def decisions_csv(request: Request, asked: AskedDates) -> Response:
    """Every decision in order."""

    def make() -> str:
        return sheet(lists.decision_lines(_decided(request, asked)), lists.DECISIONS, Format.CSV)

    named = {"Content-Disposition": 'attachment; filename="decisions.csv"'}
    return answers.kept(request, ("decisions", *as_key(asked)), CSV, make, named)
