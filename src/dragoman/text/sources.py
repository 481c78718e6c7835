"""Whose words a passage is: the attribution chain over a place in the text."""

from typing import TYPE_CHECKING

from dragoman.model import Span, Speech

if TYPE_CHECKING:
    from dragoman.text.draft import Draft

_MOSTLY = 0.5  # of the passage must be in what was said: a sentence with its "he said" passes


def speech_over(draft: "Draft", span: Span) -> Speech | None:
    """The innermost speech whose content covers the span or most of it."""
    best: tuple[int, Speech] | None = None
    for speech in draft.speech:
        if speech.denied or (speech.wide and not speech.speaker):
            continue
        for piece in speech.contents:
            if _share(piece, span) >= _MOSTLY and (best is None or piece.end - piece.start < best[0]):
                best = piece.end - piece.start, speech
    return best[1] if best else None


def chain_over(draft: "Draft", span: Span) -> tuple[str, ...]:
    """The attribution chain, outermost first, of the innermost speech whose content covers the span.

    () is the outlet's own voice.
    """
    inner = speech_over(draft, span)
    if inner is None:
        return ()
    # Several who speak together ("Paris and Berlin said") are entries with one cue: all of them vouch.
    together = [s for s in draft.speech if s.cue == inner.cue and s.verb == inner.verb]
    names = [name for speech in together for name in speech.chain or ((speech.speaker,) if speech.speaker else ())]
    return tuple(dict.fromkeys(names))


def _share(piece: Span, span: Span) -> float:
    """How much of the span lies in the piece."""
    common = min(piece.end, span.end) - max(piece.start, span.start)
    return common / max(1, span.end - span.start)
