"""Acts carried out: one event across reports, with each side's count."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Action, Delivery
from dragoman.model.dates import compatible, days
from dragoman.model.ledgered import Decision, Entry
from dragoman.record.accounts import Account, Attribute, Claim, Question, gather, judge
from dragoman.record.counts import are_apart, are_rivals
from dragoman.record.names import Names

_NEAR = dt.timedelta(days=3)  # an act and the reports of it


@dataclass(frozen=True, slots=True)
class Direction:
    """From whom to whom; "" where no account says."""

    giver: str
    taker: str

    def fits(self, other: "Direction") -> bool:
        return (not self.giver or not other.giver or self.giver == other.giver) and (
            not self.taker or not other.taker or self.taker == other.taker
        )

    def likeness(self, other: "Direction") -> int:
        """How well another is this way: 2 the same, 1 as far as both are told, 0 another way."""
        return 2 if self == other else int(self.fits(other))


@dataclass(frozen=True, slots=True)
class Act:
    """One act of delivery in one direction. `counts` are the accounts of its quantity; `total` marks a running sum."""

    id: str
    action: Action
    direction: Direction
    date: str | None
    counts: Attribute
    unit: str | None
    entries: tuple[Entry, ...]
    total: bool = False
    reason: str = ""

    @property
    def known(self) -> dt.date:
        return self.entries[0].known_at.date()

    def count_of(self, side: str | None) -> float | None:
        """The quantity by one side's account, else by the accounts that are nobody's, else by any."""
        for wanted in (side, None):
            for account in reversed(self.counts.accounts):
                if account.side == wanted:
                    return float(account.value)
        return float(self.counts.accounts[-1].value) if self.counts.accounts else None


@dataclass(slots=True)
class _Mention:
    entry: Entry
    direction: Direction
    reason: str

    @property
    def delivery(self) -> Delivery:
        assert isinstance(self.entry.finding, Delivery)
        return self.entry.finding


def derive_acts(
    entries: Sequence[Entry], parties: Sequence[str], names: Names, decisions: Sequence[Decision]
) -> tuple[Act, ...]:
    """The acts of one process's delivery entries, in order of date; exchanges stand once per direction."""
    clusters: list[list[_Mention]] = []
    for entry in sorted(entries, key=lambda e: (e.known_at, e.witness.key, e.id)):
        for mention in _mentions(entry, parties, names):
            home = next((cluster for cluster in reversed(clusters) if _same_act(mention, cluster)), None)
            if home is None:
                clusters.append([mention])
            else:
                home.append(mention)
    acts = [_act(cluster, names, decisions) for cluster in clusters]
    return tuple(sorted(_with_sums(acts), key=lambda act: (_day(act), act.id)))


def _with_sums(acts: Sequence[Act]) -> Iterator[Act]:
    """The acts, of which one that sums up the others of its day is their total: 390 people, 270 soldiers and 120 civilians."""
    days_: dict[tuple[Action, str | None, Direction], list[Act]] = {}
    for act in acts:
        days_.setdefault((act.action, act.date, act.direction), []).append(act)
    for act in acts:
        counts = [one.count_of(None) or 0 for one in days_[act.action, act.date, act.direction] if not one.total]
        whole = len(counts) > 2 and act.date is not None and (act.count_of(None) or 0) * 2 == sum(counts)
        yield replace(act, total=True) if whole else act


def _day(act: Act) -> dt.date:
    return days(act.date).first if act.date else act.known


def _mentions(entry: Entry, parties: Sequence[str], names: Names) -> list[_Mention]:
    """One mention per direction: an exchange between two parties goes both ways, a hand-over one."""
    delivery = entry.finding
    assert isinstance(delivery, Delivery)
    by, to = names.all_of(entry, delivery.by), names.all_of(entry, delivery.to)
    if len(parties) != 2:
        return [_Mention(entry, Direction(by[0] if by else "", to[0] if to else ""), "as told")]
    one, other = parties
    mutual = set(by) >= set(parties) or (delivery.action is Action.PRISONER_EXCHANGE and not (by and to))
    if mutual:
        return [
            _Mention(entry, Direction(one, other), "both ways"),
            _Mention(entry, Direction(other, one), "both ways"),
        ]
    giver = by[0] if by else _other(to, parties)
    taker = to[0] if to else _other(by, parties)
    told = "as told" if by and to else "between two parties, the other one"
    return [_Mention(entry, Direction(giver, taker), told)]


def _other(known: tuple[str, ...], parties: Sequence[str]) -> str:
    """The other of two parties, where exactly one is known."""
    rest = [party for party in parties if party not in known]
    return rest[0] if len(known) == 1 and len(rest) == 1 else ""


def _same_act(mention: _Mention, cluster: list[_Mention]) -> bool:
    first, delivery = cluster[0], mention.delivery
    if first.delivery.action is not delivery.action or not first.direction.fits(mention.direction):
        return False
    if bool(first.delivery.cumulative) is not bool(delivery.cumulative) or mention.entry in (m.entry for m in cluster):
        return False
    if any(are_apart(mention.entry, known.entry) for known in cluster):
        return False
    dates = [m.delivery.date for m in cluster if m.delivery.date]
    if delivery.date and dates:
        return any(compatible(delivery.date, other) for other in dates)
    quantities = {m.delivery.quantity for m in cluster}
    near = abs(mention.entry.known_at - cluster[-1].entry.known_at) <= _NEAR
    told = delivery.quantity is None or delivery.quantity in quantities
    # Running totals that differ are each side's tally, which the balance sets side by side.
    return near and (
        told or (not delivery.cumulative and any(are_rivals(mention.entry, known.entry) for known in cluster))
    )


def _act(cluster: list[_Mention], names: Names, decisions: Sequence[Decision]) -> Act:
    first = cluster[0]
    direction = Direction(
        next((m.direction.giver for m in cluster if m.direction.giver), ""),
        next((m.direction.taker for m in cluster if m.direction.taker), ""),
    )
    arrow = f"{direction.giver or 'unknown'}-{direction.taker or 'unknown'}".lower().replace(" ", "-")
    entries = tuple(m.entry for m in cluster)
    id_ = f"a-{first.entry.id.partition('-')[2]}"
    claims = [
        Claim(m.entry, _number(m.delivery.quantity), m.delivery.sources, afterwards=True)
        for m in cluster
        if m.delivery.quantity is not None
    ]
    claims += [claim for m in cluster for claim in _rival_claims(m)]
    return Act(
        id=id_,
        action=first.delivery.action,
        direction=direction,
        date=next((m.delivery.date for m in cluster if m.delivery.date), None),
        counts=judge(Question(id_, f"quantity.{arrow}", entries=entries), gather(claims, names), decisions),
        unit=next((m.delivery.unit for m in cluster if m.delivery.unit), None),
        entries=entries,
        total=bool(first.delivery.cumulative),
        reason=first.reason,
    )


def _rival_claims(mention: _Mention) -> Iterator[Claim]:
    """The counts that the report itself sets against its own; "fewer than 50" is none that could be summed up."""
    rivals = (v for dispute in mention.entry.disputes if dispute.attribute == "quantity" for v in dispute.values)
    for rival in rivals:
        if rival.value.isdecimal() and int(rival.value) != mention.delivery.quantity:
            yield Claim(mention.entry, rival.value, rival.sources, afterwards=True)


def _number(quantity: float) -> str:
    return f"{quantity:g}" if quantity < 1e6 else f"{quantity:.0f}"


def counts_by_side(act: Act) -> dict[str | None, Account]:
    """The last account of each side; None is nobody's."""
    return {account.side: account for account in act.counts.accounts}
