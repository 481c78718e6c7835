"""Named formats, platforms, programmes, partnerships and mechanisms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.loader import read_lexicon
from dragoman.lexicon.world import organisations
from dragoman.model import Initiative, InitiativeKind, Span
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# "naming formats such as A-B, C-D, and the E Platform": the items of the list are formats by the word before it.
_LIST = re.compile(r"\b(?P<head>formats?|platforms?|initiatives?)\s+(?:such as|like|including)\s+(?P<items>[^.;]+)")
_ITEM = re.compile(r"[A-Z][\w'’]*(?:-[A-Z]\w+)*(?:\s[A-Z]\w+)*")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, InitiativeKind]:
    return {word: InitiativeKind(kind) for word, kind in read_lexicon("initiatives")["kind"].items()}


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Words that make a kind of thing, not a name: "the peace process", "a nuclear programme"."""
    return frozenset(read_lexicon("initiatives")["generic"]["words"])


@lru_cache(maxsize=1)
def _capital() -> frozenset[str]:
    return frozenset(read_lexicon("initiatives")["capital"]["heads"])


def find_initiatives(draft: Draft) -> list[Initiative]:
    """Each initiative once, in the order of the text; none in a report that is not about negotiations at all."""
    if not (draft.mentioned or draft.commitments or draft.deliveries or draft.positions):
        return []
    found = sorted((*_listed(draft), *_headed(draft), *_known(draft)), key=lambda item: item.span or Span(0, 0))
    return list({item.name.casefold(): item for item in reversed(found)}.values())[::-1]


def _listed(draft: Draft) -> Iterator[Initiative]:
    for match in _LIST.finditer(text_of(draft.doc)):
        kind = _kinds()[match["head"].lower().rstrip("s")]
        for item in _ITEM.finditer(match["items"].split(", along")[0]):
            if "-" in item[0] and item[0].split()[-1].lower() not in _kinds():
                start = match.start("items") + item.start()
                yield _initiative(draft, Span(start, start + len(item[0])), kind)


def _headed(draft: Draft) -> Iterator[Initiative]:
    for token in draft.doc:
        kind = _kinds().get(token.lemma_.lower())
        if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "poss"):
            continue
        start, end = _start(token), token.idx + len(token)
        if kind is InitiativeKind.PARTNERSHIP:
            end = max((t.idx + len(t) for t in _with(token)), default=end)
        words = draft.doc[start : token.i + 1]
        named = any(t.pos_ == "PROPN" or t.ent_type_ in ("NORP", "GPE") for t in words[:-1]) or end > token.idx + len(
            token
        )
        joint = kind is InitiativeKind.MECHANISM and words[0].lower_ == "joint"
        if len(words) > 1 and (joint or (named and _is_name(token))) and not any(t.lower_ in _generic() for t in words):
            yield _initiative(draft, Span(words[0].idx, end), kind)


def _is_name(token: "Token") -> bool:
    """ "the Minsk Group" is a name, "Kurdish groups" are groups; a "Danish model" needs no capital."""
    return token.lemma_.lower() not in _capital() or (
        token.text[0].isupper() and not any(child.lower_ == "of" for child in token.children)
    )


def _known(draft: Draft) -> Iterator[Initiative]:
    """Formats of the lexicon that are nothing but their members: "the Quartet"."""
    formats = {row.name for row in organisations() if row.members}
    for mention in draft.actors:
        words = draft.slice(mention.span).lower().split()
        kind = next((_kinds()[word] for word in words if word in _kinds()), None)
        if mention.name in formats and kind is not None:
            yield _initiative(draft, mention.span, kind)


def _start(token: "Token") -> int:
    """Where the name begins: its modifiers, without article and owner."""
    start = token.i
    while (
        start > token.sent.start
        and token.doc[start - 1].dep_ in ("compound", "amod", "nmod")
        and token.doc[start - 1].head.i <= token.i
    ):
        start -= 1
    return start


def _with(token: "Token") -> Iterator["Token"]:
    """ "special partnership with Türkiye": its partner is part of its name."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "with":
            yield from (obj for obj in child.children if obj.dep_ == "pobj" and obj.pos_ == "PROPN")


def _initiative(draft: Draft, span: Span, kind: InitiativeKind) -> Initiative:
    name = draft.slice(span)
    members = next((row.members for row in organisations() if name == row.name or name in row.also), ())
    return Initiative(name=name, kind=kind, evidence=name, span=span, members=members)
