"""A ledger as many readers look at it at once: what was derived is kept until the ledger changes.

`derive` is pure, so a record is a function of process, day and ledger: the key under which it is kept.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from dragoman.ledger import Ledger
from dragoman.ledger.queries import ProcessCount
from dragoman.model import Report
from dragoman.model.ledgered import AsOf, Decision, Entry, Verb
from dragoman.record import ProcessRecord
from dragoman.record.processes import parties_of
from dragoman.service import attempt, decide, process_keys, process_record

_RECORDS = 256  # derived records kept; the least lately used goes first
_THINGS = 1024  # rendered pages and lists kept
T = TypeVar("T")


class Kept:
    """What was made under a key, the least lately used dropped; one maker at a time for one key."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._things: OrderedDict[Hashable, Any] = OrderedDict()
        self._makers: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, else what `make` returns. Readers that ask meanwhile wait for the one maker."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]  # type: ignore[no-any-return]
            maker = self._makers.setdefault(key, Lock())
        with maker:
            with self._lock:
                if key in self._things:
                    return self._things[key]  # type: ignore[no-any-return]
            try:
                made = make()
                with self._lock:
                    self._things[key] = made
                    while len(self._things) > self._size:
                        self._things.popitem(last=False)
            finally:
                with self._lock:
                    self._makers.pop(key, None)
        return made


class Archive:
    """A ledger opened for readers. Every method raises LedgerError in words; records are shared, never changed."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._records = Kept(_RECORDS)
        self._things = Kept(_THINGS)

    @classmethod
    def open(cls, ledger: str | Path) -> "Archive":
        """Open an existing ledger. Raises LedgerError where there is none."""
        return cls(Ledger.open(ledger, create=False))

    def close(self) -> None:
        """Give the database connections back."""
        self.ledger.close()

    def revision(self) -> str:
        """A word that changes with every append and decision."""
        return self.ledger.revision()

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made of the ledger as it is now, under a key of the caller's."""
        return self._things.get((self.revision(), key), make)

    def find(self, wanted: str, as_of: AsOf) -> str:
        """The key of the process meant. Raises LedgerError when there is none."""
        return self.kept(("find", wanted, as_of), lambda: process_keys(self.ledger, wanted, as_of)[0])

    def processes(self, as_of: AsOf) -> list[ProcessCount]:
        """The processes of at least two parties, the most reported first."""
        counts = self.kept(("processes", as_of), lambda: self.ledger.processes(as_of))
        return [count for count in counts if len(parties_of(count.process)) > 1]

    def days(self, process: str) -> tuple[date, ...]:
        """The days on which reports made something known of the process, in order."""
        return self.kept(("days", process), lambda: tuple(self.ledger.days((process, *parties_of(process)))))

    def record(self, process: str, as_of: AsOf) -> ProcessRecord:
        """The record of a process as of two dates."""
        key = (self.revision(), process, self._snapped(process, as_of))
        return self._records.get(key, lambda: process_record(self.ledger, process, as_of))

    def _snapped(self, process: str, as_of: AsOf) -> AsOf:
        """The last day on which anything became known: between two reports the record stands still."""
        if as_of.known is None or isinstance(as_of.known, datetime):
            return as_of
        days = self.days(process)
        at = bisect_right(days, as_of.known)
        return replace(as_of, known=days[at - 1] if at else date.min)

    def entry(self, id_: str) -> Entry | None:
        """A finding by its id."""
        return self.ledger.entry(id_)

    def source(self, name: str) -> tuple[str, Report, list[Entry]] | None:
        """(key, report, findings) of a stored report by its key, the start of one, or the id it came with."""

        def find() -> tuple[str, Report, list[Entry]] | None:
            found = self.ledger.report(name)
            return (*found, self.ledger.entries_of_report(found[0])) if found else None

        return self.kept(("source", name), find)

    def decisions(self) -> list[Decision]:
        """Every decision of people, in order."""
        return self.kept("decisions", lambda: self.ledger.decisions(AsOf()))

    def decide(
        self, verb: Verb, subject: str, value: dict[str, str], signature: tuple[str, str], process: str | None = None
    ) -> Decision:
        """Keep a decision signed (who, why).

        Raises LedgerError for one without a name or a reason, and, where the process is named, for one that its record
        cannot hold.
        """
        if process is not None:
            attempt(
                self.ledger, process, Decision("", verb, subject, value, *signature, datetime.max.replace(tzinfo=UTC))
            )
        return decide(self.ledger, verb, subject, value, signature)
