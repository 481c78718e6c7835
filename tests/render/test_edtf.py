"""Dates in EDTF and in TIMEX3."""

from datetime import date
from xml.etree import ElementTree

import pytest

from dragoman.extract.dates import date_text
from dragoman.render.edtf import edtf_of
from dragoman.render.timex3 import timex3_document
from tests.factory import report_of

MONDAY = date(2025, 7, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 2 June 2025.", ["2025-06-02"]),
        ("They met in June 2025.", ["2025-06"]),
        ("Talks will be held on July 24-25.", ["2025-07-24/2025-07-25"]),
        # EDTF has no weeks: the days of one are an interval.
        ("They will meet next week.", ["2025-07-28/2025-08-03"]),
        ("They met over the weekend.", ["2025-07-19/2025-07-20"]),
        # Seasons, quarters and halves have codes in the month's place.
        ("Talks stopped last summer.", ["2024-22"]),
        ("Talks resume in the first quarter of 2026.", ["2026-33"]),
        ("Aid grew in the second half of 2024.", ["2024-41"]),
        ("War raged in the 1990s.", ["199X"]),
        ("The border is of the 19th century.", ["18XX"]),
        # Rough where the text says so.
        ("The file was lost around 2019.", ["2019~"]),
        ("They left about 3 May 2025.", ["2025-05-03~"]),
        ("They met around 5 May.", ["2025-05-05~"]),
        ("It is to open in about March.", ["2026-03~"]),
        ("They met sometime in May.", ["2025-05~"]),
        ("They met on or about July 1-2.", ["2025-07-01~/2025-07-02~"]),
        # So too where the word that says so is part of the expression.
        ("They will meet in about two weeks.", ["2025-08-04~/2025-08-10~"]),
        ("They will meet in approximately ten days.", ["2025-07-31~"]),
        ("They met roughly three months ago.", ["2025-04~"]),
        ("They met on 1 July and again about two weeks later.", ["2025-07-01", "2025-07-15~"]),
        ("They will meet in two weeks.", ["2025-08-04/2025-08-10"]),
        ("They met some time ago, on 1 July.", ["2025-07-01"]),
        ("The truce begins at 14:30 on 2 June 2025.", ["2025-06-02T14:30:00"]),
        ("The truce begins at midnight on 2 June 2025.", ["2025-06-03T00:00:00"]),
        ("They met in the evening of 2 June 2025.", ["2025-06-02"]),
        # Lengths and repetitions are no dates.
        ("They talked for two weeks, every Friday.", [None, None]),
    ],
)
def test_edtf(text: str, expected: list[str | None]) -> None:
    assert [edtf_of(mention, text) for mention in date_text(text, MONDAY)] == expected


def test_timex3_is_well_formed_whatever_the_text_holds() -> None:
    report = report_of('He wrote "a < b & c"\x0b on Friday; </TEXT> ]]> early next week.', title="A & B")
    document = timex3_document([(report, date_text(report.body, report.published))])
    root = ElementTree.fromstring(document)
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == report.body.replace("\x0b", "\ufffd")
    marked = [(element.get("value"), element.get("mod"), element.text) for element in text]
    assert marked == [("2025-07-18", None, "Friday"), ("2025-W31", "START", "early next week")]
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert created.get("functionInDocument") == "CREATION_TIME"


def test_several_reports_are_one_corpus() -> None:
    reports = [report_of("They met on Friday.", id=name) for name in ("a", "b")]
    root = ElementTree.fromstring(timex3_document([(r, date_text(r.body, r.published)) for r in reports]))
    assert [document.findtext("DOCID") for document in root.findall("TimeML")] == ["a", "b"]


def test_what_is_repeated_has_its_own_values() -> None:
    text = "They meet every Friday, daily, every two weeks, every morning."
    found = {m.text: (m.timex, m.type, m.value) for m in date_text(text, MONDAY)}
    assert found["every Friday"] == ("XXXX-WXX-5", "SET", None)
    assert found["daily"] == ("P1D", "SET", None)
    assert found["every morning"] == ("XXXX-XX-XXTMO", "SET", None)


@pytest.mark.parametrize(
    ("text", "mods"),
    [
        ("They met around 5 May.", ["APPROX"]),
        ("They will meet in about two weeks.", ["APPROX"]),
        ("They met about two weeks ago.", ["APPROX"]),
        ("It took about two weeks.", ["APPROX"]),
        ("They met around the end of May.", ["END"]),  # one word has room: the nearer one
        ("They met more than two weeks ago, on 1 July.", ["MORE_THAN", None]),
    ],
)
def test_what_the_words_say_of_a_value_is_its_mod(text: str, mods: list[str | None]) -> None:
    report = report_of(text)
    root = ElementTree.fromstring(timex3_document([(report, date_text(text, MONDAY))]))
    assert [element.get("mod") for element in root.find("TEXT") or ()] == mods
