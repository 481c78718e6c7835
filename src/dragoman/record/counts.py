"""Whether two counts are rivals, or are of different things: soldiers and civilians freed on one day dispute nothing."""

from dragoman.model import Commitment, Delivery
from dragoman.model.ledgered import Entry

_ALIKE = 1.25  # counts of one thing under two names ("bodies", "remains") lie no farther apart


def are_apart(one: Entry, other: Entry) -> bool:
    """Whether two findings count different things: in units that differ, or in one report by the same source."""
    mine, theirs = one.finding, other.finding
    assert isinstance(mine, Commitment | Delivery)
    assert isinstance(theirs, Commitment | Delivery)
    if mine.quantity is None or theirs.quantity is None or mine.quantity == theirs.quantity:
        return False
    if one.witness.key == other.witness.key and mine.sources == theirs.sources:
        return True
    return not _are_near(mine.quantity, theirs.quantity) and are_other_units(mine.unit, theirs.unit)


def are_rivals(one: Entry, other: Entry) -> bool:
    """Whether two sources of one day's reports tell one thing by counts that nearly agree, one of them without a date."""
    mine, theirs = one.finding, other.finding
    assert isinstance(mine, Commitment | Delivery)
    assert isinstance(theirs, Commitment | Delivery)
    if not mine.quantity or not theirs.quantity or mine.sources == theirs.sources:
        return False
    return one.known_at.date() == other.known_at.date() and _are_near(mine.quantity, theirs.quantity)


def _are_near(one: float, other: float) -> bool:
    return max(one, other) <= min(one, other) * _ALIKE


def are_other_units(one: str | None, other: str | None) -> bool:
    """Whether units name other things, or loads of other things; a unit that is not told may be any."""
    if not one or not other:
        return False
    (mine, load), (theirs, freight) = _parts(one), _parts(other)
    return mine != theirs or bool(load and freight and not load & freight)


def _parts(unit: str) -> tuple[str, set[str]]:
    """What is counted and what it holds: of "lorries of maize flour" lorries, maize and flour."""
    head, _, load = unit.casefold().partition(" of ")
    return head.split()[-1].rstrip("s"), set(load.split())
