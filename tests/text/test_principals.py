"""Whose negotiation a report is about."""

import pytest

from dragoman.text.principals import principal_parties
from tests.factory import draft_of


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Norway urged calm. Norway hosts talks between Colombia and the ELN. Norway is glad.", ("Colombia", "ELN")),
        ("Norway congratulates the Government of Venezuela and Colombia on the accord. Norway is glad.", ("Venezuela", "Colombia")),
        ("Qatar and Egypt were at work on Friday. Hamas said no. Israel said no to Hamas. Israel waits.", ("Hamas", "Israel")),
        ("OSLO, Norway (AP) - Israel said no. Norway waits. Hamas left; Israel and Hamas fight on.", ("Israel", "Hamas")),
        ("The Saudi-backed army of Yemen and the Houthis signed a truce. A Saudi-backed force left.", ("Yemen", "Houthis")),
        ("Sudan waits.", ()),
    ],
)  # fmt: skip
def test_two_sides_told_together_come_first(text: str, pair: tuple[str, ...]) -> None:
    assert set(principal_parties(draft_of(text, upto="places"))) == set(pair)


def test_two_groups_of_one_state_are_no_sides_of_a_negotiation_with_it() -> None:
    text = (
        "The Philippine government and the Moro Islamic Liberation Front met in Manila. The Moro Islamic Liberation Front "
        "left the Moro National Liberation Front long ago. The Moro National Liberation Front has made its peace. "
        "The Moro National Liberation Front did not come."
    )
    assert set(principal_parties(draft_of(text, upto="actors"))) == {"Philippines", "Moro Islamic Liberation Front"}


@pytest.mark.parametrize("first", ["Somali pirates", "Chinese hijackers", "Kenyan tourists", "A Kenyan firm"])
def test_pirates_and_owners_make_no_sides_of_their_countries(first: str) -> None:
    text = f"{first} and a Greek owner talked for weeks. They agreed on a sum."
    assert principal_parties(draft_of(text, upto="actors")) == ()
