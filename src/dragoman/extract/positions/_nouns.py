"""Stances told by nouns with an owner: "Rwanda's demand for talks", "an EU proposal to suspend enrichment"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_courtesy, is_in
from dragoman.extract.positions._topics import about, substance
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook, predicate
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNED = {
    "demand_nouns": Stance.DEMANDS, "urge_nouns": Stance.URGES, "propose_nouns": Stance.PROPOSES,
    "support_nouns": Stance.SUPPORTS, "oppose_nouns": Stance.OPPOSES, "deny_nouns": Stance.DENIES,
}  # fmt: skip
_LINKS = ("for", "to", "against")


def owned(noun: "Token") -> Iterator[Held]:
    """A noun of stance that names whose it is and what on."""
    if noun.pos_ != "NOUN":
        return
    lemma = noun.lemma_.lower()
    name = next((name for name in _OWNED if lemma in stance_words()[name]), None)
    if (
        name is None
        or lemma in stance_words()["inner_states"]
        or (outlook(noun).mood is Mood.CONDITIONAL and noun.head.lower_ != "under")
    ):
        return
    if is_in(predicate(noun), "thanking") or is_in(predicate(noun), "dropping"):
        return  # what somebody is thanked for is told of as given, what is dropped is held no more
    owner = owner_of(noun)
    links = _LINKS if name == "propose_nouns" else (*_LINKS, "on")
    topic = about(noun, links if owner is not None and owner.dep_ == "pobj" else (*links, "of")) or next(
        (
            c
            for c in noun.children
            if c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ in ("VERB", "AUX") and _is_content(c)
        ),
        None,
    )
    if owner is None or topic is None or topic == owner:
        return
    if noun.head.lower_ in ("from", "to") and topic.head.lower_ == "to" and topic.dep_ == "pobj":
        return  # "from the plan to Czech initiatives to French jets": a row, no proposal
    topic = substance(topic)
    if any(t.lower_ in ("how", "whether", "why") for t in topic.lefts):
        return  # "different ideas of how to govern"
    if lemma == "demand" and is_in(topic, "wares"):
        return  # "Chinese demand for oil"
    if _OWNED[name] is not Stance.SUPPORTS or not is_courtesy(topic):
        yield Held(noun, _OWNED[name], topic, owner)


def _is_content(clause: "Token") -> bool:
    """ "a demand that Kinshasa open talks", "a proposal to suspend": what it says, not what is said of it."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "aux")}
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return ("that" in marks and subject) or ("to" in marks and clause.tag_ == "VB")


def owner_of(noun: "Token") -> "Token | None":
    for child in noun.children:
        if child.dep_ == "poss" or (
            child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
        ):
            return child
    return about(noun, ("by", "from")) or about(noun, ("of",))


def proposed_by(word: "Token") -> Iterator[Held]:
    """ "the UN-proposed referendum"."""
    if word.lower_ != "proposed" or word.dep_ != "amod":
        return
    owner = word.nbor(-2) if word.i - word.sent.start >= 2 and word.nbor(-1).text == "-" else None
    if owner is not None and owner.pos_ == "PROPN":
        yield Held(word, Stance.PROPOSES, word.head, owner)


def in_support(noun: "Token") -> Iterator[Held]:
    """ "In support of the process, we commit to": what the subject backs by what it does."""
    if noun.lemma_.lower() not in ("support", "favour", "favor") or noun.head.lower_ != "in":
        return
    verb, topic = predicate(noun.head), about(noun, ("of",))
    instead = noun.lemma_.lower() != "support" and not is_in(verb, "speaking")  # "pulled out in favour of others"
    if topic is not None and verb.pos_ == "VERB" and not instead:
        yield Held(noun, Stance.SUPPORTS, topic, subject_of(verb))
