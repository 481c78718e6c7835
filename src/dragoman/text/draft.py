"""The draft of a reading: what the steps have found so far, and the parse they share."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dragoman.model import (
    ActorMention,
    Commitment,
    DateMention,
    Delivery,
    Dispute,
    Initiative,
    Meeting,
    PlaceMention,
    Position,
    Quote,
    Report,
    Span,
    Speech,
)


@dataclass(slots=True)
class Draft:
    """A reading in the making. Steps read any layer and return one; only the pipeline's loop stores."""

    report: Report
    doc: Doc
    quotes: list[Quote] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    speech: list[Speech] = field(default_factory=list)
    mentioned: list[Meeting] = field(default_factory=list)  # meetings mention by mention, before they are merged
    meetings: list[Meeting] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    done: set[str] = field(default_factory=set)  # names of the steps that have run

    @property
    def sentences(self) -> Iterator[Words]:
        return iter(self.doc.sents)

    def slice(self, span: Span) -> str:
        """The body's own words at a span."""
        return self.report.body[span.start : span.end]

    def in_quote(self, offset: int) -> bool:
        """Whether the offset lies in quoted speech (not in a scare quote)."""
        return any(quote.span.holds(offset) for quote in self.quotes if not quote.scare)


def span_of(words: Words | Token) -> Span:
    """Character offsets of tokens, outer blanks left out."""
    tokens = [token for token in ([words] if isinstance(words, Token) else words) if not token.is_space]
    if not tokens:
        raise ValueError("nothing but blanks has no span")
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def sentence_span(token: Token) -> Span:
    """Character offsets of the token's sentence."""
    return span_of(token.sent)
