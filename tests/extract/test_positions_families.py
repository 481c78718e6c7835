"""Stances by family of construction: aims, terms, silence, refusals, denials, plans and how they are received."""

import pytest

from dragoman.model import Stance
from tests.factory import draft_of


def held(text: str) -> list[tuple[str, Stance, str]]:
    return [(p.actor, p.stance, p.topic) for p in draft_of(text).positions]


@pytest.mark.parametrize(
    ("text", "actor", "topic"),
    [
        ("The Polisario Front has been fighting for a homeland since 1975.", "Polisario Front", "homeland"),
        ("The Polisario Front, which seeks independence, left.", "Polisario Front", "independence"),
        ("Hamas is seeking an end to the blockade.", "Hamas", "end to the blockade"),
        ("Chad is holding out for the payment of debts.", "Chad", "payment of debts"),
        ("Chad's campaign for recognition goes on.", "Chad", "recognition"),
        ("Chad's main demand is a full withdrawal.", "Chad", "full withdrawal"),
        ("A full withdrawal is among the demands of Chad.", "Chad", "full withdrawal"),
        ("The demands of Hamas include a full withdrawal.", "Hamas", "full withdrawal"),
        ("Chad will settle for nothing less than independence.", "Chad", "independence"),
        ("Chad wants the treaty to be signed in May.", "Chad", "treaty to be signed in May"),
    ],
)
def test_what_a_side_is_after_is_demanded(text: str, actor: str, topic: str) -> None:
    assert held(text) == [(actor, Stance.DEMANDS, topic)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad fought for the trophy until the last minute.",
        "Chad is seeking a buyer for its coffee.",
        "Chad expects more rain next week.",
        "Chad expects Niger to arrive on Monday.",
        "The Chadian president praised his team for its hard work.",
        "Norway's foreign minister invited the two envoys to Oslo.",
        "The coalition, backed by France, holds the north.",
        '"I am pleased to announce the date of the meeting," the Chadian president said.',
        "Kenya is ready to host the negotiations.",
        "The rebels were unable or unwilling to travel by air.",
        "The Chadian president hoped to visit Niger next year.",
        "The Chadian parliament adopted the text.",
    ],
)
def test_what_is_foretold_courtesy_or_service_is_no_stance(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad would like to see a lasting ceasefire.", "lasting ceasefire"),
        ("Chad would like to resume the talks.", "resume the talks"),
        ("Chad agreed to the outlines of the plan.", "outlines of the plan"),
        ("Chad said it had approved the plan.", "plan"),
        ("Chad gave its blessing to the initiative.", "initiative"),
        ("Chad threw its weight behind the peace process.", "peace process"),
        ("The talks have the full support of Chad.", "talks"),
        ("Chad described the agreement as a step in the right direction.", "agreement"),
        ("Chad sees the talks as the only way forward.", "talks"),
        ("The door to dialogue is open, Chad said.", "dialogue"),
        ("Chad wants to continue the dialogue.", "continue the dialogue"),
        ("Chad wants peace with Niger.", "peace with Niger"),
    ],
)
def test_what_a_side_takes_or_likes_is_backed(text: str, topic: str) -> None:
    assert held(text) == [("Chad", Stance.SUPPORTS, topic)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad does not recognise the republic.", "republic"),
        ("Chad is not going to give up its territory, it said.", "territory"),
        ("We cannot accept this plan, the Chadian president said.", "plan"),
        ("Chad said no to the plan.", "plan"),
        ("Chad has reservations about the plan.", "plan"),
        ("Chad balked at the plan.", "plan"),
        ("Chad sees no reason for talks.", "talks"),
        ("The plan met with opposition from Chad.", "plan"),
        ("The plan, which Chad cannot accept, is old.", "plan"),
    ],
)
def test_a_no_in_other_words_is_opposed(text: str, topic: str) -> None:
    found = held(text)
    assert [(actor, stance) for actor, stance, _ in found] == [("Chad", Stance.OPPOSES)]
    assert topic.split()[-1] in found[0][2]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad made its return to the talks dependent on the release.", "return to the talks"),
        ("Chad tied membership to the release of the officers.", "membership"),
        ("Chad said it would return to talks provided Niger lifted the sanctions.", "return to talks"),
        ("Chad insists that the troops must leave before talks can begin.", "talks can begin"),
        ("Chad wants a full withdrawal before it will resume talks.", "resume talks"),
        ("Chad's precondition for talks is a full withdrawal.", "talks"),
    ],
)
def test_what_has_to_come_first_is_a_condition(text: str, topic: str) -> None:
    found = [item for item in held(text) if item[1] is Stance.CONDITIONS]
    assert len(found) == 1
    assert found[0][0] == "Chad"
    assert found[0][2].startswith(topic)


def test_what_is_provided_to_somebody_is_no_proviso() -> None:
    text = "Chad said it would retaliate against providing technical help to Niger."
    assert all(stance is not Stance.CONDITIONS for _, stance, _ in held(text))


@pytest.mark.parametrize(
    "text",
    [
        "There was no immediate reaction from Chad to the proposal.",
        "Chad has yet to respond to the proposal.",
        "Chad remained silent on the proposal.",
        "The Chadian presidency would not be drawn on the proposal.",
    ],
)
def test_silence_in_other_words(text: str) -> None:
    assert held(text) == [("Chad", Stance.NO_COMMENT, "proposal")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Sudan accuses Chad of backing the rebels, a charge Chad denies.", "backing the rebels"),
        ("Sudan accuses Chad of backing the rebels, an accusation it rejects.", "backing the rebels"),
        ("Chad said it had no troops in Sudan.", "troops in Sudan"),
        ("Chad had nothing to do with the raid.", "raid"),
        ("We are not supporting the rebels, the Chadian president said.", "rebels"),
        ("Chad said there were no talks with Niger.", "talks with Niger"),
        ("Chad said reports of secret talks were false.", "secret talks"),
    ],
)
def test_what_is_laid_to_a_side_is_denied(text: str, topic: str) -> None:
    assert ("Chad", Stance.DENIES, topic) in held(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Under the Chadian proposal for a truce, both sides would hold fire.", "truce"),
        ("Chad came up with the idea of a truce.", "truce"),
        ("The Chadian plan envisages a truce.", "truce"),
        ("Chad has mooted a truce.", "truce"),
        ("Chad invited the parties to talks.", "talks"),
    ],
)
def test_a_plan_is_its_owners(text: str, topic: str) -> None:
    assert held(text) == [("Chad", Stance.PROPOSES, topic)]


def test_those_who_speak_together_hold_it_together() -> None:
    text = '"We welcome the talks in Oslo," Chad, Niger and Mali said in a joint statement.'
    assert [actor for actor, _, _ in held(text)] == ["Chad", "Niger", "Mali"]


def test_a_source_at_the_talks_speaks_for_no_body() -> None:
    text = "The troops must leave, said a source at the Six-Party Talks."
    assert all(actor != "Six-Party Talks" for actor, _, _ in held(text))


@pytest.mark.parametrize(
    ("text", "stance", "topic"),
    [
        ('"Stop the bombing now," the Chadian president told Niger.', Stance.DEMANDS, "Stop the bombing now"),
        ('"Let the hostages go," the Chadian president said.', Stance.DEMANDS, "hostages go"),
        ('"Let us end this war," the Chadian president said.', Stance.URGES, "end this war"),
        ("The rebels need to disarm, the Chadian president said.", Stance.DEMANDS, "rebels need to disarm"),
        ("The rebels have got to disarm, the Chadian president said.", Stance.DEMANDS, "rebels have got to disarm"),
        ('"There must be direct talks," the Chadian president said.', Stance.DEMANDS, "direct talks"),
        ("Chad said there should be no foreign troops in Mali.", Stance.OPPOSES, "foreign troops in Mali"),
        ("Chad says it needs security guarantees.", Stance.DEMANDS, "security guarantees"),
        ("Asked about the raid, a Chadian spokesman declined to comment.", Stance.NO_COMMENT, "raid"),
        ("Chad had nothing to say about the raid.", Stance.NO_COMMENT, "raid"),
        ("Chad would not say when the envoys would meet.", Stance.NO_COMMENT, "envoys would meet"),
        ("Chad has no interest in a ceasefire.", Stance.OPPOSES, "ceasefire"),
        ('"We do not negotiate under fire," the Chadian president said.', Stance.OPPOSES, "negotiate under fire"),
        ("Chad will not free a single man unless Niger pulls out, it said.", Stance.CONDITIONS, "free a single man"),
        ("Chad's return to the talks is contingent on a truce.", Stance.CONDITIONS, "return to the talks"),
        ("Chad said it was ready for talks as long as the strikes stop.", Stance.CONDITIONS, "talks"),
        (
            "Chad offered to free the men in return for a truce.",
            Stance.CONDITIONS,
            "free the men in return for a truce",
        ),
        ("The payment of salaries has been a key Chadian demand.", Stance.DEMANDS, "payment of salaries"),
        ("Chief among the Chadian demands is the reopening of the port.", Stance.DEMANDS, "reopening of the port"),
        ("Chad brought a proposal for a prisoner swap to the table.", Stance.PROPOSES, "prisoner swap to the table"),
        ("Chad raised the idea of a truce.", Stance.PROPOSES, "truce"),
        ("Chad backed a truce in remarks to the press.", Stance.SUPPORTS, "truce"),
    ],
)
def test_modals_questions_and_bargains(text: str, stance: Stance, topic: str) -> None:
    assert ("Chad", stance, topic) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chadian demand for oil will grow.",
        '"Let us pray for the victims," the Chadian president said.',
        '"Look at the facts," the Chadian president said.',
        "Chad was reluctant to comment on the raid.",
        "Chad hopes the step will lead to peace.",
        "The Chadian mediators asked them not to speak to reporters.",
        "Chad says the dam is essential for its economy.",
        "Chad and Niger have different ideas of how to govern the north.",
    ],
)
def test_markets_prayers_and_results_are_no_stance(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ('"We welcome the talks in Oslo," diplomats from Chad, Niger and Mali said.', ["Chad", "Niger", "Mali"]),
        ("Chad's main opposition Popular Party has criticised the plan.", ["Popular Party"]),
        ("Chad and Niger issued a statement. The statement welcomed the plan.", ["Chad", "Niger"]),
        ("The main rebel faction Hamas rejected the plan.", ["Hamas"]),
    ],
)
def test_who_holds_it_is_told_by_his_own_name(text: str, actors: list[str]) -> None:
    assert [actor for actor, _, _ in held(text)] == actors


def test_a_suffix_hides_no_president() -> None:
    text = "President Joseph R. Biden Jr. welcomed the truce."
    found = draft_of(text, published="2023-05-01").positions
    assert [p.actor for p in found] == ["United States"]


@pytest.mark.parametrize(
    ("text", "stance", "topic"),
    [
        ("The fate of the islands is not up for negotiation, Chad said.", Stance.OPPOSES, "fate of the islands"),
        ('"Our missile programme is non-negotiable," the Chadian president said.', Stance.OPPOSES, "missile programme"),
        ("The port is off limits, Chad said.", Stance.OPPOSES, "port"),
        ("To end the bombing, the rebels must pull back, Chad said.", Stance.CONDITIONS, "end the bombing"),
        ("For talks to resume, the rebels must pull back, Chad said.", Stance.CONDITIONS, "talks to resume"),
        ("A full withdrawal is Chad's condition for talks, its spokesman said.", Stance.CONDITIONS, "talks"),
        ("Chad could live with a ten-year truce if Niger pulled out.", Stance.CONDITIONS, "ten-year truce"),
        ("Chad said it could live with a ten-year truce.", Stance.SUPPORTS, "ten-year truce"),
        ("Chad has come round to the text.", Stance.SUPPORTS, "text"),
        ("Chad remains averse to any dialogue.", Stance.OPPOSES, "dialogue"),
        ("Sovereignty over the site is a must for Chad.", Stance.DEMANDS, "Sovereignty over the site"),
        ("Chad dismissed as untrue a claim that it armed the rebels.", Stance.DENIES, "armed the rebels"),
        ("Chad called reports of arms deliveries false.", Stance.DENIES, "arms deliveries"),
        (
            "Chad would neither confirm nor deny that Niger had asked for help.",
            Stance.NO_COMMENT,
            "Niger had asked for help",
        ),
    ],
)
def test_what_is_beyond_bargaining_and_what_has_a_price(text: str, stance: Stance, topic: str) -> None:
    assert ("Chad", stance, topic) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad had asked for nothing in return, an officer said.",
        "Chad pledged not to stop lorries on the road again.",
        "Chad said it had taken no decision.",
        "Chad would pull its soldiers out in favour of peacekeepers.",
        "A state where both can live side by side with dignity was the president's vision.",
    ],
)
def test_asking_nothing_and_promising_are_no_stance(text: str) -> None:
    assert held(text) == []


def test_a_row_from_one_to_another_is_no_proposal() -> None:
    assert (
        held('"From the Danish model to Kenyan trade initiatives to French Mirages, now all of it helps," he said.')
        == []
    )
    assert held("A Kenyan initiative to reopen the road was welcomed.")[0][:2] == ("Kenya", Stance.PROPOSES)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said talks were possible only if the rebels laid down their arms.",
        "Talks would be possible only after an agreement on the border was reached, Chad said.",
    ],
)
def test_what_is_possible_only_on_terms(text: str) -> None:
    assert held(text)[0][:2] == ("Chad", Stance.CONDITIONS)
