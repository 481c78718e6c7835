"""Promises: commitments across reports with their rival wordings, what was delivered on them, and each side's tally."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from dragoman.model import Action, Commitment, CommitmentState, QuantityMod
from dragoman.model.dates import compatible, days
from dragoman.model.ledgered import Entry
from dragoman.record.accounts import Account, Claim, gather
from dragoman.record.counts import are_apart, are_other_units, are_rivals
from dragoman.record.deliveries import Act, Direction
from dragoman.record.names import Names

_RISING = (CommitmentState.OFFERED, CommitmentState.PLEDGED, CommitmentState.AGREED)
_FREEING = frozenset((Action.PRISONER_EXCHANGE, Action.RELEASE_OF_DETAINEES, Action.RELEASE_OF_HOSTAGES))
_RECENT = timedelta(days=10)  # a promise retold without its date was made no longer ago


class Implementation(StrEnum):
    """How far a promise is carried out (the scale of Kroc's matrix)."""

    NOT_INITIATED = "not initiated"
    MINIMUM = "minimum"  # less than half
    INTERMEDIATE = "intermediate"  # half or more
    COMPLETE = "complete"
    UNKNOWN = "uncounted"  # something was delivered, but no number was promised


@dataclass(frozen=True, slots=True)
class Wording:
    """One way a promise is told: its terms and the accounts that tell it so."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    quantity: float | None
    mod: str | None
    unit: str | None
    per_party: bool
    who: str | None
    due: str | None
    accounts: tuple[Account, ...]

    def rivals(self, other: "Wording") -> bool:
        """Whether both cannot hold: they name other sides, directions or numbers. What one leaves out is no rival."""
        one, two = frozenset(self.by), frozenset(other.by)
        each = self.per_party or other.per_party
        if one and two and not one & two and not each:
            return False  # each a promise of its own side, as "18 for 32" is
        other_sides = bool(one and two and one != two) or bool(self.to and other.to and set(self.to) != set(other.to))
        return other_sides or self.per_party != other.per_party or not (self._allows(other) or other._allows(self))

    def _allows(self, other: "Wording") -> bool:
        """Whether the other's number is one that this wording leaves room for: 1,200 of "at least 1,000"."""
        if self.quantity is None or other.quantity is None or self.quantity == other.quantity:
            return True
        if self.mod == QuantityMod.AT_LEAST:
            return other.quantity > self.quantity
        return self.mod == QuantityMod.UP_TO and other.quantity < self.quantity


@dataclass(frozen=True, slots=True)
class Balance:
    """One direction of a promise: what was promised, what was delivered by each side's count, and how far that is.

    `tallies` maps a side to its count; None is the count of accounts that are nobody's.
    """

    direction: Direction
    promised: float | None
    tallies: dict[str | None, float]
    acts: tuple[Act, ...]

    @property
    def disputed(self) -> bool:
        return len(set(self.tallies.values())) > 1

    @property
    def implementation(self) -> Implementation:
        """By the lowest tally: no side's claim is taken over the other's."""
        if not self.acts:
            return Implementation.NOT_INITIATED
        if self.promised is None or not self.tallies:
            return Implementation.UNKNOWN
        share = min(self.tallies.values()) / self.promised if self.promised else 1.0
        if share >= 1:
            return Implementation.COMPLETE
        return Implementation.INTERMEDIATE if share >= 0.5 else Implementation.MINIMUM


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment across reports."""

    id: str
    action: Action
    parties: tuple[str, ...]
    state: CommitmentState
    date_agreed: str | None
    wordings: tuple[Wording, ...]
    balances: tuple[Balance, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether its wordings are rivals: they name other sides, directions or numbers."""
        full = [wording for wording in self.wordings if wording.quantity is not None]
        return any(one.rivals(other) for one, other in combinations(full, 2))


@dataclass(slots=True)
class _Cluster:
    entries: list[Entry] = field(default_factory=list)

    @property
    def commitments(self) -> list[Commitment]:
        return [_commitment(entry) for entry in self.entries]

    @property
    def state(self) -> CommitmentState:
        """The latest told; who speaks again of what was agreed as his pledge does not take it back to one."""
        states = [c.state for c in self.commitments]
        rising = [_RISING.index(state) for state in states if state in _RISING]
        return _RISING[max(rising)] if states[-1] in _RISING else states[-1]

    @property
    def agreed(self) -> str | None:
        return next((c.date_agreed for c in self.commitments if c.date_agreed), None)

    @property
    def quantities(self) -> set[float]:
        return {float(c.quantity) for c in self.commitments if c.quantity is not None}


def _commitment(entry: Entry) -> Commitment:
    assert isinstance(entry.finding, Commitment)
    return entry.finding


def derive_promises(
    entries: Sequence[Entry], acts: Sequence[Act], parties: Sequence[str], names: Names
) -> tuple[Promise, ...]:
    """The promises of one process's commitment entries, in order of agreement, with what was delivered on each."""
    clusters: list[_Cluster] = []
    for entry in sorted(entries, key=lambda e: (e.known_at, e.witness.key, e.id)):
        home = next((c for c in reversed(clusters) if _same_promise(entry, c)), None)
        if home is None:
            clusters.append(_Cluster([entry]))
        else:
            home.entries.append(entry)
    clusters.sort(key=_made)
    matched = _match_acts(clusters, acts, parties, names)
    return tuple(_promise(c, matched.get(at, []), parties, names) for at, c in enumerate(clusters))


def _made(cluster: _Cluster) -> tuple[date, str]:
    agreed = cluster.agreed
    return (days(agreed).first if agreed else cluster.entries[0].known_at.date()), cluster.entries[0].id


def _same_promise(entry: Entry, cluster: _Cluster) -> bool:
    commitment = _commitment(entry)
    if commitment.action is not cluster.commitments[0].action or commitment.action is Action.OTHER:
        return False
    if any(_is_one_bargain(entry, known) for known in cluster.entries):
        return True
    if any(_is_of_same_side(entry, known) and are_apart(entry, known) for known in cluster.entries):
        return False
    if commitment.date_agreed and cluster.agreed:
        return compatible(commitment.date_agreed, cluster.agreed)
    made = _made(cluster)[0]
    if entry.known_at.date() - made > _RECENT:
        return False
    if commitment.quantity is None or not cluster.quantities or float(commitment.quantity) in cluster.quantities:
        return True
    return any(_is_of_same_side(entry, known) and are_rivals(entry, known) for known in cluster.entries)


def _is_one_bargain(one: Entry, other: Entry) -> bool:
    """Whether one sentence tells what each of two sides promises: "A will free 40 fishermen and B 25 sailors"."""
    together = one.witness.key == other.witness.key and one.finding.evidence == other.finding.evidence
    return together and not _is_of_same_side(one, other)


def _is_of_same_side(one: Entry, other: Entry) -> bool:
    """Whether the same side promises as far as is told: "18 for 32" is one bargain, of which each promises a part."""
    mine, theirs = set(_commitment(one).by), set(_commitment(other).by)
    return not mine or not theirs or bool(mine & theirs)


def _match_acts(
    clusters: Sequence[_Cluster], acts: Sequence[Act], parties: Sequence[str], names: Names
) -> dict[int, list[Act]]:
    """Each act goes to the latest promise that it can keep, made before it; what fits none stays unmatched.

    One that promises what went this way comes before one that promises something else.
    """
    ways = [[way for wording in _wordings(c, names) for way in _directions(wording, parties)] for c in clusters]
    matched: dict[int, list[Act]] = {}
    for act in acts:
        day = days(act.date).last if act.date else act.known
        homes = [
            (likeness, surety, at)
            for at, cluster in enumerate(clusters)
            if cluster.state is not CommitmentState.REFUSED and _made(cluster)[0] <= day
            for likeness in (max(map(act.direction.likeness, ways[at]), default=0),)
            if (surety := _surety(cluster, act, likeness))
        ]
        if homes:
            matched.setdefault(max(homes)[-1], []).append(act)
    return matched


def _surety(cluster: _Cluster, act: Act, likeness: int) -> int:
    """How surely an act keeps a promise: 2 of its kind or of those who were to be exchanged, 1 of an exchange at large.

    What goes another way takes up no offer.
    """
    action, offered = cluster.commitments[0].action, cluster.state is CommitmentState.OFFERED
    if action is act.action:
        return 0 if offered and not likeness else 2
    if offered or not {action, act.action} <= _FREEING:
        return 0
    at_large = action is Action.PRISONER_EXCHANGE and likeness and any(c.quantity is None for c in cluster.commitments)
    return 2 if _is_of_those(cluster, act) else int(bool(at_large))


def _is_of_those(cluster: _Cluster, act: Act) -> bool:
    """Whether those let go are who was promised by what they are called, or by their number."""
    counted = [c for c in cluster.commitments if c.quantity is not None]
    units = (c.unit for c in counted if c.unit and act.unit)
    numbers = {f"{c.quantity:g}" for c in counted}
    return act.counts.value in numbers or any(not are_other_units(unit, act.unit) for unit in units)


def _promise(cluster: _Cluster, acts: Sequence[Act], parties: Sequence[str], names: Names) -> Promise:
    first = cluster.entries[0]
    wordings = _wordings(cluster, names)
    named = tuple(dict.fromkeys(name for wording in wordings for name in (*wording.by, *wording.to)))
    return Promise(
        id=f"p-{first.id.partition('-')[2]}",
        action=cluster.commitments[0].action,
        parties=named or tuple(parties),
        state=cluster.state,
        date_agreed=cluster.agreed,
        wordings=wordings,
        balances=_balances(wordings, acts, parties) if _is_counted(cluster) else (),
        entries=tuple(cluster.entries),
    )


def _is_counted(cluster: _Cluster) -> bool:
    """Whether acts of delivery tell how far it is kept: nothing is owed that was refused, and talks are rounds."""
    return cluster.state is not CommitmentState.REFUSED and cluster.commitments[0].action is not Action.RESUME_TALKS


def _wordings(cluster: _Cluster, names: Names) -> tuple[Wording, ...]:
    grouped: dict[tuple[object, ...], list[Entry]] = {}
    for entry in cluster.entries:
        c = _commitment(entry)
        by, to = names.all_of(entry, c.by), names.all_of(entry, c.to)
        grouped.setdefault((frozenset(by), to, c.quantity, bool(c.per_party), c.who), []).append(entry)
    return tuple(_wording(entries, names) for entries in grouped.values())


def _wording(entries: Sequence[Entry], names: Names) -> Wording:
    first = _commitment(entries[0])
    claims = [Claim(entry, str(_commitment(entry).action), _commitment(entry).sources) for entry in entries]
    return Wording(
        by=names.all_of(entries[0], first.by),
        to=names.all_of(entries[0], first.to),
        quantity=first.quantity,
        mod=first.quantity_mod,
        unit=first.unit,
        per_party=bool(first.per_party),
        who=first.who,
        due=next((c.due for e in entries if (c := _commitment(e)).due), None),
        accounts=gather(claims, names),
    )


def _balances(wordings: Sequence[Wording], acts: Sequence[Act], parties: Sequence[str]) -> tuple[Balance, ...]:
    """A balance for each direction that a wording promises or an act went."""
    targets: dict[Direction, float | None] = {}
    for wording in wordings:
        for direction in _directions(wording, parties):
            targets[direction] = max(filter(None, (targets.get(direction), wording.quantity)), default=None)
    for act in acts:
        if not any(direction.fits(act.direction) for direction in targets):
            targets[act.direction] = None
    return tuple(
        _balance(direction, promised, [act for act in acts if direction.fits(act.direction)])
        for direction, promised in targets.items()
    )


def _directions(wording: Wording, parties: Sequence[str]) -> list[Direction]:
    """The ways a wording goes: from each giver to each taker; between two parties the other one takes.

    "1,000 from each side" that names no side is of both parties of the process.
    """
    everyone = wording.per_party and not wording.by and not wording.to
    known = wording.by or (tuple(parties) if everyone else _from_whom(wording, parties))
    givers, takers = known or ("",), wording.to
    if len(parties) == 2 and set(givers) >= set(parties):
        return [Direction(parties[0], parties[1]), Direction(parties[1], parties[0])]
    if takers:
        return [Direction(giver, taker) for giver in givers for taker in takers if giver != taker]
    others = [party for party in parties if party not in givers]
    return [Direction(giver, others[0] if len(parties) == 2 and len(others) == 1 else "") for giver in givers]


def _from_whom(wording: Wording, parties: Sequence[str]) -> tuple[str, ...]:
    """Between two parties what one is to receive comes from the other."""
    others = tuple(party for party in parties if party not in wording.to)
    return others if len(parties) == 2 and len(wording.to) == len(others) == 1 else ()


def _balance(direction: Direction, promised: float | None, acts: Sequence[Act]) -> Balance:
    counted = [act for act in acts if not act.total]
    sides = {account.side for act in acts for account in act.counts.accounts}
    tallies: dict[str | None, float] = {}
    for side in sorted(sides, key=str):
        sums = [count for act in counted if (count := act.count_of(side)) is not None]
        stated = [float(a.value) for act in acts if act.total for a in act.counts.accounts if a.side == side]
        # A side's own running total, where it gives one, is its tally; the sum of the acts may miss some.
        total = max([sum(sums), *stated])
        if total:
            tallies[side] = total
    if len(tallies) > 1 and None in tallies:
        del tallies[None]  # nobody's count is part of each side's sum already
    return Balance(direction, promised, tallies, tuple(acts))
