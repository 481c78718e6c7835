"""The derived record: a pure function of what is visible in a ledger at two dates. No storage, no language."""

from dragoman.record.derive import ProcessRecord, derive

__all__ = ["ProcessRecord", "derive"]
