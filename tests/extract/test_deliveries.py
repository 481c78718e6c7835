"""Acts done: by whom, to whom, how many, when. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Delivery
from tests.factory import draft_of


def deliveries(text: str) -> list[Delivery]:
    return draft_of(text).deliveries


@pytest.mark.parametrize(
    ("text", "action", "by"),
    [
        ("Israel released 50 prisoners on Sunday.", Action.RELEASE_OF_DETAINEES, ("Israel",)),
        ("Iran handed over five Americans on Sunday.", Action.RELEASE_OF_DETAINEES, ("Iran",)),
        ("Russia withdrew its troops from Kherson on Sunday.", Action.WITHDRAWAL, ("Russia",)),
        ("Armenia and Azerbaijan signed a treaty on Sunday.", Action.SIGNING, ("Armenia", "Azerbaijan")),
        ("The United States lifted the sanctions on Sunday.", Action.SANCTIONS_RELIEF, ("United States",)),
        ("Russia and Ukraine exchanged drafts on Sunday.", Action.EXCHANGE_OF_DOCUMENTS, ("Russia", "Ukraine")),
    ],
)
def test_act_in_the_past_is_a_delivery(text: str, action: Action, by: tuple[str, ...]) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.by, found.date) == (action, by, "2025-07-20")


@pytest.mark.parametrize(
    "text",
    [
        "Israel will release 50 prisoners.",
        "Israel agreed to release 50 prisoners.",
        "Israel did not release the 50 prisoners.",
        "Israel refused to release 50 prisoners.",
        "Hamas demanded the release of 50 prisoners.",
        "Fifty prisoners are to be released.",
        "Israel would release 50 prisoners if Hamas agreed.",
    ],
)
def test_promise_wish_or_denial_is_no_delivery(text: str) -> None:
    assert deliveries(text) == []


def test_giver_of_people_let_go_is_where_they_were_held() -> None:
    (found,) = deliveries("Ten Americans who were detained in Venezuela have been released.")
    assert (found.by, found.quantity, found.unit) == (("Venezuela",), 10, "Americans")


def test_passive_without_a_giver_names_none() -> None:
    (found,) = deliveries("Yesterday the bodies of 1,212 soldiers were returned to Ukraine.")
    assert (found.by, found.to, found.date) == ((), ("Ukraine",), "2025-07-20")


def test_who_welcomes_an_act_has_not_done_it() -> None:
    (found,) = deliveries("Norway welcomed the exchange of nearly 900 prisoners.")
    assert found.by == ()
    assert (found.action, found.quantity) == (Action.PRISONER_EXCHANGE, 900)


def test_object_may_stand_before_its_clause() -> None:
    (found,) = deliveries("The document, which Russia and Georgia signed on Friday, has six points.")
    assert (found.action, found.by, found.date) == (Action.SIGNING, ("Russia", "Georgia"), "2025-07-18")


def test_subject_of_a_verb_of_motion_is_what_was_delivered() -> None:
    (found,) = deliveries("On Sunday 35 trucks of food reached Gaza.")
    assert (found.action, found.quantity, found.unit) == (Action.AID, 35, "trucks of food")


def test_releases_in_a_report_of_a_swap_are_part_of_it() -> None:
    text = "Russia and Ukraine carried out a prisoner swap. Russia released 303 prisoners."
    assert {item.action for item in deliveries(text)} == {Action.PRISONER_EXCHANGE}


def test_truce_in_effect_is_kept_by_its_parties() -> None:
    text = "Thailand and Cambodia agreed on a truce on Friday. The truce took effect on Sunday."
    (found,) = deliveries(text)
    assert (found.action, found.by, found.date) == (Action.CEASEFIRE, ("Thailand", "Cambodia"), "2025-07-20")
