"""What must or should be, in what somebody says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_in
from dragoman.extract.positions._terms import put_off
from dragoman.model import Stance
from dragoman.text.clause import outlook

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    if above is not None and above.lemma_ in ("have", "need", "ought") and any(c.lower_ == "to" for c in verb.children):
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        helpers = {"must"} if not outlook(above).negated else set()
    if subject is None or subject.pos_ == "PRON" or _looks_back(verb, subject):
        return
    if outlook(verb).negated:
        if helpers & {"must", "should"} and not is_in(verb, "musing"):
            later = _LATER_ON & {
                m.lower_ for c in verb.subtree if c.dep_ in ("advcl", "prep") for m in (c, *c.children)
            }
            yield Held(verb, Stance.CONDITIONS if later else Stance.OPPOSES, verb)
    elif "must" in helpers and (waiting := put_off(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, waiting)
    elif "must" in helpers and subject.lemma_ == "effort":
        aims = (*verb.children, *subject.children)
        aim = next((c for c in aims if c.dep_ in ("advcl", "xcomp", "acl") and c.tag_ == "VB"), None)
        yield Held(
            verb, Stance.URGES, aim if aim is not None else verb
        )  # "all efforts must be made to conclude a deal"
    elif "must" in helpers:
        yield Held(verb, Stance.DEMANDS, verb)
    elif "should" in helpers and not any(c.lower_ == "should" and c.i < subject.i for c in verb.children):
        passive = any(c.dep_ == "nsubjpass" for c in verb.children)
        if is_in(subject, "plans") and not passive:
            return  # "the deal should bring relief" expects
        yield Held(verb, Stance.PROPOSES, verb)
