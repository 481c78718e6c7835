"""Denials, refusals and silence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, forms, is_in
from dragoman.extract.positions._topics import about, earlier_topic, substance
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = (",", ";", '"', ".", "\u201d")
_LATER = ("until", "unless", "before", "without", "till", "long", "while")


def denied(word: "Token") -> Iterator[Held]:
    """ "has no intention of occupying", "would not pursue nuclear weapons": a side denies what is laid to it."""
    if word.lemma_.lower() == "intention" and any(c.lower_ == "no" for c in word.children):
        topic = about(word, ("of",)) or next((c for c in word.children if c.dep_ == "acl"), None)
        later = any(t.lower_ in _LATER for t in word.sent if t.i > word.i)
        if topic is not None and word.head.pos_ == "VERB":
            yield Held(word, Stance.CONDITIONS if later else Stance.DENIES, topic, subject_of(word.head))
    elif word.pos_ == "VERB" and word.lemma_.lower() in stance_words()["not_doing"]:
        view = outlook(word)
        thing = next((c for c in word.children if c.dep_ == "dobj"), None)
        if (
            view.negated
            and not view.under(stance_words()["denies"])
            and view.mood in (Mood.NOW, Mood.FUTURE, Mood.FACT)
            and thing is not None
            and not (word.dep_ == "xcomp" and word.head.pos_ == "ADJ")  # "is unwilling to seek" is a stance of its own
        ):
            yield Held(word, Stance.DENIES, thing, subject_of(word))


def will_not(verb: "Token") -> Iterator[Held]:
    """ "would not accept foreign troops", "vowed never to recognise it", "I do not wish to sign any documents"."""
    if verb.pos_ != "VERB" or forms(verb).isdisjoint(stance_words()["not_taking"]):
        return
    view = outlook(verb)
    if verb.dep_ in ("advcl", "relcl") and any(c.dep_ == "mark" for c in verb.children):
        return  # "if it does not accept the plan"
    would = any(c.lower_ == "would" for c in verb.children) and not any(c.dep_ == "advcl" for c in verb.children)
    ahead = view.mood is Mood.FUTURE or would or view.under(frozenset(("wish", "want", "intend", "vow")))
    if is_in(verb, "tireless") and not any(c.dep_ == "dobj" for c in verb.children):
        return  # "will never stop working for peace"
    ahead = ahead or (view.mood is Mood.FACT and is_in(verb, "accepting")) or _is_going_to(verb)
    ahead = ahead or (view.mood is Mood.NOW and is_in(verb, "not_owning"))
    ahead = ahead or (is_in(verb, "not_bearing") and any(c.lower_ in ("can", "ca") for c in verb.children))
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp")), None) or about(verb) or verb
    if view.under(stance_words()["promising"]) and not is_in(verb, "not_bearing"):
        return  # "pledged not to stop lorries": a promise
    if view.under(frozenset(("expect", "fail"))):
        return  # "was not expected to attend" is foretold, "failed to agree" befell both
    none = any(c.lower_ == "no" for c in thing.children)
    if (view.negated or none) and ahead and not view.under(stance_words()["denies"] | frozenset(("refuse", "decline"))):
        bare = thing.lower_ in stance_words()["empty"] and not any(True for _ in thing.rights)
        above = verb.head if verb.dep_ == "relcl" and thing.tag_ in ("WDT", "WP") else None
        topic = above or (earlier_topic(verb) if bare else thing)
        if _has_terms(verb):
            yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))
        elif topic is not None:
            yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def _has_terms(verb: "Token") -> bool:
    """ "will not disarm a single man unless they leave, he said": terms that the model hung on the saying."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.text in _STOPS:
            return False
        if word.lower_ in ("unless", "until") and word.dep_ in ("mark", "prep", "advmod"):
            return True
    return False


def _is_going_to(verb: "Token") -> bool:
    """ "is not going to give up its territory"."""
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going" and any(c.dep_ == "neg" for c in verb.head.children)


def said_no(verb: "Token") -> Iterator[Held]:
    """ "said no to the plan", "sees no reason for talks"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("say", "see", "find", "have"):
        return
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "intj", "advmod", "ccomp") and c.i > verb.i), None)
    if thing is None:
        return
    topic = None
    if verb.lemma_ == "say" and thing.lower_ == "no":
        topic = about(verb, ("to",)) or about(thing, ("to",))
    elif any(c.lower_ == "no" for c in thing.children) and (is_in(thing, "ways_out") or is_in(thing, "appetites")):
        topic = about(thing, ("for", "in", "of")) or next((c for c in thing.children if c.tag_ == "VB"), None)
    if topic is not None and not any(c.dep_ == "neg" for c in verb.children):
        yield Held(verb, Stance.OPPOSES, substance(topic), subject_of(verb))


def nothing_to(verb: "Token") -> Iterator[Held]:
    """ "there is nothing to discuss with them", "I have nothing to say to them"."""
    if verb.lemma_ not in ("be", "have"):
        return
    thing = next((c for c in verb.children if c.dep_ in ("attr", "dobj") and c.lower_ == "nothing"), None)
    act = next((c for c in thing.children if c.pos_ == "VERB"), None) if thing is not None else None
    if act is not None and act.lemma_ in ("say", "add") and (topic := about(act, ("about", "on"))) is not None:
        yield Held(verb, Stance.NO_COMMENT, topic, subject_of(verb))
        return
    if act is not None and is_in(act, "talking"):
        topic = about(act, ("with", "to", "about"))
        yield Held(verb, Stance.OPPOSES, topic if topic is not None else act, subject_of(verb))


def ruled_out(verb: "Token") -> Iterator[Held]:
    """ "there will be no ceasefire", "there is no question of leaving", "there is no alternative to talks"."""
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return
    thing = next((c for c in verb.children if c.dep_ == "attr"), None)
    if thing is None or not any(c.lower_ == "no" for c in (*thing.children, *verb.children)):
        return
    view = outlook(verb)
    inner = about(thing) or next((c for c in thing.children if c.dep_ in ("acl", "relcl")), None)
    if is_in(thing, "substitutes") and inner is not None:
        yield Held(verb, Stance.SUPPORTS, inner)
    elif is_in(thing, "troubles") or (is_in(thing, "ways_out") and inner is not None and is_in(inner, "musing")):
        return  # "there will be no problem", "there is no reason to expect wonders"
    elif is_in(thing, "ways_out") and inner is not None:
        yield Held(verb, Stance.OPPOSES, inner)
    elif any(c.lower_ in ("will", "would", "can", "could", "'ll") for c in verb.children if c.dep_ == "aux"):
        later = any(t.lower_ in _LATER for t in verb.subtree if t.i > thing.i)
        if view.mood is not Mood.CONDITIONAL or later:
            yield Held(verb, Stance.CONDITIONS if later else Stance.OPPOSES, thing)
