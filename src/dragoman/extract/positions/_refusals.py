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

_NOWAY = ("question", "way", "possibility", "prospect", "room", "chance", "reason", "point", "sense")
_ELSE = ("alternative", "substitute")
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
    would = any(c.lower_ == "would" for c in verb.children) and not any(c.dep_ == "advcl" for c in verb.children)
    ahead = view.mood is Mood.FUTURE or would or view.under(frozenset(("wish", "want", "intend", "vow")))
    if is_in(verb, "tireless") and not any(c.dep_ == "dobj" for c in verb.children):
        return  # "will never stop working for peace"
    ahead = ahead or (view.mood is Mood.FACT and is_in(verb, "accepting"))
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp")), None) or about(verb) or verb
    if view.under(frozenset(("expect", "fail"))):
        return  # "was not expected to attend" is foretold, "failed to agree" befell both
    none = any(c.lower_ == "no" for c in thing.children)
    if (view.negated or none) and ahead and not view.under(stance_words()["denies"] | frozenset(("refuse", "decline"))):
        bare = thing.lower_ in stance_words()["empty"] and not any(True for _ in thing.rights)
        topic = earlier_topic(verb) if bare else thing
        if topic is not None:
            yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def silent(word: "Token") -> Iterator[Held]:
    """ "declined to comment on the dates", "had no immediate comment", "would neither confirm nor deny it"."""
    lemma = word.lemma_.lower()
    if (
        word.pos_ == "NOUN"
        and (lemma == "comment" or _are_withheld(word))
        and any(c.lower_ == "no" for c in word.children)
    ):
        topic = about(word) or earlier_topic(word)
        giver = about(word, ("from", "by"))
        giver = giver if giver is not None else subject_of(word.head)
        if topic is not None and word.head.pos_ in ("VERB", "AUX"):
            yield Held(word, Stance.NO_COMMENT, substance(topic), giver)
        return
    if word.pos_ != "VERB" or not (is_in(word, "no_comment") or is_in(word, "not_telling")):
        return
    neither = lemma == "confirm" and any(c.lower_ == "neither" for c in word.children)
    view = outlook(word)
    silent = lemma in stance_words()["no_comment"] and (view.negated or view.under(frozenset(("decline", "refuse"))))
    told = lemma in stance_words()["not_telling"] and (
        view.under(frozenset(("decline", "refuse")))
        or (view.negated and not neither and any(c.lower_ == "would" for c in word.children))
        or (lemma == "confirm" and view.negated and not neither and view.mood is Mood.FACT)
    )
    if told:
        topic = next((c for c in word.children if c.dep_ in ("ccomp", "dobj") and c.i > word.i), None) or about(word)
        if topic is not None:
            yield Held(word, Stance.NO_COMMENT, topic, subject_of(word))
        return
    if neither or (silent and view.mood is not Mood.CONDITIONAL):
        both = (word, *(c for c in word.children if c.dep_ == "conj"))
        thing = next((c for w in both for c in w.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        topic = about(word) or thing
        if topic is None or topic.lower_ in stance_words()["empty"]:
            topic = earlier_topic(word)
        if topic is not None and not (lemma != "comment" and is_in(topic, "requests")):
            yield Held(word, Stance.NO_COMMENT, substance(topic), subject_of(word))


def _are_withheld(noun: "Token") -> bool:
    """ "gave no details", "provided no explanation"."""
    given = noun.head.lemma_ in ("give", "provide", "offer", "release", "disclose", "share", "reveal")
    return noun.dep_ == "dobj" and given and is_in(noun, "details")


def nothing_done(verb: "Token") -> Iterator[Held]:
    """In what a side says: "no date was agreed", "we conceded nothing", "nobody has promised it"."""
    if verb.pos_ != "VERB" or outlook(verb).mood is not Mood.FACT or verb.tag_ not in ("VBD", "VBN"):
        return
    for part in verb.children:
        if part.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            continue
        if is_in(part, "yield") or verb.lemma_ in ("have", "reach"):
            continue  # "the session brought no result", "no deal was reached": told, and not denied
        if any(c.lower_ == "no" for c in part.children) and part.pos_ == "NOUN":
            yield Held(verb, Stance.DENIES, part)
        elif part.lower_ in ("nobody", "none") or (part.lower_ == "nothing" and part.dep_ == "dobj"):
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c != part), None)
            yield Held(verb, Stance.DENIES, thing if thing is not None else verb)


def nothing_to(verb: "Token") -> Iterator[Held]:
    """ "there is nothing to discuss with them", "I have nothing to say to them"."""
    if verb.lemma_ not in ("be", "have"):
        return
    thing = next((c for c in verb.children if c.dep_ in ("attr", "dobj") and c.lower_ == "nothing"), None)
    act = next((c for c in thing.children if c.pos_ == "VERB"), None) if thing is not None else None
    if act is not None and act.lemma_ in ("discuss", "say", "negotiate", "talk"):
        topic = about(act, ("with", "to", "about"))
        yield Held(verb, Stance.OPPOSES, topic if topic is not None else act, subject_of(verb))


def ruled_out(verb: "Token") -> Iterator[Held]:
    """ "there will be no ceasefire", "there is no question of leaving", "there is no alternative to talks"."""
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return
    thing = next((c for c in verb.children if c.dep_ == "attr"), None)
    if thing is None or not any(c.lower_ == "no" for c in (*thing.children, *verb.children)):
        return
    lemma, view = thing.lemma_.lower(), outlook(verb)
    inner = about(thing) or next((c for c in thing.children if c.dep_ in ("acl", "relcl")), None)
    if lemma in _ELSE and inner is not None:
        yield Held(verb, Stance.SUPPORTS, inner)
    elif is_in(thing, "troubles") or (lemma in _NOWAY and inner is not None and is_in(inner, "musing")):
        return  # "there will be no problem", "there is no reason to expect wonders"
    elif lemma in _NOWAY and inner is not None:
        yield Held(verb, Stance.OPPOSES, inner)
    elif any(c.lower_ in ("will", "would", "can", "could", "'ll") for c in verb.children if c.dep_ == "aux"):
        later = any(t.lower_ in _LATER for t in verb.subtree if t.i > thing.i)
        if view.mood is not Mood.CONDITIONAL or later:
            yield Held(verb, Stance.CONDITIONS if later else Stance.OPPOSES, thing)
