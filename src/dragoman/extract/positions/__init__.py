"""Positions: what each side wants, backs, refuses, denies, or will not speak of."""

from collections.abc import Iterator

from dragoman.extract.positions._held import Held
from dragoman.extract.positions._holders import holders
from dragoman.extract.positions._stances import stances_at
from dragoman.extract.positions._topics import topic_phrase
from dragoman.model import Position
from dragoman.text.clause import content_words
from dragoman.text.draft import Draft, sentence_span


def find_positions(draft: Draft) -> list[Position]:
    """One finding for each actor, stance and topic, in the order of the text."""
    found = [p for token in content_words(draft.doc) for held in stances_at(token) for p in _positions(draft, held)]
    return list({(p.actor, p.stance, p.topic): p for p in reversed(found)}.values())[::-1]


def _positions(draft: Draft, held: Held) -> Iterator[Position]:
    actors, speakers = holders(draft, held)
    topic = topic_phrase(draft, held) if actors else None
    if topic is None:
        return
    span = sentence_span(held.cue)
    for actor in actors:
        yield Position(
            actor=actor, stance=held.stance, topic=topic, evidence=draft.slice(span), span=span, sources=speakers
        )
