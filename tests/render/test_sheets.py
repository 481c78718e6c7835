"""Sheets: CSV that a spreadsheet opens without running anything of it, tables for narrow terminals, Markdown."""

import csv
import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from dragoman.model import Status
from dragoman.render.format import Format
from dragoman.render.rows import CHANGES, TALK_LINES, TIMELINE, talk_lines
from dragoman.render.sheets import print_sheet, sheet
from tests.readings import meeting, recording, report
from tests.record.test_derive import record_of


def cell_of(text: object) -> str:
    found = list(csv.DictReader(io.StringIO(sheet([{"a": text, "b": ""}], ("a", "b"), Format.CSV))))
    assert len(found) == 1
    return found[0]["a"]


@pytest.mark.parametrize(
    "text",
    ["=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "-"],
)
def test_what_a_spreadsheet_would_take_for_a_formula_is_made_plain(text: str) -> None:
    assert cell_of(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "-1,200.5", "1,200", "2025-07-23", "a=b", "Çırağan", "'quoted'", '"', "a,b"])
def test_what_is_none_is_left_as_it_is(text: str) -> None:
    assert cell_of(text) == text


def test_signs_that_turn_the_text_are_shown_as_marks() -> None:
    assert cell_of("no \u202eyes") == "no \ufffdyes"


def test_a_narrow_terminal_gets_sentences_the_whole_width() -> None:
    label = "release of detainees of 18 soldiers, agreed 2025-09-10"
    row = {"when": "2025-09-10", "what": "promise", "label": label, "status": "agreed", "id": "p-0123456789"}
    out = io.StringIO()
    print_sheet(Console(file=out, width=50), [row], TIMELINE, Format.TABLE, "timeline")
    lines = [line.strip() for line in out.getvalue().splitlines()]
    assert "10 September 2025  promise  agreed  p-0123456789" in lines
    assert any(line.startswith("release of detainees of 18 soldiers") for line in lines)


def test_every_dispute_of_a_round_is_shown() -> None:
    said = [
        recording(report("2025-07-01", outlet), meetings=[meeting(day, Status.PLANNED, round=3, place=place)])
        for outlet, day, place in (("Wire", "2025-07-23", "Ankara"), ("Courier", "2025-07-24", "Geneva"))
    ]
    out = sheet(talk_lines(record_of(said, "2025-07-02")), TALK_LINES, Format.MARKDOWN)
    assert "date, contradiction, open<br>23 July 2025: Wire" in out
    assert "place, contradiction, open<br>Ankara: Wire" in out


def test_what_is_new_and_what_is_gone_is_said() -> None:
    row = {"what": "round", "label": "talks of 2025-07-23", "before": None, "after": "held, 2025-07-23", "id": "r-1"}
    out = sheet([row, row | {"before": "planned", "after": None}], CHANGES, Format.MARKDOWN)
    assert "| talks of 23 July 2025 | new | held, 23 July 2025 |" in out
    assert "| planned | gone |" in out


def test_words_in_a_markdown_cell_stay_words() -> None:
    row = {"what": "round", "label": "a | b <img src=x>", "before": "x", "after": "y", "id": "r-1"}
    assert "a \\| b \\<img src=x>" in sheet([row], CHANGES, Format.MARKDOWN, "a\nb")


def test_only_the_head_of_a_dispute_stands_out_whatever_its_values_hold() -> None:
    said = [
        recording(report("2025-07-01", outlet), meetings=[meeting("2025-07-23", Status.PLANNED, round=3, place=place)])
        for outlet, place in (("Wire", "Palace, upper hall"), ("Courier", "Geneva"))
    ]
    out = io.StringIO()
    console = Console(file=out, width=120, force_terminal=True, color_system="standard")
    print_sheet(console, talk_lines(record_of(said, "2025-07-02")), TALK_LINES, Format.TABLE, "talks")
    bright = [line for line in out.getvalue().splitlines() if "\x1b[36m" in line]
    assert len(bright) == 1
    assert "place, contradiction, open" in bright[0]
    assert "Palace, upper hall: Wire" in out.getvalue()


def test_columns_without_room_stand_below_and_no_word_is_broken() -> None:
    rows = [
        {
            "label": "talks of 23 July 2025",
            "status": "planned",
            "place": "Istanbul",
            "parties": "東京, Ukraine",
            "id": "r-1",
        }
    ]
    console = Console(width=40, file=io.StringIO())
    print_sheet(console, rows, list(rows[0]), Format.TABLE, "Talks")
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert max(map(cell_len, lines)) <= 40
    assert any("parties: 東京, Ukraine" in line for line in lines)
    assert any(line.startswith("talks of 23 July 2025") and line.endswith("r-1") for line in lines)
