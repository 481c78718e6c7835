"""How a clause presents an act. Each sentence is planted with the mood it must give."""

import pytest

from dragoman.text.clause import Mood, Outlook, outlook, predicate
from dragoman.text.nlp import parse


def seen(text: str, word: str) -> Outlook:
    """The outlook of the last occurrence of a word."""
    return outlook([token for token in parse(text) if token.lower_ == word][-1])


@pytest.mark.parametrize(
    ("text", "word", "mood"),
    [
        ("The ministers met in Doha on Friday.", "met", Mood.FACT),
        ("The presidents held a meeting on Friday after months of mediation.", "meeting", Mood.FACT),
        ("Talks collapsed on Friday.", "talks", Mood.FACT),
        ("The delegations are meeting in Doha.", "meeting", Mood.NOW),
        ("Negotiations are under way in Muscat.", "negotiations", Mood.NOW),
        ("Talks between the two sides will be held in Geneva.", "talks", Mood.FUTURE),
        ("Negotiators are expected to meet in Cairo next week.", "meet", Mood.FUTURE),
        ("The council is slated to begin a discussion on Monday.", "discussion", Mood.FUTURE),
        ("Talks were to resume on Monday.", "talks", Mood.FUTURE),
        ("The parties are to meet on 4 May.", "meet", Mood.FUTURE),
        ("The minister said the teams would meet in Oslo.", "meet", Mood.FUTURE),
        ("The two sides agreed to hold another round in June.", "round", Mood.FUTURE),
        ("Preparations for the summit are under way.", "summit", Mood.FUTURE),
        ("The two leaders may meet in May.", "meet", Mood.POSSIBLE),
        ("The envoy called for new talks.", "talks", Mood.WANTED),
        ("The government put forward a proposal for talks.", "talks", Mood.WANTED),
        ("They hope to meet again soon.", "meet", Mood.WANTED),
        ("They would meet if the siege were lifted.", "meet", Mood.CONDITIONAL),
    ],
)
def test_mood(text: str, word: str, mood: Mood) -> None:
    view = seen(text, word)
    assert view.mood is mood
    assert not view.negated


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The two presidents have never met.", "met"),
        ("They left without meeting the envoy.", "meeting"),
        ("No talks took place on Thursday.", "talks"),
        ("The rebels refused to hold talks with the government.", "talks"),
        ("Iran denied holding talks with Washington.", "talks"),
        ("Negotiators failed to meet on Monday.", "meet"),
        ("The government turned down an invitation to talks.", "talks"),
        ("The envoys will not meet this week.", "meet"),
    ],
)
def test_negated(text: str, word: str) -> None:
    assert seen(text, word).negated


def test_refusal_denied_leaves_it_possible() -> None:
    view = seen("The president did not rule out a meeting with his rival.", "meeting")
    assert view.mood is Mood.POSSIBLE
    assert not view.negated


def test_date_not_set_denies_no_round() -> None:
    view = seen("The date of the next round has not been set.", "round")
    assert view.mood is Mood.FUTURE
    assert not view.negated


def test_particle_changes_the_governor() -> None:
    called_off = seen("The sides were due to meet on Tuesday but the talks were called off.", "talks")
    assert called_off.governors == ("call off",)
    assert called_off.mood is Mood.FACT
    assert called_off.under(frozenset({"call off"}))
    assert not called_off.under(frozenset({"call"}))


def test_predicate_is_the_verb_of_the_clause() -> None:
    doc = parse("The ministers said that the talks will be held in Cairo.")
    assert [predicate(token).text for token in doc if token.lower_ in ("talks", "ministers")] == ["said", "held"]


def test_subject_taken_for_a_verb_is_told_by_its_clause() -> None:
    """The tagger takes "talks" here for a verb; its clause is "will be held"."""
    text = "The Kremlin said on Monday that talks between Russia and Ukraine will be held on Wednesday."
    assert seen(text, "talks").mood is Mood.FUTURE
