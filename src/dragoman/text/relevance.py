"""Is the report about negotiations between parties to a conflict, or about mergers, matches, elections and courts?"""

from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.loader import load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SEVERAL = 2  # words of fighting that make a conflict of what a report tells


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return load_words("relevance")


def is_of_negotiations(doc: "Doc") -> bool:
    """Whether the text speaks of conflict and diplomacy more than of other trades; with no word of those it may be."""
    lemmas, words = _lemmas(doc), _words()
    other = len(lemmas & words["other"])
    return other == 0 or len(lemmas & words["words"]) > other


def tells_of_fighting(doc: "Doc") -> bool:
    """Whether the text has several words of fighting and captivity and none of other trades."""
    return len(_lemmas(doc) & _words()["fighting"]) >= _SEVERAL and not tells_of_other_trades(doc)


def tells_of_other_trades(doc: "Doc") -> bool:
    """Whether the text has any word of mergers, matches, elections and courts."""
    return not _words()["other"].isdisjoint(_lemmas(doc))


def _lemmas(doc: "Doc") -> set[str]:
    """The words of the text and their lemmas, listed once for both questions."""
    kept: set[str] | None = doc.user_data.get(__name__)
    if kept is None:
        lemmas = {token.lemma_.lower() for token in doc if token.pos_ != "VERB"}
        kept = doc.user_data[__name__] = lemmas | {token.lower_ for token in doc}
    return kept
