"""What a person should look at first: where the record is least certain, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.ledgered import Decision, Entry, Verb
from dragoman.record.accounts import Dispute, DisputeKind, DisputeState
from dragoman.record.changes import act_label, labels_of, promise_label, round_label
from dragoman.record.derive import ProcessRecord, standing_decisions


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to judge. `what` and `id` lead to it, `entries` are the findings to accept, reject or amend.

    `weight` puts it in order, the gravest first: 4 an open contradiction, 3 rival wordings of a promise, 2 a finding
    joined to a meeting on no date and no number, 1 a gap that the record cannot fill.
    """

    weight: int
    what: str
    id: str
    label: str
    reason: str
    entries: tuple[Entry, ...]


def doubts(record: ProcessRecord, decisions: Sequence[Decision]) -> tuple[Doubt, ...]:
    """The queue of a record, the gravest and among equals the latest first; what a person has judged is left out."""
    judged = {d.subject for d in standing_decisions(decisions) if d.verb in (Verb.ACCEPT, Verb.AMEND)}
    found = [*_disputed(record), *_rivals(record), *_loose(record), *_gaps(record)]
    waiting = [doubt for doubt in found if doubt.weight == 4 or any(e.id not in judged for e in doubt.entries)]
    return tuple(sorted(waiting, key=lambda d: (-d.weight, -d.entries[-1].known_at.timestamp(), d.id)))


def _disputed(record: ProcessRecord) -> Iterator[Doubt]:
    labels = labels_of(record)
    for dispute in record.disputes:
        if dispute.state is DisputeState.OPEN and dispute.kind is DisputeKind.CONTRADICTION:
            entries = _witnesses(dispute)
            reason = f"{len(dispute.accounts)} accounts of the {dispute.attribute.partition('.')[0]} cannot all hold"
            yield Doubt(4, "dispute", dispute.id, labels.get(dispute.about, dispute.about), reason, entries)


def _witnesses(dispute: Dispute) -> tuple[Entry, ...]:
    found = {entry.id: entry for account in dispute.accounts for entry in account.entries}
    return tuple(sorted(found.values(), key=lambda e: (e.known_at, e.id)))


def _rivals(record: ProcessRecord) -> Iterator[Doubt]:
    for promise in record.promises:
        if promise.disputed:
            reason = "its wordings name other sides, directions or numbers"
            yield Doubt(3, "promise", promise.id, promise_label(promise), reason, promise.entries)


def _loose(record: ProcessRecord) -> Iterator[Doubt]:
    for round_ in record.rounds:
        for join in round_.joins:
            if join.loose:
                yield Doubt(2, "round", round_.id, round_label(round_), f"joined as {join.reason}", (join.entry,))


def _gaps(record: ProcessRecord) -> Iterator[Doubt]:
    for act in record.acts:
        missing = [
            word
            for word, there in (
                ("who gave", act.direction.giver),
                ("who received", act.direction.taker),
                ("the day", act.date),
                ("the number", act.counts.accounts),
            )
            if not there
        ]
        if missing:
            yield Doubt(1, "delivery", act.id, act_label(act), f"no report says {', '.join(missing)}", act.entries)
