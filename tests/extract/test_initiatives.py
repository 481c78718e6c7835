"""Named formats, platforms, programmes, partnerships, mechanisms; and what is no name."""

import pytest

from dragoman.model import Initiative, InitiativeKind
from tests.factory import draft_of

TALKS = "Israel and Hamas held talks in Cairo on Friday. "


def found(text: str) -> list[Initiative]:
    return draft_of(TALKS + text, upto="initiatives").initiatives


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The sides returned to the Luanda process.", "Luanda process", InitiativeKind.FORMAT),
        ("Kyiv praised the Danish model.", "Danish model", InitiativeKind.FORMAT),
        ("The Minsk Group was dissolved.", "Minsk Group", InitiativeKind.FORMAT),
        ("The Crimean Platform met again.", "Crimean Platform", InitiativeKind.PLATFORM),
        ("The Joint Coordination Centre opened.", "Joint Coordination Centre", InitiativeKind.MECHANISM),
        ("The Arax Monitoring Mission reported.", "Arax Monitoring Mission", InitiativeKind.MECHANISM),
        ("The Truce and Border Committee met.", "Truce and Border Committee", InitiativeKind.MECHANISM),
        ("The parties to the Abuja peace process met.", "Abuja peace process", InitiativeKind.FORMAT),
        ("The Normandy Four met.", "Normandy Four", InitiativeKind.FORMAT),
        ("The Lutetia contact group met.", "Lutetia contact group", InitiativeKind.FORMAT),
        ("Kenya opened the Tumaini initiative.", "Tumaini initiative", InitiativeKind.PROGRAMME),
        ("A joint military commission will watch the truce.", "joint military commission", InitiativeKind.MECHANISM),
        (
            "Japan signed a strategic partnership with Australia.",
            "strategic partnership with Australia",
            InitiativeKind.PARTNERSHIP,
        ),
    ],
)
def test_named_by_its_head(text: str, name: str, kind: InitiativeKind) -> None:
    (initiative,) = found(text)
    assert (initiative.name, initiative.kind) == (name, kind)
    assert initiative.evidence == name


def test_format_of_the_lexicon_brings_its_members() -> None:
    (initiative,) = found("The Quartet met in New York.")
    assert set(initiative.members) == {"United Nations", "European Union", "United States", "Russia"}


@pytest.mark.parametrize(
    "text",
    [
        "The Lutetia contact group, made up of Kenya, Norway and Togo, met.",
        "They set up a joint committee of Kenya, Norway and Togo.",
        "The Rift Monitoring Mission, which is staffed by Kenya, Norway and Togo, reported.",
    ],
)
def test_members_told_after_the_name(text: str) -> None:
    (initiative,) = found(text)
    assert initiative.members == ("Kenya", "Norway", "Togo")


def test_one_body_named_after_of_is_a_member_and_no_list_runs_on() -> None:
    (initiative,) = found("The Rift Monitoring Mission, led by Kenya, told Norway and Togo so.")
    assert initiative.members == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The Lutetia contact group on Darfur met.", "Darfur"),
        ("The Rift Monitoring Mission, which watches the ceasefire, reported.", "ceasefire"),
        ("A Joint Inspection Centre will inspect the grain ships.", "grain ships"),
        ("The Luanda process goes on.", None),
    ],
)
def test_what_it_is_for(text: str, topic: str | None) -> None:
    (initiative,) = found(text)
    assert initiative.topic == topic


def test_formats_of_a_list_are_told_by_the_word_before_it() -> None:
    names = [i.name for i in found("Kyiv named formats such as Ukraine-Northern Europe and the Crimean Platform.")]
    assert names == ["Ukraine-Northern Europe", "Crimean Platform"]


@pytest.mark.parametrize(
    "text",
    [
        "Kurdish groups joined the peace process.",
        "Iran defended the Iranian nuclear program.",
        "Russia proposed a new format.",
        "The International Committee of the Red Cross took part.",
        "The European Commission welcomed it.",
        "The World Food Programme sent flour.",
        "Reporters waited in the Roosevelt Room.",
        "The Syrian peace process has stalled.",
        "A medical team flew in.",
    ],
)
def test_kinds_of_things_are_no_names(text: str) -> None:
    assert found(text) == []


def test_told_twice_is_one_initiative() -> None:
    assert len(found("The Luanda process goes on. Angola leads the Luanda process.")) == 1


def test_report_without_negotiations_has_none() -> None:
    assert draft_of("The Danish model of pensions won a prize.", upto="initiatives").initiatives == []
