"""Who is who across reports: the readers' links, overruled by what people decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.model.ledgered import Decision, Entry, Verb

ENTRY_PREFIX = "f-"  # what starts so in a same / not-same decision is an entry, not a name


@dataclass(slots=True)
class Names:
    """Canonical names by decision and by link."""

    joined: dict[str, str] = field(default_factory=dict)
    parted: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision], entries: Iterable[Entry] = ()) -> "Names":
        """The names as standing decisions leave them; a later one overrules an earlier one on the same pair.

        People write any spelling; the links of the entries say which name it is one of.
        """
        names, usual = cls(), _usual(entries)
        for decision in decisions:
            if decision.verb not in (Verb.SAME, Verb.NOT_SAME):
                continue
            one, other = decision.value["one"], decision.value["other"]
            if one.startswith(ENTRY_PREFIX):
                continue
            first, second = usual.get(one, one), usual.get(other, other)
            for alias, name in ((one, second), (other, first), (first, second), (second, first)):
                names.parted.get(alias, set()).discard(name)
                if names.joined.get(alias) == name:
                    del names.joined[alias]
            if decision.verb is Verb.SAME and first != second:
                names.joined[second] = first
            elif decision.verb is Verb.NOT_SAME:
                alias = one if other == second else other  # of two spellings of one name, the one that is not the name
                names.parted.setdefault(alias, set()).add(second if alias == one else first)
        return names

    def of_entry(self, entry: Entry, surface: str) -> str:
        """The canonical name that a name of an entry stands for."""
        link = entry.links.get(surface)
        name = link.canonical if link else surface
        if name in self.parted.get(surface, ()):
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


def _usual(entries: Iterable[Entry]) -> dict[str, str]:
    """The one name that each spelling is linked to; an office that several persons held is none."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for surface, link in entry.links.items():
            found.setdefault(surface, set()).add(link.canonical)
    return {surface: names.pop() for surface, names in found.items() if len(names) == 1}
