"""Positions: what each side wants, backs, refuses, denies, or will not speak of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._stances import Held, stances_at
from dragoman.extract.positions._topics import topic_phrase
from dragoman.lexicon.acts import stance_words
from dragoman.model import Position, Speech
from dragoman.text.acts import actors_or_speaker, phrase_of
from dragoman.text.clause import content_words
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.parties import people_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_positions(draft: Draft) -> list[Position]:
    """One finding for each actor, stance and topic, in the order of the text."""
    found = [p for token in content_words(draft.doc) for held in stances_at(token) for p in _positions(draft, held)]
    return list({(p.actor, p.stance, p.topic): p for p in reversed(found)}.values())[::-1]


def _positions(draft: Draft, held: Held) -> Iterator[Position]:
    actors, speakers = _holders(draft, held)
    topic = topic_phrase(draft, held.topic, held.asked) if actors else None
    if topic is None:
        return
    span = sentence_span(held.cue)
    for actor in actors:
        yield Position(
            actor=actor, stance=held.stance, topic=topic, evidence=draft.slice(span), span=span, sources=speakers
        )


def _holders(draft: Draft, held: Held) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(whose stance it is, who speaks for them): the holder named, else the speaker of the passage."""
    speech = speech_over(draft, span_of(held.cue))
    if held.holder is None:
        side = _side_of(draft, speech)
        return ((side,) if side else ()), chain_over(draft, span_of(held.cue))
    people = people_of(draft, held.holder)
    actors = actors_or_speaker(draft, held.holder) or _unnamed(draft, held.holder)
    return actors, people or chain_over(draft, span_of(held.cue))


def _unnamed(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """A body or band by the words for it, or whoever "its" stands for: "a spokesman for the coalition", "its ministry"."""
    near = [holder, *(t for t in holder.subtree if t.dep_ in ("pobj", "poss") and t != holder)]
    for word in near:
        if word.tag_ == "PRP$" and word.lower_ in ("its", "their"):
            before = [m for m in draft.actors if m.actor and word.sent.start <= m.root < word.i and not m.adjective]
            return (before[-1].actor,) if before and before[-1].actor else ()
    body = next((word for word in near if word.lemma_.lower() in stance_words()["bodies"]), None)
    return (phrase_of(body),) if body is not None else ()


def _side_of(draft: Draft, speech: Speech | None) -> str | None:
    """The side that a speaker speaks for; a person of no known side holds no party's position."""
    if speech is None or not speech.speaker:
        return None
    if speech.actor:
        return speech.actor
    mention = next((m for m in draft.actors if m.name == speech.speaker), None)
    return mention.actor if mention is not None else None
