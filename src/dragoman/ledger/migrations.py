"""Ordered, named steps from an empty database to the present schema, each applied once, in one transaction."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select, text

from dragoman.errors import LedgerError
from dragoman.ledger.instants import stamp
from dragoman.ledger.tables import metadata, migration


def _create(connection: Connection) -> None:
    metadata.create_all(connection)


def _full_text(connection: Connection) -> None:
    """One row per report and finding; `ref` is a report key or a finding id."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE words USING fts5(content, ref UNINDEXED, tokenize='unicode61 remove_diacritics 2')"
            )
        )
        return
    connection.execute(
        text(
            "CREATE TABLE words (content text NOT NULL, ref text NOT NULL, "
            "vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', content)) STORED)"
        )
    )
    connection.execute(text("CREATE INDEX words_vector ON words USING gin (vector)"))


def _revision(connection: Connection) -> None:
    """What tells in one look whether a ledger has changed; a new ledger has it from its first step."""
    connection.execute(text("CREATE INDEX IF NOT EXISTS reading_recorded ON reading (recorded_at)"))


MIGRATIONS: tuple[tuple[str, Callable[[Connection], None]], ...] = (
    ("0001 create", _create),
    ("0002 full text", _full_text),
    ("0003 revision", _revision),
)


def is_current(connection: Connection, where: str) -> bool:
    """Whether nothing is to be done; then a ledger can be looked at where nothing may be written. Raises LedgerError."""
    return _applied(connection, where) == {name for name, _ in MIGRATIONS}


def migrate(connection: Connection, now: datetime, where: str) -> None:
    """Bring the database to the present schema. Raises LedgerError for one that a newer dragoman made, or no ledger."""
    applied = _applied(connection, where)
    for name, step in MIGRATIONS:
        if name not in applied:
            step(connection)
            connection.execute(insert(migration).values(name=name, applied_at=stamp(now)))


def _applied(connection: Connection, where: str) -> set[str]:
    """The steps that brought the database to where it is."""
    tables = inspect(connection).get_table_names()
    if "migration" not in tables:
        if tables:
            raise LedgerError(
                f"{where}: a database, but no dragoman ledger, so nothing was read or written; name another file"
            )
        applied: set[str] = set()
    else:
        applied = set(connection.scalars(select(migration.c.name)))
    unknown = sorted(applied - {name for name, _ in MIGRATIONS})
    if unknown:
        raise LedgerError(
            f"{where}: made by a newer dragoman ({', '.join(unknown)}), so this one would misread it; "
            f"upgrade dragoman, or name another ledger"
        )
    return applied
