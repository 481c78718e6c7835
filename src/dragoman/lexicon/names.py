"""Words that tell what a name in a text is the name of."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_words
from dragoman.lexicon.world import fold, offices


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists of `names.toml`; all lower case; `given` are first names without accents, of double ones also the first half."""

    titles: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    things: frozenset[str]
    peoples: frozenset[str]
    departments: frozenset[str]
    dating: frozenset[str]
    given: frozenset[str]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """The lexicon of names; the first names of all who are in the office table are among the given ones."""
    lists = load_words("names")
    held = {name.split()[0] for o in offices() for h in o.holder for name in (h.name, *h.also) if " " in name}
    first = {part for name in lists["given"] | held for part in (name, name.split("-")[0]) if len(part) > 2}
    return NameWords(**{**lists, "given": frozenset(map(fold, first))})


def is_given(word: str) -> bool:
    """Whether a word is a first name."""
    return word[0].isupper() and fold(word) in name_words().given
