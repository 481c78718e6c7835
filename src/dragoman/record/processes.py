"""Which process a finding belongs to: the negotiation between its principal parties.

A process key is its parties in order, joined by an en dash: "Russia–Ukraine".
"""

from collections import Counter
from collections.abc import Sequence

from dragoman.model import Commitment, Delivery, Meeting, Position, Reading
from dragoman.model.ledgered import FindingKind, Link, Recorded

SEPARATOR = "–"
UNASSIGNED = "(no parties)"


def key_of(parties: Sequence[str]) -> str:
    """The key of the process between these parties."""
    return SEPARATOR.join(sorted(set(parties))) if parties else UNASSIGNED


def parties_of(key: str) -> tuple[str, ...]:
    """The parties of a process by its key."""
    return () if key == UNASSIGNED else tuple(key.split(SEPARATOR))


def assign(reading: Reading, links: dict[str, Link]) -> dict[FindingKind, list[str]]:
    """The process key of each finding of a report, by kind and index.

    A report speaks mostly of one process: of the parties its meetings and promises name together most often, or of the
    two that all of them name between them. What names no two other parties belongs to that; a meeting or promise between others has its own.
    """
    main = _main_parties(reading, links)
    return {
        kind: [key_of(_own_parties(item, links, main)) for item in getattr(reading, kind.value)] for kind in FindingKind
    }


def _main_parties(reading: Reading, links: dict[str, Link]) -> tuple[str, ...]:
    counts: Counter[tuple[str, ...]] = Counter()
    frames: tuple[Recorded, ...] = (*reading.meetings, *reading.commitments, *reading.deliveries)
    for item in frames:
        named = _named(item, links)
        if len(named) >= 2:
            counts[named] += 1
    if not counts and len(sides := {name for item in frames for name in _named(item, links)}) == 2:
        return tuple(sorted(sides))  # "A will hand over 30, and B will release 20"
    if not counts:
        alone = Counter(name for item in reading.meetings for name in _named(item, links))
        return tuple(sorted(name for name, _ in alone.most_common(2)))
    # Among equals the smaller set, then the first by name: the choice must not hang on the order of findings.
    return min(counts, key=lambda named: (-counts[named], len(named), named))


def _own_parties(item: Recorded, links: dict[str, Link], main: tuple[str, ...]) -> tuple[str, ...]:
    named = _named(item, links)
    if len(named) < 2 or not main or set(named) <= set(main) or set(main) <= set(named):
        return main or named
    return named


def _named(item: Recorded, links: dict[str, Link]) -> tuple[str, ...]:
    if isinstance(item, Meeting):
        names = item.parties
    elif isinstance(item, Commitment | Delivery):
        names = (*item.by, *item.to)
    elif isinstance(item, Position):
        names = (item.actor,)
    else:
        names = ()
    return tuple(sorted({(links[name].canonical if name in links else name) for name in names}))
