"""What stands before every route: headers, names, sizes, origins, rates."""

from collections.abc import Callable

from fastapi import FastAPI

from dragoman.settings import value_of
from dragoman.web.shield.headers import Headers
from dragoman.web.shield.hosts import Hosts
from dragoman.web.shield.origins import Origins
from dragoman.web.shield.rates import Rates
from dragoman.web.shield.sizes import Sizes


def _rates(app: FastAPI) -> None:
    app.add_middleware(Rates, reads=value_of("page_reads"), writes=value_of("page_writes"))


def _origins(app: FastAPI) -> None:
    app.add_middleware(Origins)


def _sizes(app: FastAPI) -> None:
    app.add_middleware(Sizes)


def _hosts(app: FastAPI) -> None:
    app.add_middleware(Hosts, host=app.state.host, names=app.state.names)


def _headers(app: FastAPI) -> None:
    app.add_middleware(Headers)


# From the innermost to the outermost: what is refused leaves with the same headers as what is answered.
SHIELD: tuple[Callable[[FastAPI], None], ...] = (_rates, _origins, _sizes, _hosts, _headers)
