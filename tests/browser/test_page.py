"""The page in a real browser, over the sample."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.web.sample import PROCESS

pytestmark = pytest.mark.browser


def sign_in(page: Page, served: Served) -> None:
    page.goto("/sign-in")
    page.get_by_label("Your name").fill("A. Analyst")
    page.get_by_label("Token").fill(served.token)
    page.get_by_role("button", name="Sign in").click()


def row_of(page: Page, label: str) -> str:
    """The line of a meeting in the table of all talks."""
    return page.locator("#h-talks + .wide tbody tr", has_text=label).inner_text()


def test_the_slider_turns_the_third_round_from_planned_and_disputed_to_held_and_settled(page: Page) -> None:
    page.goto(f"{PROCESS}?as-of=2025-07-21")
    assert re.search(r"Round 3.*planned.*disputed", row_of(page, "Round 3"), re.DOTALL)
    expect(page.locator("svg .ghost.planned")).to_have_count(2)
    expect(page.locator("svg .clash")).to_have_count(1)
    expect(page.locator("#h-open ~ .dispute", has_text="Round 3")).to_have_count(1)
    slider = page.get_by_role("slider", name="The record as known on")
    slider.focus()
    for _ in ("22", "23", "24"):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**as-of=2025-07-24")
    expect(page.locator("#when strong")).to_have_text("24 July 2025")
    expect(page.locator("#h-talks + .wide tbody tr", has_text="Round 3")).to_contain_text("held")
    assert "23 July 2025" in row_of(page, "Round 3")
    expect(page.locator("svg .round.held")).to_have_count(3)
    expect(page.locator("svg .ghost.settled")).to_have_count(1)
    settled = page.locator("#h-settled ~ .dispute", has_text="Round 3")
    expect(settled).to_contain_text("Settled: held on 23 July 2025")
    expect(settled).to_contain_text("24–25 July 2025")
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "24 July 2025")
    assert "24 July 2025" in page.title()


def test_the_slider_says_what_it_changed_and_marks_what_the_day_moved(page: Page) -> None:
    page.goto(f"{PROCESS}?as-of=2025-07-23")
    said = page.get_by_role("status")
    expect(said).to_have_text("")
    page.get_by_role("slider").press("ArrowRight")
    expect(said).to_contain_text("As known on 24 July 2025")
    expect(said).to_contain_text("1 open dispute")
    moved = page.locator(".changes li a").all_inner_texts()
    assert moved
    marked = page.locator("#h-talks + .wide tbody tr", has=page.locator(".moved"))
    expect(marked).not_to_have_count(0)
    expect(page.locator("svg .moved-ground")).not_to_have_count(0)
    for row in marked.all():
        name = row.get_by_role("link").inner_text()
        assert any(line.startswith(name) for line in moved) or name.startswith("Round"), name
    files = page.locator(".files a[download]").first.get_attribute("href") or ""
    assert files.endswith("talks.csv?as_of=2025-07-24")


def test_a_server_that_has_gone_is_said_and_what_was_shown_stays(browser: Browser, served: Served) -> None:
    context = browser.new_context(base_url=served.url)
    page = context.new_page()
    page.goto(f"{PROCESS}?as-of=2025-07-23")
    context.set_offline(True)
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("alert")).to_contain_text("Is 'dragoman serve' still running?")
    expect(page.locator("#h-talks")).to_be_visible()
    context.close()


def test_a_form_opened_in_place_takes_the_focus_and_gives_it_back(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.goto(f"{PROCESS}/review")
    opener = page.locator(".queue > li").first.get_by_role("link", name="settle it")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(opener).to_be_focused()


def test_who_is_signed_in_sees_so_and_signs_out(page: Page, served: Served) -> None:
    page.goto(PROCESS)
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    sign_in(page, served)
    page.goto(PROCESS)
    page.get_by_role("link", name="Signed in").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(f"{PROCESS}/review")
    page.locator(".queue > li").first.get_by_role("link", name="settle it").click()
    expect(page.locator(".desk").first).to_contain_text("sign in with the token")


def test_search_leads_to_the_sentence(page: Page) -> None:
    page.goto("/search")
    page.get_by_role("searchbox").fill("Çırağan")
    page.keyboard.press("Enter")
    page.locator(".hits a", has_text="held at the Çırağan Palace").first.click()
    expect(page.locator("mark.cited[data-cited]")).to_be_focused()


def test_a_view_is_cited_by_its_address_and_back_goes_back_in_time(page: Page) -> None:
    page.goto(f"{PROCESS}?as-of=2025-07-23")
    page.get_by_role("slider").press("ArrowRight")
    page.wait_for_url("**as-of=2025-07-24")
    moved = page.locator(".changes").inner_text()
    page.reload()
    expect(page.locator(".changes")).to_have_text(moved, use_inner_text=True)
    page.go_back()
    expect(page.locator("#when strong")).to_have_text("23 July 2025")
    expect(page.locator("#h-moved")).to_contain_text("23 July 2025")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "23 July 2025")


def test_travel_works_without_javascript(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=served.url)
    page = context.new_page()
    page.goto(PROCESS)
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_label("Any day").fill("2025-07-21")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("?as-of=2025-07-21")
    assert "planned" in row_of(page, "Round 3")
    page.get_by_role("link", name="22 July 2025 →").click()
    assert page.url.endswith("?as-of=2025-07-22")
    context.close()


def test_the_evidence_click_lands_on_the_sentence(page: Page) -> None:
    page.goto(f"{PROCESS}?as-of=2025-07-24")
    page.get_by_role("link", name=re.compile(r"^Round 3: date")).click()
    quote = page.locator(".quote a", has_text="July 24-25").first
    words = quote.inner_text().strip("“”")
    quote.click()
    page.wait_for_url("**/report/**")
    cited = page.locator("mark.cited[data-cited]")
    expect(cited).to_be_in_viewport()
    expect(cited).to_be_focused()
    marked = "".join(page.locator(".body mark.cited").all_inner_texts())
    assert " ".join(marked.split()) == words
    assert page.locator(".body mark:not(.cited)").count() >= 1


def test_a_review_changes_the_record_and_shows_in_why(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.goto(f"{PROCESS}/review")
    first = page.locator(".queue > li").first
    expect(first).to_contain_text("1,245 / 1,248 bodies")
    first.get_by_role("link", name="settle it").click()
    first.get_by_label("1,248").check()
    first.get_by_label("Reason").fill("both lists were compared")
    first.get_by_role("button", name="Settle").click()
    expect(page.locator(".decided")).to_contain_text("both lists were compared")
    page.goto(PROCESS)
    settled = page.locator("#h-settled ~ .dispute", has_text="A. Analyst decided: both lists were compared")
    dispute = settled.get_attribute("id") or ""
    expect(page.locator("#h-open ~ .dispute", has_text="1,248")).to_have_count(0)
    expect(page.locator("#h-settled ~ .dispute", has_text="both lists were compared")).to_have_count(1)
    said = why(served.ledger, dispute)
    assert "decided by people" in said
    assert "both lists were compared" in " ".join(said.split())


def why(ledger: Path, id_: str) -> str:
    """What `dragoman why` prints."""
    command = [sys.executable, "-m", "dragoman", "why", id_, "--ledger", str(ledger)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_rejecting_a_finding_takes_it_out_of_the_record(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.goto(f"{PROCESS}?as-of=2025-07-24")
    page.locator("#h-talks + .wide").get_by_role("link", name="Round 3").click()
    joins = page.locator(".joins > li")
    before = joins.count()
    last = joins.last
    last.get_by_role("link", name="Judge the finding").click()
    last.get_by_label("Reason").fill("of another meeting")
    last.get_by_role("button", name="Reject").click()
    page.goto(f"{PROCESS}?as-of=2025-07-24")
    page.locator("#h-talks + .wide").get_by_role("link", name="Round 3").click()
    expect(page.locator(".joins > li")).to_have_count(before - 1)


def test_hostile_text_stays_text_and_breaks_no_page(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("/report/hostile", PROCESS, f"{PROCESS}/everything", f"{PROCESS}/review"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator("script:not([src])").count() == 0
        assert page.locator("main img, main script").count() == 0
    page.goto("/report/hostile")
    assert "<script>alert(1)</script>" in page.locator(".body").inner_text()
    assert page.title().startswith("</title><script>alert(3)</script>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(page: Page, scheme: str) -> None:
    """Contrast of 4.5 to 1 for every run of text, as WCAG 2 asks at level AA."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in (
        f"{PROCESS}?as-of=2025-07-21",
        f"{PROCESS}/review",
        "/report/istanbul-23",
        "/sign-in",
        "/search?q=Istanbul",
        "/api",
    ):
        page.goto(address)
        assert page.evaluate(_FAINT) == [], address


_FAINT = """() => {
  const light = (c) => { const v = c.map((x) => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (el) => { for (; el; el = el.parentElement) { const c = parts(getComputedStyle(el).backgroundColor);
    if (c.length === 3 || c[3] > 0) { return c.slice(0, 3); } } return [255, 255, 255]; };
  const faint = [];
  for (const el of document.querySelectorAll("body *")) {
    const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !el.getClientRects().length || el.closest("svg") || el.matches("option, .sr")) { continue; }
    const a = light(parts(getComputedStyle(el).color).slice(0, 3)), b = light(ground(el));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) { faint.push(`${el.tagName}.${el.className}: ${ratio.toFixed(2)} ${el.textContent.trim().slice(0, 40)}`); }
  }
  return [...new Set(faint)];
}"""


def test_keyboard_and_screen_reader_find_their_way(page: Page) -> None:
    page.goto(f"{PROCESS}?as-of=2025-07-21")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the record")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    for role in ("banner", "main", "navigation", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    nameless = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter((e) =>"
        " !e.textContent.trim() && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).map((e) => e.outerHTML)"
    )
    assert nameless == []
    drawing = page.locator("svg.timeline")
    assert "open disputes" in (
        page.locator(f"#{drawing.get_attribute('aria-labelledby').split()[1]}").text_content() or ""
    )  # type: ignore[union-attr]
    page.get_by_text("The timeline in words").click()
    expect(page.locator("figure table")).to_contain_text("Planned, date disputed", ignore_case=True)


def test_a_phone_shows_the_page_without_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for address in (
        PROCESS,
        f"{PROCESS}?as-of=2025-07-21",
        "/",
        f"{PROCESS}/review",
        "/report/istanbul-23",
        "/search?q=Istanbul",
        "/api",
        "/sign-in",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_on_a_phone_the_names_of_the_lanes_stay_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{PROCESS}?as-of=2025-07-21")
    assert page.locator(".scroll").evaluate("(box) => box.scrollLeft") > 100
    for name in ("Talks", "Return of remains", "Statements: Russia"):
        left = page.locator(".timeline .lane-name", has_text=name).first.bounding_box()
        assert left is not None
        assert 0 <= left["x"] < 40, name
    expect(page.locator(".timeline .known")).to_be_in_viewport()
