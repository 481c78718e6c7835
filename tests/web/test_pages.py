"""The pages over the sample, asked without a browser."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from tests.factory import report_of
from tests.web.sample import HOME, PROCESS, TOKEN, read_sample


def test_home_lists_the_processes(client: TestClient) -> None:
    page = client.get("/").text
    assert f'<a href="{PROCESS}">Russia–Ukraine</a>' in page


def test_a_day_shows_what_was_known_then_and_what_its_reports_moved(client: TestClient) -> None:
    before = client.get(PROCESS, params={"as-of": "2025-07-21"}).text
    after = client.get(PROCESS, params={"as-of": "2025-07-24"}).text
    assert "As known on <strong>21 July 2025</strong>" in before
    assert "23 July 2025 or 24–25 July 2025" in before
    assert 'class="ghost planned"' in before
    assert 'class="round held"' in after
    assert "Settled: held on 23 July 2025, as Bosphorus Wire reported" in after
    assert before.count('class="moved"') > 0
    assert "What the reports of 21 July 2025 moved" in before


def test_a_day_without_reports_says_so_and_shows_the_same_record(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-20"}).text
    assert "No report on 20 July 2025" in page
    assert "What the reports of 19 July 2025 moved" in page


def test_talks_whose_day_has_passed_are_not_among_the_next_ones(client: TestClient) -> None:
    """In the sample the meeting of leaders by the end of August is never heard of again."""
    before = client.get(PROCESS, params={"as-of": "2025-08-31"}).text
    assert "Passed without word" not in before
    assert "Summit of August 2025" in _section(before, "h-next")
    for page in (client.get(PROCESS, params={"as-of": "2025-09-01"}).text, client.get(PROCESS).text):
        assert "None that is known." in _section(page, "h-next")
        assert "Summit of August 2025" in _section(page, "h-passed")


def _section(page: str, heading: str) -> str:
    return page.partition(f'<section aria-labelledby="{heading}">')[2].partition("</section>")[0]


def test_tables_feeds_and_the_view_for_programs_are_linked_and_answer(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-22"}).text
    files = sorted(set(re.findall(r'href="(/api[^"]*)"', page)))
    assert len(files) == 13
    assert sum("?as_of=2025-07-22" in address for address in files) == 10
    for address in files:
        assert client.get(address).status_code == 200, address


def test_a_source_is_linked_only_where_its_address_is_one_of_the_web(copied: Path) -> None:
    linked = report_of("Russia and Ukraine held talks.", "2025-07-28", id="linked", url="https://example.org/1?a=1&b=2")
    script = report_of("Russia and Ukraine met again.", "2025-07-29", id="script", url="javascript:alert(1)")
    read_sample(copied, linked, script)
    with TestClient(create_app(copied, TOKEN), base_url=HOME) as client:
        assert '<a href="https://example.org/1?a=1&amp;b=2" rel="external noopener noreferrer nofollow">' in (
            client.get("/report/linked").text
        )
        page = client.get("/report/script").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_an_account_that_contradicts_none_is_not_drawn_as_a_rival(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-24"}).text
    third = re.search(r'href="([^"]+/round/[^"]+)">Round 3', page)
    assert third is not None
    date = client.get(third[1]).text.split('<section class="attribute"')[1]
    drawn = [
        (name.strip(), css)
        for css, name in re.findall(r'<div class="side([^"]*)">\s*<p class="value[^"]*">([^<]+)', date)
    ]
    assert ("24–25 July 2025", "") in drawn
    assert ("week 30 of 2025", " agrees") in drawn


def test_every_link_of_a_view_stays_in_it_and_answers(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-22"}).text
    links = sorted(set(re.findall(r'href="(/process/[^"#]+/(?:round|dispute|promise|delivery|position)/[^"]+)"', page)))
    assert len(links) > 10
    for link in links:
        assert link.endswith("?as-of=2025-07-22")
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_evidence_leads_to_the_exact_words(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-21"}).text
    dispute = re.search(r'href="([^"]+/dispute/[^"]+date[^"]*)"', page)
    assert dispute is not None
    behind = client.get(dispute[1]).text
    quoted = re.search(r'<a href="(/report/[^"]+#(f-[0-9a-f]+))"[^>]*>([^<]+)</a></blockquote>', behind)
    assert quoted is not None
    report = client.get(quoted[1].replace("&amp;", "&")).text
    assert f'id="{quoted[2]}"' in report
    cited = "".join(
        re.findall(r'<mark class="[^"]*\bcited\b[^"]*"[^>]*>([^<]*)</mark>', report.split('class="body"')[1])
    )
    assert " ".join(cited.split()).startswith(quoted[3].rstrip("…"))


def test_chains_joins_and_names_are_told(client: TestClient) -> None:
    page = client.get(PROCESS, params={"as-of": "2025-07-24"}).text
    third = re.search(r'href="([^"]+/round/[^"]+)">Round 3', page)
    assert third is not None
    behind = client.get(third[1]).text
    assert "<bdi>Volodymyr Zelensky</bdi>" in behind
    assert "<bdi>Rustem Umerov</bdi>" in behind
    assert "both are called round 3" in behind
    assert "Çırağan Palace" in behind


def test_hostile_text_stays_text(client: TestClient) -> None:
    for address in ("/report/hostile", PROCESS, f"{PROCESS}/everything", f"{PROCESS}/review"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>onset" not in page
        assert "<b>Outlet" not in page
        assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    report = client.get("/report/hostile").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in re.sub(r"</?(?:mark|a)\b[^>]*>", "", report)


def test_no_page_carries_inline_script_or_style(client: TestClient) -> None:
    for address in ("/", PROCESS, "/sign-in", "/report/hostile", f"{PROCESS}/review"):
        page = client.get(address).text
        tags = " ".join(re.findall(r"<[a-z][^>]*>", page))
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son\w+=", tags), address
        assert not re.search(r'(?:src|href)="https?:', page), address


def test_first_view_weighs_under_200_kb(client: TestClient) -> None:
    page = client.get(PROCESS)
    assert page.headers["content-encoding"] == "gzip"
    weight = len(page.content)  # unpacked: the worst that can be
    for found in set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)):
        weight += len(client.get(found).content)
    fonts = Path(create_app.__code__.co_filename).parent / "static" / "fonts"
    weight += sum(path.stat().st_size for path in fonts.glob("*-latin-[46]00-*.woff2")) - 15_696  # one is in the links
    assert weight < 200_000


def test_a_page_that_is_had_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get(PROCESS)
    again = client.get(PROCESS, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/process/Nobody–Nowhere", 404, "no process"),
        (f"{PROCESS}?as-of=tomorrow", 400, "no day or instant"),
        (f"{PROCESS}/round/r-0000000000", 404, "nothing of this id"),
        ("/report/none", 404, "no report"),
        ("/nowhere", 404, "no page at this address"),
        (f"{PROCESS}?as-of={'9' * 60}", 422, "as-of"),
    ],
)
def test_what_is_not_there_is_said_in_words(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, words in answer.text) == (status, True)


def form_of(client: TestClient, address: str) -> dict[str, str]:
    page = client.get(address).text
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def open_dispute(client: TestClient) -> str:
    page = client.get(f"{PROCESS}/review").text
    found = re.search(r'href="(/process/[^"]+/decide/d-[^"]+)"', page)
    assert found is not None
    return found[1]


def test_writing_needs_the_token(client: TestClient) -> None:
    assert "sign in" in client.get(open_dispute(client)).text
    wrong = client.post("/sign-in", data={"who": "A", "token": "guess"}, headers={"origin": "http://127.0.0.1:8000"})
    assert (wrong.status_code, "not the token" in wrong.text) == (403, True)
    said = {"verb": "reject", "process": "Russia–Ukraine", "who": "A", "why": "b", "subject": "f-1"}
    answer = client.post("/decide", data=said, headers={"origin": "http://127.0.0.1:8000"})
    assert answer.status_code == 403


def test_a_form_of_another_session_does_not_write(writer: TestClient) -> None:
    form = form_of(writer, open_dispute(writer)) | {"form": "0" * 64}
    answer = writer.post("/decide", data={**form, "verb": "settle", "value": "1245", "who": "A", "why": "b"})
    assert answer.status_code == 403


def test_settling_changes_the_record_and_can_be_taken_back(writer: TestClient) -> None:
    address = open_dispute(writer)
    form = form_of(writer, address)
    said = {**form, "verb": "settle", "value": "1245", "who": "A. Analyst", "why": "counted at the border"}
    answer = writer.post("/decide", data=said)
    assert answer.status_code == 200
    assert "Settled: A. Analyst decided: counted at the border" in writer.get(PROCESS).text
    review = writer.get(f"{PROCESS}/review").text
    assert "counted at the border" in review
    undo = re.search(r'href="(/process/[^"]+/decide/n-[^"]+)"', review)
    assert undo is not None
    taken = {**form_of(writer, undo[1]), "verb": "undo", "who": "A. Analyst", "why": "a slip"}
    assert writer.post("/decide", data=taken).status_code == 200
    assert open_dispute(writer) == address


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"verb": "amend", "slot": "start", "slot_value": "someday"}, "not a value of this slot"),
        ({"verb": "amend", "slot": "status", "slot_value": "glorious"}, "not a value of this slot"),
        ({"verb": "amend", "slot": "level", "slot_value": "glorious"}, "not a value of this slot"),
        ({"verb": "amend", "slot": "mood", "slot_value": "good"}, "no slot"),
        ({"verb": "same", "other": ""}, "nothing to compare"),
        ({"verb": "bless"}, "no decision"),
        ({"verb": "accept", "why": " "}, "needs a name and a reason"),
    ],
)
def test_what_the_record_cannot_hold_is_refused(writer: TestClient, said: dict[str, str], words: str) -> None:
    page = writer.get(PROCESS, params={"as-of": "2025-07-24"}).text
    third = re.search(r'href="([^"]+/round/[^"]+)">Round 3', page)
    assert third is not None
    judge = re.search(r'href="(/process/[^"]+/decide/f-[^"]+)"', writer.get(third[1]).text)
    assert judge is not None
    form = {**form_of(writer, judge[1]), "who": "A. Analyst", "why": "test", **said}
    answer = writer.post("/decide", data=form)
    assert (answer.status_code, words in answer.text) == (400, True)
    assert writer.get(PROCESS).status_code == 200


def test_leading_back_stays_on_this_site(writer: TestClient) -> None:
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
        answer = writer.post("/sign-in", data={"who": "A", "token": TOKEN, "back": back}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_rejected_finding_can_still_be_looked_at_and_taken_back(writer: TestClient) -> None:
    page = writer.get(PROCESS).text
    third = re.search(r'href="([^"]+/round/r-([^"]+))">Round 3', page)
    assert third is not None
    finding = f"f-{third[2]}"
    form = form_of(writer, f"{PROCESS}/decide/{finding}")
    writer.post("/decide", data={**form, "verb": "reject", "who": "A. Analyst", "why": "not of these talks"})
    for address in (third[1], f"{PROCESS}/finding/{finding}"):
        gone = writer.get(address)
        assert (gone.status_code, "rejected" in gone.text, "not of these talks" in gone.text) == (200, True, True)
        assert "take back" in gone.text


def test_a_rejected_delivery_is_called_one(writer: TestClient) -> None:
    acts = writer.get("/api" + PROCESS.replace("process", "processes") + "/deliveries").json()["items"]
    address = f"{PROCESS}/finding/{acts[0]['findings'][0]}"
    form = form_of(writer, address.replace("/finding/", "/decide/"))
    writer.post("/decide", data={**form, "verb": "reject", "who": "A. Analyst", "why": "misread"})
    assert "Delivery, rejected" in writer.get(address).text


@pytest.mark.parametrize(
    "address",
    [
        "/?as-of={}",
        "/?recorded-as-of={}",
        f"{PROCESS}?as-of={{}}",
        f"{PROCESS}?recorded-as-of={{}}",
        f"{PROCESS}/everything?as-of={{}}",
        f"{PROCESS}/review?as-of={{}}",
        f"{PROCESS}/round/r-0123456789?as-of={{}}",
        f"{PROCESS}/names?one=A&other=B&as-of={{}}",
        "/api/processes?as_of={}",
        "/api/processes.csv?recorded_as_of={}",
        "/api/processes/Ukraine-Russia?as_of={}",
        "/api/processes/Ukraine-Russia/talks?as_of={}",
        "/api/processes/Ukraine-Russia/talks.csv?as_of={}",
        "/api/processes/Ukraine-Russia/talks.ics?as_of={}",
        "/api/processes/Ukraine-Russia/changes.atom?as_of={}",
        "/api/processes/Ukraine-Russia/changes?since={}",
        "/api/processes/Ukraine-Russia/changes.csv?since={}",
    ],
)
@pytest.mark.parametrize("wrong", ["garbage", "2025-02-30"])
def test_a_date_that_is_none_is_refused_in_words(client: TestClient, address: str, wrong: str) -> None:
    answer = client.get(address.format(wrong))
    assert answer.status_code == 400
    assert f"{wrong}" in answer.text
    assert "is no day or instant" in answer.text


def test_the_first_page_travels_in_known_time_as_well(client: TestClient) -> None:
    early = client.get("/", params={"as-of": "2025-05-01"}).text
    assert "Nothing was known then." in early
    later = client.get("/?as-of=2025-07-21T18:00+03:00").text
    assert "As known by 2025-07-21T18:00+03:00." in later
    assert f'<a href="{PROCESS}?as-of=2025-07-21T18%3A00%2B03%3A00">' in later
    assert client.get(f"{PROCESS}?as-of=2025-07-21T18:00+03:00").status_code == 200, "the plus was lost on the way"
