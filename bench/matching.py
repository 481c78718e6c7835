"""When a filler found and a filler of the gold are the same, and which frames pair up.

The rules are those the project was given to be judged by: names agree by last word or by containment, loose slots by
half of the smaller one's words, frames by a weighted likeness of their key slots, best pair first. Initiatives, which
those rules leave out, are counted the same way and stand in no overall figure.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

Frame = Mapping[str, Any]

SLOTS: dict[str, tuple[str, ...]] = {
    "meetings": (
        *("kind", "parties", "mediators", "delegates", "place", "country", "start", "end", "round", "level"),
        *("status", "sources"),
    ),
    "commitments": (
        *("action", "by", "to", "quantity", "unit", "per_party", "who", "date_agreed", "due", "state", "sources"),
    ),
    "deliveries": ("action", "by", "to", "quantity", "unit", "date", "sources"),
    "positions": ("actor", "stance", "topic"),
    "initiatives": ("name", "kind", "members", "topic"),
}
# What must agree, and how much it weighs, before two frames are taken for the same one.
KEYS: dict[str, dict[str, int]] = {
    "meetings": {"parties": 3, "start": 2, "status": 1, "place": 1, "round": 1, "kind": 1},
    "commitments": {"action": 3, "quantity": 2, "by": 1, "state": 1},
    "deliveries": {"action": 3, "quantity": 2, "date": 1, "by": 1},
    "positions": {"actor": 2, "topic": 2, "stance": 1},
    "initiatives": {"name": 3, "kind": 1},
}
LOOSE = frozenset({"who", "topic", "unit", "place", "action", "name"})
NAMES = frozenset(
    {"parties", "mediators", "delegates", "by", "to", "sources", "actor", "speaker", "country", "members"}
)
THRESHOLD = 0.4
SPELLING = 0.85
STOP = frozenset({"the", "a", "an", "of", "and", "in", "on", "to", "for", "s"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents and marks."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Equal, or last words equal but for spelling (Zelensky, Zelenskyy), or one contained in the other."""
    a, b = fold(one).split(), fold(other).split()
    if not a or not b:
        return False
    if a[-1] == b[-1] or SequenceMatcher(None, a[-1], b[-1]).ratio() >= SPELLING:
        return True
    small, large = sorted((set(a) - STOP, set(b) - STOP), key=len)
    return bool(small) and small <= large


def words(text: str) -> set[str]:
    """Content words, the plural s taken off."""
    return {word[:-1] if len(word) > 3 and word.endswith("s") else word for word in fold(text).split()} - STOP


def same(slot: str, one: Any, other: Any) -> bool:
    """Whether two fillers of a slot agree."""
    if slot in NAMES:
        return same_name(str(one), str(other))
    if slot in LOOSE:
        a, b = words(str(one)), words(str(other))
        return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5
    if isinstance(one, int | float) and isinstance(other, int | float):
        return float(one) == float(other)
    return fold(str(one)) == fold(str(other))


def fillers(frame: Frame | None, slot: str) -> list[Any]:
    """What fills a slot; a gap and a `false` are no filler."""
    value = frame.get(slot) if frame else None
    values = value if isinstance(value, list | tuple) else [value]
    return [item for item in values if item not in (None, "", False)]


def slot_counts(gold: Frame | None, found: Frame | None, slot: str) -> tuple[int, int, int]:
    """(hits, fillers found, fillers of the gold)."""
    wanted, left = fillers(gold, slot), fillers(found, slot)
    total, hits = len(left), 0
    for value in wanted:
        match = next((other for other in left if same(slot, value, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits, total, len(wanted)


def likeness(kind: str, gold: Frame, found: Frame) -> float:
    """How far two frames agree in the slots that tell them apart, 0 to 1."""
    total = got = 0.0
    for slot, weight in KEYS[kind].items():
        hit, n_found, n_gold = slot_counts(gold, found, slot)
        if n_found or n_gold:
            total += weight
            got += weight * 2 * hit / (n_found + n_gold)
    return got / total if total else 0.0


def align(kind: str, golds: Sequence[Frame], founds: Sequence[Frame]) -> list[tuple[Frame | None, Frame | None]]:
    """Pairs (gold, found), best first; what is left over comes with None."""
    ranked = sorted(
        ((likeness(kind, g, f), i, j) for i, g in enumerate(golds) for j, f in enumerate(founds)), reverse=True
    )
    free_gold, free_found = dict(enumerate(golds)), dict(enumerate(founds))
    pairs: list[tuple[Frame | None, Frame | None]] = []
    for value, i, j in ranked:
        if value >= THRESHOLD and i in free_gold and j in free_found:
            pairs.append((free_gold.pop(i), free_found.pop(j)))
    return pairs + [(gold, None) for gold in free_gold.values()] + [(None, found) for found in free_found.values()]
