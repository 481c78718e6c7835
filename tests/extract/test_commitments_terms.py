"""What stands under an agreement, what goes on from it and what it is on. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from dragoman.pipeline import read
from tests.factory import draft_of, report_of

DEAL = "Ethiopia and Eritrea signed an accord on Friday in Asmara. "


def promises(text: str) -> list[Commitment]:
    return draft_of(text).commitments


def of_action(text: str, action: Action) -> Commitment:
    return next(item for item in promises(text) if item.action is action)


@pytest.mark.parametrize(
    "sentence",
    [
        "The accord calls for the release of 40 prisoners.",
        "The accord calls for Eritrea to release 40 prisoners.",
        "The accord includes releasing 40 prisoners.",
        "The first phase of the accord envisages the release of 40 prisoners.",
        "Under the accord, Eritrea must release 40 prisoners.",
        "The exchange is part of the accord to release 40 prisoners.",
    ],
)
def test_what_an_accord_provides_for_is_agreed_on_its_day(sentence: str) -> None:
    found = of_action(DEAL + sentence, Action.RELEASE_OF_DETAINEES)
    assert (found.quantity, found.state, found.date_agreed) == (40, CommitmentState.AGREED, "2025-07-18")


def test_it_goes_on_with_the_terms_of_the_accord_before() -> None:
    text = DEAL + "The accord sets up a commission. It also provides for the release of 40 prisoners."
    assert of_action(text, Action.RELEASE_OF_DETAINEES).state is CommitmentState.AGREED


def test_sentences_that_go_on_from_the_terms_are_terms() -> None:
    text = "Chad and Libya reached a deal on Friday. Under the deal, Chad will free 20 captives. Libya will pay 3 million dollars."
    payment = of_action(text, Action.FUNDING)
    assert (payment.by, payment.state) == (("Libya",), CommitmentState.AGREED)


def test_statement_that_calls_for_something_commits_nobody() -> None:
    assert promises("Ethiopia issued a statement. The statement calls for the release of 40 prisoners.") == []


def test_agreement_that_is_only_worked_on_commits_nobody() -> None:
    assert promises("Ethiopia and Eritrea continue to work on an agreement to build a railway.") == []
    assert promises("Ethiopia met Eritrea in an effort to conclude the agreement on a ceasefire.") == []


def test_clause_of_what_shall_be_binds_its_own_subject() -> None:
    text = "Chad and Libya agreed that Chad would withdraw its troops while Libya would release 20 prisoners."
    assert of_action(text, Action.WITHDRAWAL).by == ("Chad",)
    assert of_action(text, Action.RELEASE_OF_DETAINEES).by == ("Libya",)


def test_time_given_for_an_act_makes_it_owed() -> None:
    (found,) = (p for p in promises(DEAL + "Eritrea has thirty days to name a governor.") if p.who)
    assert (found.who, found.state) == ("name a governor", CommitmentState.AGREED)


def test_truce_prolonged_or_told_of_with_its_parties_stands_agreed() -> None:
    assert (
        of_action("Chad and Libya have extended the truce by two weeks.", Action.CEASEFIRE).state
        is CommitmentState.AGREED
    )
    between = of_action("The mediators spoke of the ceasefire agreement between Chad and Libya.", Action.CEASEFIRE)
    assert set(between.by) == {"Chad", "Libya"}


def test_truce_wished_for_is_none() -> None:
    assert promises("The mediators hope for a ceasefire between Chad and Libya.") == []


def test_no_captives_let_go_is_a_refusal() -> None:
    (found,) = promises("Israel will release no prisoners.")
    assert found.state is CommitmentState.REFUSED


def test_break_in_talks_breaks_no_promise() -> None:
    assert promises("Chad and Libya met after a break to let the envoys rest.") == []


def test_steps_taken_to_do_something_are_the_doing_of_it() -> None:
    assert of_action("Chad will take steps to release 20 prisoners.", Action.RELEASE_OF_DETAINEES).quantity == 20


def test_what_is_ensured_is_told_whole() -> None:
    (found,) = promises("Israel agreed to ensure the northern gate stays open.")
    assert found.who == "northern gate stays open"


def test_things_counted_in_an_act_of_no_action_of_its_own() -> None:
    (found,) = promises("Kenya pledged to deploy 5,000 policemen.")
    assert (found.quantity, found.unit) == (5000, "policemen")


def test_day_of_a_breach_is_not_the_day_of_the_agreement() -> None:
    (found,) = promises("Azerbaijan violated the ceasefire on Friday.")
    assert found.date_agreed is None


def test_deal_told_twice_has_its_day_from_either_telling() -> None:
    text = "Chad and Libya reached a deal in Tunis. The deal, signed on Friday, binds Chad to release 20 prisoners."
    assert of_action(text, Action.RELEASE_OF_DETAINEES).date_agreed == "2025-07-18"


def test_rebels_and_government_are_the_one_group_and_state_of_the_report() -> None:
    text = "Colombia met the ELN in Quito. The rebels refused to release 20 hostages. The government promised to open roads."
    found = promises(text)
    assert [item.by for item in found] == [("ELN",), ("Colombia",)]


def test_several_who_decide_together_agree() -> None:
    (found,) = promises("India and Pakistan decided to release 20 fishermen.")
    assert found.state is CommitmentState.AGREED


@pytest.mark.parametrize(
    "sentence", ["Both leaders agreed to stay in touch.", "They agreed to remain in close contact."]
)
def test_staying_in_touch_is_no_promise(sentence: str) -> None:
    assert promises(f"The presidents of Chad and Libya spoke on Friday. {sentence}") == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The 14 armed groups promised to release 20 hostages.", ("14 armed groups",)),
        ("The parties to the conflict agreed to release 20 hostages.", ("parties to the conflict",)),
    ],
)
def test_unknown_sides_are_bound_in_the_words_of_the_text(text: str, by: tuple[str, ...]) -> None:
    assert promises(f"Niger and Benin sent envoys. {text}")[0].by == by


def test_doer_left_unsaid_is_who_announces_the_act() -> None:
    (found,) = promises("The United Nations announced that observers would be posted in two towns of Chad.")
    assert found.by == ("United Nations",)


def test_truce_told_with_its_day_was_agreed_then() -> None:
    found = of_action("Russia and Georgia invoked the ceasefire agreement of 12 August 2008.", Action.CEASEFIRE)
    assert (found.state, found.date_agreed, found.quantity) == (CommitmentState.AGREED, "2008-08-12", None)
    old = of_action(
        "The envoys want a treaty to replace the 1953 armistice between North Korea and the UN.", Action.CEASEFIRE
    )
    assert old.date_agreed == "1953"


@pytest.mark.parametrize(
    "text",
    [
        "Chad accused Libya of ceasefire violations.",
        "The ceasefires were not observed by Chad and Libya.",
        "The ceasefire between Chad and Libya did not hold.",
    ],
)
def test_truces_not_kept_are_breached(text: str) -> None:
    assert CommitmentState.BREACHED in [item.state for item in promises(text)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("North Korea ruled out talks with the United States.", CommitmentState.REFUSED),
    ],
)
def test_talks_broken_off_or_refused(text: str, state: CommitmentState) -> None:
    (found,) = promises(text)
    assert (found.action, found.state) == (Action.RESUME_TALKS, state)


def test_talks_put_off_are_a_meeting_only() -> None:
    assert promises("Colombia suspended the talks with the ELN.") == []


def test_act_put_off_is_suspended() -> None:
    (found,) = promises("Israel has put off opening a bus line to Jericho.")
    assert (found.state, found.who) == (CommitmentState.SUSPENDED, "opening a bus line to Jericho")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Libya signed an accord. It obliges both sides to protect civilians.",
        "Chad and Libya signed an accord, under which Chad has to protect civilians.",
        "According to the accord, Chad is supposed to protect civilians in Libya.",
        "Chad and Libya agreed for Chad to protect civilians.",
    ],
)
def test_forms_of_duty_under_an_accord(text: str) -> None:
    assert [item for item in promises(text) if item.state is CommitmentState.AGREED and "protect" in (item.who or "")]


def test_what_is_to_be_done_to_something_is_an_act_with_its_object() -> None:
    found = of_action(DEAL + "Eleven hostages are to be freed by August 1.", Action.RELEASE_OF_HOSTAGES)
    assert (found.quantity, found.due) == (11, "2025-08-01")


def test_verb_told_after_a_refusal_is_not_refused_too() -> None:
    assert len(promises("Serbia refused to sign the annex and called it a mistake. Kosovo signed.")) == 1


def test_pledge_of_not_doing_says_so() -> None:
    (found,) = promises("Russia and Ukraine undertook not to attack the ports.")
    assert found.who == "not to attack the ports"


def test_who_is_assured_is_given_the_promise() -> None:
    (found,) = promises("Israel assured Egypt that it would reopen the northern gate.")
    assert found.to == ("Egypt",)


def test_plan_and_break_are_no_promises_as_nouns() -> None:
    assert promises("The ministers of Chad and Libya examined a plan to build a railway.") == []


def test_broker_of_a_truce_is_no_party_to_it() -> None:
    found = of_action("Chad and Libya met in Tunis. They keep the truce that Qatar brokered.", Action.CEASEFIRE)
    assert "Qatar" not in found.by


def test_agreeing_how_to_do_something_is_not_agreeing_to_do_it() -> None:
    assert promises("Kosovo and Serbia agreed on how to carry out the plan.") == []


def test_meeting_again_is_a_return_to_talks() -> None:
    assert of_action("Iran and Oman agreed to meet again.", Action.RESUME_TALKS).state is CommitmentState.AGREED


def test_row_of_things_is_told_whole() -> None:
    (found,) = promises("Kosovo and Serbia agreed to recognise passports, licence plates and diplomas.")
    assert found.who == "recognise passports, licence plates and diplomas"


def test_it_in_the_mouth_of_somebody_is_no_accord() -> None:
    text = DEAL + 'The accord calls for a truce. "It gives the families hope," said a nurse of the Red Cross in Asmara.'
    assert [item for item in promises(text) if "families" in (item.who or "")] == []


def test_stretch_given_makes_the_day_it_is_due() -> None:
    body = DEAL + "Under the accord, Eritrea will release 40 prisoners within 30 days."
    found = next(item for item in read(report_of(body)).commitments if item.quantity == 40)
    assert (found.date_agreed, found.due) == ("2025-07-18", "2025-08-17")


def test_stretch_without_a_first_day_is_due_on_no_day() -> None:
    (found,) = promises("Israel promised to release 50 prisoners within 30 days.")
    assert found.due is None


def test_should_under_a_deal_is_laid_down() -> None:
    (found,) = promises("Under the deal, Israel should free 50 prisoners.")
    assert (found.by, found.state) == (("Israel",), CommitmentState.AGREED)


def test_row_of_things_that_a_truce_entails() -> None:
    found = promises(
        "The truce entails a halt to all military activities, the entry of fuel ships into the port, "
        "and the renewal of commercial flights."
    )
    assert [item.who for item in found] == [
        "halt to all military activities",
        "entry of fuel ships into the port",
        "renewal of commercial flights",
    ]
    assert found[0].action is Action.CEASEFIRE


def test_plan_that_is_only_spoken_of_lays_down_nothing() -> None:
    assert promises("It is too early to look at changes to a plan providing for a vote on the islands.") == []


def test_things_that_a_deal_is_on_are_agreed() -> None:
    (found,) = promises("Fatah and Hamas reached an initial deal on the portfolios of a new government.")
    assert (found.by, found.who) == (("Fatah", "Hamas"), "portfolios of a new government")


def test_agreement_is_told_as_a_whole_where_no_terms_are() -> None:
    (found,) = promises("Fatah and Hamas signed a power-sharing accord last month.")
    assert (found.by, found.who, found.date_agreed) == (("Fatah", "Hamas"), "power-sharing accord", "2025-06")
    (found,) = promises("Fatah and Hamas signed a peace accord. Under the accord, Hamas will free 50 prisoners.")
    assert found.quantity == 50


def test_service_that_was_to_have_begun_did_not() -> None:
    assert promises("The bus service between Gaza and Hebron was to have begun on Thursday.") == []


def test_what_stands_under_a_deal_has_a_doer_that_is_a_side() -> None:
    assert promises("Analysts regard the aid as part of a package deal.") == []


def test_act_that_only_carries_an_agreed_one_is_none_of_its_own() -> None:
    (found,) = promises(
        "Sudan and Chad agreed to develop measures for implementing their agreement to ban strikes on power plants."
    )
    assert found.action is Action.CEASEFIRE


def test_binding_reaches_every_act_of_the_row() -> None:
    found = promises(
        "The truce commits the parties to the conflict to silence their weapons and provide access to aid."
    )
    assert [item.action for item in found] == [Action.CEASEFIRE, Action.HUMANITARIAN_ACCESS]
    assert {item.by for item in found} == {("parties to the conflict",)}


def test_measures_outlined_are_what_they_are_to_do() -> None:
    (found,) = promises("The accord of Sudan and Chad outlined measures to open roads.")
    assert found.action is Action.HUMANITARIAN_ACCESS


def test_plan_that_calls_for_something_is_not_agreed() -> None:
    assert promises("The plan calls for Israel to free 50 prisoners.") == []


def test_deal_for_an_act_of_one_side_binds_that_side() -> None:
    (found,) = promises("They discussed the February 29 US-Taliban deal for a phased US troop withdrawal.")
    assert (found.action, found.by) == (Action.WITHDRAWAL, ("United States",))


def test_going_back_to_the_table_resumes_talks() -> None:
    (found,) = promises("Fatah and Hamas will go back to the negotiating table on Thursday.")
    assert found.action is Action.RESUME_TALKS


def test_sides_led_to_an_accord_agree_on_it() -> None:
    (found,) = promises("Kofi Annan led Fatah and Hamas to a power-sharing agreement.")
    assert (found.by, found.who) == (("Fatah", "Hamas"), "power-sharing agreement")


def test_accord_that_is_only_aimed_at_is_none() -> None:
    assert promises("Sudan and Chad met with the goal of finalising a peace accord.") == []


def test_agreement_known_by_its_name() -> None:
    (found,) = promises('Sudan and Chad signed the "Algiers Declaration" in June.')
    assert (found.who, found.date_agreed) == ("Algiers Declaration", "2025-06")


def test_source_is_whoever_speaks_and_no_paper() -> None:
    (found,) = promises("According to the agreement between Sudan and Chad, Chad will free 50 prisoners.")
    assert found.sources == ()


def test_after_an_agreement_to_pay() -> None:
    (found,) = promises("The engineer was freed after agreements to pay 3 million dollars.")
    assert (found.action, found.state) == (Action.FUNDING, CommitmentState.AGREED)


def test_would_under_a_deal_is_laid_down_of_known_acts() -> None:
    (found,) = promises("Some 500 prisoners would be freed under the deal between Syria and Hezbollah.")
    assert (found.quantity, found.state) == (500, CommitmentState.AGREED)
    assert promises("They discussed how the ceasefire under the deal would help those efforts.") == []


def test_deal_reached_to_do_something() -> None:
    (found,) = promises("Syria has reached a deal with Hezbollah to pull out its fighters from Homs.")
    assert (found.action, found.state) == (Action.WITHDRAWAL, CommitmentState.AGREED)


def test_truce_expiring_is_no_pledge() -> None:
    found = promises("The truce between Sudan and Chad that was due to expire on Monday has been extended.")
    assert [item.action for item in found] == [Action.CEASEFIRE]


def test_thing_agreed_told_before_its_verb() -> None:
    (found,) = promises("Hamas holds 24 hostages, whom it has agreed to release.")
    assert (found.action, found.quantity) == (Action.RELEASE_OF_HOSTAGES, 24)
