"""Meetings: talks, summits, calls, consultations, visits, conferences.

`_events` finds the words that speak of a meeting, `_status` tells where it stands, `_said` gathers what its clause says,
`_sides` who meets and through whom; `_deals` and `_visits` read the two kinds told otherwise. Then the report as a whole
is asked: `_asides` adds what later sentences tell, `_pool` what is told once for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.meetings import _about as about
from dragoman.extract.meetings import _context as context
from dragoman.extract.meetings import _where as where
from dragoman.extract.meetings import _who as who
from dragoman.extract.meetings._asides import asides
from dragoman.extract.meetings._brokered import brokered
from dragoman.extract.meetings._deals import settled_by
from dragoman.extract.meetings._events import Event, events, is_address, journey, scene_of, sidelines_of
from dragoman.extract.meetings._mention import bare, first_value, mentions, timed
from dragoman.extract.meetings._pool import pooled, with_office_holders
from dragoman.extract.meetings._said import Said, Telling, said_of
from dragoman.extract.meetings._sides import Sides, completed, own_sides
from dragoman.extract.meetings._status import in_time, status_of
from dragoman.extract.meetings._visits import standing, visit
from dragoman.model import Meeting, MeetingKind, Span, Status
from dragoman.text.draft import Draft

_NOWHERE = Span(0, 0)


def find_meetings(draft: Draft) -> list[Meeting]:
    """One finding for each mention that says something of a meeting: who, when, where or which round."""
    found: list[Meeting] = []
    told = _unframed(list(events(draft)))
    near: dict[int, list[Event]] = {}
    for event in told:
        near.setdefault(event.token.sent.start, []).append(event)
    for event in told:
        status = status_of(event)
        if status is not None:
            read = _visit if event.kind is MeetingKind.VISIT else _talks
            found += read(draft, event, Telling(status, near[event.token.sent.start], found))
    found += brokered(draft, found)
    found += asides(draft, told, found)
    found = [with_office_holders(draft, meeting) for meeting in (*found, *pooled(draft, found))]
    return sorted(found, key=lambda meeting: meeting.span or _NOWHERE)


def _unframed(told: Sequence[Event]) -> list[Event]:
    """The events without those told only to frame another: a journey made for it, a deal struck at it, a larger gathering."""
    framing = {verb for event in told if event.kind is not MeetingKind.VISIT and (verb := journey(event.token))}
    framing |= {verb for event in told if (verb := scene_of(event.token))}
    framing |= {larger for event in told for larger in sidelines_of(event.token)}
    return [event for event in told if event.token not in framing]


def _visit(draft: Draft, event: Event, telling: Telling) -> Iterator[Meeting]:
    around = where.spots(draft, event, telling.others)
    told = visit(draft, event, around)
    if told is None:
        return
    dates = where.times(draft, event, telling.others)
    place, country = where.place_and_country(draft, told.places)
    status = in_time(standing(event, telling.status), dates, draft.report.published)
    meeting = replace(
        bare(draft, event, status), parties=told.parties, delegates=told.people, place=place, country=country
    )
    meeting = timed(meeting, None, first_value(dates))
    yield replace(meeting, end=None) if event.token.lemma_ == "leave" else meeting


def _talks(draft: Draft, event: Event, telling: Telling) -> Iterator[Meeting]:
    if not who.receives_somebody(draft, event) or (event.deal and telling.status is not Status.HELD):
        return
    said = said_of(draft, event, telling)
    own = own_sides(draft, event, who.parties(draft, event, said.heads))
    if event.token.lemma_ == "discuss" and len(own.parties) < 2:
        return  # "the ministers discussed" is told of a meeting already told
    sides = Sides(completed(draft, event, own, said, telling), own.through)
    if event.deal:
        sides = Sides(settled_by(draft, event, sides, said, telling), sides.through)
    elif not (sides.parties or said.is_told or sides.through):
        return
    if len(sides.parties) < 2 and (event.deal or is_address(event)):
        return
    place, country = where.place_and_country(draft, said.places)
    joined = context.joined_by(event, own.parties, telling.before) if said.people and not said.is_told else None
    if joined is not None and said.status is Status.HELD:
        told = bare(draft, event, said.status)
        yield replace(joined, delegates=said.people, evidence=told.evidence, span=told.span)
        return
    known = context.antecedent(event, place, country, telling.before)
    if known is not None and not said.dates and len(own.parties) < 2:
        yield replace(known, mediators=own.through, place=place, country=country, topics=(), delegates=())
    else:
        common = replace(_whole(draft, event, sides, said), place=place, country=country)
        yield from mentions(draft, event, common, said)


def _whole(draft: Draft, event: Event, sides: Sides, said: Said) -> Meeting:
    """The meeting of an event, but for its time and place."""
    return replace(
        bare(draft, event, said.status),
        kind=about.kind(draft, event, said.level, said.people, sides.parties),
        parties=sides.parties,
        mediators=tuple(name for name in sides.through if name not in sides.parties),
        delegates=said.people,
        level=said.level,
        topics=about.topics(draft, event),
    )
