"""Stances: whose, which, on what, by whose mouth."""

import pytest

from dragoman.model import Position, Stance
from tests.factory import draft_of


def positions(text: str) -> list[Position]:
    return draft_of(text).positions


@pytest.mark.parametrize(
    ("text", "actor", "stance", "topic"),
    [
        ("Egypt urged Israel to lift the siege.", "Egypt", Stance.URGES, "Israel to lift the siege"),
        ("Egypt called for the lifting of the siege.", "Egypt", Stance.DEMANDS, "lifting of the siege"),
        ("The plan is backed by France.", "France", Stance.SUPPORTS, "plan"),
        ("The offensive was condemned by France.", "France", Stance.OPPOSES, "offensive"),
        ("Iran insists that Israel withdraw its troops.", "Iran", Stance.DEMANDS, "Israel withdraw its troops"),
        ("Japan warned against easing the pressure.", "Japan", Stance.OPPOSES, "easing the pressure"),
        ("China warned that the move would escalate the conflict.", "China", Stance.OPPOSES, "move"),
        ("Norway reiterated its support for the peace plan.", "Norway", Stance.SUPPORTS, "peace plan"),
        ("Rwanda denied arming the rebels.", "Rwanda", Stance.DENIES, "arming the rebels"),
        ("Russia has no intention of occupying Georgia.", "Russia", Stance.DENIES, "occupying Georgia"),
        ("Serbia would not accept foreign troops.", "Serbia", Stance.OPPOSES, "foreign troops"),
        (
            "Iran will not return to the talks until sanctions are lifted.",
            "Iran",
            Stance.CONDITIONS,
            "return to the talks",
        ),
        ("Ukraine threatened to close the port if ships attack.", "Ukraine", Stance.CONDITIONS, "close the port"),
        ("The Kremlin declined to comment on the dates.", "Russia", Stance.NO_COMMENT, "dates"),
        ("Russia declined to say whether the troops would leave.", "Russia", Stance.NO_COMMENT, "troops would leave"),
        ("France called the talk of troops premature.", "France", Stance.OPPOSES, "troops"),
        ("Egypt called the signing a welcome step.", "Egypt", Stance.SUPPORTS, "signing"),
        ("Turkey is ready to send monitors if both sides agree.", "Türkiye", Stance.CONDITIONS, "send monitors"),
        ("Russia refuses to stop the fire until sanctions are lifted.", "Russia", Stance.CONDITIONS, "stop the fire"),
        ("The Kremlin would neither confirm nor deny the meeting.", "Russia", Stance.NO_COMMENT, "meeting"),
        ("Egypt proposed a meeting in Cairo.", "Egypt", Stance.PROPOSES, "meeting in Cairo"),
        # what somebody is
        ("Kyiv is against any concessions of territory.", "Ukraine", Stance.OPPOSES, "concessions of territory"),
        ("Russia is committed to a lasting settlement.", "Russia", Stance.SUPPORTS, "lasting settlement"),
        ("Iran is ready for talks with Germany.", "Iran", Stance.SUPPORTS, "talks with Germany"),
        ("Syria is not ready to negotiate with the rebels.", "Syria", Stance.OPPOSES, "negotiate with the rebels"),
        ("Russia is unwilling to withdraw its army.", "Russia", Stance.OPPOSES, "withdraw its army"),
        # what a thing is said to be
        ("The ultimatum is unacceptable, the Kremlin said.", "Russia", Stance.OPPOSES, "ultimatum"),
        ("A withdrawal is out of the question, Israel said.", "Israel", Stance.OPPOSES, "withdrawal"),
        ("France said it was premature to change the plan.", "France", Stance.OPPOSES, "change the plan"),
        ("It is imperative to end the war, Egypt said.", "Egypt", Stance.URGES, "end the war"),
        # what there will not be
        (
            "Congo said there would be no dialogue with the rebels.",
            "DR Congo",
            Stance.OPPOSES,
            "dialogue with the rebels",
        ),
        ("There is no question of leaving Syria, Russia said.", "Russia", Stance.OPPOSES, "leaving Syria"),
        ("There is no alternative to talks, Egypt said.", "Egypt", Stance.SUPPORTS, "talks"),
        ("No aid will be paid until the troops leave, Germany said.", "Germany", Stance.CONDITIONS, "aid"),
        ("Ukraine will never cede territory.", "Ukraine", Stance.OPPOSES, "territory"),
        # nouns, governed and owned
        ("Jordan stressed the need for a lasting truce.", "Jordan", Stance.URGES, "lasting truce"),
        ("Egypt and Qatar agreed on the urgency of a deal.", "Qatar", Stance.URGES, "deal"),
        ("Ukraine voiced opposition to the plan.", "Ukraine", Stance.OPPOSES, "plan"),
        ("Russia has shown no interest in a ceasefire.", "Russia", Stance.OPPOSES, "ceasefire"),
        ("Rwanda's demand that Congo open talks was refused.", "Rwanda", Stance.DEMANDS, "Congo open talks"),
        ("Russia's insistence on neutrality stalled them.", "Russia", Stance.DEMANDS, "neutrality"),
        ("A Qatari proposal for a truce was tabled.", "Qatar", Stance.PROPOSES, "truce"),
        ("In support of the process, France will send monitors.", "France", Stance.SUPPORTS, "process"),
        ("The plan outlined by Egypt was discussed.", "Egypt", Stance.PROPOSES, "plan outlined by Egypt"),
        ("They discussed the plan described by Egypt and endorsed by France.", "France", Stance.SUPPORTS, "plan"),
        # clauses that hang on what is wanted
        ("They parted without a truce, which Ukraine wants.", "Ukraine", Stance.DEMANDS, "truce"),
        ("Morocco wants to add thousands of voters.", "Morocco", Stance.DEMANDS, "add thousands of voters"),
        ("Sudan does not want to concede the vice presidency.", "Sudan", Stance.OPPOSES, "concede the vice presidency"),
        # terms
        ("The Sudanese minister said a truce is conditioned on withdrawal.", "Sudan", Stance.CONDITIONS, "truce"),
        ("Serbia made recognition a condition for talks.", "Serbia", Stance.CONDITIONS, "talks"),
        ("Hamas would free the hostages in exchange for a truce.", "Hamas", Stance.CONDITIONS, "free the hostages"),
        # on somebody one calls to urge him, for a thing to demand it
        ("China called on all parties to stop the fire.", "China", Stance.URGES, "parties to stop the fire"),
        ("Armenia called for the release of the captives.", "Armenia", Stance.DEMANDS, "release of the captives"),
        ("Brazil called for restraint.", "Brazil", Stance.URGES, "restraint"),
        ("Burundi said there was nothing to discuss with the rebels.", "Burundi", Stance.OPPOSES, "rebels"),
        ("Sudan had never accepted Doha as a venue.", "Sudan", Stance.OPPOSES, "Doha"),
        (
            "France recognised Iran's right to enrich uranium.",
            "France",
            Stance.SUPPORTS,
            "Iran's right to enrich uranium",
        ),
        ("Germany expects Iran to free the crew.", "Germany", Stance.DEMANDS, "Iran to free the crew"),
        ("The UN-proposed referendum was put off.", "United Nations", Stance.PROPOSES, "UN-proposed referendum"),
        # whose people they are
        ("The Georgian participants rejected the draft plan.", "Georgia", Stance.OPPOSES, "draft plan"),
        ("The members of the Security Council urged a truce.", "UN Security Council", Stance.URGES, "truce"),
        ("The US has refused to hold talks.", "United States", Stance.OPPOSES, "hold talks"),
        ("The foreign ministry in Tehran rejected the draft plan.", "Iran", Stance.OPPOSES, "draft plan"),
        ("The government of Puntland rejected the draft plan.", "Puntland", Stance.OPPOSES, "draft plan"),
        ("The Sudan government rejected the draft plan.", "Sudan", Stance.OPPOSES, "draft plan"),
        # terms in what a side says
        (
            "The captives would be freed once the war was over, Mali said.",
            "Mali",
            Stance.CONDITIONS,
            "captives would be freed",
        ),
        (
            "The border could not be opened unless troops left, Mali said.",
            "Mali",
            Stance.CONDITIONS,
            "border could not be opened",
        ),
        # what was not done
        ("No date was agreed in Entebbe, Burundi said.", "Burundi", Stance.DENIES, "date"),
        ("Nobody had promised 5,000 prisoners, Mali said.", "Mali", Stance.DENIES, "5,000 prisoners"),
        ("Israel had conceded nothing, Israeli officials said.", "Israel", Stance.DENIES, "conceded nothing"),
        ("Russia contests the right of Mali to leave.", "Russia", Stance.OPPOSES, "right of Mali to leave"),
        ("Russia said the rebels ought to lay down their arms.", "Russia", Stance.DEMANDS, "lay down their arms"),
        # a refusal with an end to it
        ("Mali refused to sign as long as its allies are kept out.", "Mali", Stance.CONDITIONS, "sign"),
        ("Israel has no intention of leaving Gaza while Hamas rules.", "Israel", Stance.CONDITIONS, "leaving Gaza"),
        ("There will be no talks as long as the siege goes on, Mali said.", "Mali", Stance.CONDITIONS, "talks"),
        # silence
        ("Sweden refused to be drawn on the accounts.", "Sweden", Stance.NO_COMMENT, "accounts"),
        ("There was no immediate comment from Israel on the raid.", "Israel", Stance.NO_COMMENT, "raid"),
        ("Iranian officials would not confirm the meeting.", "Iran", Stance.NO_COMMENT, "meeting"),
        ("Norway gave no details of the meeting.", "Norway", Stance.NO_COMMENT, "meeting"),
    ],
)
def test_construction_tells_the_stance(text: str, actor: str, stance: Stance, topic: str) -> None:
    found = positions(text)
    assert (actor, stance) in [(item.actor, item.stance) for item in found]
    topics = [item.topic for item in found if item.stance is stance]
    assert any(set(topic.lower().split()) & set(told.lower().split()) == set(topic.lower().split()) for told in topics)


def test_charge_rejected_is_denied() -> None:
    (found,) = positions("Sudan rejected the claim that it had armed the militia.")
    assert found.stance is Stance.DENIES
    assert "militia" in found.topic


def test_demand_in_what_is_said_is_the_speakers_side() -> None:
    found = positions("Hamas must release the hostages, the French foreign minister said.")
    assert [(item.actor, item.stance) for item in found] == [("France", Stance.DEMANDS)]
    assert found[0].sources != ()


def test_support_withheld_is_opposition() -> None:
    (found,) = positions("Hungary does not support the sanctions.")
    assert (found.actor, found.stance) == ("Hungary", Stance.OPPOSES)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt would support the plan if it were asked.",
        "Reporters asked Russia whether the talks would go on.",
        "France asked itself what had gone wrong.",
        "Egypt called the plan a first step.",
        "The professor supports the plan for the port.",
        "France insists that the talks were useful.",
        "The hostages should have been freed long ago, Israel said.",
        "Norway will not rest until they are home.",
        "Norway set conditions for peace in the region.",
        "They thanked Norway for its support for the mission.",
        "Northern Cyprus dropped its demand for a new plan.",
        "France reiterated its support for Ukraine.",
        "Egypt welcomed the Russian delegation.",
        "France condemned the killing of civilians.",
        "Norway reiterated its commitment to the security of Estonia.",
    ],
)
def test_question_fact_or_fancy_is_no_stance(text: str) -> None:
    assert positions(text) == []


def test_ministry_of_a_side_speaks_for_it() -> None:
    (found,) = positions(
        "Cambodia had no news, and a spokeswoman for its defence ministry denied the loss of a general."
    )
    assert (found.actor, found.stance) == ("Cambodia", Stance.DENIES)


def test_band_without_a_state_holds_its_own_position() -> None:
    (found,) = positions("The militias rejected the plan for the port.")
    assert (found.actor, found.stance) == ("militias", Stance.OPPOSES)


def test_person_who_speaks_for_a_state_is_the_source() -> None:
    (found,) = positions("President Emmanuel Macron urged Russia to accept the truce.")
    assert (found.actor, found.sources) == ("France", ("Emmanuel Macron",))


def both(text: str) -> set[tuple[str, Stance]]:
    return {(item.actor, item.stance) for item in positions(text)}


def test_body_goes_on_as_it() -> None:
    found = both("Hamas rejected the plan. It demands that the siege be lifted.")
    assert ("Hamas", Stance.DEMANDS) in found


def test_clause_above_comes_before_the_sentence_before() -> None:
    found = positions("Egypt hoped for a truce. The rebels warned that they were not ready to compromise.")
    assert [item.actor for item in found if item.stance is Stance.OPPOSES] == ["rebels"]


def test_document_speaks_for_its_issuer() -> None:
    assert ("France", Stance.URGES) in both("France issued a statement urging restraint.")
    assert ("Türkiye", Stance.DEMANDS) in both("The Turkish statement called for a safe zone.")


def test_two_leaders_are_those_named_together() -> None:
    text = (
        "Israel and Hamas fought on. President Emmanuel Macron of France met President Abdel Fattah el-Sisi of Egypt. "
        "The two leaders called for a truce."
    )
    assert {item.actor for item in positions(text) if item.topic == "truce"} == {"France", "Egypt"}


def test_what_is_urged_on_somebody_named_at_length_is_the_act() -> None:
    found = positions(
        "France called on the parties to the conflict - the army and the militia - to pull back their men."
    )
    assert any("pull back" in item.topic for item in found)


def test_clauses_set_side_by_side_do_not_govern_each_other() -> None:
    found = positions("The Armenian prime minister wants a referendum; the date cannot be moved, a member remarked.")
    assert [(item.actor, item.stance) for item in found] == [("Armenia", Stance.DEMANDS)]


def test_the_government_is_the_one_last_named() -> None:
    found = both("The Philippine government met the rebels. Before any truce, the government wants a written text.")
    assert found == {("Philippines", Stance.CONDITIONS)}


def test_all_are_those_who_met() -> None:
    text = "President Emmanuel Macron of France met President Abdel Fattah el-Sisi of Egypt. All affirmed their commitment to talks."
    assert both(text) == {("France", Stance.SUPPORTS), ("Egypt", Stance.SUPPORTS)}


def test_terms_of_a_thing_are_those_of_whoever_states_them() -> None:
    found = positions("The army of Mali said the cantonment would start only when the lists had been exchanged.")
    assert [item.stance for item in found] == [Stance.CONDITIONS]


def test_denied_report_is_denied_for_what_it_says() -> None:
    (found,) = positions("Iran denied a report by a website that envoys would meet in a third country.")
    assert found.stance is Stance.DENIES
    assert "meet" in found.topic


@pytest.mark.parametrize(
    "text",
    [
        "Egypt called off the session.",
        "A French official asked not to be named.",
        "Nigeria sought to break the deadlock.",
    ],
)
def test_particle_and_courtesy_make_no_stance(text: str) -> None:
    assert positions(text) == []


def test_army_spokesman_speaks_for_the_state_last_named() -> None:
    text = "The government of South Sudan said the talks went on. Army spokesman Philip Aguer denied that the base was hit."
    assert ("South Sudan", Stance.DENIES) in both(text)


def test_body_no_lexicon_knows_goes_by_its_name() -> None:
    text = "The Lowland Freedom Movement (LFMX) took hostages in Peru. The LFMX wants 400 prisoners freed."
    assert ("Lowland Freedom Movement", Stance.DEMANDS) in both(text)


def test_leader_of_no_known_side_holds_his_own_position() -> None:
    assert ("Ian Marlowe", Stance.OPPOSES) in both("Opposition leader Ian Marlowe rejected the accord with Iran.")


def test_judgement_of_it_is_of_what_was_told_before() -> None:
    text = "Lebanon signed the maritime accord. The prime minister of Israel called it a great victory."
    assert ("Israel", Stance.SUPPORTS) in both(text)
    text = "Indonesia wants to choose the countries. Portugal said that was out of the question."
    assert ("Portugal", Stance.OPPOSES) in both(text)


@pytest.mark.parametrize("text", ["Norway urged both sides to move forward.", "Norway called on Chad to leave."])
def test_an_act_on_nothing_is_no_topic(text: str) -> None:
    assert [found.topic for found in positions(text) if "side" not in found.topic and "Chad" not in found.topic] == []


def test_what_a_side_will_do_if_something_happens_is_a_condition() -> None:
    assert ("Chad", Stance.CONDITIONS) in both(
        "Chad said it would lift the blockade if Sudan called back its fighters."
    )
    assert not positions("If the sides fail, Norway will call a meeting.")
    assert not positions("Chad warned that Sudan would face ruin if it went on.")


def test_even_if_makes_no_condition() -> None:
    text = "Chad said it would not sign the text even if the council insisted."
    assert ("Chad", Stance.OPPOSES) in both(text)
    assert ("Chad", Stance.CONDITIONS) not in both(text)


def test_what_should_not_be_until_something_happens_is_a_condition() -> None:
    text = "Chad said the front should not be admitted until it lays down its arms."
    assert ("Chad", Stance.CONDITIONS) in both(text)


def test_forecast_or_idiom_is_no_stance() -> None:
    assert not positions(
        '"There is no reason to expect miracles from the talks," said a spokesman for the government of Chad.'
    )
    assert not positions("Chad said nobody should rush ahead and that observers should not expect wonders.")


def test_hope_is_a_stance_where_others_are_to_settle() -> None:
    assert ("Chad", Stance.SUPPORTS) in both("Chad hopes the two sides will reach a solution.")
    assert ("Chad", Stance.SUPPORTS) in both("Chad hopes to build a broad consensus.")
    assert not positions("Chad hopes to return to growth.")
    assert not positions("Chad hopes it will last.")


def test_wanting_a_meeting_backs_it_and_wanting_a_thing_demands_it() -> None:
    assert ("Chad", Stance.SUPPORTS) in both("Chad wants a second summit.")
    assert ("Chad", Stance.DEMANDS) in both("Chad wants a withdrawal from the border.")


def test_accepting_a_plan_backs_it_and_accepting_a_gift_does_not() -> None:
    assert ("Chad", Stance.SUPPORTS) in both("Chad has accepted the detailed proposals for the border.")
    assert not positions("Chad accepted the apology.")


def test_forecast_by_expect_is_no_demand() -> None:
    assert not positions("Chad expected that all countries would vote for the text.")


def test_what_somebody_is_charged_with_is_no_stance_of_his() -> None:
    assert not positions("Sudan accused Chad of supporting the rebels.")
    assert not positions("By urging talks, Chad won time.")


def test_asked_whether_asks_for_nothing() -> None:
    assert not positions("Asked whether the talks would be resumed, Chad gave a list of dates.")


def test_message_left_unanswered_says_nothing_of_the_matter() -> None:
    assert not positions("Chad did not respond to messages on Sunday.")


def test_talks_without_result_deny_nothing() -> None:
    assert not positions('"The session brought no result," the foreign minister of Chad said.')


def test_same_stance_told_again_in_much_the_same_words_is_one() -> None:
    text = "Chad supports the peace agreement with Sudan. Chad welcomed the agreement with Sudan on Monday."
    assert [p.stance for p in positions(text)].count(Stance.SUPPORTS) == 1


def test_seeking_is_a_stance_where_talks_or_a_deal_are_sought() -> None:
    assert not positions("Chad is seeking the treasure of the kings.")


def test_commitment_is_a_stance_where_settling_itself_is_its_matter() -> None:
    text = "Chad reiterated its commitment to ensuring that its farms remain central to the peace process."
    assert ("Chad", Stance.SUPPORTS) not in both(text)
    assert ("Chad", Stance.SUPPORTS) in both("Chad reiterated its commitment to the peace process.")


def test_what_others_foretell_of_a_side_is_no_stance_of_it() -> None:
    assert not positions("The envoy of Egypt was not expected to attend the meeting.")
    assert not positions("Egypt was expected to ask Chad to accept the terms.")


def test_what_there_will_be_none_of_is_ruled_out_unless_it_is_trouble() -> None:
    assert ("Chad", Stance.OPPOSES) in both("Chad said there would be no dialogue with the rebels.")
    assert not positions("Chad said there would be no problem that talks cannot mend.")
    assert not positions("While no deal was reached, the envoy of Chad said the talks went well.")


def test_who_accepts_a_plan_backs_it_and_who_drew_it_up_is_left_alone() -> None:
    text = "Eritrea has accepted detailed proposals drawn up by Norway, its foreign ministry said."
    assert [(p.actor, p.stance, p.topic) for p in positions(text)] == [
        ("Eritrea", Stance.SUPPORTS, "detailed proposals drawn up by Norway")
    ]


def test_two_stances_that_share_a_place_are_two() -> None:
    text = "Chad insisted on settling all issues across Eastern Darfur. It insisted on holding polls across Eastern Darfur."
    assert [p.topic.split()[0] for p in positions(text)] == ["settling", "holding"]


def test_a_refused_proposal_of_the_same_sentence_is_not_what_its_teller_is() -> None:
    text = "Norway brought a draft. Chad said Sudan rejected the proposal during the meeting."
    assert [(p.actor, p.stance, p.topic) for p in positions(text)] == [("Sudan", Stance.OPPOSES, "draft")]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Chad is interested in a settlement of the dispute.",
            [("Chad", Stance.SUPPORTS, "settlement of the dispute")],
        ),
        ("Norway expressed full confidence in the mediation.", [("Norway", Stance.SUPPORTS, "mediation")]),
        ("Norway expressed confidence in its partnership with Chad.", []),
        ("The Taliban's red lines include the release of all.", [("Taliban", Stance.DEMANDS, "release of all")]),
        ("Six rebel groups rejected the plan.", [("rebel groups", Stance.OPPOSES, "plan")]),
        (
            "Sudan accused Chad of backing the rebels, an accusation that Chad has rejected.",
            [("Chad", Stance.DENIES, "backing the rebels")],
        ),
        (
            "Norway and Chad were aligned on a proposal to bring in Ghana.",
            [("Norway", Stance.PROPOSES, "bring in Ghana"), ("Chad", Stance.PROPOSES, "bring in Ghana")],
        ),
        # what is no stance: courtesy, purpose, a thing told as fact, a scolding, a failure
        ("Chad and Niger failed to agree on the wording of the text.", []),
        ("It is vital to have friends whom we trust, the Kremlin said.", []),
        ("The push over the border was necessary because of shelling, Russia said.", []),
        ("Chad's envoys met those of Niger, hoping to break the deadlock.", []),
        ("Chad suggested the strike had already ruined the talks.", []),
        ("Chad criticised the minister for his speech.", []),
        (
            "Chad proposed an immediate, interim truce in the north.",
            [("Chad", Stance.PROPOSES, "immediate, interim truce in the north")],
        ),
        ("Chad said all efforts must be made to conclude a deal.", [("Chad", Stance.URGES, "conclude a deal")]),
    ],
)
def test_leanings_lines_and_charges(text: str, held: list[tuple[str, Stance, str]]) -> None:
    assert [(p.actor, p.stance, p.topic) for p in positions(text)] == held


def test_silence_after_what_another_said_in_the_sentence_is_on_that() -> None:
    text = "Dubai has offered to host such a summit, a Chadian delegate said; the French mediators would not comment."
    assert [p.topic for p in positions(text) if p.stance is Stance.NO_COMMENT] == [
        "Dubai has offered to host such a summit"
    ]


def test_president_without_a_state_is_not_of_the_one_another_presides_over() -> None:
    text = (
        "The Kenyan government sent President William Ruto to the talks. President Amadou Sesay met him. "
        "Sesay rejected a recount."
    )
    assert [p.actor for p in positions(text)] == ["Amadou Sesay"]
