"""The gate keeps other news out and no report of negotiations."""

from pathlib import Path

import pytest
from bench.gold import SETS, load

import dragoman
from dragoman.text.gate import may_be_of_negotiations
from dragoman.text.intake import Intake, find_sources, read_reports


@pytest.mark.parametrize("name", SETS)
def test_no_report_of_negotiations_is_kept_out(name: str) -> None:
    kept_out = [
        case.report.id for case in load(name) if case.gold["relevant"] and not may_be_of_negotiations(case.report.body)
    ]
    assert kept_out == []


def test_no_dispatch_of_the_sample_is_kept_out() -> None:
    sources = find_sources([str(Path(dragoman.__file__).parent / "sample")])
    kept_out = [r.id for r in read_reports(sources, Intake()) if not may_be_of_negotiations(r.body)]  # type: ignore[union-attr]
    assert kept_out == []


@pytest.mark.parametrize(
    "text",
    [
        "The home side won by two goals after the break and climbed to third place.",
        "Shares of the retailer fell as customers according to analysts stayed away.",
        "The talkshow host liked a fan.",  # "talks" is no word of it
    ],
)
def test_other_news_is_kept_out(text: str) -> None:
    assert not may_be_of_negotiations(text)


@pytest.mark.parametrize(
    "text",
    [
        "CEASE-FIRE holds.",
        "Negotiators were back in Doha.",
        "A pact, at last.",
        "The president met his counterpart to sign what had been prepared.",  # three weak words
    ],
)
def test_words_of_negotiations_pass(text: str) -> None:
    assert may_be_of_negotiations(text)


def test_a_few_lines_need_but_one_weak_word() -> None:
    assert may_be_of_negotiations("Another 1,200 bodies came home on Saturday.")


def test_one_weak_word_repeated_is_not_three() -> None:
    assert not may_be_of_negotiations("An attack. Rain fell over the hills and the coast. " * 60)
