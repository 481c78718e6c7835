"""Promises made again, broken and taken back; acts in a row. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of

HEAD = "Armenia and Azerbaijan signed a deal on Sunday. "


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [
        ("Washington reaffirmed its commitment to lift sanctions on Iran.", CommitmentState.PLEDGED, "United States"),
        ("Russia confirmed its readiness to hand over 3,000 bodies.", CommitmentState.OFFERED, "Russia"),
        ("Hamas broke its promise to free the hostages.", CommitmentState.BREACHED, "Hamas"),
        ("Israel reneged on its commitment to free the prisoners.", CommitmentState.BREACHED, "Israel"),
        ("Colombia had not honoured a promise to free the prisoners.", CommitmentState.BREACHED, "Colombia"),
        ("Serbia failed to keep its promise to free the prisoners.", CommitmentState.BREACHED, "Serbia"),
    ],
)
def test_what_has_become_of_a_promise(text: str, state: CommitmentState, by: str) -> None:
    (found,) = commitments(text)
    assert (found.state, found.by) == (state, (by,))


@pytest.mark.parametrize(
    "text",
    [
        "Armenia honoured its promise to hand over maps of minefields.",
        "Biden thanked the emir for his commitment to free the hostages.",
        "The meeting is expected to focus on the terms of the agreement.",
    ],
)
def test_what_is_no_promise_any_more_or_is_another_s(text: str) -> None:
    assert [found for found in commitments(text) if "United States" in found.by or "Armenia" in found.by] == []


def test_acts_in_a_row_are_each_provided_for() -> None:
    found = commitments(HEAD + "It calls for the return of 30 bodies and the release of ten prisoners.")
    assert [(item.action, item.quantity) for item in found] == [
        (Action.RETURN_OF_REMAINS, 30),
        (Action.RELEASE_OF_DETAINEES, 10),
    ]


def test_clause_of_an_agreement_is_on_its_act() -> None:
    (found,) = commitments("The agreement includes a clause on the release of all prisoners.")
    assert (found.action, found.quantity_mod) == (Action.RELEASE_OF_DETAINEES, "all")


def test_who_is_due_to_be_freed() -> None:
    (found,) = commitments("Another 600 prisoners are due to be freed on Saturday.")
    assert (found.action, found.quantity, found.due) == (Action.RELEASE_OF_DETAINEES, 600, "2025-07-26")


def test_what_sides_are_expected_to_do_under_a_deal() -> None:
    (found,) = commitments("Armenia and Azerbaijan are expected to free all prisoners under the deal.")
    assert (found.state, found.by) == (CommitmentState.AGREED, ("Armenia", "Azerbaijan"))


def test_exchange_that_is_planned_is_agreed() -> None:
    (found,) = commitments(HEAD + "A further exchange of prisoners is planned for August 10.")
    assert (found.action, found.due) == (Action.PRISONER_EXCHANGE, "2025-08-10")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ukraine and Russia extended the grain deal on Saturday by 120 days.", "extended the grain deal"),
        ("Ukraine and Russia have renewed the transit agreement.", "renewed the transit agreement"),
        ("The first extension of the deal was agreed in June by Ukraine and Russia.", "first extension of the deal"),
    ],
)
def test_agreement_that_goes_on_is_agreed_again(text: str, who: str) -> None:
    (found,) = commitments(text)
    assert (found.state, found.by, found.who) == (CommitmentState.AGREED, ("Ukraine", "Russia"), who)


def test_limit_of_arms_supplies_none() -> None:
    (found,) = commitments("Ukraine and Russia agreed to a limit of 6,000 missiles.")
    assert (found.action, found.quantity, found.unit) == (Action.OTHER, 6000, "missiles")


def test_act_settled_to_be_done_is_read() -> None:
    (found,) = commitments("Ukraine and Russia settled that 40 captives are to be freed.")
    assert (found.quantity, found.unit) == (40, "captives")
