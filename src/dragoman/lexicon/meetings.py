"""Words for meetings."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import read_lexicon
from dragoman.model import MeetingKind


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """`noun` and `verb` give the kind of meeting a lemma speaks of; `lists` are plain word lists."""

    noun: dict[str, MeetingKind]
    verb: dict[str, MeetingKind]
    lists: dict[str, frozenset[str]]
    ordinal: dict[str, int]


@lru_cache(maxsize=1)
def meeting_words() -> MeetingWords:
    """The meeting lexicon. Raises ValueError for a kind that is none."""
    raw = read_lexicon("meetings")
    return MeetingWords(
        noun={word: MeetingKind(kind) for word, kind in raw["noun"].items()},
        verb={word: MeetingKind(kind) for word, kind in raw["verb"].items()},
        lists={name: frozenset(words) for name, words in raw["lists"].items()},
        ordinal=raw["ordinal"],
    )
