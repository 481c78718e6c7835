"""Signing in with the token, and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.web import session
from dragoman.web.pages.review import sign_in_context
from dragoman.web.pages.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def ask(request: Request, back: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """The form for the token."""
    return page("sign_in.html", **sign_in_context(request, back))


@router.post("/sign-in")
def sign_in(
    request: Request,
    who: Annotated[str, Form(max_length=120)],
    token: Annotated[str, Form(max_length=200)],
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin a session for who shows the token."""
    if not session.is_token(request, token):
        message = (
            "This is not the token. It stands in the window where 'dragoman serve' runs; a restart makes a new one."
        )
        return page("sign_in.html", 403, **sign_in_context(request, back, message) | {"who": who})
    answer = RedirectResponse(session.local(back), 303)
    session.begin(request, answer, who.strip())
    return answer


@router.post("/sign-out")
def sign_out(request: Request, form: Annotated[str, Form(max_length=200)] = "") -> Response:
    """End the session."""
    answer = RedirectResponse("/sign-in", 303)
    if session.may_write(request, form):
        session.end(answer)
    return answer
