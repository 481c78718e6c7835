"""Counts with their qualifiers: "at least 1,000 prisoners per side", "303 each", "1,000 for 1,000", "two dozen"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.calendar import calendar
from dragoman.model import QuantityMod

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODS = {
    "at least": QuantityMod.AT_LEAST, "more than": QuantityMod.AT_LEAST, "over": QuantityMod.AT_LEAST, "no fewer than": QuantityMod.AT_LEAST,
    "about": QuantityMod.ABOUT, "some": QuantityMod.ABOUT, "around": QuantityMod.ABOUT, "roughly": QuantityMod.ABOUT, "approximately": QuantityMod.ABOUT,
    "nearly": QuantityMod.NEARLY, "almost": QuantityMod.NEARLY, "close to": QuantityMod.NEARLY,
    "up to": QuantityMod.UP_TO, "as many as": QuantityMod.UP_TO, "at most": QuantityMod.UP_TO,
}  # fmt: skip
_EACH = re.compile(
    r"\b(?:each|apiece|per side|per party|each side|from each side|on each side|from both sides|of each side)\b|-for-|\bfor\s+\d",
    re.I,
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: its value (None for "all"), qualifier, whether each party does as much."""

    value: int | float | None
    mod: QuantityMod | None = None
    per_party: bool | None = None


def value_of(token: "Token") -> int | float | None:
    """The number a numeral denotes with the scale word after it; None for what is no number."""
    text = token.text.replace(",", "").lstrip("$€£")
    number: float | None
    if _DIGITS.fullmatch(token.text.lstrip("$€£")):
        number = float(text)
    else:
        words = re.split(r"[- ]", token.lower_)
        values = [calendar().number.get(word) for word in words]
        if not words or any(value is None for value in values) or token.lower_ in ("a", "an", "both", "once", "twice"):
            return None
        number = float(sum(v for v in values if v is not None))
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.lower_ in _SCALES:
        number *= _SCALES[after.lower_]
    return int(number) if number == int(number) else number


def quantity_of(noun: "Token") -> Quantity | None:
    """The count of a noun: its own numeral, or that of what it is of ("the bodies of 6,000 soldiers")."""
    for head in (noun, *_inner(noun)):
        if head.lemma_.lower() in calendar().unit:
            continue
        for child in head.children:
            if child.dep_ in ("nummod", "quantmod", "compound") and child.i < head.i and child.like_num:
                value = value_of(child)
                if value is not None:
                    return Quantity(value, _mod(child), _each(noun))
        if any(child.lower_ == "all" and child.dep_ in ("det", "predet") for child in head.children):
            return Quantity(None, QuantityMod.ALL, None)
    return None


def _inner(noun: "Token") -> "list[Token]":
    return [
        obj
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for obj in child.children
        if obj.dep_ == "pobj"
    ]


def _mod(numeral: "Token") -> QuantityMod | None:
    before = numeral.doc[max(numeral.sent.start, numeral.i - 3) : numeral.i].text.lower()
    found = [mod for words, mod in _MODS.items() if before.endswith(words)]
    return found[0] if found else None


def _each(noun: "Token") -> bool | None:
    """Whether each party does as much: said in the same clause after the count."""
    sentence = noun.sent
    around = noun.doc[noun.left_edge.i : min(sentence.end, noun.i + 9)].text
    return True if _EACH.search(around) else None
