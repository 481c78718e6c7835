"""Where a text promises: every construction, in the order in which it is believed."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._ahead import ahead, allotted
from dragoman.extract.commitments._kept import ended, in_effect, not_kept, standing
from dragoman.extract.commitments._promise import Promise
from dragoman.extract.commitments._terms import by_making, by_terms, listed
from dragoman.extract.commitments._undone import left_undone, left_unsigned, shunned
from dragoman.extract.commitments._words import by_announcement, by_word
from dragoman.text.clause import content_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOUNS = frozenset(("NOUN", "PROPN"))
_VERBS = frozenset(("VERB", "AUX"))
_ANY = frozenset(("VERB", "NOUN", "ADJ"))
# In the order in which they are believed, each with the parts of speech it looks at.
_READERS = (
    (by_terms, _ANY),
    (ended, _VERBS),
    (left_undone, _VERBS),
    (left_unsigned, _VERBS),
    (shunned, _VERBS),
    (by_word, _ANY),
    (by_announcement, _VERBS),
    (by_making, _VERBS),
    (not_kept, _ANY),
    (in_effect, _NOUNS),
    (standing, _NOUNS),
    (allotted, _VERBS),
    (ahead, _VERBS),
)


def find_promises(doc: "Doc") -> list[Promise]:
    """Every promise of the text; of one act the first construction that tells it."""
    found: dict[int, Promise] = {}
    words = [(token, token.pos_) for token in content_words(doc)]
    for reader, parts in _READERS:
        for token, part in words:
            if part in parts:
                for promise in reader(token):
                    found.setdefault(promise.act.i, promise)
    for promise in listed(doc):
        found.setdefault(promise.act.i, promise)
    return sorted(found.values(), key=lambda promise: promise.act.i)
