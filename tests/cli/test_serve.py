"""`dragoman serve` as it is run: what it prints, where it listens, what it sends."""

import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli.serve import _socket
from dragoman.errors import DragomanError
from dragoman.ledger import Ledger
from dragoman.web.shield.hosts import is_loopback


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """(address, token) of a page on an empty ledger."""
    Ledger.open(tmp_path / "empty.db").close()
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", str(tmp_path / "empty.db"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        token = re.search(r"token (\S+)", server.stdout.readline())
        assert address is not None
        assert token is not None
        yield address[0], token[1]
        server.terminate()


def test_serve_listens_on_loopback_and_sends_the_page(served: tuple[str, str]) -> None:
    address, token = served
    assert len(token) >= 20
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert "Nothing here yet" in answer.read().decode()
        assert answer.headers["server"] is None
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "evil.example"}), timeout=30)
    with refused.value as answer:
        assert answer.code == 421


def test_a_port_that_is_taken_is_said_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DragomanError, match=r"cannot be listened on .* so nothing is served; name another"):
            _socket("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.0.0.9", True), ("::1", True), ("LOCALHOST", True), ("0.0.0.0", False), ("::", False),
     ("192.0.2.7", False), ("desk.example", False)],
)  # fmt: skip
def test_what_others_can_reach_is_known(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
