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
        ("The attack was condemned by France.", "France", Stance.OPPOSES, "attack"),
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
