"""The application: which routers answer, behind which middleware. Open this file first.

A route finds in `request.app.state`: `archive`, the ledger for readers (dragoman.archive.Archive), and `token`, the word
that whoever writes must show.
"""

import secrets
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI

from dragoman import __version__
from dragoman.archive import Archive
from dragoman.web import assets
from dragoman.web.api import deciding, feeds, tables, things
from dragoman.web.pages import errors, home, process, programs, report, review, search, sign_in, thing
from dragoman.web.shield import SHIELD

# In the order in which addresses are tried: what goes on from a process comes before the process itself.
ROUTERS: tuple[APIRouter, ...] = (
    assets.router,
    home.router,
    search.router,
    programs.router,
    thing.router,
    review.router,
    report.router,
    sign_in.router,
    process.router,
    tables.router,
    feeds.router,
    things.router,
    deciding.router,
    things.glance,
)
# Each is given the application and adds its middleware; the last one added is the outermost.
MIDDLEWARE: tuple[Callable[[FastAPI], None], ...] = SHIELD

_ABOUT = (
    "The record of negotiations that this ledger holds, as of any day. Every answer has a strong ETag; every error is a "
    "problem (RFC 9457) whose detail names the culprit, the consequence and the way out."
)


def create_app(
    ledger: str | Path, token: str | None = None, host: str = "127.0.0.1", names: Collection[str] = ()
) -> FastAPI:
    """The application on an existing ledger (a file or postgresql://). Raises LedgerError where there is none.

    `token` is what writing needs, made up where none is given; `host` is the address that is listened on and
    `names` are further names of this machine, for the check of the Host header.
    """
    archive = Archive.open(ledger)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        archive.close()

    app = FastAPI(
        title="dragoman",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.archive, app.state.token = archive, token or secrets.token_urlsafe(16)
    app.state.place = str(ledger)
    app.state.host, app.state.names = host, tuple(names)
    for router in ROUTERS:
        app.include_router(router)
    errors.register(app)
    for add in MIDDLEWARE:
        add(app)
    return app
