"""Sentences without an end: they are read in pieces, and neither hold the reader up nor change other readings."""

import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.model import DiscardReason
from dragoman.pipeline import read
from dragoman.text.cuts import LONGEST, cut_sentences
from dragoman.text.nlp import parse
from dragoman.text.parties import conjuncts
from tests.factory import report_of

CLAUSES = (
    "the envoy of Ukraine said that Russia had proposed a meeting on 3 July",
    "the delegation met the mediators in Istanbul",
    "they agreed to exchange 300 prisoners by the end of August",
)
SHORT = "Talks between Ukraine and Russia will be held in Istanbul on Wednesday."


def endless(join: str, clauses: int = 120) -> str:
    return join.join(CLAUSES[number % len(CLAUSES)] for number in range(clauses)) + "."


@pytest.mark.parametrize("join", ["; ", ", ", " and ", " "])
def test_no_sentence_is_over_the_limit_and_every_word_is_in_one(join: str) -> None:
    doc = parse(endless(join))
    lengths = [len(sentence) for sentence in doc.sents]
    assert max(lengths) <= LONGEST
    assert sum(lengths) == len(doc)
    assert cut_sentences(doc) == [0]


@pytest.mark.parametrize("join", ["; ", ", ", " while "])
def test_a_piece_begins_where_a_clause_does(join: str) -> None:
    pieces = list(parse(endless(join)).sents)
    opened = {clause.split()[0] for clause in CLAUSES} | {"while"}
    assert len(pieces) > 2
    assert all(piece[0].lower_ in opened for piece in pieces), [piece[:3] for piece in pieces]


def test_other_sentences_of_the_report_stay_whole() -> None:
    doc = parse(f"{SHORT}\n\n{endless('; ')}\n\n{SHORT}")
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert (sentences[0], sentences[-1]) == (SHORT, SHORT)
    assert cut_sentences(doc) == [len(SHORT) + 2]


def test_what_was_cut_is_counted_and_what_stands_in_the_pieces_is_read() -> None:
    reading = read(report_of(endless("; ")))
    (loss,) = (loss for loss in reading.discards if loss.reason is DiscardReason.CUT)
    assert loss.value.startswith("the envoy of Ukraine")
    assert reading.commitments
    assert all(len(item.evidence.split()) <= LONGEST for item in reading.commitments)
    assert not read(report_of(SHORT)).discards


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(endless("; ", 360), id="clauses"),
        pytest.param(f'"{endless(", ", 360)}" he said.', id="a quotation"),
        pytest.param(", ".join(["Ukraine", "Russia", "Mr Sudan", "Rustem Umerov"] * 900) + " met.", id="names"),
    ],
)
def test_twenty_kilobytes_without_a_full_stop_are_read_in_time(text: str) -> None:
    start = time.process_time()
    read(report_of(text))
    assert time.process_time() - start < 20, "it takes 2 to 4 seconds, and took a minute"


def test_a_long_list_of_names_is_no_nest_of_calls() -> None:
    heads = [max(0, number - 1) for number in range(3000)]
    chain = Doc(Vocab(), words=["Ukraine"] * 3000, heads=heads, deps=["ROOT"] + ["conj"] * 2999)
    assert len(list(conjuncts(chain[0]))) == 3000
