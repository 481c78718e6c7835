"""What must or should be, in what somebody says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_in
from dragoman.extract.positions._terms import put_off
from dragoman.model import Stance
from dragoman.text.clause import outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = ('"', "\u201c", "\u2018", "'")
_LATER_ON = frozenset(("until", "unless", "before", "till"))


def _looks_back(verb: "Token", subject: "Token") -> bool:
    """ "should have been freed", "no one should": nothing that anybody is to do."""
    return any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children) or any(
        c.lower_ == "no" for c in subject.children
    )


def modal(verb: "Token") -> Iterator[Held]:
    """In what somebody says: "Hamas must release the hostages", "the killing has to stop", "talks should be resumed"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    above = verb.head if verb.dep_ == "xcomp" else None
    if (
        above is not None
        and above.lemma_ in ("have", "need", "ought", "get")
        and any(c.lower_ == "to" for c in verb.children)
    ):
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        bound = above.lemma_ != "get" or any(c.lower_ in ("has", "have", "'s", "'ve") for c in above.children)
        helpers = {"must"} if bound and not outlook(above).negated else set()
    if subject is None or subject.pos_ == "PRON" or _looks_back(verb, subject):
        return
    if outlook(verb).negated:
        if helpers & {"must", "should"} and not is_in(verb, "musing"):
            later = _LATER_ON & {
                m.lower_ for c in verb.subtree if c.dep_ in ("advcl", "prep") for m in (c, *c.children)
            }
            yield Held(verb, Stance.CONDITIONS if later else Stance.OPPOSES, verb)
    elif "must" in helpers:
        yield from _due(verb, subject, above)
    elif "should" in helpers and not any(c.lower_ == "should" and c.i < subject.i for c in verb.children):
        passive = any(c.dep_ == "nsubjpass" for c in verb.children)
        if is_in(subject, "plans") and not passive:
            return  # "the deal should bring relief" expects
        yield Held(verb, Stance.PROPOSES, verb)


def _due(verb: "Token", subject: "Token", above: "Token | None") -> Iterator[Held]:
    """What must be done: the price of something, what something waits for, all efforts, or simply a demand."""
    if (price_of := _fronted_aim(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, price_of)
        yield Held(verb, Stance.DEMANDS, verb)
    elif (waiting := put_off(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, waiting)
    elif subject.lemma_ == "effort":  # "all efforts must be made to conclude a deal"
        aims = (*verb.children, *subject.children)
        aim = next((c for c in aims if c.dep_ in ("advcl", "xcomp", "acl") and c.tag_ == "VB"), None)
        yield Held(verb, Stance.URGES, aim if aim is not None else verb)
    else:
        yield Held(verb, Stance.DEMANDS, verb, asked=subject if above is not None else None)


def _fronted_aim(verb: "Token") -> "Token | None":
    """ "to end the bombing, they must pull back", "for talks to resume, they must disarm": what it is the price of."""
    for part in verb.lefts:
        if part.dep_ == "advcl" and part.tag_ == "VB" and not any(c.dep_ == "mark" for c in part.children):
            return part
        if part.dep_ == "prep" and part.lower_ == "for":
            thing = next((c for c in part.children if c.dep_ == "pobj"), None)
            if thing is not None and any(c.tag_ == "VB" for c in thing.children):
                return thing
    return None


def imperative(verb: "Token") -> Iterator[Held]:
    """At the head of a quotation: "stop the bombing", "let the hostages go", "let us end this war"."""
    first = verb.i > 0 and verb.nbor(-1).text in _MARKS and verb.tag_ in ("VB", "VBP") and verb.pos_ == "VERB"
    if not first or any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children) or is_in(verb, "idle_acts"):
        return
    if verb.lemma_ == "let":
        act = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
        ours = any(c.lower_ in ("us", "'s") for c in verb.subtree)
        if act is not None and (not is_in(act, "idle_acts") or _has_noun(act)):
            yield Held(verb, Stance.URGES if ours else Stance.DEMANDS, act)
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    if thing is not None and not is_in(thing, "people"):
        yield Held(verb, Stance.DEMANDS, verb)


def _has_noun(act: "Token") -> bool:
    return any(c.dep_ == "nsubj" and c.pos_ == "NOUN" for c in act.children)


def there_must(verb: "Token") -> Iterator[Held]:
    """In what a side says: "there must be direct talks", "there has to be a full withdrawal", "there should be no force"."""
    if verb.lemma_ != "be":
        return
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") else verb
    thing = next((c for c in verb.children if c.dep_ == "attr"), None)
    if thing is None or not any(c.dep_ == "expl" for w in (verb, above) for c in w.children):
        return
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"} | ({"must"} if above is not verb else set())
    if is_in(thing, "troubles") or outlook(above).negated or not helpers & {"must", "should"}:
        return
    if any(c.lower_ == "no" for c in thing.children):
        yield Held(verb, Stance.OPPOSES, thing)
    else:
        yield Held(verb, Stance.DEMANDS if "must" in helpers else Stance.PROPOSES, thing)


def needed(verb: "Token") -> Iterator[Held]:
    """ "we need guarantees", "Kyiv says it needs security guarantees": what a side must be given."""
    if verb.pos_ != "VERB" or verb.lemma_ != "need" or outlook(verb).negated:
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None and (is_in(thing, "gains") or is_in(thing, "causes")) and thing.lemma_ != "access":
        yield Held(verb, Stance.DEMANDS, thing, subject_of(verb))
