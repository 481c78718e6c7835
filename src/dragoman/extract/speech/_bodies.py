"""The body behind "the group", "the UN agency", "the newspaper", where the report has named it."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._grammar import children
from dragoman.lexicon.saying import saying
from dragoman.model import ActorKind, ActorMention
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_REACH = 6  # sentences; further back another of the kind has mostly come between unnoticed
_PLAIN = frozenset(("det", "amod", "compound", "nmod", "punct"))


def body_called(draft: Draft, token: "Token") -> ActorMention | None:
    """The latest body of the kind a definite noun tells; none where two of the kind stand side by side."""
    kinds = _kinds(token)
    if not kinds or not _is_bare(token):
        return None
    first = token.left_edge.idx
    inside = [m for m in draft.actors if first <= m.span.start < token.idx]
    before = [word for word in token.doc[token.left_edge.i : token.i] if word.pos_ == "PROPN"]
    if any(not any(m.span.holds(word.idx) for m in inside) for word in before):
        return None  # "the Sunday Mail newspaper"
    owners = {m.name for m in inside if m.kind is not ActorKind.STATE}
    named = [m for m in draft.actors if m.kind in kinds and m.span.start < first and not m.pronoun]
    if owners:  # "the UN agency": one of theirs, and "the Maariv newspaper" is Maariv
        named = [m for m in named if m.actor in owners and m.name not in owners]
    if token.tag_ == "NNS" and len({m.name for m in draft.actors if m.kind is ActorKind.GROUP}) > 1:
        return None  # "the rebels" may be those of any
    sentences = [sentence for sentence in draft.doc.sents if sentence.start <= token.i]
    for sentence in reversed(sentences[-_REACH:]):
        if here := [m for m in named if _lies_in(m, sentence)]:
            return _meant(draft, here)
    return None


def _lies_in(mention: ActorMention, sentence: "Words") -> bool:
    return bool(sentence.start_char <= mention.span.start < sentence.end_char)


def _kinds(token: "Token") -> set[ActorKind]:
    words, noun = saying(), token.lemma_.lower()
    fighters = noun in words.fighters and token.tag_ == "NNS"
    single = token.tag_ == "NN"
    kinds = {ActorKind.GROUP} if fighters or (single and noun in words.called_group) else set()
    if single and noun in words.called_agency:
        kinds.add(ActorKind.ORGANISATION)
    if single and noun in words.called_outlet:
        kinds.add(ActorKind.OUTLET)
    return kinds


def _is_bare(token: "Token") -> bool:
    """Whether "the" stands before the noun and nothing after it that tells which is meant."""
    if not any(child.lower_ in ("the", "this") for child in token.children):
        return False
    return all(child.dep_ in _PLAIN or child.is_space for child in token.children)


def _meant(draft: Draft, here: list[ActorMention]) -> ActorMention | None:
    """Of several in one sentence the subject, where it is one alone."""
    names = {m.name for m in here}
    subjects = [m for m in here if draft.doc[m.root].dep_ in ("nsubj", "nsubjpass")]
    joined = [m for m in subjects if children(draft.doc[m.root], "conj")]
    if len(names) == 1:
        return here[-1]
    return subjects[0] if len({m.name for m in subjects}) == 1 and not joined else None
