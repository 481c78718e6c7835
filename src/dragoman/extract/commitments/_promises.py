"""Where a text promises: every construction, in the order in which it is believed."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._ahead import ahead, allotted
from dragoman.extract.commitments._kept import ended, in_effect, not_kept, standing
from dragoman.extract.commitments._promise import Promise
from dragoman.extract.commitments._terms import by_making, by_terms, listed
from dragoman.extract.commitments._words import by_announcement, by_word
from dragoman.text.clause import content_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_READERS = (by_terms, ended, by_word, by_announcement, by_making, not_kept, in_effect, standing, allotted, ahead)


def find_promises(doc: "Doc") -> list[Promise]:
    """Every promise of the text; of one act the first construction that tells it."""
    found: dict[int, Promise] = {}
    words = content_words(doc)
    for reader in _READERS:
        for token in words:
            for promise in reader(token):
                found.setdefault(promise.act.i, promise)
    for promise in listed(doc):
        found.setdefault(promise.act.i, promise)
    return sorted(found.values(), key=lambda promise: promise.act.i)
