"""Draw the pictures of docs/page.md: the sample served on loopback, looked at in Debian's Chromium.

    python -m tools.screenshots

Needs Chromium, which tools/chromium.sh installs. Everything is drawn on known days, so a picture changes only when the
page does.
"""

import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Page, sync_playwright

from dragoman.ledger import Ledger
from dragoman.service import read_into
from dragoman.text.intake import Intake, find_sources, read_reports
from dragoman.web.app import create_app

OUT = Path(__file__).parents[1] / "docs" / "page"
CHROMIUM = "/usr/bin/chromium"
HEAVIEST = 200_000  # bytes of a picture
_TOKEN = "of-the-pictures"
_PROCESS = f"/process/{quote('Russia–Ukraine', safe='')}"
_WIDE, _PHONE = {"width": 1100, "height": 800}, {"width": 390, "height": 780}


def main() -> int:
    """Draw every picture; 1 when one has grown too heavy."""
    OUT.mkdir(exist_ok=True)
    with _served() as home, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, (size, scheme, draw) in PICTURES.items():
            context = chromium.new_context(
                base_url=home, viewport=size, color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
            )
            page = context.new_page()
            draw(page)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=OUT / f"{name}.png", animations="disabled")
            context.close()
        chromium.close()
    heavy = [f"{path.name} {path.stat().st_size:,}" for path in OUT.glob("*.png") if path.stat().st_size > HEAVIEST]
    print(f"{len(PICTURES)} pictures drawn in {OUT}" + (f"; heavier than {HEAVIEST:,} bytes: {heavy}" if heavy else ""))
    return int(bool(heavy))


@contextmanager
def _served() -> Iterator[str]:
    """The address of the sample's page."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("dragoman").joinpath("sample")) as sample:
        path = Path(folder) / "sample.db"
        with Ledger.open(path) as ledger:
            for _ in read_into(ledger, read_reports(find_sources([str(sample / "istanbul")]), Intake())):
                pass
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(create_app(path, _TOKEN), log_level="warning"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            server.should_exit = True
            thread.join(10)


def _on(day: str) -> Callable[[Page], None]:
    return lambda page: page.goto(f"{_PROCESS}?as-of={day}") and None


def _disputes(page: Page) -> None:
    _on("2025-07-21")(page)
    page.evaluate("document.getElementById('h-next').scrollIntoView()")


def _promises(page: Page) -> None:
    _on("2025-07-24")(page)
    page.evaluate("document.getElementById('h-promises').scrollIntoView()")


def _accounts(page: Page) -> None:
    _on("2025-07-24")(page)
    page.locator("#h-talks + .wide").get_by_role("link", name="Round 3").click()
    page.wait_for_url("**/round/**")


def _words(page: Page) -> None:
    _accounts(page)
    page.locator(".quote a", has_text="July 24-25").first.click()
    page.wait_for_url("**/report/**")
    page.locator("[data-cited]:focus").wait_for()


def _review(page: Page) -> None:
    page.goto(f"/sign-in?back={quote(_PROCESS + '/review')}")
    page.get_by_label("Your name").fill("A. Analyst")
    page.get_by_label("Token").fill(_TOKEN)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/review")
    page.locator(".queue > li").first.get_by_role("link", name="settle it").click()
    page.get_by_label("Reason").fill("both lists were compared")


PICTURES: dict[str, tuple[dict[str, int], str, Callable[[Page], None]]] = {
    "2025-07-21": (_WIDE, "light", _on("2025-07-21")),
    "2025-07-24": (_WIDE, "light", _on("2025-07-24")),
    "disputes": (_WIDE, "light", _disputes),
    "promises": (_WIDE, "light", _promises),
    "accounts": (_WIDE, "light", _accounts),
    "words": ({"width": 1100, "height": 560}, "light", _words),
    "review": (_WIDE, "light", _review),
    "dark": (_WIDE, "dark", _on("2025-07-24")),
    "phone": (_PHONE, "light", _on("2025-07-21")),
}


if __name__ == "__main__":
    sys.exit(main())
