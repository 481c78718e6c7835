"""Positions over time: what each side wants, since when, in whose words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Position, Stance
from dragoman.model.ledgered import Entry
from dragoman.record.names import Names


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor's stance on one topic. `first` and `last` are known days; `sources` the people who spoke for it."""

    id: str
    actor: str
    topic: str
    stance: Stance
    first: dt.date
    last: dt.date
    sources: tuple[str, ...]
    entries: tuple[Entry, ...]


def derive_positions(entries: Sequence[Entry], names: Names) -> tuple[Stand, ...]:
    """Stances in order of first known day; the same stance on the same words is one, a change of stance a new one."""
    runs: dict[tuple[str, str], list[tuple[Stance, list[Entry]]]] = {}
    for entry in sorted(entries, key=lambda e: (e.known_at, e.witness.key, e.id)):
        position = _position(entry)
        history = runs.setdefault((names.of_entry(entry, position.actor), position.topic.casefold()), [])
        if history and history[-1][0] is position.stance:
            history[-1][1].append(entry)
        else:
            history.append((position.stance, [entry]))
    stands = [_stand(actor, stance, run, names) for (actor, _), history in runs.items() for stance, run in history]
    return tuple(sorted(stands, key=lambda stand: (stand.first, stand.id)))


def _position(entry: Entry) -> Position:
    assert isinstance(entry.finding, Position)
    return entry.finding


def _stand(actor: str, stance: Stance, entries: Sequence[Entry], names: Names) -> Stand:
    first = entries[0]
    sources = (name for entry in entries for name in names.all_of(entry, _position(entry).sources))
    return Stand(
        id=f"s-{first.id.partition('-')[2]}",
        actor=actor,
        topic=_position(first).topic,
        stance=stance,
        first=first.witness.published,
        last=entries[-1].witness.published,
        sources=tuple(dict.fromkeys(sources)),
        entries=tuple(entries),
    )
