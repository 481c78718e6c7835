"""Terms: what something is made to depend on, and what has to come before it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_engaging, is_in, lemma_of
from dragoman.extract.positions._objects import object_of
from dragoman.extract.positions._topics import about
from dragoman.lexicon.clause import clause_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook, predicate
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset(("will", "would", "could", "can", "may"))


def on_terms(word: "Token") -> Iterator[Held]:
    """ "a truce is conditional on withdrawal", "agreed on condition that", "made recognition a condition for talks"."""
    if word.pos_ == "ADJ" and is_in(word, "dependent") and about(word, ("on", "upon")) is not None:
        verb = _governor(word)
        if verb.pos_ == "AUX" and (subject := subject_of(verb)) is not None:
            owner = next((c for c in subject.children if c.dep_ == "poss"), None)
            yield Held(word, Stance.CONDITIONS, subject, owner)
        return
    if word.pos_ != "NOUN" or not is_in(word, "terms"):
        return
    if (act := _agreed_to(word)) is not None:
        topic = object_of(act) if is_in(act, "accepting") else None
        yield Held(word, Stance.CONDITIONS, topic if topic is not None else act, subject_of(act))
        return
    topic = about(word, ("for", "to", "of"))
    governor = word.head if word.head.pos_ != "ADP" else word.head.head
    several = word.tag_ == "NNS" and word.lemma_ == "condition"
    if several and (
        topic is None or not is_engaging(topic) or topic.lemma_ == "peace" or not is_in(governor, "laying_down")
    ):
        return  # "the conditions for peace": circumstances
    if topic is not None and governor.pos_ in ("VERB", "AUX"):
        owner = next((c for c in word.children if c.dep_ == "poss"), None)
        yield Held(word, Stance.CONDITIONS, topic, subject_of(governor) if is_in(governor, "laying_down") else owner)


def _agreed_to(word: "Token") -> "Token | None":
    """The act that is done on a condition: "will attend on condition that"; not "said on condition that"."""
    clause = any(c.dep_ in ("acl", "ccomp") and any(m.lower_ == "that" for m in c.children) for c in word.children)
    act = predicate(word.head) if clause and word.head.lower_ in ("on", "under") else None
    told = act is not None and (act.lemma_ in clause_words().saying or is_in(act, "speaking"))
    return act if act is not None and act.pos_ == "VERB" and not told else None


def made_to_depend(verb: "Token") -> Iterator[Held]:
    """ "made the release conditional on", "tied membership to reform", "linked aid to progress", "conditioned it on"."""
    if verb.pos_ != "VERB" or outlook(verb).mood not in (Mood.NOW, Mood.FACT, Mood.FUTURE):
        return
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if is_in(verb, "conditioning"):
        holder = subject_of(verb)
        owned = thing is not None and (thing.dep_ == "dobj" or holder is not None or verb.lemma_ == "condition")
        if thing is not None and owned and _is_waiting(verb, thing):
            yield Held(verb, Stance.CONDITIONS, thing, holder)
    elif verb.lemma_ in ("make", "render"):
        state = next((t for t in verb.subtree if t.i > verb.i and is_in(t, "dependent")), None)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if thing is None and clause is not None:
            thing = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        if (
            state is not None
            and thing is not None
            and any(t.lower_ in ("on", "upon") for t in state.doc[state.i + 1 : state.i + 2])
        ):
            yield Held(verb, Stance.CONDITIONS, thing, subject_of(verb))


def _is_waiting(verb: "Token", thing: "Token") -> bool:
    """ "linked aid to progress", also where the model hangs "to progress" on the aid."""
    links = ("on", "upon", "to")
    return about(verb, links) is not None or (
        verb.lemma_ in ("tie", "link", "peg") and about(thing, ("to",)) is not None
    )


def wanted_first(verb: "Token") -> Iterator[Held]:
    """ "insists that sanctions be lifted before it returns to talks", "wants a withdrawal before any talks"."""
    if verb.pos_ != "VERB" or not is_in(verb, "demands") or outlook(verb).negated:
        return
    if lemma_of(verb) == "expect" or outlook(verb).mood not in (Mood.NOW, Mood.FACT):
        return
    topic, holder = put_off(verb), subject_of(verb)
    if topic is not None and holder is not None:
        yield Held(verb, Stance.CONDITIONS, topic, holder)


def put_off(verb: "Token") -> "Token | None":
    """What comes only after what the verb wants: the talks of "must leave before talks can begin"."""
    for word in verb.subtree:
        if word.lower_ != "before" or (word.i < verb.i and word.dep_ != "prep"):
            continue
        if word.dep_ == "mark" and _comes_after(word.head):
            return word.head
        later = next((c for c in word.children if c.dep_ in ("pobj", "pcomp")), None)
        if later is not None and is_engaging(later) and later.ent_type_ != "DATE":
            return later
    return None


def _comes_after(clause: "Token") -> bool:
    """Whether a clause with "before" tells of talking, settling or an act that waits, and not of a day or an event."""
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    waits = any(c.lower_ in _AHEAD for c in clause.children if c.dep_ == "aux")
    return waits or is_engaging(clause) or (subject is not None and is_in(subject, "engaging"))


def _governor(word: "Token") -> "Token":
    return word.head if word.head.pos_ in ("AUX", "VERB") else word.head.head
