"""Whose negotiation a report is about: the two sides told together, those who bring them together left out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.lexicon.world import homes
from dragoman.model import ActorKind, ActorMention
from dragoman.text.clause import predicate
from dragoman.text.dateline import in_dateline
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_SIDES = (ActorKind.STATE, ActorKind.GROUP)
_OWNING = ("amod", "compound", "nmod", "poss")
_NAMED, _BY_PEOPLE = 4, 1  # how much it counts to be named, and to have somebody named who acts for one
_OPPOSITE, _BESIDE = 12, 2  # to be told as the other side of somebody, and to stand beside somebody in any other act
_AT_HOME = 8  # to be a group and the state it belongs to or fights
_LINKS = ("with", "against")


def principal_parties(draft: "Draft", opposed: bool = False) -> tuple[str, ...]:
    """The two states or groups of the report's negotiation, in the order of their telling; () where fewer are named.

    Two that are told together ("between A and B", "A signed with B") come before two that are merely named often. A
    mediator, host or venue counts only so far as it is told together with another. With `opposed` the two must be told so.
    """
    text = text_of(draft.doc)
    named = [(m, anchor(draft, m)) for m in draft.actors if m.kind in _SIDES and not _is_aside(text, m)]
    apart = roles().spoken_of | roles().captors  # "Somali pirates" are not Somalia, nor a Greek owner Greece
    named = [(m, head) for m, head in named if not (m.adjective and head.lemma_.lower() in apart)]
    if len({m.name for m, _ in named}) < 2:
        return ()
    helpers = {m.name for m, head in named if helps(head)}
    counts: Counter[str] = Counter()
    for mention, _ in named:
        if mention.name not in helpers:
            counts[mention.name] += _NAMED
    for mention in draft.actors:
        if mention.kind is ActorKind.PERSON and mention.actor and mention.actor not in helpers:
            counts[mention.actor] += _BY_PEOPLE
    pairs: Counter[frozenset[str]] = Counter()
    for pair, weight in _pairs(named):
        pairs[pair] += weight
    names = list(dict.fromkeys((*(m.name for m, _ in named), *counts)))
    homes_told = {m.name: home for m, _ in named if (home := homes().get(m.name)) in counts}
    pairs.update({frozenset((name, str(home))): _AT_HOME for name, home in homes_told.items()})
    kin = {m.name: homes().get(m.name) for m, _ in named if m.kind is ActorKind.GROUP}
    ranked = max(
        combinations(names, 2),
        key=lambda pair: (
            bool(pairs[frozenset(pair)]) or not _are_kin(kin, pair),
            counts[pair[0]] + counts[pair[1]] + pairs[frozenset(pair)],
            -_rank(names, pair),
        ),
    )
    return tuple(ranked) if not opposed or pairs[frozenset(ranked)] >= _OPPOSITE else ()


def _is_aside(text: str, mention: ActorMention) -> bool:
    """Whether a name stands in a dateline or in "Saudi-backed": it is then no side of its own."""
    tail = text[mention.span.end : mention.span.end + 2]
    return in_dateline(text, mention.span.start) or (tail[:1] == "-" and tail[1:].islower())


def _are_kin(homes_of: Mapping[str, str | None], pair: tuple[str, str]) -> bool:
    """Whether two groups are of one state: they fight it rather than each other, unless they are told as two sides."""
    one, other = (homes_of.get(name) for name in pair)
    return one is not None and one == other


def _rank(names: list[str], pair: tuple[str, str]) -> int:
    return names.index(pair[0]) + names.index(pair[1])


def anchor(draft: "Draft", mention: ActorMention) -> "Token":
    """The word that a mention acts through: itself, or the noun it owns: "the Houthi movement", "the Government of Yemen"."""
    token, acting = draft.doc[mention.root], roles().collective | roles().office
    while token.head.pos_ in ("NOUN", "PROPN", "ADP") and token.head != token:
        if token.dep_ in _OWNING:
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in acting:
            token = token.head.head
        else:
            break
    return token


def helps(head: "Token") -> bool:
    """Whether a phrase is told in a third party's part: "Norwegian facilitators", "Qatar mediates", "hosted by Oman"."""
    words = meeting_words().lists["mediating"]
    if head.lemma_.lower() in words:
        return True
    above = head.head
    if head.dep_ == "nsubj":
        return above.lemma_.lower() in words or any(
            obj.lemma_.lower() in words for c in above.children if c.lower_ == "as" for obj in c.children
        )
    if head.dep_ == "pobj" and above.lower_ in ("by", "of", "through", "under"):
        return above.head.lemma_.lower() in words
    return False


def _pairs(named: list[tuple[ActorMention, "Token"]]) -> Iterator[tuple[frozenset[str], int]]:
    """Sides told together, and how much that counts: two that are coordinated, one that acts with the other."""
    by_head = {at: (m.name, head) for m, head in reversed(named) for at in (head.i, m.root)}
    for mention, head in named:
        above = head.head
        first = by_head.get(above.i)
        if head.dep_ == "conj" and first and first[0] != mention.name and not _is_list(above, head):
            weight = _OPPOSITE if _is_bargaining(first[1]) else _BESIDE
            yield frozenset((first[0], mention.name)), weight
        elif head.dep_ == "pobj" and above.lower_ in _LINKS:
            subjects = (
                by_head[c.i] for c in predicate(head).children if c.dep_ in ("nsubj", "poss") and c.i in by_head
            )
            yield from ((frozenset((name, mention.name)), _OPPOSITE) for name, _ in subjects)


def _is_bargaining(head: "Token") -> bool:
    """Whether two told together stand against each other: "between A and B", "A and B signed"."""
    if head.dep_ == "pobj" and head.head.lower_ == "between":
        return head.head.head.pos_ in ("NOUN", "PROPN")
    if head.dep_ == "dobj":
        return True  # "urged A and B to", "brought A and B together"
    return predicate(head).lemma_.lower() in meeting_words().lists["opposing"]


def _is_list(first: "Token", second: "Token") -> bool:
    """Whether more than two are coordinated: those of a list are not each other's sides."""
    return first.dep_ == "conj" or any(child.dep_ == "conj" for child in second.children)
