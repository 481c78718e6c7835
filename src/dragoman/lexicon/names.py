"""Words that tell what a name in a text is the name of."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_words
from dragoman.lexicon.world import fold, offices, places


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
    common: frozenset[str]


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


_LEADING = ("head of state", "head of government", "foreign minister", "leader")
_SHORTEST = 4  # letters of a surname that is told apart from other words


@lru_cache(maxsize=1)
def _leaders() -> frozenset[str]:
    surnames = {
        name.split()[-1]
        for office in offices()
        if office.kind in _LEADING
        for holder in office.holder
        for name in (holder.name, *holder.also)
        if len(name.split()) > 1
    }
    words = name_words()
    other = words.common | words.places | words.things | words.bodies | words.peoples
    return frozenset(
        name for name in surnames if len(name) >= _SHORTEST and not is_given(name) and fold(name) not in other
    )


def is_leader(word: str) -> bool:
    """Whether a capitalised word alone names somebody who led a state or a movement, and nothing else: "Putin"."""
    return word in _leaders() and word not in places()
