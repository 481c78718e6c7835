"""What a clause says of a meeting, gathered once for all who ask: when, where, which round, who, at which level."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.meetings import _about as about
from dragoman.extract.meetings import _context as context
from dragoman.extract.meetings import _where as where
from dragoman.extract.meetings import _who as who
from dragoman.extract.meetings._edges import edges, side_told
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._level import level
from dragoman.extract.meetings._status import in_time
from dragoman.model import DateMention, Level, Meeting, PlaceMention, Status
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


class Telling(NamedTuple):
    """How an event is told, which others are told in its sentence, and what has been told before it."""

    status: Status
    others: Sequence[Event]
    before: Sequence[Meeting]


class Said(NamedTuple):
    """What an event's own words say of it. `heads` are the words for who meets."""

    status: Status
    dates: list[DateMention]
    places: list[PlaceMention]
    rounds: list[int]
    heads: list["Token"]
    people: tuple[str, ...]
    level: Level | None

    @property
    def is_told(self) -> bool:
        """Whether time, place or round are told."""
        return bool(self.dates or self.places or self.rounds)

    @property
    def is_clear(self) -> bool:
        return self.is_told or self.level is not None

    @property
    def is_placed(self) -> bool:
        return any(place.place for place in self.places)


def said_of(draft: Draft, event: Event, telling: Telling) -> Said:
    """Gather what the clause says of an event."""
    dates, places = where.times(draft, event, telling.others), where.spots(draft, event, telling.others)
    begun = side_told(event) == "start" and edges(draft, event, dates) is None
    status = in_time(telling.status, dates, draft.report.published, begun)
    heads = who.participants(draft, event)
    people = who.delegates(draft, event, heads)
    rounds = about.rounds(event) or context.next_rounds(event, status, telling.before)
    return Said(status, dates, places, rounds, heads, people, level(draft, event, people, heads))
