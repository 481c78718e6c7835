"""Meetings: talks, summits, calls, consultations, visits, conferences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.meetings import _about as about
from dragoman.extract.meetings import _context as context
from dragoman.extract.meetings import _where as where
from dragoman.extract.meetings import _who as who
from dragoman.extract.meetings._asides import asides
from dragoman.extract.meetings._events import Event, events, is_address, journey, scene_of
from dragoman.extract.meetings._pool import pooled, with_office_holders
from dragoman.extract.meetings._roles import mediators
from dragoman.extract.meetings._status import in_time, status_of
from dragoman.extract.meetings._visits import standing, visit
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, Meeting, MeetingKind, Span, Status
from dragoman.model.dates import bounds, days, is_day
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.principals import principal_parties
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token


_NEWS_DAYS = 10  # within which a deal is what the report tells, not what it recalls
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
    found += asides(draft, told, found)
    found = [with_office_holders(draft, meeting) for meeting in (*found, *pooled(draft, found))]
    return sorted(found, key=lambda meeting: meeting.span or _NOWHERE)


def _unframed(told: Sequence[Event]) -> list[Event]:
    """The events without the journeys made for another of them and the deals struck at one: those are that meeting."""
    framing = {verb for event in told if event.kind is not MeetingKind.VISIT and (verb := journey(event.token))}
    framing |= {verb for event in told if (verb := scene_of(event.token))}
    return [event for event in told if event.token not in framing]


class Telling:
    """How an event is told, which others are told in its sentence, and what has been told before it."""

    def __init__(self, status: Status, others: Sequence[Event], before: Sequence[Meeting]) -> None:
        self.status, self.others, self.before = status, others, before


class Sides(NamedTuple):
    """Who meets, and through whom, as far as the event's own words tell."""

    parties: tuple[str, ...]
    through: tuple[str, ...]


class Known(NamedTuple):
    """What else is known of an event: the words for who meets, how it is told, whether time, place or round are told."""

    heads: list["Token"]
    telling: Telling
    is_placed: bool
    is_clear: bool  # placed, or with a level


def _visit(draft: Draft, event: Event, telling: Telling) -> Iterator[Meeting]:
    around = where.spots(draft, event, telling.others)
    told = visit(draft, event, around)
    if told is None:
        return
    dates = where.times(draft, event, telling.others)
    place, country = where.place_and_country(draft, told.places)
    status = in_time(standing(event, telling.status), dates, draft.report.published)
    meeting = replace(
        _bare(draft, event, status), parties=told.parties, delegates=told.people, place=place, country=country
    )
    meeting = _timed(meeting, None, _first(dates))
    yield replace(meeting, end=None) if event.token.lemma_ == "leave" else meeting


def _talks(draft: Draft, event: Event, telling: Telling) -> Iterator[Meeting]:
    if not who.receives_somebody(draft, event) or (event.deal and telling.status is not Status.HELD):
        return
    dates, places = where.times(draft, event, telling.others), where.spots(draft, event, telling.others)
    status = in_time(telling.status, dates, draft.report.published, where.side_told(event) == "start")
    heads = who.participants(draft, event)
    people = who.delegates(draft, event, heads)
    sides = _sides(draft, event, who.parties(draft, event, heads))
    numbers = about.rounds(event) or _derived(event, status, telling.before)
    level = about.level(draft, event, people, heads)
    if event.token.lemma_ == "discuss" and len(sides.parties) < 2:
        return  # "the ministers discussed" is told of a meeting already told
    told = bool(dates or places or numbers)
    parties, through = _completed(draft, event, sides, Known(heads, telling, told, told or bool(level))), sides.through
    is_placed = any(place.place for place in places)
    if event.deal and not parties and is_placed:
        parties = context.pair_of_report(
            draft, telling.before
        )  # "the plan was accepted in Brussels": by the report's two sides
    if event.deal and not (len(parties) > 1 and (is_placed or _is_news(draft, dates, people, telling.before))):
        return
    if not (parties or told or through) or (len(parties) < 2 and is_address(event)):
        return
    place, country = where.place_and_country(draft, places)
    known = context.antecedent(event, place, country, telling.before)
    if known is not None and not dates and len(sides.parties) < 2:
        yield replace(known, mediators=through, place=place, country=country, topics=(), delegates=())
        return
    common = replace(
        _bare(draft, event, status),
        kind=about.kind(draft, event, level, people, parties),
        parties=parties,
        mediators=tuple(name for name in through if name not in parties),
        delegates=people,
        place=place,
        country=country,
        level=level,
        topics=about.topics(draft, event),
    )
    yield from _apart(draft, event, _numbered(common, dates, numbers, event))


def _is_news(draft: Draft, dates: Sequence[DateMention], people: Sequence[str], before: Sequence[Meeting]) -> bool:
    """Whether a deal without a place is told as what two sides have just met for.

    A deal of old is background, and those who settle something after a meeting already told settled it there.
    """
    told = [d.value for d in dates if d.value and is_day(d.value)]
    if any(abs((draft.report.published - days(value).first).days) <= _NEWS_DAYS for value in told):
        return True
    return len(people) > 1 and not any(set(people) <= set(meeting.delegates) for meeting in before)


def _bare(draft: Draft, event: Event, status: Status) -> Meeting:
    span = sentence_span(event.token)
    speech = speech_over(draft, span_of(event.token))
    # Who denies, welcomes or urges something does not tell of the meeting that it takes for known.
    taken_for_known = speech is not None and speech.form != "clause" and status in (Status.HELD, Status.ONGOING)
    chain = () if taken_for_known else chain_over(draft, span_of(event.token))
    return Meeting(kind=event.kind, status=status, evidence=draft.slice(span), span=span, sources=chain)


def _completed(draft: Draft, event: Event, sides: Sides, known: "Known") -> tuple[str, ...]:
    """The parties that the event's own words name, and those that the text around it tells where they name fewer than two."""
    parties, talked_of = sides.parties, context.is_talked_of(event)
    if len(parties) == 1:
        parties = tuple(dict.fromkeys((*parties, *who.speakers(draft, event))))
    is_clear = known.is_clear or bool(sides.through)
    if len(parties) < 2 and is_clear and event.token.lemma_ != "speak" and not talked_of:
        parties = _from_before(draft, event, known.heads, Sides(parties, sides.through), known.telling)
    if (
        not parties
        and known.is_placed
        and not (event.deal or talked_of or context.names_others(draft, event, known.heads))
    ):
        return principal_parties(draft)  # "the delegates will meet again on Tuesday": of the report's two sides
    return parties


def _sides(draft: Draft, event: Event, parties: tuple[str, ...]) -> Sides:
    """Who meets and through whom; who brings one other side together with nobody but himself meets it."""
    helpers, named = mediators(draft, event), who.beside(draft, event)
    through = tuple(name for name in helpers if name not in named)
    if set(named) & set(helpers) and who.is_of_both(draft, event):
        return Sides((), through)  # "A facilitates talks between both sides": which these are is not known
    host = who.bringing_host(draft, event)
    if host and len(set(parties) - set(host)) > 1:
        through = tuple(dict.fromkeys((*through, *host)))
    if len(parties) == 1 and "mediation" in event.modifiers:
        return Sides((), tuple(dict.fromkeys((*through, *parties))))  # "Cairo opened mediation talks": between others
    left = tuple(party for party in parties if party not in through)
    if (
        len(left) == 1
        and predicate(event.token).lemma_ in meeting_words().lists["mediating"]
        and not who.is_between(event)
    ):
        return Sides(tuple(dict.fromkeys((*through, *left))), ())
    if event.modifiers & meeting_words().lists["three_way"] and len(left) == 2:
        return Sides(tuple(dict.fromkeys((*through, *left))), ())
    return Sides(left, through)


def _from_before(draft: Draft, event: Event, heads: list["Token"], sides: Sides, telling: Telling) -> tuple[str, ...]:
    """The parties told before, where the event's own words name none of them or one."""
    pointing = context.points_back(event) or context.is_faceless(event, heads)
    if pointing or (sides.through and not sides.parties):
        before = context.parties_before(draft, event, telling.before)
    else:
        before = () if sides.parties else context.parties_beside(event, telling.before)
    before = tuple(name for name in before if name not in sides.through)
    return before if set(sides.parties) <= set(before) else sides.parties


def _derived(event: Event, status: Status, before: Sequence[Meeting]) -> list[int]:
    number = context.next_round(event, status, before)
    return [number] if number else []


def _numbered(common: Meeting, dates: Sequence[DateMention], numbers: Sequence[int], event: Event) -> Iterator[Meeting]:
    """The meeting with its time and round; as many as rounds are told, each with its date where they are as many."""
    values = list(dict.fromkeys(d.value for d in dates if d.value))
    if len(numbers) > 1:
        for at, number in enumerate(numbers):
            yield _timed(common, number, values[at] if len(values) == len(numbers) else None)
        return
    meeting = _timed(common, numbers[0] if numbers else None, where.joined(values))
    side = where.side_told(event) if meeting.start == meeting.end else None
    yield replace(meeting, end=None) if side == "start" else replace(meeting, start=None) if side == "end" else meeting


def _apart(draft: Draft, event: Event, meetings: Iterator[Meeting]) -> Iterator[Meeting]:
    """ "spoke separately with A and B", "telephoned A and B": one meeting with each."""
    near = {child.lower_ for child in event.token.children}
    each = bool(near & meeting_words().lists["separate"]) or who.calls_each(event)
    for meeting in meetings:
        if not each or len(meeting.parties) < 3:
            yield meeting
            continue
        actors = {m.name: m.actor for m in draft.actors}
        host, *guests = meeting.parties
        for guest in guests:
            people = tuple(name for name in meeting.delegates if actors.get(name) in (host, guest, None))
            yield replace(meeting, parties=(host, guest), delegates=people)


def _first(dates: Sequence[DateMention]) -> str | None:
    return next((d.value for d in dates if d.value), None)


def _timed(common: Meeting, number: int | None, value: str | None) -> Meeting:
    start, end = bounds(value) if value else (None, None)
    return replace(common, round=number, start=start, end=end)
