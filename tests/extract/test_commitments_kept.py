"""Truces and deals told as made, prolonged, greeted or broken. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of


def promises(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Egypt welcomed the announcement of a two-month truce in Yemen.", "two-month truce in Yemen"),
        (
            "Egypt welcomes a ten-day extension of the humanitarian truce in Yemen.",
            "ten-day extension of the humanitarian truce in Yemen",
        ),
        ("Donald Trump announced the ceasefire between Pakistan and India on Saturday.", None),
    ],
)
def test_truce_greeted_or_announced_is_agreed_by_others(text: str, who: str | None) -> None:
    (found,) = promises(text)
    assert (found.action, found.state, found.who) == (Action.CEASEFIRE, CommitmentState.AGREED, who)
    assert "Egypt" not in found.by
    assert "United States" not in found.by


@pytest.mark.parametrize(
    "text",
    [
        "The parties to the conflict have extended the truce for another two months.",
        "Egypt welcomes an extension of the truce committed to by the parties to the conflict.",
    ],
)
def test_who_prolongs_a_truce_is_bound_by_it(text: str) -> None:
    (found,) = promises(text)
    assert found.by == ("parties to the conflict",)


def test_truce_is_told_apart_by_its_kind() -> None:
    (found,) = promises("Sudan and Chad agreed on an immediate and unconditional ceasefire on Saturday.")
    assert found.who == "immediate and unconditional ceasefire"
    (found,) = promises("Sudan and Chad agreed on a ceasefire on Saturday.")
    assert found.who is None


def test_year_of_a_truce_is_its_day_and_no_count() -> None:
    (found,) = promises("The 1953 armistice between North Korea and South Korea is still in force.")
    assert (found.date_agreed, found.quantity) == ("1953", None)


def test_ceasefire_violations_are_a_breach_by_nobody_named() -> None:
    (found,) = promises("The talks in Doha were undermined by regular ceasefire violations.")
    assert (found.action, found.state, found.by) == (Action.CEASEFIRE, CommitmentState.BREACHED, ())


def test_allegations_of_violations_are_no_breach() -> None:
    assert promises("France is monitoring allegations of truce violations.") == []


def test_deal_that_is_welcomed_has_terms() -> None:
    (found,) = promises("Ireland welcomes the deal to secure the release of hostages held by Hamas.")
    assert (found.action, found.state) == (Action.RELEASE_OF_HOSTAGES, CommitmentState.AGREED)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Under a deal agreed last month, Israel will release 50 prisoners.", "2025-06"),
        ("Under the June 12 agreement, Israel will release 50 prisoners.", "2025-06-12"),
        ("Under a 2015 accord, Israel will release 50 prisoners.", "2015"),
        ("Under the accord, reached on Wednesday in Cairo, Israel will release 50 prisoners.", "2025-07-16"),
    ],
)
def test_agreement_gives_its_own_day(text: str, day: str) -> None:
    (found,) = promises(text)
    assert (found.date_agreed, found.state) == (day, CommitmentState.AGREED)


def test_agreement_named_with_its_day_matters_in_its_own_sentence() -> None:
    (found,) = promises(
        "The 2002 truce between Sudan and the SPLM is forgotten. Israel agreed on Friday to free 50 prisoners."
    )[1:]
    assert (found.by, found.date_agreed) == (("Israel",), "2025-07-18")


def test_deadline_is_due_and_not_the_day_of_the_agreement() -> None:
    (found,) = promises("Israel agreed on 2 June to release 50 prisoners by the end of June.")
    assert (found.date_agreed, found.due) == ("2025-06-02", "2025-06")


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("Sudan and Chad agreed to a cease-fire.", CommitmentState.AGREED, None),
        ("The 2002 cease-fire agreement between Sudan and Chad is dead.", CommitmentState.AGREED, "2002"),
        ("After a number of breached ceasefire agreements, the envoys went home.", CommitmentState.BREACHED, None),
        ("Russian forces stay in Gori in defiance of the ceasefire agreement.", CommitmentState.BREACHED, None),
    ],
)
def test_truce_by_any_spelling(text: str, state: CommitmentState, day: str | None) -> None:
    (found,) = promises(text)
    assert (found.action, found.state, found.date_agreed) == (Action.CEASEFIRE, state, day)


def test_truce_prolonged_is_another_promise_than_the_truce() -> None:
    found = promises(
        "Sudan and Chad agreed on a ceasefire in May. On Friday Sudan and Chad extended the truce for two weeks."
    )
    assert [(item.who, item.date_agreed) for item in found] == [
        (None, "2025-05"),
        ("extended the truce for two weeks", "2025-07-18"),
    ]


def test_day_of_an_announcement_is_that_of_the_agreement_announced() -> None:
    found = promises(
        "France welcomes Friday's announcement of an agreement by the parties to the conflict. "
        "Under the deal, 80 prisoners will be released."
    )
    assert [(item.date_agreed, item.by) for item in found] == [("2025-07-18", ("parties to the conflict",))]


@pytest.mark.parametrize(
    "text",
    [
        "The truce, agreed in Cairo on July 11, is fragile.",
        "The truce agreed in Cairo on July 11 is fragile.",
    ],
)
def test_truce_told_with_its_making_is_agreed(text: str) -> None:
    (found,) = promises(text)
    assert (found.action, found.state, found.date_agreed) == (Action.CEASEFIRE, CommitmentState.AGREED, "2025-07-11")


def test_announcements_not_observed_are_a_breach() -> None:
    (found,) = promises("Earlier announcements of ceasefires in Sudan were not observed.")
    assert found.state is CommitmentState.BREACHED


def test_proposal_for_a_truce_is_refused() -> None:
    (found,) = promises("Hamas rejected a proposal for a truce.")
    assert (found.action, found.state, found.by) == (Action.CEASEFIRE, CommitmentState.REFUSED, ("Hamas",))


def test_cessation_agreement_between_two_is_theirs() -> None:
    found = promises(
        "According to the cessation of hostilities agreement between Sudan and Chad, fighters will assemble."
    )
    assert (found[0].action, found[0].by) == (Action.CEASEFIRE, ("Sudan", "Chad"))


def test_agreement_to_stop_fighting_is_a_ceasefire() -> None:
    (found,) = promises("Sudan and Chad agreed to stop fighting.")
    assert found.action is Action.CEASEFIRE


def test_breach_that_is_only_possible_is_none() -> None:
    assert promises("Israel would fight on if Hamas failed to uphold the ceasefire.") == []


def test_day_of_the_clause_around_a_truce_is_not_its_own() -> None:
    found = promises("On Monday, Hamas freed 20 hostages under a ceasefire agreement brokered by Egypt.")
    assert [item.date_agreed for item in found] == [None]


def test_truce_proclaimed_by_nobody_named_is_agreed() -> None:
    (found,) = promises("A fragile truce was proclaimed on 12 July.")
    assert (found.state, found.by, found.date_agreed) == (CommitmentState.AGREED, (), "2025-07-12")


def test_talks_that_set_out_to_reach_a_truce_have_none() -> None:
    assert promises("The talks have set out to achieve a permanent ceasefire in Libya.") == []
