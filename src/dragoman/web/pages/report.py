"""A stored report with its findings marked, opened at the words of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from dragoman.archive import Archive
from dragoman.errors import NotFoundError
from dragoman.model.ledgered import Entry, FindingKind
from dragoman.record.processes import parties_of
from dragoman.render.hostile import plain
from dragoman.web.pages.templating import kept_page, render
from dragoman.web.view import page_of

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the body under the same marks. `anchors` are the findings that begin with it."""

    text: str
    kinds: tuple[str, ...]
    note: str
    anchors: tuple[str, ...]
    cited: bool
    first_cited: bool

    @property
    def classes(self) -> str:
        """The classes of the mark."""
        return " ".join([*(f"k-{kind}" for kind in self.kinds), *(["cited"] if self.cited else [])])


@router.get("/report/{key}")
def report(request: Request, key: str, finding: Annotated[str, Query(max_length=40)] = "") -> Response:
    """The report of a key (or the start of one), the words of `finding` marked above all."""

    def make() -> str:
        return render("report.html", **_context(request.app.state.archive, key, finding))

    return kept_page(request, ("report", key, finding), make)


def _context(archive: Archive, name: str, cited: str) -> dict[str, Any]:
    found = archive.source(name)
    if found is None:
        raise NotFoundError(f"{name}: no report of this key in the ledger, so there is nothing to show")
    key, report_, entries = found
    chosen = next((e for e in entries if e.id == cited), None)
    process = next((e.process for e in (chosen, *entries) if e and len(parties_of(e.process)) > 1), None)
    placed = sorted((e for e in entries if e.finding.span), key=lambda e: e.finding.span or (0, 0))
    return {
        "report": report_,
        "key": key[:16],
        "cited": cited if chosen else "",
        "pieces": pieces(report_.body, placed, cited),
        "found": [(entry, note_of(entry)) for entry in placed],
        "why": lambda entry: f"{page_of(entry.process)}/finding/{entry.id}",
        "process": page_of(process) if process else "",
    }


def pieces(body: str, entries: Sequence[Entry], cited: str) -> list[Piece]:
    """The body cut wherever a finding begins or ends; put together again the pieces are the body."""
    edges = {0, len(body), *(edge for entry in entries for edge in entry.finding.span or ())}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(body))
    made: list[Piece] = []
    for start, end in pairwise(cuts):
        over = [e for e in entries if e.finding.span and e.finding.span.start <= start and end <= e.finding.span.end]
        is_cited = any(e.id == cited for e in over)
        kinds = tuple(dict.fromkeys(str(e.kind) for e in over))
        notes = "; ".join(dict.fromkeys(note_of(e) for e in over))
        anchors = tuple(e.id for e in entries if e.finding.span and e.finding.span.start == start)
        first = is_cited and not any(piece.cited for piece in made)
        made.append(Piece(plain(body[start:end]), kinds, notes, anchors, is_cited, first))
    return made


def note_of(entry: Entry) -> str:
    """What a finding says, in a few words."""
    f: Any = entry.finding
    match entry.kind:
        case FindingKind.MEETING:
            return f"{f.kind}, {f.status}"
        case FindingKind.COMMITMENT:
            return f"promise: {f.action}, {f.state}"
        case FindingKind.DELIVERY:
            return f"delivery: {f.action}"
        case FindingKind.POSITION:
            return f"{f.actor} {f.stance}: {f.topic}"
        case FindingKind.INITIATIVE:
            return f"{f.kind}: {f.name}"
        case _:
            return f"{f.speaker}: {f.verb}"
