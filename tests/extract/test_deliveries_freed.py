"""People let go: one by name, who held them, where they went. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Delivery
from tests.factory import draft_of


def release(text: str) -> Delivery:
    return next(found for found in draft_of(text).deliveries if found.action.value.startswith("release"))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Two nurses were freed on Sunday. They had been kidnapped by Hamas in May.", ("Hamas",)),
        ("Hamas abducted two nurses in May. On Sunday the nurses were released.", ("Hamas",)),
        ("Nine hostages were freed on Sunday. Forty are still held hostage by Hamas terrorists.", ("Hamas",)),
        ("Two nurses were freed on Sunday. The kidnappers had asked for money.", ("kidnappers",)),
        ("Two nurses were freed on Sunday. Gunmen had seized a shop in the same street.", ()),
        ("Nine hostages were freed. Hamas kidnapped some of them, the Taliban abducted the others.", ()),
    ],
)
def test_captor_is_told_away_from_the_release(text: str, by: tuple[str, ...]) -> None:
    assert release(text).by == by


def test_those_who_come_home_go_to_their_state() -> None:
    found = release("On Sunday three French citizens who were jailed in Iran were released and are coming home.")
    assert (found.by, found.to, found.quantity) == (("Iran",), ("France",), 3)
    assert release("On Sunday three French citizens who were jailed in Iran were released.").to == ()


def test_one_person_is_told_by_name_and_role() -> None:
    found = release("Pierre Martin, a journalist from Lyon, was released in Iran on Sunday.")
    assert (found.quantity, found.unit, found.who) == (1, "journalist", "Pierre Martin")


def test_a_ship_is_let_go_with_her_name() -> None:
    assert release("Somali pirates released the MV Blue Dawn, a ship of the Danish line, on Sunday.").by == (
        "Somali pirates",
    )


def test_they_are_those_of_the_sentence_before() -> None:
    found = release("Two villagers were led away at the border in May. They were freed on Sunday.")
    assert (found.quantity, found.unit, found.date) == (2, "villagers", "2025-07-20")


def test_day_of_what_led_to_a_release_is_its_day() -> None:
    found = release("On Sunday the envoys reached a pause that resulted in the release of nine hostages.")
    assert (found.quantity, found.date) == (9, "2025-07-20")


def test_unknown_side_stands_beside_the_known_one() -> None:
    (found,) = draft_of("The government of Chad and eight armed groups exchanged 30 prisoners on Sunday.").deliveries
    assert found.by == ("Chad", "eight armed groups")


def test_captors_do_not_let_go_their_own() -> None:
    text = "Four detained Hamas leaders were released on Sunday. Hamas had kidnapped two nurses in May."
    assert release(text).by == ()


def test_numbers_of_two_words_are_one() -> None:
    assert release("Twenty-one of the nurses kidnapped by Hamas were freed on Sunday.").quantity == 21


def test_those_who_pull_back_are_whose_troops_they_are() -> None:
    (found,) = draft_of("Tanks and troops from Armenia and Iran have pulled back from the lake.").deliveries
    assert found.by == ("Armenia", "Iran")


def test_who_lets_somebody_go_is_told_after_by() -> None:
    assert release("Eight nurses were let go by Hamas on Sunday.").by == ("Hamas",)


def test_place_before_by_tells_no_doer() -> None:
    assert release("Nine nurses were freed from Chad after a ruling by an Iranian court.").by != ("Iran",)
