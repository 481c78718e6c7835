"""Where the names of the lexicons stand in a text: one pass, longest name first, accents no matter."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from dragoman.lexicon.world import Sense, offices, places, senses
from dragoman.model import Span
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "Ł": "L", "Đ": "D", "Ø": "O"}


_LOCATIVE = frozenset(("in", "at", "near", "outside", "around", "inside", "across", "throughout"))
_MOTION = frozenset(("to", "from", "into", "toward", "towards", "via", "through"))
_TRAVEL = frozenset(("fly", "travel", "arrive", "return", "go", "come", "leave", "move", "visit", "head", "depart"))


@dataclass(frozen=True, slots=True)
class Match:
    """A name in the text and what it can stand for: actors, a place, a known person."""

    span: Span
    surface: str
    senses: tuple[Sense, ...]
    is_place: bool = False
    is_person: bool = False


def plain(text: str) -> str:
    """The text without accents, letter for letter, so that offsets stay."""
    if text.isascii():
        return text
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    base = unicodedata.normalize("NFKD", letter)[:1]
    return _LETTERS.get(letter, base if base.isascii() and base else letter)


@dataclass(frozen=True, slots=True)
class _Table:
    forms: tuple[str, ...]
    senses: dict[str, tuple[Sense, ...]]
    places: frozenset[str]
    people: frozenset[str]
    matcher: ahocorasick_rs.AhoCorasick


@lru_cache(maxsize=1)
def _table() -> _Table:
    found: dict[str, list[Sense]] = {}
    for form, sense in senses():
        found.setdefault(plain(form), []).append(sense)
    spots = frozenset(plain(name) for name in places())
    people = frozenset(plain(n) for o in offices() for h in o.holder for n in (h.name, *h.also) if " " in n)
    forms = tuple(sorted({*found, *spots, *people}))
    return _Table(
        forms=forms,
        senses={form: tuple(rows) for form, rows in found.items()},
        places=spots,
        people=people,
        matcher=ahocorasick_rs.AhoCorasick(forms),
    )


def find_names(text: str) -> list[Match]:
    """The names in the text, left to right; of names that overlap the longer one."""
    table, folded = _table(), plain(text)
    hits = [
        (end - start, -start, number)
        for number, start, end in table.matcher.find_matches_as_indexes(folded, overlapping=True)
        if _whole(folded, start, end)
    ]
    taken = bytearray(len(folded))  # a mark for each character that a longer name has
    matches = []
    for length, minus_start, number in sorted(hits, reverse=True):
        span = Span(-minus_start, -minus_start + length)
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * length
            form = table.forms[number]
            matches.append(
                Match(
                    span,
                    text[span.start : span.end],
                    table.senses.get(form, ()),
                    form in table.places,
                    form in table.people,
                )
            )
    return sorted(matches, key=lambda match: match.span)


def names_in(doc: "Doc") -> list[Match]:
    """The names in a parsed text, looked up once for all steps that ask."""
    matches: list[Match] | None = doc.user_data.get(__name__)
    if matches is None:
        matches = doc.user_data[__name__] = find_names(text_of(doc))
    return matches


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the match is a whole word: "Oman" is not in "Omanis", "Iran" is in "Iran's" and "Iran-US"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))


def is_locative(root: "Token") -> bool:
    """Whether a place name stands where something is or goes: "in Türkiye", "flew to Moscow"."""
    head = root
    while head.dep_ in ("conj", "appos") and head.head != head:
        head = head.head
    if head.dep_ != "pobj":
        return False
    preposition = head.head.lower_
    if preposition in _LOCATIVE:
        return True
    verb = head.head.head
    moves = not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)  # who returns, not what is returned
    return preposition in _MOTION and verb.lemma_ in _TRAVEL and moves
