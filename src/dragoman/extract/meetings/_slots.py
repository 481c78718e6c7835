"""Who meets, through whom, on what, at which level, for which time."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import ActorKind, Level, MeetingKind
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of, conjuncts, mentions_by_root, people_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = ("with", "between", "among", "of", "by")
_PROPOSING = ("propose", "offer", "suggest")  # talks proposed to somebody are proposed with him
_TOPIC_WORDS = 9  # a topic is a short phrase; a longer one is a clause that went astray


def participants(event: Event) -> list["Token"]:
    """Head words of the phrases that name who meets, in the order of telling."""
    token, verb = event.token, predicate(event.token)
    found: list[Token] = []
    if verb == token or _is_light(verb):
        subject = subject_of(verb)
        if subject is not None and subject != token:
            found.append(subject)
        found += _objects(verb, token)
    for core in cores(token):
        found += [
            obj for child in core.children if child.dep_ == "prep" and child.lower_ in _WITH for obj in _pobj(child)
        ]
        found += [child for child in core.children if child.dep_ in ("poss", "amod", "compound", "nmod")]
    if verb != token:
        found += [
            obj
            for child in verb.children
            if child.dep_ in ("prep", "dative")
            and child.lower_ in ("with", "between", *(("to",) if verb.lemma_ in _PROPOSING else ()))
            for obj in _pobj(child)
        ]
    return [one for at, one in enumerate(found) if one not in found[:at]]


def cores(token: "Token") -> list["Token"]:
    """The event word and the meeting noun it counts: of "two rounds of talks" both."""
    nouns = meeting_words().noun
    inner = [obj for child in token.children if child.dep_ == "prep" and child.lower_ == "of" for obj in _pobj(child)]
    return [token, *(obj for obj in inner if obj.lemma_.lower() in nouns)]


def _is_light(verb: "Token") -> bool:
    """Whether the verb only says that its meeting takes place, its subject then meets."""
    return verb.lemma_.lower() in meeting_words().lists["light"]


def _objects(verb: "Token", token: "Token") -> Iterator["Token"]:
    """Whom a meeting verb names as its object: "met Putin", "spoke with", "met with"."""
    if verb == token:
        yield from (child for child in verb.children if child.dep_ in ("dobj", "obj"))
        yield from (
            obj
            for child in verb.children
            if child.dep_ == "prep" and child.lower_ in ("with", "to")
            for obj in _pobj(child)
        )


def _pobj(preposition: "Token") -> Iterator["Token"]:
    yield from (child for child in preposition.children if child.dep_ == "pobj")


def parties(draft: Draft, heads: Iterable["Token"]) -> tuple[str, ...]:
    """The states, groups and organisations that meet."""
    names = (name for head in heads for name in (*actors_of(draft, head), *_adjectives(draft, head)))
    return tuple(dict.fromkeys(names))


def _adjectives(draft: Draft, head: "Token") -> Iterator[str]:
    """ "Russian-Ukrainian talks", "US-Iran negotiations": demonyms and names before the noun are its parties."""
    if head.dep_ not in ("amod", "compound", "nmod", "poss"):
        return
    words = {head.i, *(t.i for part in conjuncts(head) for t in part.subtree)}
    for mention in draft.actors:
        if mention.root in words and mention.kind in (ActorKind.STATE, ActorKind.GROUP):
            yield mention.name


def delegates(draft: Draft, event: Event, heads: Iterable["Token"]) -> tuple[str, ...]:
    """The people who meet; who proposes a meeting need not be at it."""
    proposer = subject_of(verb) if (verb := predicate(event.token)).lemma_ in _PROPOSING else None
    return tuple(dict.fromkeys(name for head in heads if head != proposer for name in people_of(draft, head)))


def mediators(draft: Draft, event: Event) -> tuple[str, ...]:
    """Third parties with a stated role in bringing the sides together."""
    words = meeting_words().lists["mediating"]
    found: list[str] = []
    for token in event.token.sent:
        if token.lemma_.lower() not in words:
            continue
        for child in token.children:
            if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "of", "through", "from", "with"):
                found += [
                    name for obj in _pobj(child) for name in (*actors_of(draft, obj), *_adjective_owner(draft, obj))
                ]
            if child.dep_ in ("poss", "amod", "npadvmod", "compound"):
                found += _named_at(draft, child)
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB"):
            subject = subject_of(token)
            if subject is not None and subject != event.token and not any(c.dep_ == "agent" for c in token.children):
                found += [name for name in actors_of(draft, subject) if token.tag_ != "VBN" or _has_auxiliary(token)]
    return tuple(dict.fromkeys(found))


def _has_auxiliary(token: "Token") -> bool:
    return any(child.dep_ == "aux" for child in token.children)


def _adjective_owner(draft: Draft, obj: "Token") -> list[str]:
    """ "through Turkish channels"."""
    return [name for child in obj.children if child.dep_ == "amod" for name in _named_at(draft, child)]


def _named_at(draft: Draft, token: "Token") -> list[str]:
    return [m.actor or m.name for m in mentions_by_root(draft).get(token.i, ()) if m.kind is not ActorKind.PERSON]


def level(draft: Draft, event: Event, names: tuple[str, ...], heads: Iterable["Token"]) -> Level | None:
    """At which level: told by the event's own words, or by the offices of who meets."""
    lists = meeting_words().lists
    own = {
        t.lower_
        for child in event.token.children
        if child.dep_ in ("amod", "compound", "poss", "nmod", "npadvmod")
        for t in child.subtree
    }
    own |= {part for word in own for part in word.split("-")}
    own |= {t.lower_ for head in heads for t in head.subtree if abs(t.i - head.i) < 4} if not names else set()
    titles = [m.title for m in draft.actors if m.name in names and m.title]
    if own & lists["leaders"] or (
        len(titles) > 1
        and all(title in lists["leaders"] or title == "minister" for title in titles)
        and "president" in titles
    ):
        return Level.LEADERS
    if event.kind is MeetingKind.SUMMIT:
        return Level.LEADERS
    for name, found in (
        ("ministers", Level.MINISTERS),
        ("technical", Level.TECHNICAL),
        ("delegation", Level.DELEGATION),
    ):
        if own & lists[name]:
            return found
    return None


def rounds(event: Event) -> list[int]:
    """The ordinal of a round, or of each of several: "the first two rounds" are 1 and 2."""
    words = meeting_words()
    if event.token.lemma_.lower() not in ("round", "meeting", "session", "talk", "summit", "talks"):
        return []
    near = [child for child in event.token.children if child.i < event.token.i]
    ordinal = next((_ordinal(child.lower_) for child in near if _ordinal(child.lower_)), None)
    if ordinal is None:
        return []
    number = next((_count(child.lower_) for child in near if child.pos_ == "NUM"), None)
    if ordinal == 1 and number and number <= len(words.ordinal):
        return list(range(1, number + 1))
    return [ordinal] if event.token.lemma_.lower() == "round" or ordinal > 1 else []


def _ordinal(word: str) -> int | None:
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(match[1])
    return meeting_words().ordinal.get(word)


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(word)


def topics(draft: Draft, event: Event) -> tuple[str, ...]:
    """What the meeting is about: short noun phrases after "on", "about", "to discuss"."""
    verb = predicate(event.token)
    heads = [
        obj
        for word in {event.token, verb}
        for child in word.children
        if child.dep_ == "prep" and child.lower_ in meeting_words().lists["topical"]
        for obj in _pobj(child)
    ]
    heads += [obj for t in event.token.sent if t.lemma_ == "discuss" for obj in t.children if obj.dep_ == "dobj"]
    # "on Monday" and "on the sidelines" are no topics.
    found = [
        _phrase(draft, head)
        for head in heads
        if head.ent_type_ not in ("DATE", "TIME") and head.pos_ in ("NOUN", "PROPN")
    ]
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _phrase(draft: Draft, head: "Token") -> str | None:
    words = [t for t in head.subtree if t.i <= head.i or t.dep_ in ("prep", "pobj", "compound", "amod", "det")]
    words = [t for t in words if head.left_edge.i <= t.i <= head.right_edge.i][:_TOPIC_WORDS]
    while words and words[0].pos_ in ("DET", "PRON"):
        words = words[1:]
    if not words or any(span.value and span.span.start <= words[0].idx < span.span.end for span in draft.dates):
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].strip()
