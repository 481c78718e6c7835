"""Words in quotation marks."""

import pytest

from dragoman.extract.quotes import find_quotes
from dragoman.model import Quote
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse
from tests.factory import report_of


def quotes_in(text: str) -> list[tuple[str, bool]]:
    draft = Draft(report_of(text), parse(text))
    return [(draft.slice(quote.inner), quote.scare) for quote in find_quotes(draft)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"The lists are ready," she said.', "The lists are ready,"),
        ("“The lists are ready,” she said.", "The lists are ready,"),
        ("«The lists are ready», she said.", "The lists are ready"),
        ("He wrote: ``The lists are ready.''", "The lists are ready."),
        ("‘The lists are ready,’ she said.", "The lists are ready,"),
        ("'The lists are ready,' she said.", "The lists are ready,"),
        ('He said," The lists are ready."', " The lists are ready."),
    ],
)
def test_marks_of_every_kind(text: str, inner: str) -> None:
    assert quotes_in(text) == [(inner, False)]


def test_span_holds_the_marks_and_inner_does_not() -> None:
    text = 'He said "we wait for Geneva" again.'
    draft = Draft(report_of(text), parse(text))
    (quote,) = find_quotes(draft)
    assert isinstance(quote, Quote)
    assert draft.slice(quote.span) == '"we wait for Geneva"'
    assert draft.slice(quote.inner) == "we wait for Geneva"


def test_quotes_within_quotes_belong_to_the_outer_one() -> None:
    text = "“He told me ‘never again’ and left,” the envoy said."
    assert quotes_in(text) == [("He told me ‘never again’ and left,", False)]


def test_paragraphs_that_repeat_the_opening_mark_are_one_quote() -> None:
    text = "“The first convoy left.\n\n“The second will leave,” he said. “Then we rest.”"
    assert quotes_in(text) == [("The first convoy left.\n\n“The second will leave,", False), ("Then we rest.", False)]


def test_a_quote_broken_over_lines_runs_to_its_closing_mark() -> None:
    text = 'He said, "The first convoy left.\n\nThe second will leave."\n\nRain fell.'
    assert quotes_in(text) == [("The first convoy left.\n\nThe second will leave.", False)]


def test_a_quote_never_closed_ends_with_its_paragraph() -> None:
    text = "“The parties met today. They will meet again.\n\nThe road is open."
    assert quotes_in(text) == [("The parties met today. They will meet again.", False)]


def test_a_closing_mark_without_an_opening_one_is_no_quote() -> None:
    assert quotes_in('The parties met today," he said, and left.') == []


def test_apostrophes_are_no_quotes() -> None:
    assert quotes_in("The parties' lawyers don't trust the '90s deal, and the guards' union didn't either.") == []


@pytest.mark.parametrize("words", ["security zone", "special operation", "clearly worsening", "Operation Dawn"])
def test_a_word_or_a_short_phrase_is_a_scare_quote(words: str) -> None:
    assert quotes_in(f'The army keeps a "{words}" along the river.') == [(words, True)]


@pytest.mark.parametrize("text", ['"No," he said.', 'He said: "Never."', 'They say it "has failed" already.'])
def test_a_short_quotation_that_speaks_is_none(text: str) -> None:
    assert [scare for _, scare in quotes_in(text)] == [False]
