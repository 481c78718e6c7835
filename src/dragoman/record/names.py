"""Who is who across reports: the readers' links, overruled by what people decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.model.ledgered import Decision, Entry, Verb

ENTRY_PREFIX = "f-"  # what starts so in a same / not-same decision is an entry, not a name


@dataclass(slots=True)
class Names:
    """Canonical names by decision and by link."""

    joined: dict[str, str] = field(default_factory=dict)
    parted: set[frozenset[str]] = field(default_factory=set)
    reasons: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "Names":
        """The names as standing decisions leave them; a later one overrules an earlier one on the same pair."""
        names = cls()
        for decision in decisions:
            if decision.verb not in (Verb.SAME, Verb.NOT_SAME):
                continue
            one, other = decision.value["one"], decision.value["other"]
            if one.startswith(ENTRY_PREFIX):
                continue
            if decision.verb is Verb.SAME:
                names.parted.discard(frozenset((one, other)))
                names.joined[other] = one
                names.reasons[other] = f"{decision.who} decided that {other} is {one}: {decision.why}"
            else:
                names.joined.pop(other, None)
                names.parted.add(frozenset((one, other)))
        return names

    def of_entry(self, entry: Entry, surface: str) -> str:
        """The canonical name that a name of an entry stands for."""
        link = entry.links.get(surface)
        name = link.canonical if link else surface
        if frozenset((surface, name)) in self.parted and surface != name:
            name = surface
        return self._root(name)

    def _root(self, name: str) -> str:
        seen = {name}
        while (following := self.joined.get(name)) and following not in seen:
            seen.add(following)
            name = following
        return name

    def all_of(self, entry: Entry, surfaces: Iterable[str]) -> tuple[str, ...]:
        """Canonical names in order, each once."""
        return tuple(dict.fromkeys(self.of_entry(entry, surface) for surface in surfaces))

    def side_of(self, entry: Entry, sources: Sequence[str]) -> str | None:
        """The actor whose account it is: of the last source that is known to speak for one, else of the outlet."""
        for surface in (*reversed(sources), entry.witness.outlet or ""):
            link = entry.links.get(surface)
            if link and link.actor:
                return self._root(link.actor)
        return None
