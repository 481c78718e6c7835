"""Two accounts in one report, found where they are told."""

import pytest

from dragoman.model import Account, Dispute
from tests.factory import draft_of


def disputes(text: str) -> list[Dispute]:
    return draft_of(text, "2025-07-21").disputes


TRUCE = "Thailand and Cambodia agreed to a ceasefire in Putrajaya on Friday. "


@pytest.mark.parametrize(
    ("told", "accuser", "denier"),
    [
        ("Thailand accused Cambodia of firing across the line. Cambodia denied it.", "Thailand", "Cambodia"),
        ("Thailand claimed that Cambodia had violated the truce; Cambodia denied that.", "Thailand", "Cambodia"),
    ],
)
def test_accusation_and_denial_dispute_the_truce(told: str, accuser: str, denier: str) -> None:
    (dispute,) = disputes(TRUCE + told)
    assert (dispute.about, dispute.attribute) == ("commitments/0", "state")
    assert dispute.values == (
        Account(value="breached", sources=(accuser,)),
        Account(value="not breached", sources=(denier,)),
    )


@pytest.mark.parametrize(
    "told",
    [
        "Thailand accused Cambodia of firing across the line.",
        "Thailand said that Cambodia was late. Cambodia denied it.",
        "Cambodia denied that its king was ill.",
    ],
)
def test_no_dispute_without_two_accounts_of_a_breach(told: str) -> None:
    assert disputes(TRUCE + told) == []


def test_accusation_without_an_agreement_is_about_nothing() -> None:
    assert disputes("Thailand accused Cambodia of firing across the line. Cambodia denied it.") == []


def test_promise_that_its_maker_disowns() -> None:
    text = "Israel pledged to release 50 prisoners on Friday. Hamas denied that Israel had promised to release anybody."
    (dispute,) = disputes(text)
    assert [v.value for v in dispute.values] == ["pledged", "not agreed"]


def test_count_of_another_source() -> None:
    text = "Israel released 90 prisoners on Friday. Hamas put the number of prisoners at 87."
    (dispute,) = disputes(text)
    assert (dispute.about, dispute.attribute) == ("deliveries/0", "quantity")
    assert [v.value for v in dispute.values] == ["90", "87"]
    assert disputes("Israel released 90 prisoners on Friday. Hamas put the price of bread at 87.") == []
    assert disputes("Israel released 90 prisoners on Friday. Hamas counted 80 prisoners and 10 women.") == []


def test_breach_is_not_pinned_on_an_agreement_of_another_kind() -> None:
    told = "Norway accused Chad of attacking a village. Chad denied it."
    assert disputes("Norway and Chad agreed to exchange 30 prisoners. " + told) == []
