"""The derived record as rows: nested for JSON, flattened for tables. One function a kind of row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.model import Report
from dragoman.model.ledgered import Entry
from dragoman.record.accounts import Account, Attribute, Dispute, DisputeState
from dragoman.record.agreement import Agreement
from dragoman.record.changes import Change, Event, labels_of, promise_label, round_label, timeline
from dragoman.record.deliveries import Act
from dragoman.record.derive import ProcessRecord
from dragoman.record.positions import Stand
from dragoman.record.promises import Balance, Wording
from dragoman.record.rounds import Round

Row = dict[str, Any]

TALKS = ("label", "status", "date", "place", "country", "parties", "mediators", "id", "dispute")
TALK_LINES = (*TALKS[:-1], "disputes")
DISPUTES = ("about", "attribute", "kind", "state", "id", "settled_by", "values")
PROMISES = ("action", "agreed", "state", "id", "wordings", "balances")
POSITIONS = ("first", "last", "actor", "stance", "topic", "sources", "id")
TIMELINE = ("when", "what", "label", "status", "id")
CHANGES = ("what", "label", "before", "after", "id")
SEARCH = ("kind", "outlet", "published", "evidence", "report", "id")
AGREEMENT = ("question", "judged by both", "alike", "alpha")
PARTINGS = ("subject", "one", "other")
WHY = ("kind", "outlet", "published", "sources", "evidence", "joined", "report", "id")
PROCESSES = ("process", "name", "findings", "reports", "first", "last")


def talk_rows(record: ProcessRecord) -> list[Row]:
    """One row a round, in order of date."""
    return [_round_row(round_, record) for round_ in record.rounds]


def _round_row(round_: Round, record: ProcessRecord) -> Row:
    return {
        "process": record.name,
        "round": round_.number,
        "kind": str(round_.kind),
        "label": round_label(round_),
        "status": str(round_.status),
        "date": round_.date.value,
        "place": round_.place.value,
        "country": round_.country.value,
        "parties": list(round_.parties),
        "mediators": list(round_.mediators),
        "delegates": list(round_.delegates),
        "level": round_.level,
        "topics": list(round_.topics),
        "accounts": {a.name: account_rows(a.accounts) for a in round_.attributes if a.accounts},
        "dispute": next(iter(_disputes_of(round_)), None),
        "id": round_.id,
    }


def _disputes_of(round_: Round) -> list[Row]:
    """The open ones first."""
    disputes = sorted(
        (a.dispute for a in round_.attributes if a.dispute), key=lambda d: d.state is not DisputeState.OPEN
    )
    return [dispute_row(dispute) for dispute in disputes]


def talk_lines(record: ProcessRecord) -> list[Row]:
    """The same with every dispute of a round: its day and its place may both be in question."""
    return [_round_row(round_, record) | {"disputes": _disputes_of(round_)} for round_ in record.rounds]


def account_rows(accounts: Iterable[Account]) -> list[Row]:
    """One row an account: the value, its chain, its witnesses, since when it was known."""
    return [
        {
            "value": account.value,
            "chain": list(account.chain),
            "outlets": list(account.outlets),
            "known": account.known_at.date().isoformat(),
            "findings": [entry.id for entry in account.entries],
        }
        for account in accounts
    ]


def dispute_row(dispute: Dispute, about: str | None = None) -> Row:
    """A dispute with all its accounts."""
    return {
        "about": about or dispute.about,
        "attribute": dispute.attribute,
        "kind": str(dispute.kind),
        "state": str(dispute.state),
        "values": account_rows(dispute.accounts),
        "value": dispute.value,
        "settled_by": dispute.settled_by,
        "id": dispute.id,
    }


def dispute_rows(record: ProcessRecord) -> list[Row]:
    """One row a dispute: of rounds, of counts, and of the wordings of promises."""
    labels = labels_of(record)
    return [dispute_row(dispute, labels.get(dispute.about)) for dispute in record.disputes]


def promise_rows(record: ProcessRecord) -> list[Row]:
    """One row a promise, with its wordings and balances."""
    return [
        {
            "process": record.name,
            "action": str(promise.action),
            "label": promise_label(promise),
            "agreed": promise.date_agreed,
            "state": str(promise.state),
            "parties": list(promise.parties),
            "rival_wordings": promise.disputed,
            "wordings": [_wording_row(wording) for wording in promise.wordings],
            "balances": [_balance_row(balance) for balance in promise.balances],
            "id": promise.id,
        }
        for promise in record.promises
    ]


def _wording_row(wording: Wording) -> Row:
    return {
        "by": list(wording.by),
        "to": list(wording.to),
        "quantity": wording.quantity,
        "modifier": str(wording.mod) if wording.mod else None,
        "unit": wording.unit,
        "per_party": wording.per_party,
        "who": wording.who,
        "due": wording.due,
        "accounts": account_rows(wording.accounts),
    }


def _balance_row(balance: Balance) -> Row:
    return {
        "from": balance.direction.giver or None,
        "to": balance.direction.taker or None,
        "promised": balance.promised,
        "tallies": [{"side": side, "delivered": total} for side, total in balance.tallies.items()],
        "disputed": balance.disputed,
        "implementation": str(balance.implementation),
        "deliveries": [act_row(act) for act in balance.acts],
    }


def act_row(act: Act) -> Row:
    """A delivery with each account of its count."""
    return {
        "date": act.date,
        "total": act.total,
        "unit": act.unit,
        "accounts": account_rows(act.counts.accounts),
        "findings": [entry.id for entry in act.entries],
        "id": act.id,
    }


def position_rows(record: ProcessRecord) -> list[Row]:
    """One row a stance."""
    return [_position_row(stand) for stand in record.positions]


def _position_row(stand: Stand) -> Row:
    return {
        "first": stand.first.isoformat(),
        "last": stand.last.isoformat(),
        "actor": stand.actor,
        "stance": str(stand.stance),
        "topic": stand.topic,
        "sources": list(stand.sources),
        "findings": [entry.id for entry in stand.entries],
        "id": stand.id,
    }


def event_rows(events: Sequence[Event]) -> list[Row]:
    """One row a line of the timeline."""
    return [{"when": e.when, "what": e.what, "label": e.label, "status": e.status, "id": e.id} for e in events]


def timeline_rows(record: ProcessRecord) -> list[Row]:
    """The timeline of a record."""
    return event_rows(timeline(record))


def process_rows(counts: Iterable[Any], names: Mapping[str, str]) -> list[Row]:
    """One row a process: its key, the name that people gave it, how much is known of it, from when to when."""
    return [
        {
            "process": count.process,
            "name": names.get(count.process),
            "findings": count.findings,
            "reports": count.reports,
            "first": count.first.isoformat(),
            "last": count.last.isoformat(),
        }
        for count in counts
    ]


def change_rows(changes: Sequence[Change]) -> list[Row]:
    """One row a thing that moved."""
    return [{"what": c.what, "label": c.label, "before": c.before, "after": c.after, "id": c.id} for c in changes]


def entry_row(entry: Entry) -> Row:
    """A finding with its words and where they stand."""
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "report": entry.witness.id,
        "outlet": entry.witness.outlet,
        "title": entry.witness.title,
        "url": entry.witness.url,
        "published": entry.witness.published.isoformat(),
        "sources": list(getattr(entry.finding, "sources", ())),
        "evidence": entry.finding.evidence,
        "span": list(entry.finding.span or ()),
    }


def report_row(key: str, report: Report) -> Row:
    """A stored report as a row of search."""
    words = " ".join(report.body.split())
    return {
        "id": key[:10],
        "kind": "report",
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published.isoformat(),
        "evidence": report.title or words[:120],
    }


def explained(attribute: Attribute) -> Row:
    """An attribute with every account and what settled it."""
    return {
        "attribute": attribute.name,
        "value": attribute.value,
        "accounts": account_rows(attribute.accounts),
        "dispute": dispute_row(attribute.dispute) if attribute.dispute else None,
    }


def agreement_rows(found: Sequence[Agreement]) -> list[Row]:
    """One row a kind of question; `alpha` is None where it is not defined."""
    return [
        {
            "question": each.question,
            "judged by both": each.units,
            "alike": each.same,
            "alpha": None if each.alpha is None else round(each.alpha, 3),
            "partings": [{"subject": p.subject, "one": p.one, "other": p.other} for p in each.partings],
        }
        for each in found
    ]


def parting_rows(found: Sequence[Agreement]) -> list[Row]:
    """One row a thing that two coders judged otherwise."""
    return [row for each in agreement_rows(found) for row in each["partings"]]
