"""What an agreement lays down, in sentences that go on from it. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of

SIGNED = "Sudan and Chad signed a peace accord in Nairobi on Friday."


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


def _after(text: str) -> Commitment:
    (found,) = commitments(f"{SIGNED} {text}")
    assert (found.state, found.date_agreed) == (CommitmentState.AGREED, "2025-07-18")
    return found


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("A joint committee is to be set up within 30 days.", "2025-08-17"),
        ("A new constitution will be drafted within three months.", "2025-10-18"),
        ("Elections will follow within a year.", "2026-07-18"),
        ("There are to be elections within six months.", "2026-01-18"),
        ("The inspectors will get into any suspect site.", None),
        ("The province shall vote on its status in 2027.", "2027"),
        ("The fines will not be applied.", None),
        ("The names are to be submitted within 48 hours.", "2025-07-20"),
    ],
)
def test_provision_without_a_doer_is_both_sides(text: str, due: str | None) -> None:
    found = _after(text)
    assert (found.by, found.due) == (("Sudan", "Chad"), due)


@pytest.mark.parametrize(
    ("text", "action", "by"),
    [
        ("Chad, for its part, frees 40 Sudanese soldiers.", Action.RELEASE_OF_DETAINEES, ("Chad",)),
        ("Sudan withdraws its troops from the border.", Action.WITHDRAWAL, ("Sudan",)),
        ("Sudan undertakes to grant an amnesty.", Action.OTHER, ("Sudan",)),
        ("Chad has 30 days to pull its troops out.", Action.WITHDRAWAL, ("Chad",)),
    ],
)
def test_provision_told_of_a_side_is_its_own(text: str, action: Action, by: tuple[str, ...]) -> None:
    found = _after(text)
    assert (found.action, found.by) == (action, by)


@pytest.mark.parametrize(
    "text",
    [
        "Analysts will see a test of it in the coming weeks.",
        "The talks are due to begin next month.",
        "The exchange will be held next month.",
        "The Kenyan president will travel to Khartoum.",
        "It will be hard.",
    ],
)
def test_what_is_told_ahead_after_a_deal_need_not_be_a_term(text: str) -> None:
    assert [found.who for found in commitments(f"{SIGNED} {text}")] == ["peace accord"]


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (f"{SIGNED} The mood was festive. What is in it?", "A joint army is to be formed."),
        (f"{SIGNED} It rained. What have the two sides agreed?", "A joint army is to be formed."),
        ("Sudan and Chad met on Friday and agreed as follows.", "First, a joint army is to be formed."),
        ("Sudan and Chad met on Friday. They agreed on the following:", "A joint army is to be formed."),
        (
            "Sudan and Chad met on Friday and came out with a paper of eight points.",
            "Under it a joint army will be formed.",
        ),
        ("Sudan and Chad on Friday put their names to an accord.", "A joint army is to be formed."),
        (
            "A day after Sudan and Chad signed an accord, Kenya said on Saturday it was relieved.",
            "A joint army is to be formed.",
        ),
        ("The mediator watched on Friday as Sudan and Chad signed an accord.", "A joint army is to be formed."),
    ],
)
def test_terms_open_in_many_ways(opening: str, text: str) -> None:
    found = [item for item in commitments(f"{opening} {text}") if item.who and "joint army" in item.who]
    assert [(item.state, item.by, item.date_agreed) for item in found] == [
        (CommitmentState.AGREED, ("Sudan", "Chad"), "2025-07-18")
    ]


def test_list_of_points_is_read_to_its_end() -> None:
    text = (
        "Sudan and Chad met on Friday and agreed as follows. First, Sudan will reopen the road. Second, both regret the "
        "fighting. Third, Chad will disband the militia."
    )
    assert [item.by for item in commitments(text)] == [("Sudan",), ("Chad",)]


def test_agreement_that_nobody_signed_is_none() -> None:
    assert not commitments("The talks broke off, with neither movement signing the security pact.")


def test_meeting_agreed_on_with_its_day_is_no_promise() -> None:
    assert not commitments("Sudan and Chad agreed to meet again on 13 August.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A peace council is foreseen.", "peace council"),
        ("Elections are planned for May 2026.", "Elections"),
        ("A plan for the border is due on 26 July.", "plan for the border"),
        ("The accord creates elected assemblies.", "creates elected assemblies"),
        ("A joint commission will monitor the border.", "monitor the border"),
        ("Chad gives up its claim to the island.", "gives up its claim to the island"),
    ],
)
def test_provision_in_other_words(text: str, who: str) -> None:
    assert _after(text).who == who


def test_bodies_that_brought_the_sides_together_do_not_fight() -> None:
    text = "Ukraine, Russia and the OSCE signed a protocol on Friday. It provides for a ceasefire and the release of all prisoners."
    assert {item.by for item in commitments(text)} == {("Ukraine", "Russia")}


def test_hostages_are_let_go_by_the_group_that_holds_them() -> None:
    text = "Israel and Hamas signed a deal on Friday. Twenty hostages are to be let go."
    assert [item.by for item in commitments(text) if item.quantity] == [("Hamas",)]


def test_day_from_which_a_truce_holds_is_not_that_of_the_signing() -> None:
    (found,) = commitments("The ceasefire between Sudan and Chad took effect on Saturday.")
    assert (found.date_agreed, found.due) == (None, "2025-07-19")


def test_side_whose_people_are_freed_is_given_them() -> None:
    found = _after("Chad is to free 40 Sudanese soldiers.")
    assert (found.by, found.to) == (("Chad",), ("Sudan",))


def test_prisoners_and_bodies_are_two_promises() -> None:
    text = "Sudan and Chad agreed there on Friday, with Kenya as go-between, to exchange prisoners and the bodies of the dead."
    assert {item.action for item in commitments(text)} == {Action.PRISONER_EXCHANGE, Action.RETURN_OF_REMAINS}
    assert {item.by for item in commitments(text)} == {("Sudan", "Chad")}


def test_north_and_south_of_a_divided_land_are_its_states() -> None:
    text = "North Korea signed an accord with Seoul on Friday. The North will free three men. The South will stop its broadcasts."
    assert {item.by for item in commitments(text)} == {("North Korea",), ("South Korea",)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Israel and Lebanon have agreed on the text of a peace agreement.", "text of a peace agreement"),
        ("Israel and Lebanon finalised the wording of a peace treaty.", "wording of a peace treaty"),
        ("Israel and Lebanon agreed on the terms of a border accord.", "terms of a border accord"),
    ],
)
def test_wording_agreed_on_is_agreed(text: str, who: str) -> None:
    assert [(item.by, item.who) for item in commitments(text)] == [(("Israel", "Lebanon"), who)]


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Lebanon failed to agree on the text of a peace agreement.",
        "Israel and Lebanon are still working on the wording of a peace treaty.",
        "Israel and Lebanon agreed on the text of a joint communique.",
    ],
)
def test_wording_not_agreed_on_is_no_promise(text: str) -> None:
    assert not commitments(text)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The text says that up to 5,000 prisoners will be released.", 5000),
        ("The accord states that 300 soldiers would leave the town.", 300),
        ("The agreement says 40 prisoners are to be freed within a week.", 40),
    ],
)
def test_what_an_agreement_says_shall_be_is_agreed(text: str, quantity: int) -> None:
    assert _after(text).quantity == quantity


@pytest.mark.parametrize(
    "text",
    [
        "The agreement says that the commanders will meet within five days.",
        "The draft agreement says that 40 prisoners will be freed.",
    ],
)
def test_what_it_says_of_talks_and_what_a_draft_says_is_not(text: str) -> None:
    assert not commitments(text)


def test_act_signed_is_agreed() -> None:
    found = commitments(
        "Sudan and Chad signed in Nairobi on Friday that a vote would be held in 2027 and that observers would be let in."
    )
    assert [(item.by, item.date_agreed) for item in found] == [(("Sudan", "Chad"), "2025-07-18")] * 2


def test_passive_with_a_clause_between_is_told_by_its_subject() -> None:
    assert (
        _after("Parliament, which was elected only in the spring of last year, is to be dissolved.").who == "Parliament"
    )


def test_going_to_tells_ahead() -> None:
    (found,) = commitments("Russia is going to release 32 Ukrainian prisoners.")
    assert (found.by, found.quantity, found.state) == (("Russia",), 32, CommitmentState.PLEDGED)


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis are suspending their part in the peace talks.",
        "Colombia has suspended its dialogue with the ELN.",
        "The dialogue with the ELN is suspended, Colombia said.",
    ],
)
def test_part_in_talks_that_a_side_suspends(text: str) -> None:
    (found,) = commitments(text)
    assert (found.action, found.state) == (Action.RESUME_TALKS, CommitmentState.SUSPENDED)


def test_talks_suspended_are_a_meeting() -> None:
    assert not commitments("Colombia suspended the talks with the ELN on Monday.")


def test_invitation_refused_is_talks_refused() -> None:
    (found,) = commitments("Iran has refused every invitation to the talks.")
    assert (found.action, found.state) == (Action.RESUME_TALKS, CommitmentState.REFUSED)


def test_who_would_not_sign_has_refused() -> None:
    (found,) = commitments("Sudan would not sign the accord.")
    assert (found.action, found.state, found.by) == (Action.SIGNING, CommitmentState.REFUSED, ("Sudan",))


def test_time_given_until_a_day_ends_on_it() -> None:
    (found,) = commitments("Armenia has until July 30 to hand over 60 bodies.")
    assert found.due == "2025-07-30"
