"""A text with its calendar expressions marked up as TIMEX3, well-formed XML whatever the text holds."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from dragoman.model import DateMention, Report
from dragoman.render.hostile import MARK
from dragoman.render.rough import is_rough

# Characters that no XML 1.0 document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What the words around a value say of it (TIMEX3's `mod`).
_MODS = (
    (re.compile(r"^(?:the\s)?(?:very\s)?(?:early|beginning|start)\b", re.IGNORECASE), "START"),
    (re.compile(r"^(?:the\s)?(?:mid|middle)\b", re.IGNORECASE), "MID"),
    (re.compile(r"^(?:the\s)?(?:very\s)?(?:late|end)\b|\byear[’']?s?[\s-]end$", re.IGNORECASE), "END"),
    (re.compile(r"^(?:over|more\sthan|just\sover|well\sover|at\sleast)\b", re.IGNORECASE), "MORE_THAN"),
    (re.compile(r"^(?:under|less\sthan|up\sto)\b", re.IGNORECASE), "LESS_THAN"),
)


def timex3_document(texts: Sequence[tuple[Report, Sequence[DateMention]]]) -> str:
    """One TimeML document; of several reports a corpus of them."""
    bodies = [_timeml(report, mentions) for report, mentions in texts]
    root = bodies[0] if len(bodies) == 1 else "<corpus>\n{}\n</corpus>".format("\n".join(bodies))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


def _timeml(report: Report, mentions: Sequence[DateMention]) -> str:
    day = report.published.isoformat()
    created = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    title = f"<TITLE>{_plain(report.title)}</TITLE>\n" if report.title else ""
    text = "".join(_marked(report.body, mentions))
    return f"<TimeML>\n<DOCID>{_plain(report.id)}</DOCID>\n<DCT>{created}</DCT>\n{title}<TEXT>{text}</TEXT>\n</TimeML>"


def _marked(body: str, mentions: Sequence[DateMention]) -> Iterator[str]:
    end = 0
    for number, mention in enumerate(sorted(mentions, key=lambda m: m.span), 1):
        if mention.span.start < end:
            continue  # TIMEX3 elements may not cross
        yield _plain(body[end : mention.span.start])
        yield f"<TIMEX3{_attributes(mention, number, body)}>{_plain(mention.text)}</TIMEX3>"
        end = mention.span.end
    yield _plain(body[end:])


def _attributes(mention: DateMention, number: int, body: str) -> str:
    mod = next((name for pattern, name in _MODS if pattern.search(mention.text)), None)
    if mod is None and is_rough(mention, body):
        mod = "APPROX"
    pairs = {"tid": f"t{number}", "type": mention.type, "value": mention.timex, "mod": mod}
    return "".join(f" {name}={quoteattr(value)}" for name, value in pairs.items() if value)


def _plain(text: str) -> str:
    return escape(_FORBIDDEN.sub(MARK, text))
