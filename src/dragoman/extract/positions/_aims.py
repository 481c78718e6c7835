"""What a side is after: what it fights for or seeks, would like to see, and what its demands and plans are said to be."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_courtesy, is_engaging, is_in
from dragoman.extract.positions._nouns import owner_of
from dragoman.extract.positions._topics import about, substance
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import conjuncts, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = (Mood.NOW, Mood.FACT)
_NO_LESS = ("than", "of", "but", "except")


def striven_for(verb: "Token") -> Iterator[Held]:
    """ "has been fighting for a homeland", "seeks an end to the blockade", "is holding out for full recognition"."""
    if verb.pos_ != "VERB" or outlook(verb).negated or outlook(verb).mood not in (*_TOLD, Mood.FUTURE, Mood.WANTED):
        return
    if is_in(verb, "striving"):
        goal = about(verb, ("for",))
    elif is_in(verb, "seeking"):
        goal = next((c for c in verb.children if c.dep_ == "dobj"), None)
    else:
        return
    out = is_in(verb, "holding") and any(c.lower_ == "out" for c in verb.children)
    if goal is not None and (out or is_in(goal, "causes") or (is_in(goal, "gains") and not is_in(verb, "warring"))):
        yield Held(verb, Stance.DEMANDS, goal, subject_of(verb))


def struggle(noun: "Token") -> Iterator[Held]:
    """ "its campaign for an independent state", "the rebels' fight for autonomy"."""
    goal = about(noun, ("for",)) if is_in(noun, "struggles") else None
    owner = owner_of(noun) if goal is not None and is_in(goal, "causes") else None
    if goal is not None and owner is not None and owner != goal:
        yield Held(noun, Stance.DEMANDS, goal, owner)


def would_like(verb: "Token") -> Iterator[Held]:
    """ "would like to see a deal", "would like the talks to resume", "would like to resume the talks"."""
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "'d") for c in verb.children)
    if verb.pos_ != "VERB" or verb.lemma_ not in ("like", "love", "prefer") or not would or verb.dep_ == "conj":
        return
    act = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if act is not None and act.lemma_ == "see":
        inner = next((c for c in act.children if c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > act.i), None)
        act, thing = None, inner
    topic = (
        thing if thing is not None else act if act is not None and (_is_of_others(act) or is_engaging(act)) else None
    )
    negated = any(c.dep_ == "neg" for c in verb.children)
    if topic is not None and not is_courtesy(topic) and not is_in(topic, "idle_acts"):
        yield Held(verb, Stance.OPPOSES if negated else Stance.SUPPORTS, topic, subject_of(verb))


def _is_of_others(act: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in act.children)


def said_to_be(verb: "Token") -> Iterator[Held]:
    """ "its main demand is a full withdrawal", "the group's demands include", "its precondition for talks is"."""
    if verb.lemma_ not in ("be", "include", "remain"):
        return
    noun = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if noun is None or outlook(verb).negated:
        return
    if (held := _among(verb, noun)) is not None:
        yield held
        return
    owner = owner_of(noun)
    stance = _of_named(noun)
    things = [c for c in verb.children if c.dep_ in ("attr", "dobj", "ccomp", "xcomp", "advcl") and c.i > verb.i]
    if stance is None or not things:
        return
    topic = about(noun, ("for", "to")) if stance is Stance.CONDITIONS else None
    if topic is not None:
        yield Held(verb, stance, topic, owner)
        return
    stance = Stance.DEMANDS if stance is Stance.CONDITIONS else stance  # "its key condition is a pullout"
    for thing in conjuncts(things[0]):
        yield Held(verb, stance, thing, owner)


def _of_named(noun: "Token") -> Stance | None:
    """The stance that a noun names: a demand, a red line, a proposal, a condition."""
    if is_in(noun, "demand_nouns") or (noun.lemma_ == "line" and any(c.lower_ == "red" for c in noun.children)):
        return Stance.DEMANDS
    if is_in(noun, "terms"):
        return Stance.CONDITIONS
    return Stance.PROPOSES if noun.lemma_ in ("proposal", "suggestion", "idea") and owner_of(noun) is not None else None


def _among(verb: "Token", thing: "Token") -> Held | None:
    """ "a full withdrawal is among its demands", "is one of the demands of the rebels"."""
    told = next((c for c in verb.children if c.dep_ == "attr"), None)
    among = about(verb, ("among",)) or (about(thing, ("among",)) if told is not None else None)
    one = about(told, ("of",)) if told is not None and told.lower_ == "one" else None
    noun = among or one or told
    owner = owner_of(noun) if noun is not None and is_in(noun, "demand_nouns") else None
    if noun is None or owner is None or owner == noun:
        return None
    topic = told if told is not None and among is not None and about(thing, ("among",)) == among else thing
    return Held(verb, Stance.DEMANDS, topic, owner) if topic.pos_ in ("NOUN", "PROPN", "VERB") else None


def nothing_less(verb: "Token") -> Iterator[Held]:
    """ "will settle for nothing less than independence", "will accept nothing short of a withdrawal"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None) or about(verb, ("for", "about"))
    if verb.pos_ != "VERB" or thing is None or thing.lower_ != "nothing":
        return
    goal = next(
        (o for t in verb.subtree if t.lower_ in _NO_LESS and t.i > thing.i for o in t.children if o.dep_ == "pobj"),
        None,
    )
    if goal is not None and thing.nbor(1).lower_ in ("less", "short", "but", "except", "other"):
        yield Held(verb, Stance.DEMANDS, goal, subject_of(verb))


def plan_says(verb: "Token") -> Iterator[Held]:
    """ "the Egyptian proposal calls for a two-month truce", "the French plan envisages": what its owner puts forward."""
    if verb.pos_ != "VERB" or not is_in(verb, "envisaging") or outlook(verb).negated:
        return
    plan = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if plan is None or not is_in(plan, "own_plans"):
        return
    owner = owner_of(plan)
    thing = about(verb, ("for",)) or next((c for c in verb.children if c.dep_ in ("dobj", "xcomp", "ccomp")), None)
    if owner is not None and thing is not None and owner != plan:
        yield Held(verb, Stance.PROPOSES, substance(thing), owner)


def backed_by(verb: "Token") -> Iterator[Held]:
    """ "the talks have the full support of China", "the plan met with opposition from Greece", "drew praise from"."""
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None) or about(verb, ("with",))
    if verb.pos_ != "VERB" or noun is None or not is_in(verb, "meeting_with") or outlook(verb).negated:
        return
    names = {"support_nouns": Stance.SUPPORTS, "approvals": Stance.SUPPORTS, "oppose_nouns": Stance.OPPOSES}
    stance = next((stance for name, stance in names.items() if is_in(noun, name)), None)
    holder = about(noun, ("of", "from", "by")) or about(verb, ("from",))
    topic = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if stance is not None and holder is not None and topic is not None and not is_courtesy(topic):
        yield Held(verb, stance, substance(topic), holder)
