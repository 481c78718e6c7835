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


@pytest.mark.parametrize(
    ("told", "accuser", "denier"),
    [
        (
            "Cambodian soldiers violated the truce six times, monitors wrote. The army called it fiction.",
            "monitors",
            "army",
        ),
        (
            "Cambodia had broken the ceasefire, Thailand said. Cambodia said it was respecting the truce.",
            "Thailand",
            "Cambodia",
        ),
        (
            "Bangkok reported that Cambodian troops had breached the truce. Phnom Penh said they had not violated it.",
            "Thailand",
            "Cambodia",
        ),
        ("Thailand said Cambodia had violated the truce. Cambodia said this was a lie.", "Thailand", "Cambodia"),
    ],
)
def test_breach_is_told_and_cleared_in_many_words(told: str, accuser: str, denier: str) -> None:
    (dispute,) = disputes(TRUCE + told)
    assert dispute.values == (
        Account(value="breached", sources=(accuser,)),
        Account(value="not breached", sources=(denier,)),
    )


def test_who_keeps_a_truce_clears_nobody() -> None:
    assert disputes(TRUCE + "Thailand said its troops were respecting the truce.") == []
    assert disputes(TRUCE + "Thailand said it would never violate the truce. Cambodia called its own king a lie.") == []


CLAIM = "Kyiv said that Moscow had agreed to a ceasefire. "


@pytest.mark.parametrize(
    "told",
    [
        "The Kremlin denied any agreement.",
        "The Kremlin said no such deal had been reached.",
        '"We have agreed to nothing," the Kremlin said.',
        "The Kremlin said that it had never promised a truce.",
    ],
)
def test_deal_that_one_side_does_not_know(told: str) -> None:
    (dispute,) = disputes(CLAIM + told)
    assert [v.value for v in dispute.values] == ["agreed", "not agreed"]


@pytest.mark.parametrize(
    "told",
    [
        CLAIM + "A dissident wing rejected the agreement.",
        CLAIM + "Moscow said it would not extend the pact.",
        "Kyiv and Moscow agreed on a ceasefire. The Taliban said they had not agreed on a date.",
        "Russia pledged not to stop convoys again, a promise it has broken twice.",
    ],
)
def test_who_will_not_have_a_deal_does_not_deny_it(told: str) -> None:
    assert disputes(told) == []


FREED = "Israel released 90 prisoners on Friday, the army said. "


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("A lawyer for them counted only 87.", "87"),
        ("Hamas spoke of 87.", "87"),
        ("Only nine came home, Hamas replied.", "9"),
        ("Hamas said 87 prisoners had been freed.", "87"),
        ("Hamas put the figure at fewer than 50.", "fewer than 50"),
        ("Not one prisoner was freed, Hamas said.", "0"),
    ],
)
def test_count_of_another_speaker(told: str, count: str) -> None:
    (dispute,) = disputes(FREED + told)
    assert [v.value for v in dispute.values] == ["90", count]


@pytest.mark.parametrize(
    "told",
    [
        "Hamas said 40 prisoners would be freed on Sunday.",
        "Hamas said another 40 prisoners had been freed.",
        "Hamas said 40 prisoners were freed on Saturday.",
        "Ten were led to a bus, Hamas said.",
    ],
)
def test_count_of_another_act_is_no_other_account(told: str) -> None:
    assert disputes(FREED + told) == []


SWAPPED = "Hamas freed 20 hostages on Monday. "


@pytest.mark.parametrize(
    "told",
    [
        SWAPPED + "Hamas put the number of freed prisoners at 1,950.",
        SWAPPED + "The prisoners' media office put the number of detainees that Israel let go at 1,950.",
        SWAPPED + '"Only 1,950 of our sons came home," a Hamas official said.',
        SWAPPED + "Israel's prison service said 1,950 prisoners had been freed in return.",
        "Hamas will free 20 hostages and Israel will free 1,950 prisoners, Qatar said. Egypt put the number of prisoners at 1,968.",
        "Chad delivered 30 lorries of flour on Friday. The council said 12 lorries of fuel had arrived.",
        "Israel released 18 prisoners on Friday. Hamas put the number of prisoners freed since May at 37.",
        "Azerbaijan freed 13 Armenian servicemen. An ombudsman put the number of Armenians in Baku at 10.",
        "Israel released 18 prisoners on Friday. Hamas put the number of prisoners still held at 37.",
        "Israel released 18 prisoners on Friday. Hamas put the total so far at 37.",
        "Russia handed over 1,212 bodies on Friday. Medinsky said 27 bodies had been returned to Russia.",
    ],
)
def test_a_count_of_other_things_or_the_other_way_is_no_rival(told: str) -> None:
    assert disputes(told) == []


def test_of_two_counts_the_one_of_the_same_things_or_told_last_is_disputed() -> None:
    both = "Hamas freed 20 hostages on Monday and 1,950 prisoners were released from Israeli jails. "
    for told in ("Israel put the number of prisoners at 1,968.", "Israel put the figure at 1,968."):
        (dispute,) = disputes(both + told)
        assert [v.value for v in dispute.values] == ["1950", "1968"]


def test_a_unit_is_the_same_in_one_and_in_many() -> None:
    (dispute,) = disputes("Russia returned 1,212 bodies, Kyiv said. Moscow put the number of bodies at 1,220.")
    assert [v.value for v in dispute.values] == ["1212", "1220"]


def test_day_and_receiver_as_two_sources_tell_them() -> None:
    (dispute,) = disputes(
        "Nine prisoners were freed on Friday, Israel said. Hamas said the nine were freed on Saturday."
    )
    assert (dispute.attribute, [v.value for v in dispute.values]) == ("date", ["2025-07-18", "2025-07-19"])
    text = "Russia handed nine prisoners to Ukraine on Friday, Moscow said. Kyiv said the nine prisoners were handed to Iran."
    (dispute,) = disputes(text)
    assert (dispute.attribute, [v.value for v in dispute.values]) == ("to", ["Ukraine", "Iran"])


def test_outlet_alone_puts_no_talks_on_another_day() -> None:
    text = "Chad and Sudan agreed to hold military talks in Jeddah on July 24. Talks of the two in Jeddah are set for July 28, Chad said."
    assert disputes(text) == []
