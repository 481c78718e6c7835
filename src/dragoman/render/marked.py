"""A report's text with the findings marked in it."""

from collections.abc import Iterator

from rich.text import Text

from dragoman.model import Reading, Span

STYLES = {
    "talks": "bold green",
    "promise": "bold magenta",
    "delivery": "bold blue",
    "position": "yellow",
    "initiative": "cyan",
    "speech": "dim",
    "date": "underline",
}


def marks(reading: Reading) -> list[tuple[Span, str, str]]:
    """(place, kind, what it says) of every finding, in the order of the text, the longer before the shorter."""
    found = [(span, kind, note) for span, kind, note in _all_marks(reading) if span is not None]
    return sorted(found, key=lambda mark: (mark[0].start, -mark[0].end))


def _all_marks(reading: Reading) -> Iterator[tuple[Span | None, str, str]]:
    for meeting in reading.meetings:
        yield meeting.span, "talks", f"{meeting.kind} {meeting.status}"
    for promise in reading.commitments:
        yield promise.span, "promise", f"{promise.action} {promise.state}"
    for delivery in reading.deliveries:
        yield delivery.span, "delivery", str(delivery.action)
    for position in reading.positions:
        yield position.span, "position", f"{position.actor} {position.stance} {position.topic}"
    for initiative in reading.initiatives:
        yield initiative.span, "initiative", str(initiative.kind)
    for speech in reading.attributions:
        yield speech.span, "speech", f"{speech.speaker}, {speech.verb}"
    for dated in reading.dates:
        yield dated.span, "date", dated.value


def marked_text(reading: Reading, notes: bool) -> Text:
    """The body in colours; with `notes`, each finding's kind and reading follows its words in brackets."""
    body = reading.report.body
    text = Text(body)
    found = marks(reading)
    for span, kind, _ in found:
        text.stylize(STYLES[kind], span.start, span.end)
    return _with_notes(text, found) if notes else text


def _with_notes(text: Text, found: list[tuple[Span, str, str]]) -> Text:
    """The text with a bracket behind each marked passage; brackets at one place stand in the order of the passages."""
    brackets: dict[int, list[tuple[str, str]]] = {}
    for span, kind, note in found:
        brackets.setdefault(span.end, []).append((kind, note))
    ends = sorted(brackets)
    pieces = text.divide(ends)
    out = Text()
    for piece, end in zip(pieces, [*ends, None], strict=False):
        out.append_text(piece)
        for kind, note in brackets.get(end, ()) if end is not None else ():
            out.append(f" [{kind}: {note}]", style=STYLES[kind])
    return out


def legend() -> Text:
    """Which colour is what."""
    return Text("  ").join(Text(kind, style=style) for kind, style in STYLES.items())
