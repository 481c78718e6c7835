"""Words by which accounts of one thing part."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_words


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Word lists of `disputes.toml`, lemmas in lower case."""

    accusing: frozenset[str]
    charging: frozenset[str]
    breaking: frozenset[str]
    breaching: frozenset[str]
    rebuffs: frozenset[str]
    keeping: frozenset[str]
    claims: frozenset[str]
    denying: frozenset[str]
    counting: frozenset[str]
    numbers: frozenset[str]
    bargains: frozenset[str]
    further: frozenset[str]
    running: frozenset[str]


@lru_cache(maxsize=1)
def dispute_words() -> DisputeWords:
    """The lexicon of disputes."""
    return DisputeWords(**load_words("disputes"))
