"""Attribution chains: speech within speech, and the sources a speaker cites."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import children, conjuncts, first_child
from dragoman.extract.speech._names import Names, Voice
from dragoman.extract.speech._speakers import is_document, issuers
from dragoman.lexicon.saying import saying
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = 4
_CITING = frozenset(("cite", "quote"))


def fold_cited(acts: list[Act]) -> list[Act]:
    """Take "citing sources", "quoting the agency X" into the act it supports; an act of citing that supports none stays one."""
    kept = []
    for act in acts:
        if act.cue.lemma_ in _CITING and (sources := _cited(act.cue)):
            host = _host(act, acts)
            if host is not None:
                host.cited += sources
                _cut(host, act.cue)
                continue
        kept.append(act)
    return kept


def _cited(cue: "Token") -> "list[Token]":
    """What is cited, where it is somebody: sources, officials, a name; not whom one quotes "as saying" something."""
    words = saying()
    if any(child.lower_ == "as" for child in children(cue, "prep")):
        return []
    return [
        head
        for thing in children(cue, "dobj")
        for head in conjuncts(thing)
        if head.lemma_.lower() in words.source or head.pos_ == "PROPN"
    ]


def _host(act: Act, acts: list[Act]) -> Act | None:
    """The act that the citing supports: the one its participle hangs on or lies in, else the last of the sentence."""
    cue = act.cue
    if cue.tag_ != "VBG":
        return None
    others = [
        other for other in acts if other is not act and other.cue.sent == cue.sent and (other.pieces or other.according)
    ]
    governing = [other for other in others if other.cue.i == cue.head.i or other.covers(cue.idx)]
    return (
        governing[-1] if governing else max((o for o in others if o.cue.i < cue.i), key=lambda o: o.cue.i, default=None)
    )


def _cut(host: Act, cue: "Token") -> None:
    """Take the citing out of what the host is held to have said."""
    start, end = cue.left_edge.idx, cue.right_edge.idx + len(cue.right_edge)
    pieces = []
    for piece in host.pieces:
        if not piece.overlaps(Span(start, end)):
            pieces.append(piece)
            continue
        if piece.start < start:
            pieces.append(Span(piece.start, start))
        if end < piece.end:
            pieces.append(Span(end, piece.end))
    host.pieces = pieces


def outer_names(act: Act, acts: list[Act], names: Names) -> tuple[str, ...]:
    """The names of those in whose speech the act lies, outermost first."""
    found: list[str] = []
    holders = [o for o in acts if o is not act and not o.denied and _lies_in(act, o)]
    for holder in sorted(holders, key=lambda o: -sum(p.end - p.start for p in (*o.pieces, *o.floating))):
        found += [voice.name for token in holder.speakers for voice in names.voices(token)]
    found += [voice.name for voice in _quoting(act, names)]
    return tuple(dict.fromkeys(found))[:_LINKS]


def _lies_in(act: Act, holder: Act) -> bool:
    return any(piece.covers(act.cue_span) for piece in (*holder.pieces, *holder.floating))


def _quoting(act: Act, names: Names) -> list[Voice]:
    """Who quotes: "Reuters quoted an official as saying"."""
    cue = act.cue
    if cue.dep_ != "pcomp" or cue.head.lower_ != "as" or cue.head.head.lemma_ not in saying().relay:
        return []
    subject = first_child(cue.head.head, "nsubj")
    if subject is None:
        return []
    tokens = issuers(subject) if is_document(subject) else [subject]
    return [voice for token in tokens for voice in names.voices(token)]
