"""A page served over a fresh copy of the sample, and Debian's Chromium to look at it."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dragoman.web.app import create_app
from tests.web.sample import HOSTILE, TOKEN, read_sample

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync")  # fmt: skip


@dataclass(frozen=True)
class Served:
    """Where the page is, and the ledger behind it."""

    url: str
    ledger: Path
    token: str = TOKEN


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing, so no page was looked at: run 'make test-browser', which installs it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split(), headless=True)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_sample(tmp_path_factory.mktemp("browser") / "sample.db", HOSTILE)


@pytest.fixture
def served(sample: Path, tmp_path: Path) -> Iterator[Served]:
    """The page on a port of its own, over a copy of the sample that the test may write to."""
    ledger = tmp_path / "ledger.db"
    ledger.write_bytes(sample.read_bytes())
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(ledger, TOKEN), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        for _ in range(200):
            if server.started:
                break
            time.sleep(0.05)
        yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", ledger)
        server.should_exit = True
        thread.join(10)


class Watch:
    """What went wrong in a page without anybody saying so: errors, dialogs, calls to elsewhere."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.seen: list[str] = []

    def over(self, page: Page) -> None:
        page.on("console", lambda message: self.seen.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:")):
            self.seen.append(f"asked {request.url}")


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1200, "height": 900}, base_url=served.url, locale="en-GB")
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Iterator[Page]:
    """A page that must neither err, nor open a dialog, nor call elsewhere."""
    watch, opened = Watch(served.url), context.new_page()
    watch.over(opened)
    yield opened
    assert watch.seen == []
