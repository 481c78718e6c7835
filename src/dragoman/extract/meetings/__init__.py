"""Meetings: talks, summits, calls, consultations, visits, conferences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.meetings import _slots as slots
from dragoman.extract.meetings._events import Event, events
from dragoman.extract.meetings._status import status_of
from dragoman.model import DateMention, Meeting, PlaceMention
from dragoman.model.dates import bounds
from dragoman.text.attach import dates_of, places_of
from dragoman.text.draft import Draft, sentence_span
from dragoman.text.sources import chain_over


def find_meetings(draft: Draft) -> list[Meeting]:
    """One finding for each mention that says something of a meeting: who, when, where or which round."""
    return [meeting for event in events(draft) for meeting in _meetings(draft, event)]


def _meetings(draft: Draft, event: Event) -> Iterator[Meeting]:
    status = status_of(event)
    if status is None:
        return
    heads = slots.participants(event)
    parties = slots.parties(draft, heads)
    people = slots.delegates(draft, heads)
    through = slots.mediators(draft, event)
    parties = tuple(party for party in parties if party not in through) or parties
    dates, places = dates_of(draft, event.token), places_of(draft, event.token)
    numbers = slots.rounds(event)
    if not _is_worth_it(parties, dates, places, numbers):
        return
    place, country = _place(places)
    span = sentence_span(event.token)
    common = Meeting(
        kind=event.kind,
        status=status,
        evidence=draft.slice(span),
        span=span,
        parties=parties,
        mediators=tuple(name for name in through if name not in parties),
        delegates=people,
        place=place,
        country=country,
        level=slots.level(draft, event, people, heads),
        topics=slots.topics(draft, event),
        sources=chain_over(draft, span),
    )
    yield from _dated(common, dates, numbers)


def _is_worth_it(
    parties: Sequence[str], dates: Sequence[DateMention], places: Sequence[PlaceMention], numbers: Sequence[int]
) -> bool:
    """Generic talk of talks is no finding: two parties, or one and a time or place, or a numbered round."""
    if numbers or len(parties) >= 2:
        return True
    return bool(parties and (dates or places)) or bool(dates and places)


def _place(places: Sequence[PlaceMention]) -> tuple[str | None, str | None]:
    """The city or venue, and the state; a place beats the state it lies in."""
    if not places:
        return None, None
    named = next((p for p in places if p.place), None)
    return (named.place, named.country) if named else (None, places[0].country)


def _dated(common: Meeting, dates: Sequence[DateMention], numbers: Sequence[int]) -> Iterator[Meeting]:
    """The meeting with its time and round; as many as rounds are told, each with its date where they are as many."""
    values = list(dict.fromkeys(d.value for d in dates if d.value))
    if len(numbers) > 1:
        for at, number in enumerate(numbers):
            value = values[at] if len(values) == len(numbers) else None
            yield replace(common, round=number, **_times(value))
        return
    number = numbers[0] if numbers else None
    yield replace(common, round=number, **_times(values[0] if values else None))


def _times(value: str | None) -> dict[str, str]:
    if value is None:
        return {}
    start, end = bounds(value)
    return {"start": start, "end": end}
