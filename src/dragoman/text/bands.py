"""Groups that no lexicon knows, and a report itself makes known: a clan, a militia, a brigade, the people of a valley.

A capital letter alone makes no actor. A name becomes a group's where the text says once that it is one: by its elders or
fighters ("elders of the Abgal"), by what it is called ("the Abgal clan", "the Croat militia, the HVO"), or by its own
last word ("the Seventh Brigade"). Then it is one wherever the report names it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.names import name_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, ActorMention
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_NAMES = ("NNP", "NNPS")
_BESIDE = ("compound", "nmod", "amod")
_LINKS = ("of", "for", "from")
_LONGEST = 5  # words of a group's name


def bands_in(draft: Draft, known: list[ActorMention]) -> list[ActorMention]:
    """The mentions of such groups, in the order of the text; `known` are those whom the lexicons know."""
    telling = [token for token in draft.doc if _is_of_band(token) or _ends_name(token)]
    taken = dict(_words_of(draft, known)) if telling else {}
    names = {name for token in telling for name in _introduced(token, taken)}
    return list(_mentions(draft, names)) if names else []


def _is_of_band(token: "Token") -> bool:
    """Whether a word is for the people of a group, or for what a group is: "elders", "clan"."""
    return token.lower_ in roles().bands or token.lemma_.lower() in roles().bands


def _ends_name(token: "Token") -> bool:
    """Whether a word can be the last of an armed group's own name."""
    return token.tag_ in _NAMES and token.lower_ in roles().armed


def _words_of(draft: Draft, known: list[ActorMention]) -> Iterator[tuple[int, range]]:
    """Each word of a known name, and all the words of that name."""
    for mention in known:
        words = draft.doc.char_span(*mention.span, alignment_mode="expand")
        name = range(words.start, words.end) if words is not None else range(0)
        yield from ((at, name) for at in name)


def _introduced(token: "Token", taken: dict[int, range]) -> Iterator[tuple[str, ...]]:
    """The names that the text tells here to be those of groups."""
    if _is_of_band(token):
        for part in (c for child in token.children if child.dep_ in _BESIDE for c in conjuncts(child)):
            yield from _name(part, taken)
        apart = [c for c in token.children if c.dep_ == "appos"]
        apart += [token.head] if token.dep_ == "conj" and token.tag_ == "NNS" else []  # "the Abgal and the Sa'ad clans"
        for part in apart:
            yield from _name(part, taken)
        yield from (name for part in _owners(token) if _has_article(part) for name in _name(part, taken))
        if token.dep_ in _BESIDE and token.i and token.nbor(-1).head == token.head:
            yield from _name(token.nbor(-1), taken)  # "Lomu elder X", where both hang on the name
    elif token.dep_ not in _BESIDE and _has_article(token):
        yield from _name(token, taken)


def _owners(token: "Token") -> "Iterator[Token]":
    """ "elders of the Abgal and of the Habar Gidir": both."""
    links = (link for child in token.children if child.dep_ == "prep" for link in conjuncts(child))
    for link in (link for link in links if link.lower_ in _LINKS):
        yield from (part for child in link.children if child.dep_ == "pobj" for part in conjuncts(child))


def _has_article(token: "Token") -> bool:
    return any(child.lower_ == "the" for child in token.children)


def _name(last: "Token", taken: dict[int, range]) -> Iterator[tuple[str, ...]]:
    """The words of the name that ends here, where they are no place's, person's or known actor's."""
    doc, start = last.doc, last.i
    while start > last.sent.start and doc[start - 1].tag_ in _NAMES and doc[start - 1].head == last:
        start -= 1
    words = doc[start : last.i + 1]
    alone = len(words) == 1
    named = last.tag_ in _NAMES or (last.tag_ == "JJ" and last.text[0].isupper() and not last.is_sent_start)
    if not named or not words[0].text[0].isupper() or len(words) > _LONGEST or _is_spot(last):
        return
    if alone and (last.ent_type_ not in ("", "ORG", "NORP") or len(last) < 2):
        return
    if any(word.ent_type_ in ("PERSON", "DATE") or _is_none(word) for word in words if not _is_inner(word, words)):
        return
    inside = [taken[word.i] for word in words if word.i in taken]  # the Tripoli of "Tripoli Revolutionaries"
    if all(words.start <= name.start and name.stop <= words.end and len(name) < len(words) for name in inside):
        yield tuple(word.text for word in words)


def _is_inner(word: "Token", words: "Words") -> bool:
    """The National of "Karo National Front": within a name that ends in an armed group's word it makes no paper of it.

    An army is left out, for a national army is a state's.
    """
    last = words[-1].lower_
    inside = words.start < word.i < words.end - 1
    return inside and last in roles().armed and last != "army" and word.lower_ == "national"


def _is_none(word: "Token") -> bool:
    """Words that make a name a ministry's, a society's or a paper's."""
    lower, words = word.lower_, name_words()
    return lower in words.departments | roles().civil or (lower in words.things and lower not in roles().armed)


def _is_spot(last: "Token") -> bool:
    """ "the militias of the Eastern Province"."""
    return last.lower_ in name_words().places or last.ent_type_ == "GPE"


def _mentions(draft: Draft, names: set[tuple[str, ...]]) -> Iterator[ActorMention]:
    """Where the names stand, of two that begin alike the longer one."""
    doc: Doc = draft.doc
    ranked = sorted(names, key=len, reverse=True)
    at = 0
    while at < len(doc):
        here = (n for n in ranked if n[0] == doc[at].text and tuple(t.text for t in doc[at : at + len(n)]) == n)
        name: tuple[str, ...] | None = next(here, None)
        if name is None or _goes_on(doc[at : at + len(name)]):
            at += 1
            continue
        words, told = doc[at : at + len(name)], " ".join(name)
        adjective = words[-1].dep_ in _BESIDE
        yield ActorMention(span_of(words), told, ActorKind.GROUP, words[-1].i, actor=told, adjective=adjective)
        at += len(name)


def _goes_on(words: "Words") -> bool:
    """Whether a name is only the first part of a longer one: the Abgal of "Abgal Street"."""
    if words.end >= len(words.doc):
        return False
    after = words.doc[words.end]
    return after.tag_ in _NAMES and words[-1].head == after and after.lower_ not in roles().bands
