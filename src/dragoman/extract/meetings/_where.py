"""When and where: the dates and places of a clause, each given to the event it belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.extract.meetings._edges import attributes
from dragoman.extract.meetings._events import Event, cores, journey, sidelines_of
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._scene import is_of_other_act
from dragoman.lexicon.clause import clause_words
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.model import DateMention, PlaceMention, Span
from dragoman.model.dates import bounds, days, is_day
from dragoman.text.attach import dates_of, in_sentence, is_new_day, places_of
from dragoman.text.clause import predicate
from dragoman.text.dateline import in_dateline
from dragoman.text.draft import Draft
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_THERE = ("in", "at", "to", "from", "near", "outside")
_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
_HALF_A_YEAR = 183  # days by which nobody moves a meeting
_COUNTRY_REACH = 6  # tokens between a city and the state told with it: "Kaesong", "in the North Korean border city of"


def times(draft: Draft, event: Event, others: Sequence[Event]) -> list[DateMention]:
    """The calendar expressions of the event, those that another event of the clause owns left out."""
    found = [date for date in dates_of(draft, event.token) if _is_own(draft, date.span, event, others)]
    found = [date for date in found if not _is_elsewhere(draft, date.span, event)]
    told = [
        date
        for date in in_sentence(draft.dates, event.token)
        if date.value and _is_in_attribute(draft, date.span, event.token)
    ]
    if (verb := journey(event.token)) is not None and not (found or told):
        found = dates_of(draft, verb)
    dates = [*told, *(date for date in found if date not in told)]
    dates.sort(key=lambda date: not _is_set_anew(draft, date.span))
    return [_as_moved(draft, date) for date in dates if not in_dateline(text_of(draft.doc), date.span.start)]


def _as_moved(draft: Draft, date: DateMention) -> DateMention:
    """Of "moved from 15 to 22 October" the new day: no talks last from the one to the other."""
    words = draft.doc.char_span(*date.span, alignment_mode="expand")
    if words is None or date.value is None or "/" not in date.value:
        return date
    preposition = words[0] if words[0].lower_ == "from" else draft.doc[max(0, words.start - 1)]
    if preposition.lower_ != "from":
        return date
    moving = meeting_words().lists["moving"] | clause_words().postponed
    return replace(date, value=_new_day(date.value)) if preposition.head.lemma_ in moving else date


def _new_day(value: str) -> str:
    """The second of two days; of "brought forward from 15 to 12 October" it is not that of the next year."""
    first, last = bounds(value)
    next_year = is_day(last) and (days(last).first - days(first).first).days > _HALF_A_YEAR
    return f"{int(last[:4]) - 1}{last[4:]}" if next_year else last


def _is_set_anew(draft: Draft, span: Span) -> bool:
    """Whether a day is the one for which a meeting is set now: "the talks set for Friday were put off until Sunday"."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    return words is not None and words.root.dep_ == "pobj" and is_new_day(words.root.head)


def spots(draft: Draft, event: Event, others: Sequence[Event]) -> list[PlaceMention]:
    """The places of the event, those that another event of the clause owns left out."""
    found = [place for place in places_of(draft, event.token) if _is_own(draft, place.span, event, others)]
    found = [place for place in found if not _is_elsewhere(draft, place.span, event)]
    found = [place for place in found if not _is_in_pair(draft, place.span) and not _is_of_actor(draft, place)]
    told = [
        place for place in in_sentence(draft.places, event.token) if _is_in_attribute(draft, place.span, event.token)
    ]
    if (verb := journey(event.token)) is not None and not (found or told):
        found = [place for place in places_of(draft, verb) if _is_goal(draft, place)]
    larger = [word.i for gathering in sidelines_of(event.token) for word in gathering.subtree]
    found += [p for p in in_sentence(draft.places, event.token) if p.root in larger and p not in found]
    places = [*told, *(place for place in found if place not in told)]
    return [place for place in places if not in_dateline(text_of(draft.doc), place.span.start)] or _the_city(
        draft, event
    )


def _is_goal(draft: Draft, place: PlaceMention) -> bool:
    """Whether a place is where a journey leads, not where it began."""
    root = draft.doc[place.root]
    return root.dep_ not in ("dobj", "nsubj") and not (root.dep_ == "pobj" and root.head.lower_ == "from")


def _is_elsewhere(draft: Draft, span: Span, event: Event) -> bool:
    """Whether an expression says where or when something else was or is done."""
    return _is_of_happening(draft, span, event) or is_of_other_act(draft, span, event)


def _is_of_happening(draft: Draft, span: Span, event: Event) -> bool:
    """Whether an expression says where or when something else was: "talks on the war in Ukraine"."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    node, happenings = words.root if words is not None else None, meeting_words().lists["happenings"]
    if node is not None and _is_year_of(node, event.token):
        return True
    while node is not None and node.pos_ not in ("VERB", "AUX") and node != event.token and node.head != node:
        if node.lemma_.lower() in happenings:
            return True
        node = node.head
    return False


def _is_year_of(node: "Token", event: "Token") -> bool:
    """Whether a year only tells which of several is meant of something else: "to revive the 2015 accord"."""
    named = node.dep_ in ("nummod", "compound", "amod", "nmod") and node.text.isdigit()
    return named and node.head.pos_ in ("NOUN", "PROPN") and node.head not in cores(event)


def _is_in_pair(draft: Draft, span: Span) -> bool:
    """Whether a city is half of a pair that names two sides: "the Belgrade-Pristina dialogue"."""
    body = draft.report.body
    return body[span.end : span.end + 1] in _HYPHENS or body[max(0, span.start - 1) : span.start] in _HYPHENS


def _is_of_actor(draft: Draft, place: PlaceMention) -> bool:
    """Whether a place tells whose people are meant: "the Bamako government", "the largest faction in Darfur"."""
    root, words = draft.doc[place.root], roles()
    acting = words.collective | words.office | words.sides
    if root.dep_ == "pobj" and root.head.lower_ == "in":
        return root.head.head.lemma_.lower() in words.rebels | words.rulers
    return root.dep_ in ("compound", "amod", "nmod", "poss") and root.head.lemma_.lower() in acting


def _the_city(draft: Draft, event: Event) -> list[PlaceMention]:
    """ "their second meeting in the city": the city told last."""
    for obj in under(event.token, "in"):
        near = [c for c in obj.children if c.dep_ in ("det", "amod", "prep", "poss")]
        if obj.lemma_.lower() in ("city", "capital", "town") and [c.lower_ for c in near] == ["the"]:
            cities = [p for p in draft.places if p.place and p.root < obj.i]
            return cities[-1:]
    return []


def _is_in_attribute(draft: Draft, span: Span, event: "Token") -> bool:
    """Whether an expression stands in "talks planned for Friday", "talks that were to open in Luanda"."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    if words is None or words.root.dep_ not in ("pobj", "npadvmod", "conj", "appos", "compound", "nummod"):
        return False
    if _is_year_of(words.root, event):
        return False
    verb = predicate(words.root)
    while verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb not in attributes(event):
        return False
    return not any(word.lower_ in ("since", "after") for word in words.root.ancestors if word.i > verb.i)


def _is_own(draft: Draft, span: Span, event: Event, others: Sequence[Event]) -> bool:
    """Of several events in a clause the one above the expression has it, else the nearest before it."""
    words = draft.doc.char_span(*span, alignment_mode="expand")
    if event.deal and words is not None and predicate(words.root) != event.token:
        return False  # "agreed to meet in Cairo": that is not where they agreed
    rivals = [
        other
        for other in others
        if other != event and not other.deal and predicate(other.token) == predicate(event.token)
    ]
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
    named = next((p for p in places if p.place and p.kind != "region"), None)
    if named is None:
        # "the Donbas talks" are about the region; "talks in the Donbas" are there.
        regions = (p for p in places if p.place and draft.doc[p.root].dep_ == "pobj")
        named = next((p for p in regions if draft.doc[p.root].head.lower_ in _THERE), None)
    if named is None:
        countries = {p.country for p in places if p.place is None}
        return None, countries.pop() if len(countries) == 1 else None
    return named.place, named.country if _is_told_beside(draft, named) else None


def _is_told_beside(draft: Draft, place: PlaceMention) -> bool:
    """ "Riyadh, Saudi Arabia", "the Turkish city of Istanbul", "Riyadh, the capital of Saudi Arabia"."""
    roots = {m.root for m in draft.actors if m.name == place.country and not m.span.overlaps(place.span)}
    roots |= {p.root for p in draft.places if p.place is None and p.country == place.country}
    here = draft.doc[place.root]
    return any(_is_one_phrase(here, draft.doc[root]) for root in roots if abs(root - here.i) <= _COUNTRY_REACH)


def _is_one_phrase(place: "Token", state: "Token") -> bool:
    """Whether a state is told in the phrase of a place: below it, before the noun that it names, or right behind it."""
    if place.is_ancestor(state) or (
        state.dep_ == "amod" and state.head.is_ancestor(place) and state.head.pos_ != "VERB"
    ):
        return True
    between = place.doc[place.i + 1 : state.left_edge.i]
    return (
        state.i > place.i
        and state.dep_ not in ("amod", "compound")
        and [token.lower_ for token in between] in ([","], [])
    )


def joined(values: Sequence[str]) -> str | None:
    """One value of those told of a meeting: days that follow each other are its first and last ("on 17 and 18 March")."""
    first, *others = values or (None,)
    if first and len(others) == 1 and is_day(first) and is_day(others[0]):
        gap = days(others[0]).first - days(first).first
        return f"{first}/{others[0]}" if gap.days == 1 else first
    return first
