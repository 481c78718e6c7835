"""Words around counts: qualifiers, what makes a count hold for each party, money."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_rows, load_words, refuse_doubles
from dragoman.model import QuantityMod


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Word lists of `units.toml`, lower case."""

    at_least: frozenset[str]
    about: frozenset[str]
    nearly: frozenset[str]
    up_to: frozenset[str]
    each: frozenset[str]
    measures: frozenset[str]
    uncounted: frozenset[str]
    telling_of: frozenset[str]

    def qualifiers(self) -> dict[str, QuantityMod]:
        """What each qualifier makes of the number after it."""
        kinds = (
            (QuantityMod.AT_LEAST, self.at_least),
            (QuantityMod.ABOUT, self.about),
            (QuantityMod.NEARLY, self.nearly),
            (QuantityMod.UP_TO, self.up_to),
        )
        return {words: kind for kind, phrases in kinds for words in phrases}


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: the unit it is in the record, the signs before a figure, the words after one."""

    name: str
    signs: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def unit_words() -> UnitWords:
    """The lexicon of counts."""
    return UnitWords(**load_words("units"))


@lru_cache(maxsize=1)
def currencies() -> tuple[Currency, ...]:
    """All currencies; a sign or word that two share refuses the lexicon."""
    rows = load_rows("currencies", "currency", Currency)
    refuse_doubles(((form, row.name) for row in rows for form in (*row.signs, *row.words)), "currencies")
    return rows
