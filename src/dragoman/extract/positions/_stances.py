"""Where a text tells a stance: whose, which, on what. One function for each construction."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.extract.positions._objects import object_of
from dragoman.extract.positions._topics import about, charged, earlier_topic, substance
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_VERB = {
    "demands": Stance.DEMANDS, "proposes": Stance.PROPOSES, "supports": Stance.SUPPORTS, "urges": Stance.URGES,
    "opposes": Stance.OPPOSES, "denies": Stance.DENIES,
}  # fmt: skip
_BY_NOUN = {"support_nouns": Stance.SUPPORTS, "oppose_nouns": Stance.OPPOSES, "urge_nouns": Stance.URGES}
_NEGATED = {Stance.SUPPORTS: Stance.OPPOSES}
_JUDGEMENT = 8  # words after a thing in which it is judged
_LATER = ("until", "unless", "before", "once")


@dataclass(frozen=True, slots=True)
class Held:
    """A stance as told. `holder` is who holds it, None where the speaker of the passage does; `asked` who is to act."""

    cue: "Token"
    stance: Stance
    topic: "Token"
    holder: "Token | None" = None
    asked: "Token | None" = None


def stances_at(token: "Token") -> Iterator[Held]:
    """The stances told by a word; the first construction that fits counts."""
    for construction in (
        _silent,
        _conditional,
        _ready_if,
        _expressed,
        _adjective,
        _warned,
        _judged,
        _denied,
        _will_not,
        _by_verb,
        _modal,
    ):
        found = list(construction(token))
        if found:
            yield from found
            return


# Verbs of stance


def _by_verb(verb: "Token") -> Iterator[Held]:
    """ "urged both sides to stop", "supported by the government", "called for a truce"."""
    if verb.pos_ != "VERB":
        return
    words, forms = stance_words(), _forms(verb)
    name = next((name for name in _BY_VERB if not forms.isdisjoint(words[name])), None)
    if name is None or not _fits(verb, verb.lemma_.lower()):
        return
    view, stance = outlook(verb), _BY_VERB[name]
    if view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE) or (view.mood is Mood.WANTED and _asked_of_others(verb)):
        return
    if view.negated:
        if stance not in _NEGATED:
            return
        stance = _NEGATED[stance]
    topic = object_of(verb)
    holder = subject_of(verb)
    if topic is None or holder is None or holder == topic or (stance is Stance.PROPOSES and verb.dep_ == "acl"):
        return  # "the coalition proposed by X" tells of the coalition
    idle = topic.lower_ in words["empty"] or (topic.lemma_.lower() in words["weak"] and topic.pos_ == "NOUN")
    if idle and stance in (Stance.DENIES, Stance.OPPOSES, Stance.SUPPORTS):
        topic = earlier_topic(verb)
        if topic is None:
            return
        stance = Stance.DENIES if verb.lemma_ == "reject" else stance
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None and thing.lemma_.lower() in words["charges"]:
        stance = Stance.DENIES if stance is Stance.OPPOSES else stance
        topic = charged(thing) or earlier_topic(verb) or topic
    yield Held(verb, stance, topic, holder, _addressee(verb, topic))


def _addressee(verb: "Token", topic: "Token") -> "Token | None":
    """Who is asked to do what is urged: the object right before the infinitive."""
    if topic.pos_ != "VERB" or any(c.dep_ in ("nsubj", "nsubjpass") for c in topic.children):
        return None
    asked = next((c for c in verb.children if c.dep_ == "dobj" and c.i < topic.i), None)
    return asked if asked is not None else about(verb, ("on", "upon", "to"))


def _asked_of_others(verb: "Token") -> bool:
    """ "urged the council to condemn": the condemning is asked of others, no stance of theirs."""
    return verb.dep_ == "xcomp" and any(c.dep_ in ("dobj", "pobj") and c.i < verb.i for c in verb.head.children)


def _forms(verb: "Token") -> frozenset[str]:
    lemma = verb.lemma_.lower()
    return frozenset((lemma, *(f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod", "prep"))))


def _fits(verb: "Token", lemma: str) -> bool:
    """Verbs that take a stance only with certain words: "call for", "insist on", "want Russia to leave"."""
    near = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt", "advmod")}
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i), None)
    if lemma == "call":
        return bool(near & {"for", "on", "upon"})
    if lemma == "count":
        return bool(near & {"on", "upon"})
    if lemma in ("insist", "require"):
        return "on" in near or any(c.dep_ == "dobj" for c in verb.children) or (clause is not None and _shall(clause))
    if lemma == "want" and any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in verb.children):
        return True
    if lemma == "want":
        return clause is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    if lemma in ("press", "push", "appeal"):
        return bool(near & {"for", "to"}) or any(c.dep_ == "dobj" for c in verb.children)
    if lemma == "ask":
        return "for" in near or (clause is not None and (clause.dep_ == "xcomp" or _shall(clause)))
    if lemma == "invite":
        return bool(near & {"for", "to"}) or clause is not None
    return lemma != "hope" or clause is not None or "for" in near


def _shall(clause: "Token") -> bool:
    """Whether a clause says what shall be: "that Armenia amend", "that the troops must leave"."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    return clause.tag_ == "VB" or any(c.lower_ in ("must", "should", "be", "have") for c in helpers)


# Stances told by nouns and adjectives


def _expressed(verb: "Token") -> Iterator[Held]:
    """ "reiterated its support for the plan", "affirmed their commitment to negotiations"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in stance_words()["expressing"]:
        return
    holder = subject_of(verb)
    for noun in (c for c in verb.children if c.dep_ == "dobj"):
        name = next((name for name in _BY_NOUN if noun.lemma_.lower() in stance_words()[name]), None)
        topic = about(noun) or next((c for c in noun.children if c.dep_ == "acl"), None)
        if name is not None and topic is not None and not outlook(verb).negated:
            yield Held(verb, _BY_NOUN[name], substance(topic), holder)


def _adjective(verb: "Token") -> Iterator[Held]:
    """ "remains in support of the process", "is opposed to the plan", "was satisfied with the text"."""
    if verb.lemma_ not in ("be", "remain", "stay") or outlook(verb).mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return
    states = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    states += [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for o in c.children]
    for state in states:
        supports = (
            state.lemma_.lower() in stance_words()["support_words"] or state.lower_ in stance_words()["support_words"]
        )
        opposes = (
            state.lemma_.lower() in stance_words()["oppose_words"] or state.lower_ in stance_words()["oppose_words"]
        )
        topic = about(state)
        if (supports or opposes) and (topic := topic if topic is not None else earlier_topic(verb)) is not None:
            negated = outlook(verb).negated
            yield Held(
                verb, Stance.OPPOSES if opposes != negated else Stance.SUPPORTS, substance(topic), subject_of(verb)
            )


# Warnings, denials, silence


def _warned(verb: "Token") -> Iterator[Held]:
    """ "warned against easing the pressure", "warned that the move could escalate the conflict"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("warn", "caution"):
        return
    topic = about(verb, ("against",))
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if (
        topic is None
        and verb.lemma_ == "warn"
        and clause is not None
        and any(c.lower_ in ("would", "could", "will", "may") for c in clause.children if c.dep_ == "aux")
    ):
        topic = next((c for c in clause.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if topic is not None:
        yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def _judged(verb: "Token") -> Iterator[Held]:
    """ "called the talk premature", "finds the outcome encouraging", "described the accord as a mistake"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in stance_words()["judging"] or outlook(verb).negated:
        return
    inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    parts = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    parts += [c for c in inner.children if c.dep_ == "nsubj"] if inner is not None else []
    thing = next((c for c in parts if c.pos_ in ("NOUN", "PROPN")), None)
    if thing is None:
        return
    said = {t.lemma_.lower() for t in verb.doc[thing.i + 1 : min(verb.sent.end, thing.i + _JUDGEMENT)]}
    said |= {t.lemma_.lower() for t in verb.subtree if t.dep_ == "oprd" or t.head.dep_ == "oprd"}
    words = stance_words()
    stance = Stance.OPPOSES if said & words["bad"] else Stance.SUPPORTS if said & words["good"] else None
    if stance is not None:
        yield Held(verb, stance, substance(thing), subject_of(verb))


def _denied(word: "Token") -> Iterator[Held]:
    """ "has no intention of occupying", "would not pursue nuclear weapons": a side denies what is laid to it."""
    if word.lemma_.lower() == "intention" and any(c.lower_ == "no" for c in word.children):
        topic = about(word, ("of",)) or next((c for c in word.children if c.dep_ == "acl"), None)
        if topic is not None and word.head.pos_ == "VERB":
            yield Held(word, Stance.DENIES, topic, subject_of(word.head))
    elif word.pos_ == "VERB" and word.lemma_.lower() in stance_words()["not_doing"]:
        view = outlook(word)
        thing = next((c for c in word.children if c.dep_ == "dobj"), None)
        if (
            view.negated
            and not view.under(stance_words()["denies"])
            and view.mood in (Mood.NOW, Mood.FUTURE, Mood.FACT)
            and thing is not None
        ):
            yield Held(word, Stance.DENIES, thing, subject_of(word))


def _will_not(verb: "Token") -> Iterator[Held]:
    """ "would not accept foreign troops", "vowed never to recognise it", "I do not wish to sign any documents"."""
    if verb.pos_ != "VERB" or _forms(verb).isdisjoint(stance_words()["not_taking"]):
        return
    view = outlook(verb)
    would = any(c.lower_ == "would" for c in verb.children) and not any(c.dep_ == "advcl" for c in verb.children)
    ahead = view.mood is Mood.FUTURE or would or view.under(frozenset(("wish", "want", "intend", "vow")))
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp")), None) or about(verb) or verb
    if view.negated and ahead and not view.under(stance_words()["denies"] | frozenset(("refuse", "decline"))):
        topic = earlier_topic(verb) if thing.lower_ in stance_words()["empty"] else thing
        if topic is not None:
            yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def _silent(word: "Token") -> Iterator[Held]:
    """ "declined to comment on the dates", "had no immediate comment", "would neither confirm nor deny it"."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN" and lemma == "comment" and any(c.lower_ == "no" for c in word.children):
        topic = about(word) or earlier_topic(word)
        if topic is not None and word.head.pos_ in ("VERB", "AUX"):
            yield Held(word, Stance.NO_COMMENT, substance(topic), subject_of(word.head))
        return
    if word.pos_ != "VERB":
        return
    neither = lemma == "confirm" and any(c.lower_ == "neither" for c in word.children)
    view = outlook(word)
    silent = lemma in stance_words()["no_comment"] and (view.negated or view.under(frozenset(("decline", "refuse"))))
    told = lemma in stance_words()["not_telling"] and view.under(frozenset(("decline", "refuse")))
    if told:
        topic = next((c for c in word.children if c.dep_ in ("ccomp", "dobj") and c.i > word.i), None) or about(word)
        if topic is not None:
            yield Held(word, Stance.NO_COMMENT, topic, subject_of(word))
        return
    if neither or (silent and view.mood is not Mood.CONDITIONAL):
        both = (word, *(c for c in word.children if c.dep_ == "conj"))
        thing = next((c for w in both for c in w.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        topic = about(word) or thing or earlier_topic(word)
        if topic is not None:
            yield Held(word, Stance.NO_COMMENT, substance(topic), subject_of(word))


# Conditions and modal claims


def _conditional(verb: "Token") -> Iterator[Held]:
    """ "will not return until Rice retracts", "will cross only if", "threatened to bar them if", "depends on"."""
    if verb.pos_ != "VERB":
        return
    lemma, view = verb.lemma_.lower(), outlook(verb)
    if lemma in ("depend", "hinge") and (subject := subject_of(verb)) is not None:
        yield Held(verb, Stance.CONDITIONS, subject)
        return
    act = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    near = (verb, *((act,) if act is not None else ()))
    clauses = [c for word in near for c in word.children if c.dep_ == "advcl"]
    marks = {m.lower_ for c in clauses for m in c.children if m.dep_ in ("mark", "advmod")}
    marks |= {
        c.lower_
        for word in near
        for c in word.children
        if c.dep_ == "prep" and any(x.dep_ == "pcomp" for x in c.children)
    }
    only = any(t.lower_ == "only" and t.nbor(1).lower_ in ("if", "when", "after") for t in verb.sent[:-1])
    refusing = lemma in ("refuse", "reject", "decline") or not _forms(verb).isdisjoint(("rule out",))
    topic = act if act is not None else object_of(verb) if refusing else verb
    if topic is not None and marks & frozenset(_LATER) and (refusing or (view.negated and view.mood is Mood.FUTURE)):
        yield Held(verb, Stance.CONDITIONS, topic, subject_of(verb))
    elif only and "if" in marks and view.mood in (Mood.FUTURE, Mood.NOW):
        yield Held(verb, Stance.CONDITIONS, verb, subject_of(verb))
    elif lemma == "threaten" and act is not None and any(t.lower_ in ("if", "unless", "should") for t in verb.subtree):
        yield Held(verb, Stance.CONDITIONS, act, subject_of(verb))


def _ready_if(word: "Token") -> Iterator[Held]:
    """ "is ready to contribute if there is a backstop", "willing to talk once the fire ceases"."""
    if word.pos_ != "ADJ" or word.lemma_ not in ("ready", "willing", "prepared") or word.head.pos_ != "AUX":
        return
    act = next((c for c in word.children if c.dep_ == "xcomp"), None)
    clauses = [
        c for w in (word.head, word, *((act,) if act is not None else ())) for c in w.children if c.dep_ == "advcl"
    ]
    if act is not None and any(m.lower_ in ("if", "once", "unless", "soon") for c in clauses for m in c.children):
        yield Held(word, Stance.CONDITIONS, act, subject_of(word.head))


def _modal(verb: "Token") -> Iterator[Held]:
    """In what somebody says: "Hamas must release the hostages", "the killing has to stop", "talks should be resumed"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    above = verb.head if verb.dep_ == "xcomp" else None
    if above is not None and above.lemma_ in ("have", "need") and any(c.lower_ == "to" for c in verb.children):
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        helpers = {"must"} if not outlook(above).negated else set()
    if subject is None or subject.pos_ == "PRON" or outlook(verb).negated:
        return
    if "must" in helpers:
        yield Held(verb, Stance.DEMANDS, verb)
    elif "should" in helpers and not any(c.lower_ == "should" and c.i < subject.i for c in verb.children):
        yield Held(verb, Stance.PROPOSES, verb)
