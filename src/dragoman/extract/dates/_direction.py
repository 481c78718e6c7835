"""Does an expression look ahead or back? Told by the verb of its clause, found without a parse.

Of 462 bare weekdays in news 41 % are the report's own day, 51 % lie up to six days back, 5 % ahead: back is the rule,
and ahead needs a sign in the expression's own clause.
"""

import re
from enum import StrEnum
from functools import lru_cache

from dragoman.lexicon.calendar import direction_words


class Direction(StrEnum):
    BACK = "back"
    AHEAD = "ahead"
    UNTOLD = "untold"


_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(]?[A-Z\d])|\n\s*")
# A clause ends at these; commas alone do not part a date from its verb ("will, on Friday, meet").
_CLAUSE = re.compile(
    r"[;:()]|\s[-–—]\s|,?\s+(?:but|while|although|though|whereas|after|before|when|which|who|as)\s|,\s+(?:and|said|he|she|they)\s|\"\s"
)
_TOKEN = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_REACH = 160  # characters around an expression in which its verb is looked for


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], ...]:
    words = direction_words()
    return words["future"], words["coming"], words["willing"], words["fixed"], words["past"]


def direction(text: str, start: int, end: int) -> Direction:
    """The direction of the expression at these offsets."""
    left, right = _clause(text, start, end)
    if re.search(r"\b(?:by|ahead of|deadline of)\s+(?:the\s)?$", left) and not _is_past(left):
        return Direction.AHEAD
    if (
        re.search(r"\b(?:until|till|ahead of|deadline of|starting|beginning|by|for|due)\s+(?:the\s)?$", left)
        and not _is_past(left)
        and _first_sign(right) is not Direction.BACK
    ):
        return Direction.AHEAD
    told = _last_sign(left)
    if told is Direction.UNTOLD:
        told = _first_sign(right)
    return told


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the clause before and after the expression."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    cut = [match.end() for match in _SENTENCE.finditer(before)]
    before = before[cut[-1] :] if cut else before
    cut = [match.end() for match in _CLAUSE.finditer(before)]
    short = before[cut[-1] :] if cut else before
    stop = _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    stop = re.search(r"[;:.]|,\s", after)
    near = after[: stop.start()] if stop else after
    if _last_sign(short) is Direction.UNTOLD and _first_sign(near) is Direction.UNTOLD:
        return before, after
    return short, near


def _is_past(left: str) -> bool:
    return _last_sign(left) is Direction.BACK


def _signs(words: list[str]) -> list[Direction]:
    """One sign a word: what each tells by itself and with the word before it."""
    future, coming, willing, fixed, past = _words()
    found = []
    for at, word in enumerate(words):
        low = "" if word == "May" else word.lower()
        near = [w.lower() for w in words[max(0, at - 4) : at]]
        if (
            low in future
            or low.endswith("'ll")
            or low in coming
            or (low == "to" and near and near[-1] in willing and at + 1 < len(words) and words[at + 1][0].islower())
        ):
            found.append(Direction.AHEAD)
        elif any(w in future or w == "to" for w in near) and (low in past or low.endswith("ed") or low == "be"):
            found.append(Direction.UNTOLD)
        elif low in past or (
            low.endswith("ed")
            and word[0].islower()
            and low not in ("red", "united", "armed", "need", "indeed", "called", "so-called", "wounded", "proposed")
        ):
            found.append(Direction.BACK)
        elif low in fixed:
            found.append(Direction.AHEAD)
        else:
            found.append(Direction.UNTOLD)
    return found


def _last_sign(text: str) -> Direction:
    return next((s for s in reversed(_signs(_TOKEN.findall(text))) if s is not Direction.UNTOLD), Direction.UNTOLD)


def _first_sign(text: str) -> Direction:
    return next((s for s in _signs(_TOKEN.findall(text)[:14]) if s is not Direction.UNTOLD), Direction.UNTOLD)
