"""What stands before every route: whoever asks wrongly is refused in words, and every answer carries its headers."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.errors import DragomanError
from dragoman.web.app import create_app
from dragoman.web.shield.hosts import Hosts, host_of
from dragoman.web.shield.rates import Bucket, Rates
from dragoman.web.shield.sizes import ADDRESS, BODY
from tests.web.sample import HOME, PROCESS, TOKEN

ADDRESSES = ("/", PROCESS, "/sign-in", "/static/page.css", "/nowhere", "/report/none", "/api/processes", "/api/nowhere")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "server" not in headers


def test_a_fault_is_answered_in_words_with_the_headers(ledger: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(ledger, TOKEN)

    @app.get("/api/fault")
    def fault() -> None:
        raise RuntimeError("secret of the machine")

    with TestClient(app, base_url=HOME) as client, caplog.at_level(logging.ERROR):
        answer = client.get("/api/fault")
    assert answer.status_code == 500
    assert "nothing was written" in answer.json()["detail"]
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret of the machine" in caplog.text


def test_head_is_get_without_a_body(client: TestClient) -> None:
    for address in (PROCESS, "/api/processes", "/nowhere"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (got.status_code, b"")
        assert head.headers.get("etag") == got.headers.get("etag")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1:8000",
                                  "", "a@localhost", "localhost:80:80", "[::1", "::1"])  # fmt: skip
def test_another_name_is_refused_on_loopback(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "is not a name of this page, so nothing was shown" in answer.text
    assert "Russia" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_the_names_of_loopback_are_known(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_an_opened_page_takes_addresses_and_the_names_it_was_given(ledger: Path) -> None:
    with TestClient(create_app(ledger, TOKEN, "0.0.0.0", ["desk.example"]), base_url=HOME) as opened:
        for host, status in (("192.0.2.7:8000", 200), ("desk.example", 200), ("Desk.Example.:8000", 200),
                             ("evil.example", 421), ("xdesk.example", 421)):  # fmt: skip
            assert opened.get("/", headers={"host": host}).status_code == status, host


def test_hosts_are_read_as_browsers_write_them() -> None:
    assert host_of("[::1]:8000") == "::1"
    assert host_of("name:") == "name"
    assert host_of("name:8x") is None
    assert host_of("na me") is None
    assert not Hosts(_nobody, "localhost").knows("0.0.0.0")


async def _nobody(*_: Any) -> None:
    raise AssertionError


def test_what_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get(f"/?{'x' * ADDRESS}").status_code == 414
    assert client.get("/", headers={"x-much": "x" * 20_000}).status_code == 431
    assert client.get("/", headers={f"x-{n}": "1" for n in range(80)}).status_code == 431
    long = client.post("/sign-in", data={"who": "A", "token": "x" * (BODY + 1)})
    assert (long.status_code, "a form may have" in long.text) == (413, True)


def test_a_body_of_unknown_length_is_refused_while_it_comes_in(client: TestClient) -> None:
    def much() -> Iterator[bytes]:
        for _ in range(BODY // 1000 + 2):
            yield b"x" * 1000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", content=much(), headers=kind).status_code == 413
    json = client.post("/api/decisions", content=much(), headers={"content-type": "application/json"})
    assert (json.status_code, json.headers["content-type"]) == (413, "application/problem+json")


@pytest.mark.parametrize(
    "sent",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": HOME},
    ],
)
def test_a_form_of_another_site_is_sent_away(writer: TestClient, sent: dict[str, str]) -> None:
    answer = writer.post("/sign-out", data={}, headers=sent)
    assert (answer.status_code, "from another site, so nothing was written" in answer.text) == (403, True)
    assert "Not from another site" in answer.text


def test_the_cookies_that_open_anything_are_hidden_from_scripts_and_other_sites(writer: TestClient) -> None:
    set_ = writer.post("/sign-in", data={"who": "A", "token": TOKEN}, follow_redirects=False).headers.get_list(
        "set-cookie"
    )
    assert all("samesite=strict" in cookie.lower() for cookie in set_)
    assert all("httponly" in cookie.lower() for cookie in set_ if not cookie.startswith("dragoman_here=1;"))
    assert len(set_) == 3
    writer.cookies.clear()
    writer.cookies.set("dragoman_here", "1")
    writer.cookies.set("dragoman_session", "0.0")
    assert "Reading needs nothing" in writer.get("/sign-in").text


def test_a_bucket_lets_a_burst_through_and_then_the_rate() -> None:
    now = [0.0]
    bucket = Bucket(60, 3, lambda: now[0])
    assert [bucket.wait("a") for _ in range(4)] == [0, 0, 0, 1.0]
    assert bucket.wait("b") == 0
    now[0] = 0.5
    assert bucket.wait("a") == 0.5
    now[0] = 1.0
    assert bucket.wait("a") == 0
    now[0] = 3600.0
    assert [bucket.wait("a") for _ in range(4)] == [0, 0, 0, 1.0]
    assert Bucket(0, 1).wait("a") == 0


def test_who_guesses_at_the_token_is_told_to_wait(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_PAGE_WRITES", "6")
    with TestClient(create_app(ledger, TOKEN), base_url=HOME) as client:
        tries = [client.post("/sign-in", data={"who": "A", "token": "guess"}) for _ in range(4)]
        assert [answer.status_code for answer in tries] == [403, 403, 403, 429]
        assert int(tries[-1].headers["retry-after"]) <= 10
        assert client.post("/api/decisions", json={}, headers={"authorization": "Bearer x"}).status_code == 429
        assert client.get("/").status_code == 200


def test_who_reads_too_fast_is_told_to_wait(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_PAGE_READS", "12")
    with TestClient(create_app(ledger, TOKEN), base_url=HOME) as client:
        answers = [client.get("/api/processes") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["content-type"] == "application/problem+json"
    assert answers[-1].headers["x-content-type-options"] == "nosniff"


def test_a_limit_that_is_no_number_is_refused_before_anything_is_served(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_PAGE_READS", "many")
    with pytest.raises(DragomanError, match="DRAGOMAN_PAGE_READS='many' is not a whole number, so nothing was done"):
        create_app(ledger, TOKEN)


def test_a_crowd_is_told_to_come_again() -> None:
    """With one place taken and never given back, the next reader is turned away, and let in once it is free."""
    said: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/outer":
            await rates({**scope, "path": "/inner"}, receive, send)
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            said.append(message["status"])

    rates = Rates(app, reads=0, writes=0, crowd=1)
    scope = {"type": "http", "method": "GET", "path": "/outer", "headers": [], "query_string": b"", "client": ("a", 1)}
    for _ in range(2):
        asyncio.run(rates(scope, _nobody, send))
    assert said == [503, 200, 503, 200]
