"""What goes wrong at the terminal: hostile words, ids of nothing, days in the wrong order, names of several."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.app import app
from tests.cli.test_cli import OTHER, REPORT

HOSTILE = """---
published: 2025-07-21
id: hostile
outlet: "The [b]Odd[/i] Times"
title: "Talks [/red] :smile: \\e[31m"
---

A third round of talks between Ukraine and Russia will be held in Istanbul on Wednesday.
"""
SIGNED = ["--who", "A. Analyst", "--why", "the ministry confirmed"]
run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text(REPORT)
    (tmp_path / "two.txt").write_text(OTHER)
    (tmp_path / "three.md").write_text(HOSTILE)
    monkeypatch.chdir(tmp_path)
    run(app, ["read", "."])
    return tmp_path


def finding() -> str:
    (talks,) = json.loads(run(app, ["talks", "-f", "json"]).stdout)
    return str(talks["accounts"]["date"][0]["findings"][0])


@pytest.mark.parametrize(
    "command", [["search", "Istanbul"], ["report", "hostile"], ["talks"], ["disputes"], ["talks", "-f", "markdown"]]
)
def test_words_of_a_report_are_no_markup_and_no_command_to_the_terminal(folder: Path, command: list[str]) -> None:
    result = run(app, command)
    assert result.exit_code == 0, result.exception
    assert "\x1b" not in result.stdout
    assert "[/red] :smile: \ufffd[31m" in result.stdout or "[b]Odd[/i]" in result.stdout


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (["accept", "f-nothing"], "no such finding"),
        (["reject", "r-nothing"], "no such finding"),
        (["amend", "f-nothing", "status=held"], "no such finding"),
        (["settle", "d-nothing.date", "2025-07-23"], "no such dispute"),
        (["undo", "n-nothing"], "no such decision"),
        (["same", "f-nothing", "f-else"], "no such finding"),
        (["same", "Kyiv", "Kyiv"], "not two names"),
        (["not-same", "Kyiv", " "], "not two names"),
        (["same", "Ukraine", "Ukrainia"], "'Ukrainia': no such name in this ledger, so nothing was decided; near it"),
        (["name", "Ukraine-Russia", " "], "an empty name"),
    ],
)
def test_nothing_can_be_decided_about_nothing(folder: Path, decision: list[str], said: str) -> None:
    result = run(app, [*decision, *SIGNED])
    assert result.exit_code != 0
    assert said in str(result.exception)


def test_a_decision_that_the_record_cannot_hold_is_not_kept(folder: Path) -> None:
    for slot in ("status=glorious", "start=2025-02-30"):
        assert "not a value of this slot" in str(run(app, ["amend", finding(), slot, *SIGNED]).exception)
    dispute = json.loads(run(app, ["disputes", "-f", "json"]).stdout)[0]["id"]
    assert "not in the calendar" in str(run(app, ["settle", dispute, "2025-13-77", *SIGNED]).exception)
    assert run(app, ["timeline"]).exit_code == 0


def test_an_attribute_that_nobody_tells_of_is_said_to_be_none(folder: Path) -> None:
    dispute = json.loads(run(app, ["disputes", "-f", "json"]).stdout)[0]["id"].partition(".")[0]
    for id_ in (f"{dispute}.colour", dispute.replace("d-", "r-") + ".colour"):
        said = str(run(app, ["why", id_]).exception)
        assert f"{id_}: no account of any 'colour', so nothing is shown; of {id_[:12]} there is " in said
        assert "date" in said.rpartition("there is")[2]
    assert run(app, ["why", f"{dispute}.date"]).exit_code == 0
    assert "nothing of this id" in str(run(app, ["why", "d-0000000000.date"]).exception)


def test_why_as_a_sheet_lists_what_it_rests_on(folder: Path) -> None:
    lines = run(app, ["why", finding(), "-f", "csv"]).stdout.splitlines()
    assert lines[0] == "kind,outlet,published,sources,evidence,joined,report,id"
    assert finding() in lines[1]
    assert f"({finding()})" in run(app, ["why", finding(), "-f", "markdown"]).stdout.splitlines()[0]
    assert json.loads(run(app, ["why", finding(), "-f", "json"]).stdout)["id"] == finding()


def test_a_process_is_listed_with_its_name_until_that_is_taken_back(folder: Path) -> None:
    kept = run(app, ["name", "Ukraine-Russia", "Istanbul talks", *SIGNED]).stdout.partition(":")[0]
    assert "Istanbul talks" in run(app, ["processes"]).stdout
    named = {row["process"]: row["name"] for row in json.loads(run(app, ["processes", "-f", "json"]).stdout)}
    assert named["Russia–Ukraine"] == "Istanbul talks"
    run(app, ["undo", kept, *SIGNED])
    assert "Istanbul talks" not in run(app, ["processes"]).stdout


def test_what_was_taken_back_is_not_taken_back_again(folder: Path) -> None:
    kept = run(app, ["accept", finding(), *SIGNED]).stdout.partition(":")[0]
    assert run(app, ["undo", kept, *SIGNED]).exit_code == 0
    assert "taken back already" in str(run(app, ["undo", kept, *SIGNED]).exception)


def test_a_process_needs_a_name_and_one_party_means_all_of_its_processes(folder: Path) -> None:
    assert "no process ''" in str(run(app, ["talks", "-p", ""]).exception)
    (folder / "four.txt").write_text(
        " date 2025-07-22 Talks\n\nRussia and Armenia will hold talks in Moscow on Friday.\n"
    )
    run(app, ["read", "four.txt"])
    rows = json.loads(run(app, ["talks", "-p", "russia", "-f", "json"]).stdout)
    assert {row["process"] for row in rows} == {"Russia–Ukraine", "Armenia–Russia"}
    assert "may be any of" in run(app, ["name", "russia", "Moscow talks", *SIGNED]).output


def test_changes_run_forward(folder: Path) -> None:
    for command in ("changes", "brief"):
        result = run(app, [command, "--since", "2025-08-01", "--as-of", "2025-07-21"])
        assert "lies after the day" in str(result.exception)


def test_reports_of_one_name_are_told_apart(folder: Path) -> None:
    (folder / "later.md").write_text(HOSTILE.replace("Wednesday", "Friday"))
    run(app, ["read", "later.md"])
    assert "2 reports are called so" in run(app, ["report", "hostile"]).stderr
    assert "no such report" in str(run(app, ["report", ""]).exception)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "dragoman", *arguments]


def test_a_terminal_of_another_coding_shows_marks(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command("talks"), env=env, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert b"Russia?Ukraine" in done.stdout


@pytest.mark.parametrize("arguments", [("talks",), ("talks", "-f", "json"), ("report", "one"), ("why", "--help")])
def test_who_reads_only_the_beginning_is_told_of_no_failure(folder: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command(*arguments), stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_output_that_cannot_be_written_is_told_in_one_line(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command("talks"), stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(b"dragoman: the output: No space left")
    assert done.stderr.count(b"\n") == 1


def test_reading_processes_end_with_the_one_that_was_killed(folder: Path) -> None:
    for at in range(300):
        (folder / f"more{at}.txt").write_text(REPORT.replace("Monday", f"Monday, in statement {at}"))
    reader = subprocess.Popen(command("read", ".", "-j", "2"), stdout=subprocess.DEVNULL, start_new_session=True)
    ours = _wait(lambda: _group(reader.pid), at_least=3)
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    left = _wait(lambda: _group(reader.pid), at_most=0)
    assert (len(ours) >= 3, left) == (True, [])


def _wait(look, at_least: int = 0, at_most: int = 99) -> list[int]:  # type: ignore[no-untyped-def]
    for _ in range(150):
        found = look()
        if at_least <= len(found) <= at_most:
            return list(found)
        time.sleep(0.1)
    return list(look())


def _group(leader: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def test_a_sentence_without_an_end_is_told_by_its_report_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clause = "the envoy of Ukraine said that Russia had proposed a meeting in Istanbul"
    (tmp_path / "endless.txt").write_text(f" date 2025-07-21 Endless\n\n{'; '.join([clause] * 60)}.\n")
    monkeypatch.chdir(tmp_path)
    for command in (["extract", "endless.txt"], ["read", "endless.txt"]):
        result = run(app, command)
        assert result.exit_code == 0
        assert (
            "endless.txt: 1 sentence of more than 500 words without an end (the first begins 'the envoy"
            in result.stderr
        )
        assert "read in pieces, so what reaches over a cut may be missing; put full stops" in result.stderr
        assert "dropped" not in result.output


DATED = [
    ["talks", "--as-of", "yesterday"],
    ["processes", "--recorded-as-of", "soon"],
    ["brief", "--as-of", "2025-02-30"],
    ["brief", "--since", "Monday"],
    ["why", "r-0123456789", "--as-of", "2025-07-21T18:00"],
    ["changes", "--since", "last week"],
    ["changes", "--since", "2025-07-24", "--as-of", "2025-07-21"],
    ["agreement", "A", "B", "--recorded-as-of", "never"],
    ["extract", "one.txt", "--published", "today"],
    ["read", "one.txt", "--published", "21.7.2025"],
    ["dates", "They met on Friday.", "--published", "2025-7-1"],
]


@pytest.mark.parametrize("command", DATED, ids=" ".join)
def test_a_day_that_is_none_is_a_wrong_command(
    folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["dragoman", *command])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert command[-1] in said or command[2] in said, "it names the culprit"


def test_a_wrong_day_is_told_where_there_is_no_ledger_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (
        ["brief", "--since", "Monday"],
        ["changes", "--since", "Monday"],
        ["why", "r-1", "--as-of", "Monday"],
    ):
        monkeypatch.setattr("sys.argv", ["dragoman", *command])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 2
        assert "'Monday' is no day or instant" in capsys.readouterr().err


def test_a_brief_is_as_of_an_instant_in_any_form_of_iso(folder: Path) -> None:
    result = run(app, ["brief", "--as-of", "20250722T180000+0300"])
    assert result.exit_code == 0, result.exception


@pytest.mark.parametrize(("end", "code"), [(KeyboardInterrupt, 130), (EOFError, 0)])
def test_a_review_is_stopped_by_ctrl_c_and_by_the_end_of_the_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch, end: type[BaseException], code: int
) -> None:
    def prompt(*_: object, **__: object) -> None:
        """As Typer's own ends: both alike, and without a cause."""
        try:
            raise end
        except end:
            raise typer.Abort from None

    monkeypatch.setattr("typer.prompt", prompt)
    result = run(app, ["review", "--who", "A. Analyst"])
    assert result.exit_code == code, result.output
    assert "Stopped; what was decided is kept." in result.stdout
