"""The sample served to tests that ask it without a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from tests.web.sample import HOME, HOSTILE, TOKEN, read_sample


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_sample(tmp_path_factory.mktemp("web") / "ledger.db", HOSTILE)


@pytest.fixture(scope="session")
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ledger, TOKEN), base_url=HOME) as opened:
        yield opened


@pytest.fixture
def copied(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger that a test may write to."""
    return Path(shutil.copy(ledger, tmp_path / "copy.db"))


@pytest.fixture
def writer(copied: Path) -> Iterator[TestClient]:
    """A signed-in session on a copy of the ledger."""
    with TestClient(create_app(copied, TOKEN), base_url=HOME, headers={"origin": HOME}) as opened:
        assert opened.post("/sign-in", data={"who": "A. Analyst", "token": TOKEN}).status_code == 200
        yield opened
