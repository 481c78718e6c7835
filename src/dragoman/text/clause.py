"""How a text presents an act: as done, under way, coming, possible, wanted, conditional; affirmed or negated.

Read from the parse: tense and auxiliaries of the governing predicate, the control verbs and nouns above it, negation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dragoman.lexicon.clause import clause_words
from dragoman.text.memo import once

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EMPTY = frozenset(("PUNCT", "DET", "ADP", "PRON", "NUM", "SPACE", "CCONJ", "SCONJ", "PART", "SYM", "X"))
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj")
_MODALS = {"will": "future", "shall": "future", "'ll": "future", "wo": "future", "would": "would", "may": "possible", "might": "possible",
           "could": "possible", "can": "possible", "ca": "possible", "should": "wanted", "must": "wanted", "ought": "wanted"}  # fmt: skip


class Mood(StrEnum):
    FACT = "fact"  # told as having happened: past, perfect
    NOW = "now"  # told as holding or under way: present
    FUTURE = "future"  # told as coming: will, is to, is expected to, is scheduled for
    POSSIBLE = "possible"  # may, might, could, possible, likely
    WANTED = "wanted"  # proposed, offered, demanded, hoped for
    CONDITIONAL = "conditional"  # if, unless, would


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an act is presented. `governors` are the lemmas of the predicates above it, innermost first."""

    mood: Mood
    negated: bool
    governors: tuple[str, ...] = ()

    def under(self, words: frozenset[str]) -> bool:
        """Whether any governor is one of these words."""
        return any(governor in words for governor in self.governors)


def predicate(token: "Token") -> "Token":
    """The verb (or predicate noun or adjective) of the clause in which the token stands; the token itself if a verb."""
    node = token
    while not is_verb(node) and node.head != node:
        node = node.head
    return node


def content_words(doc: "Doc") -> "list[Token]":
    """The words that can tell of an act or a stance: all but marks, articles, prepositions, pronouns and the like."""
    return [token for token in doc if token.pos_ not in _EMPTY]


def is_verb(token: "Token") -> bool:
    """Whether a word is the verb of a clause; a subject or object that the tagger took for a verb ("talks") is none."""
    if token.pos_ not in _VERBAL:
        return False
    return token.dep_ not in _NOMINAL or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in token.children)


@once
def outlook(token: "Token") -> Outlook:
    """How the text presents the act that the token (a verb or an event noun) denotes."""
    nouns = tuple(_noun_governors(token))
    verb = predicate(token)
    verbs = list(_verb_governors(verb))
    own = (*(() if verb == token else (_lemma(verb),)), *_attributes(verb))
    governors = (*nouns, *own, *(_lemma(governor) for governor in verbs))
    negated = is_negated(token) or is_negated(verb) or any(is_negated(governor) for governor in verbs)
    if negated and any(word in clause_words().setting for word in nouns):
        return Outlook(Mood.FUTURE, False, governors)
    refused = any(word in clause_words().refusing for word in governors)
    if negated and refused:
        return Outlook(Mood.POSSIBLE, False, governors)  # "did not rule out a meeting"
    return Outlook(_mood(verb, verbs, governors, token), negated or refused, governors)


def _noun_governors(token: "Token") -> Iterator[str]:
    """Nouns above an event noun: "preparations for talks", "cancellation of the meeting"."""
    node = token
    while not is_verb(node) and node.head != node:
        node = node.head
        if node.pos_ in ("NOUN", "PROPN", "ADJ") and node.dep_ not in ("amod", "compound"):
            yield _lemma(node)


def _attributes(verb: "Token") -> tuple[str, ...]:
    """What is said of a subject: "the meeting is unlikely", "talks are possible"."""
    return tuple(_lemma(child) for child in verb.children if child.dep_ == "acomp") if verb.lemma_ == "be" else ()


def _verb_governors(verb: "Token") -> Iterator["Token"]:
    """Control verbs above a verb, up to the verb of saying that reports the clause."""
    node = _coordinated(verb)
    while node.head != node and node.dep_ in (
        "xcomp",
        "ccomp",
        "acl",
        "pcomp",
        "advcl",
        "conj",
        "prep",
        "pobj",
        "relcl",
    ):
        above = node.head
        if node.dep_ in ("relcl", "advcl") or (node.dep_ == "conj" and _has_own_tense(node)):
            return
        if node.dep_ == "ccomp" and _lemma(above) in clause_words().saying and not _is_infinitive(node):
            return
        if node.dep_ == "ccomp" and node.i < above.i and _has_own_tense(node):
            return  # "A wants a vote; no date can be moved": set beside it, not governed by it
        if node.dep_ != "conj" and above.pos_ != "ADP":
            yield above
        node = above


def _coordinated(verb: "Token") -> "Token":
    """The infinitive that a later infinitive goes on from, past a participle between them.

    "agreed to exchange prisoners - prioritizing the youngest - and to return the bodies".
    """
    if verb.dep_ != "conj" or not _is_infinitive(verb):
        return verb
    node = verb.head
    while node.head != node and not _is_infinitive(node):
        node = node.head
    return node if _is_infinitive(node) else verb


def _mood(verb: "Token", verbs: list["Token"], governors: tuple[str, ...], token: "Token") -> Mood:
    words = clause_words()
    if _is_conditional(verb) or any(_is_conditional(governor) for governor in verbs):
        return Mood.CONDITIONAL
    if any(word in words.wanted for word in governors):
        return Mood.WANTED
    finite = verbs[-1] if verbs and verb.tag_ == "VB" else verb
    modal = _modal(verb) or (_modal(finite) if finite != verb else None)
    if modal == "would":
        bearer = verb if _modal(verb) else finite
        return Mood.FUTURE if _is_reported(bearer) else Mood.CONDITIONAL
    if modal:
        return Mood(modal)
    if any(
        child.lemma_.lower() in words.possible and child.dep_ in ("amod", "advmod")
        for child in (*token.children, *verb.children)
    ):
        return Mood.POSSIBLE
    if any(word in words.future for word in governors) or _is_coming(verb, verbs):
        return Mood.FUTURE
    return tense_of(finite)


def tense_of(verb: "Token") -> Mood:
    """FACT or NOW, by the form of the verb and its auxiliaries alone."""
    if verb.tag_ in ("VBD", "VBN"):
        auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        if any(child.tag_ in ("VBZ", "VBP") and child.lemma_ == "be" for child in auxiliaries) and verb.tag_ == "VBN":
            return Mood.NOW if not any(child.lemma_ == "have" for child in auxiliaries) else Mood.FACT
        return Mood.FACT
    if verb.tag_ == "VBG":
        auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        # "have been negotiating" goes on, "had been negotiating" is over.
        return Mood.FACT if any(child.tag_ == "VBD" for child in auxiliaries) else Mood.NOW
    return Mood.NOW if verb.tag_ in ("VBZ", "VBP") else Mood.FACT if verb.pos_ not in _VERBAL else Mood.NOW


def _is_coming(verb: "Token", verbs: list["Token"]) -> bool:
    """ "are to meet", "is to be held", "talks were to resume"."""
    if verb.lemma_ == "be" and any(
        child.dep_ == "xcomp" and child.pos_ in _VERBAL and _is_infinitive(child) for child in verb.children
    ):
        return True
    return _is_infinitive(verb) and bool(verbs) and (verbs[0].lemma_ == "be" or is_going_to(verbs[0]))


def is_going_to(verb: "Token") -> bool:
    """The "going" of "is going to release"."""
    return verb.lower_ == "going" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)


def _modal(verb: "Token") -> str | None:
    found = [_MODALS[child.lower_] for child in verb.children if child.dep_ == "aux" and child.lower_ in _MODALS]
    if found:
        return found[0]
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and not _has_own_tense(verb):
        return _modal(verb.head)
    return None


def _has_own_tense(verb: "Token") -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "nsubj", "nsubjpass") for child in verb.children
    )


def _is_reported(verb: "Token") -> bool:
    """Whether the clause is what somebody said: "would" is then the future of the past."""
    node = verb
    while node.dep_ in ("xcomp", "conj", "ccomp") and node.head != node:
        if node.dep_ == "ccomp":
            return True
        node = node.head
    return any(
        child.dep_ in ("ccomp", "parataxis") and _lemma(child) in clause_words().saying for child in verb.children
    )


def _is_infinitive(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_conditional(verb: "Token") -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether", "provided") for child in verb.children
    )


def is_negated(token: "Token") -> bool:
    negative = clause_words().negative
    return (
        token.lower_ in negative
        or any(
            (
                child.dep_ == "neg"
                or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("neither", "none", "nobody"))
                or (child.dep_ in ("det", "advmod", "preconj") and child.lower_ in negative)
            )
            for child in token.children
        )
        or (token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without")
        or any(c.dep_ == "nummod" and any(g.dep_ == "neg" for g in c.children) for c in token.children)  # "not one man"
    )


def _lemma(token: "Token") -> str:
    """The lemma, with its particle where that changes the sense."""
    lemma = token.lemma_.lower()
    phrases = (f"{lemma} {child.lower_}" for child in token.children if child.dep_ in ("prt", "advmod"))
    return next((phrase for phrase in phrases if phrase in clause_words().phrasal), lemma)
