"""The pages of a round, a dispute, a promise, a delivery, a position, a finding: everything behind it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from dragoman.errors import NotFoundError
from dragoman.model.dates import join
from dragoman.model.ledgered import Entry, Verb
from dragoman.record.promises import Promise
from dragoman.record.rounds import Round
from dragoman.render.rows import Row, entry_row
from dragoman.render.why import decision_line, find, touches
from dragoman.web.pages.process import Wanted, view_of
from dragoman.web.pages.templating import kept_page, render, singular
from dragoman.web.view import View

router = APIRouter(include_in_schema=False)
WHATS = ("round", "dispute", "promise", "delivery", "position", "finding")
_MOST = 200  # findings on a page


def thing(request: Request, wanted: Wanted, id: str) -> Response:
    """One thing with its accounts, chains, sentences, joins and decisions."""
    what = request.scope["path"].split("/")[-2]

    def make() -> str:
        return render("thing.html", **_context(view_of(request, wanted), what, id))

    return kept_page(request, ("thing", wanted, id), make)


for _what in WHATS:
    router.add_api_route(f"/process/{{key:path}}/{_what}/{{id}}", thing, methods=["GET"], name=_what)


def _context(v: View, what: str, id_: str) -> dict[str, Any]:
    row = find(v.record, id_) or _rejected(v, id_)
    if row is None:
        when = f" as known on {v.day}" if v.day else ""
        raise NotFoundError(
            f"{id_}: nothing of this id in {v.record.name}{when}; the record of another day may have it"
        )
    if what == "dispute":
        wanted = id_.partition(".")[2]
        row = row | {"attributes": [a for a in row.get("attributes", ()) if a["dispute"] and a["attribute"] == wanted]}
    round_ = next((r for r in v.record.rounds if r.id == row["id"]), None)
    promise = next((p for p in v.record.promises if p.id == row["id"]), None)
    return {
        "v": v,
        "entries": v.entries | {e.id: e for e in row.get("rejected", ())},
        "what": what,
        "row": row,
        "promise": promise,
        "joins": round_ is not None,
        "loose": {join.entry.id for join in round_.joins if join.loose} if round_ else set(),
        "facts": _round_facts(round_) if round_ else _promise_facts(promise) if promise else [],
        "decided": decided_lines(v, row),
        "beside": _beside,
        "limit": _MOST,
    }


def _rejected(v: View, id_: str) -> Row | None:
    """What a person has taken out of the record stays to be looked at, and taken back."""
    entry = v.archive.entry(f"f-{id_.partition('-')[2].partition('.')[0]}")
    if entry is None or not any(d.verb is Verb.REJECT and d.subject == entry.id for d in v.decisions):
        return None
    return {
        "id": entry.id,
        "what": f"{singular(entry.kind)}, rejected",
        "findings": [entry_row(entry)],
        "rejected": [entry],
    }


def _beside(entry: Entry, value: str) -> bool:
    """Whether the report sets this value against its own finding, whose words therefore say another."""
    rivals = [account.value for dispute in entry.disputes for account in dispute.values]
    own = {join(getattr(entry.finding, "start", None), getattr(entry.finding, "end", None))}
    return value in rivals and value not in own | {getattr(entry.finding, "place", None)}


def _round_facts(round_: Round) -> list[tuple[str, str]]:
    return [
        ("Between", ", ".join(round_.parties)),
        ("Through", ", ".join(round_.mediators)),
        ("Delegates", ", ".join(round_.delegates)),
        ("Level", round_.level or ""),
        ("On", ", ".join(round_.topics)),
    ]


def _promise_facts(promise: Promise) -> list[tuple[str, str]]:
    return [
        ("State", str(promise.state)),
        ("Between", ", ".join(promise.parties)),
    ]


def decided_lines(v: View, row: Row | None = None) -> list[tuple[str, str]]:
    """(line, id) of each standing decision, of those about the row where one is given."""
    return [(decision_line(d), d.id) for d in v.decisions if row is None or touches(d, row)]
