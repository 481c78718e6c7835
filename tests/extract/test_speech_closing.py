"""The report that closes its sentence, whatever the parser makes of what comes after the verb."""

import pytest

from tests.factory import draft_of


def told(text: str) -> list[tuple[str | None, str]]:
    """Speaker and first piece of content of every act of saying that is neither weak nor denied."""
    draft = draft_of(text, upto="speech")
    plain = [speech for speech in draft.speech if not speech.wide and not speech.denied]
    return [(speech.speaker, draft.slice(speech.contents[0])) for speech in plain]


@pytest.mark.parametrize(
    ("said", "tail", "speakers"),
    [
        ("The army and the rebels agreed to free 40 captives", "the UN and the Red Cross said on Sunday.", 2),
        (
            "Chad returned the bodies of 30 soldiers who fell in the north",
            "the defence ministry reported on Facebook.",
            1,
        ),
        (
            "Gunmen released two engineers who were seized on Monday",
            "a source in the governor's office told Reuters.",
            1,
        ),
        ("Mali and Niger offered 500 men for the border force", "the bloc said after its chiefs met in Lome.", 1),
        ("The talks will go on in Muscat next week", "Omani officials said, the first since the truce.", 1),
    ],
)
def test_all_before_the_comma_is_said(said: str, tail: str, speakers: int) -> None:
    found = told(f"{said}, {tail}")
    assert [content for _, content in found] == [said] * speakers
    assert all(speaker for speaker, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "After the talks broke up, the minister said they would resume in May.",
        "The envoy flew home, and Moscow said on Monday that a new round would follow.",
        "In Geneva, where the sides met, officials said the truce would hold.",
        "If the sides meet, the envoy said on Friday that he would attend.",
    ],
)
def test_what_comes_after_the_verb_stays_what_is_said(text: str) -> None:
    contents = [content for _, content in told(text)]
    assert len(contents) == 1
    assert text.rstrip(".").endswith(contents[0])
