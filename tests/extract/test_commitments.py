"""Promises: who is bound to what, in what state, when. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of


def promises(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Israel and Hamas agreed to release 50 prisoners each.", CommitmentState.AGREED),
        ("Israel promised to release 50 prisoners.", CommitmentState.PLEDGED),
        ("Israel is ready to release 50 prisoners.", CommitmentState.OFFERED),
        ("Israel announced it would release 50 prisoners.", CommitmentState.PLEDGED),
        ("Israel is committed to releasing 50 prisoners.", CommitmentState.PLEDGED),
        ("Israel refused to release 50 prisoners.", CommitmentState.REFUSED),
        ("Israel will not release 50 prisoners.", CommitmentState.REFUSED),
    ],
)
def test_word_that_promises_gives_the_state(text: str, state: CommitmentState) -> None:
    (found,) = promises(text)
    assert (found.state, found.quantity, found.unit) == (state, 50, "prisoners")
    assert "Israel" in found.by


@pytest.mark.parametrize(
    "text",
    [
        "Israel released 50 prisoners.",
        "Israel did not agree to release 50 prisoners.",
        "Egypt urged Israel to release 50 prisoners.",
        "Israel may release 50 prisoners.",
        "If Israel agrees to release 50 prisoners, the talks will go on.",
        "Israel declined to comment on the list.",
        "Israel will meet Egypt on Friday.",
    ],
)
def test_what_is_done_wished_imagined_or_only_talk_is_no_promise(text: str) -> None:
    assert promises(text) == []


def test_acts_in_a_row_are_promises_of_their_own() -> None:
    text = "Armenia and Azerbaijan agreed to exchange prisoners, to withdraw their troops and to return the bodies of 40 soldiers."
    assert [found.action for found in promises(text)] == [
        Action.PRISONER_EXCHANGE,
        Action.WITHDRAWAL,
        Action.RETURN_OF_REMAINS,
    ]


def test_acts_of_no_known_action_in_a_row_are_promises_of_their_own() -> None:
    found = promises("Kosovo and Serbia agreed to restore water supplies and to protect monasteries.")
    assert [item.who for item in found] == ["restore water supplies", "protect monasteries"]
    assert {item.action for item in found} == {Action.OTHER}


def test_what_light_verbs_carry_is_the_act() -> None:
    (found,) = promises("Qatar pledged to help achieve the release of 12 hostages.")
    assert (found.action, found.quantity) == (Action.RELEASE_OF_HOSTAGES, 12)


def test_thing_pledged_is_a_promise_of_giving_it() -> None:
    (found,) = promises("Germany pledged 2 million euros for the monitors.")
    assert (found.action, found.quantity, found.unit) == (Action.FUNDING, 2_000_000, "euros")


def test_recipient_is_told_by_the_grammar() -> None:
    (found,) = promises("Canada will provide Ukraine with $5 million in assistance.")
    assert (found.by, found.to, found.quantity) == (("Canada",), ("Ukraine",), 5_000_000)


def test_terms_bind_the_parties_of_the_deal_and_bear_its_day() -> None:
    text = (
        "Colombia and the ELN signed an agreement on Friday in Havana.\n\n"
        "The text commits both sides to let aid in. Under the deal 40 captives will be released."
    )
    access, release = promises(text)
    assert (access.action, access.state) == (Action.HUMANITARIAN_ACCESS, CommitmentState.AGREED)
    assert set(access.by) == {"Colombia", "ELN"}
    assert (release.quantity, release.state) == (40, CommitmentState.AGREED)
    assert access.date_agreed == release.date_agreed == "2025-07-18"


def test_act_laid_down_for_a_party_of_the_deal_is_agreed() -> None:
    text = "Israel and Hamas reached an agreement on Sunday. Hamas is to free 33 hostages."
    found = next(item for item in promises(text) if item.action is Action.RELEASE_OF_HOSTAGES)
    assert (found.by, found.state, found.date_agreed) == (("Hamas",), CommitmentState.AGREED, "2025-07-20")


def test_lines_after_a_colon_are_what_was_agreed() -> None:
    text = (
        "Armenia and Azerbaijan agreed on these steps:\n\n- the opening of four crossings;\n- a committee on water.\n"
    )
    found = promises(text)
    assert [item.who for item in found] == ["opening of four crossings", "committee on water"]
    assert all(set(item.by) == {"Armenia", "Azerbaijan"} for item in found)


def test_things_agreed_on_one_after_the_other_are_promises() -> None:
    text = "Ethiopia and Eritrea agreed on the release of 40 prisoners, on the opening of roads and on a truce."
    assert next(item.action for item in promises(text)) is Action.RELEASE_OF_DETAINEES
    assert Action.CEASEFIRE in [item.action for item in promises(text)]


def test_date_agreed_on_is_no_promise() -> None:
    assert promises("Ethiopia and Eritrea agreed on a date.") == []


def test_exchange_set_for_a_day_is_agreed() -> None:
    text = "Russia and Ukraine signed an accord on Friday. The prisoner exchange will take place on July 30."
    found = next(item for item in promises(text) if item.action is Action.PRISONER_EXCHANGE)
    assert (found.by, found.state, found.due) == (("Russia", "Ukraine"), CommitmentState.AGREED, "2025-07-30")


def test_each_that_undertakes_does_as_much() -> None:
    found = next(
        p for p in promises("Russia and Ukraine met. Each undertook to hand over 1,000 prisoners.") if p.quantity
    )
    assert (set(found.by), found.quantity, found.per_party) == ({"Russia", "Ukraine"}, 1000, True)


def test_truce_broken_is_breached_and_one_lifted_suspended() -> None:
    (broken,) = promises("Azerbaijan violated the ceasefire.")
    (lifted,) = promises("Ethiopia lifted the ceasefire.")
    assert (broken.state, lifted.state) == (CommitmentState.BREACHED, CommitmentState.SUSPENDED)


def test_day_ahead_is_when_it_is_due_and_day_behind_when_it_was_agreed() -> None:
    (found,) = promises("Israel agreed on Friday to release 50 prisoners on July 30.")
    assert (found.date_agreed, found.due) == ("2025-07-18", "2025-07-30")


def test_person_who_promises_is_the_source() -> None:
    (found,) = promises("President Emmanuel Macron promised to send 20 tanks to Ukraine.")
    assert (found.by, found.to, found.sources) == (("France",), ("Ukraine",), ("Emmanuel Macron",))


def test_person_who_had_promised_is_background_that_the_outlet_tells() -> None:
    (found,) = promises("President Emmanuel Macron had promised to send 20 tanks to Ukraine.")
    assert found.sources == ()


def test_party_whose_word_another_relays_is_no_source() -> None:
    (found,) = promises(
        "Israel has told the mediators that it will release 50 prisoners, Qatar's foreign ministry said."
    )
    assert (found.by, found.sources) == (("Israel",), ("Qatar's foreign ministry",))


def test_forecast_of_another_side_is_no_promise() -> None:
    assert promises("The French foreign minister said Russia would undermine the truce in Moldova.") == []


def test_priority_is_told_with_the_act() -> None:
    (found,) = promises("Both Russia and Ukraine agreed to exchange prisoners, prioritizing the severely wounded.")
    assert found.who == "severely wounded"


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Egypt agreed on the urgency of bringing the talks to an end.",
        "Israel and Egypt agreed that all hostages must be released.",
        "It was premature to change the format, Israel said.",
        "Israel's duty is to protect its people.",
        "Israel decided to leave the race.",
        "Iran will resort to other means, Tehran warned.",
        "The government hopes that the talks will resume soon.",
    ],
)
def test_views_aims_and_threats_are_no_promises(text: str) -> None:
    assert promises(text) == []


@pytest.mark.parametrize(
    ("text", "state", "who"),
    [
        ("Hamas refused to join the negotiations.", CommitmentState.REFUSED, "join the negotiations"),
        ("Hamas is ready to meet the prime minister.", CommitmentState.OFFERED, "meet the prime minister"),
    ],
)
def test_meeting_refused_or_offered_is_an_act(text: str, state: CommitmentState, who: str) -> None:
    (found,) = promises(text)
    assert (found.state, found.who) == (state, who)


def test_demand_is_not_met_as_a_person_is() -> None:
    assert promises("Hamas refused to meet its demands.") == []


def test_sum_pledged_as_a_noun() -> None:
    (found,) = promises("Egypt welcomed the $100 million commitment from Qatar to support the humanitarian response.")
    assert (found.action, found.by, found.quantity) == (Action.AID, ("Qatar",), 100_000_000)


def test_ensuring_that_a_crossing_is_open_is_access() -> None:
    (found,) = promises("Israel agreed to ensure the Rafah crossing is open.")
    assert found.action is Action.HUMANITARIAN_ACCESS


def test_intention_to_seek_something_binds_nobody() -> None:
    assert promises("Sudan and Chad reaffirmed their intention to seek peaceful solutions.") == []


def test_principle_accepted_is_the_act() -> None:
    (found,) = promises("Israel has accepted the principle of a prisoner exchange.")
    assert (found.action, found.by) == (Action.PRISONER_EXCHANGE, ("Israel",))


def test_statement_speaks_for_its_author() -> None:
    text = "The United States welcomes the talks. We will send monitors to Chad."
    draft = draft_of(text)
    assert draft.commitments == []


def test_word_with_a_hyphen_is_one_thing() -> None:
    (found,) = promises("Eritrea has pledged its full co-operation with the United Nations.")
    assert found.who is not None
    assert "co-operation" in found.who


def test_texts_expected_to_be_signed_are_a_promise() -> None:
    (found,) = promises("Fatah and Hamas meet on Thursday, when two agreements are expected to be signed.")
    assert (found.action, found.by) == (Action.SIGNING, ("Fatah", "Hamas"))


def test_proposals_accepted_are_agreed() -> None:
    (found,) = promises("Eritrea has accepted proposals drawn up by the African Union.")
    assert (found.by, found.state) == (("Eritrea",), CommitmentState.AGREED)


def test_thanks_for_agreeing_tell_that_somebody_agreed() -> None:
    (found,) = promises("France welcomes the generosity of Malta for agreeing to take in the refugees.")
    assert (found.by, found.who) == (("Malta",), "take in the refugees")


def test_commitment_that_somebody_made_binds_him() -> None:
    (found,) = promises("I appreciate the commitment that Benjamin Netanyahu has made in supporting an extended pause.")
    assert (found.action, found.by, found.state) == (Action.CEASEFIRE, ("Israel",), CommitmentState.PLEDGED)


def test_contact_refused_is_with_somebody() -> None:
    (found,) = promises("Iran refuses direct contact with the United States.")
    assert (found.by, found.to) == (("Iran",), ("United States",))


def test_access_restored_is_to_whose_it_is() -> None:
    (found,) = promises("The United States will help restore Russia's access to the world market.")
    assert (found.action, found.to) == (Action.SANCTIONS_RELIEF, ("Russia",))


def test_fear_of_what_another_will_do_is_no_promise() -> None:
    assert promises("Syria fears that Israel will delay its acceptance of the ceasefire.") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Starting on July 27, Ukrainian forces will provide additional checks.", "2025-07-27"),
        ("Fatah and Hamas will meet on Friday, when two agreements are to be signed.", "2025-07-25"),
    ],
)
def test_day_set_before_or_above_the_act_is_when_it_is_due(text: str, due: str) -> None:
    (found,) = promises(text)
    assert found.due == due


def test_cooperation_suspended_is_a_promise_taken_back() -> None:
    (found,) = promises("Iran has suspended its cooperation with the United Nations.")
    assert (found.state, found.by, found.to) == (CommitmentState.SUSPENDED, ("Iran",), ("United Nations",))


def test_round_put_off_is_a_meeting_only() -> None:
    assert promises("Sudan and Chad have postponed the second round, which had been due to start on Monday.") == []


def test_elections_are_held_and_no_talk() -> None:
    (found,) = promises("Sudan and Chad agreed to hold elections by December 2025.")
    assert (found.who, found.due) == ("hold elections", "2025-12")


def test_what_those_who_met_agreed_is_of_the_day_they_met() -> None:
    told = "Norway and Chad agreed to exchange 30 prisoners, an envoy said."
    (found,) = promises("Norway and Chad met in Oslo on Friday. " + told)
    assert found.date_agreed == "2025-07-18"
    # With talks of two days, or with others at the table, the text does not tell.
    other = "Norway and Mali met in Oslo on Friday. "
    assert [item.date_agreed for item in promises(other + told)] == [None]
