"""Words that tell how an act is presented."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_words


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Word lists of `clause.toml`, lemmas in lower case."""

    future: frozenset[str]
    wanted: frozenset[str]
    refusing: frozenset[str]
    cancelled: frozenset[str]
    postponed: frozenset[str]
    saying: frozenset[str]
    possible: frozenset[str]
    conditional: frozenset[str]
    negative: frozenset[str]
    phrasal: frozenset[str]
    setting: frozenset[str]


@lru_cache(maxsize=1)
def clause_words() -> ClauseWords:
    """The clause lexicon."""
    return ClauseWords(**load_words("clause"))
