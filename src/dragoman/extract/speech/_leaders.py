"""The people behind "the two leaders", "both presidents", "the presidents of A and B", where the report names them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.extract.speech._grammar import children
from dragoman.lexicon.saying import saying
from dragoman.model import ActorKind, ActorMention
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 12  # sentences; a readout names the two in its first
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_LINKS = frozenset(("with", "and", "to", "by"))


def leaders(draft: Draft, token: "Token") -> list[str]:
    """The names of the people that a plural of office denotes; none where the report leaves them unnamed."""
    noun = token.lemma_.lower()
    if not (token.tag_ in ("NNS", "NNPS") and noun in saying().paired) and not _is_the_two(token):
        return []
    people = [m for m in draft.actors if m.kind is ActorKind.PERSON and not m.pronoun]
    if owners := _owners(draft, token):
        names = [_of(people, owner, noun) for owner in owners]
        return [name for name in names if name] if all(names) else []
    if not _is_definite(token):
        return []
    count = next((_NUMBERS.get(c.lower_, 2) for c in children(token, "nummod")), 2)
    sentences = [s for s in draft.doc.sents if s.start <= token.i]
    for sentence in reversed(sentences[-_REACH:]):
        here = {m.name: m for m in people if sentence.start_char <= m.span.start < min(sentence.end_char, token.idx)}
        if len(here) == count and _are_together(draft, list(here.values())):
            return list(here)
    return []


def _is_the_two(token: "Token") -> bool:
    """ "The two said", "the pair agreed"."""
    alone = token.lower_ in ("two", "pair", "duo") and token.dep_ == "nsubj"
    return alone and [child.lower_ for child in token.children] == ["the"]


def partners(draft: Draft, token: "Token") -> "list[Token]":
    """The people with whom the subject does what is told: "Fidan spoke with Rubio and Araghchi" before "they"."""
    others = [
        m
        for m in draft.actors
        if m.kind is ActorKind.PERSON and not m.pronoun and token.idx < m.span.start < token.sent.end_char
    ]
    linked = {m.name: draft.doc[m.root] for m in reversed(others) if _is_with(draft.doc[m.root])}
    return list(reversed(linked.values())) if len(linked) == len({m.name for m in others}) else []


def _is_with(name: "Token") -> bool:
    head = _above(name)
    while head.dep_ == "conj" and head.head.i < head.i:
        head = _above(head.head)
    return head.dep_ == "pobj" and head.head.lower_ == "with"


def _owners(draft: Draft, token: "Token") -> tuple[str, ...]:
    """Of whom they are the leaders, where the phrase itself tells."""
    heads = [
        head for prep in children(token, "prep") if prep.lower_ in ("of", "from") for head in children(prep, "pobj")
    ]
    names = [name for head in (*heads, *children(token, "poss")) for name in actors_of(draft, head)]
    return tuple(dict.fromkeys(names)) if len(names) > 1 else ()


def _of(people: Iterable[ActorMention], owner: str, noun: str) -> str | None:
    """Who of the report's people holds the office for this state or group."""
    ranks = saying().paired if noun == "leader" else frozenset((noun,))
    for person in people:
        if person.actor == owner and person.title and person.title.split()[-1] in ranks:
            return person.name
    return None


def _is_definite(token: "Token") -> bool:
    return any(child.lower_ in ("the", "both", "two", "these") for child in token.children)


def _are_together(draft: Draft, people: list[ActorMention]) -> bool:
    """Whether the people of a sentence are coordinated, or one does something with the other."""
    last = _above(max((draft.doc[m.root] for m in people), key=lambda word: word.i))
    return last.dep_ in ("conj", "dobj") or (last.dep_ == "pobj" and last.head.lower_ in _LINKS)


def _above(token: "Token") -> "Token":
    """The head of the phrase in which a name stands."""
    while token.dep_ in ("compound", "appos", "nmod") and token.head.i != token.i:
        token = token.head
    return token
