"""Days in quotations, values of record and the edges of the calendar."""

from datetime import date
from itertools import pairwise

import pytest

from dragoman.extract.dates import date_text
from dragoman.model import DateMention
from tests.factory import draft_of

MONDAY = date(2025, 7, 21)


def by_text(text: str, published: str = "2025-07-21") -> dict[str, DateMention]:
    return {mention.text: mention for mention in draft_of(text, published, upto="dates").dates}


def timex(text: str, published: date = MONDAY) -> list[tuple[str, str]]:
    return [(found.timex, found.type) for found in date_text(text, published)]


def test_words_in_a_quotation_count_from_the_day_of_its_speech_clause() -> None:
    found = by_text('"We will meet tomorrow," the envoy said on Friday. The ministers will fly home tomorrow.')
    assert found["Friday"].value == "2025-07-18"
    quoted, told = draft_of(
        '"We will meet tomorrow," the envoy said on Friday. The ministers will fly home tomorrow.', upto="dates"
    ).dates[::2]
    assert (quoted.value, quoted.quoted) == ("2025-07-19", True)
    assert (told.value, told.quoted) == ("2025-07-22", False)


def test_the_speech_clause_may_come_first() -> None:
    found = by_text('On Thursday the minister told parliament: "We shall sign tomorrow if they agree."')
    assert found["tomorrow"].value == "2025-07-18"


def test_a_quotation_that_goes_on_keeps_its_day() -> None:
    found = by_text('"The lists are ready," he said on Saturday. "We will exchange them tomorrow at the crossing."')
    assert found["tomorrow"].value == "2025-07-20"


def test_a_new_paragraph_begins_anew() -> None:
    found = by_text('"The lists are ready," he said on Saturday.\n"We will exchange them tomorrow," said the envoy.')
    assert found["tomorrow"].value == "2025-07-22"


def test_without_a_day_the_quotation_is_of_the_reports_day() -> None:
    assert by_text('"They will arrive tomorrow," said the spokesman.')["tomorrow"].value == "2025-07-22"


def test_a_quotation_of_an_unknown_earlier_day_gives_its_calendar_words_no_value() -> None:
    found = by_text('"We will return tomorrow with the list of 2 June 2024," the envoy had said last month.')
    assert found["tomorrow"].value is None
    assert found["2 June 2024"].value == "2024-06-02"
    assert found["last month"].value == "2025-06"


def test_the_day_of_an_event_beside_the_speech_clause_is_not_its_day() -> None:
    found = by_text('"We will sign tomorrow," said the minister, who arrived in Cairo on Friday.')
    assert found["tomorrow"].value == "2025-07-22"


def test_scare_quotes_are_no_quotations() -> None:
    assert not by_text('The so-called "Friday group" met.')["Friday"].quoted


def test_text_and_offsets_are_the_bodys_own() -> None:
    text = "The ministers’ talks ran from July 24–25, he said."
    (mention,) = draft_of(text, upto="dates").dates
    assert mention.text == "July 24–25" == text[mention.span.start : mention.span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce holds until midnight on Friday.", [("2025-07-25T24:00", "TIME")]),
        ("The session opens at 10.30 a.m. tomorrow.", [("2025-07-22T10:30", "TIME")]),
        ("They met on Saturday night.", [("2025-07-19TNI", "TIME")]),
        ("Contacts went on over the weekend.", [("2025-W29-WE", "DATE")]),
        ("Growth returned in the fourth quarter of 2024.", [("2024-Q4", "DATE")]),
        ("Talks stopped last summer.", [("2024-SU", "DATE")]),
        ("A 60-day truce followed months of talks.", [("P60D", "DURATION"), ("PXM", "DURATION")]),
        ("A two-week pause; a fortnight of calm.", [("P2W", "DURATION"), ("P2W", "DURATION")]),
        ("The commission meets every Monday.", [("XXXX-WXX-1", "SET")]),
        ("The memoranda of the 1990s.", [("1990-01-01/1999-12-31", "DATE")]),
    ],
)
def test_timex_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert timex(text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "May", "1990", "the", "in", "31 February 2024", "2024-13-40", "July 0"]
)
def test_edges_have_no_date(text: str) -> None:
    assert not date_text(text, MONDAY)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_do_not_break_the_dater(published: date) -> None:
    text = "Two weeks ago, last year, next Friday, tomorrow, yesterday, in ten years, on 29 February, the next day."
    date_text(text, published)


def test_spans_are_in_order_and_apart() -> None:
    text = (
        "On May 16 and June 2, 2025, then Tuesday and Wednesday, 5, 6 and 7 April; in 2013-2015; by the end of August."
    )
    spans = [found.span for found in date_text(text, MONDAY)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len(spans) == 9


def test_a_day_that_tells_which_thing_is_meant_does_not_move_the_story() -> None:
    text = "They met on Wednesday. They rejected the May 27 agreement. The next day they flew home."
    assert [found.value for found in date_text(text, MONDAY)] == ["2025-07-16", "2025-05-27", "2025-07-17"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A day and the next are one stretch; days further apart are two.
        ("They met in Geneva on 17 and 18 March.", "2025-03-17/2025-03-18"),
        ("They met in Geneva on July 14 and 15.", "2025-07-14/2025-07-15"),
        ("The round was held on 31 March and 1 April 2020.", "2020-03-31/2020-04-01"),
        ("They met on 17 or 18 March.", "2025-03-17 2025-03-18"),
        ("They met on 17 and 19 March.", "2025-03-17 2025-03-19"),
        # Months and their halves.
        ("The talks were held in secret from February to June this year.", "2025-02/2025-06"),
        ("The talks were held from November 2024 to March 2025.", "2024-11/2025-03"),
        ("The talks were held from November to March.", "2024-11/2025-03"),
        ("He will visit in the second half of November.", "2025-11-16/2025-11-30"),
        ("He will visit in the first half of February 2026.", "2026-02-01/2026-02-15"),
        # Counted from what was told before.
        ("An accord of August 2015 broke down in July of the following year.", "2015-08 2016-07"),
        ("It was signed in June 2024. On the 26th of that month a truce began.", "2024-06 2024-06-26"),
        ("They vote until August 6; the others meet on the weekend before.", "2025-08-06 2025-08-02/2025-08-03"),
        ("They met on June 2. Two days earlier Sofyan Dawood had agreed.", "2025-06-02 2025-05-31"),
        # Seasons where a preposition dates them.
        ("Negotiations had dragged on since the summer.", "2025"),
        ("Negotiations broke off after the fall of the government.", ""),
        ("Talks resume hours before the summer window shuts.", ""),
        # How long, not when.
        ("They wound up their first direct talks in seven years.", ""),
        ("A truce was signed three weeks before a general election.", ""),
        ("The custom is as strong today as it was then.", ""),
        # Direction.
        ("The two sides wound up their talks on Friday with an understanding to meet again.", "2025-07-18"),
        ("They emerged with a deal to stop the fighting at midnight on Saturday.", "2025-07-26"),
        ("The mission will stay until at least 2027.", "2027"),
    ],
)
def test_constructions_of_the_calendar(text: str, expected: str) -> None:
    assert [found.value for found in date_text(text, MONDAY) if found.value] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO, July 19 (NTB) - The envoys met yesterday.", "2025-07-18"),
        ("Talks resume\n\nSaturday, July 19, 2025\n\nThe envoys met yesterday.", "2025-07-18"),
        ("OSLO, July 12 (NTB) - The envoys met yesterday.", "2025-07-20"),
        ("The envoys, July 19 (the day of the fair) in mind, met yesterday.", "2025-07-20"),
    ],
)
def test_calendar_words_count_from_the_day_a_report_was_written(text: str, expected: str) -> None:
    assert date_text(text, MONDAY)[-1].timex == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Saturday, the opening day, they shook hands. Nothing else came of the opening day.", "2025-07-19"),
        ("Opening night, July 18, was calm. Of the opening night little was told.", "2025-07-18"),
        ("Yesterday, day three of the talks, they left. It was on day three that the mood changed.", "2025-07-20"),
    ],
)
def test_a_day_with_a_name_of_its_own_is_known_by_it(text: str, expected: str) -> None:
    assert timex(text)[-1] == (expected, "DATE")


def test_a_named_day_that_no_date_stands_beside_is_left_out() -> None:
    assert timex("The opening day was calm. They left on Saturday after the second day.") == [("2025-07-19", "DATE")]


def test_a_time_of_the_next_day_counts_from_the_day_last_told() -> None:
    text = "The session of Saturday dragged on and closed at 2:30 the next day."
    assert timex(text) == [("2025-07-19", "DATE"), ("2025-07-20T02:30", "TIME")]
