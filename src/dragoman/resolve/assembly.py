"""From the finished draft to the reading it amounts to."""

from dragoman.model import Attribution, Dated, Reading
from dragoman.text.draft import Draft


def assemble(draft: Draft) -> Reading:
    """The draft's findings as a reading, not yet checked against the text."""
    frames = (draft.meetings, draft.commitments, draft.deliveries, draft.positions, draft.initiatives)
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
        dates=tuple(Dated(text=d.text, value=d.value, span=d.span) for d in draft.dates if d.value),
    )


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
