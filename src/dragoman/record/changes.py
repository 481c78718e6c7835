"""What moved between two as-of dates, and the timeline: the record read along its two calendars."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.model.dates import days, is_half_told
from dragoman.record.accounts import Attribute, Dispute, DisputeState
from dragoman.record.deliveries import Act
from dragoman.record.derive import ProcessRecord
from dragoman.record.positions import Stand
from dragoman.record.promises import Balance, Promise
from dragoman.record.rounds import Round

Thing = TypeVar("Thing")
_Pairs = tuple[list[tuple[Thing | None, Thing]], list[Thing]]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that moved. `what` is a round, a dispute, a promise, a delivery or a position; `id` leads to it."""

    what: str
    id: str
    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline: a day (or coarser value) of the world, and what happened or is to happen then."""

    when: str
    what: str
    id: str
    label: str
    status: str


def changes(before: ProcessRecord, after: ProcessRecord) -> tuple[Change, ...]:
    """What differs between two derivations of one process, in the order rounds, disputes, promises, acts, positions."""
    return tuple(
        change
        for part in (_round_changes, _dispute_changes, _promise_changes, _act_changes, _position_changes)
        for change in part(before, after)
    )


def round_label(round_: Round) -> str:
    """What a round is called: "round 3 of the talks", else its kind and day."""
    if round_.number is not None:
        return f"round {round_.number}"
    when = round_.date.value or (round_.date.accounts[0].value if round_.date.accounts else None)
    if when is None:
        return f"{round_.kind}, undated"
    how = "of" if not is_half_told(when) else "until" if when.startswith("/") else "from"
    return f"{round_.kind} {how} {when.strip('/')}"


def promise_label(promise: Promise) -> str:
    """What a promise is called: its action, what is promised, the day it was agreed."""
    first = promise.wordings[0]
    count = f" of {first.quantity:,g} {first.unit or ''}".rstrip() if first.quantity is not None else ""
    return f"{promise.action}{count}" + (f", agreed {promise.date_agreed}" if promise.date_agreed else "")


def act_label(act: Act) -> str:
    """What was delivered, from whom to whom."""
    counts = [act.counts.value] if act.counts.value else [account.value for account in act.counts.accounts]
    count = " / ".join(f"{float(value):,g}" for value in dict.fromkeys(counts))
    way = f"{act.direction.giver or '?'} → {act.direction.taker or '?'}"
    return " ".join(part for part in (str(act.action), way, count, act.unit or "") if part)


def stand_label(stand: Stand) -> str:
    """Who takes which stance on what."""
    return f"{stand.actor} {stand.stance}: {stand.topic}"


def labels_of(record: ProcessRecord) -> dict[str, str]:
    """What the rounds and acts of a record are called, by their ids: disputes are about these."""
    return {r.id: round_label(r) for r in record.rounds} | {act.id: act_label(act) for act in record.acts}


def _pairs(
    before: Sequence[Thing], after: Sequence[Thing], findings: Callable[[Thing], Iterable[str]]
) -> _Pairs[Thing]:
    """What each thing was before, by a finding that both rest on, and the things that are no more.

    A thing is called by its first finding; when that report is corrected or rejected the thing lives on under another id.
    """
    old = {id_: thing for thing in before for id_ in findings(thing)}
    pairs, met = [], set()
    for thing in after:
        was = next((old[id_] for id_ in findings(thing) if id_ in old), None)
        pairs.append((was if was is None or id(was) not in met else None, thing))
        met.add(id(was))
    return pairs, [thing for thing in before if id(thing) not in met]


def _of_round(round_: Round) -> Iterator[str]:
    return (join.entry.id for join in round_.joins)


def _of_dispute(dispute: Dispute) -> Iterator[str]:
    return (f"{dispute.attribute} {entry.id}" for account in dispute.accounts for entry in account.entries)


def _of_promise(promise: Promise) -> Iterator[str]:
    return (entry.id for entry in promise.entries)


def _of_act(act: Act) -> Iterator[str]:
    return (f"{entry.id} {act.direction.giver} {act.direction.taker}" for entry in act.entries)


def _of_stand(stand: Stand) -> Iterator[str]:
    return (entry.id for entry in stand.entries)


def _round_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    rounds, gone = _pairs(before.rounds, after.rounds, _of_round)
    yield from (Change("round", r.id, round_label(r), f"{r.status}, {_value(r.date)}", None) for r in gone)
    for was, round_ in rounds:
        label = round_label(round_)
        if was is None:
            yield Change("round", round_.id, label, None, f"{round_.status}, {_value(round_.date)}")
            continue
        pairs = [("status", str(was.status), str(round_.status))]
        pairs += [(a.name, _value(b), _value(a)) for a, b in zip(round_.attributes, was.attributes, strict=True)]
        yield from (Change("round", round_.id, f"{label}: {name}", b, a) for name, b, a in pairs if a != b)


def _value(attribute: Attribute) -> str:
    if attribute.value:
        return attribute.value
    return "disputed" if attribute.accounts else "not known"


def _dispute_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    disputes, gone = _pairs(before.disputes, after.disputes, _of_dispute)
    for was, dispute in disputes:
        now = "open" if dispute.state is DisputeState.OPEN else f"settled: {dispute.settled_by}"
        if was is None or was.state is not dispute.state or len(was.accounts) != len(dispute.accounts):
            yield Change("dispute", dispute.id, _dispute_label(dispute), str(was.state) if was else None, now)
    yield from (Change("dispute", dispute.id, _dispute_label(dispute), str(dispute.state), None) for dispute in gone)


def _dispute_label(dispute: Dispute) -> str:
    return f"{dispute.attribute}: {' against '.join(dict.fromkeys(account.value for account in dispute.accounts))}"


def _promise_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    promises, gone = _pairs(before.promises, after.promises, _of_promise)
    yield from (Change("promise", promise.id, promise_label(promise), str(promise.state), None) for promise in gone)
    for was, promise in promises:
        label = promise_label(promise)
        if was is None:
            yield Change("promise", promise.id, label, None, str(promise.state))
            continue
        if was.state is not promise.state:
            yield Change("promise", promise.id, f"{label}: state", str(was.state), str(promise.state))
        if len(promise.wordings) > len(was.wordings):
            yield Change(
                "promise", promise.id, f"{label}: wordings", str(len(was.wordings)), str(len(promise.wordings))
            )
        balances = {balance.direction: balance for balance in was.balances}
        for balance in promise.balances:
            then, now = _delivered(balances.get(balance.direction)), _delivered(balance)
            if then != now:
                way = f"{balance.direction.giver or '?'} → {balance.direction.taker or '?'}"
                yield Change("promise", promise.id, f"{label}: delivered {way}", then, now)


def _delivered(balance: Balance | None) -> str | None:
    if balance is None or not balance.tallies:
        return None
    return " / ".join(f"{total:,g}" for total in dict.fromkeys(balance.tallies.values()))


def _act_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    acts, gone = _pairs(before.acts, after.acts, _of_act)
    yield from (Change("delivery", act.id, act_label(act), act.date or "no date", None) for act in gone)
    yield from (Change("delivery", act.id, act_label(act), None, act.date or "no date") for was, act in acts if not was)


def _position_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    stands, gone = _pairs(before.positions, after.positions, _of_stand)
    yield from (Change("position", stand.id, stand_label(stand), str(stand.first), None) for stand in gone)
    yield from (
        Change("position", stand.id, stand_label(stand), None, str(stand.first)) for was, stand in stands if not was
    )


def timeline(record: ProcessRecord) -> tuple[Event, ...]:
    """Rounds, agreements and deliveries in the order of the days they fall on; undated ones are left to their lists."""
    events = [*_round_events(record), *_promise_events(record), *_act_events(record)]
    return tuple(sorted(events, key=lambda event: (days(event.when), event.what, event.id)))


def _round_events(record: ProcessRecord) -> Iterator[Event]:
    for round_ in record.rounds:
        values = [round_.date.value] if round_.date.value else [account.value for account in round_.date.accounts]
        for value in dict.fromkeys(values):
            status = str(round_.status) if round_.date.value else f"{round_.status}, date disputed"
            yield Event(value, "round", round_.id, round_label(round_), status)


def _promise_events(record: ProcessRecord) -> Iterator[Event]:
    for promise in record.promises:
        if promise.date_agreed:
            yield Event(promise.date_agreed, "promise", promise.id, promise_label(promise), str(promise.state))


def _act_events(record: ProcessRecord) -> Iterator[Event]:
    for act in record.acts:
        if act.date:
            yield Event(
                act.date, "delivery", act.id, act_label(act), "disputed count" if act.counts.dispute else "done"
            )
