"""Whose words a passage is."""

import pytest

from dragoman.model import Span, Speech
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse
from dragoman.text.sources import chain_over
from tests.extract.test_speech import draft_with_speech
from tests.factory import report_of


def span_in(draft: Draft, words: str) -> Span:
    at = draft.report.body.index(words)
    return Span(at, at + len(words))


def chain_of(text: str, words: str) -> tuple[str, ...]:
    draft = draft_with_speech(text)
    return chain_over(draft, span_in(draft, words))


TEXT = (
    "The bus left at noon. Zelensky said Umerov reported that the list was ready. Fidan left, adding that it was long."
)


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("The bus left", ()),
        ("the list was ready", ("Zelensky", "Umerov")),
        ("Umerov reported that the list was ready", ("Zelensky", "Umerov")),
        ("Zelensky said", ()),
        ("it was long", ("Fidan",)),
    ],
)
def test_the_innermost_speech_gives_the_chain(words: str, chain: tuple[str, ...]) -> None:
    assert chain_of(TEXT, words) == chain


def test_sources_that_are_cited_stand_at_the_end() -> None:
    text = "The sides will meet on Friday, RIA reported, citing sources."
    assert chain_of(text, "The sides will meet on Friday") == ("RIA", "unnamed sources")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = '"We will not sign," the envoy said. "There is nothing to sign."'
    assert chain_of(text, "There is nothing to sign") == ("envoy",)


def test_those_who_speak_together_vouch_together() -> None:
    text = "Paris and Berlin said the truce must hold."
    assert chain_of(text, "the truce must hold") == ("Paris", "Berlin")


def test_a_whole_sentence_with_its_cue_is_the_speakers() -> None:
    text = "The delegation will leave for Ankara on Tuesday morning, Fidan said."
    assert chain_of(text, text) == ("Fidan",)


def test_denied_speech_vouches_for_nothing() -> None:
    assert chain_of("The envoy did not say that the list was ready.", "the list was ready") == ()


def test_a_weak_cue_counts_only_with_a_speaker() -> None:
    text = "Some say the list is ready."
    draft = Draft(report_of(text), parse(text))
    content = span_in(draft, "the list is ready")
    weak = Speech(Span(0, len(text)), Span(5, 8), "say", (content,), wide=True)
    draft.speech = [weak]
    assert chain_over(draft, content) == ()
    draft.speech = [Speech(weak.span, weak.cue, "think", (content,), speaker="Ada", chain=("Ada",), wide=True)]
    assert chain_over(draft, content) == ("Ada",)
