"""Which cue a quotation belongs to."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.lexicon.saying import saying
from dragoman.model import Quote, Span
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 22  # tokens between a quote and its cue: a name with an apposition and a day
_STANDS_APART = frozenset(("", ",", ":", ".", "-"))
_STOPS = frozenset((".", "!", "?", ";"))


def attach_quotes(draft: Draft, acts: list[Act]) -> None:
    """Join every quotation to the act that reports it; what stands alone goes with a speaker close by."""
    loose = []
    for quote in draft.quotes:
        outside = [act for act in acts if not quote.inner.holds(act.cue.idx)]
        act = _leading(draft.doc, quote, outside) or _holding(quote, outside)
        if act is None and not quote.scare:
            act = _beside(draft.doc, quote, outside)
        if act is not None:
            _take(draft.doc, act, quote)
        elif not quote.scare:
            loose.append(quote)
    for quote in loose:
        _float(draft, quote, acts)
    _give_to_the_quoted(acts)


def _give_to_the_quoted(acts: list[Act]) -> None:
    """Of '"…," the agency quoted him as saying' the words are his, not the agency's."""
    for act in acts:
        if act.cue.lemma_ not in saying().relay or not (act.pieces or act.floating):
            continue
        inner = next((o for o in acts if o.cue.dep_ == "pcomp" and o.cue.head.head.i == act.cue.i), None)
        if inner is not None and inner.cue.head.lower_ == "as":
            inner.pieces = sorted(
                [*inner.pieces, *(p for p in act.pieces if not any(p.overlaps(o) for o in inner.pieces))]
            )
            inner.floating += act.floating
            inner.form = "clause"
            act.pieces, act.floating = [], []


def _leading(doc: "Doc", quote: Quote, acts: list[Act]) -> Act | None:
    """The act whose cue stands right before the quotation: "saying: "…"."""
    opening = _index(doc, quote.span.start)
    at = opening - 1
    while at >= 0 and (doc[at].is_punct or doc[at].is_space or doc[at].lower_ == "that"):
        at -= 1
    return next((act for act in acts if act.cue.i == at and _may_quote(act)), None) if not quote.scare else None


def _holding(quote: Quote, acts: list[Act]) -> Act | None:
    """The innermost act in whose content the parse put the quotation's first words."""
    start = quote.inner.start
    holders = [
        act
        for act in acts
        if not act.cue.tag_.startswith("NN") and any(piece.start <= start + 1 < piece.end for piece in act.pieces)
    ]
    return min(holders, key=lambda act: _size(act, start), default=None)


def _size(act: Act, offset: int) -> int:
    return min(piece.end - piece.start for piece in act.pieces if piece.start <= offset + 1 < piece.end)


def _beside(doc: "Doc", quote: Quote, acts: list[Act]) -> Act | None:
    """The act whose cue stands right after or before the quotation, with nothing but the speaker between."""
    opening, closing = _index(doc, quote.span.start), _index(doc, quote.span.end - 1)
    before = [act for act in acts if opening - _REACH <= act.cue.i < opening and _clear(doc, act.cue.i + 1, opening)]
    after = [act for act in acts if closing < act.cue.i <= closing + _REACH and _clear(doc, closing + 1, act.cue.i)]
    verbal_before = [act for act in before if _may_quote(act)]
    verbal_after = [act for act in after if _may_quote(act) and not _looks_right(act)]
    lead = doc[opening - 1].text if opening else ""
    near = verbal_before[-1] if verbal_before else None
    if near is not None and (lead in (",", ":", "that", "-") or opening - near.cue.i <= 2 or not verbal_after):
        return near
    if verbal_after:
        return verbal_after[0]
    return near


def _may_quote(act: Act) -> bool:
    words = saying()
    verb = act.cue.lemma_.lower()
    return act.according or ((verb in words.clause or verb in words.quotative) and act.cue.pos_ in ("VERB", "AUX"))


def _looks_right(act: Act) -> bool:
    """Whether an act after the quotation already holds something else that follows it."""
    return any(piece.start > act.cue.idx for piece in act.pieces) and not act.according


def _clear(doc: "Doc", start: int, end: int) -> bool:
    return not any(
        token.text in _STOPS or (token.is_space and "\n" in token.text and token.nbor(-1).text != ":")
        for token in doc[start:end]
    )


def _index(doc: "Doc", offset: int) -> int:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return int(span.start) if span is not None else 0


def _take(doc: "Doc", act: Act, quote: Quote) -> None:
    """The quotation in whole, with what the parse gave of it or around it."""
    span = quote.span
    inside = [piece for piece in act.pieces if span.covers(piece) or (piece.overlaps(span) and not piece.covers(span))]
    if not any(piece.covers(span) for piece in act.pieces):
        joined = Span(min([span.start, *(p.start for p in inside)]), max([span.end, *(p.end for p in inside)]))
        joined = _without_cue(joined, span, act.cue_span)
        act.pieces = sorted([*(piece for piece in act.pieces if piece not in inside), joined])
        if not quote.scare and text_of(doc)[: span.start].rstrip()[-1:] in _STANDS_APART:
            act.form = "clause"


def _without_cue(joined: Span, quote: Span, cue: Span) -> Span:
    return quote if joined.overlaps(cue) else joined


def _float(draft: Draft, quote: Quote, acts: list[Act]) -> None:
    """A quotation without a cue goes to its paragraph's speaker before, else after, else to the paragraph before."""
    start, end = _paragraph(draft.report.body, quote.span.start)
    here = [
        act
        for act in acts
        if start <= act.cue.idx < end and act.speakers and not act.denied and not draft.in_quote(act.cue.idx)
    ]
    before = [act for act in here if act.cue.idx < quote.span.start and (act.pieces or act.floating)]
    after = [act for act in here if act.cue.idx > quote.span.end]
    if before:
        quoting = [act for act in before if _quotes_something(draft, act)]
        (quoting or before)[-1].floating.append(quote.span)
    elif after:
        after[0].floating.append(quote.span)
    elif start:
        earlier = [
            act
            for act in acts
            if act.cue.idx < start and act.speakers and act.pieces and not draft.in_quote(act.cue.idx)
        ]
        last_start, _ = _paragraph(draft.report.body, len(draft.report.body[:start].rstrip()) - 1)
        if earlier and earlier[-1].cue.idx >= last_start:
            earlier[-1].floating.append(quote.span)


def _quotes_something(draft: Draft, act: Act) -> bool:
    return any(quote.span.overlaps(piece) for quote in draft.quotes if not quote.scare for piece in act.pieces)


def _paragraph(body: str, offset: int) -> Span:
    end = body.find("\n", offset)
    return Span(body.rfind("\n", 0, offset) + 1, len(body) if end < 0 else end)
