"""Acts done: by whom, to whom, how many, when. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Delivery
from dragoman.pipeline import read
from tests.factory import draft_of, report_of

PROMISED = "In June Norway pledged to sign a treaty. "


def deliveries(text: str) -> list[Delivery]:
    return draft_of(text).deliveries


def signing(text: str) -> Delivery:
    (found,) = (item for item in deliveries(PROMISED + text) if item.action is Action.SIGNING)
    return found


def test_signing_is_an_act_carried_out_where_it_had_been_promised() -> None:
    text = "Armenia and Azerbaijan signed the treaty on Sunday."
    assert (signing(text).by, signing(text).date) == (("Armenia", "Azerbaijan"), "2025-07-20")
    # Else it is how an agreement is made, which the commitments hold.
    assert deliveries(text) == []


@pytest.mark.parametrize(
    ("text", "action", "by"),
    [
        ("Israel released 50 prisoners on Sunday.", Action.RELEASE_OF_DETAINEES, ("Israel",)),
        ("Iran handed over five Americans on Sunday.", Action.RELEASE_OF_DETAINEES, ("Iran",)),
        ("Russia withdrew its troops from Kherson on Sunday.", Action.WITHDRAWAL, ("Russia",)),
        ("The United States lifted the sanctions on Sunday.", Action.SANCTIONS_RELIEF, ("United States",)),
        ("Russia and Ukraine exchanged drafts on Sunday.", Action.EXCHANGE_OF_DOCUMENTS, ("Russia", "Ukraine")),
    ],
)
def test_act_in_the_past_is_a_delivery(text: str, action: Action, by: tuple[str, ...]) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.by, found.date) == (action, by, "2025-07-20")


@pytest.mark.parametrize(
    "text",
    [
        "Israel will release 50 prisoners.",
        "Israel agreed to release 50 prisoners.",
        "Israel did not release the 50 prisoners.",
        "Israel refused to release 50 prisoners.",
        "Hamas demanded the release of 50 prisoners.",
        "Fifty prisoners are to be released.",
        "Israel would release 50 prisoners if Hamas agreed.",
        "Israel released no prisoners on Sunday.",
        "No prisoners were released by Israel on Sunday.",
        "None of the 50 prisoners were released.",
    ],
)
def test_promise_wish_or_denial_is_no_delivery(text: str) -> None:
    assert deliveries(text) == []


def test_giver_of_people_let_go_is_where_they_were_held() -> None:
    (found,) = deliveries("Ten Americans who were detained in Venezuela have been released.")
    assert (found.by, found.quantity, found.unit) == (("Venezuela",), 10, "Americans")


def test_passive_without_a_giver_names_none() -> None:
    (found,) = deliveries("Yesterday the bodies of 1,212 soldiers were returned to Ukraine.")
    assert (found.by, found.to, found.date) == ((), ("Ukraine",), "2025-07-20")


def test_who_welcomes_an_act_has_not_done_it() -> None:
    (found,) = deliveries("Norway welcomed the exchange of nearly 900 prisoners.")
    assert found.by == ()
    assert (found.action, found.quantity) == (Action.PRISONER_EXCHANGE, 900)


def test_object_may_stand_before_its_clause() -> None:
    found = signing("The document, which Russia and Georgia signed on Friday, has six points.")
    assert (found.by, found.date) == (("Russia", "Georgia"), "2025-07-18")


def test_subject_of_a_verb_of_motion_is_what_was_delivered() -> None:
    (found,) = deliveries("On Sunday 35 trucks of food reached Gaza.")
    assert (found.action, found.quantity, found.unit) == (Action.AID, 35, "trucks of food")


def test_releases_in_a_report_of_a_swap_are_part_of_it() -> None:
    text = "Russia and Ukraine carried out a prisoner swap. Russia released 303 prisoners."
    assert {item.action for item in deliveries(text)} == {Action.PRISONER_EXCHANGE}


def test_truce_in_effect_is_kept_by_its_parties() -> None:
    text = "Thailand and Cambodia agreed on a truce on Friday. The truce took effect on Sunday."
    (found,) = deliveries(text)
    assert (found.action, found.by, found.date) == (Action.CEASEFIRE, ("Thailand", "Cambodia"), "2025-07-20")


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("The ELN turned over 75 rifles on Sunday.", 75, "rifles"),
        ("Syria evacuated 600 civilians on Sunday.", 600, "civilians"),
        ("Iran dismantled 13,000 centrifuges on Sunday.", 13_000, "centrifuges"),
        ("Armenia returned four villages on Sunday.", 4, "villages"),
        ("Iran readmitted 12 inspectors on Sunday.", 12, "inspectors"),
    ],
)
def test_acts_of_accords_without_an_action_of_their_own_are_delivered(text: str, quantity: int, unit: str) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.quantity, found.unit, found.date) == (Action.OTHER, quantity, unit, "2025-07-20")


def test_lists_of_people_are_not_counted_by_the_people() -> None:
    (found,) = deliveries("Russia and Ukraine exchanged lists of 480 captives on Sunday.")
    assert (found.action, found.quantity) == (Action.EXCHANGE_OF_DOCUMENTS, None)


def test_efforts_to_bring_about_a_release_have_not_done_so() -> None:
    assert deliveries("The envoys spoke of their efforts to secure the release of 20 hostages.") == []


def test_truce_told_beside_has_taken_effect() -> None:
    found = deliveries("Israel and Hezbollah met after a truce that began on Friday.")
    assert [(item.action, item.date) for item in found] == [(Action.CEASEFIRE, "2025-07-18")]


def test_accord_signed_without_a_signer_is_signed_by_those_at_the_table() -> None:
    found = signing("Ethiopia and Eritrea held talks in Asmara. An accord was signed on Sunday.")
    assert set(found.by) == {"Ethiopia", "Eritrea"}


def test_swap_may_be_told_by_the_title() -> None:
    body = "Russia released 303 soldiers on Sunday and Ukraine freed 300."
    found = read(report_of(body, title="Prisoner swap under way")).deliveries
    assert {item.action for item in found} == {Action.PRISONER_EXCHANGE}


@pytest.mark.parametrize(
    ("text", "by", "to", "quantity"),
    [
        ("Azerbaijan on Sunday released to Armenia ten soldiers.", ("Azerbaijan",), ("Armenia",), 10),
        ("The United States brought home over 70 citizens.", (), ("United States",), 70),
        ("Yemen's Houthi rebels freed 20 sailors.", ("Houthis",), (), 20),
    ],
)
def test_givers_takers_and_counts_are_found_where_the_parse_strays(
    text: str, by: tuple[str, ...], to: tuple[str, ...], quantity: int
) -> None:
    (found,) = deliveries(text)
    assert (found.by, found.to, found.quantity) == (by, to, quantity)


@pytest.mark.parametrize(
    ("text", "action", "quantity"),
    [
        ("The truce led to the handover of 12 bodies on Sunday.", Action.RETURN_OF_REMAINS, 12),
        ("Egypt oversaw the release of 40 soldiers on Sunday.", Action.RELEASE_OF_DETAINEES, 40),
        ("Myanmar began to release 651 prisoners on Sunday.", Action.RELEASE_OF_DETAINEES, 651),
        ("Israel set 477 prisoners free.", Action.RELEASE_OF_DETAINEES, 477),
        ("The United States sanctioned 16 companies on Sunday.", Action.SANCTIONS, 16),
    ],
)
def test_acts_told_by_nouns_and_by_their_beginning(text: str, action: Action, quantity: int) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.quantity) == (action, quantity)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("A prisoner swap took place at the border on Sunday.", Action.PRISONER_EXCHANGE),
        ("The army completed its pullout from the valley on Sunday.", Action.WITHDRAWAL),
        ("Government forces left the town on Sunday.", Action.WITHDRAWAL),
        ("The crossing was reopened on Sunday.", Action.HUMANITARIAN_ACCESS),
        ("The guns fell silent along the front on Sunday.", Action.CEASEFIRE),
        ("Fighting stopped on Sunday after four weeks.", Action.CEASEFIRE),
        ("The ceasefire, which the sides had agreed in Doha, came into force on Sunday.", Action.CEASEFIRE),
        ("Israel halted its strikes on Gaza on Sunday.", Action.CEASEFIRE),
        ("The journalist was flown home on Sunday.", Action.RELEASE_OF_DETAINEES),
        ("UN observers were deployed in the port on Sunday.", Action.OTHER),
    ],
)
def test_news_tells_acts_done_in_many_ways(text: str, action: Action) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.date) == (action, "2025-07-20")


@pytest.mark.parametrize(
    "text", ["The rebels put their names to the accord on Sunday.", "The ministers initialled the text on Sunday."]
)
def test_signing_is_told_in_many_ways(text: str) -> None:
    assert signing(text).date == "2025-07-20"


def test_day_of_its_own_makes_a_noun_or_participle_an_act_done() -> None:
    (freed,) = deliveries("The release of two villagers in June was a first sign of trust in Georgia.")
    assert (freed.quantity, freed.date) == (2, "2025-06")
    signed = signing("A peace accord signed in May by Serbia and Kosovo has broken down.")
    assert (signed.by, signed.date) == (("Serbia", "Kosovo"), "2025-05")


@pytest.mark.parametrize(
    "text",
    [
        "They can meet once the foreign ministers have initialled a text.",
        "An eight-member delegation left for Oslo on Sunday.",
        "The United States withdrew from the accord on Sunday.",
        "Norway and Qatar signed as witnesses.",
        "The rebels left the talks on Sunday.",
        "The leader came home on Sunday.",
        "Serbia freed prisoners under an amnesty signed on Sunday, and no accord.",
    ],
)
def test_what_only_looks_like_an_act(text: str) -> None:
    assert all(found.action is Action.RELEASE_OF_DETAINEES and found.by for found in deliveries(text))


def test_leaders_of_several_states_act_for_all_of_them() -> None:
    found = signing("The presidents of Bosnia, Croatia and Serbia signed an accord on Sunday.")
    assert found.by == ("Bosnia and Herzegovina", "Croatia", "Serbia")


def test_who_receives_captives_has_been_given_them() -> None:
    (found,) = deliveries("Russia received 50 captives from Ukraine on Sunday.")
    assert (found.action, found.by, found.to) == (Action.RELEASE_OF_HOSTAGES, ("Ukraine",), ("Russia",))


def test_commitment_to_an_act_is_not_the_act() -> None:
    assert deliveries("Norway reaffirmed its commitment to securing the release of all hostages.") == []


def test_paper_released_frees_nobody() -> None:
    assert deliveries("On Sunday the White House released a summary to President Zelensky.") == []


def test_kidnapped_people_are_hostages() -> None:
    (found,) = deliveries("Two Italians kidnapped in Gaza were released on Sunday.")
    assert found.action is Action.RELEASE_OF_HOSTAGES


def test_clause_may_tell_more_of_its_day() -> None:
    (found,) = deliveries("The first results came in June, when two Americans were freed.")
    assert (found.quantity, found.date) == (2, "2025-06")


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia restored telephone lines to the region on Sunday.",
        "Flights between the two capitals resumed on Sunday.",
        "The embassy in Asmara reopened on Sunday.",
        "The government lifted its ban on the party on Sunday.",
        "The militia disbanded two brigades on Sunday.",
    ],
)
def test_life_restored_is_an_act_carried_out(text: str) -> None:
    (found,) = deliveries(text)
    assert (found.action, found.date) == (Action.OTHER, "2025-07-20")


def test_who_gets_back_is_who_is_given() -> None:
    (found,) = deliveries("Cyprus got back the remains of 84 soldiers on Sunday.")
    assert (found.by, found.to, found.quantity) == ((), ("Cyprus",), 84)


def test_truce_is_kept_by_who_declared_it() -> None:
    found = deliveries("Israel declared a unilateral ceasefire. The ceasefire began at two in the morning on Sunday.")
    assert [(item.action, item.by) for item in found] == [(Action.CEASEFIRE, ("Israel",))]


def test_who_brings_people_home_is_given_them() -> None:
    (found,) = deliveries("Ukraine brought home 230 soldiers on Sunday.")
    assert (found.by, found.to) == ((), ("Ukraine",))


def test_those_who_hand_something_in_are_not_freed() -> None:
    draft = draft_of("Chad and Niger signed a deal in May. Three hundred fighters handed in their rifles.")
    assert not [d for d in draft.deliveries if "release" in d.action.value]
