"""Role nouns and collectives."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_words


@dataclass(frozen=True, slots=True)
class Roles:
    """Word lists of `roles.toml`, lower case."""

    office: frozenset[str]
    collective: frozenset[str]
    sides: frozenset[str]
    both: frozenset[str]
    opposed: frozenset[str]
    unnamed: frozenset[str]
    idle: frozenset[str]
    rebels: frozenset[str]
    rulers: frozenset[str]
    captors: frozenset[str]
    seizing: frozenset[str]
    kidnapping: frozenset[str]
    several: frozenset[str]
    handing_back: frozenset[str]
    homeward: frozenset[str]
    alike: frozenset[str]
    many: frozenset[str]
    heads: frozenset[str]
    headed: frozenset[str]
    diplomats: frozenset[str]
    diplomacy: frozenset[str]
    styles: frozenset[str]
    compounded: frozenset[str]
    spoken_of: frozenset[str]
    bands: frozenset[str]
    armed: frozenset[str]
    civil: frozenset[str]
    speaking_for: frozenset[str]


@lru_cache(maxsize=1)
def roles() -> Roles:
    """The role lexicon."""
    return Roles(**load_words("roles"))
