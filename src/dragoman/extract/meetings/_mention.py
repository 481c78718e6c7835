"""From what is said of an event to the meeting, or the several, that it tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.meetings import _where as where
from dragoman.extract.meetings import _who as who
from dragoman.extract.meetings._edges import edges, side_told
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._said import Said
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, Meeting, Status
from dragoman.model.dates import bounds
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.sources import chain_over, speech_over


def bare(draft: Draft, event: Event, status: Status) -> Meeting:
    """A mention with its words and whose they are, and nothing else yet."""
    span = sentence_span(event.token)
    speech = speech_over(draft, span_of(event.token))
    # Who denies, welcomes or urges something does not tell of the meeting that it takes for known.
    taken_for_known = speech is not None and speech.form != "clause" and status in (Status.HELD, Status.ONGOING)
    chain = () if taken_for_known else chain_over(draft, span_of(event.token))
    return Meeting(kind=event.kind, status=status, evidence=draft.slice(span), span=span, sources=chain)


def timed(common: Meeting, number: int | None, value: str | None) -> Meeting:
    """The meeting with its round and time."""
    start, end = bounds(value) if value else (None, None)
    return replace(common, round=number, start=start, end=end)


def first_value(dates: Sequence[DateMention]) -> str | None:
    return next((d.value for d in dates if d.value), None)


def mentions(draft: Draft, event: Event, common: Meeting, said: Said) -> Iterator[Meeting]:
    """ "spoke separately with A and B", "telephoned A and B": one meeting with each; of others one for each round."""
    near = {child.lower_ for child in event.token.children}
    each = bool(near & meeting_words().lists["separate"]) or who.calls_each(event)
    for meeting in _numbered(draft, common, said, event):
        if not each or len(meeting.parties) < 3:
            yield meeting
            continue
        actors = {m.name: m.actor for m in draft.actors}
        met = [name for name in who.met_by_each(draft, event) if name in meeting.parties]
        host, *guests = [*met, *(name for name in meeting.parties if name not in met)]
        for guest in guests:
            people = tuple(name for name in meeting.delegates if actors.get(name) in (host, guest, None))
            yield replace(meeting, parties=(host, guest), delegates=people)


def _numbered(draft: Draft, common: Meeting, said: Said, event: Event) -> Iterator[Meeting]:
    """The meeting with its time and round; as many as rounds are told, each with its date where they are as many."""
    values, numbers = list(dict.fromkeys(d.value for d in said.dates if d.value)), said.rounds
    if len(numbers) > 1:
        for at, number in enumerate(numbers):
            yield timed(common, number, values[at] if len(values) == len(numbers) else None)
        return
    meeting = timed(common, numbers[0] if numbers else None, where.joined(values))
    if (both := edges(draft, event, said.dates)) is not None:
        yield replace(meeting, start=both[0], end=both[1])
        return
    side = side_told(event) if meeting.start == meeting.end else None
    yield replace(meeting, end=None) if side == "start" else replace(meeting, start=None) if side == "end" else meeting
