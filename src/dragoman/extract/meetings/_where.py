"""When and where: the dates and places of a clause, each given to the event it belongs to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import DateMention, MeetingKind, PlaceMention, Span
from dragoman.text.attach import dates_of, places_of
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTRY_REACH = 6  # tokens between a city and the state told with it: "Kaesong", "in the North Korean border city of"


def times(draft: Draft, event: Event, others: Sequence[Event]) -> list[DateMention]:
    """The calendar expressions of the event, those that another event of the clause owns left out."""
    found = dates_of(draft, event.token)
    return [date for date in found if _is_own(draft, date.span, event, others)]


def spots(draft: Draft, event: Event, others: Sequence[Event]) -> list[PlaceMention]:
    """The places of the event, those that another event of the clause owns left out."""
    return [place for place in places_of(draft, event.token) if _is_own(draft, place.span, event, others)]


def _is_own(draft: Draft, span: Span, event: Event, others: Sequence[Event]) -> bool:
    """Of several events in a clause the one above the expression has it, else the nearest before it."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    rivals = [other for other in others if predicate(other.token) == predicate(event.token) and other != event]
    if words is None or not rivals:
        return True
    root = words.root
    above = [one for one in (event, *rivals) if not one.is_verb and one.token.is_ancestor(root)]
    if above:
        return min(above, key=lambda one: abs(one.token.i - root.i)) == event
    return min((event, *rivals), key=lambda one: (_is_aside(one.token), abs(one.token.i - root.i))) == event


def _is_aside(token: "Token") -> bool:
    """Whether an event noun stands in a phrase beside the clause's act: "in line with discussions, X held talks"."""
    return token.pos_ != "VERB" and token.dep_ == "pobj"


def place_and_country(draft: Draft, places: Sequence[PlaceMention]) -> tuple[str | None, str | None]:
    """The city or venue, and its state where the text names that beside it."""
    if not places:
        return None, None
    named = next((p for p in places if p.place), None)
    if named is None:
        countries = {p.country for p in places}
        return None, places[0].country if len(countries) == 1 else None
    return named.place, named.country if _is_told_beside(draft, named) else None


def _is_told_beside(draft: Draft, place: PlaceMention) -> bool:
    """ "Riyadh, Saudi Arabia", "the Turkish city of Istanbul", "Riyadh, the capital of Saudi Arabia"."""
    spans = [m.span for m in draft.actors if m.name == place.country]
    spans += [p.span for p in draft.places if p.place is None and p.country == place.country]
    for span in spans:
        words = draft.doc.char_span(*span, alignment_mode="expand")
        if words is None or span == place.span or words.root.sent != draft.doc[place.root].sent:
            continue
        if abs(words.root.i - place.root) <= _COUNTRY_REACH and _is_one_phrase(draft.doc[place.root], words.root):
            return True
    return False


def _is_one_phrase(one: "Token", other: "Token") -> bool:
    """Whether two words stand in one noun phrase, no verb between them."""
    low, high = sorted((one.i, other.i))
    between = one.doc[low + 1 : high]
    return not any(token.pos_ in ("VERB", "AUX", "CCONJ") for token in between)


def starts_only(event: Event) -> bool:
    """Whether a date tells the beginning alone: "talks could restart in November"."""
    return predicate(event.token).lemma_ in meeting_words().lists["beginning"] and event.kind is not MeetingKind.VISIT
