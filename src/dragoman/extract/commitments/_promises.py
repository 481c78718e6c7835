"""Where a text promises: every construction, in the order in which it is believed."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.extract.commitments._ahead import ahead, allotted
from dragoman.extract.commitments._kept import ended, in_effect, not_kept, standing
from dragoman.extract.commitments._made import by_making, concluded, extended, listed
from dragoman.extract.commitments._promise import Promise, is_undertaken
from dragoman.extract.commitments._provisions import laid_down
from dragoman.extract.commitments._terms import by_terms, in_terms
from dragoman.extract.commitments._undone import left_undone, left_unsigned, shunned
from dragoman.extract.commitments._words import by_announcement, by_declaring, by_leave, by_sum, by_word
from dragoman.text.acts import acts_at
from dragoman.text.clause import content_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAR = 60  # words after an agreement's name in which its terms may come
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
    (by_declaring, _NOUNS),
    (by_leave, _ANY),
    (by_sum, _VERBS),
    (by_making, _VERBS),
    (extended, _VERBS),
    (not_kept, _ANY),
    (in_effect, _NOUNS),
    (standing, _NOUNS),
    (allotted, _VERBS),
    (ahead, _VERBS),
    (laid_down, _VERBS),
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
    told = sorted(p.act.i for p in found.values() if p.under or is_undertaken(p) or in_terms(p.act.sent.root))
    for token, part in words:
        if part in _NOUNS and not _tells_more(told, token):
            for promise in concluded(token):
                found.setdefault(promise.act.i, promise)
    for promise in listed(doc):
        found.setdefault(promise.act.i, promise)
    return sorted(_innermost(found), key=lambda promise: promise.act.i)


def _tells_more(told: list[int], noun: "Token") -> bool:
    """Whether what was agreed is told near an agreement, so that its name alone is no promise of its own."""
    at = bisect_left(told, noun.sent.start)
    return at < len(told) and told[at] < noun.i + _NEAR


def _innermost(found: "dict[int, Promise]") -> list[Promise]:
    """Without acts of no known action that only carry one: "to draw up measures for the pact to ban strikes"."""
    carried = [p.act for p in found.values() if (p.under or p.word.pos_ == "NOUN") and acts_at(p.act)]
    return [p for p in found.values() if acts_at(p.act) or not any(_carries(p.act, act) for act in carried)]


def _carries(outer: "Token", inner: "Token") -> bool:
    return outer.pos_ == "VERB" and outer.is_ancestor(inner) and inner.dep_ not in ("conj", "advcl", "relcl")
