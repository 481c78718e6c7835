"""What is asked twice of a word is worked out once, and never for another text."""

from typing import TYPE_CHECKING

import spacy

from dragoman.text.memo import once, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def test_a_question_is_worked_out_once_for_each_word() -> None:
    asked: list[str] = []

    @once
    def loud(token: "Token") -> str:
        asked.append(token.text)
        return token.text.upper()

    doc = spacy.blank("en")("Envoys met envoys")
    assert [loud(token) for token in (*doc, *doc)] == ["ENVOYS", "MET", "ENVOYS"] * 2
    assert asked == ["Envoys", "met", "envoys"]


def test_answers_of_one_text_are_not_those_of_another() -> None:
    @once
    def first(token: "Token") -> str:
        return token.text

    blank = spacy.blank("en")
    assert first(blank("Doha")[0]) == "Doha"
    assert first(blank("Cairo")[0]) == "Cairo"


def test_two_questions_do_not_mix() -> None:
    @once
    def long(token: "Token") -> int:
        return len(token)

    @once
    def short(token: "Token") -> str:
        return token.text[0]

    token = spacy.blank("en")("talks")[0]
    assert (long(token), short(token), long(token)) == (5, "t", 5)


def test_the_text_is_the_text() -> None:
    doc = spacy.blank("en")("Talks in  Doha")
    assert text_of(doc) == text_of(doc) == "Talks in  Doha"
