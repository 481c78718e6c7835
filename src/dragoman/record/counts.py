"""Whether two counts are rivals, or are of different things: soldiers and civilians freed on one day dispute nothing."""

from dragoman.model import Commitment, Delivery
from dragoman.model.ledgered import Entry

_ALIKE = 1.25  # counts of one thing under two names ("bodies", "remains") lie no farther apart


def are_apart(one: Entry, other: Entry) -> bool:
    """Whether two findings count different things: in units that differ, or in one report by the same source."""
    mine, theirs = one.finding, other.finding
    if not isinstance(mine, Commitment | Delivery) or not isinstance(theirs, Commitment | Delivery):
        return False
    if mine.quantity is None or theirs.quantity is None or mine.quantity == theirs.quantity:
        return False
    if one.witness.key == other.witness.key and mine.sources == theirs.sources:
        return True
    low, high = sorted((mine.quantity, theirs.quantity))
    return high > low * _ALIKE and _are_other_units(mine.unit, theirs.unit)


def _are_other_units(one: str | None, other: str | None) -> bool:
    """Whether units name other things, or loads of other things; a unit that is not told may be any."""
    if not one or not other:
        return False
    (mine, load), (theirs, freight) = _parts(one), _parts(other)
    return mine != theirs or bool(load and freight and not load & freight)


def _parts(unit: str) -> tuple[str, set[str]]:
    """What is counted and what it holds: of "lorries of maize flour" lorries, maize and flour."""
    head, _, load = unit.casefold().partition(" of ")
    return head.split()[-1].rstrip("s"), set(load.split())
