"""Whom "the government" stands for, and whom the victims a report names by their country do not make it."""

import pytest

from dragoman.text.sides import sides_of
from tests.factory import draft_of


def government(text: str) -> tuple[str, ...]:
    draft = draft_of(text, upto="actors")
    return next(sides_of(draft, token) for token in draft.doc if token.lower_ == "government")


@pytest.mark.parametrize("people", ["aid workers", "hostages", "journalists"])
def test_the_country_of_those_held_is_not_the_government_meant(people: str) -> None:
    assert government(f"The Taliban freed two Colombian {people}. The government thanked the elders.") == ()


def test_the_country_of_those_who_act_is() -> None:
    text = "The Taliban met Colombian diplomats on Sunday. The government thanked the elders."
    assert government(text) == ("Colombia",)
