"""The JSON form of a reading: what `dragoman extract --format jsonl` prints and `dragoman schema` describes.

The fields of a finding are those of its dataclass in model/finding.py, so that a name has one home.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from dragoman.model.finding import (
    Attribution,
    Commitment,
    Dated,
    Delivery,
    Dispute,
    Initiative,
    Meeting,
    Position,
)
from dragoman.model.reading import Reading

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One report's record. `span` is half-open character offsets into the report's body; `evidence` is that slice."""

    schema: Annotated[Literal[1], Field(description="version of this form")] = 1
    id: str
    url: str | None
    outlet: str | None
    title: str | None
    published: date
    relevant: bool
    meetings: tuple[Meeting, ...]
    commitments: tuple[Commitment, ...]
    deliveries: tuple[Delivery, ...]
    positions: tuple[Position, ...]
    initiatives: tuple[Initiative, ...]
    disputes: tuple[Dispute, ...]
    attributions: tuple[Attribution, ...]
    dates: tuple[Dated, ...]


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def record_of(reading: Reading) -> Record:
    """The record of a reading."""
    report = reading.report
    return Record(
        id=report.id,
        url=report.url,
        outlet=report.outlet,
        title=report.title,
        published=report.published,
        relevant=reading.relevant,
        meetings=reading.meetings,
        commitments=reading.commitments,
        deliveries=reading.deliveries,
        positions=reading.positions,
        initiatives=reading.initiatives,
        disputes=reading.disputes,
        attributions=reading.attributions,
        dates=reading.dates,
    )


def to_line(record: Record) -> str:
    """The record as one line of JSON."""
    return _adapter().dump_json(record).decode()


def from_line(line: str | bytes) -> Record:
    """A record from its line of JSON. Raises pydantic.ValidationError."""
    return _adapter().validate_json(line)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record's line."""
    schema = _adapter().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The record of one report, version {SCHEMA}",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def schema_text() -> str:
    """The JSON Schema, indented."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False)
