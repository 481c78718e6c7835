"""Review in place: the queue, the forms of a judgement, and the one address that writes."""

from dataclasses import fields
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.ledgered import Entry, FindingKind, Verb
from dragoman.record.changes import round_label
from dragoman.render.why import decision_line
from dragoman.web import session
from dragoman.web.judging import checked
from dragoman.web.pages.process import Wanted, view_of
from dragoman.web.pages.templating import page
from dragoman.web.pages.thing import decided_lines
from dragoman.web.view import Asked, View

router = APIRouter(include_in_schema=False)
_MOST = 50  # doubts on a page
_MEETINGS = 40  # meetings to choose from
_UNASKED = ("evidence", "span")  # the words are the report's own: nobody amends them

Text = Annotated[str, Field(max_length=2000)]


@router.get("/process/{key:path}/review")
def queue(request: Request, wanted: Wanted) -> Response:
    """What is least certain, first."""
    v = view_of(request, wanted)
    return page("review.html", v=v, limit=_MOST, decided=decided_lines(v))


@router.get("/process/{key:path}/decide/{id}")
def form(request: Request, wanted: Wanted, id: str) -> Response:
    """The form to judge a finding or a dispute, or to take a decision back."""
    return _form(request, view_of(request, wanted), id)


@router.get("/process/{key:path}/names")
def names(
    request: Request,
    wanted: Wanted,
    one: Annotated[str, Query(max_length=300)],
    other: Annotated[str, Query(max_length=300)],
) -> Response:
    """The form to say whether two names are one."""
    v = view_of(request, wanted)
    return page("decide.html", **_blank(request, v, "Who is who") | {"pair": (one, other)})


def _form(request: Request, v: View, id_: str, message: str = "", status: int = 200) -> Response:
    context = _blank(request, v, "Judge") | {"subject": id_, "message": message}
    if dispute := next((d for d in v.record.disputes if d.id == id_), None):
        found: dict[str, Any] = {"dispute": dispute, "title": "Settle a dispute"}
    elif entry := v.entries.get(id_) or v.archive.entry(id_):
        rounds = _rounds(v, entry) if entry.kind is FindingKind.MEETING else []
        found = {"entry": entry, "slots": _slots(entry), "rounds": rounds}
        found |= {"title": "Judge a finding"}
    elif decision := next((d for d in v.decisions if d.id == id_), None):
        found = {"decision": decision_line(decision), "title": "Take a decision back"}
    else:
        raise NotFoundError(f"{id_}: nothing to judge under this id in {v.record.name}; it may have been judged since")
    return page("decide.html", status, **context | found)


def _blank(request: Request, v: View, title: str) -> dict[str, Any]:
    """What every form needs; the subject is filled in by the caller."""
    return {
        "v": v,
        "title": title,
        "message": "",
        "back": _came_from(request) or v.url("review"),
        "signed": session.signed_in(request) is not None,
        "form": session.form_word(request),
        "who": session.name_of(request),
        **dict.fromkeys(("dispute", "entry", "decision", "pair", "subject"), None),
    }


def _came_from(request: Request) -> str:
    """The page of this site on which the form was asked for, "" where that is not told."""
    told = urlsplit(request.headers.get("hx-current-url") or request.headers.get("referer") or "")
    if told.netloc != request.url.netloc or told.path == request.url.path:
        return ""
    return session.local(told.path + (f"?{told.query}" if told.query else ""))


def _slots(entry: Entry) -> list[tuple[str, str]]:
    """(slot, value as text) of a finding."""
    values = ((f.name, getattr(entry.finding, f.name)) for f in fields(entry.finding) if f.name not in _UNASKED)
    return [(name, ", ".join(value) if isinstance(value, tuple) else str(value or "")) for name, value in values]


def _rounds(v: View, entry: Entry) -> list[tuple[str, str]]:
    """(first other finding, label) of the meetings that a finding may speak of."""
    found = []
    for round_ in v.record.rounds[-_MEETINGS:]:
        others = [join.entry.id for join in round_.joins if join.entry.id != entry.id]
        if others:
            found.append((others[0], f"{round_label(round_)}, {round_.date.value or 'date not settled'}"))
    return found


class Judgement(BaseModel):
    """What the form of a decision sends; which fields count hangs on the verb."""

    verb: Text
    process: Text
    who: Text
    why: Text
    form: Text = ""
    subject: Text = ""
    value: Text = ""
    slot: Text = ""
    slot_value: Text = ""
    one: Text = ""
    other: Text = ""
    back: Text = "/"


@router.post("/decide")
def decide(request: Request, said: Annotated[Judgement, Form()]) -> Response:
    """Keep a decision and lead back to where it was taken."""
    v = View(request.app.state.archive, Asked(said.process))
    if not session.may_write(request, said.form):
        message = (
            "Nothing was written: this form is not of a signed-in session. Sign in with the token and send it again."
        )
        return page("sign_in.html", 403, **sign_in_context(request, said.back, message))
    try:
        chosen, named, values = _decision(said)
        v.archive.decide(chosen, named, values, (said.who, said.why))
    except DragomanError as error:
        if not said.subject:
            raise
        return _form(request, v, said.subject, str(error), 400)
    return RedirectResponse(session.local(said.back), 303)


def _decision(said: Judgement) -> tuple[Verb, str, dict[str, str]]:
    """(verb, subject, value) of what the form says. Raises LedgerError for what cannot be decided."""
    values: dict[str, dict[str, str]] = {
        Verb.SAME: {"one": said.one, "other": said.other},
        Verb.NOT_SAME: {"one": said.one, "other": said.other},
        Verb.SETTLE: {"value": said.value},
        Verb.AMEND: {said.slot: said.slot_value},
    }
    return checked(said.verb, said.subject, values.get(said.verb, {}))


def sign_in_context(request: Request, back: str, message: str = "") -> dict[str, Any]:
    """What the page of signing in tells."""
    return {
        "signed_in": session.signed_in(request) is not None,
        "who": session.name_of(request),
        "form": session.form_word(request),
        "back": back,
        "message": message,
    }
