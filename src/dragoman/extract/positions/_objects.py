"""What a verb of stance is about: the act urged, the thing backed, the clause denied."""

from itertools import chain
from typing import TYPE_CHECKING

from dragoman.extract.positions._topics import about, substance

if TYPE_CHECKING:
    from spacy.tokens import Token

_URGING = ("urge", "press", "push", "encourage", "ask")
_CALLING = ("call", "appeal", "count", "plead")


def object_of(verb: "Token") -> "Token | None":
    """The head of what the verb is about."""
    if verb.lemma_ in ("ask", "call", "press", "push") and (wanted := about(verb, ("for",))) is not None:
        return substance(wanted)
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if clause is not None:
        return _named(clause)
    if verb.lemma_ == "invite":
        return about(verb, ("for", "to"))
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None:
        urged = _act_asked(verb, thing) if verb.lemma_ in _URGING else None
        return urged or substance(thing)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        return passive
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    asked = about(verb, ("on", "upon", "to")) if verb.lemma_ in _CALLING else None
    found = asked or about(verb)
    if found is None:
        return None
    return (_act_asked(verb, asked) if asked is not None else None) or substance(found)


def _act_asked(verb: "Token", asked: "Token") -> "Token | None":
    """What somebody is asked to do, wherever the model hangs it: "call on the parties to honour the truce"."""
    inner = (c for c in asked.subtree if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB")
    later = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > asked.i)
    return next(chain(inner, later), None)


def _named(clause: "Token") -> "Token":
    """ "what they call a foreign-made government": the government."""
    if clause.lemma_ in ("call", "term", "describe") and any(c.lower_ == "what" for c in clause.children):
        return next((c for c in clause.children if c.dep_ == "oprd"), clause)
    return clause
