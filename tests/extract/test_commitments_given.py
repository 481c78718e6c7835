"""Promises told by what is given: a word, leave, money, a refusal of what was asked. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of

AGREED, PLEDGED, OFFERED, REFUSED = (
    CommitmentState.AGREED,
    CommitmentState.PLEDGED,
    CommitmentState.OFFERED,
    CommitmentState.REFUSED,
)


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "action", "state", "by"),
    [
        ("Assurances were given by Serbia that the convoys would be let through.", Action.HUMANITARIAN_ACCESS, PLEDGED, "Serbia"),
        ("Sudan granted the United Nations permission to bring aid through Adre.", Action.AID, AGREED, "Sudan"),
        ("Sudan gave the green light for aid flights to Kadugli.", Action.AID, AGREED, "Sudan"),
        ("Norway has earmarked 40 million euros for Syria.", Action.FUNDING, PLEDGED, "Norway"),
        ("Japan put up $500 million for the reconstruction of Iraq.", Action.FUNDING, PLEDGED, "Japan"),
        ("Washington has put on the table $6 billion in grants for Turkey.", Action.FUNDING, OFFERED, "United States"),
        ("Israel has no intention of returning the bodies.", Action.RETURN_OF_REMAINS, REFUSED, "Israel"),
        ("Afghanistan has balked at freeing 5,000 prisoners.", Action.RELEASE_OF_DETAINEES, REFUSED, "Afghanistan"),
        ("North Korea is refusing to hold talks with the United States.", Action.RESUME_TALKS, REFUSED, "North Korea"),
        ("Syria is ready to hold talks with Israel.", Action.RESUME_TALKS, OFFERED, "Syria"),
        ("Hamas will not talk to Israeli envoys.", Action.RESUME_TALKS, REFUSED, "Hamas"),
        ("Armenia has rejected a proposal to open a corridor.", Action.HUMANITARIAN_ACCESS, REFUSED, "Armenia"),
        ("Hamas will not disarm.", Action.OTHER, REFUSED, "Hamas"),
        ("Russia will go on supplying arms to Syria.", Action.ARMS_SUPPLY, PLEDGED, "Russia"),
        ("ETA's announcement of a permanent ceasefire raised hopes.", Action.CEASEFIRE, PLEDGED, "ETA"),
        ("Serbia promised free passage for relief convoys.", Action.HUMANITARIAN_ACCESS, PLEDGED, "Serbia"),
    ],
)  # fmt: skip
def test_promise_and_refusal_told_by_what_is_given(text: str, action: Action, state: CommitmentState, by: str) -> None:
    (found,) = commitments(text)
    assert (found.action, found.state, found.by) == (action, state, (by,))


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Norway has earmarked 40 million euros for Syria.", ("Syria",)),
        ("Serbia gave the United Nations an undertaking to withdraw its guns.", ("United Nations",)),
        ("Armenia rejected a demand by Iran to open a corridor.", ("Iran",)),
        ("Germany pledged to send 20 tanks for Ukraine.", ("Ukraine",)),
    ],
)
def test_to_whom(text: str, to: tuple[str, ...]) -> None:
    (found,) = commitments(text)
    assert found.to == to


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Russia promised that it would not attack grain ships.", "not attack grain ships"),
        ("Japan assured Russia that no bases would be put on the islands.", "no bases would be put on the islands"),
        ("Spain pledged that ships will be let into its ports.", "ships will be let into its ports"),
    ],
)
def test_what_somebody_will_keep_from_or_let_be(text: str, who: str) -> None:
    (found,) = commitments(text)
    assert (found.state, found.who) == (PLEDGED, who)


@pytest.mark.parametrize(
    "text",
    [
        "South Sudan agreed to send a delegation to Addis Ababa.",
        "Pakistan's envoy was due to board a plane for New Delhi.",
        "Israel will pull back in exchange for guarantees that it would not be attacked.",
        "Russia announced that it had lost $5 million.",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    assert all(found.action is Action.WITHDRAWAL for found in commitments(text))


def test_children_returned_to_their_families_are_returned() -> None:
    (found,) = commitments("Russia has agreed to return six Ukrainian children to their families.")
    assert (found.action, found.quantity, found.unit) == (Action.RETURN_OF_CHILDREN, 6, "Ukrainian children")


def test_rebels_of_a_state_are_not_the_state() -> None:
    (found,) = commitments("Guatemalan guerrillas will observe a two-week pause in attacks.")
    assert found.by == ("Guatemalan guerrillas",)


def test_who_is_to_leave_withdraws() -> None:
    (found,) = commitments("Under the deal 350 guerrillas are to leave the village.")
    assert (found.action, found.quantity) == (Action.WITHDRAWAL, 350)


def test_who_is_to_receive_something_promises_nothing() -> None:
    (found,) = commitments("Sergei Lavrov said Russia would receive 35 bodies.")
    assert (found.by, found.quantity) == ((), 35)
    (found,) = commitments("Sergei Lavrov said Russia would receive 35 bodies from Ukraine.")
    assert (found.by, found.to) == (("Ukraine",), ("Russia",))


def test_what_talks_are_about_is_not_promised_by_holding_them() -> None:
    assert commitments("Thailand and Cambodia will hold ceasefire talks in Kuala Lumpur on Monday.") == []
    (held,) = commitments("Thailand and Cambodia pledged to observe the ceasefire.")
    assert held.action is Action.CEASEFIRE
