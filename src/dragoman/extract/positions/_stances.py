"""Where a text tells a stance: the constructions, in the order in which they are tried."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._aims import (
    backed_by,
    nothing_less,
    plan_says,
    said_to_be,
    striven_for,
    struggle,
    would_like,
)
from dragoman.extract.positions._conditions import (
    but_not_before,
    conditional,
    could_take,
    if_so,
    in_exchange,
    nothing_before,
    once,
    only_as,
    possible_only,
    ready_if,
)
from dragoman.extract.positions._denials import (
    charge_denied,
    has_none,
    no_such,
    not_done,
    nothing_done,
    said_untrue,
    there_were_none,
    untrue,
)
from dragoman.extract.positions._held import Held
from dragoman.extract.positions._modals import imperative, modal, needed, there_must
from dragoman.extract.positions._nouns import in_support, owned, proposed_by
from dragoman.extract.positions._refusals import denied, nothing_to, ruled_out, said_no, will_not
from dragoman.extract.positions._silence import kept_silent, silent
from dragoman.extract.positions._states import a_must, bound, disposed, not_for_bargain, predicated, ready
from dragoman.extract.positions._terms import made_to_depend, on_terms, wanted_first
from dragoman.extract.positions._turning import (
    advised_against,
    fights_on,
    not_to_be,
    ordered,
    put_no_name,
    shut_out,
    walked_out,
)
from dragoman.extract.positions._verbs import (
    agreed_on,
    aligned,
    by_verb,
    came_up_with,
    expressed,
    judged,
    warned,
    wished,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    Construction = Callable[[Token], Iterator[Held]]

CONSTRUCTIONS = (
    silent,
    kept_silent,
    conditional,
    in_exchange,
    on_terms,
    made_to_depend,
    wanted_first,
    once,
    possible_only,
    could_take,
    if_so,
    but_not_before,
    only_as,
    nothing_before,
    ready_if,
    ready,
    there_must,
    ruled_out,
    nothing_to,
    expressed,
    agreed_on,
    aligned,
    said_to_be,
    nothing_less,
    would_like,
    striven_for,
    plan_says,
    backed_by,
    disposed,
    bound,
    untrue,
    said_untrue,
    not_for_bargain,
    a_must,
    predicated,
    advised_against,
    warned,
    judged,
    put_no_name,
    shut_out,
    denied,
    has_none,
    there_were_none,
    said_no,
    not_done,
    will_not,
    not_to_be,
    walked_out,
    fights_on,
    ordered,
    wished,
    came_up_with,
    charge_denied,
    nothing_done,
    by_verb,
    in_support,
    struggle,
    proposed_by,
    owned,
    needed,
    modal,
    imperative,
)


# Most words are nouns and names, and only a few constructions begin at one.
_BY_NOUN = (silent, on_terms, no_such, denied, in_support, struggle, owned)
_BY_ADJECTIVE = (on_terms, ready_if, ready, aligned, proposed_by)
_AT = {"VERB": CONSTRUCTIONS, "AUX": CONSTRUCTIONS, "NOUN": _BY_NOUN, "ADJ": _BY_ADJECTIVE}
# These are told by what something is or has.
_OF_BEING = frozenset((
    possible_only, there_must, ruled_out, nothing_to, said_to_be, disposed, untrue, not_for_bargain, a_must, predicated,
    has_none, there_were_none,
))  # fmt: skip
_BEING = frozenset((
    "be", "have", "remain", "stay", "stand", "seem", "appear", "include", "play", "take", "hold", "'s",
))  # fmt: skip
_IF = frozenset(("if", "unless", "until", "till", "before", "once", "without", "when", "after", "soon", "provided"))
# Words of which a sentence must have one for a construction to stand in it; where none are given it may always.
_NEEDS: "dict[Construction, frozenset[str]]" = {
    conditional: _IF | frozenset((
        "providing", "long", "while", "as", "only", "should", "every", "each", "depend", "depends", "depended",
        "depending", "hinge", "hinges", "hinged",
    )),
    in_exchange: frozenset(("exchange", "return")),
    wanted_first: frozenset(("before",)),
    once: _IF,
    possible_only: frozenset(("possible", "conceivable", "thinkable")),
    could_take: frozenset(("if", "provided", "with")),
    if_so: frozenset(("if",)),
    but_not_before: frozenset(("not", "long", "until")),
    only_as: frozenset(("only",)),
    nothing_before: frozenset(("no",)),
    there_must: frozenset(("there",)),
    ruled_out: frozenset(("there",)),
    there_were_none: frozenset(("there",)),
    nothing_to: frozenset(("nothing",)),
    nothing_less: frozenset(("nothing",)),
    would_like: frozenset(("would", "'d")),
    has_none: frozenset(("no", "nothing")),
    nothing_done: frozenset(("no", "nothing", "nobody", "none")),
    no_such: frozenset(("such",)),
    put_no_name: frozenset(("will", "would", "wo", "'ll")),
    advised_against: frozenset(("against",)),
    not_to_be: frozenset(("no", "not", "n't", "neither", "never")),
}  # fmt: skip


def stances_at(token: "Token") -> Iterator[Held]:
    """The stances told by a word; the first construction that fits counts."""
    if token.pos_ not in _AT:
        return
    of_being = token.lemma_ in _BEING or token.pos_ == "AUX"
    for construction in _possible(token, token.pos_):
        if not of_being and construction in _OF_BEING:
            continue
        found = list(construction(token))
        if found:
            yield from found
            return


def _possible(token: "Token", part: str) -> "tuple[Construction, ...]":
    """The constructions that can stand in the token's sentence, worked out once for each sentence."""
    sentence = token.sent
    kept: dict[tuple[int, str], tuple[Construction, ...]] = token.doc.user_data.setdefault(__name__, {})
    if (sentence.start, part) not in kept:
        words = {word.lower_ for word in sentence}
        kept[sentence.start, part] = tuple(c for c in _AT[part] if c not in _NEEDS or not _NEEDS[c].isdisjoint(words))
    return kept[sentence.start, part]
