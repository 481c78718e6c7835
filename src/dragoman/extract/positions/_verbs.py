"""Stances told by verbs, and by the nouns these govern."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import NEGATED, Held, forms, is_courtesy, is_engaging, is_in, lemma_of
from dragoman.extract.positions._objects import object_of
from dragoman.extract.positions._topics import about, charged, earlier_topic, substance, told_before
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import conjuncts, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_VERB = {
    "demands": Stance.DEMANDS, "proposes": Stance.PROPOSES, "supports": Stance.SUPPORTS, "urges": Stance.URGES,
    "opposes": Stance.OPPOSES, "denies": Stance.DENIES,
}  # fmt: skip
_BY_NOUN = {
    "doubts": Stance.OPPOSES, "support_nouns": Stance.SUPPORTS, "oppose_nouns": Stance.OPPOSES,
    "urge_nouns": Stance.URGES, "demand_nouns": Stance.DEMANDS, "need_nouns": Stance.URGES,
    "approvals": Stance.SUPPORTS, "propose_nouns": Stance.PROPOSES,
}  # fmt: skip
_WITH = {"call": {"for", "on", "upon"}, "count": {"on", "upon"}, "agree": {"with"}}
# Verbs that take a stance only with such an object.
_OF_THINGS = {
    "seek": "engaging", "recognize": "claims", "recognise": "claims", "accept": "plans", "approve": "plans", "adopt": "drafts",
}  # fmt: skip
_JUDGEMENT = 8  # words after a thing in which it is judged


def by_verb(verb: "Token") -> Iterator[Held]:
    """ "urged both sides to stop", "supported by the government", "called for a truce"."""
    stance = _verb_stance(verb) if verb.pos_ == "VERB" else None
    topic = object_of(verb) if stance is not None else None
    holder = (subject_of(verb) or _root_subject(verb)) if topic is not None else None
    if stance is None or topic is None or holder is None or holder == topic or _tells_of_other(verb, stance, topic):
        return
    told = _past_empty(verb, stance, topic)
    if told is None:
        return
    stance, topic = told
    asked = _addressee(verb, topic)
    if stance is Stance.OPPOSES and is_in(verb, "backing") and verb.tag_ == "VBG" and outlook(verb).negated:
        stance = Stance.DENIES  # "is not supporting the rebels"
    if verb.lemma_ == "want" and is_in(topic, "gatherings"):
        stance = Stance.SUPPORTS  # who wants a meeting backs it
    if lemma_of(verb) == "call" and (asked is not None or is_in(topic, "soft")):
        stance = Stance.URGES  # "called on them to": softer than "called for the release"
    if lemma_of(verb) == "ask" and about(verb, ("for",)) is not None:
        stance = Stance.DEMANDS  # what is asked for, and not of whom
    yield Held(verb, stance, topic, holder, asked)
    for act in _further(topic) if asked is not None else ():
        yield Held(verb, stance, act, holder)
    for other in (c for c in verb.children if c.lemma_ == "do" and any(x.lower_ == "so" for x in c.children)):
        yield Held(verb, stance, topic, subject_of(other))  # "welcomed it, and so did France"


def _further(act: "Token") -> "Iterator[Token]":
    """What else is asked in one breath: "to hold their fire and to free the sick"."""
    for word in act.children:
        if word.dep_ == "conj" and word.tag_ == "VB" and any(c.tag_ == "TO" for c in word.children):
            yield word
            yield from _further(word)


def _is_means(verb: "Token") -> bool:
    """ "accused of backing the rebels", "by urging talks": what somebody is charged with, or a means to something else."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "by", "for", "from")


def _root_subject(verb: "Token") -> "Token | None":
    """The subject of the sentence for a later verb that the model hung on a clause within it."""
    root = verb.sent.root
    later = verb.dep_ == "conj" and verb.tag_ == "VBD" and root.tag_ == "VBD" and root.i < verb.i
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in verb.children)
    return subject_of(root) if later and bare else None


def _verb_stance(verb: "Token") -> Stance | None:
    """The stance that a verb tells as it stands here: with its particle, its mood and its negation."""
    words, found = stance_words(), forms(verb)
    name = next((name for name in _BY_VERB if not found.isdisjoint(words[name])), None)
    if name is None or not _fits(verb, lemma_of(verb)):
        return None
    if verb.dep_ == "amod" or _is_means(verb) or (verb.dep_ == "xcomp" and verb.head.lower_ == "expected"):
        return None
    view, stance = outlook(verb), _BY_VERB[name]
    if view.under(words["denies"]) or _is_neither(verb) or view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return None
    if view.mood is Mood.WANTED and _asked_of_others(verb):
        return None
    return NEGATED.get(stance) if view.negated else stance


def _tells_of_other(verb: "Token", stance: Stance, topic: "Token") -> bool:
    """Where the object makes no stance of the verb."""
    if stance is Stance.PROPOSES and (verb.dep_ == "acl" or is_in(verb, "presenting")):
        taken = verb.dep_ == "acl" and is_in(verb.head.head, "accepting")  # "accepted the terms drawn up by X"
        return taken or not is_in(topic, "plans")  # "the coalition proposed by X" tells of the coalition
    if verb.lemma_ == "invite":
        return not is_engaging(topic)  # "invited them to New York" names no talks
    if stance is Stance.SUPPORTS:
        honours = is_in(verb, "honouring") and not (is_engaging(topic) or is_in(topic, "plans"))
        return honours or is_courtesy(topic)
    if verb.lemma_ in ("refuse", "decline") and (is_in(topic, "no_comment") or is_in(topic, "not_telling")):
        return True  # silence, which is read elsewhere
    if stance is Stance.URGES and (
        topic.lemma_ in ("name", "identify", "quote") or any(is_in(t, "press") for t in topic.subtree)
    ):
        return True  # "who asked not to be named", "asked them not to speak to reporters"
    # Sorrow over an attack is no stance in a negotiation.
    scolded = any(is_in(topic, name) for name in ("violence", "people", "governing")) or topic.tag_ == "NNP"
    return stance is Stance.OPPOSES and is_in(verb, "condemning") and scolded


def _past_empty(verb: "Token", stance: Stance, topic: "Token") -> tuple[Stance, "Token"] | None:
    """The stance and what it is really on, where the object is "it", "the claim" or "the charge"."""
    words = stance_words()
    idle = topic.lower_ in words["empty"] or (topic.lemma_.lower() in words["weak"] and topic.pos_ == "NOUN")
    if idle and stance in (Stance.DENIES, Stance.OPPOSES, Stance.SUPPORTS):
        earlier = earlier_topic(verb) or (topic if topic.pos_ == "NOUN" else None)
        if earlier is None:
            return None
        laid = topic.lower_ in words["empty"] or topic.lemma_.lower() in words["charges"]
        stance, topic = Stance.DENIES if verb.lemma_ == "reject" and laid else stance, earlier
    thing = next((c for c in (*verb.children, topic) if c.dep_ == "dobj" or c == verb.head), None)
    if thing is not None and thing.lemma_.lower() in words["charges"]:
        stance = Stance.DENIES if stance is Stance.OPPOSES else stance
        accused = about(verb.sent.root, ("of",)) if verb.sent.root.lemma_ == "accuse" else None
        topic = (charged(thing) if thing != verb.head else accused) or earlier_topic(verb) or topic
    return stance, topic


def _is_neither(verb: "Token") -> bool:
    """ "neither confirmed nor denied": silence."""
    return verb.dep_ == "conj" and verb.head.lemma_ == "confirm" and any(c.lower_ == "nor" for c in verb.head.children)


def _addressee(verb: "Token", topic: "Token") -> "Token | None":
    """Who is asked to do what is urged: the object right before the infinitive."""
    if topic.pos_ != "VERB" or any(c.dep_ in ("nsubj", "nsubjpass") for c in topic.children):
        return None
    asked = next((c for c in verb.children if c.dep_ == "dobj" and c.i < topic.i), None)
    return asked if asked is not None else about(verb, ("on", "upon", "to"))


def _asked_of_others(verb: "Token") -> bool:
    """ "urged the council to condemn": the condemning is asked of others, no stance of theirs."""
    return verb.dep_ == "xcomp" and any(c.dep_ in ("dobj", "pobj") and c.i < verb.i for c in verb.head.children)


def _fits(verb: "Token", lemma: str) -> bool:
    """Verbs that take a stance only with certain words: "call for", "insist on", "want Russia to leave"."""
    near = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt", "advmod")}
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i), None)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in _WITH:
        agreed_to_act = lemma == "agree" and clause is not None
        if lemma == "agree" and "to" in near and not agreed_to_act:
            plan = about(verb, ("to",))
            return plan is not None and is_in(plan, "drafts")
        return bool(near & _WITH[lemma]) and not agreed_to_act and not any(c.dep_ == "prt" for c in verb.children)
    if lemma in _OF_THINGS:
        owed = lemma != "seek" and verb.tag_ == "VB"  # "to accept the plan" is still to be done
        subject = subject_of(verb) if lemma in ("approve", "adopt") else None
        owed = owed or (subject is not None and is_in(subject, "chambers"))
        return not owed and any(is_in(_meant(verb, c), _OF_THINGS[lemma]) for c in things)
    if is_in(verb, "holding_to"):
        return "to" in near and not things and not any(c.dep_ == "prt" for c in verb.children)
    if lemma in ("press", "push", "appeal"):
        return bool(near & {"for", "to"}) or bool(things)
    if lemma == "invite":
        return bool(near & {"for", "to"}) or clause is not None
    return _says(verb, lemma, clause, things, near)


def _meant(verb: "Token", thing: "Token") -> "Token":
    """What "it" is where something is accepted: "the plan was laid out; Paris has accepted it"."""
    earlier = earlier_topic(verb) if thing.lower_ == "it" else None
    return earlier if earlier is not None else thing


def _says(verb: "Token", lemma: str, clause: "Token | None", things: "list[Token]", near: set[str]) -> bool:
    """Verbs that take a stance by the clause they govern: what shall be, and not what is or will be."""
    if lemma in ("insist", "require"):
        return "on" in near or bool(things) or (clause is not None and _shall(clause))
    if lemma == "want":
        return any(c.pos_ in ("NOUN", "PROPN") or c.tag_ == "WDT" for c in things) or (
            clause is not None and _has_subject(clause)
        )
    if lemma == "suggest":
        return clause is None or not _is_told(clause)
    if lemma == "expect":
        return clause is not None and any(c.tag_ == "TO" for c in clause.children) and _is_expected(clause)
    if lemma == "ask":
        asks = clause is not None and not any(c.lower_ in ("whether", "if") for c in clause.children)
        return "for" in near or (clause is not None and asks and (clause.dep_ == "xcomp" or _shall(clause)))
    return lemma != "hope" or _is_hopeful(verb, clause, near)


def _is_hopeful(verb: "Token", clause: "Token | None", near: set[str]) -> bool:
    """ "hopes for talks", "hopes to build a consensus", "hopes the two will settle"; not "hopes it lasts"."""
    if clause is None:
        return "for" in near
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl"):
        return False  # "met, hoping to break the deadlock": what the meeting is for
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and is_in(clause, "effects") and subject.pos_ == "NOUN" and not is_in(subject, "people"):
        return False  # "hopes the step will lead to peace" tells what it is to bring
    if subject is None:
        return any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in clause.children) and not is_in(clause, "idle_acts")
    return subject.pos_ != "PRON"


def _is_told(clause: "Token") -> bool:
    """ "suggested that the strike had ruined the talks": told as a fact, and not put forward."""
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    return bool(helpers & {"will", "had", "has", "have", "may", "might"}) or (
        not helpers and clause.tag_ in ("VBD", "VBZ")
    )


def _is_expected(clause: "Token") -> bool:
    """ "expects Israel to withdraw": what is asked of a side, and not what is foretold of a thing or a delegation."""
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    named = subject is not None and (subject.pos_ == "PROPN" or is_in(subject, "governing"))
    return named and not is_in(clause, "idle_acts") and not is_in(clause, "coming")


def _has_subject(clause: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _shall(clause: "Token") -> bool:
    """Whether a clause says what shall be: "that Armenia amend", "that the troops must leave"."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    bare = clause.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in clause.children)
    return bare or clause.tag_ == "VB" or any(c.lower_ in ("must", "should", "be", "have") for c in helpers)


def expressed(verb: "Token") -> Iterator[Held]:
    """ "reiterated its support for the plan", "affirmed their commitment to negotiations"."""
    if verb.pos_ != "VERB" or not (is_in(verb, "expressing") or is_in(verb, "bringing")):
        return
    if any(c.lower_ == "up" for c in verb.children):
        return  # "gave up its demand"
    having = verb.lemma_ == "have"  # "has reservations about": other stances are not had but voiced
    holder = subject_of(verb)
    for noun in (part for c in verb.children if c.dep_ == "dobj" for part in conjuncts(c)):
        name = next((name for name in _BY_NOUN if is_in(noun, name)), None)
        topic = about(noun) or next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
        beside = about(verb, ("to", "for", "behind")) if name != "propose_nouns" else None
        topic = topic if topic is not None else beside
        topic = substance(topic) if topic is not None else None
        if name == "propose_nouns" and not is_in(verb, "bringing"):
            continue  # "noted the proposal"
        if (
            name is None
            or topic is None
            or (having and name != "doubts" and not (name == "oppose_nouns" and _is_none(noun)))
            or (name in ("support_nouns", "need_nouns") and is_courtesy(topic))
        ):
            continue
        if is_in(noun, "leaning") and not is_engaging(topic):
            continue
        stance, none = _BY_NOUN[name], _is_none(noun)
        if none or outlook(verb).negated:
            if noun.lemma_ == "doubt":
                continue  # "have no doubt that"
            if stance not in (Stance.SUPPORTS, Stance.OPPOSES):
                continue
            stance = Stance.OPPOSES if stance is Stance.SUPPORTS else Stance.SUPPORTS
        yield Held(verb, stance, topic, holder)


def _is_none(noun: "Token") -> bool:
    return any(c.lower_ in ("no", "little") for c in noun.children)


def aligned(word: "Token") -> Iterator[Held]:
    """ "were aligned on a proposal to bring in a mediator": all of them propose it."""
    plan = about(word, ("on", "behind")) if word.lower_ in ("aligned", "united") else None
    if plan is not None and is_in(plan, "plans"):
        verb = word if word.pos_ == "VERB" else word.head
        holder = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        yield Held(word, Stance.PROPOSES, substance(plan), holder)


def came_up_with(verb: "Token") -> Iterator[Held]:
    """ "came up with the idea of a summit", "came forward with a plan"."""
    plan = about(verb, ("with",)) if verb.lemma_ in ("come", "step") else None
    if plan is None or outlook(verb).negated or not (is_in(plan, "plans") or is_in(plan, "propose_nouns")):
        return
    if any(c.lower_ in ("up", "forward", "out") for c in verb.children):
        inner = about(plan, ("of", "for", "to"))
        yield Held(verb, Stance.PROPOSES, inner if inner is not None else plan, subject_of(verb))


def agreed_on(verb: "Token") -> Iterator[Held]:
    """ "agreed on the urgency of a deal": what both urge."""
    noun = about(verb, ("on",)) if verb.pos_ == "VERB" and verb.lemma_ == "agree" else None
    topic = about(noun, ("of", "for")) if noun is not None and is_in(noun, "need_nouns") else None
    if topic is not None and not outlook(verb).negated:
        yield Held(verb, Stance.URGES, substance(topic), subject_of(verb))


def wished(verb: "Token") -> Iterator[Held]:
    """ "want to resolve the dispute through talks": talking is backed; "wants to add voters", "does not want to leave"."""
    act = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if verb.pos_ != "VERB" or verb.lemma_ != "want" or act is None:
        return
    own, view = any(c.dep_ in ("nsubj", "nsubjpass") for c in act.children), outlook(verb)
    if view.mood not in (Mood.NOW, Mood.FACT):
        return
    if view.negated:
        yield Held(verb, Stance.OPPOSES, act, subject_of(verb))
    elif not own and not is_in(act, "idle_acts"):
        yield Held(verb, Stance.SUPPORTS if is_engaging(act) else Stance.DEMANDS, act, subject_of(verb))


def warned(verb: "Token") -> Iterator[Held]:
    """ "warned that the move could escalate the conflict"."""
    if verb.pos_ != "VERB" or verb.lemma_ != "warn":
        return
    topic = None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is not None and any(
        c.lower_ in ("would", "could", "will", "may") for c in clause.children if c.dep_ == "aux"
    ):
        topic = next((c for c in clause.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if topic is not None:
        yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def judged(verb: "Token") -> Iterator[Held]:
    """ "called the talk premature", "finds the outcome encouraging", "described the accord as a mistake"."""
    if verb.pos_ != "VERB" or not is_in(verb, "judging") or outlook(verb).negated:
        return
    inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    parts = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    parts += [c for c in inner.children if c.dep_ == "nsubj"] if inner is not None else []
    thing = next((c for c in parts if c.pos_ in ("NOUN", "PROPN") or c.lower_ in ("it", "this", "that")), None)
    if thing is None or is_in(thing, "bad"):
        return  # "called its failure a setback"
    said = {t.lemma_.lower() for t in verb.doc[thing.i + 1 : min(verb.sent.end, thing.i + _JUDGEMENT)]}
    said |= {t.lemma_.lower() for t in verb.subtree if t.dep_ == "oprd" or t.head.dep_ == "oprd"}
    words = stance_words()
    good = said & words["good"] or ("only" in said and said & words["ways"])
    stance = Stance.OPPOSES if said & words["bad"] or "wrong" in said else Stance.SUPPORTS if good else None
    if is_in(thing, "charges") and said & words["false"]:
        yield Held(verb, Stance.DENIES, charged(thing) or told_before(verb) or thing, subject_of(verb))
        return
    topic = substance(thing) if thing.pos_ != "PRON" else earlier_topic(verb)
    if stance is not None and topic is not None:
        yield Held(verb, stance, topic, subject_of(verb))
