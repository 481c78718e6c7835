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
    ],
)
def test_kinds_of_things_are_no_names(text: str) -> None:
    assert found(text) == []


def test_told_twice_is_one_initiative() -> None:
    assert len(found("The Luanda process goes on. Angola leads the Luanda process.")) == 1


def test_report_without_negotiations_has_none() -> None:
    assert draft_of("The Danish model of pensions won a prize.", upto="initiatives").initiatives == []
