"""Groups that only the report makes known: clans, militias, brigades, and who speaks for them."""

import pytest

from dragoman.model import ActorKind
from tests.factory import draft_of


def groups(text: str) -> list[str]:
    found = draft_of(text, upto="actors").actors
    return list(dict.fromkeys(m.name for m in found if m.kind is ActorKind.GROUP))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elders of the Ondru and of the Lower Meshi met in Akobo.", ["Ondru", "Lower Meshi"]),
        ("The Ondru clan met the Meshi clan in Bor.", ["Ondru", "Meshi"]),
        ("Ondru elders and Meshi warriors met in Bor.", ["Ondru", "Meshi"]),
        ("The Ninth Brigade freed six men.", ["Ninth Brigade"]),
        ("The Tripoli Revolutionaries freed six men.", ["Tripoli Revolutionaries"]),
        ("The Croat militia, the QVO, freed six men.", ["QVO"]),
        ("Fighters of the Desert Shield Front freed six men.", ["Desert Shield Front"]),
        ("The Ondru National Front freed six men.", ["Ondru National Front"]),
        ("The Karenni National Front freed six men.", ["Karenni National Front"]),
        ("The Meshi elder Joseph Akol asked the Meshi to wait.", ["Meshi"]),
        ("The Ondru clan left. The Ondru came back.", ["Ondru"]),
    ],
)
def test_a_group_is_known_by_its_people_its_kind_or_its_name(text: str, names: list[str]) -> None:
    assert groups(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The elders of Kisumu met the Ministry of Health.",
        "French and Italian officers met.",
        "The Salvation Army fed the Supreme Court.",
        "The Ondru came to Bor.",
        "The Belgian National Army freed six men.",
        "The militias of the Eastern Province met on Tuesday.",
        "Rebels under General Ada Kowal met.",
    ],
)
def test_a_capital_letter_makes_no_group(text: str) -> None:
    assert groups(text) == []


def test_groups_of_the_lexicons_keep_their_names() -> None:
    assert groups("Yemen's Houthi rebels freed the fighters of the Moro Islamic Liberation Front.") == [
        "Houthis",
        "Moro Islamic Liberation Front",
    ]


def test_the_groups_meet_promise_and_hold_positions() -> None:
    draft = draft_of(
        "Elders of the Ondru and of the Lower Meshi met in Akobo on Monday. The Ondru promised to free eleven children. "
        "Peter Kuju, who spoke for the Lower Meshi, rejected the plan."
    )
    assert draft.meetings[0].parties == ("Ondru", "Lower Meshi")
    assert draft.commitments[0].by == ("Ondru",)
    assert [(p.actor, p.topic) for p in draft.positions] == [("Lower Meshi", "plan")]


def test_the_name_after_the_word_for_a_band_is_the_band() -> None:
    draft = draft_of("The Croat militia, the QVO, met the Bosnian army in Vitez on Monday.")
    assert draft.meetings[0].parties == ("QVO", "Bosnia and Herzegovina")
