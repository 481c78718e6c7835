"""The world as the lexicons name it: states, groups, organisations, outlets, places, and who held which office when."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_rows
from dragoman.model import ActorKind


@dataclass(frozen=True, slots=True)
class State:
    """A state by its usual English name; `metonyms` are its capital and seats of power.

    `spellings` are those names of `also` under which it is printed where a report uses no other. `capital` is told
    where no metonym is: "Vienna" stands for too much else to stand for Austria.
    """

    name: str
    also: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: str | None = None
    iso: str | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArmedGroup:
    """An armed group, movement, unrecognised government or coalition; `side_of` is the state it belongs to."""

    name: str
    also: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    side_of: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, its organs (`parent`), a format that is nothing but its `members`."""

    name: str
    also: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, paper, broadcaster or site."""

    name: str
    kind: str
    also: tuple[str, ...] = ()
    state: str | None = None
    state_run: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, venue or crossing; `within` is its state, for a venue its city. Rank 1 is the likeliest."""

    name: str
    kind: str
    within: str
    also: tuple[str, ...] = ()
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office from when until when (YYYY, YYYY-MM or YYYY-MM-DD)."""

    name: str
    source: str
    also: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the office was held on an ISO day, as far as the table knows."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until + "~")


@dataclass(frozen=True, slots=True)
class Office:
    """A post, by the role nouns it is called by, and its holders."""

    id: str
    actor: str
    titles: tuple[str, ...]
    kind: str
    holder: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a surface form can stand for. `form` is name, demonym or metonym."""

    name: str
    kind: ActorKind | None  # None: a place alone
    form: str = "name"
    actor: str | None = None
    members: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    return load_rows("states", "state", State)


@lru_cache(maxsize=1)
def groups() -> tuple[ArmedGroup, ...]:
    return load_rows("groups", "group", ArmedGroup)


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    return load_rows("organisations", "organisation", Organisation)


@lru_cache(maxsize=1)
def known_sides() -> frozenset[str]:
    """The usual names of all states, armed groups and organisations."""
    return frozenset(row.name for rows in (states(), groups(), organisations()) for row in rows)


@lru_cache(maxsize=1)
def homes() -> dict[str, str]:
    """The state that a group belongs to or acts in, by every name of the group."""
    return {name: row.side_of for row in groups() if row.side_of for name in (row.name, *row.also)}


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    return load_rows("outlets", "outlet", Outlet)


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[Place, ...]]:
    """Places by every name, the likeliest first."""
    found: dict[str, list[Place]] = {}
    for place in load_rows("places", "place", Place):
        for name in (place.name, *place.also):
            found.setdefault(name, []).append(place)
    return {name: tuple(sorted(rows, key=lambda place: place.rank)) for name, rows in found.items()}


@lru_cache(maxsize=1)
def offices() -> tuple[Office, ...]:
    return load_rows("offices", "office", Office)


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """The capital of each state whose capital is in the table of places."""
    found = {}
    for state in states():
        names = (state.capital,) if state.capital else state.metonyms
        rows = (row for name in names for row in places().get(name, ()) if row.within == state.name)
        if (row := next(rows, None)) is not None:
            found[state.name] = row.name
    return found


@lru_cache(maxsize=1)
def state_names() -> frozenset[str]:
    return frozenset(state.name for state in states())


def senses() -> Iterator[tuple[str, Sense]]:
    """Every surface form of an actor and what it stands for, the stronger claim first."""
    for state in states():
        for form in (state.name, *state.also):
            yield form, Sense(state.name, ActorKind.STATE, "name", state.name)
        for form in state.demonyms:
            yield form, Sense(state.name, ActorKind.STATE, "demonym", state.name)
        for form in state.metonyms:
            yield form, Sense(state.name, ActorKind.STATE, "metonym", state.name)
    for group in groups():
        for form in (group.name, *group.also):
            yield form, Sense(group.name, ActorKind.GROUP, "name", group.name)
        for form in group.demonyms:
            yield form, Sense(group.name, ActorKind.GROUP, "demonym", group.name)
    for organisation in organisations():
        actor = organisation.parent or organisation.name
        for form in (organisation.name, *organisation.also):
            yield form, Sense(organisation.name, ActorKind.ORGANISATION, "name", actor, organisation.members)
    for outlet in outlets():
        for form in (outlet.name, *outlet.also):
            yield form, Sense(outlet.name, ActorKind.OUTLET, "name", outlet.state if outlet.state_run else None)


@dataclass(frozen=True, slots=True)
class Post:
    """A holder in an office."""

    holder: Holder
    office: Office


@lru_cache(maxsize=1)
def _posts_by_surname() -> dict[str, tuple[Post, ...]]:
    found: dict[str, list[Post]] = {}
    for office in offices():
        for holder in office.holder:
            for name in (holder.name, *holder.also):
                found.setdefault(fold(name.split()[-1]), []).append(Post(holder, office))
    return {name: tuple(posts) for name, posts in found.items()}


def posts_of(name: str, day: str) -> list[Post]:
    """The offices that a person of this name holds on an ISO day; of the offices ever held where none is dated so.

    A surname alone is enough when it is nobody else's in the table.
    """
    found = list(_posts_by_surname().get(fold(name.split()[-1]), ())) if name.strip() else []
    if len(name.split()) > 1:
        first = fold(name.split()[0])
        found = [
            post for post in found if any(fold(n.split()[0]) == first for n in (post.holder.name, *post.holder.also))
        ]
    elif len({post.holder.name for post in found}) > 1:
        people = {post.holder.name for post in found if post.holder.held_on(day)}
        found = [post for post in found if post.holder.name in people] if len(people) == 1 else []
    return [post for post in found if post.holder.held_on(day)] or found


def holder_of(actor: str, title: str, day: str) -> Post | None:
    """Who held an actor's office of this title on an ISO day, where exactly one did."""
    found = [
        Post(holder, office)
        for office in offices()
        if office.actor == actor and title.casefold() in office.titles
        for holder in office.holder
        if holder.since is not None and holder.held_on(day)
    ]
    return found[0] if len({post.holder.name for post in found}) == 1 else None


def fold(name: str) -> str:
    """A name without accents and case, to compare spellings."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return plain.replace("'", "").replace("-", " ").strip()
