"""Which promises are worth a record: somebody must be bound, to more than talk."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, sends_envoys, takes_steps
from dragoman.extract.commitments._terms import in_terms
from dragoman.extract.commitments._who import is_a_term, is_announced
from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import CommitmentState
from dragoman.text.acts import Act
from dragoman.text.clause import Mood, outlook
from dragoman.text.deals import Deal
from dragoman.text.draft import Draft, span_of
from dragoman.text.named_acts import talks_in
from dragoman.text.parties import subject_of
from dragoman.text.sources import speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_THREATENING = ("warn", "threaten", "caution")


def is_worth(draft: Draft, promise: Promise, act: Act | None, by: tuple[str, ...], deal: Deal | None) -> bool:
    """A promise needs somebody bound, a count or an agreement over it; one of no known action must be more than talk."""
    if not by and promise.state in (CommitmentState.BREACHED, CommitmentState.SUSPENDED):
        return act is not None and act.words.name == "ceasefire"
    under = promise.under or ((promise.told_to or act is not None) and in_terms(promise.act.sent.root))
    if not by and not under:
        return act is not None and act.quantity is not None and promise.state is not CommitmentState.REFUSED
    if promise.under and not by and promise.word == promise.act and _has_doer(promise.act):
        return False  # "analysts regard the aid as part of the deal"
    if act is not None or under or (by and is_a_term(draft, promise, deal)):
        return True
    talk = promise.act.lemma_.lower() in promise_words().talking and not (
        _is_vote(promise.act) or _appoints(promise.act)
    )
    if talk and not (_is_meeting_refused(promise) or _is_hosting_offered(promise)):
        return False  # to meet is a meeting, to say nothing a position
    agreed_to_send = promise.state in (CommitmentState.AGREED, CommitmentState.PLEDGED) and sends_envoys(promise.act)
    if agreed_to_send or _is_harm(promise) or _is_answer_refused(promise):
        return False
    return _binds(draft, promise, by)


def _by_named(word: "Token") -> bool:
    subject = subject_of(word) if word.pos_ == "VERB" else None
    return subject is not None and subject.pos_ != "PRON"


def _has_doer(act: "Token") -> bool:
    """Whether a verb has a subject of its own that does it, and is no pronoun."""
    return act.pos_ == "VERB" and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in act.children)


def _is_vote(act: "Token") -> bool:
    """ "to hold elections" is no talk."""
    return any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in promise_words().votes for c in act.children)


def _is_harm(promise: Promise) -> bool:
    """ "vowed to avenge the attack"; "pledged not to attack ships" does promise."""
    vowed = promise.state in (CommitmentState.PLEDGED, CommitmentState.OFFERED, CommitmentState.REFUSED)
    harmful = promise.act.lemma_.lower() in promise_words().hostile
    return vowed and harmful and not any(c.dep_ == "neg" for c in (*promise.act.children, *promise.word.children))


def _appoints(act: "Token") -> bool:
    """ "to name five officers for a committee" is more than to say a name."""
    if act.lemma_ != "name":
        return False
    things = (c for c in act.children if c.dep_ == "dobj")
    return any(c.lemma_.lower() in roles().office | roles().collective for c in things)


def _is_hosting_offered(promise: Promise) -> bool:
    """ "offered to host the talks", "is ready to hold the next round in Geneva"."""
    return promise.state is CommitmentState.OFFERED and promise.act.lemma_ == "host"


def _is_answer_refused(promise: Promise) -> bool:
    """ "declined to provide detailed comment", "refused to be drawn"."""
    if promise.state is not CommitmentState.REFUSED or promise.act.pos_ != "VERB":
        return False
    drawn = promise.act.lemma_ == "draw" and any(c.dep_ == "auxpass" for c in promise.act.children)
    told = promise.act.lemma_.lower() in promise_words().answering
    things = (c for c in promise.act.children if c.dep_ == "dobj" and told)
    return drawn or any(c.lemma_.lower() in promise_words().answers for c in things)


def _is_meeting_refused(promise: Promise) -> bool:
    """ "had refused to join the negotiations", "is ready to meet his counterpart"."""
    if promise.state not in (CommitmentState.REFUSED, CommitmentState.OFFERED):
        return False
    told_ahead = promise.word.pos_ == "VERB" and outlook(promise.word).mood is Mood.FUTURE
    if told_ahead or promise.act.lemma_.lower() not in promise_words().encounters:
        return False
    met = [c for c in promise.act.children if c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ in ("with", "in"))]
    return any(
        c.dep_ == "prep" or c.pos_ == "PROPN" or c.lemma_.lower() in roles().office or talks_in(c) is not None
        for c in met
    )


def _binds(draft: Draft, promise: Promise, by: tuple[str, ...]) -> bool:
    """Whether an act of no known action is promised, rather than considered by its side or foretold by another."""
    if promise.word.lemma_ in ("decide", "decision") and (len(by) < 2 or not _by_named(promise.word)):
        return False  # what one side decides or "they" do is its own affair
    if promise.act.lemma_.lower() in promise_words().vague or takes_steps(promise.act):
        return False
    if promise.state is CommitmentState.REFUSED and promise.word.tag_ == "VBG" and promise.word.dep_ != "ROOT":
        return False
    if promise.word != promise.act and promise.word.tag_ != "VB":
        return True
    subject = subject_of(promise.act)
    if subject is None or subject.lower_ in ("we", "i"):
        return promise.told_to or is_announced(promise.act)
    speech = speech_over(draft, span_of(promise.act))
    if speech is not None and speech.verb in _THREATENING:
        return False
    return speech is None or speech.actor is None or speech.actor in by
