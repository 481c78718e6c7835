"""Sentences without an end: cut into pieces, so that no text can hold the reader up.

Much of what is asked of a word looks through its sentence, so a reading costs the square of the longest one. Reports keep
far below the limit; transcripts without full stops and lists run over a page do not.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Tokens. The longest of 4,043 sentences in news has 95. 22 kB without a full stop take as long in pieces of 500 as in pieces
# of 100, half as long again in pieces of 1,000, and took a minute in one.
LONGEST = 500
_CUT = "dragoman_cut"
# Where a piece may begin best: after these signs, else before these words, else where the limit is.
_AFTER = ((";", ".", "!", "?"), (":", "-", "\u2013", "\u2014"), (",",))
_BEFORE = frozenset(("and", "but", "or", "while"))


def long_sentences(doc: "Doc") -> "list[Span]":
    """The sentences over the limit."""
    return [sentence for sentence in doc.sents if len(sentence) > LONGEST]


def mark_pieces(fresh: "Doc", parsed: "Doc") -> None:
    """Let sentences of an unparsed text begin where those of its parse do, and the long ones in pieces."""
    for sentence in parsed.sents:
        for start in (sentence.start, *_pieces(list(sentence))):
            fresh[start].is_sent_start = True
    fresh.user_data[_CUT] = [sentence.start_char for sentence in long_sentences(parsed)]


def cut_sentences(doc: "Doc") -> list[int]:
    """Where in a parsed text the sentences begin that were too long, and were cut."""
    return list(doc.user_data.get(_CUT, ()))


def _pieces(words: "Sequence[Token]") -> Iterator[int]:
    """Where in the text each piece of a sentence but the first begins."""
    at = 0
    while len(words) - at > LONGEST:
        at = _best(words, at + LONGEST // 2, at + LONGEST)
        yield words[at].i


def _best(words: "Sequence[Token]", first: int, last: int) -> int:
    """The last good place to begin a piece at, from the first word that may to the last."""
    places = range(last, first, -1)
    for signs in _AFTER:
        found = next((at for at in places if words[at - 1].text in signs), None)
        if found is not None:
            return found
    return next((at for at in places if words[at].lower_ in _BEFORE), last)
