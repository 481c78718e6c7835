"""What in a sentence belongs to an event: its dates and places, told apart from those of the speech about it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from dragoman.lexicon.clause import clause_words
from dragoman.model import DateMention, PlaceMention, Span
from dragoman.text.clause import predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

Mention = TypeVar("Mention", DateMention, PlaceMention)
_BACKGROUND = frozenset(
    ("since", "after", "before", "following", "until")
)  # "the first since 2022" was not held in 2022


def is_new_day(preposition: "Token") -> bool:
    """ "has been postponed until 19 March": the day for which it is set now."""
    verb = preposition.head
    particles = {f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ == "prt"}
    return preposition.lower_ == "until" and bool({verb.lemma_, *particles} & clause_words().postponed)


def dates_of(draft: "Draft", event: "Token") -> list[DateMention]:
    """The calendar expressions of the event's own clause, in the order of the text."""
    return [d for d in in_sentence(draft.dates, event) if d.value and _belongs(draft, d.span, event)]


def places_of(draft: "Draft", event: "Token") -> list[PlaceMention]:
    """The places of the event's own clause, those that modify it first ("the Istanbul talks")."""
    found = [p for p in in_sentence(draft.places, event) if _belongs(draft, p.span, event)]
    return sorted(found, key=lambda place: (draft.doc[place.root].head.i != event.i, place.span))


def in_sentence(mentions: Sequence[Mention], token: "Token") -> Sequence[Mention]:
    """Those of the mentions, which stand in the order of the text, that begin in the token's sentence."""
    sentence = token.sent
    first = bisect_left(mentions, sentence.start_char, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, sentence.end_char, lo=first, key=lambda mention: mention.span.start)
    return mentions[first:last]


def _belongs(draft: "Draft", span: Span, event: "Token") -> bool:
    """Whether an expression hangs on the event, or on the verb of its clause, or on one that the verb controls."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    if words is None:
        return False
    root = words.root
    if root.dep_ == "pobj" and root.head.lower_ in _BACKGROUND and not is_new_day(root.head):
        return False
    own, other = predicate(event), predicate(root)
    if other.dep_ in ("aux", "auxpass") and other.head == own:
        other = own  # "the rebels have until June 30 to leave": the model takes "have" for an auxiliary
    if other.lower_ in ("beginning", "starting") and other.head != other:
        other = predicate(other.head)  # "starting on Monday, both will", as a preposition
    if (
        event.is_ancestor(root)
        and (event == other or event.pos_ != "VERB")
        and not other.is_ancestor(event)
        and other in (own, event)
    ):
        return True
    if own == other:
        return True
    above = other.head.head if other.head.dep_ == "acomp" else other.head  # "are due to begin on Monday"
    return other.dep_ in ("xcomp", "conj") and above == own and not any(c.dep_ == "nsubj" for c in other.children)
