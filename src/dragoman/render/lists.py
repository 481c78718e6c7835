"""Rows of what stands beside the derived record: deliveries, findings, doubts, reports, decisions, what a search found."""

from collections.abc import Iterable, Sequence

from dragoman.model import Report
from dragoman.model.ledgered import Decision, Entry
from dragoman.record import ProcessRecord
from dragoman.record.changes import act_label
from dragoman.record.derive import standing_decisions
from dragoman.record.queue import Doubt
from dragoman.render.rows import Row, act_row, entry_row, report_row

DELIVERIES = ("date", "action", "giver", "taker", "count", "unit", "total", "id")
FINDINGS = ("published", "kind", "outlet", "sources", "evidence", "report", "id")
DOUBTS = ("weight", "what", "label", "reason", "findings", "id")
REPORTS = ("published", "outlet", "title", "url", "findings", "id", "key")
DECISIONS = ("recorded_at", "who", "verb", "subject", "value", "why", "stands", "id")


def delivery_rows(record: ProcessRecord) -> list[Row]:
    """One row an act of delivery, in order of the days."""
    acts = sorted(record.acts, key=lambda act: (act.date or "", act.id))
    return [
        {
            "action": str(act.action),
            "label": act_label(act),
            "giver": act.direction.giver or None,
            "taker": act.direction.taker or None,
            **act_row(act),
        }
        for act in acts
    ]


def delivery_lines(record: ProcessRecord) -> list[Row]:
    """The same for a flat table: the counts that the accounts give, in one cell."""
    return [
        row
        | {
            "count": " / ".join(dict.fromkeys(account["value"] for account in row["accounts"])),
            "total": "in all" if row["total"] else "",
        }
        for row in delivery_rows(record)
    ]


def finding_rows(record: ProcessRecord) -> list[Row]:
    """One row a finding, in order of known time."""
    return [entry_row(entry) for entry in record.entries]


def doubt_rows(found: Iterable[Doubt]) -> list[Row]:
    """One row a thing to judge, the gravest first."""
    return [
        {
            "weight": doubt.weight,
            "what": doubt.what,
            "label": doubt.label,
            "reason": doubt.reason,
            "findings": [entry.id for entry in doubt.entries],
            "id": doubt.id,
        }
        for doubt in found
    ]


def source_rows(entries: Sequence[Entry]) -> list[Row]:
    """One row a report that these findings come from, the latest first."""
    found: dict[str, Row] = {}
    for entry in entries:
        witness = entry.witness
        row = found.setdefault(
            witness.key,
            {
                "key": witness.key,
                "id": witness.id,
                "outlet": witness.outlet,
                "title": witness.title,
                "url": witness.url,
                "published": witness.published.isoformat(),
                "findings": 0,
            },
        )
        row["findings"] += 1
    return sorted(found.values(), key=lambda row: (row["published"], row["key"]), reverse=True)


def decision_rows(decisions: Sequence[Decision]) -> list[Row]:
    """One row a decision, in order; those taken back no longer stand."""
    standing = {decision.id for decision in standing_decisions(decisions)}
    return [
        {
            "id": decision.id,
            "verb": str(decision.verb),
            "subject": decision.subject,
            "value": dict(decision.value),
            "who": decision.who,
            "why": decision.why,
            "recorded_at": decision.recorded_at.isoformat(),
            "stands": decision.id in standing,
        }
        for decision in decisions
    ]


def decision_lines(decisions: Sequence[Decision]) -> list[Row]:
    """The same for a flat table: what was decided in one cell."""
    return [
        row
        | {"value": "; ".join(f"{slot}: {text}" for slot, text in row["value"].items()), "stands": str(row["stands"])}
        for row in decision_rows(decisions)
    ]


def hit_row(found: Entry | tuple[str, Report]) -> Row:
    """What a search found: a finding, or a report."""
    if isinstance(found, Entry):
        row = entry_row(found)
        kept = {key: row[key] for key in ("id", "kind", "report", "outlet", "published", "evidence")}
        return kept | {"page": finding_page(found)}
    return report_row(*found) | {"page": f"/report/{found[0][:16]}"}


def finding_page(entry: Entry) -> str:
    """The address of the exact words of a finding, on the page."""
    return f"/report/{entry.witness.key[:16]}?finding={entry.id}#{entry.id}"
