"""What a verb of stance is about: the act urged, the thing backed, the clause denied."""

from itertools import chain
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import is_in
from dragoman.extract.positions._topics import about, substance

if TYPE_CHECKING:
    from spacy.tokens import Token


def object_of(verb: "Token") -> "Token | None":
    """The head of what the verb is about."""
    if verb.lemma_ in ("ask", "call", "press", "push") and (wanted := about(verb, ("for",))) is not None:
        return substance(wanted) if wanted.lower_ != "nothing" else None
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if clause is not None:
        return _named(clause)
    behind = about(verb, ("by", "behind")) if verb.lemma_ in ("stand", "rally", "get") else None
    if behind is not None:
        return behind
    if verb.lemma_ == "invite":
        return about(verb, ("for", "to"))
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None and thing.tag_ in ("WDT", "WP"):
        return _relative(verb)
    if thing is not None and is_in(verb, "greeting") and _is_person(thing):
        return about(verb, ("on", "for", "upon"))
    if thing is not None and verb.lemma_ == "want" and (wanted := _happening(thing)) is not None:
        return wanted
    if thing is not None:
        urged = _act_asked(verb, thing) if is_in(verb, "urging") else None
        return urged or substance(thing)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        above = verb.head if verb.dep_ == "relcl" and passive.tag_ in ("WDT", "WP") else None
        return substance(above) if above is not None else passive
    told = _told_of(verb)
    if told is not None:
        return told
    asked = about(verb, ("on", "upon", "to")) if is_in(verb, "calling") else None
    found = asked or (_behind(verb) if is_in(verb, "with_preposition") else None)
    if found is None:
        return _relative(verb)
    return (_act_asked(verb, asked) if asked is not None else None) or substance(found)


def _behind(verb: "Token") -> "Token | None":
    """What comes with a preposition: "balks at the plan", "has come round to the text"."""
    particles = [c for c in verb.children if c.dep_ in ("advmod", "prt")]
    return about(verb) or about(verb, ("at",)) or next((o for c in particles if (o := about(c)) is not None), None)


def _is_person(thing: "Token") -> bool:
    """Somebody who is greeted or praised; the stance, if any, is on what for."""
    return (
        thing.pos_ == "PROPN"
        or thing.ent_type_ in ("PERSON", "GPE", "ORG", "NORP")
        or is_in(thing, "people")
        or thing.tag_ == "PRP"
    )


def _told_of(verb: "Token") -> "Token | None":
    """ "the plan outlined by the president and backed by the council": the plan, for both."""
    node = verb
    while node.dep_ == "conj" and node.head.tag_ == "VBN" and node.tag_ == "VBN":
        node = node.head
    return node.head if node.dep_ == "acl" and node.tag_ == "VBN" and verb.tag_ == "VBN" else None


def _relative(verb: "Token") -> "Token | None":
    """ "a truce, which Kyiv wants", "the terms Russia demands": what the clause hangs on, where it has a subject of its own."""
    own = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children)
    if verb.dep_ != "relcl" or not own or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    named = (
        verb.head.dep_ == "pobj" and verb.head.ent_type_ == "PERSON"
    )  # "the plan of X, which they rejected": the plan
    return verb.head.head.head if named else verb.head


def _act_asked(verb: "Token", asked: "Token") -> "Token | None":
    """What somebody is asked to do, wherever the model hangs it: "call on the parties to honour the truce"."""
    inner = (c for c in asked.subtree if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB")
    later = (c for c in verb.subtree if c.tag_ == "VB" and c.i > asked.i and _is_infinitive(c))
    return min(chain(inner, later), key=lambda c: c.i, default=None)


def _happening(thing: "Token") -> "Token | None":
    """ "wants the deal to include a clause", "the treaty to be signed": what shall become of it."""
    return next(
        (
            c
            for c in thing.children
            if c.dep_ in ("acl", "relcl") and _is_infinitive(c) and (is_in(c, "happening") or _is_passive(c))
        ),
        None,
    )


def _is_passive(verb: "Token") -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _is_infinitive(verb: "Token") -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _named(clause: "Token") -> "Token":
    """ "what they call a foreign-made government": the government."""
    if clause.lemma_ in ("call", "term", "describe") and any(c.lower_ == "what" for c in clause.children):
        return next((c for c in clause.children if c.dep_ == "oprd"), clause)
    return clause
