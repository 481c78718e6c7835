"""Stances told by what somebody is, or by what a thing is said to be."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_engaging, is_in
from dragoman.extract.positions._topics import about, earlier_topic, substance, told_before
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import conjuncts, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOON = 5  # words after "is" within which it is told to be beyond bargaining
_BAD_PLACES = {"of": "question", "off": "table", "beyond": "question"}


def states_of(verb: "Token") -> "list[Token]":
    """What a subject is said to be: adjectives and nouns, also after "in" ("in support"), coordination expanded."""
    heads = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    heads += [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for o in c.children]
    return [part for head in heads for part in conjuncts(head)]


def disposed(verb: "Token") -> Iterator[Held]:
    """ "remains in support of the process", "is opposed to the plan", "is against it", "is open to talks"."""
    if not is_in(verb, "copulas") or outlook(verb).mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return
    negated = any(c.dep_ == "neg" for c in verb.children)  # its own: "unwilling" negates what it governs, not itself
    against = about(verb, ("against",))
    if against is not None and subject_of(verb) is not None and verb.lemma_ != "stand":
        yield Held(verb, Stance.SUPPORTS if negated else Stance.OPPOSES, substance(against), subject_of(verb))
        return
    for state in states_of(verb):
        stance = _stance_of(state)
        act = next((c for c in state.children if c.dep_ in ("xcomp", "ccomp")), None)
        topic = about(state) or act or about(verb, ("to", "of", "about")) or earlier_topic(verb)
        if stance is None or topic is None or (topic == act and is_in(topic, "idle_acts")):
            continue
        if topic == act and (is_in(topic, "no_comment") or is_in(topic, "not_telling")):
            continue  # "reluctant to comment"
        if (is_in(state, "leaning") and not is_engaging(topic)) or (topic == act and _is_unable(state)):
            continue
        if negated:
            stance = Stance.SUPPORTS if stance is Stance.OPPOSES else Stance.OPPOSES
        yield Held(verb, stance, substance(topic), subject_of(verb))


def _stance_of(state: "Token") -> Stance | None:
    if is_in(state, "support_words"):
        return Stance.SUPPORTS
    if is_in(state, "oppose_words"):
        return Stance.OPPOSES
    return Stance.DEMANDS if is_in(state, "demand_words") else None


def bound(verb: "Token") -> Iterator[Held]:
    """ "is committed to a settlement", "are opposed to it", where the model takes the state for a passive."""
    if verb.pos_ != "VERB" or verb.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in verb.children):
        return
    stance = Stance.SUPPORTS if verb.lower_ == "committed" else Stance.OPPOSES if verb.lower_ == "opposed" else None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    topic = about(verb, ("to",)) or next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if stance is Stance.SUPPORTS and topic is not None and not is_engaging(topic):
        return
    if stance is not None and subject is not None and topic is not None and not outlook(verb).negated:
        yield Held(verb, stance, substance(topic), subject)


def ready(word: "Token") -> Iterator[Held]:
    """ "is ready for talks", "willing to negotiate", "not prepared to talk": the talking itself is backed or refused."""
    if word.pos_ != "ADJ" or not is_in(word, "ready_words") or word.head.pos_ not in ("AUX", "VERB"):
        return
    act = next((c for c in word.children if c.dep_ == "xcomp"), None)
    topic = act if act is not None else about(word, ("for", "to"))
    if topic is None or not is_engaging(topic) or is_in(topic, "serving"):
        return
    view = outlook(word.head)
    if view.mood is not Mood.CONDITIONAL:
        yield Held(word, Stance.OPPOSES if view.negated else Stance.SUPPORTS, topic, subject_of(word.head))


def not_for_bargain(verb: "Token") -> Iterator[Held]:
    """In what a side says: "the fate of X is not up for negotiation", "our missiles are non-negotiable", "off limits"."""
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_ not in ("be", "remain") or thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return
    said = [t for t in verb.subtree if t.i > verb.i]
    negotiable = any(t.lower_ == "negotiable" for t in said if t.head == verb)
    beyond = next((t for t in said if t.dep_ == "pobj" and t.i - verb.i <= _SOON and is_in(t, "bargaining")), None)
    negated = any(c.dep_ == "neg" for c in verb.children) or any(t.lower_ == "non" and t.head == verb for t in said)
    off = beyond is not None and beyond.head.lower_ == "off"
    up = beyond is not None and beyond.head.lower_ in ("for", "on", "up", "open", "to")
    if off != negated and (off or negotiable or up):
        yield Held(verb, Stance.OPPOSES, thing)


def a_must(verb: "Token") -> Iterator[Held]:
    """ "sovereignty over the site is a must for the Palestinians"."""
    must = next((c for c in verb.children if c.dep_ == "attr" and is_in(c, "musts")), None)
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_ != "be" or must is None or thing is None or thing.pos_ not in ("NOUN", "PROPN", "VERB"):
        return
    if not outlook(verb).negated:
        yield Held(verb, Stance.DEMANDS, thing, about(must, ("for",)) or about(verb, ("for",)))


def predicated(verb: "Token") -> Iterator[Held]:
    """In what a side says: "the ultimatum is unacceptable", "a ceasefire is essential", "talks are out of the question"."""
    if verb.lemma_ not in ("be", "remain", "seem"):
        return
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    view = outlook(verb)
    act = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > verb.i), None)
    if thing is not None and thing.lower_ == "it" and act is not None and not view.negated:
        yield from _extraposed(verb, act)
        return
    if thing is None or view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return
    if (door := _door(verb, thing)) is not None:
        yield door
        return
    stance = _judgement(verb)
    if thing.lower_ in ("it", "this", "that") and stance is Stance.OPPOSES and not view.negated:
        thing = told_before(verb)
    if (
        thing is None
        or thing.pos_ not in ("NOUN", "PROPN", "VERB")
        or thing.lower_.strip('"\u201c') in ("these", "those")
    ):
        return
    if stance is not None:
        if view.negated:
            stance = Stance.SUPPORTS if stance is Stance.OPPOSES else Stance.OPPOSES
        yield Held(verb, stance, substance(thing))


def _door(verb: "Token", thing: "Token") -> Held | None:
    """ "the door to dialogue is open", "the window for talks is closed"."""
    topic = about(thing, ("to", "for", "of")) if is_in(thing, "doors") else None
    states = {c.lemma_.lower() for c in verb.children if c.dep_ == "acomp"}
    if topic is None or not states & {"open", "closed", "shut"} or not is_engaging(topic):
        return None
    return Held(verb, Stance.SUPPORTS if ("open" in states) != outlook(verb).negated else Stance.OPPOSES, topic)


def _is_own_need(state: "Token") -> bool:
    """ "essential for its economy": what a side lives by, and no call."""
    purpose = about(state, ("for", "to"))
    return purpose is not None and any(c.tag_ == "PRP$" for c in purpose.children)


def _is_unable(state: "Token") -> bool:
    """ "unable or unwilling to travel": want of means, and no stance."""
    return any(t.lower_ == "unable" for t in (state.head, *state.children, *state.head.children))


def _is_told_then(verb: "Token") -> bool:
    """ "said the deal was fair": the present of whoever said so; "said the talks had been useful" tells how they went."""
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    went = thing is None or is_in(thing, "sessions")
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and not went


def _is_stride(noun: "Token") -> bool:
    """ "a big step", "a good beginning"."""
    return is_in(noun, "strides") and any(is_in(c, "grand") for c in noun.children)


def _extraposed(verb: "Token", act: "Token") -> Iterator[Held]:
    """ "it is imperative that the war end", "it was premature to envisage changes"."""
    states = states_of(verb)
    if is_in(act, "idle_acts") or act.lemma_ == "have":
        return  # "it is vital to have friends"
    if any(is_in(state, "needful") for state in states):
        yield Held(verb, Stance.URGES, act)
    elif any(is_in(state, "bad") or is_in(state, "unwanted") for state in states):
        yield Held(verb, Stance.OPPOSES, act)


def _judgement(verb: "Token") -> Stance | None:
    for state in states_of(verb):
        if is_in(state, "ways") and any(c.lower_ == "only" for c in state.children):
            return Stance.SUPPORTS
        if is_in(state, "bad") or is_in(state, "unwanted"):
            return Stance.OPPOSES
        if any(c.lower_ == "because" for t in (state, verb) for c in t.subtree):
            return None  # "the push was necessary because": a reason given for what was done
        good = (is_in(state, "good") or _is_stride(state)) and (
            outlook(verb).mood is not Mood.FACT or _is_told_then(verb)
        )
        if (is_in(state, "needful") or good) and not _is_own_need(state):
            return Stance.SUPPORTS
    for place in (c for c in verb.subtree if c.dep_ == "prep" and c.lower_ in _BAD_PLACES):
        if any(o.lower_ == _BAD_PLACES[place.lower_] for o in place.children):
            return Stance.OPPOSES
    return None
