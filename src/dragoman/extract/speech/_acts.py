"""Cues of saying and the content that hangs on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extract.speech._grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    auxiliaries,
    children,
    first_child,
    has_own_subject,
    is_negated,
    is_passive,
    runs,
    subtree,
)
from dragoman.lexicon.saying import Saying, saying
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODALS = frozenset(("will", "would", "may", "might", "should", "must", "could", "shall", "ought"))
_ATTRIBUTIVE = ("amod", "compound", "nmod", "poss")
_PARTICLES = frozenset(("out", "forth"))


@dataclass(slots=True)
class Act:
    """A cue of saying in the making. `floating` are quotes joined to it from other sentences."""

    cue: "Token"
    verb: str
    cue_span: Span
    pieces: list[Span] = field(default_factory=list)
    floating: list[Span] = field(default_factory=list)
    speakers: "list[Token]" = field(default_factory=list)
    medium: "Token | None" = None
    cited: "list[Token]" = field(default_factory=list)
    according: bool = False
    denied: bool = False
    wide: bool = False

    def covers(self, offset: int) -> bool:
        return any(piece.holds(offset) for piece in self.pieces)


def find_acts(doc: "Doc") -> list[Act]:
    """Every word that may be a cue, in order, with the content the parse hangs on it; the content may be empty."""
    words = saying()
    acts = []
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and token.nbor().lower_ == "to":
            acts.append(_according(token))
        elif token.tag_.startswith("VB") and (act := _verbal(token, words)):
            acts.append(act)
        elif token.tag_.startswith("NN") and (act := _nominal(token, words)):
            acts.append(act)
    return acts


def _according(token: "Token") -> Act:
    """The clause it is set in, less the phrase itself."""
    act = Act(token, "say", Span(token.idx, token.nbor().idx + 2), according=True)
    clause = token.head
    while clause.dep_ in ("pobj", "prep", "amod", "appos", "dobj", "attr", "acomp") and clause.head is not clause:
        clause = clause.head
    if clause is token:
        clause = token.sent.root
    act.pieces = runs(subtree(clause, without=[token, *_outer_frame(clause, token)]))
    return act


def _outer_frame(clause: "Token", cue: "Token") -> "list[Token]":
    """Clauses coordinated or subordinated beyond a comma on the far side of the cue."""
    return [c for c in clause.children if c.dep_ in ("conj", "advcl") and c.left_edge.i > cue.i > clause.i]


def _verbal(token: "Token", words: Saying) -> Act | None:
    lemma = token.lemma_.lower()
    if token.dep_ in _ATTRIBUTIVE or not _is_saying(lemma, words):
        return None
    act = Act(token, lemma, Span(token.idx, token.idx + len(token)), wide=_is_weak(token, lemma, words))
    particle = next(
        (c for c in children(token, "prt", "advmod") if c.lower_ in _PARTICLES and c.i == token.i + 1), None
    )
    if particle is not None:
        act.verb, act.cue_span = f"{lemma} {particle.lower_}", Span(token.idx, particle.idx + len(particle))
    act.denied = _is_denied(token, lemma, words)
    act.pieces = runs(_content(token, lemma, words))
    return act


def _is_saying(lemma: str, words: Saying) -> bool:
    return any(
        lemma in group
        for group in (words.clause, words.noun, words.infinitive, words.quotative, words.wide, words.denied)
    ) or bool(words.prepositions(lemma))


def _is_weak(token: "Token", lemma: str, words: Saying) -> bool:
    """Thoughts and findings; what is still to be said or only may be; what the listener is to say."""
    if lemma in words.wide and not (lemma in words.clause or lemma in words.quotative):
        return True
    if auxiliaries(token) & _MODALS:
        return True
    subject = first_child(token, "nsubj")
    if subject is not None and subject.lower_ in ("i", "we", "you"):
        return True
    return token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.lemma_ in words.unreal


def _is_denied(token: "Token", lemma: str, words: Saying) -> bool:
    if is_negated(token):
        return True
    head = token.head
    return token.dep_ in ("xcomp", "pcomp", "ccomp") and lemma in words.withheld and head.lemma_ in words.withhold


def _content(token: "Token", lemma: str, words: Saying) -> "list[Token]":
    """What the constructions of the verb hold, all of them together."""
    found: list[Token] = []
    if lemma in words.clause or lemma in words.wide:
        found += _clausal(token)
    if lemma in words.infinitive:
        found += _infinitival(token)
    if lemma in words.predicate:
        found += _predicative(token)
    found += _prepositional(token, words.prepositions(lemma))
    if lemma in words.noun and not found:
        found += _nominal_content(token)
    if not found and lemma in words.clause:
        found += _parenthetical(token)
    return found


def _clausal(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in children(token, "ccomp"):
        found += subtree(child)
    if not found:
        for child in children(token, "xcomp", "advcl"):
            if (
                has_own_subject(child)
                and child.tag_ in ("VBD", "VBZ", "VBP", "MD")
                and first_child(child, "mark") is None
            ):
                found += subtree(child)
    return found


def _infinitival(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in children(token, "xcomp", "ccomp"):
        if first_child(child, "aux") is not None or child.tag_ == "VB":
            found += subtree(child)
    if found:
        return found
    # "called on Turkey to halt": the parser hangs the infinitive on the noun or loses it among the adverbial clauses.
    for child in children(token, "prep", "dobj", "advcl"):
        if child.dep_ == "advcl":
            if child.tag_ == "VB" and "to" in auxiliaries(child) and first_child(token, "dobj", "prep") is not None:
                found += subtree(child)
            continue
        for noun in (child, *children(child, "pobj")):
            for verb in children(noun, "acl", "relcl"):
                if verb.tag_ == "VB" and "to" in auxiliaries(verb):
                    found += subtree(verb)
    return found


def _predicative(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in children(token, "ccomp", "oprd", "xcomp"):
        found += subtree(child)
    if found and (thing := first_child(token, "dobj", "nsubjpass")) is not None and thing.i > token.i:
        found += subtree(thing)
    return found


def _prepositional(token: "Token", patterns: tuple[tuple[str, ...], ...]) -> "list[Token]":
    found: list[Token] = []
    for pattern in patterns:
        for child in token.children:
            if child.dep_ not in ("prep", "agent", "dative") or child.lower_ != pattern[-1]:
                continue
            if len(pattern) == 2 and not any(c.lower_ == pattern[0] for c in token.children):
                continue
            for inner in children(child, "pobj", "pcomp"):
                found += subtree(inner)
    return found


def _nominal_content(token: "Token") -> "list[Token]":
    found: list[Token] = []
    passive = is_passive(token)
    for child in children(token, *(PASSIVE_SUBJECTS if passive else ("dobj", "ccomp", "xcomp"))):
        found += subtree(child)
    if passive and not found and token.dep_ == "acl":
        found += subtree(token.head, without=[token])
    return found


def _parenthetical(token: "Token") -> "list[Token]":
    """ "As announced by", "the deal, he said, was": the clause around the cue."""
    head = token.head
    if head is token or head.pos_ not in ("VERB", "AUX"):
        return []
    marked_as = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in token.children)
    set_off = token.dep_ in ("parataxis", "ccomp", "dep", "advcl") and token.left_edge.i > 0
    if marked_as or (
        set_off
        and first_child(token, "mark") is None
        and token.tag_ in ("VBD", "VBZ", "VBP")
        and token.dep_ == "parataxis"
    ):
        return subtree(head, without=[token])
    return []


def _nominal(token: "Token", words: Saying) -> Act | None:
    """ "Moscow's claim that", "a warning that": the clause under a noun of saying."""
    if token.lemma_.lower() not in words.content_noun:
        return None
    clauses = [
        c
        for c in children(token, "acl", "ccomp", "relcl")
        if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
    ]
    if not clauses:
        return None
    act = Act(token, token.lemma_.lower(), Span(token.idx, token.idx + len(token)))
    act.pieces = runs(word for clause in clauses for word in subtree(clause))
    return act


def clauses_with_subject(acts: list[Act]) -> Iterator[Act]:
    """The acts whose cue has a subject of its own."""
    return (act for act in acts if first_child(act.cue, *SUBJECTS) is not None)
