"""Whom the names in a reading stand for: one name for all spellings, the actor spoken for, and the reason.

The ledger keeps these links beside the findings, so that a join can be explained and undone by a person's decision.
"""

from collections.abc import Iterable, Iterator

from dragoman.lexicon.world import (
    fold,
    groups,
    holder_of,
    organisations,
    outlets,
    places,
    posts_of,
    states,
)
from dragoman.model import Reading
from dragoman.model.ledgered import Link
from dragoman.text.gazetteer import find_names

_SLOTS = ("parties", "mediators", "delegates", "by", "to", "sources", "members")
_SINGLE = ("actor", "speaker", "country")


def links_of(reading: Reading) -> dict[str, Link]:
    """The link of every name in the findings and of the outlet, as of the report's day."""
    day = reading.report.published.isoformat()
    found = {name: link for name in _names(reading) if (link := link_of(name, day)) is not None}
    found |= {place: link for place in _places(reading) if (link := _place_link(place)) is not None}
    if reading.report.outlet:
        found[reading.report.outlet] = _outlet_link(reading.report.outlet)
    return found


def _names(reading: Reading) -> Iterator[str]:
    items: Iterable[object] = (
        *reading.meetings,
        *reading.commitments,
        *reading.deliveries,
        *reading.positions,
        *reading.initiatives,
        *reading.attributions,
    )
    seen: set[str] = set()
    for item in items:
        names = [name for slot in _SLOTS for name in getattr(item, slot, ())]
        names += [value for slot in _SINGLE if (value := getattr(item, slot, None))]
        for name in names:
            if name not in seen:
                seen.add(name)
                yield name


def _places(reading: Reading) -> Iterator[str]:
    yield from (meeting.place for meeting in reading.meetings if meeting.place)


def link_of(name: str, day: str) -> Link | None:
    """What a name stands for on an ISO day; None for a name the lexicons do not know and that speaks for nobody."""
    return _actor_link(name) or _person_link(name, day) or _office_link(name, day)


def _actor_link(name: str) -> Link | None:
    """A state, group or organisation under any of its names."""
    for rows in (states(), groups(), organisations()):
        for row in rows:
            if name == row.name or name in row.also:
                actor = getattr(row, "parent", None) or row.name
                reason = "its usual name" if name == row.name else f"another name of {row.name}"
                return Link(row.name, actor, reason)
    return None


def _person_link(name: str, day: str) -> Link | None:
    """A person of the office table, under any spelling."""
    posts = posts_of(name, day)
    holders = {post.holder.name for post in posts}
    if len(holders) != 1:
        return None
    holder, office = posts[0].holder, posts[0].office
    actors = {post.office.actor for post in posts}
    told = f"{office.titles[0]} of {office.actor}" + (f" on {day}" if holder.held_on(day) else "")
    reason = told if fold(name) == fold(holder.name) else f"a spelling of {holder.name}, {told}"
    return Link(holder.name, actors.pop() if len(actors) == 1 else None, reason)


def _office_link(name: str, day: str) -> Link | None:
    """ "Ukrainian defence minister": who held the office that day, else whom it speaks for."""
    owners = [sense.actor for match in find_names(name) for sense in match.senses if sense.actor]
    if not owners:
        return None
    words = name.casefold().split()
    for start in range(len(words)):
        if post := holder_of(owners[0], " ".join(words[start:]), day):
            return Link(post.holder.name, owners[0], f"held the office on {day} ({post.holder.source})")
    return Link(name, owners[0], f"speaks for {owners[0]}, by its name")


def _place_link(place: str) -> Link | None:
    """A venue stands for its city; a city under any of its names for that city."""
    rows = places().get(place)
    if not rows:
        return None
    row = rows[0]
    if row.kind == "venue":
        return Link(row.within, None, f"{row.name} is in {row.within}")
    return Link(row.name, None, "its usual name") if row.name != place else None


def _outlet_link(outlet: str) -> Link:
    """An outlet speaks for a state where the state runs it, or where its name is of a state's ministry or body."""
    for row in outlets():
        if outlet == row.name or outlet in row.also:
            return Link(
                row.name, row.state if row.state_run else None, "outlet run by its state" if row.state_run else "outlet"
            )
    known = _actor_link(outlet)
    return Link(known.canonical, known.actor, f"outlet of {known.actor}") if known else Link(outlet, None, "outlet")
