"""What moved between two as-of dates, and the timeline: the record read along its two calendars."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.dates import days
from dragoman.record.accounts import Attribute, DisputeState
from dragoman.record.deliveries import Act
from dragoman.record.derive import ProcessRecord
from dragoman.record.promises import Balance, Promise
from dragoman.record.rounds import Round


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
    return f"{round_.kind} of {when}" if when else f"{round_.kind}, undated"


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


def _round_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    old = {round_.id: round_ for round_ in before.rounds}
    for round_ in after.rounds:
        was = old.get(round_.id)
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
    old = {dispute.id: dispute for dispute in before.disputes}
    for dispute in after.disputes:
        was = old.get(dispute.id)
        now = "open" if dispute.state is DisputeState.OPEN else f"settled: {dispute.settled_by}"
        if was is None or was.state is not dispute.state or len(was.accounts) != len(dispute.accounts):
            values = " against ".join(dict.fromkeys(account.value for account in dispute.accounts))
            yield Change("dispute", dispute.id, f"{dispute.attribute}: {values}", str(was.state) if was else None, now)
    gone = set(old) - {dispute.id for dispute in after.disputes}
    yield from (Change("dispute", id_, old[id_].attribute, str(old[id_].state), None) for id_ in sorted(gone))


def _promise_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    old = {promise.id: promise for promise in before.promises}
    for promise in after.promises:
        was = old.get(promise.id)
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
    old = {(act.id, act.direction) for act in before.acts}
    for act in after.acts:
        if (act.id, act.direction) not in old:
            yield Change("delivery", act.id, act_label(act), None, act.date or "no date")


def _position_changes(before: ProcessRecord, after: ProcessRecord) -> Iterator[Change]:
    old = {stand.id for stand in before.positions}
    for stand in after.positions:
        if stand.id not in old:
            yield Change("position", stand.id, f"{stand.actor} {stand.stance}: {stand.topic}", None, str(stand.first))


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
