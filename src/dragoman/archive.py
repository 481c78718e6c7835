"""A ledger as many readers look at it at once: what was derived is kept until the ledger changes.

`derive` is pure, so a record is a function of process, day and ledger: the key under which it is kept.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock, Semaphore
from typing import Any, TypeVar

from dragoman.ledger import Ledger
from dragoman.ledger.queries import ProcessCount
from dragoman.model import Report
from dragoman.model.ledgered import AsOf, Decision, Entry, Verb
from dragoman.record import ProcessRecord
from dragoman.record.derive import given_names, standing_decisions
from dragoman.record.processes import parties_of
from dragoman.service import holding, judge, process_record, processes_meant

_RECORDS = 60_000  # findings in the derived records kept: some 200 MB; the least lately used go first
_THINGS = 1024  # short lists kept
_MAKERS = 2  # answers made at once: more would wait for one another, and keep those waiting whose answer is ready
_HITS = 500  # references in an answer to a search
_TAKERS = 20  # processes of one party that are looked through for a delivery
_ANSWERS = 64 << 20  # bytes of pages and files kept ready to send
T = TypeVar("T")
Answer = TypeVar("Answer", bound=Sized)


class Kept:
    """What was made under a key, up to a weight in all; the least lately used is dropped. One maker a key at a time."""

    def __init__(self, most: int, weigh: Callable[[Any], int] = lambda _: 1) -> None:
        self._most, self._weigh, self._weight = most, weigh, 0
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
                self._keep(key, made)
            finally:
                with self._lock:
                    self._makers.pop(key, None)
        return made

    def _keep(self, key: Hashable, made: Any) -> None:
        with self._lock:
            if key in self._things:  # where one maker failed, two may have begun anew
                self._weight -= self._weigh(self._things.pop(key))
            self._things[key] = made
            self._weight += self._weigh(made)
            while self._weight > self._most:
                self._weight -= self._weigh(self._things.popitem(last=False)[1])


class Archive:
    """A ledger opened for readers. Every method raises LedgerError in words; records are shared, never changed."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._records = Kept(_RECORDS, lambda record: 1 + len(record.entries))
        self._things = Kept(_THINGS)
        self._answers = Kept(_ANSWERS, len)
        self._turns = Semaphore(_MAKERS)

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

    def answer(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """What is sent for the ledger as it is now, weighed by its bytes."""

        def turn() -> Answer:
            with self._turns:
                return make()

        return self._answers.get((self.revision(), key), turn)

    def find(self, wanted: str, as_of: AsOf) -> str:
        """The key of the process meant. Raises LedgerError when there is none."""

        def find() -> str:
            # Pages and feeds ask by the key itself; only what people type is looked for among all processes.
            return wanted if self._is_key(wanted) else processes_meant(wanted, self._counts(as_of), self.decisions())[0]

        return self.kept(("find", wanted, as_of), find)

    def _is_key(self, wanted: str) -> bool:
        return wanted not in self.names().values() and self.ledger.has_process(wanted)

    def names(self) -> dict[str, str]:
        """What people called each process, by its key."""
        return self.kept("names", lambda: given_names(standing_decisions(self.decisions())))

    def processes(self, as_of: AsOf) -> list[ProcessCount]:
        """The processes of at least two parties, the most reported first."""
        return [count for count in self._counts(as_of) if len(parties_of(count.process)) > 1]

    def _counts(self, as_of: AsOf) -> list[ProcessCount]:
        return self.kept(("processes", as_of), lambda: self.ledger.processes(as_of))

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
        found = self.ledger.report(name)
        return (*found, self.ledger.entries_of_report(found[0])) if found else None

    def search(self, words: str) -> list[str]:
        """References of findings and reports that hold all these words, the best first."""
        return self.ledger.search(words, _HITS)

    def found(self, ref: str) -> Entry | tuple[str, Report] | None:
        """What a reference of a search leads to."""
        return self.ledger.found(ref)

    def holding(self, entry: Entry, as_of: AsOf) -> ProcessRecord:
        """The record that counts a finding."""
        return holding(entry, lambda key: self.record(key, as_of), lambda: self.processes(as_of), _TAKERS)

    def decisions(self) -> list[Decision]:
        """Every decision of people, in order."""
        return self.kept("decisions", lambda: self.ledger.decisions(AsOf()))

    def decide(self, verb: Verb, subject: str, value: dict[str, str], signature: tuple[str, str]) -> Decision:
        """Keep a decision signed (who, why).

        Raises LedgerError for one without a name or a reason, for one about nothing, and for one that the record cannot
        hold.
        """
        return judge(self.ledger, verb, subject, value, signature)
