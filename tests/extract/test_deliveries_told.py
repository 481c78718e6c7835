"""Deliveries in words that newsrooms use now and then. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Delivery
from tests.factory import draft_of


def deliveries(text: str) -> list[Delivery]:
    return draft_of(text).deliveries


@pytest.mark.parametrize(
    ("text", "action", "quantity"),
    [
        ("Five prisoners walked out of two jails in Mali on Friday.", Action.RELEASE_OF_DETAINEES, 5),
        ("Nearly 900 were let go in June.", Action.RELEASE_OF_DETAINEES, 900),
        ("Kenya on Friday put four companies on its sanctions list.", Action.SANCTIONS, 4),
        ("Fifteen more officials were added to the blacklist on Friday.", Action.SANCTIONS, 15),
        ("Some 60 civilians were helped out of the town on Friday.", Action.HUMANITARIAN_ACCESS, 60),
    ],
)
def test_act_is_told_in_many_words(text: str, action: Action, quantity: int) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.quantity) == (action, quantity)


def test_state_that_froze_assets_has_imposed_sanctions() -> None:
    (found,) = deliveries("Japan froze the assets of three generals on Friday.")
    assert (found.action, found.by, found.date) == (Action.SANCTIONS, ("Japan",), "2025-07-18")


def test_one_told_by_name_is_handed_over() -> None:
    (found,) = deliveries("Kenya handed over John Smith on Friday.")
    assert (found.action, found.by) == (Action.RELEASE_OF_DETAINEES, ("Kenya",))


def test_who_had_it_done_did_it() -> None:
    (found,) = deliveries("The Kenyan government had two jailed rebels pardoned on Friday.")
    assert (found.by, found.quantity) == (("Kenya",), 2)


def test_he_who_was_freed_is_whom_the_sentence_before_tells_of() -> None:
    (found,) = deliveries("The rebels held a former senator for a year. He was freed on Friday.")
    assert found.unit == "former senator"


def test_not_one_is_none() -> None:
    assert not deliveries("Not one prisoner had been handed over by Friday evening.")


def test_qualifier_is_no_part_of_the_unit() -> None:
    (found,) = deliveries("Kenya handed over a further 1,000 bodies on Friday.")
    assert (found.quantity, found.unit) == (1000, "bodies")
