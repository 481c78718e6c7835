"""`dragoman dates` on texts, files and standard input."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app

TEXT = "They met on Friday and will meet on July 24-25."
ON = ["--published", "2025-07-21"]


def run(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(app, ["dates", *arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_text_is_taken_as_it_stands() -> None:
    rows = json.loads(run(TEXT, *ON, "--format", "json"))
    assert [(row["text"], row["value"], row["edtf"]) for row in rows] == [
        ("Friday", "2025-07-18", "2025-07-18"),
        ("July 24-25", "2025-07-24/2025-07-25", "2025-07-24/2025-07-25"),
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_curly_marks_do_not_hide_a_date_and_stay_in_it() -> None:
    (row,) = json.loads(run("A deal is due by the year’s end.", *ON, "--format", "json"))
    assert (row["text"], row["value"]) == ("the year’s end", "2025")


def test_files_bring_their_own_day_and_are_told_apart(tmp_path: Path) -> None:
    for name, day in (("a", "2025-07-21"), ("b", "2025-07-28")):
        (tmp_path / f"{name}.txt").write_text(f" date {day} Headline\n\nThey met on Friday.\n")
    shown = run(str(tmp_path))
    assert "report" in shown
    assert "2025-07-18" in shown
    assert "2025-07-25" in shown


@pytest.mark.parametrize("form", ["table", "json", "csv", "timex3", "edtf"])
def test_standard_input_in_every_form(form: str) -> None:
    shown = run("-", *ON, "--format", form, stdin=TEXT)
    assert "2025-07-18" in shown
    if form == "csv":
        assert next(csv.DictReader(io.StringIO(shown)))["timex"] == "2025-07-18"
    if form == "timex3":
        assert len(ElementTree.fromstring(shown).findall("TEXT/TIMEX3")) == 2
    if form == "edtf":
        assert shown.split() == ["2025-07-18", "2025-07-24/2025-07-25"]


def test_without_a_day_nothing_is_guessed() -> None:
    result = CliRunner().invoke(app, ["dates", TEXT])
    assert result.exit_code == 1
    assert "the text: no date of publication" in result.stderr


def test_a_missing_file_is_no_text() -> None:
    result = CliRunner().invoke(app, ["dates", "my report.txt", *ON])
    assert result.exit_code == 1
    assert "no such file" in result.stderr


def test_a_long_text_is_no_name_of_a_file() -> None:
    long = "The delegations talked about the lists and agreed to go on with the work. " * 60
    assert run(long + "They met on Friday.", *ON, "-f", "edtf").strip() == "2025-07-18"
