"""What parties promise, deliver and want."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_rows, load_words
from dragoman.model import Action


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The words of one action: verbs with their objects, event nouns, fixed phrases (of lemmas), the unit counted."""

    name: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    phrases: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    unit: str | None = None

    @property
    def action(self) -> Action:
        return Action(self.name)


@lru_cache(maxsize=1)
def action_words() -> tuple[ActionWords, ...]:
    """The actions in order of precedence."""
    return load_rows("actions", "action", ActionWords)


@lru_cache(maxsize=1)
def promise_words() -> dict[str, frozenset[str]]:
    """Words that make an act a promise, by the state it is then in."""
    return load_words("promises")


@lru_cache(maxsize=1)
def stance_words() -> dict[str, frozenset[str]]:
    """Verbs of stance, by stance."""
    return load_words("stances")
