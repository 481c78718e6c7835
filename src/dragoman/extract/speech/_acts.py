"""Cues of saying and the content that hangs on them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extract.speech._content import content, figure, particle_of, second_word
from dragoman.extract.speech._grammar import (
    auxiliaries,
    children,
    conjuncts,
    first_child,
    is_negated,
    is_passive,
    runs,
    subtree,
    to_sentence_end,
)
from dragoman.lexicon.saying import Saying, saying
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODALS = frozenset(("can", "will", "would", "may", "might", "should", "must", "could", "shall", "ought"))
_ATTRIBUTIVE = ("amod", "compound", "nmod", "poss")


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
    form: str = "clause"
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
            continue
        act = _verbal(token, words) if token.tag_.startswith("VB") else _nominal(token, words)
        if act is not None:
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
    source = according_source(token)
    if source is not None:
        act.speakers = conjuncts(source)
    last = source.right_edge.i if source is not None and source.dep_ in ("pobj", "dobj") else (source or token.nbor()).i
    phrase = range(token.i, last + 1)
    body = subtree(clause, without=_outer_frame(clause, token)) if clause is not token else to_sentence_end(token)
    act.pieces = runs(word for word in body if word.i not in phrase)
    return act


def according_source(token: "Token") -> "Token | None":
    """Whom the phrase names. The parser may run on into the clause: "according to Fidan the talks"."""
    to = token.nbor()
    head = first_child(to, "pobj") or first_child(token, "pobj")
    after = [word for word in token.doc[to.i + 1 : token.sent.end] if not word.is_space]
    name: list[Token] = []
    for word in after:
        if word.pos_ == "DET" and name:
            break
        if not word.text[:1].isupper() or word.is_punct:
            break
        name.append(word)
    if head is not None and (apposed := _apposed_name(head)) is not None:
        return apposed
    runs_on = bool(name) and len(name) < len(after) and after[len(name)].pos_ == "DET"
    if head is None or (runs_on and head.i > name[-1].i):
        return name[-1] if name else None
    return head


def _apposed_name(head: "Token") -> "Token | None":
    """The name between commas after an office: "according to the spokeswoman, Ada Kowal, they agreed"."""
    doc, at = head.doc, head.right_edge.i + 1
    if head.pos_ != "NOUN" or at >= len(doc) or doc[at].text != ",":
        return None
    last = at
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[:1].isupper():
        last += 1
    return doc[last] if last > at and last + 1 < len(doc) and doc[last + 1].text in (",", ".") else None


def _outer_frame(clause: "Token", cue: "Token") -> "list[Token]":
    """Clauses coordinated or subordinated beyond a comma on the far side of the cue."""
    return [c for c in clause.children if c.dep_ in ("conj", "advcl") and c.left_edge.i > cue.i > clause.i]


def _verbal(token: "Token", words: Saying) -> Act | None:
    lemma = token.lemma_.lower()
    if token.dep_ in _ATTRIBUTIVE:
        return None
    second = second_word(token, lemma, words)
    particle = particle_of(token, lemma, words) if second is None else None
    told = second is not None or particle is not None or _is_saying(lemma, words)
    if not (told or (lemma == "put" and figure(token, words))) or _asks_for_no_name(token, words):
        return None
    act = Act(token, lemma, Span(token.idx, token.idx + len(token)), wide=_is_weak(token, lemma, words))
    if second is not None:
        act.verb, act.cue_span = f"{lemma} {second.lower_}", Span(token.idx, second.idx + len(second))
    elif particle is not None:
        act.verb = f"{lemma} {particle.lower_}"
    act.denied = _is_denied(token, lemma, words)
    act.form, tokens = content(token, lemma, words)
    act.pieces = runs(tokens)
    return act


def _asks_for_no_name(token: "Token", words: Saying) -> bool:
    """ "Who asked not to be named"."""
    return any(c.lemma_ in words.anonymous and is_negated(c) and is_passive(c) for c in children(token, "xcomp"))


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
    return token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.lemma_ in words.unreal


def _is_denied(token: "Token", lemma: str, words: Saying) -> bool:
    if is_negated(token) or any(
        c.lower_ in ("no", "neither", "nobody") for s in children(token, "nsubj") for c in (s, *s.children)
    ):
        return True
    if lemma in words.withhold and any(c.lemma_ in words.withheld for c in children(token, "xcomp")):
        return True
    head = token.head
    return token.dep_ in ("xcomp", "pcomp", "ccomp") and lemma in words.withheld and head.lemma_ in words.withhold


def _nominal(token: "Token", words: Saying) -> Act | None:
    """ "Moscow's claim that", "a warning that": the clause under a noun of saying."""
    if not token.tag_.startswith("NN") or token.lemma_.lower() not in words.content_noun:
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
