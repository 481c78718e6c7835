"""A stance as told, and what its tellers ask of words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_MISREAD = {"hop": "hope"}  # what the model makes of "hopes" and "hoped"
NEGATED = {Stance.SUPPORTS: Stance.OPPOSES}


@dataclass(frozen=True, slots=True)
class Held:
    """A stance as told. `holder` is who holds it, None where the speaker of the passage does; `asked` who is to act."""

    cue: "Token"
    stance: Stance
    topic: "Token"
    holder: "Token | None" = None
    asked: "Token | None" = None


def lemma_of(word: "Token") -> str:
    """The lemma in lower case, where the model is wrong about it the right one."""
    lemma = word.lemma_.lower()
    return _MISREAD.get(lemma, lemma)


def forms(verb: "Token") -> frozenset[str]:
    """A verb's lemma alone and with each particle or preposition: "rule", "rule out"."""
    lemma = lemma_of(verb)
    return frozenset((lemma, *(f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod", "prep"))))


def is_in(word: "Token", name: str) -> bool:
    """Whether a word, as lemma or as printed, is in a list of the lexicon."""
    words = stance_words()[name]
    return word.lemma_.lower() in words or word.lower_ in words


def is_engaging(topic: "Token") -> bool:
    """Whether a topic is talking and settling: what readiness and commitment must be for to be a stance on talks."""
    if is_in(topic, "engaging"):
        return True
    near = [c for c in topic.children if c.dep_ in ("dobj", "xcomp", "conj", "compound")]
    near += [o for c in topic.children if c.dep_ in ("prep", "prt") for o in c.children if o.dep_ in ("pobj", "pcomp")]
    working = is_in(topic, "working")  # "working to reach a peace"
    aims = [c for c in topic.children if c.dep_ == "advcl" and c.tag_ == "VB"] if working else []
    near += [o for aim in aims for o in aim.children if o.dep_ == "dobj"]
    return any(is_in(t, "engaging") for t in near if t.pos_ in ("NOUN", "VERB"))


def is_courtesy(topic: "Token") -> bool:
    """Whether what is backed is a friend, or his safety: "support for Israel", "commitment to its security"."""
    return is_in(topic, "ties") or topic.ent_type_ in ("GPE", "PERSON", "NORP") or topic.tag_ in ("PRP", "WP")
