"""Ways in which newsrooms tell of one meeting: without a word for it, by its deal, by a place that has no name. The report is of Friday, 14 March 2025."""

import pytest

from dragoman.model import Meeting, MeetingKind, Status
from tests.factory import draft_of


def mentions(text: str) -> list[Meeting]:
    return draft_of(text, "2025-03-14", upto="meetings").mentioned


def last(text: str) -> Meeting:
    return mentions(text)[-1]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Kenya and Somalia ended three days of talks in the Ugandan capital on Tuesday.", "Kampala", "Uganda"),
        ("Chad and Niger signed a truce in the capital of Norway on Monday.", "Oslo", "Norway"),
        ("Chad and Niger met in Oslo in March. They will hold a second round of talks there in May.", "Oslo", None),
        (
            "Envoys flew to Geneva. Kenya and Somalia have been meeting in the Swiss city since Monday.",
            "Geneva",
            "Switzerland",
        ),
        ("NAIROBI, March 13 (Agency) - Kenya and Somalia held talks here on Thursday.", "Nairobi", None),
    ],
)
def test_places_told_without_their_name(text: str, place: str, country: str | None) -> None:
    found = last(text)
    assert found.place == place
    assert country is None or found.country == country


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Somalia put their names on Thursday to a peace agreement.",
        "Kenya and Somalia affixed their signatures to an accord in Oslo.",
        "The leaders of Kenya and Somalia have initialled a deal to open the border.",
        "Kenya and Somalia have agreed on the text of a peace agreement.",
        "Kenya and Somalia approved a ceasefire brokered by Norway.",
    ],
)
def test_a_deal_tells_that_its_sides_met(text: str) -> None:
    found = last(text)
    assert set(found.parties) == {"Kenya", "Somalia"}
    assert found.status is Status.HELD


def test_a_promise_tells_where_it_was_made() -> None:
    found = last("Yemen and the Houthis recalled the promise, made in Oslo in December, to free all prisoners.")
    assert (set(found.parties), found.place, found.start) == ({"Yemen", "Houthis"}, "Oslo", "2024-12")


def test_a_set_of_accords_sets_no_day_ahead() -> None:
    found = last("The foreign ministers of Kenya and Somalia signed a set of accords in Oslo on Wednesday.")
    assert (found.start, found.status) == ("2025-03-12", Status.HELD)


def test_an_unknown_side_stands_in_the_words_of_the_text() -> None:
    found = last("The government of Kenya and two coalitions of armed groups signed a truce in Oslo on Monday.")
    assert found.parties == ("Kenya", "two coalitions of armed groups")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Kenya's defence minister, Aden Duale, is to see Norway's Espen Barth Eide in Oslo on Sunday.",
            MeetingKind.TALKS,
        ),
        ("Kenya's army chief had rung his Somali counterpart that morning.", MeetingKind.CALL),
        (
            "Kenyan President William Ruto told Somali President Hassan Mohamud by phone that he would come.",
            MeetingKind.CALL,
        ),
        (
            "Jonas Store, Norway's prime minister, summoned Russian Ambassador Nikolai Korchunov.",
            MeetingKind.CONSULTATION,
        ),
        ("The generals of Kenya and Somalia held discussions over the hotline on Thursday.", MeetingKind.CALL),
        ("Kenya's prime minister had a working lunch with the Norwegian foreign minister in Oslo.", MeetingKind.TALKS),
        ("The envoys of Kenya and Somalia sat in separate rooms in Oslo on Monday.", MeetingKind.TALKS),
    ],
)
def test_verbs_of_one_who_sees_another(text: str, kind: MeetingKind) -> None:
    found = last(text)
    assert found.kind is kind
    assert len(found.parties) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norway saw progress in the matter.",
        "The army had called its delegates home.",
        "Norway called on Somali President Hassan Mohamud to resign.",
        "President William Ruto told the parliament that he would come.",
    ],
)
def test_such_verbs_with_other_company(text: str) -> None:
    assert mentions(text) == []


def test_sides_that_come_back_meet_again() -> None:
    found = last("Kenya and Somalia held talks in Oslo in March. The delegations will be back in Oslo in April.")
    assert (found.status, found.start, found.place) == (Status.PLANNED, "2025-04", "Oslo")
    assert set(found.parties) == {"Kenya", "Somalia"}


_MET = "Kenya and Somalia met in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "status", "number"),
    [
        ("A second session will take place as soon as possible.", Status.PLANNED, 2),
        ("No date has been set for the next round.", Status.PLANNED, None),
        ("The talks will go on in Nairobi in June.", Status.PLANNED, None),
        ("Further talks have been postponed without a new date.", Status.POSTPONED, None),
        ("The third round, pencilled in for June in Rome, will not take place.", Status.CANCELLED, 3),
        ("A new round that had been pencilled in for next week is off.", Status.CANCELLED, None),
        ("The next round is on hold.", Status.POSTPONED, None),
        ("The envoy wants to bring the parties back to Rome this month.", Status.PROPOSED, None),
        ("Norway intends to call the two together again in June.", None, None),
    ],
)
def test_the_next_meeting_is_of_the_sides_told_before(text: str, status: Status | None, number: int | None) -> None:
    found = last(_MET + text)
    assert set(found.parties) == {"Kenya", "Somalia"}
    assert status is None or (found.status, found.round) == (status, number)


def test_talk_of_the_talks_at_large_is_no_further_meeting() -> None:
    found = mentions(_MET + "Norway welcomed their approach to the talks.")
    assert all(meeting.status is Status.HELD for meeting in found)


def test_a_closing_ceremony_of_games_is_no_meeting() -> None:
    assert mentions("Kenya and Somalia marched at the closing ceremony on Thursday.") == []
