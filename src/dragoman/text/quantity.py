"""Counts with their qualifiers: "at least 1,000 prisoners per side", "303 each", "1,000 for 1,000", "$3 million"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.lexicon.calendar import calendar
from dragoman.lexicon.units import currencies, unit_words
from dragoman.model import QuantityMod, Span
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MIRRORED = re.compile(r"(?P<one>\d[\d,]*|all)[ -]+for[ -]+(?P<other>\d[\d,]*|all)\b", re.I)  # "1,000-for-1,000"
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "dozen"))
_HANDING_OVER = frozenset(("hand", "turn", "give", "pass", "sign", "bring", "take"))
_TWENTY, _HUNDRED = 20, 100
_REACH = 9  # words after a noun in which "each" may come
_BEFORE = 4  # words before a numeral that may qualify it


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: its value (None for "all"), qualifier, whether each party does as much, where it stands.

    `unit` is given only where the count tells it itself, as money does; else the noun counted is the unit.
    """

    value: int | float | None
    mod: QuantityMod | None = None
    per_party: bool | None = None
    unit: str | None = None
    span: Span | None = None


def value_of(token: "Token") -> int | float | None:
    """The number a numeral denotes with the number words around it; None for what is no number."""
    plain = token.text.lstrip("$€£")
    if not _DIGITS.fullmatch(plain):
        spelled = _spelled(token)
        return _in_words(spelled) if spelled else None
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return _whole(float(plain.replace(",", "")) * (calendar().number[after] if after in _SCALES else 1))


def _spelled(token: "Token") -> list[str]:
    """The number words that a numeral stands among: "three" and "hundred" for either of "three hundred"."""
    words = _words_of(token)
    if not words:
        return []
    doc, start, end = token.doc, token.i, token.i + 1
    while start and (_words_of(doc[start - 1]) or _joins(doc, start - 1)):
        start -= 1
    while end < len(doc) and (_words_of(doc[end]) or _joins(doc, end)):
        end += 1
    run = [word for part in doc[start:end] for word in _words_of(part)]
    before = doc[start - 1] if start else None
    if before is not None and run[0] in _SCALES and _DIGITS.fullmatch(before.text):
        run = [before.text, *run]  # "6 thousand"
    return run if _is_one_number(run) else words


def _words_of(token: "Token") -> list[str]:
    """The number words of a token: "twenty-five" has two; none where it is no number, or "a", "both", "once"."""
    words = re.split(r"[- ]", token.lower_)
    known = all(word in calendar().number for word in words)
    return words if known and token.lower_ not in ("a", "an", "both", "once", "twice") else []


def _joins(doc: "Doc", at: int) -> bool:
    """The hyphen of "twenty-one" and the "and" of "a hundred and twenty"."""
    if doc[at].lower_ not in ("-", "and") or not 0 < at < len(doc) - 1:
        return False
    scaled = doc[at].text == "-" or doc[at - 1].lower_ in _SCALES
    return scaled and bool(_words_of(doc[at - 1])) and bool(_words_of(doc[at + 1]))


def _is_one_number(run: list[str]) -> bool:
    """Whether words in a row make one number: "twenty one" and "two dozen" do, "two one" does not."""
    return all(later in _SCALES or _rank(word) > _rank(later) for word, later in pairwise(run))


def _rank(word: str) -> int:
    """Units 1, tens 2, scales 3: in one number a word is followed by one of lower rank, or by a scale."""
    number = _number(word)
    return 3 if word in _SCALES else 2 if number >= _TWENTY and number % 10 == 0 else 1


def _in_words(run: list[str]) -> int | float:
    total = group = 0.0
    for word in run:
        number = _number(word)
        if number > _HUNDRED:
            total, group = total + (group or 1) * number, 0.0
        elif word in _SCALES:
            group = (group or 1) * number
        else:
            group += number
    return _whole(total + group)


def _number(word: str) -> float:
    return float(word.replace(",", "")) if word[0].isdigit() else float(calendar().number[word])


def quantity_of(noun: "Token") -> Quantity | None:
    """The count of a noun: its own, that of what it is of ("the bodies of 6,000 soldiers"), or both sides' ("all-for-all")."""
    if noun.like_num and of_what(noun) and (value := value_of(noun)) is not None:  # "18 of their leaders"
        return Quantity(value, mod_of(noun), _each(noun), span=Span(noun.idx, noun.idx + len(noun)))
    for head in (noun, *of_what(noun)):
        if head.lemma_.lower() in calendar().unit or head.lemma_.lower() in unit_words().uncounted:
            continue
        found = _own_count(head, noun) or _mirrored(head)
        if found is not None:
            return found
    return None


def _own_count(head: "Token", noun: "Token") -> Quantity | None:
    beside = [c for c in head.children if c.i < head.i and c.dep_ in ("compound", "amod", "nmod")]
    for child in (
        *head.children,
        *(c for word in beside for c in word.children),
    ):  # "forty" of "forty Nigerien soldiers"
        if child.i < head.i and _is_count(child) and (value := value_of(child)) is not None:
            return Quantity(value, mod_of(child), _each(noun), span=Span(child.idx, child.idx + len(child)))
    if any(child.lower_ == "all" and child.dep_ in ("det", "predet") for child in head.children):
        return Quantity(None, QuantityMod.ALL, _each(noun))
    return None


def _is_count(token: "Token") -> bool:
    if (
        token.dep_ not in ("nummod", "quantmod", "compound", "npadvmod")
        or not token.like_num
        or token.head.ent_type_ == "DATE"
    ):
        return False
    if _YEAR.fullmatch(token.text) and token.head.tag_ in ("NN", "NNP"):
        return False  # "the 1953 armistice"
    return token.lower_ in _SCALES or not token.text.endswith(("st", "nd", "rd", "th"))


def _mirrored(noun: "Token") -> Quantity | None:
    """ "a 1,000-for-1,000 exchange": as many from each side."""
    start, end = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
    match = _MIRRORED.search(text_of(noun.doc)[start:end])
    if match is None:
        return None
    place = Span(start + match.start(), start + match.end())
    if match["one"].lower() == "all":
        return Quantity(None, QuantityMod.ALL, True, span=place)
    return Quantity(
        _whole(float(match["one"].replace(",", ""))), None, match["one"] == match["other"] or None, span=place
    )


def of_what(noun: "Token") -> "list[Token]":
    """What a noun is of: the soldiers of "the bodies of soldiers"."""
    links = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of")
    return [obj for link in links for obj in link.children if obj.dep_ == "pobj"]


def counted(noun: "Token") -> "Token":
    """The noun that is counted, past one that only measures: the prisoners of "hundreds of prisoners"."""
    inner = of_what(noun)
    measures = noun.lemma_.lower() in unit_words().measures or noun.like_num
    return counted(inner[0]) if inner and measures else noun


def mod_of(numeral: "Token") -> QuantityMod | None:
    """The qualifier that stands before a numeral; the "over" of "handed over 15 prisoners" is the verb's."""
    if numeral.i > 1 and numeral.nbor(-1).lower_ == "over" and numeral.nbor(-2).lemma_ in _HANDING_OVER:
        return None
    before = numeral.doc[max(numeral.sent.start, numeral.i - _BEFORE) : numeral.i].text.lower()
    kinds = unit_words().qualifiers()
    found = [words for words in kinds if before == words or before.endswith(f" {words}")]
    return kinds[max(found, key=len)] if found else None


def _each(noun: "Token") -> bool | None:
    """Whether each party does as much: said in the same clause after the count."""
    around = noun.doc[noun.left_edge.i : min(noun.sent.end, noun.i + _REACH)].text.lower()
    return True if _each_pattern().search(around) or _MIRRORED.search(around) else None


@lru_cache(maxsize=1)
def _each_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(unit_words().each, key=len, reverse=True))})\b")


def money_in(text: str, at: int = 0) -> Quantity | None:
    """The first sum of money in a piece of text that stands at an offset: "$3 million", "1 million euros"."""
    match = _money_pattern().search(text)
    if match is None:
        return None
    number = float((match["figure"] or match["count"]).replace(",", ""))
    scale = (match["scale"] or match["scale2"] or "").lower()
    return Quantity(
        _whole(number * (calendar().number[scale] if scale else 1)),
        _mod_before(text[: match.start()]),
        unit=_money_names()[(match["sign"] or match["word"]).lower()],
        span=Span(at + match.start(), at + match.end()),
    )


@lru_cache(maxsize=1)
def _money_pattern() -> re.Pattern[str]:
    signs = sorted((sign for row in currencies() for sign in row.signs), key=len, reverse=True)
    words = sorted((word for row in currencies() for word in row.words), key=len, reverse=True)
    scale = r"(?:hundred|thousand|million|billion)"
    sign, word = ("|".join(re.escape(form) for form in forms) for forms in (signs, words))
    return re.compile(
        rf"(?<![A-Za-z])(?P<sign>{sign})\s?(?P<figure>\d[\d,]*(?:\.\d+)?)(?:[\s-](?P<scale>{scale})\b)?"
        rf"|(?P<count>\d[\d,]*(?:\.\d+)?)(?:[\s-](?P<scale2>{scale}))?[\s-](?P<word>{word})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _money_names() -> dict[str, str]:
    return {form.lower(): row.name for row in currencies() for form in (*row.signs, *row.words)}


def _mod_before(text: str) -> QuantityMod | None:
    kinds = unit_words().qualifiers()
    found = [words for words in kinds if text.lower().rstrip().endswith(words)]
    return kinds[max(found, key=len)] if found else None


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number
