"""Positions: what each side wants, backs, refuses, denies, or will not speak of."""

from collections.abc import Iterator

from dragoman.extract.positions._held import Held, is_in
from dragoman.extract.positions._holders import holders
from dragoman.extract.positions._stances import stances_at
from dragoman.extract.positions._topics import topic_phrase
from dragoman.model import ActorKind, Position, Stance
from dragoman.text.clause import content_words
from dragoman.text.draft import Draft, sentence_span
from dragoman.text.parties import mentions_by_root

_SOMEBODY = (ActorKind.STATE, ActorKind.GROUP, ActorKind.PERSON)
_SHORT = 3  # letters of "of", "and", "the"


def find_positions(draft: Draft) -> list[Position]:
    """One finding for each actor, stance and topic, in the order of the text."""
    found = [p for token in content_words(draft.doc) for held in stances_at(token) for p in _positions(draft, held)]
    kept: list[Position] = []
    for position in found:
        if not any(_is_again(position, earlier) for earlier in kept):
            kept.append(position)
    return kept


def _is_again(position: Position, earlier: Position) -> bool:
    """The same stance of the same side on what is told in much the same words: "calls for X: 'I call for X'"."""
    if (position.actor, position.stance) != (earlier.actor, earlier.stance):
        return False
    new, old = ({word for word in p.topic.casefold().split() if len(word) > _SHORT} for p in (position, earlier))
    return position.topic == earlier.topic or 3 * len(new & old) > 2 * min(len(new), len(old))


def _is_on_somebody(draft: Draft, held: Held) -> bool:
    """ "the coalition, backed by France": who arms or befriends whom is no stance on what is negotiated."""
    if held.stance is not Stance.SUPPORTS or held.cue.lemma_.lower() in ("recognise", "recognize"):
        return False
    if held.cue.tag_ == "VBN" and (is_in(held.topic, "bodies") or is_in(held.topic, "governing")):
        return True
    return any(m.kind in _SOMEBODY for m in mentions_by_root(draft).get(held.topic.i, ()))


def _positions(draft: Draft, held: Held) -> Iterator[Position]:
    actors, speakers = holders(draft, held)
    topic = topic_phrase(draft, held) if actors and not _is_on_somebody(draft, held) else None
    if topic is None:
        return
    span = sentence_span(held.cue)
    for actor in actors:
        yield Position(
            actor=actor, stance=held.stance, topic=topic, evidence=draft.slice(span), span=span, sources=speakers
        )
