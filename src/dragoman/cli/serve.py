"""`dragoman serve`: the record as a page on this machine."""

import gc
import socket
import sys
from typing import Annotated

import typer

from dragoman.cli.options import LedgerName

_OPENED = "Whoever reaches {host} may read this ledger. The token travels unencrypted unless a proxy with TLS stands before it."


def serve(
    ledger: LedgerName,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; others than this machine may read then.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A further name under which this machine is called; may be given several times."),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="DRAGOMAN_TOKEN", help="What writing needs; made up anew by default."),
    ] = None,
) -> None:
    """Open a page on the ledger: the record as of any day, and decisions by those who have the token."""
    import uvicorn

    from dragoman.ledger import shown_name
    from dragoman.web.app import create_app
    from dragoman.web.shield.hosts import is_loopback

    opened = not is_loopback(host)
    names = [*(name or ()), *([socket.gethostname()] if opened else [])]
    app = create_app(ledger, token=token, host=host, names=names)
    with _socket(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        print(f"dragoman serves {shown_name(ledger)} on http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
        print(f"To decide on the page, sign in with the token {app.state.token}", flush=True)
        if opened:
            print(_OPENED.format(host=host), flush=True)
        config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
        # The records kept are many objects without cycles: looking through them at the usual rate took a third of the time.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        # Who only fetches what is kept waits at several turns behind who makes something: five milliseconds each, else.
        sys.setswitchinterval(0.001)
        uvicorn.Server(config).run(sockets=[listening])


def _socket(host: str, port: int) -> socket.socket:
    """A listening socket. Raises DragomanError when the address cannot be had."""
    from dragoman.errors import DragomanError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(128)
    except OSError as error:
        opened.close()
        raise DragomanError(
            f"{host}:{port} cannot be listened on ({error.strerror or error}), so nothing is served; "
            f"name another with --port or --host"
        ) from None
    return opened


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve", epilog="Example: dragoman serve --ledger istanbul.db --port 8000")(serve)
