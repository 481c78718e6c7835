"""Which error is answered how: every error of dragoman's own is said in its words."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError, NotFoundError
from dragoman.web.problems import problem

_NOWHERE = "There is no page at this address, so nothing is shown; the negotiations are listed on the first page."
_NO_API = "Nothing of the API is at this address, so nothing is sent; /api/openapi.json lists what there is."


def register(app: FastAPI) -> None:
    """Answer errors in words."""
    app.add_exception_handler(DragomanError, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unfit)


def _refused(request: Request, error: Exception) -> Response:
    # Where the ledger lies on this machine is no reader's business.
    said = str(error).replace(request.app.state.place, "the ledger")
    return problem(request, 404 if isinstance(error, NotFoundError) else 400, said)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = str(error.detail)
    if error.status_code == 404 and detail == "Not Found":
        detail = _NO_API if request.url.path.startswith("/api") else _NOWHERE
    if error.status_code == 405:
        detail = f"{request.method} does nothing at this address, so nothing was done; read it with GET."
    return problem(request, error.status_code, detail, error.headers)


def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in error.errors()[:5])
    way_out = "/api/openapi.json says what each parameter takes" if request.url.path.startswith("/api") else "mend it"
    return problem(request, 422, f"{found}, so nothing was done; {way_out}")
