"""Where a text tells a stance: the constructions, in the order in which they are tried."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._conditions import (
    conditional,
    if_so,
    in_exchange,
    modal,
    nothing_before,
    on_terms,
    once,
    ready_if,
)
from dragoman.extract.positions._held import Held
from dragoman.extract.positions._nouns import in_support, owned, proposed_by
from dragoman.extract.positions._refusals import denied, nothing_done, nothing_to, ruled_out, silent, will_not
from dragoman.extract.positions._states import bound, disposed, predicated, ready
from dragoman.extract.positions._verbs import agreed_on, aligned, by_verb, expressed, judged, red_lines, warned, wished

if TYPE_CHECKING:
    from spacy.tokens import Token

CONSTRUCTIONS = (
    silent,
    conditional,
    in_exchange,
    on_terms,
    once,
    if_so,
    nothing_before,
    ready_if,
    ready,
    ruled_out,
    nothing_to,
    expressed,
    agreed_on,
    aligned,
    red_lines,
    disposed,
    bound,
    predicated,
    warned,
    judged,
    denied,
    will_not,
    wished,
    nothing_done,
    by_verb,
    in_support,
    proposed_by,
    owned,
    modal,
)


# Most words are nouns and names, and only a few constructions begin at one.
_BY_NOUN = (silent, on_terms, denied, in_support, owned)
_BY_ADJECTIVE = (on_terms, ready_if, ready, aligned, proposed_by)
_AT = {"VERB": CONSTRUCTIONS, "AUX": CONSTRUCTIONS, "NOUN": _BY_NOUN, "ADJ": _BY_ADJECTIVE}


def stances_at(token: "Token") -> Iterator[Held]:
    """The stances told by a word; the first construction that fits counts."""
    for construction in _AT.get(token.pos_, ()):
        found = list(construction(token))
        if found:
            yield from found
            return
