"""The ledger's tables, one schema for SQLite and PostgreSQL.

Instants are text in UTC of fixed width (2025-07-21T15:30:00.000000Z), so that they compare alike in both databases.
Nothing is overwritten: a finding that a newer reader no longer makes gets `withdrawn_at`, and stays.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

_STRICT: dict[str, Any] = {"sqlite_strict": True}

report = Table(
    "report",
    metadata,
    Column("key", Text, primary_key=True),  # sha256 of what makes the report this report
    Column("id", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Text, nullable=False),  # the day at the place of publication
    Column("known_at", Text, nullable=False),  # the instant, or the end of that day
    Column("body", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Index("report_url", "url"),
    Index("report_id", "id"),
    **_STRICT,
)

reading = Table(
    "reading",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report_key", Text, ForeignKey("report.key"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Index("reading_report", "report_key"),
    Index("reading_recorded", "recorded_at"),
    **_STRICT,
)

finding = Table(
    "finding",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("reading_id", Text, ForeignKey("reading.id"), nullable=False),
    Column("report_key", Text, ForeignKey("report.key"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("known_at", Text, nullable=False),
    Column("known_day", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Column("payload", Text, nullable=False),  # the finding, its links, the report's own disputes about it: JSON
    Index("finding_process", "process", "kind", "known_day"),
    Index("finding_id", "id"),
    Index("finding_reading", "reading_id"),
    **_STRICT,
)

decision = Table(
    "decision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    **_STRICT,
)

migration = Table(
    "migration",
    metadata,
    Column("name", Text, primary_key=True),
    Column("applied_at", Text, nullable=False),
    **_STRICT,
)
