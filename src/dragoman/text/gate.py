"""The gate: whether a report can be about negotiations at all, told from its words before anything is parsed.

It must never keep a report of negotiations out; that it lets other news through costs only time. What it keeps out is
counted where it is used.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from dragoman.errors import LexiconError
from dragoman.lexicon.loader import load_words

# Different weak words: any one of them stands in news of markets, courts and elections as well. But a few lines that tell
# of bodies returned have hardly room for two, and reading what is short costs little.
_ENOUGH, _PER_WORD = 3, 1000  # of a long text; characters for each word that is asked for


@dataclass(frozen=True, slots=True)
class _Table:
    matcher: ahocorasick_rs.AhoCorasick
    open: tuple[bool, ...]  # whether any ending may follow the form
    strong: int  # how many forms, from the first, are strong


@lru_cache(maxsize=1)
def _table() -> _Table:
    words = load_words("gate")
    if words.keys() != {"strong", "weak"}:
        raise LexiconError("lexicon gate.toml: the lists are strong and weak, nothing else; name them so")
    forms = [*sorted(words["strong"]), *sorted(words["weak"])]
    plain = [form.rstrip("*") for form in forms]
    return _Table(ahocorasick_rs.AhoCorasick(plain), tuple(form.endswith("*") for form in forms), len(words["strong"]))


def may_be_of_negotiations(text: str) -> bool:
    """Whether a text has the words that no report of negotiations is without."""
    weak: set[int] = set()
    for number in _words_in(text):
        if number < _table().strong:
            return True
        weak.add(number)
    return len(weak) >= min(_ENOUGH, 1 + len(text) // _PER_WORD)


def strong_words(text: str) -> list[int]:
    """The strong words of the text, each by its number, as often as it stands there."""
    return [number for number in _words_in(text) if number < _table().strong]


def _words_in(text: str) -> Iterator[int]:
    table, lowered = _table(), text.lower()
    for number, start, end in table.matcher.find_matches_as_indexes(lowered, overlapping=True):
        if _whole(lowered, start, end, table.open[number]):
            yield number


def _whole(text: str, start: int, end: int, is_open: bool) -> bool:
    if start and text[start - 1].isalnum():
        return False
    return is_open or end == len(text) or not text[end].isalnum()
