"""Words in quotation marks: straight, curly, angular; over several paragraphs; single marks where they stand alone."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.model import Quote, Span
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]|``|''")
_OPENS, _CLOSES = frozenset("\u201e\u00ab\u201f"), frozenset("\u00bb")
# An opening single mark: never an apostrophe that stands for letters ("'em") or a decade ("'90s").
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[\u2014\u2013:]))[\u2018'](?=\w)(?!\d0s|em\b|tis\b|twas\b|cause\b)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[\u2019'](?!\w)")
_SCARE_WORDS = 6


def find_quotes(draft: Draft) -> list[Quote]:
    """The quotes of a report in order; quotes within quotes are part of the outer one."""
    body = draft.report.body
    spans = _double_quotes(body)
    spans += [pair for pair in _single_quotes(body) if not any(pair[0].overlaps(outer) for outer, _ in spans)]
    return [
        Quote(span, inner, scare=_is_scare(draft.doc, span, inner))
        for span, inner in sorted(spans)
        if body[inner.start : inner.end].strip()
    ]


def _double_quotes(body: str) -> list[tuple[Span, Span]]:
    """Outer and inner spans.

    A quote left open runs on when the next paragraph opens with a mark, else it ends with its own.
    """
    found: list[tuple[Span, Span]] = []
    left_open: tuple[int, int] | None = None
    last_end = 0
    for paragraph in _PARAGRAPH.finditer(body):
        marks = list(_DOUBLE.finditer(body, *paragraph.span()))
        if left_open is not None:
            if marks and not body[paragraph.start() : marks[0].start()].strip():
                marks[0:1] = []  # the mark repeated before each paragraph of one quote
            elif not (marks and _leaning(body, marks[0])[1]):  # and the closing mark of a quote broken over lines
                found.append((Span(left_open[0], last_end), Span(left_open[1], last_end)))
                left_open = None
        left_open = _pair(body, marks, left_open, found)
        last_end = paragraph.start() + len(paragraph[0].rstrip())
    if left_open is not None:
        found.append((Span(left_open[0], last_end), Span(left_open[1], last_end)))
    return found


def _pair(
    body: str, marks: list[re.Match[str]], opened: tuple[int, int] | None, found: list[tuple[Span, Span]]
) -> tuple[int, int] | None:
    """Pair one paragraph's marks; what stays open at its end is returned as (start, inner start)."""
    # Marks that come in pairs are taken in turn, whatever blanks surround them ("said,\" We"); only an odd one out
    # makes the side it leans to decide.
    paired = (len(marks) + (opened is not None)) % 2 == 0
    for mark in marks:
        opens, closes = _leaning(body, mark)
        if opened is None:
            if opens or paired or not closes:
                opened = mark.span()
        elif closes or (paired and not _is_opening_curl(mark[0])) or not opens:
            found.append((Span(opened[0], mark.end()), Span(opened[1], mark.start())))
            opened = None
        elif not _is_opening_curl(mark[0]):
            found.append((Span(opened[0], mark.start()), Span(opened[1], mark.start())))
            opened = mark.span()
    return opened


def _is_opening_curl(mark: str) -> bool:
    return mark in ("\u201c", "``")


def _leaning(body: str, mark: re.Match[str]) -> tuple[bool, bool]:
    """Whether a mark must open, whether it must close; neither for a straight mark between two blanks or two words."""
    sign = mark[0]
    if sign in _OPENS or sign in ("\u201c", "``"):
        return True, False
    if sign in _CLOSES or sign in ("\u201d", "''"):
        return False, True
    before = body[mark.start() - 1 : mark.start()]
    after = body[mark.end() : mark.end() + 1]
    blank_before = not before or before.isspace() or before in "([\u2014\u2013-"
    blank_after = not after or after.isspace() or after in ")]\u2014\u2013-,.;:?!"
    return blank_before and not blank_after, blank_after and not blank_before


def _single_quotes(body: str) -> Iterator[tuple[Span, Span]]:
    for paragraph in _PARAGRAPH.finditer(body):
        at = paragraph.start()
        while opening := _SINGLE_OPEN.search(body, at, paragraph.end()):
            following = _SINGLE_OPEN.search(body, opening.end(), paragraph.end())
            limit = following.start() if following else paragraph.end()
            closing = _closing_single(body, opening.end(), limit)
            if closing is not None:
                yield Span(opening.start(), closing + 1), Span(opening.end(), closing)
            at = opening.end() if closing is None else closing + 1


def _closing_single(body: str, start: int, limit: int) -> int | None:
    """The first mark that is no plural possessive ("the parties' "), for want of one the last that looks like it."""
    marks = [m.start() for m in _SINGLE_CLOSE.finditer(body, start, limit)]
    sure = [at for at in marks if body[at - 1] != "s"]
    return sure[0] if sure else (marks[-1] if marks else None)


def _is_scare(doc: "Doc", span: Span, inner: Span) -> bool:
    """Whether a quote is a word or a short phrase set off for distance, or a name, rather than somebody's clause."""
    words = doc.char_span(inner.start, inner.end, alignment_mode="contract")
    if words is None:
        return True
    if sum(token.is_alpha for token in words) > _SCARE_WORDS:
        return False
    before = text_of(doc)[: span.start].rstrip(" ")
    if not before or before[-1] in "\n,:.?!":
        return False  # it stands on its own, or after a verb of saying
    return not any(token.tag_ in ("VBD", "VBP", "VBZ", "MD") for token in words)
