"""Decisions of people as rows and back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from dragoman.ledger.instants import moment_of, stamp
from dragoman.model.ledgered import Decision, Verb


def signed(decision: Decision, now: datetime) -> Decision:
    """The decision with its instant of record and an id made of all it says."""
    parts = [decision.verb, decision.subject, dict(decision.value), decision.who, decision.why, stamp(now)]
    digest = sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:10]
    return replace(decision, id=f"n-{digest}", recorded_at=now)


def decision_row(decision: Decision) -> dict[str, Any]:
    """The row of a decision."""
    return {
        "id": decision.id,
        "verb": decision.verb.value,
        "subject": decision.subject,
        "value": json.dumps(dict(decision.value), ensure_ascii=False, sort_keys=True),
        "who": decision.who,
        "why": decision.why,
        "recorded_at": stamp(decision.recorded_at),
    }


def decision_of(row: Mapping[str, Any]) -> Decision:
    """The decision of a row."""
    return Decision(
        id=row["id"],
        verb=Verb(row["verb"]),
        subject=row["subject"],
        value=json.loads(row["value"]),
        who=row["who"],
        why=row["why"],
        recorded_at=moment_of(row["recorded_at"]),
    )
