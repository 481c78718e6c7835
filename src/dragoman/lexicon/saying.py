"""Words of saying and of what it is said through (data/speech.toml, data/channels.toml)."""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from dragoman.errors import LexiconError
from dragoman.lexicon.loader import load_words

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Saying:
    """Verbs by the construction that holds what is said, and nouns about speakers. The lists are told in the file."""

    clause: Words
    noun: Words
    infinitive: Words
    preposition: Words
    quotative: Words
    wide: Words
    predicate: Words
    withhold: Words
    withheld: Words
    denied: Words
    carry: Words
    unreal: Words
    relay: Words
    content_noun: Words
    light: Words
    mute: Words
    source: Words
    unnamed: Words
    idle: Words
    plain: Words
    phrase: Words
    title: Words
    body: Words
    day: Words
    state_body: Words
    singular: Words
    occasion: Words
    continuing: Words
    particle: Words
    figure: Words
    addressing: Words
    state_office: Words
    paired: Words
    event: Words
    anonymous: Words
    rebuff: Words
    fighters: Words
    called_group: Words
    called_agency: Words
    called_outlet: Words

    def can_speak(self, noun: str) -> bool:
        """Whether a common noun (a lemma) denotes somebody who speaks: a source, an office, a body."""
        return noun in self.source or noun in self.title or noun in self.body

    def prepositions(self, verb: str) -> tuple[tuple[str, ...], ...]:
        """What may follow a verb to lead to what is said: ("for",), ("out", "against")."""
        return tuple(tuple(words[1:]) for words in map(str.split, sorted(self.preposition)) if words[0] == verb)


@dataclass(frozen=True, slots=True)
class Channels:
    """Nouns and names of what words are said through."""

    medium: Words
    document: Words
    platform: Words
    outlet: Words
    names: Words
    lead: Words
    keep: Words
    pair: Words
    idle: Words


@lru_cache(maxsize=1)
def saying() -> Saying:
    """The words of saying. Raises LexiconError."""
    return Saying(**_lists("speech", Saying))


@lru_cache(maxsize=1)
def channels() -> Channels:
    """The words of channels. Raises LexiconError."""
    return Channels(**_lists("channels", Channels))


def _lists(name: str, shape: type[Any]) -> dict[str, Words]:
    lists = load_words(name)
    wanted = {field.name for field in fields(shape)}
    if wanted != set(lists):
        off = ", ".join(sorted(wanted ^ set(lists)))
        raise LexiconError(
            f"lexicon {name}.toml: lists missing or unknown: {off}; it needs exactly those of {shape.__name__}"
        )
    return lists
