"""Agreements that are not made yet: what they would provide for nobody has agreed."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.text.clause import outlook
from dragoman.text.memo import once

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = ("the", "this", "that", "these", "those")
_LINKS = ("on", "to", "toward", "towards", "about", "over", "for", "of")


@once
def is_pending(deal: "Token") -> bool:
    """ "a draft agreement", "seeking to negotiate a deal", "a deal under discussion", "an accord being drawn up"."""
    return any(_tells_pending(c) for c in deal.children) or _is_sought(deal) or _is_wanted(deal)


def is_talked_over(verb: "Token") -> bool:
    """ "the deal, under discussion for weeks, would see them freed": the model hangs it on the verb."""
    return any(_tells_pending(c) for c in verb.children if c.dep_ == "prep" and c.i < verb.i)


def _tells_pending(child: "Token") -> bool:
    """A word beside an agreement by which it is not made: "proposed", "still being negotiated", "under discussion"."""
    words = promise_words()
    if child.dep_ == "prep":
        return child.lower_ in ("under", "in") and any(o.lemma_.lower() in words.talked_over for o in child.children)
    if child.dep_ in ("acl", "relcl"):
        helpers = {c.lower_ for c in child.children if c.dep_ in ("aux", "auxpass")}
        return child.lemma_.lower() in words.talked_over and "being" in helpers
    return child.dep_ in ("amod", "compound") and child.lower_ in words.pending


def _is_sought(deal: "Token") -> bool:
    """ "trying to broker a deal", "is negotiating an accord", "work on a truce"; "work on the truce" may follow one made."""
    words, above = promise_words(), deal.head
    if deal.dep_ == "dobj":
        sought = above.tag_ == "VB" and outlook(above).under(words.toward)
        return sought or (above.tag_ in ("VB", "VBG") and above.lemma_.lower() in words.toward)
    if deal.dep_ != "pobj" or above.lower_ not in _LINKS or any(c.lower_ in _NAMED for c in deal.children):
        return False
    return above.head.lemma_.lower() in words.toward


def _is_wanted(deal: "Token") -> bool:
    """ "wants the deal to include a clause"."""
    verb = deal.head
    asked = deal.dep_ == "nsubj" and verb.dep_ in ("ccomp", "xcomp")
    return asked and verb.head.lemma_.lower() in clause_words().wanted
