"""Agreements not made yet, words that promise nothing, truces that stand or fall. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of

AGREED, BREACHED, OFFERED = CommitmentState.AGREED, CommitmentState.BREACHED, CommitmentState.OFFERED


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    "text",
    [
        "Mediators are seeking to negotiate a deal between Hamas and Israel that includes the release of 60 hostages.",
        "Negotiators are working on an accord under which Russia would return 300 bodies to Ukraine.",
        "The deal, which is still being negotiated, provides for the withdrawal of troops from the valley.",
        "A possible agreement includes a ceasefire of 60 days and the release of ten hostages.",
        "The deal, under discussion in Doha, would also see Israel release women from its jails, an official said.",
        "The rebels want the agreement to include a clause on amnesty.",
        "Hamas has agreed to the general outlines of the deal.",
        "The leaked document outlines a ceasefire plan for Israel and Hezbollah.",
        "Moscow has proposed to Kyiv to form three groups that will work on military issues.",
        "Hamas said it would only release the soldier in exchange for 1,400 prisoners.",
    ],
)
def test_what_an_agreement_not_yet_made_provides_for_is_not_agreed(text: str) -> None:
    assert commitments(text) == []


def test_what_one_that_is_made_provides_for_is() -> None:
    (found,) = commitments("The deal, which was negotiated in Doha, provides for the release of 60 hostages.")
    assert (found.action, found.state) == (Action.RELEASE_OF_HOSTAGES, AGREED)


@pytest.mark.parametrize(
    "text",
    [
        "Israel has declined to provide detailed comment on the negotiations.",
        "Russia refused to take questions about the swap with Ukraine.",
        "Iran refused to be drawn on the proposal.",
        "The group has pledged allegiance to Islamic State.",
        "Turkey is determined to help end the war in Ukraine.",
        "Hezbollah vowed to avenge its commander.",
        "The United States has ruled out invading North Korea.",
        "The talks between Sudan and Chad were to re-start this week.",
        "Israel was set to send a delegation to Cairo.",
    ],
)
def test_words_that_promise_no_act(text: str) -> None:
    assert commitments(text) == []


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [
        ("Norway has offered to host the next round of talks.", OFFERED, "Norway"),
        ("Kenya is ready to host the negotiations.", OFFERED, "Kenya"),
        ("Russia pledged not to attack grain ships.", CommitmentState.PLEDGED, "Russia"),
        ("Iran and Iraq agreed to name five officers for a committee.", AGREED, "Iran"),
        ("Peru refused to set a date for the elections.", None, "Peru"),
    ],
)
def test_what_is_more_than_a_word(text: str, state: CommitmentState | None, by: str) -> None:
    found = commitments(text)
    assert [item.state for item in found] == ([state] if state else [])
    assert all(by in item.by for item in found)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Numerous ceasefires have collapsed in Bosnia.", BREACHED),
        ("The truce between Armenia and Azerbaijan fell apart within hours.", BREACHED),
        ("A Russian-brokered ceasefire ended six weeks of fighting between Armenia and Azerbaijan.", AGREED),
        ("The ceasefire in Gaza is fragile and could collapse.", AGREED),
        ("Israel and Hezbollah have observed a truce since November.", AGREED),
    ],
)
def test_truces_that_stand_or_fall(text: str, state: CommitmentState) -> None:
    (found,) = commitments(text)
    assert (found.action, found.state) == (Action.CEASEFIRE, state)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt has helped mediate truces between Israel and Hamas.",
        "Both sides should respect the ceasefire.",
        "The mediators are seeking a US-brokered ceasefire.",
        "The leaders discussed dialogue toward a negotiated ceasefire.",
    ],
)
def test_truces_only_spoken_of(text: str) -> None:
    assert commitments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya says any deal must include sanctions relief.",
        "Kenya will not send envoys before Somalia agrees to a truce.",
        "Nothing will move until Somalia agrees to a truce.",
    ],
)
def test_what_is_wanted_of_a_deal_or_awaited_is_not_agreed(text: str) -> None:
    assert not [c for c in commitments(text) if c.state is AGREED]
