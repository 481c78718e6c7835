"""Short names that a text explains."""

import pytest

from dragoman.text.names import spelled_out
from dragoman.text.nlp import parse
from tests.factory import draft_of


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Blue Lake Movement (BLM) signed.", "BLM", "Blue Lake Movement"),
        ("The leader of the Front for Rural Unity (FRU) signed.", "FRU", "Front for Rural Unity"),
        ("The army and the Blue Lake Movement (BLM) signed.", "BLM", "Blue Lake Movement"),
        ("The Peace and Unity Movement (PUM) signed.", "PUM", "Peace and Unity Movement"),
        ("The Farmers' Unity Party (FUP) signed.", "FUP", "Farmers' Unity Party"),
        ("The Red Hill Unity Movement (MUH) signed.", "MUH", "Red Hill Unity Movement"),
    ],
)
def test_letters_stand_for_the_name_before_them(text: str, short: str, full: str) -> None:
    assert spelled_out(parse(text), short) == full


def test_letters_of_something_else_stay() -> None:
    doc = parse("DUBAI, United Arab Emirates (AP) - The Blue Lake Movement (BLM) signed.")
    assert (spelled_out(doc, "AP"), spelled_out(doc, "XYZ"), spelled_out(doc, "Blm")) == ("AP", "XYZ", "Blm")


def test_speaker_called_by_letters_goes_by_the_full_name() -> None:
    draft = draft_of("The Blue Lake Movement (BLM) left. The BLM said that it was over.", upto="speech")
    assert [speech.speaker for speech in draft.speech] == ["Blue Lake Movement"]
