"""The API asked at random within and beyond its own description: it must keep to it, and never fail.

The seed is fixed and the number of cases bounded, so that the same commit gives the same answer everywhere.
"""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.model.ledgered import Verb
from dragoman.web.app import create_app
from dragoman.web.shield.rates import Bucket
from tests.web.sample import HOME, PROCESS, TOKEN

API = PROCESS.replace("/process/", "/api/processes/")
_CASES = 6  # for each address, once as described and once beyond
_CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
_HOST = {"host": "127.0.0.1:8000"}
_BOUNDED = settings(
    max_examples=_CASES,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def schema(ledger: Path) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("READS", "WRITES"):
            patch.setenv(f"DRAGOMAN_PAGE_{name}", "0")
        yield schemathesis.openapi.from_asgi("/api/openapi.json", create_app(ledger, TOKEN), headers=_HOST)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_api_keeps_to_its_description(schema: Any, mode: GenerationMode) -> None:
    asked = 0

    def ask(case: Any) -> None:
        nonlocal asked
        asked += 1
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            response = case.call(headers=_HOST)
            case.validate_response(response, checks=_CHECKS)
        assert response.headers["x-content-type-options"] == ["nosniff"]

    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 25
    for operation in operations:
        cases = operation.as_strategy(generation_mode=mode)
        seed(20250721)(_BOUNDED(given(case=cases)(ask)))()
    assert asked > len(operations)


def test_whatever_is_decided_at_random_the_record_can_still_be_shown(copied: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("READS", "WRITES"):
            patch.setenv(f"DRAGOMAN_PAGE_{name}", "0")
        app = create_app(copied, TOKEN)
    client = TestClient(app, base_url=HOME)
    ids = [row["id"] for table in ("findings", "disputes") for row in client.get(f"{API}/{table}").json()["items"]]
    subjects = st.sampled_from([*ids, "f-0000000000", ""])
    values = st.dictionaries(st.sampled_from(["value", "one", "other", "name", "start", "quantity", "parties", "status", "end", "round"]),
                             st.sampled_from(["", "2025-07-23", "-1", "1e999", "nan", "Russia", "\u202e", *ids[:3]]), max_size=2)  # fmt: skip

    def decide(verb: str, subject: str, value: dict[str, str]) -> None:
        said = {"verb": verb, "process": "Russia–Ukraine", "subject": subject, "value": value, "who": "A", "why": "b"}
        answer = client.post("/api/decisions", json=said, headers={"authorization": f"Bearer {TOKEN}"})
        assert answer.status_code in (201, 400, 404), answer.text
        assert client.get(PROCESS).status_code == 200
        assert client.get(f"{API}/talks").status_code == 200

    chosen = given(verb=st.sampled_from([*Verb, *[Verb.AMEND] * 5, Verb.SETTLE]), subject=subjects, value=values)
    seed(20250721)(settings(_BOUNDED, max_examples=60)(chosen(decide)))()
    assert client.get("/api/decisions").json()["total"] > 5


_PAGES = ("/process/{}", "/process/Russia–Ukraine/round/{}", "/process/Russia–Ukraine/decide/{}", "/report/{}",
          "/report/hostile?finding={}", "/search?q={}", "/process/Russia–Ukraine?as-of={}", "/sign-in?back={}",
          "/process/Russia–Ukraine/names?one={}&other=b", "/static/{}", "/{}")  # fmt: skip


def test_whatever_is_asked_of_the_pages_is_answered_in_words(client: TestClient) -> None:
    pieces = st.sampled_from(["<script>alert(9)</script>", "\u202e", "'\"><img src=x>", "../", "%00", "r-", "d-1.date"])
    words = st.one_of(st.text(max_size=40), st.lists(pieces, max_size=4).map("".join))

    def ask(page: str, word: str) -> None:
        answer = client.get(page.format(quote(word.encode("utf-8", "replace"), safe="")))
        assert answer.status_code < 500, answer.text
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "<script>alert(9)" not in answer.text
        assert "<img" not in answer.text
        assert "\u202e" not in answer.text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bucket, "wait", lambda *_: 0.0)
        seed(20250721)(settings(_BOUNDED, max_examples=150)(given(page=st.sampled_from(_PAGES), word=words)(ask)))()
