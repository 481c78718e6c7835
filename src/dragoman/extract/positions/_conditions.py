"""Conditions: what a side will do only if, once, until or unless."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, forms, is_in
from dragoman.extract.positions._objects import object_of
from dragoman.extract.positions._topics import about
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATER = ("until", "unless", "before", "once", "till", "without")
_IF = ("if", "once", "unless", "soon", "provided", "long", "when", "after", "until")
_AHEAD = ("will", "would", "could", "can", "shall", "'ll")
_SHALL = frozenset(("will", "would", "shall", "'ll"))


def conditional(verb: "Token") -> Iterator[Held]:
    """ "will not return until Rice retracts", "will cross only if", "threatened to bar them if", "depends on"."""
    if verb.pos_ != "VERB":
        return
    lemma, view = verb.lemma_.lower(), outlook(verb)
    if is_in(verb, "hinging") and (subject := subject_of(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, subject, about(verb, ("for",)))
        return
    act = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    near = (verb, *((act,) if act is not None else ()))
    hung = (*near, *(c for word in near for c in word.children if c.lower_ == "long"))
    clauses = [c for word in hung for c in word.children if c.dep_ == "advcl" and not _even(c)]
    marks = {m.lower_ for c in clauses for m in c.children if m.dep_ in ("mark", "advmod")}
    marks |= {
        c.lower_
        for word in near
        for c in word.children
        if c.dep_ == "prep" and any(x.dep_ == "pcomp" for x in c.children)
    }
    marks |= {"without" for c in verb.children if c.lower_ == "without" and c.dep_ == "prep"}
    if any(_is_proviso(t) for t in verb.subtree if t.i > verb.i):
        marks.add("provided")
    refusing = is_in(verb, "refusing") or not forms(verb).isdisjoint(("rule out",))
    marks |= {"until" for c in clauses if (refusing or view.negated) and _while(c)}
    topic = act if act is not None else object_of(verb) if refusing else verb
    if is_in(verb, "tireless") and not any(c.dep_ == "dobj" for c in verb.children):
        return  # "will not rest until they are home" vows, and makes no condition
    if topic is not None and marks & frozenset(_LATER) and (refusing or (view.negated and view.mood is Mood.FUTURE)):
        yield Held(verb, Stance.CONDITIONS, topic, subject_of(verb))
    elif _only_then(verb, marks):
        yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))
    elif lemma == "threaten" and act is not None and any(t.lower_ in ("if", "unless", "should") for t in verb.subtree):
        yield Held(verb, Stance.CONDITIONS, act, subject_of(verb))


def _only_then(verb: "Token", marks: set[str]) -> bool:
    """ "will only end the war if", "would return provided that": what will be done, and on what terms."""
    view = outlook(verb)
    if "provided" in marks:
        return view.mood in (Mood.FUTURE, Mood.CONDITIONAL) and not view.negated
    told = view.mood in (Mood.FUTURE, Mood.NOW, Mood.CONDITIONAL)
    return told and bool(marks & {"if", "when", "once", "after"}) and _only(verb)


def possible_only(verb: "Token") -> Iterator[Held]:
    """In what a side says: "talks are possible only if the troops leave", "was possible only after an agreement"."""
    if not is_in(verb, "copulas") or outlook(verb).negated:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    possible = any(c.dep_ == "acomp" and c.lower_ in ("possible", "conceivable") for c in verb.children)
    if possible and subject is not None and _only(verb):
        yield Held(verb, Stance.CONDITIONS, subject)


def _is_proviso(word: "Token") -> bool:
    """ "provided the sanctions are lifted", "providing that": no participle of giving."""
    if word.lower_ not in ("provided", "providing") or word.i + 1 >= len(word.doc):
        return False
    after = word.nbor(1).lower_
    told = any(c.dep_ in ("auxpass", "aux", "agent") for c in word.children) or word.nbor(-1).lower_ in ("be", "been")
    return after == "that" or (
        word.lower_ == "provided" and not told and after not in ("by", "for", "to", "with", "in")
    )


def _only(verb: "Token") -> bool:
    """ "will only end the war if", "would cross only when"."""
    return any(c.lower_ == "only" and c.dep_ == "advmod" for c in verb.children) or any(
        t.lower_ == "only" and t.nbor(1).lower_ in ("if", "when", "after", "once") for t in verb.sent[:-1]
    )


def _even(clause: "Token") -> bool:
    """ "even if they ask": no condition but the want of one."""
    return clause.i > 1 and any(
        t.lower_ == "even" for t in clause.doc[max(clause.left_edge.i - 1, 0) : clause.left_edge.i + 1]
    )


def _while(clause: "Token") -> bool:
    """ "as long as they are kept out", "if it cannot trust them": under a refusal the same as "until"."""
    words = [t.lower_ for t in clause.doc[max(clause.left_edge.i - 2, 0) : clause.i]]
    return "if" in words or ("long" in words and "as" in words)


def in_exchange(verb: "Token") -> Iterator[Held]:
    """ "would free them in exchange for an end to the war"."""
    ahead = any(c.lower_ in ("will", "would", "'ll") for c in verb.children if c.dep_ == "aux")
    ahead = ahead or (verb.dep_ == "xcomp" and is_in(verb.head, "offering"))
    if verb.pos_ != "VERB" or not ahead or outlook(verb).negated:
        return
    if _is_for_something(verb):
        yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))


def once(verb: "Token") -> Iterator[Held]:
    """In what a side says: "the captives would be freed once the fighting had ended", "could not be opened unless"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    ahead = any(c.lower_ in _AHEAD for c in verb.children if c.dep_ == "aux")
    if verb.pos_ != "VERB" or subject is None or not ahead:
        return
    clauses = [c for w in (verb, *verb.children) if w == verb or w.lower_ == "soon" for c in w.children]
    marks = {m.lower_ for c in clauses if c.dep_ == "advcl" for m in c.children if m.dep_ in ("mark", "advmod")}
    soon = any(w.lower_ == "soon" and any(c.dep_ == "advcl" for c in w.children) for w in verb.children)
    if marks & {"once", "unless", "provided"} or soon:
        own = subject.pos_ in ("PRON", "PROPN")
        yield Held(verb, Stance.CONDITIONS, verb, subject if own else None)


def if_so(verb: "Token") -> Iterator[Held]:
    """In what a side says: "it would act if India gave proof", "if the siege goes on, we will leave the table"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.pos_ != "VERB" or subject is None or not helpers & _SHALL or outlook(verb).negated:
        return
    if subject.lower_ in ("they", "you", "there") or is_in(verb, "undergoing"):
        return  # what befalls others is foretold
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children)]
    if any(not _even(c) for c in clauses):
        yield Held(verb, Stance.CONDITIONS, verb)


def _is_for_something(act: "Token") -> bool:
    """ "withdraw in exchange for guarantees": and not "free 450 prisoners in the exchange"."""
    inner = (o for c in act.children if c.lower_ == "in" for o in c.children)
    return any(o.lower_ in ("exchange", "return") and about(o, ("for",)) is not None for o in inner)


def ready_if(word: "Token") -> Iterator[Held]:
    """ "is ready to contribute if there is a backstop", "willing to talk once the fire ceases"."""
    if word.pos_ != "ADJ" or not is_in(word, "ready_words") or word.head.pos_ not in ("AUX", "VERB"):
        return
    act = next((c for c in word.children if c.dep_ == "xcomp"), None) or about(word, ("for", "to"))
    near = (word.head, word, *((act,) if act is not None else ()))
    near = (*near, *(c for w in near for c in w.children if c.lower_ in ("long", "soon")))
    clauses = [c for w in near for c in w.children if c.dep_ == "advcl" and not _even(c)]
    clauses += [c for w in near for c in w.children if c.lower_ in ("provided", "providing") and c.i > word.i]
    if act is not None and _is_for_something(act):
        yield Held(word, Stance.CONDITIONS, act, subject_of(word.head))
        return
    if (
        act is not None
        and not is_in(act, "serving")
        and any(m.lower_ in _IF for c in clauses for m in (c, *c.children, c.head))
    ):
        yield Held(word, Stance.CONDITIONS, act, subject_of(word.head))


def could_take(verb: "Token") -> Iterator[Held]:
    """ "could live with a truce if Israel went back", "could live with it": what a side would put up with."""
    could = any(c.dep_ == "aux" and c.lower_ in ("could", "can", "would", "might") for c in verb.children)
    lives = verb.lemma_ == "live" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "with"
    if verb.pos_ != "VERB" or not could or outlook(verb).negated or not (lives or is_in(verb, "accepting")):
        return
    clauses = [
        c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("if", "provided") for m in c.children)
    ]
    topic = about(verb, ("with",)) if lives else object_of(verb)
    if topic is None or any(_even(c) for c in clauses):
        return
    if clauses:
        yield Held(verb, Stance.CONDITIONS, topic, subject_of(verb))
    elif lives:
        yield Held(verb, Stance.SUPPORTS, topic, subject_of(verb))


def nothing_before(verb: "Token") -> Iterator[Held]:
    """In what a side says: "no aid will be paid until the troops leave"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.pos_ != "VERB" or subject is None or not any(c.lower_ == "no" for c in subject.children):
        return
    marks = {m.lower_ for c in verb.children if c.dep_ in ("advcl", "prep") for m in (c, *c.children)}
    if marks & frozenset(_LATER) and any(c.lower_ in ("will", "would", "can", "could") for c in verb.children):
        yield Held(verb, Stance.CONDITIONS, subject)
