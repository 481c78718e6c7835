"""Stances by family: what is untrue or was never done, on what terms, who turns away, who is of one mind with whom."""

import pytest

from dragoman.model import Stance
from tests.factory import draft_of

CHARGE = "Niger accused them of arming the rebels. "


def held(text: str, before: str = "") -> list[tuple[str, Stance, str]]:
    return [(p.actor, p.stance, p.topic) for p in draft_of(before + text).positions if p.span.start >= len(before)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad said that was untrue.", "arming the rebels"),
        ("Chad called the claim a fabrication.", "arming the rebels"),
        ("Not so, said the Chadian foreign minister.", "arming the rebels"),
        ('"That is a lie," the Chadian president said.', "arming the rebels"),
        ("Nothing of the kind was agreed, the Chadian president said.", "arming the rebels"),
        ("Chad said no such link exists.", "link"),
        ("Chad knows of no such invitation.", "invitation"),
        ("Chad said it was unaware of any such proposal.", "proposal"),
        ("Chad said it had not broken the ceasefire.", "broken the ceasefire"),
        ("Chad said its troops had never crossed the river.", "troops had never crossed the river"),
        ("Chad said there was no secret deal.", "secret deal"),
        ("Chad said there was no decision to hold talks.", "decision to hold talks"),
    ],
)
def test_what_a_side_calls_untrue_or_undone_is_denied(text: str, topic: str) -> None:
    assert held(text, CHARGE) == [("Chad", Stance.DENIES, topic)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad said it had not yet signed the paper.",
        "Chad said it had not received any reply.",
        "Chad said it would be wrong to speak of failure.",
        "Chad said there was no agreement yet.",
    ],
)
def test_what_is_still_to_come_is_not_denied(text: str) -> None:
    assert not [stance for _, stance, _ in held(text, CHARGE) if stance is Stance.DENIES]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad vowed to strike if the rebels rearm.", "strike if the rebels rearm"),
        ("Chad has offered to extend the pause by a day for every ten captives freed.", "extend the pause by a day"),
        (
            "Chad would not object to a longer pause, provided that its banks are reconnected.",
            "object to a longer pause",
        ),
        ("Chad would hold back the captives until Niger let the lorries in, it said.", "hold back the captives"),
        ("Chad will give up its weapons when Niger gives up its claims, it said.", "give up its weapons"),
        ("Chad would accept them as observers only.", "accept them as observers only"),
        ("Chad will attend the summit on condition that its delegation is received.", "attend the summit"),
        ("Talks can only take place after a text has been drafted, Chad said.", "take place"),
    ],
)
def test_what_hangs_on_terms_is_a_condition(text: str, topic: str) -> None:
    assert ("Chad", Stance.CONDITIONS, topic) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Chadian official said on condition that he not be named that rain was coming.",
        "Chad said the suspension would last as long as it was needed.",
        "Chad cannot provide food if the looting goes on.",
    ],
)
def test_lengths_of_time_and_namelessness_are_no_condition(text: str) -> None:
    assert not [stance for _, stance, _ in held(text) if stance is Stance.CONDITIONS]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad withdrew from the peace process.", "peace process"),
        ("Chad blocked the extension of the mandate.", "extension of the mandate"),
        ("Chad questioned the legitimacy of the vote.", "vote"),
        ("Chad closed the door on a wider format.", "wider format"),
        ("Chad turned its back on the proposal.", "proposal"),
        ("Chad would not put its name to the text.", "text"),
        ("Chad will have nothing to do with a foreign force.", "foreign force"),
        ("Chad advised him against the proclamation of a state.", "proclamation of a state"),
        ("No prisoner will be freed, Chad said.", "prisoner will be freed"),
        ("Chad saw no role for a third party.", "third party"),
        ("The zone is a dream, the Chadian foreign minister said.", "zone"),
    ],
)
def test_turning_away_is_opposing(text: str, topic: str) -> None:
    assert held(text) == [("Chad", Stance.OPPOSES, topic)]


@pytest.mark.parametrize(
    "text", ["Chad withdrew from the town.", "Chad blocked the road.", "Chad left the conference."]
)
def test_leaving_a_place_is_no_stance(text: str) -> None:
    assert held(text) == []


def test_fighting_on_is_against_what_was_just_told() -> None:
    assert held("Hamas vowed to fight on.", "The parties signed an accord. ") == [("Hamas", Stance.OPPOSES, "accord")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chad called the exchange a national achievement.", "exchange"),
        ("Chad said the agreement was fair.", "agreement"),
        ("Chad had no objection to the venue.", "venue"),
        ("Chad left the door open to a second meeting.", "second meeting"),
        ("Chad said it adhered to the roadmap.", "roadmap"),
        ("Chad congratulated both sides on the agreement.", "agreement"),
    ],
)
def test_praise_and_want_of_objections_back_a_thing(text: str, topic: str) -> None:
    assert held(text) == [("Chad", Stance.SUPPORTS, topic)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad said the talks had been useful.",
        "Chad has no doubt that the war will have consequences.",
        "Chad held out its hand to Niger.",
    ],
)
def test_how_talks_went_and_gestures_back_nothing(text: str) -> None:
    assert held(text) == []


def test_so_did_others() -> None:
    assert held("Chad welcomed the accord, and so did Niger and Mali.") == [
        ("Chad", Stance.SUPPORTS, "accord"),
        ("Niger", Stance.SUPPORTS, "accord"),
        ("Mali", Stance.SUPPORTS, "accord"),
    ]


@pytest.mark.parametrize(
    ("text", "stance", "topic"),
    [
        ("Chad asked for changes to the title.", Stance.DEMANDS, "changes to the title"),
        ("Chad asked Niger to spare the port.", Stance.URGES, "Niger to spare the port"),
        ("Chad ordered Niger to pull back.", Stance.DEMANDS, "Niger to pull back"),
        ("Chad would discuss nothing but the border.", Stance.DEMANDS, "border"),
    ],
)
def test_what_is_asked_for_and_of_whom(text: str, stance: Stance, topic: str) -> None:
    assert held(text) == [("Chad", stance, topic)]


def test_several_acts_are_urged_in_one_breath() -> None:
    found = held("Chad urged the two sides to hold their fire and to free the sick.")
    assert [topic for _, _, topic in found] == ["two sides to hold their fire", "free the sick"]
