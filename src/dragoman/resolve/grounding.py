"""Not written yet."""

from dragoman.model import Attribution, Dated, Reading
from dragoman.text.draft import Draft


def ground(draft: Draft) -> Reading:
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
        attributions=tuple(
            Attribution(speaker=s.speaker, verb=s.verb, evidence=draft.slice(s.span), span=s.span, quote=s.quote, channel=s.channel)
            for s in draft.speech
            if s.speaker and not s.wide
        ),
        dates=tuple(Dated(text=d.text, value=d.value, span=d.span) for d in draft.dates if d.value),
    )
