"""Chains of speech within speech, and the channels words go through."""

import pytest

from tests.extract.test_speech import draft_with_speech


def chains(text: str) -> dict[str, tuple[str, ...]]:
    return {speech.verb: speech.chain for speech in draft_with_speech(text).speech}


def channel(text: str) -> str | None:
    return draft_with_speech(text).speech[-1].channel


def test_speech_within_speech() -> None:
    text = "Zelensky said Umerov reported that the delegation would leave on Tuesday."
    assert chains(text) == {"say": ("Zelensky",), "report": ("Zelensky", "Umerov")}


def test_speech_within_a_quotation() -> None:
    text = '"Umerov reported that the delegation left," Zelensky said.'
    assert chains(text) == {"report": ("Zelensky", "Umerov"), "say": ("Zelensky",)}


def test_three_links() -> None:
    text = "Reuters reported that Fidan said Umerov had announced that the sides would meet."
    assert chains(text)["announce"] == ("Reuters", "Fidan", "Umerov")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The sides will meet in Geneva, RIA reported, citing sources.", ("RIA", "unnamed sources")),
        ("TASS, citing a source, reported that the sides would meet.", ("TASS", "unnamed sources")),
        ("Axios reported, citing two Omani officials, that the sides would meet.", ("Axios", "Omani officials")),
        ("According to Interfax, citing a Kremlin official, they will meet.", ("Interfax", "Kremlin official")),
        ("Reuters quoted an official as saying Hamas had agreed.", ("Reuters", "official")),
    ],
)
def test_cited_sources_are_links(text: str, chain: tuple[str, ...]) -> None:
    (speech,) = draft_with_speech(text).speech
    assert speech.chain == chain


def test_what_is_cited_is_not_part_of_what_is_said() -> None:
    draft = draft_with_speech("RIA reported that the sides would meet on Friday, citing sources.")
    (speech,) = draft.speech
    assert [draft.slice(piece) for piece in speech.contents] == ["that the sides would meet on Friday"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sybiha said on X that the list was ready.", "X"),
        ('"The list is ready," Sybiha said on X.', "X"),
        ('"The list is ready," wrote Sybiha on Telegram.', "Telegram"),
        ('"The list is ready," Sybiha said in an evening video address.', "evening video address"),
        ("Araghchi told state television that the list was ready.", "state television"),
        ("The ministry said in a statement that the list was ready.", "statement"),
        ("In a joint statement, Paris and Berlin said the list was ready.", "joint statement"),
        ("The ministry issued a statement saying the list was ready.", "statement"),
        ("A statement from the ministry said the list was ready.", "statement"),
        ("Sybiha said at a press conference in Rome that the list was ready.", "press conference"),
        ("Sybiha said in an interview with CNN that the list was ready.", "interview with CNN"),
        ("State news agency RIA reported that the list was ready.", "State news agency"),
        ("The state news agency RIA reported that the list was ready.", "state news agency"),
        ("Ada Kowal said at a media briefing that the line was closed.", "media briefing"),
        ("KCNA quoted a general as saying the list was ready.", "KCNA"),
        ("Sybiha said on Monday that the list was ready.", None),
        ("Sybiha commented on Fidan's remarks.", None),
        ("Sybiha said at the UN conference that the list was ready.", None),
    ],
)
def test_channels(text: str, expected: str | None) -> None:
    assert channel(text) == expected


def test_a_statement_speaks_for_its_issuer() -> None:
    draft = draft_with_speech(
        "A statement from the ministry said the list was ready. The statement added that it was long."
    )
    assert [(speech.speaker, speech.channel) for speech in draft.speech] == [("ministry", "statement")] * 2


def test_what_is_added_goes_over_the_same_channel() -> None:
    text = '"The list is ready," Sybiha said at a briefing. "It is long," Sybiha added.'
    assert channel(text) == "briefing"


def test_a_thought_set_into_ones_own_words_is_ones_own() -> None:
    text = '"Nobody, I think, wants the talks to fail," Fidan said.'
    assert chains(text)["think"] == ("Fidan",)
    assert "think" not in chains("Nobody, one might think, wants the talks to fail, Fidan said.")


def test_a_lie_is_told_by_its_speaker() -> None:
    assert chains("Petrov said the guard lied to them that the gate was shut.")["lie"][-1] == "guard"
