"""Denials: what a side says is untrue, was never done, does not exist."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_in
from dragoman.extract.positions._topics import about, charged, dealt_with, told_before
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook, predicate
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = ("kind", "sort")
_OPENING = 4  # words of a bare denial: "That is not true"


def has_none(verb: "Token") -> Iterator[Held]:
    """ "had no troops in Congo", "has nothing to do with the attack", "played no part in it": the side denies it."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ not in ("have", "play", "take", "hold") or _is_if(verb):
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None or subject_of(verb) is None:
        return
    topic = None
    if thing.lower_ == "nothing":
        topic = dealt_with(verb, thing)
    elif any(c.lower_ == "no" for c in thing.children) and is_in(thing, "disowned"):
        inner = about(thing, ("in", "of", "with", "to")) if is_in(thing, "bare_ties") else None
        topic = inner if inner is not None else thing
    if topic is not None:
        yield Held(verb, Stance.DENIES, topic, subject_of(verb))


def _is_if(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "because", "since", "unless") for c in verb.children)


def there_were_none(verb: "Token") -> Iterator[Held]:
    """In what a side says: "there were no talks with Washington", "there is no secret deal"."""
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return
    thing = next((c for c in verb.children if c.dep_ == "attr"), None)
    none = thing is not None and any(c.lower_ == "no" for c in thing.children)
    if not none or thing is None or outlook(verb).mood not in (Mood.FACT, Mood.NOW):
        return
    hidden = any(is_in(c, "hidden") for c in thing.children if c.dep_ in ("amod", "compound"))
    if hidden or is_in(thing, "alleged"):
        yield Held(verb, Stance.DENIES, thing)


def untrue(verb: "Token") -> Iterator[Held]:
    """ "reports of direct talks were false", "that is a lie": what is laid to a side is denied."""
    if verb.lemma_ != "be" or outlook(verb).negated:
        return
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    states = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    if thing is None or not any(is_in(s, "false") for s in states):
        return
    if is_in(thing, "charges") or (thing.lower_ == "talk" and about(thing, ("of",)) is not None):
        topic = charged(thing) or told_before(verb)
        yield Held(verb, Stance.DENIES, topic if topic is not None else thing)
    elif thing.lower_ in ("it", "this", "that") and not any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        topic = told_before(verb) if outlook(verb).mood in (Mood.FACT, Mood.NOW) else None
        if topic is not None:
            yield Held(verb, Stance.DENIES, topic)


def said_untrue(verb: "Token") -> Iterator[Held]:
    """ "Nonsense, answered the deputy", "Not so, said the spokesman": a denial in a word of what was told before."""
    if verb.pos_ != "VERB" or verb.sent.root != verb or subject_of(verb) is None:
        return
    words: list[str] = []
    for word in verb.sent:
        if word.is_punct and words:
            break
        if not word.is_punct:
            words.append(word.lower_)
    said = " ".join(words[:_OPENING])
    topic = told_before(verb) if len(words) <= _OPENING and said in stance_words()["bare_denials"] else None
    if topic is not None:
        yield Held(verb, Stance.DENIES, topic, subject_of(verb))


def no_such(noun: "Token") -> Iterator[Held]:
    """ "no such link exists", "knows of no such invitation", "was unaware of any such offer"."""
    near = {c.lower_ for c in noun.children}
    if "such" not in near or not near & {"no", "any"} or noun.pos_ != "NOUN":
        return
    verb = predicate(noun)
    unknown = verb.lemma_ == "know" or any(c.lower_ in ("aware", "unaware") for c in verb.children)
    if "no" in near or (unknown and outlook(verb).negated) or any(c.lower_ == "unaware" for c in verb.children):
        yield Held(noun, Stance.DENIES, noun, subject_of(verb) if unknown else None)


def not_done(verb: "Token") -> Iterator[Held]:
    """In what a side says: "it had not broken the ceasefire", "our troops have never crossed the border"."""
    if verb.pos_ != "VERB" or not is_in(verb, "misdeeds"):
        return
    view, subject = outlook(verb), next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not view.negated or view.mood is not Mood.FACT or view.under(stance_words()["denies"]):
        return
    own = subject.pos_ == "PRON" or any(c.lower_ in ("its", "our", "their", "my") for c in subject.children)
    if own and not _is_if(verb) and not any(c.lower_ == "yet" for c in verb.children):
        yield Held(verb, Stance.DENIES, verb)


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
        elif part.lower_ == "nothing" and part.dep_ == "nsubjpass":
            kind = about(part, ("of",))
            if kind is not None and kind.lower_ in _KINDS and (topic := told_before(verb)) is not None:
                yield Held(verb, Stance.DENIES, topic)
        elif part.lower_ in ("nobody", "none") or (part.lower_ == "nothing" and part.dep_ == "dobj"):
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c != part), None)
            yield Held(verb, Stance.DENIES, thing if thing is not None else verb)


def charge_denied(verb: "Token") -> Iterator[Held]:
    """ "accuses Chad of arming them, a charge Chad denies", "an accusation it rejects": the charge just laid."""
    if verb.pos_ != "VERB" or not is_in(verb, "waving_off"):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    near = (
        verb.head,
        *(c for c in (subject.children if subject is not None else ()) if c.dep_ in ("compound", "nmod")),
    )
    charge = next((t for t in near if is_in(t, "charges") and t.i < verb.i), None)
    untrue = about(verb, ("as",))  # "dismissed as untrue a claim that"
    if charge is None and untrue is not None and is_in(untrue, "charges") and (told := charged(untrue)) is not None:
        yield Held(verb, Stance.DENIES, told, subject)
        return
    if charge is None or subject is None:
        return
    accusing = next((t for t in verb.sent if t.i < charge.i and is_in(t, "accusing")), None)
    topic = about(accusing, ("of", "for")) if accusing is not None else charged(charge)
    accused = next((c for c in accusing.children if c.dep_ == "dobj"), None) if accusing is not None else None
    if topic is not None:
        own = subject if subject.pos_ != "PRON" or accused is None else accused
        yield Held(verb, Stance.DENIES, topic, own)
