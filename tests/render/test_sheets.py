"""CSV that a spreadsheet opens without running anything of it."""

import csv
import io

import pytest

from dragoman.render.format import Format
from dragoman.render.sheets import sheet


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
