"""What went wrong, as a page in plain words; programs get the same as JSON."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError, NotFoundError
from dragoman.web.pages.templating import page

_TITLES = {400: "This cannot be shown", 404: "Nothing here", 405: "Not done this way", 422: "This cannot be shown"}


def register(app: FastAPI) -> None:
    """Answer errors in words."""
    app.add_exception_handler(DragomanError, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unfit)


def _answer(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": message}, status)
    return page("error.html", status, title=_TITLES.get(status, "This did not work"), message=message)


def _refused(request: Request, error: Exception) -> Response:
    return _answer(request, 404 if isinstance(error, NotFoundError) else 400, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = "There is no page at this address." if error.status_code == 404 else str(error.detail)
    return _answer(request, error.status_code, message)


def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in error.errors())
    return _answer(request, 422, found)
