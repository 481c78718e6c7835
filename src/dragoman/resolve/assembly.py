"""From the finished draft to the reading it amounts to."""

from collections.abc import Iterable, Sequence

from dragoman.model import ActorKind, Attribution, Dated, Discard, DiscardReason, Reading
from dragoman.model.ledgered import Recorded
from dragoman.text.draft import Draft
from dragoman.text.relevance import is_of_negotiations

_SIDES = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
_SHORT = 60  # tokens; a report of this length names both its sides


def assemble(draft: Draft) -> Reading:
    """The draft's findings as a reading, not yet checked against the text."""
    frames = (draft.meetings, draft.commitments, draft.deliveries, draft.positions, draft.initiatives)
    if not (is_of_negotiations(draft.doc) and _names_two(draft)):
        return _other_news(draft, frames)
    return Reading(
        report=draft.report,
        relevant=any(frames),
        meetings=tuple(draft.meetings),
        commitments=tuple(draft.commitments),
        deliveries=tuple(draft.deliveries),
        positions=tuple(draft.positions),
        initiatives=tuple(draft.initiatives),
        disputes=tuple(draft.disputes),
        attributions=tuple(_attributions(draft)),
        dates=tuple(_dates(draft)),
    )


def _names_two(draft: Draft) -> bool:
    """Whether two states, groups or organisations are named; a few sentences may leave one of them unsaid."""
    names = {mention.name for mention in draft.actors if mention.kind in _SIDES}
    return len(names) >= 2 or len(draft.doc) < _SHORT


def _other_news(draft: Draft, frames: Iterable[Sequence[Recorded]]) -> Reading:
    """Meetings and deals of mergers, matches and parliaments are none of ours; they are dropped and counted."""
    lost = (
        Discard(type(item).__name__.lower(), None, item.evidence, DiscardReason.OTHER_NEWS)
        for items in frames
        for item in items
    )
    return Reading(
        report=draft.report,
        attributions=tuple(_attributions(draft)),
        dates=tuple(_dates(draft)),
        discards=tuple(lost),
    )


def _dates(draft: Draft) -> list[Dated]:
    return [Dated(text=d.text, value=d.value, span=d.span) for d in draft.dates if d.value]


def _attributions(draft: Draft) -> list[Attribution]:
    return [
        Attribution(
            speaker=speech.speaker,
            verb=speech.verb,
            evidence=draft.slice(speech.span),
            span=speech.span,
            quote=speech.quote,
            channel=speech.channel,
        )
        for speech in draft.speech
        if speech.speaker and not speech.wide and not speech.denied
    ]
