"""Meetings: talks, summits, calls, consultations, visits, conferences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.meetings import _slots as slots
from dragoman.extract.meetings._events import Event, events
from dragoman.extract.meetings._status import status_of
from dragoman.model import DateMention, Level, Meeting, MeetingKind, PlaceMention
from dragoman.model.dates import bounds
from dragoman.text.attach import dates_of, places_of
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.sources import chain_over


def find_meetings(draft: Draft) -> list[Meeting]:
    """One finding for each mention that says something of a meeting: who, when, where or which round."""
    found: list[Meeting] = []
    for event in events(draft):
        found += _meetings(draft, event, found)
    return found


def _meetings(draft: Draft, event: Event, found: list[Meeting]) -> Iterator[Meeting]:
    status = status_of(event)
    if status is None:
        return
    heads = slots.participants(event)
    parties = slots.parties(draft, heads)
    people = slots.delegates(draft, event, heads)
    through = slots.mediators(draft, event)
    parties = tuple(party for party in parties if party not in through) or parties
    if len(parties) == 1:
        # "the United States facilitated talks with the Russian delegation": who brings one side together meets it.
        parties, through = (*through, *parties), ()
    dates, places = dates_of(draft, event.token), places_of(draft, event.token)
    numbers = slots.rounds(event)
    level = slots.level(draft, event, people, heads)
    if event.kind is MeetingKind.VISIT:
        parties = tuple(dict.fromkeys((*parties, *(p.country for p in places if p.country))))
    if not parties and level is Level.LEADERS:
        parties = _parties_nearby(draft, event, found)
    if not (parties or dates or places or numbers):
        return
    place, country = _place(draft, event, places)
    span = sentence_span(event.token)
    common = Meeting(
        kind=_kind(event, level, people),
        status=status,
        evidence=draft.slice(span),
        span=span,
        parties=parties,
        mediators=tuple(name for name in through if name not in parties),
        delegates=people,
        place=place,
        country=country,
        level=level,
        topics=slots.topics(draft, event),
        sources=chain_over(draft, span_of(event.token)),
    )
    yield from _dated(common, dates, numbers)


def _kind(event: Event, level: Level | None, people: Sequence[str]) -> MeetingKind:
    """Leaders in person make talks a summit: named ones, or leaders spoken of as such."""
    if event.kind is not MeetingKind.TALKS or level is not Level.LEADERS:
        return event.kind
    return MeetingKind.TALKS if "presidential" in event.token.sent.text.lower() and not people else MeetingKind.SUMMIT


def _place(draft: Draft, event: Event, places: Sequence[PlaceMention]) -> tuple[str | None, str | None]:
    """The city or venue, and its state where the sentence names that too."""
    if not places:
        return None, None
    named = next((p for p in places if p.place), None)
    if named is None:
        return None, places[0].country
    sentence = event.token.sent
    told = {m.name for m in draft.actors if sentence.start_char <= m.span.start < sentence.end_char}
    told |= {p.country for p in places if p.place is None and p.country}
    return named.place, named.country if named.country in told else None


def _parties_nearby(draft: Draft, event: Event, found: list[Meeting]) -> tuple[str, ...]:
    """Of a meeting that names nobody: those of the meeting told before it in the sentence."""
    start = event.token.sent.start_char
    return next((m.parties for m in reversed(found) if m.span and m.span.start >= start and m.parties), ())


def _dated(common: Meeting, dates: Sequence[DateMention], numbers: Sequence[int]) -> Iterator[Meeting]:
    """The meeting with its time and round; as many as rounds are told, each with its date where they are as many."""
    values = list(dict.fromkeys(d.value for d in dates if d.value))
    if len(numbers) > 1:
        for at, number in enumerate(numbers):
            yield _timed(common, number, values[at] if len(values) == len(numbers) else None)
        return
    yield _timed(common, numbers[0] if numbers else None, values[0] if values else None)


def _timed(common: Meeting, number: int | None, value: str | None) -> Meeting:
    start, end = bounds(value) if value else (None, None)
    return replace(common, round=number, start=start, end=end)
