"""The one address of the API that writes: a decision, signed, under the token."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from dragoman.model.ledgered import Verb
from dragoman.render.lists import decision_rows
from dragoman.web import session
from dragoman.web.api import models as m
from dragoman.web.api.answers import PROBLEMS
from dragoman.web.judging import checked
from dragoman.web.problems import problem
from dragoman.web.view import Asked, View

router = APIRouter(tags=["decisions"])
_NO_TOKEN = (
    "No token came along, or not the right one, so nothing was written; "
    "send 'Authorization: Bearer TOKEN' with the one that 'dragoman serve' printed."
)


@router.post(
    "/api/decisions",
    summary="Keep a decision; needs the token",
    status_code=201,
    responses={
        201: {"model": m.Decision, "description": "Kept"},
        401: {"description": "Without the token", "content": PROBLEMS[400]["content"]},
        **PROBLEMS,
        403: {"description": "Sent by a browser from another site", "content": PROBLEMS[400]["content"]},
        413: {"description": "A body beyond the limit", "content": PROBLEMS[400]["content"]},
    },
    response_class=Response,
    openapi_extra={"security": [{"token": []}]},
)
def decide(request: Request, said: m.Judgement) -> Response:
    """Accept, reject, amend, settle, same, not-same, name or undo, with a name and a reason."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not session.is_token(request, given):
        return problem(request, 401, _NO_TOKEN, {"WWW-Authenticate": 'Bearer realm="dragoman"'})
    v = View(request.app.state.archive, Asked(said.process))
    subject = v.process if said.verb == Verb.NAME else said.subject
    chosen, named, value = checked(said.verb, subject, said.value)
    kept = v.archive.decide(chosen, named, value, (said.who, said.why))
    (row,) = decision_rows([kept])
    return JSONResponse(row, 201, headers={"Cache-Control": "no-store"})
