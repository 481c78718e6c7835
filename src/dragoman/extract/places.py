"""Places in the text, with their states."""

from collections import Counter
from functools import lru_cache

from dragoman.lexicon.world import Place, places, state_names
from dragoman.model import ActorKind, PlaceMention
from dragoman.text.draft import Draft
from dragoman.text.gazetteer import Match, is_locative, names_in, plain


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
    return found


def _is_modifier(dep: str) -> bool:
    """ "the Istanbul talks", "Geneva negotiations": a city before an event is its place."""
    return dep in ("compound", "nmod", "amod")


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
