"""Acts that were due and were left undone, and talks that a side will have none of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_made
from dragoman.lexicon.acts import promise_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of
from dragoman.text.talks import quits_talks, shuns_talks

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts that one side owes another: not to have done them breaks a word given.
_OWED = frozenset(
    (
        *("release of hostages", "release of detainees", "return of remains", "return of children"),
        *("prisoner exchange", "withdrawal", "humanitarian access"),
    )
)


def left_undone(verb: "Token") -> Iterator[Promise]:
    """ "Hamas failed to release the hostages", "has not returned the bodies": owed, and not done."""
    if verb.pos_ != "VERB" or not any(act.words.name in _OWED for act in acts_at(verb)):
        return
    failing = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
    denied = any(c.dep_ == "neg" for c in verb.children) and any(
        c.dep_ == "aux" and c.lemma_ in ("do", "have") for c in verb.children
    )
    if failing or (denied and outlook(verb).mood in (Mood.FACT, Mood.NOW)):
        subject = subject_of(verb)
        if subject is not None:
            yield Promise(verb, verb.head if failing else verb, CommitmentState.BREACHED, bound=subject)


def left_unsigned(verb: "Token") -> Iterator[Promise]:
    """ "flew home without signing the truce": it was there to sign, and he would not."""
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    would_not = any(c.dep_ == "neg" for c in verb.children) and any(c.lower_ in ("would", "wo") for c in verb.children)
    if not (without or would_not) or verb.pos_ != "VERB":
        return
    subject = subject_of(verb)
    if subject is not None and any(act.words.name == "signing" for act in acts_at(verb)):
        yield Promise(verb, verb, CommitmentState.REFUSED, bound=subject)


def shunned(verb: "Token") -> Iterator[Promise]:
    """ "will not negotiate with them", "refused to sit with the rebels", "walked out of the talks"."""
    if verb.pos_ != "VERB":
        return
    if shuns_talks(verb):
        view = outlook(verb)
        refused = view.under(promise_words().refused) and not any(c.dep_ == "neg" for c in verb.children)
        if refused or (view.negated and view.mood is Mood.FUTURE):
            subject = subject_of(verb)
            yield Promise(verb, verb.head if refused else verb, CommitmentState.REFUSED, bound=subject)
    elif quits_talks(verb) and is_made(verb):
        yield Promise(verb, verb, CommitmentState.SUSPENDED, bound=subject_of(verb))
