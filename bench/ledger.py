"""The ledger at a million findings over 2,000 processes: appending, file size, and what a query costs.

    python -m bench.ledger [--findings N] [--processes N] [--folder DIR]

Prints findings appended a second, bytes a finding, and milliseconds for the talks of one process as of a day, in a
small ledger and in the large one: the cost must not grow with processes that have nothing to do with it.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.ledger import Ledger, Recording
from dragoman.model import Meeting, MeetingKind, Position, Reading, Report, Span, Stance, Status
from dragoman.model.ledgered import AsOf, FindingKind
from dragoman.record.processes import key_of
from dragoman.service import process_record

_PER_REPORT = 20  # findings; a real report has about as many, attributions included
_BATCH = 500  # reports in one append
FIRST = date(2015, 1, 1)
_QUERIES = 50


def main() -> None:
    """Fill a small and a large ledger and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2_000)
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        per_process = args.findings // args.processes
        small = fill(Path(folder) / "small.db", 20, per_process)
        large = fill(Path(folder) / "large.db", args.processes, per_process)
        print(
            f"talks of one process as of a day: {_query(small):.1f} ms among 20 processes, {_query(large):.1f} ms among {args.processes:,}"
        )


def fill(path: Path, processes: int, per_process: int) -> Ledger:
    """A ledger of so many processes with so many findings each; prints how fast they went in."""
    ledger = Ledger.open(path)
    total, spent = 0, 0.0
    for batch in _batches(processes, per_process):
        start = time.perf_counter()
        total += ledger.append(batch).findings
        spent += time.perf_counter() - start
    size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
    print(
        f"{total:,} findings over {processes:,} processes: {total / spent:,.0f} appended a second, {size / total:,.0f} bytes each"
    )
    return ledger


def _batches(processes: int, per_process: int) -> Iterator[list[Recording]]:
    batch = []
    for number in range(processes * per_process // _PER_REPORT):
        batch.append(_recording(number, processes))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _recording(number: int, processes: int) -> Recording:
    """A report on one process: a third of its findings are meetings, on days around its own."""
    chance = random.Random(number)
    process = number % processes
    parties = (f"Party {process}", f"Rival {process}")
    day = FIRST + timedelta(days=chance.randrange(3650))
    body = f"Report {number}. " + "The two sides held talks and set out what they want. " * 12
    meetings, positions = [], []
    for at in range(_PER_REPORT):
        span = Span(at, at + 10)
        when = (day + timedelta(days=chance.randrange(-30, 30))).isoformat()
        if at % 3 == 0:
            status = Status.HELD if when < day.isoformat() else Status.PLANNED
            meetings.append(
                Meeting(
                    kind=MeetingKind.TALKS,
                    status=status,
                    evidence=body[at : at + 10],
                    span=span,
                    parties=parties,
                    start=when,
                    end=when,
                )
            )
        else:
            positions.append(
                Position(
                    actor=parties[at % 2],
                    stance=Stance.DEMANDS,
                    topic=f"topic {at}",
                    evidence=body[at : at + 10],
                    span=span,
                )
            )
    reading = Reading(
        Report(f"r{number}", body, day, f"Title {number}", "Wire"), True, tuple(meetings), positions=tuple(positions)
    )
    key = key_of(parties)
    keys = {kind: [key] * len(getattr(reading, kind.value)) for kind in FindingKind}
    return Recording(reading, "bench", {}, keys)


def _query(ledger: Ledger) -> float:
    """Milliseconds: the median over processes."""
    times = []
    for number in range(_QUERIES):
        process = key_of((f"Party {number % 20}", f"Rival {number % 20}"))
        start = time.perf_counter()
        process_record(ledger, process, AsOf(FIRST + timedelta(days=2000)), (FindingKind.MEETING,))
        times.append(1000 * (time.perf_counter() - start))
    ledger.close()
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    main()
