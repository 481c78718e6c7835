"""The command line as a person meets it."""

import json
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app

REPORT = """ date 2025-07-21 Third round of talks on Wednesday

A third round of talks between Ukraine and Russia will be held in Istanbul on Wednesday, President Volodymyr Zelensky said on Monday.
"""
OTHER = """ date 2025-07-21 Third round later

The third round of talks between Russia and Ukraine will be held in Istanbul on July 24-25, RIA reported on Monday, citing sources.
"""
run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    (tmp_path / "two.txt").write_text(OTHER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_page_shows_the_talks_with_their_words(folder: Path) -> None:
    result = run(app, ["extract", "one.txt"])
    assert result.exit_code == 0
    assert "23 July 2025" in result.stdout
    assert "Volodymyr Zelensky" in result.stdout
    assert "will be held in Istanbul" in " ".join(result.stdout.split())


def test_lines_are_records_of_the_published_schema(folder: Path) -> None:
    schema = json.loads(run(app, ["schema"]).stdout)
    lines = run(app, ["extract", ".", "--format", "jsonl"]).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["id"] for record in records] == ["one", "two"]
    for record in records:
        jsonschema.validate(record, schema)
        assert record["schema"] == 1
        assert record["meetings"][0]["parties"]


def test_evidence_is_the_slice_at_its_span(folder: Path) -> None:
    record = json.loads(run(app, ["extract", "one.txt", "-f", "jsonl"]).stdout)
    body = REPORT.split("\n\n", 1)[1]
    for kind in ("meetings", "attributions"):
        for item in record[kind]:
            start, end = item["span"]
            assert body[start:end] == item["evidence"]


def test_bad_files_are_named_and_the_others_still_read(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "bad.txt").write_text(" date 2025-02-30 T\n\nTalks were held.")
    result = run(app, ["extract", "one.txt", "empty.txt", "bad.txt", "gone.txt", "-f", "jsonl"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["id"] == "one"
    complaints = result.stderr.splitlines()
    assert len(complaints) == 3
    assert all("Traceback" not in line and line.startswith("dragoman: ") for line in complaints)


def test_wrong_call_ends_with_two(folder: Path) -> None:
    result = run(app, ["extract", "one.txt", "--published", "2025-02-30"])
    assert result.exit_code == 2
    assert "not a day" in result.stderr


def test_marked_text_says_what_each_mark_is(folder: Path) -> None:
    result = run(app, ["show", "one.txt"])
    assert result.exit_code == 0
    assert "[date: 2025-07-23]" in " ".join(result.stdout.split())


def test_ledger_from_reports_to_reasons(folder: Path) -> None:
    assert "2 reports new" in run(app, ["read", "."]).stdout
    assert "0 reports new, 2 known before" in run(app, ["read", "."]).stdout
    (row,) = json.loads(run(app, ["talks", "--as-of", "2025-07-21", "-f", "json"]).stdout)
    assert (row["round"], row["status"], row["date"]) == (3, "planned", None)
    assert row["dispute"]["state"] == "open"
    why = run(app, ["why", row["id"]])
    assert why.exit_code == 0
    assert "RIA ← unnamed sources" in " ".join(why.stdout.split())
    assert "both are called round 3" in " ".join(why.stdout.split())


def test_other_news_is_passed_over_counted_and_not_read_again(folder: Path) -> None:
    (folder / "match.txt").write_text(" date 2025-07-21 A match\n\nThe home side won by two goals after the break.\n")
    first = run(app, ["read", ".", "--jobs", "2"])
    assert "1 without a word of negotiations passed over" in first.stdout
    again = run(app, ["read", "."])
    assert "0 reports new, 3 known before" in again.stdout


def test_people_settle_and_take_back(folder: Path) -> None:
    run(app, ["read", "."])
    dispute = json.loads(run(app, ["disputes", "-f", "json"]).stdout)[0]["id"]
    signed = ["--who", "A. Analyst", "--why", "the ministry confirmed"]
    settled = run(app, ["settle", dispute, "2025-07-23", *signed])
    assert settled.exit_code == 0
    (row,) = json.loads(run(app, ["disputes", "-f", "json"]).stdout)
    assert (row["state"], row["value"]) == ("settled", "2025-07-23")
    run(app, ["undo", settled.stdout.split(":")[0], *signed])
    assert json.loads(run(app, ["disputes", "-f", "json"]).stdout)[0]["state"] == "open"


def test_unsigned_decision_is_refused(folder: Path) -> None:
    run(app, ["read", "."])
    result = run(app, ["reject", "f-1", "--who", " ", "--why", "x"])
    assert result.exit_code != 0
    assert "needs a name and a reason" in str(result.exception)


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("command", ["processes", "talks", "disputes", "promises", "positions", "timeline"])
def test_every_sheet_prints_in_every_format(folder: Path, command: str, form: str) -> None:
    run(app, ["read", "."])
    result = run(app, [command, "--format", form])
    assert result.exit_code == 0, result.exception
    assert result.stdout.strip()


def test_changes_between_two_days(folder: Path) -> None:
    run(app, ["read", "."])
    result = run(app, ["changes", "--since", "2025-07-20", "-f", "json"])
    assert any(row["what"] == "round" for row in json.loads(result.stdout))


def test_search_and_report_lead_to_the_text(folder: Path) -> None:
    run(app, ["read", "."])
    assert "one" in run(app, ["search", "Wednesday", "Zelensky", "-f", "csv"]).stdout
    assert "will be held in Istanbul" in " ".join(run(app, ["report", "one"]).stdout.split())


def test_help_answers_at_once() -> None:
    """Best of three: the first may have to compile, another may be disturbed."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dragoman", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 1.0, "a command that loads a model or pandas-like weight to print its help is broken"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, dragoman.cli.app; print([m for m in ('spacy', 'trafilatura', 'sqlalchemy', 'pydantic') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "[]"


def test_brief_leads_each_line_to_its_words(folder: Path) -> None:
    run(app, ["read", "."])
    text = run(app, ["brief", "--as-of", "2025-07-21", "--since", "2025-07-20"]).stdout
    assert "## Open disputes" in text
    assert "RIA ← unnamed sources" in text
    assert "1. “" in text.split("## In the words of")[1]


def test_brief_as_page_keeps_hostile_words_as_words(folder: Path) -> None:
    (folder / "three.txt").write_text(REPORT.replace("in Istanbul", "in Istanbul <script>alert(1)</script>"))
    run(app, ["read", "three.txt"])
    page = run(app, ["brief", "--format", "html"]).stdout
    assert page.startswith("<!doctype html>")
    assert "<script>" not in page


def test_review_settles_by_number(folder: Path) -> None:
    run(app, ["read", "."])
    result = run(app, ["review", "--who", "A. Analyst"], input="1\nconfirmed by the host\n")
    assert result.exit_code == 0, result.exception
    (row,) = json.loads(run(app, ["disputes", "-f", "json"]).stdout)
    assert row["settled_by"] == "A. Analyst decided: confirmed by the host"


def test_review_judges_findings_and_refuses_what_the_record_cannot_hold(folder: Path) -> None:
    run(app, ["read", "."])
    answers = "z\ne 1 status=dreamt\nhe said so\ne 1 status=postponed\nhe said so\nq\n"
    result = run(app, ["review", "--who", "A. Analyst"], input=answers)
    assert result.exit_code == 0, result.exception
    assert "'z' is none of these" in result.stdout
    assert "not a value of this slot" in result.stdout
    assert "take it back with 'dragoman undo" in result.stdout


def test_two_coders_are_compared(folder: Path) -> None:
    run(app, ["read", "."])
    for who, value in (("A. Analyst", "2025-07-23"), ("B. Editor", "2025-07-24")):
        dispute = json.loads(run(app, ["disputes", "-f", "json"]).stdout)[0]["id"]
        run(app, ["settle", dispute, value, "--who", who, "--why", "the host said so"])
    rows = json.loads(run(app, ["agreement", "a. analyst", "B. Editor", "-f", "json"]).stdout)
    disputes = next(row for row in rows if row["question"] == "disputes")
    assert (disputes["judged by both"], disputes["alike"]) == (1, 0)
    assert disputes["partings"][0]["other"] == "2025-07-24"
    assert "Where they part" in run(app, ["agreement", "A. Analyst", "B. Editor"]).stdout


def test_every_command_is_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert names
    assert [name for name in names if f"`{name}" not in guide] == []
