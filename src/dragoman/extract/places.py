"""Places in the text, with their states."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.world import Place, capitals, places, state_names
from dragoman.model import ActorKind, PlaceMention
from dragoman.text.dateline import datelines
from dragoman.text.draft import Draft, span_of
from dragoman.text.gazetteer import Match, is_locative, names_in, plain
from dragoman.text.memo import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTLEMENTS = frozenset(("capital", "city", "town", "village", "resort", "port"))
_REACH = 60  # words back to the place that "there" is


def find_places(draft: Draft) -> list[PlaceMention]:
    """Cities, regions, venues and crossings wherever they stand, and states where something is in them."""
    matches = names_in(draft.doc)
    nearby = Counter(sense.name for match in matches for sense in match.senses if sense.kind is ActorKind.STATE)
    actors = {mention.span for mention in draft.actors}
    found = []
    for match in matches:
        words = draft.doc.char_span(*match.span, alignment_mode="expand")
        if words is None or match.is_person:
            continue
        root = words.root
        if match.is_place and not (match.span in actors and not is_locative(root) and not _is_modifier(root.dep_)):
            row = _likeliest(match, nearby)
            found.append(PlaceMention(match.span, row.name, _state_of(row), row.kind, root.i))
        elif is_locative(root):
            state = next((s.name for s in match.senses if s.kind is ActorKind.STATE and s.form == "name"), None)
            if state:
                found.append(PlaceMention(match.span, None, state, "state", root.i))
    return _with_described(draft, found)


def _with_described(draft: Draft, named: list[PlaceMention]) -> list[PlaceMention]:
    """The places with those told without a name: "the Kenyan capital", "a Swiss village", "here", "there"."""
    found = list(named)
    for token in draft.doc:
        if token.lower_ in _SETTLEMENTS:
            place = _settlement(draft, token, named)
        elif token.lower_ in ("here", "there") and token.dep_ == "advmod" and not draft.in_quote(token.idx):
            place = _scene(draft, token, named)
        else:
            continue
        if place is not None:
            found.append(PlaceMention(span_of(token), place.place, place.country, place.kind, token.i))
    return sorted(found, key=lambda mention: mention.span)


def _settlement(draft: Draft, token: "Token", named: Sequence[PlaceMention]) -> PlaceMention | None:
    """A capital by its state; another city by the only one of the state that the report names. Named beside, it is that."""
    within = {t.i for t in token.subtree}
    if any(place.root in within and place.place for place in named):
        return None
    states = _states_beside(draft, token)
    if len(states) != 1:
        return None
    (state,) = states
    if token.lower_ == "capital":
        name = capitals().get(state)
        return PlaceMention(span_of(token), name, state, "city", token.i) if name else None
    told = {place.place: place for place in named if place.country == state and place.kind == "city"}
    return next(iter(told.values())) if len(told) == 1 else None


def _states_beside(draft: Draft, token: "Token") -> set[str]:
    """The state whose city a noun names, before it or behind "of"."""
    beside = [child for child in token.children if child.dep_ in ("amod", "compound", "poss", "nmod")]
    beside += [obj for child in token.children if child.lower_ == "of" for obj in child.children if obj.dep_ == "pobj"]
    words = {t.idx for word in beside for t in (word, *word.children)}
    return {
        sense.name
        for match in names_in(draft.doc)
        if match.span.start in words
        for sense in match.senses
        if sense.kind is ActorKind.STATE and sense.form != "metonym"
    }


def _scene(draft: Draft, token: "Token", named: Sequence[PlaceMention]) -> PlaceMention | None:
    """Where "there" is: the place told last before; "here" is first of all where the report was written."""
    if token.lower_ == "here" and (home := _written_in(text_of(draft.doc))) is not None:
        return PlaceMention(span_of(token), home.name, _state_of(home), home.kind, token.i)
    before = [place for place in named if token.i - _REACH <= place.root < token.i]
    return before[-1] if before else None


def _is_modifier(dep: str) -> bool:
    """ "the Istanbul talks", "Geneva negotiations": a city before an event is its place."""
    return dep in ("compound", "nmod", "amod")


def _written_in(text: str) -> Place | None:
    """The city of the first dateline, which is printed in capitals more often than not."""
    for start, end in datelines(text)[:1]:
        city = text[start:end].strip().split(",")[0].split(" (")[0].split(" -")[0]
        return next(iter(places().get(city, ()) or places().get(city.title(), ())), None)
    return None


@lru_cache(maxsize=1)
def _by_plain_name() -> dict[str, tuple[Place, ...]]:
    return {plain(name): tuple(rows) for name, rows in places().items()}


def _likeliest(match: Match, nearby: Counter[str]) -> Place:
    """Of several places of one name the one whose state the text speaks of, else the likeliest."""
    rows = places().get(match.surface) or _by_plain_name()[plain(match.surface)]
    return max(rows, key=lambda row: (nearby[_state_of(row) or ""], -row.rank))


def _state_of(place: Place) -> str | None:
    """The state a place lies in; a venue's through its city."""
    if place.within in state_names():
        return place.within
    city = places().get(place.within)
    return city[0].within if city else None
