"""What an agreement just told lays down, in sentences that go on from it: "elections will follow", "Kyiv frees 32 men"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._ahead import is_to, is_told_ahead
from dragoman.extract.commitments._promise import Promise, subject_over
from dragoman.extract.commitments._terms import follows_terms, is_foreseen, is_present_term
from dragoman.extract.commitments._words import state_of
from dragoman.lexicon.acts import event_words, promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import CommitmentState
from dragoman.text.clause import Mood, is_negated, outlook

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAIN = ("ROOT", "conj", "xcomp", "ccomp")
_PRESENT = ("VBZ", "VBP")
_NAMED = frozenset(("NOUN", "PROPN"))
_LIST = ("both", "each", "all", "two", "neither")


def laid_down(verb: "Token") -> Iterator[Promise]:
    """The provisions of an agreement that no word of promising tells: what shall be, what is foreseen, what a side now does."""
    if verb.dep_ not in _MAIN or verb.pos_ not in ("VERB", "AUX"):
        return
    view = outlook(verb)
    if is_foreseen(verb):
        if follows_terms(verb.sent.root):
            yield from _foreseen(verb)
    elif view.mood is Mood.FUTURE and follows_terms(verb.sent.root):
        yield from _shall_be(verb)
    elif verb.tag_ in _PRESENT and not view.negated and view.mood is Mood.NOW and is_present_term(verb):
        yield Promise(verb, verb, CommitmentState.AGREED, under=True)


def _shall_be(verb: "Token") -> Iterator[Promise]:
    """ "There are to be elections", "three seats will go to the front", "a plan is due on 26 April"."""
    things = [c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN" and not is_negated(c)]
    if any(c.dep_ == "expl" for c in (*verb.children, *verb.head.children)) and verb.lemma_ == "be":
        yield from (Promise(thing, verb, CommitmentState.AGREED, under=True) for thing in things)
        return
    if not (is_told_ahead(verb) or is_to(verb)) or state_of(verb) is not None:
        return
    subject = _bearer(verb)
    if subject is None or verb.lemma_.lower() in promise_words().remarks:
        return
    if verb.lemma_ == "be" and not is_to(verb) and not any(t.lemma_.lower() == "part" for t in things):
        return
    yield Promise(verb, verb, CommitmentState.PLEDGED, told_to=True, under=True)


def _foreseen(verb: "Token") -> Iterator[Promise]:
    """ "An association of ten towns is foreseen", "elections are planned for May"."""
    for thing in (c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj") and c.pos_ == "NOUN"):
        if thing.lemma_.lower() not in promise_words().met:
            yield Promise(thing, verb, CommitmentState.AGREED, under=True)


def _bearer(verb: "Token") -> "Token | None":
    """The subject of a provision: a side or a thing; neither a person nor talks nor "it"."""
    subject = subject_over(verb, ("xcomp", "conj"))
    if subject is None or (subject.pos_ not in _NAMED and subject.lower_ not in _LIST) or subject.ent_type_ == "PERSON":
        return None
    lemma, words = subject.lemma_.lower(), promise_words()
    idle = (
        lemma in event_words()
        or lemma in words.met | words.envoys | words.deals | words.onlookers
        or lemma in roles().office
    )
    return None if idle else subject
