"""Conditions: what a side will do only if, once, until or unless."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, forms, is_in
from dragoman.extract.positions._objects import object_of
from dragoman.extract.positions._topics import about
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATER = ("until", "unless", "before", "once", "till", "without")
_NOT_YET = ("unless", "until", "long")
_IF = ("if", "once", "unless", "soon", "provided", "long", "when", "after", "until")
_OUTSIDE = ("outside", "without", "until", "before", "unless", "except", "short")
_AHEAD = ("will", "would", "could", "can", "shall", "'ll")
_ENDS = (".", ",", ";", '"', "\u201d", "-", "--")
_SHALL = frozenset(("will", "would", "shall", "'ll"))


def conditional(verb: "Token") -> Iterator[Held]:
    """ "will not return until Rice retracts", "will cross only if", "threatened to bar them if", "depends on"."""
    if verb.pos_ != "VERB":
        return
    if is_in(verb, "hinging") and (subject := subject_of(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, subject, about(verb, ("for",)))
        return
    if is_in(verb, "tireless") and not any(c.dep_ == "dobj" for c in verb.children):
        return  # "will not rest until they are home" vows, and makes no condition
    act = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    refusing, view = is_in(verb, "refusing") or not forms(verb).isdisjoint(("rule out",)), outlook(verb)
    marks = _marks(verb, act, refusing or (view.negated and view.mood is Mood.FUTURE))
    topic = act if act is not None else object_of(verb) if refusing else verb
    unwilling = refusing or (view.negated and view.mood in (Mood.FUTURE, Mood.POSSIBLE))
    later = marks & frozenset(_LATER if refusing or view.mood is Mood.FUTURE else _NOT_YET)
    if topic is not None and later and unwilling:
        yield Held(verb, Stance.CONDITIONS, topic, subject_of(verb))
    elif _only_then(verb, marks):
        yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))
    elif act is not None and is_in(verb, "offering") and _hangs_on_if(verb):
        yield Held(verb, Stance.CONDITIONS, act, subject_of(verb))


def _marks(verb: "Token", act: "Token | None", unwilling: bool) -> set[str]:
    """The words by which clauses hang on a verb or on the act it governs: "until", "if", "only", "long", "provided"."""
    near = (verb, *((act,) if act is not None else ()))
    hung = (*near, *(c for word in near for c in word.children if c.lower_ == "long"))
    clauses = [c for word in hung for c in word.children if c.dep_ == "advcl" and not _even(c)]
    marks = {m.lower_ for c in clauses for m in c.children if m.dep_ in ("mark", "advmod")}
    links = (c for word in near for c in word.children if c.dep_ == "prep")
    marks |= {c.lower_ for c in links if any(x.dep_ == "pcomp" for x in c.children)}
    marks |= {"without" for c in verb.children if c.lower_ == "without" and c.dep_ == "prep"}
    marks |= {"until" for c in clauses if unwilling and _while(c)}
    marks |= {"long" for word in hung if word.lower_ == "long"}
    marks |= {"provided" for t in verb.subtree if t.i > verb.i and _is_proviso(t)}
    return marks


def _hangs_on_if(verb: "Token") -> bool:
    """ "threatened to bar them if", "vowed to strike unless", "offered to free ten for every one"."""
    for word in verb.subtree:
        if word.i > verb.i and word.lower_ in ("if", "unless", "should", "provided"):
            return not (word.i and word.nbor(-1).lower_ == "even")
        if word.lower_ == "for" and word.nbor(1).lower_ in ("every", "each"):
            return word.i > verb.i
    return False


def _only_then(verb: "Token", marks: set[str]) -> bool:
    """ "will only end the war if", "would return provided that": what will be done, and on what terms."""
    view = outlook(verb)
    if "provided" in marks:
        allowed = view.negated == is_in(verb, "objecting")
        return view.mood in (Mood.FUTURE, Mood.CONDITIONAL) and allowed
    told = view.mood in (Mood.FUTURE, Mood.NOW, Mood.CONDITIONAL, Mood.POSSIBLE)
    return told and bool(marks & {"if", "when", "once", "after"}) and _only(verb)


def possible_only(verb: "Token") -> Iterator[Held]:
    """In what a side says: "talks are possible only if the troops leave", "was possible only after an agreement"."""
    if not is_in(verb, "copulas") or any(c.dep_ == "neg" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    possible = any(c.dep_ == "acomp" and c.lower_ in ("possible", "conceivable", "thinkable") for c in verb.children)
    none = subject is not None and any(c.lower_ == "no" for c in subject.children)
    but = none and any(t.lower_ in _OUTSIDE for t in verb.subtree if t.i > verb.i)
    if possible and subject is not None and (_only(verb) or but):
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
    yields = "when" in marks and not forms(verb).isdisjoint(stance_words()["not_taking"]) and _of_others(verb, subject)
    if marks & {"once", "unless", "provided"} or soon or yields:
        own = subject.pos_ in ("PRON", "PROPN")
        yield Held(verb, Stance.CONDITIONS, verb, subject if own else None)


def _of_others(verb: "Token", subject: "Token") -> bool:
    """Whether what an act waits for is another's doing: "will disarm when the army leaves"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    others = [s for c in clauses for s in c.children if s.dep_ in ("nsubj", "nsubjpass")]
    return bool(others) and all(s.pos_ in ("NOUN", "PROPN") and s.lower_ != subject.lower_ for s in others)


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


def but_not_before(verb: "Token") -> Iterator[Held]:
    """In what a side says: "would leave at the end of the rains, not before", "would hold the captives until"."""
    if not _is_to_come(verb) or subject_of(verb) is None:
        return
    kept = not forms(verb).isdisjoint(stance_words()["withholding"])
    until = any(m.lower_ == "until" for c in verb.children if c.dep_ == "advcl" for m in c.children)
    if _is_not_sooner(verb) or _is_as_long_as(verb) or (kept and until):
        yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))


def only_as(verb: "Token") -> Iterator[Held]:
    """ "will accept them as observers only", "would accept only a full withdrawal"."""
    if not _is_to_come(verb) or not is_in(verb, "accepting"):
        return
    thing = object_of(verb)
    hung = [*verb.children, *(thing.children if thing is not None else ())]
    hung += [o for c in hung if c.dep_ == "prep" for o in c.children]
    if thing is not None and any(c.lower_ == "only" for word in hung for c in (word, *word.children)):
        yield Held(verb, Stance.CONDITIONS, thing if thing.pos_ != "PRON" else verb, subject_of(verb))


def _is_to_come(verb: "Token") -> bool:
    ahead = any(c.dep_ == "aux" and c.lower_ in _SHALL for c in verb.children)
    return verb.pos_ == "VERB" and ahead and not outlook(verb).negated


def _is_not_sooner(verb: "Token") -> bool:
    """ "and not before" at the end of what is said."""
    return any(
        t.lower_ == "not" and t.nbor(1).lower_ == "before" and t.nbor(2).text in _ENDS
        for t in verb.doc[verb.i + 1 : verb.sent.end - 2]
    )


def _is_as_long_as(verb: "Token") -> bool:
    """ "as long as the other side does", of what does not only last."""
    hung = (w for w in verb.subtree if w.i > verb.i and w.lower_ == "long")
    return not is_in(verb, "lasting") and any(c.dep_ == "advcl" for w in hung for c in w.children)


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
