"""The day on which something was agreed, and who is bound where the text does not say. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Commitment
from tests.factory import draft_of


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "At the last round of talks, which took place on July 3, Russia and Ukraine agreed to exchange prisoners.",
            "2025-07-03",
        ),
        ("Armenia and Azerbaijan agreed at talks in Washington on July 10 to mark their border.", "2025-07-10"),
        ("The accord published in Sanaa on Thursday obliges the rebels to reopen the road.", "2025-07-17"),
        ("The accord, unveiled last Friday, requires Armenia to open the road.", "2025-07-18"),
        ("What was agreed on Saturday commits Serbia and Kosovo to set up a committee.", "2025-07-19"),
        ("Talks between Sudan and Chad ended on Friday with an agreement to open the border.", "2025-07-18"),
        ("A ceasefire between Morocco and the Polisario Front has held since 1991.", "1991"),
    ],
)
def test_day_of_the_agreement(text: str, day: str) -> None:
    (found,) = commitments(text)
    assert found.date_agreed == day


@pytest.mark.parametrize(
    "text",
    [
        "The deal between Israel and Hamas was announced on Wednesday. Israel will free 100 prisoners.",
        "The leaders of Israel and Egypt emerged on Wednesday with a deal. Israel will free 100 prisoners.",
        "The exchange was agreed in Cairo on July 16. Under the deal Israel will free 100 prisoners.",
    ],
)
def test_what_stands_under_an_agreement_has_its_day(text: str) -> None:
    assert [found.date_agreed for found in commitments(text) if found.quantity == 100] == ["2025-07-16"]


def test_talks_that_end_with_an_agreement_tell_whose_it_is() -> None:
    (found,) = commitments(
        "Talks in Jeddah between Sudan and Chad ended on Friday with an agreement to open the border."
    )
    assert found.by == ("Sudan", "Chad")


@pytest.mark.parametrize(
    "text",
    [
        "Charles Taylor has said he is prepared to step down.",
        "President Charles Taylor agreed to resign once a council is formed.",
        "President Charles Taylor pledged not to stand for election.",
    ],
)
def test_who_leaves_office_does_so_himself(text: str) -> None:
    (found,) = commitments(text)
    assert found.by == ("Charles Taylor",)
