"""The API over the sample: the same as the pages show, as of any day, held against its own description."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from dragoman.web.api import models as m
from dragoman.web.api.tables import SHEETS, TABLES
from dragoman.web.app import create_app
from tests.web.sample import HOME, TOKEN

API = "/api/processes/Russia%E2%80%93Ukraine"


def got(client: TestClient, address: str, **asked: Any) -> Any:
    answer = client.get(address, params=asked or None)  # an empty mapping would strip the address of its query
    assert answer.status_code == 200, answer.text
    return answer.json()


def third(client: TestClient, day: str) -> Any:
    return next(talk for talk in got(client, f"{API}/talks", as_of=day)["items"] if talk["round"] == 3)


def test_the_third_round_turns_from_planned_and_disputed_to_held_and_settled(client: TestClient) -> None:
    before, after = third(client, "2025-07-21"), third(client, "2025-07-24")
    assert (before["status"], before["date"], before["dispute"]["state"]) == ("planned", None, "open")
    assert (after["status"], after["date"], after["dispute"]["state"]) == ("held", "2025-07-23", "settled")
    assert {a["value"] for a in after["dispute"]["values"]} == {"2025-07-23", "2025-07-24/2025-07-25"}
    assert before["id"] == after["id"]


def test_what_moved_between_two_days_is_what_the_round_shows(client: TestClient) -> None:
    moved = got(client, f"{API}/changes", since="2025-07-21", as_of="2025-07-24")["items"]
    status = next(change for change in moved if change["label"] == "round 3: status")
    assert (status["before"], status["after"]) == ("planned", "held")
    assert got(client, f"{API}/changes", since="2025-07-24", as_of="2025-07-24")["total"] == 0


def test_nothing_was_recorded_before_the_ledger_was_made(client: TestClient) -> None:
    assert got(client, f"{API}/talks", recorded_as_of="2025-01-01")["total"] == 0
    assert got(client, "/api/processes", recorded_as_of="2025-01-01")["items"] == []


def test_an_instant_is_taken_with_a_plus_sign_escaped_or_not(client: TestClient) -> None:
    morning = client.get(f"{API}/findings?as_of=2025-07-21T06:00+03:00")
    evening = client.get(f"{API}/findings", params={"as_of": "2025-07-21T23:30+03:00"})
    assert morning.status_code == evening.status_code == 200
    assert morning.json()["total"] < evening.json()["total"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_table_keeps_to_its_description_and_is_had_as_csv(client: TestClient, sheet: Any) -> None:
    items = got(client, f"{API}/{sheet.name}", limit=500)["items"]
    assert items
    TypeAdapter(list[sheet.model]).validate_python(items)
    file = client.get(f"{API}/{sheet.name}.csv")
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    assert f'russia-ukraine-{sheet.name}.csv"' in file.headers["content-disposition"]
    lines = list(csv.DictReader(io.StringIO(file.text)))
    assert len(lines) == len(items)
    assert list(lines[0]) == ["process", *sheet.columns]
    assert {line["id"] for line in lines} == {item["id"] for item in items}


def test_changes_processes_and_decisions_are_had_as_csv_too(client: TestClient) -> None:
    moved = client.get(f"{API}/changes.csv", params={"since": "2025-07-21", "as_of": "2025-07-24"})
    assert "round 3: status,planned,held" in moved.text
    assert client.get("/api/processes.csv").text.splitlines()[1].startswith("Russia–Ukraine,")
    assert client.get("/api/decisions.csv").text.startswith("recorded_at,who,verb")


def test_a_list_is_had_by_stretches_that_do_not_overlap(client: TestClient) -> None:
    whole = got(client, f"{API}/findings", limit=500)
    seen, address = [], f"{API}/findings?limit=40&as_of=2026-01-01"
    while address:
        page = got(client, address)
        seen += [item["id"] for item in page["items"]]
        address = page["next"]
    assert seen == [item["id"] for item in whole["items"]]
    assert got(client, f"{API}/findings", offset=9999)["items"] == []


def test_a_process_leads_to_everything_of_it(client: TestClient) -> None:
    glance = got(client, API)
    m.Glance.model_validate(glance)
    assert glance["counts"]["open_disputes"] == 1
    assert set(TABLES) < set(glance["links"])
    for address in (*glance["links"].values(), glance["page"]):
        assert client.get(address).status_code == 200, address
    for name in ("Ukraine-Russia", "russia ukraine"):
        assert got(client, f"/api/processes/{name}")["process"] == "Russia–Ukraine"


@pytest.mark.parametrize("table", ["talks", "disputes", "promises", "deliveries", "positions", "findings"])
def test_one_thing_comes_with_everything_behind_it(client: TestClient, table: str) -> None:
    for row in got(client, f"{API}/{table}")["items"]:
        thing = got(client, f"/api/things/{row['id']}")
        m.Thing.model_validate(thing)
        assert thing["findings"]
        assert all(finding["evidence"] for finding in thing["findings"])
        assert client.get(thing["page"]).status_code == 200


def test_a_thing_says_why_its_findings_are_one(client: TestClient) -> None:
    thing = got(client, f"/api/things/{third(client, '2025-07-24')['id']}", as_of="2025-07-24")
    assert "both are called round 3" in {finding["joined"] for finding in thing["findings"]}
    assert any(a["chain"] == ["Volodymyr Zelensky", "Rustem Umerov"] for a in thing["attributes"][0]["accounts"])


def test_a_report_comes_whole_and_evidence_stands_in_it(client: TestClient) -> None:
    listed = got(client, f"{API}/reports")["items"]
    for source in listed:
        stored = got(client, f"/api/reports/{source['key']}")
        for finding in stored["found"]:
            start, end = finding["span"]
            assert stored["body"][start:end] == finding["evidence"]


def test_search_leads_to_the_words(client: TestClient) -> None:
    found = got(client, "/api/search", q="Çırağan Palace")
    m.Page[m.Hit].model_validate(found)
    assert found["total"] > 0
    for hit in found["items"]:
        assert client.get(hit["page"]).status_code == 200
    for words in ("\"' OR NEAR(", '\0"', "\0", "*", "-", "a:b", "\ud800"):
        assert client.get("/api/search", params={"q": words.encode("utf-8", "replace")}).status_code == 200, words


def test_where_the_ledger_lies_is_not_told(copied: Path) -> None:
    with TestClient(create_app(copied, TOKEN), base_url=HOME) as client:
        copied.write_bytes(b"no database any more" * 1000)
        for name in (f"{copied}-wal", f"{copied}-shm"):
            Path(name).unlink(missing_ok=True)
        answer = client.get("/api/processes")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("the ledger: ")
    assert str(copied) not in answer.text


def test_what_is_had_already_is_not_sent_again_in_either_coding(client: TestClient) -> None:
    plain = client.get(f"{API}/talks", headers={"accept-encoding": "identity"})
    packed = client.get(f"{API}/talks", headers={"accept-encoding": "br, gzip"})
    assert plain.json() == packed.json()
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    etags = {plain.headers["etag"], packed.headers["etag"]}
    assert len(etags) == 2
    assert not any(etag.startswith("W/") for etag in etags)
    for asked in (*etags, f'"other", W/{plain.headers["etag"]}', "*"):
        again = client.get(f"{API}/talks", headers={"if-none-match": asked})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{API}/talks", headers={"if-none-match": '"other"'}).status_code == 200


def test_another_day_has_another_etag_and_a_day_without_reports_the_same(client: TestClient) -> None:
    etags = [
        client.get(f"{API}/talks", params={"as_of": day}).headers["etag"]
        for day in ("2025-07-19", "2025-07-20", "2025-07-24")
    ]
    assert etags[0] == etags[1] != etags[2]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"{API}/talks?as_of=tomorrow", 400, "'tomorrow' is no day or instant"),
        (f"{API}/talks?as_of=2025-07-21T10:00", 400, "has no zone"),
        (f"{API}/talks?as_of=9999-12-31T23:59-12:00", 400, "out of the calendar"),
        (f"{API}/talks?limit=0", 422, "limit: Input should be greater than or equal to 1, so nothing was done"),
        (f"{API}/talks?limit=501", 422, "limit: Input should be less than or equal to 500"),
        (f"{API}/talks?asof=2025-07-21", 422, "asof: Extra inputs are not permitted"),
        (f"{API}/changes", 422, "since: Field required"),
        (f"{API}/changes?since=", 422, "since"),
        (f"{API}/changes?since=2025-07-24&as_of=2025-07-21", 400, "lies after the day"),
        (f"{API}/gossip", 404, "no process"),
        ("/api/processes/Nobody–Nowhere/talks", 404, "known are Russia–Ukraine"),
        ("/api/things/r-0000000000", 404, "nothing of this id is visible then, so nothing is sent"),
        ("/api/reports/none", 404, "/api/search finds reports"),
        ("/api/nothing", 404, "/api/openapi.json lists what there is"),
    ],
)
def test_what_cannot_be_sent_is_said_with_its_way_out(
    client: TestClient, address: str, status: int, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = m.Problem.model_validate(answer.json())
    assert problem.status == status
    assert words in problem.detail


def test_the_description_names_every_route_of_the_api(client: TestClient) -> None:
    described = got(client, "/api/openapi.json")
    served = {f"/api/processes/{{key}}/{table}{end}" for table in TABLES for end in ("", ".csv")}
    served |= {"/api/processes/{key}/talks.ics", "/api/processes/{key}/changes.atom", "/api/processes/{key}"}
    served |= {"/api/processes", "/api/processes.csv", "/api/things/{id}", "/api/reports/{name}", "/api/search"}
    assert set(described["paths"]) == served | {"/api/decisions", "/api/decisions.csv"}
    assert all(method.get("summary") for path in described["paths"].values() for method in path.values())


def judgement(client: TestClient, **said: Any) -> dict[str, Any]:
    dispute = next(d for d in got(client, f"{API}/disputes")["items"] if d["state"] == "open")
    settled = {"subject": dispute["id"], "value": {"value": dispute["values"][0]["value"]}}
    return {"verb": "settle", "process": "Russia–Ukraine", **settled, "who": "A. Analyst", "why": "lists", **said}


BEARER = {"authorization": f"Bearer {TOKEN}"}


def test_a_program_decides_with_the_token_and_takes_it_back(writer: TestClient) -> None:
    open_before = got(writer, API)["counts"]["open_disputes"]
    etag = writer.get(f"{API}/disputes").headers["etag"]
    kept = writer.post("/api/decisions", json=judgement(writer), headers=BEARER)
    assert kept.status_code == 201
    m.Decision.model_validate(kept.json())
    assert got(writer, API)["counts"]["open_disputes"] == open_before - 1
    assert writer.get(f"{API}/disputes", headers={"if-none-match": etag}).status_code == 200
    thing = got(writer, f"/api/things/{kept.json()['subject']}")
    assert [d["why"] for d in thing["decisions"]] == ["lists"]
    undone = {"verb": "undo", "subject": kept.json()["id"], "value": {}}
    again = judgement_of(undone)
    assert writer.post("/api/decisions", json=again, headers=BEARER).status_code == 201
    assert got(writer, API)["counts"]["open_disputes"] == open_before
    assert [d["stands"] for d in got(writer, "/api/decisions")["items"]] == [False, False]


def judgement_of(said: dict[str, Any]) -> dict[str, Any]:
    return {"process": "Russia–Ukraine", "who": "A. Analyst", "why": "a slip", **said}


@pytest.mark.parametrize("sent", [{}, {"authorization": "Bearer guess"}, {"authorization": f"Basic {TOKEN}"}])
def test_without_the_token_nothing_is_written(writer: TestClient, sent: dict[str, str]) -> None:
    """Not even by a signed-in session: its cookie goes along unasked, a token does not."""
    answer = writer.post("/api/decisions", json=judgement(writer), headers=sent)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="dragoman"')
    assert "nothing was written" in answer.json()["detail"]
    assert got(writer, "/api/decisions")["total"] == 0


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"verb": "bless"}, 400, "'bless' is no decision"),
        ({"value": {}}, 400, "settle takes value and was given nothing"),
        ({"verb": "accept", "subject": "f-0000000000", "value": {}}, 404, "no such finding"),
        ({"verb": "undo", "subject": "n-0", "value": {}}, 404, "no such decision"),
        ({"subject": "d-0000000000.date"}, 404, "no such dispute"),
        ({"verb": "same", "subject": "", "value": {"one": "A", "other": " "}}, 400, "nothing to compare with"),
        ({"verb": "same", "value": {"one": "Ukraine", "other": "Nowhere"}}, 404, "'Nowhere': no such name"),
        ({"verb": "name", "subject": "", "value": {"name": "Ukraine"}}, 400, "the name of Ukraine already"),
        ({"why": " "}, 400, "needs a name and a reason"),
        ({"process": "Nobody–Nowhere"}, 404, "no process"),
        ({"who": "x" * 121}, 422, "who"),
        ({"mood": "good"}, 422, "mood"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_words(
    writer: TestClient, said: dict[str, Any], status: int, words: str
) -> None:
    answer = writer.post("/api/decisions", json=judgement(writer, **said), headers=BEARER)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
    assert got(writer, "/api/decisions")["total"] == 0


def test_hostile_words_stay_words_in_every_form(client: TestClient) -> None:
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    stored = client.get("/api/reports/hostile")
    assert "\u202e" in stored.json()["body"]  # the text itself, for programs, as it was read
    assert stored.headers["x-content-type-options"] == "nosniff"
    for name in ("talks.ics", "changes.atom", *(f"{sheet.name}.csv" for sheet in SHEETS)):
        text = client.get(f"{API}/{name}").text
        assert not set(text) & turning, name
        assert "<script>" not in text.replace('"', "") or name.endswith((".csv", ".ics")), name


def test_addresses_in_feeds_are_those_that_were_asked(client: TestClient) -> None:
    assert f"{HOME}/process/" in client.get(f"{API}/talks.ics?as_of=2025-07-21").text.replace("\r\n ", "")
    assert json.dumps(HOME)[1:-1] in client.get(f"{API}/changes.atom").text
