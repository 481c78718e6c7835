"""People handed over, swapped or let go, from both ends. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Delivery
from tests.factory import draft_of


def told(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...], float | None]]:
    return [(found.by, found.to, found.quantity) for found in draft_of(text).deliveries]


def only(text: str) -> Delivery:
    (found,) = draft_of(text).deliveries
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad on Sunday handed over nine Sudanese soldiers.", (("Chad",), ("Sudan",), 9)),
        ("Chad returned the bodies of four Sudanese soldiers on Sunday.", (("Chad",), ("Sudan",), 4)),
        ("Russia returned three Ukrainian children to their families on Sunday.", (("Russia",), ("Ukraine",), 3)),
        ("Chad freed nine Sudanese soldiers on Sunday.", (("Chad",), (), 9)),  # let go, wherever they went
        ("Chad handed over nine Sudanese soldiers to the Red Cross on Sunday.", (("Chad",), ("Red Cross",), 9)),
    ],
)
def test_whose_people_are_handed_back_receives_them(
    text: str, expected: tuple[tuple[str, ...], tuple[str, ...], float]
) -> None:
    assert told(text) == [expected]


def test_over_after_hand_counts_nothing() -> None:
    assert only("Chad handed over 15 Sudanese soldiers on Sunday.").quantity_mod is None
    assert str(only("Chad freed over 15 Sudanese soldiers on Sunday.").quantity_mod) == "at least"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chad released a French teacher on Sunday.", 1),
        ("A French teacher abducted in May has been freed.", 1),
        ("The envoys secured the release of Pierre Martin on Sunday.", 1),
        ("Chad released the crew on Sunday.", None),
        ("Chad released the POWs on Sunday.", None),
    ],
)
def test_one_person_counts_as_one(text: str, count: int | None) -> None:
    assert only(text).quantity == count


def test_one_who_travels_home_was_not_held() -> None:
    assert told("A diplomat came back on Sunday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ten Sudanese soldiers were swapped for four Chadian pilots on Sunday.",
            [(("Chad",), ("Sudan",), 10), (("Sudan",), ("Chad",), 4)],
        ),
        (
            "Chad exchanged ten Sudanese soldiers for four teachers on Sunday.",
            [(("Chad",), ("Sudan",), 10), (("Sudan",), ("Chad",), 4)],
        ),
        (
            "Hamas traded two soldiers with Israel for forty prisoners on Sunday.",
            [(("Hamas",), ("Israel",), 2), (("Israel",), ("Hamas",), 40)],
        ),
        (
            "Iran freed five Americans in return for six Iranians on Sunday.",
            [(("Iran",), (), 5), (("United States",), ("Iran",), 6)],
        ),
        (
            "Israel released ninety prisoners in exchange for three hostages on Sunday.",
            [(("Israel",), (), 90), ((), ("Israel",), 3)],
        ),
        ("Israel released ninety prisoners in exchange for a pause.", [(("Israel",), (), 90)]),
    ],
)
def test_swap_is_told_from_both_ends(
    text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], float | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("let", ["let eleven nurses leave the town", "let eleven nurses go"])
def test_those_let_go_are_released(let: str) -> None:
    found = only(f"The Houthis {let} on Sunday.")
    assert (found.by, found.quantity, found.date) == (("Houthis",), 11, "2025-07-20")


def test_who_gets_his_own_back_receives() -> None:
    assert told("Ukraine got 95 defenders back from Russia on Sunday.") == [(("Russia",), ("Ukraine",), 95)]
    assert told("North Korea has confirmed that it received the $25 million.") == [((), ("North Korea",), 25_000_000)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The bazaar reopened after the withdrawal of Turkish troops in May.", ("Türkiye",)),
        ("Chad has withdrawn all 700 of its policemen from the town.", ("Chad",)),
        ("US sanctions on two banks were lifted on Sunday.", ("United States",)),
        ("Tribesmen have released a French teacher.", ("Tribesmen",)),
    ],
)
def test_whose_the_thing_is_acts(text: str, by: tuple[str, ...]) -> None:
    assert only(text).by == by


def test_sanctions_are_lifted_from_whom_they_struck() -> None:
    assert only("The European Union lifted its sanctions on Belarus on Sunday.").to == ("Belarus",)
    assert only("Armenia lifted an embargo on Turkish goods on Sunday.").to == ("Türkiye",)


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("A ship carrying 900 tonnes of wheat docked in Aden on Sunday.", 900, "tonnes of wheat"),
        ("A convoy loaded with 40 generators reached the town on Sunday.", 40, "generators"),
        ("Forty lorries carrying flour reached the town on Sunday.", 40, "lorries"),
    ],
)
def test_load_of_what_arrives_is_counted(text: str, quantity: int, unit: str) -> None:
    found = only(text)
    assert (str(found.action), found.quantity, found.unit) == ("aid", quantity, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Last year the government almost secured the release of the nurses.",
        "Envoys sought a deal that includes the release of 50 hostages.",
        "Iran pressed the others after the United States pulled out.",
    ],
)
def test_what_fell_short_or_is_a_term_is_not_done(text: str) -> None:
    assert told(text) == []


def test_as_many_freed_are_one_act_whatever_they_are_called() -> None:
    text = 'Chad said it handed over 15 Sudanese prisoners. "The 15 captives were turned over at the border," it said.'
    assert told(text) == [(("Chad",), ("Sudan",), 15)]


def test_subject_parted_from_its_verb_acts() -> None:
    assert only("Chad had on Sunday returned nine Sudanese soldiers.").by == ("Chad",)


def test_any_of_the_goods_makes_a_load_of_aid() -> None:
    found = only("Chad airlifted 900 pounds of equipment and flour to Sudan on Sunday.")
    assert (str(found.action), found.quantity, found.unit) == ("aid", 900, "pounds")


def test_ransom_goes_to_the_captors_as_told() -> None:
    assert only("A ransom of $3 million was paid to Somali pirates on Sunday.").to == ("Somali pirates",)


@pytest.mark.parametrize("text", ["Chad received a list of 250 prisoners.", "Chad received the names of 3 hostages."])
def test_lists_and_names_are_not_the_people_on_them(text: str) -> None:
    assert not [d for d in draft_of(text).deliveries if d.quantity]
