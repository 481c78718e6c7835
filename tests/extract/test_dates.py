"""Calendar expressions and what they denote. The report is of Monday, 21 July 2025."""

from datetime import date

import pytest

from dragoman.extract.dates import date_text
from tests.factory import draft_of

MONDAY = date(2025, 7, 21)


def values(text: str, day: date = MONDAY) -> list[tuple[str, str | None]]:
    return [(d.text, d.value) for d in date_text(text, day) if d.type not in ("DURATION", "SET")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys will meet on Thursday.", [("Thursday", "2025-07-24")]),
        ("The envoys met on Thursday.", [("Thursday", "2025-07-17")]),
        (
            "The minister said on Friday that talks will resume on Tuesday.",
            [("Friday", "2025-07-18"), ("Tuesday", "2025-07-22")],
        ),
        ("He spoke on Monday.", [("Monday", "2025-07-21")]),
        ("They are to meet again next Monday.", [("next Monday", "2025-07-28")]),
        ("They fly home this Wednesday.", [("this Wednesday", "2025-07-23")]),
        ("The session is due to open on Wednesday.", [("Wednesday", "2025-07-23")]),
        ("The truce collapsed on Saturday night.", [("Saturday night", "2025-07-19")]),
        ("Talks run from Wednesday to Friday.", [("Wednesday to Friday", "2025-07-23/2025-07-25")]),
        ("They agreed to meet on Thursday.", [("Thursday", "2025-07-24")]),
    ],
)
def test_weekdays_look_back_unless_their_verb_looks_ahead(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rounds were held on May 16 and June 2.", [("May 16", "2025-05-16"), ("June 2", "2025-06-02")]),
        ("Talks on July 24-25 are planned.", [("July 24-25", "2025-07-24/2025-07-25")]),
        ("They met on 28–29 June.", [("28–29 June", "2025-06-28/2025-06-29")]),
        ("It ran from June 30 to July 2.", [("June 30 to July 2", "2025-06-30/2025-07-02")]),
        ("The sides met between 3 and 5 March.", [("3 and 5 March", "2025-03-03/2025-03-05")]),
        (
            "Earlier rounds fell on April 12, 19 and 26.",
            [("April 12", "2025-04-12"), ("19", "2025-04-19"), ("26", "2025-04-26")],
        ),
        ("The accord of 2 June 2019 lapsed.", [("2 June 2019", "2019-06-02")]),
        ("It was signed on the 2nd of June.", [("the 2nd of June", "2025-06-02")]),
        ("They met on Wednesday, July 16, in Muscat.", [("Wednesday, July 16", "2025-07-16")]),
        ("The note of 2025-07-18 was short.", [("2025-07-18", "2025-07-18")]),
        ("It expires on January 10.", [("January 10", "2026-01-10")]),
        ("He was seized on May 7 last year.", [("May 7 last year", "2024-05-07")]),
    ],
)
def test_days_of_months_alone_in_lists_and_ranges(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met last week.", "2025-W29"),
        ("A round may follow next week.", "2025-W31"),
        ("They met last month.", "2025-06"),
        ("A deal is expected by the end of August.", "2025-08"),
        ("Contacts resumed in late May.", "2025-05"),
        ("The truce collapsed in March.", "2025-03"),
        ("They spoke by phone over the weekend.", "2025-07-19/2025-07-20"),
        ("The accord dates from February 2022.", "2022-02"),
        ("They last met two weeks ago.", "2025-W28"),
        ("They last met three days ago.", "2025-07-18"),
        ("They will meet again in two weeks.", "2025-W32"),
        ("Talks broke off last summer.", "2024-06/2024-08"),
        ("A treaty may come in the fourth quarter.", "2025-10/2025-12"),
        ("The war began in the 1990s.", "1990/1999"),
        ("Earlier in the day he flew to Doha.", "2025-07-21"),
        ("The two sides met yesterday.", "2025-07-20"),
    ],
)
def test_coarser_times_keep_their_precision(text: str, expected: str) -> None:
    assert [value for _, value in values(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on July 10. The next day a truce was declared.", "2025-07-11"),
        ("They met on July 10 and two days later swapped prisoners.", "2025-07-12"),
        ("They met on July 10; a week earlier drones had struck.", "2025-07-03"),
    ],
)
def test_later_words_count_from_the_day_told_before(text: str, expected: str) -> None:
    assert values(text)[-1][1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The May resolution may not march forward.",
        "Mr. May and August Pfluger spoke of a second place.",
        "Resolution 2334 names 300 children and 25 detainees.",
        "They swapped 1,000 for 1,000 prisoners and 6,000 bodies.",
        "Sun and Mon peoples took part.",
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "timex"), [("a 60-day truce", "P60D"), ("for two months", "P2M"), ("several weeks of talks", "PXW")]
)
def test_lengths_of_time_have_no_value(text: str, timex: str) -> None:
    (found,) = date_text(text, MONDAY)
    assert (found.timex, found.type, found.value) == (timex, "DURATION", None)


def test_time_of_day_alone_is_no_date_and_with_its_day_is() -> None:
    assert values("The hall opened at 13:30 GMT.") == [("13:30 GMT", None)]
    assert values("It starts at 10 a.m. on Wednesday.") == [("10 a.m. on Wednesday", "2025-07-23")]


def test_words_in_a_quotation_count_from_the_day_they_were_said() -> None:
    draft = draft_of('"We will meet tomorrow," the envoy said on Thursday.', upto="dates")
    assert [(d.text, d.value, d.quoted) for d in draft.dates] == [
        ("tomorrow", "2025-07-18", True),
        ("Thursday", "2025-07-17", False),
    ]


def test_offsets_are_those_of_the_text() -> None:
    text = "Talks will be held on Wednesday."
    (found,) = date_text(text, MONDAY)
    assert text[found.span.start : found.span.end] == "Wednesday" == found.text
