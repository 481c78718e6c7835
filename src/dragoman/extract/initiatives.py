"""Named formats, platforms, programmes, partnerships and mechanisms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.loader import read_lexicon
from dragoman.lexicon.world import organisations
from dragoman.model import ActorKind, Initiative, InitiativeKind, Span
from dragoman.text.acts import phrase_of
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of
from dragoman.text.parties import prepositional

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

# "naming formats such as A-B, C-D, and the E Platform": the items of the list are formats by the word before it.
_LIST = re.compile(r"\b(?P<head>formats?|platforms?|initiatives?)\s+(?:such as|like|including)\s+(?P<items>[^.;]+)")
_IN_LIST = re.compile(r"(?:[\s,]|\band\b|\bthe\b|\bboth\b|\bfrom\b|\bof\b|\bas well as\b|\([^)]*\))*")
_ITEM = re.compile(r"[A-Z][\w'’]*(?:-[A-Z]\w+)*(?:\s[A-Z]\w+)*")

_NEXT = 8  # characters, an abbreviation in brackets, between a name and the "on" of what it is on
_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)
_MEMBERS = (ActorKind.STATE, *_BODIES)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, InitiativeKind]:
    return {word: InitiativeKind(kind) for word, kind in read_lexicon("initiatives")["kind"].items()}


@lru_cache(maxsize=16)
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(read_lexicon("initiatives")[table][name])


@lru_cache(maxsize=1)
def _links() -> re.Pattern[str]:
    """What stands between an initiative's name and its members."""
    links = sorted(read_lexicon("initiatives")["members"]["links"], key=len, reverse=True)
    return re.compile(r"\W{0,3}(?:\([^)]*\)\W{0,2})?(?:(?:which|that)\s(?:is|was)\s)?(?:" + "|".join(links) + r")\b")


def find_initiatives(draft: Draft) -> list[Initiative]:
    """Each initiative once, in the order of the text; none in a report that is not about negotiations at all."""
    if not (draft.mentioned or draft.commitments or draft.deliveries or draft.positions):
        return []
    kept: dict[str, Initiative] = {}
    end = 0
    for item in sorted((*_listed(draft), *_headed(draft), *_known(draft)), key=lambda item: item.span or Span(0, 0)):
        if item.span is not None and item.span.start >= end:  # "the Contact Group on Darfur" is told once
            end = item.span.end
            kept.setdefault(_plain(item.name), item)
    return list(kept.values())


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _listed(draft: Draft) -> Iterator[Initiative]:
    for match in _LIST.finditer(text_of(draft.doc)):
        kind = _kinds()[match["head"].lower().rstrip("s")]
        for item in _ITEM.finditer(match["items"].split(", along")[0]):
            if "-" in item[0] and item[0].split()[-1].lower() not in _kinds():
                start = match.start("items") + item.start()
                yield _initiative(draft, Span(start, start + len(item[0])), kind)


def _headed(draft: Draft) -> Iterator[Initiative]:
    bodies = {mention.root: mention.kind for mention in draft.actors if mention.kind in _BODIES}
    for token in draft.doc:
        key = _key(token)
        if key is None or token.dep_ in ("compound", "poss", "nummod"):
            continue
        kind = _kinds()[key]
        start, end = _start(token), token.idx + len(token)
        partners = list(_with(token)) if kind is InitiativeKind.PARTNERSHIP else []
        words = draft.doc[start : token.i + 1]
        if (
            len(words) > 1
            and (partners or _is_named(words, key))
            and not _is_standing_body(words, kind, bodies.get(token.i))
        ):
            span = Span(words[0].idx, max([end, *(t.idx + len(t) for t in partners)]))
            yield _initiative(draft, span, kind, token)


def _key(token: "Token") -> str | None:
    """The head noun that a word is, as the lexicon has it; None for all other words."""
    if token.pos_ not in ("NOUN", "PROPN") and not (token.lower_ == "four" and token.text[0].isupper()):
        return None  # "the Normandy Four" is told as a number
    return next((form for form in (token.lemma_.lower(), token.lower_) if form in _kinds()), None)


def _is_named(words: "Words", key: str) -> bool:
    """ "the Minsk Group" is a name, "Kurdish groups" are groups; a "Danish model" needs no capital, a "joint committee" no name."""
    head, before = words[-1], words[:-1]
    if _is_generic(before) or (key in _words("purpose", "heads") and not _is_for_talks(words)):
        return False
    if words[0].lower_ in ("joint", "mixed") and _kinds()[key] is InitiativeKind.MECHANISM:
        return True
    if not any(t.pos_ == "PROPN" or t.ent_type_ in ("NORP", "GPE") for t in before):
        return False
    if head.text[0].isupper():
        several = head.tag_ in ("NNS", "NNPS") and key in _words("capital", "heads") and key != "discussions"
        return not several and not any(child.lower_ == "of" for child in head.children)
    return key not in _words("capital", "heads") or any(t.lower_ == "contact" for t in before)


def _is_generic(before: "Words") -> bool:
    """ "the nuclear programme", "the Syrian peace process"; but "the Abuja peace process" goes by where it is held."""
    kinds = [t for t in before if t.lower_ in _words("generic", "words")]
    if all(t.text[0].isupper() for t in kinds):
        return bool(kinds) and len(kinds) == len(before)
    placed = before[0].pos_ == "PROPN" and before[0].ent_type_ not in ("NORP", "PERSON")
    by_place = placed and len(before) == len(kinds) + 1 and all(t.lower_ in ("peace", "political") for t in kinds)
    return not by_place


def _is_standing_body(words: "Words", kind: InitiativeKind, actor: ActorKind | None) -> bool:
    """ "the European Commission", "the World Food Programme", a party called Platform: bodies there are in any case."""
    if actor is None or _is_for_talks(words):
        return False
    return actor is ActorKind.GROUP or kind is not InitiativeKind.FORMAT


def _is_for_talks(words: "Words") -> bool:
    """Whether a body is one that sides set up between them or over them, by a word for its purpose."""
    return any(t.lower_ in _words("purpose", "words") for t in words[:-1])


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
    while start > token.sent.start and _goes_with(token.doc[start - 1], token):
        start -= 1
    return start


def _goes_with(word: "Token", head: "Token") -> bool:
    """A modifier of the head, or within one: "the De-escalation and Coordination Committee"."""
    if word.dep_ in ("compound", "amod", "nmod") or word.text == "-":
        return word.head.i <= head.i
    within = word.dep_ in ("cc", "conj") and word.head.dep_ in ("compound", "amod", "nmod")
    return within and word.head.head.i <= head.i and head.text[0].isupper()


def _with(token: "Token") -> Iterator["Token"]:
    """ "special partnership with Türkiye": its partner is part of its name."""
    return (obj for obj in prepositional(token, ("with",)) if obj.pos_ == "PROPN")


def _initiative(draft: Draft, span: Span, kind: InitiativeKind, head: "Token | None" = None) -> Initiative:
    name = draft.slice(span)
    known = next((row.members for row in organisations() if name == row.name or name in row.also), ())
    told = tuple(dict.fromkeys(_members(draft, span)))
    members = told if len(told) > 1 else known or told
    topic = _topic(draft, head, span.end) if head is not None else None
    return Initiative(name=name, kind=kind, evidence=name, span=span, members=members, topic=topic)


def _topic(draft: Draft, head: "Token", end: int) -> str | None:
    """What it is for: "contact group on Libya", "a centre that will inspect the ships", "a fund for refugees"."""
    things = [obj for obj in prepositional(head, ("on", "for", "over")) if end <= obj.head.idx <= end + _NEXT]
    above = head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    doing = [verb for verb in (*head.children, above) if verb is not None and verb.lemma_ in _words("tasks", "verbs")]
    things += [obj for verb in doing for obj in _objects(verb)]
    return next((phrase_of(thing) for thing in things if thing.pos_ in ("NOUN", "PROPN")), None)


def _objects(verb: "Token") -> Iterator["Token"]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("over", "on"):
            yield from (obj for obj in child.children if obj.dep_ == "pobj")


def _members(draft: Draft, span: Span) -> Iterator[str]:
    """Who is told right after the name to belong to it: "a committee of A, B and C", "which is made up of A and B"."""
    link = _links().match(text_of(draft.doc), span.end)
    if link is None:
        return
    at = link.end()
    for mention in (m for m in draft.actors if m.span.start >= link.end()):  # they stand in the order of the text
        if mention.kind not in _MEMBERS or not _IN_LIST.fullmatch(text_of(draft.doc)[at : mention.span.start]):
            return
        yield mention.actor or mention.name
        at = mention.span.end
