"""Connections to a ledger's database, and database errors in words that help."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from dragoman.errors import LedgerError

IN_MEMORY = ":memory:"  # a ledger that lives as long as its object
_PATIENCE = 30_000  # milliseconds that a writer waits for another
# Before the host ("me:secret@host") or among the options ("?password=secret").
_PASSWORD = re.compile(r"(?<=://)([^:/@]*:).*(?=@)|(?<=[?&])(password=)[^&]*")
_LOCK = 0x0D7A60  # the advisory lock of PostgreSQL's writers; any constant does

# What a database says, and what it means for the user.
_MEANINGS = (
    (
        "disk is full",
        "the disk is full, so nothing of the last report was written; make room and run the same command again",
    ),
    (
        "no space left",
        "the disk is full, so nothing of the last report was written; make room and run the same command again",
    ),
    (
        "not a database",
        "not a ledger, or a corrupt one, so nothing was read or written; restore it from a copy, or name another file",
    ),
    ("malformed", "the file is corrupt, so nothing was read or written; restore it from a copy, or name another file"),
    (
        "disk i/o error",
        "the disk failed, so nothing of the last report was written; look at the disk and run the same command again",
    ),
    (
        "locked",
        "another process is writing and did not finish in time, so nothing was written; run the same command again",
    ),
    ("readonly", "the file cannot be written to, so nothing was; check its permissions"),
    ("unable to open", "the file cannot be opened; check that its folder exists and may be written to"),
)


def is_url(ledger: str) -> bool:
    """Whether a ledger is named by a database URL rather than a file."""
    return "://" in ledger


def shown_name(ledger: str) -> str:
    """A ledger's name as it may be printed: without the password of a URL."""
    return _PASSWORD.sub(r"\1\2***", ledger) if is_url(ledger) else ledger


def connect(ledger: str) -> Engine:
    """An engine for a file or a URL. Raises LedgerError for a URL of no known database."""
    if not is_url(ledger):
        engine = create_engine(_file_url(ledger), poolclass=StaticPool if ledger == IN_MEMORY else None)
        _prepare_sqlite(engine, ledger == IN_MEMORY or not Path(ledger).exists() or os.access(ledger, os.W_OK))
        return engine
    try:
        url = make_url(ledger)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() != "postgresql":
            raise LedgerError(
                f"{url.render_as_string()}: neither a file nor postgresql://, so it was not opened; name one of these"
            )
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise LedgerError(
            f"{shown_name(ledger)}: no database URL ({shown_name(str(error))}), so it was not opened; write postgresql://user@host/name, or a file name"
        ) from error
    except ModuleNotFoundError as error:
        raise LedgerError(
            "PostgreSQL needs the package psycopg, so the ledger was not opened; run 'pip install dragoman[postgresql]'"
        ) from error


def _file_url(ledger: str) -> URL:
    """A file by its name, whatever signs are in it; one in a folder where nothing may be written is looked at as it is.

    The log of writes (WAL) needs files beside the ledger; what cannot change can be read without them.
    """
    if ledger == IN_MEMORY:
        return URL.create("sqlite")
    path = Path(ledger).absolute()
    log = path.with_name(path.name + "-wal")
    if path.is_file() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size):
        return URL.create("sqlite", database=f"file:{quote(str(path))}", query={"immutable": "1", "uri": "true"})
    return URL.create("sqlite", database=str(path))


def _prepare_sqlite(engine: Engine, writable: bool) -> None:
    @event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver must not begin transactions on its own: writers take the lock first, below.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        if writable:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that sees one state of the ledger throughout."""
    with _in_words(where), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that no other writer of this ledger shares: all of it is kept, or nothing."""
    with _in_words(where), engine.connect().execution_options(writing=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def _in_words(where: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip()
        meaning = next((meaning for sign, meaning in _MEANINGS if sign in said.lower()), None)
        if meaning is None and (error.connection_invalidated or "connect" in said.lower()):
            meaning = "the connection to the database failed or was lost, so nothing of the last report was written; run the same command again"
        raise LedgerError(f"{where}: {meaning or 'the database refused'} ({' '.join(said.split())})") from error
