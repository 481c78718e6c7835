"""Counts: value, qualifier, unit, and whether each party does as much."""

import pytest

from dragoman.lexicon.units import currencies, unit_words
from dragoman.model import QuantityMod
from dragoman.text.nlp import parse
from dragoman.text.quantity import Quantity, counted, money_in, quantity_of, value_of


def count(text: str, noun: str) -> Quantity | None:
    return quantity_of(next(token for token in parse(text) if token.text == noun))


@pytest.mark.parametrize(
    ("text", "noun", "value", "mod"),
    [
        ("Kyiv received 1,212 bodies.", "bodies", 1212, None),
        ("Russia will hand over the bodies of 6,000 soldiers.", "bodies", 6000, None),
        ("The group freed at least 25 hostages.", "hostages", 25, QuantityMod.AT_LEAST),
        ("The group freed more than 25 hostages.", "hostages", 25, QuantityMod.AT_LEAST),
        ("The group freed nearly 900 prisoners.", "prisoners", 900, QuantityMod.NEARLY),
        ("The group freed some 100 hostages.", "hostages", 100, QuantityMod.ABOUT),
        ("The group freed up to 40 hostages.", "hostages", 40, QuantityMod.UP_TO),
        ("The group freed twenty captives.", "captives", 20, None),
        ("The group freed another 200 captives.", "captives", 200, None),
        ("The group freed all captives.", "captives", None, QuantityMod.ALL),
    ],
)
def test_count_with_its_qualifier(text: str, noun: str, value: int | None, mod: QuantityMod | None) -> None:
    found = count(text, noun)
    assert found is not None
    assert (found.value, found.mod) == (value, mod)


def test_noun_without_a_count_has_none() -> None:
    assert count("The group freed the captives.", "captives") is None


def test_time_and_resolutions_are_not_counted() -> None:
    assert count("The truce lasted 60 days.", "days") is None
    assert count("They met for three hours.", "hours") is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They agreed to exchange 1,000 prisoners each.", "prisoners"),
        ("They agreed to return the bodies of 6,000 soldiers from each side.", "bodies"),
        ("They agreed to free 50 captives per side.", "captives"),
    ],
)
def test_each_party_does_as_much(text: str, noun: str) -> None:
    found = count(text, noun)
    assert found is not None
    assert found.per_party is True


def test_count_of_one_side_is_not_per_party() -> None:
    found = count("Russia handed over 1,000 prisoners.", "prisoners")
    assert found is not None
    assert found.per_party is None


def test_mirrored_sum_is_per_party() -> None:
    found = count("They agreed on a 1,000-for-1,000 prisoner exchange.", "exchange")
    assert found is not None
    assert (found.value, found.per_party) == (1000, True)
    all_for_all = count("They agreed on an all-for-all swap.", "swap")
    assert all_for_all is not None
    assert (all_for_all.value, all_for_all.mod, all_for_all.per_party) == (None, QuantityMod.ALL, True)


def test_sums_in_one_sentence_stay_apart() -> None:
    text = "They returned 25 detainees and 300 children."
    detainees, children = count(text, "detainees"), count(text, "children")
    assert detainees is not None
    assert children is not None
    assert (detainees.value, children.value) == (25, 300)


def test_measure_gives_way_to_what_it_measures() -> None:
    doc = parse("They freed hundreds of prisoners.")
    assert counted(next(token for token in doc if token.text == "hundreds")).text == "prisoners"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a ransom of $3 million", 3_000_000, "US dollars"),
        ("some US$25 million in frozen funds", 25_000_000, "US dollars"),
        ("C$66 million in assistance", 66_000_000, "C$"),
        ("1.5 million euros for monitors", 1_500_000, "euros"),
        ("the sum of €2,500", 2500, "euros"),
    ],
)
def test_money_is_read_with_its_currency(text: str, value: float, unit: str) -> None:
    found = money_in(text)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)
    assert found.span is not None


def test_money_keeps_its_place_and_qualifier() -> None:
    found = money_in("worth about $7 billion", at=100)
    assert found is not None
    assert found.span == (112, 122)
    assert found.mod is QuantityMod.ABOUT


def test_text_without_money_has_none() -> None:
    assert money_in("300 prisoners in 12 buses") is None


def test_word_that_is_no_number_has_no_value() -> None:
    assert value_of(parse("prisoners")[0]) is None


def test_lexicons_load_without_a_form_given_twice() -> None:
    assert {row.name for row in currencies()} >= {"US dollars", "euros"}
    kinds = unit_words().qualifiers()
    assert kinds["at least"] is QuantityMod.AT_LEAST


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("three hundred men", 300),
        ("one hundred and twenty men", 120),
        ("one thousand two hundred men", 1200),
        ("two hundred thousand men", 200_000),
        ("6 thousand men", 6000),
        ("two dozen men", 24),
        ("twenty one men", 21),
        ("forty captured men", 40),
        ("thirty wounded Malian soldiers", 30),
        ("two 18-year-old girls", 2),
    ],
)
def test_numbers_in_several_words_and_before_adjectives(told: str, value: int) -> None:
    doc = parse(f"They freed {told} on Monday.")
    found = next(q for token in doc if token.dep_ == "dobj" and (q := quantity_of(token)))
    assert found.value == value


def test_a_count_before_a_people_opens_a_sentence() -> None:
    found = count("Forty Nigerien soldiers were let go on Monday.", "soldiers")
    assert found is not None
    assert found.value == 40
