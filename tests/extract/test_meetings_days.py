"""The day talks begin and the day they end, told in one clause or apart. The report is of Wednesday, 29 October 2025."""

import pytest

from dragoman.model import Meeting, Status
from tests.factory import draft_of


def meetings(text: str) -> list[Meeting]:
    return draft_of(text, "2025-10-29", upto="merge_meetings").meetings


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Somalia, which began on 25 October in Nairobi, ended on Tuesday without a deal.",
        "The talks between Kenya and Somalia, launched on Saturday in Nairobi, drew to a close on Tuesday.",
        "Talks between Kenya and Somalia that had opened on Saturday in Nairobi broke off on Tuesday.",
        "Talks between Kenya and Somalia started in Nairobi on Saturday and ended on Tuesday.",
        "A round of talks between Kenya and Somalia, which got under way in Nairobi on Saturday, wrapped up on Tuesday.",
        "Talks between Kenya and Somalia opened in Nairobi on Saturday. They ended on Tuesday with a handshake.",
        "Talks between Kenya and Somalia concluded in Nairobi on Tuesday. It rained. They had begun on 25 October.",
        "Kenya said the talks with Somalia in Nairobi had ended on Tuesday. Somalia said the talks had begun on Saturday.",
    ],
)
def test_first_and_last_day_told_apart(text: str) -> None:
    (one,) = meetings(text)
    assert (one.start, one.end, one.place) == ("2025-10-25", "2025-10-28", "Nairobi")
    assert one.status is Status.HELD


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Somalia came to an end on Tuesday.",
        "Talks between Kenya and Somalia were brought to a close on Tuesday.",
        "The round of talks between Kenya and Somalia that ended on Tuesday brought no result.",
        "Three days of talks between Kenya and Somalia wound up in Nairobi; the talks finished on Tuesday.",
    ],
)
def test_last_day_alone(text: str) -> None:
    (one,) = meetings(text)
    assert (one.start, one.end, one.status) == (None, "2025-10-28", Status.HELD)


def test_first_day_of_talks_that_are_due_to_begin() -> None:
    (one,) = meetings("Talks between Kenya and Somalia are due to begin on Saturday in Kampala.")
    assert (one.start, one.end, one.place, one.status) == ("2025-11-01", None, "Kampala", Status.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya held talks with Somalia, which began its offensive on 21 October, in Nairobi on Saturday.",
        "Kenya held talks with Somalia, which opened fire on 21 October, in Nairobi on Saturday.",
        "Kenya and Somalia held talks in Nairobi on Saturday. They ended their boycott on Tuesday.",
        "Kenya and Somalia held talks in Nairobi on Saturday. They may end on Tuesday.",
    ],
)
def test_what_a_state_begins_or_ends_is_not_the_meeting(text: str) -> None:
    (one,) = meetings(text)
    assert (one.start, one.end) == ("2025-10-25", "2025-10-25")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The second round of talks between Kenya and Somalia has been postponed until 19 November.", "2025-11-19"),
        ("The talks between Kenya and Somalia were put off until Friday.", "2025-10-31"),
        ("Kenya and Somalia have delayed a round of talks in Kampala from 5 November to 12 November.", "2025-11-12"),
        ("Talks between Kenya and Somalia were moved from 5 November to 12 November.", "2025-11-12"),
        ("Talks between Kenya and Somalia were brought forward from 12 November to 5 November.", "2025-11-05"),
        ("The talks between Kenya and Somalia set for Thursday were delayed until Sunday.", "2025-11-02"),
    ],
)
def test_talks_put_off_are_set_for_the_new_day(text: str, day: str) -> None:
    (one,) = meetings(text)
    assert (one.start, one.end, one.status) == (day, day, Status.POSTPONED)


def test_talks_that_last_until_a_day_are_not_put_off_until_it() -> None:
    (one,) = meetings("Talks between Kenya and Somalia will last until Friday.")
    assert (one.start, one.end) == (None, None)


def test_a_round_held_is_dated_where_the_sentence_goes_on_with_its_parties() -> None:
    (one,) = meetings("At the first round, held in Nairobi on 10 February, Kenya and Somalia agreed to exchange lists.")
    assert (one.start, one.place, one.round) == ("2025-02-10", "Nairobi", 1)


def test_how_much_later_than_planned_is_no_day() -> None:
    (one,) = meetings("The talks between Kenya and Somalia ended late on Tuesday, a day later than planned.")
    assert (one.start, one.end) == (None, "2025-10-28")
