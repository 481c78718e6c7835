"""`python -m bench.breakdown`: what is found and what is missed, by construction and by process.

A construction is told from the gold: what a meeting's status is, of what action a promise, what stance a position,
whether it is told in somebody's words or the outlet's own. Recall is over both sets; the unseen figure stands beside.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from bench.__main__ import read_record
from bench.gold import SETS, load
from bench.matching import SLOTS, align
from bench.scoring import Score, Tally

_FEW = 10  # findings; a share of fewer says nothing

Key = tuple[str, str]  # (kind, construction)


def main() -> None:
    """Print both tables."""
    by_set: dict[str, dict[Key, Tally]] = {}
    processes: dict[str, Score] = defaultdict(Score)
    for name in SETS:
        tallies: dict[Key, Tally] = defaultdict(Tally)
        for case in load(name):
            record = read_record(case)
            processes[case.process].add(case.gold, record, case.report.body)
            _count(case.gold, record, tallies)
        by_set[name] = tallies
    _print_constructions(by_set)
    print("\nF1 by process, both sets:")
    for process, score in sorted(processes.items(), key=lambda row: row[1].overall):
        print(f"  {process:6s} {score.overall:5.1f}  ({score.reports} reports)")


def _count(gold: Mapping[str, Any], record: Mapping[str, Any], tallies: dict[Key, Tally]) -> None:
    for kind in SLOTS:
        for wanted, found in align(kind, gold.get(kind) or [], record.get(kind) or []):
            for construction in constructions(kind, wanted) if wanted else ():
                tallies[kind, construction].add(int(found is not None), 0, 1)


def constructions(kind: str, frame: Mapping[str, Any]) -> Iterator[str]:
    """The constructions that a frame of the gold is an example of."""
    yield from (str(frame[slot]) for slot in ("status", "state", "stance", "action") if frame.get(slot))
    if kind == "meetings":
        yield str(frame["kind"])
        yield "dated" if frame.get("start") else "undated"
        yield "two sides named" if len(frame["parties"]) > 1 else "fewer than two sides named"
    if kind != "positions":
        yield "in somebody's words" if frame.get("sources") else "in the outlet's own voice"


def _print_constructions(by_set: Mapping[str, Mapping[Key, Tally]]) -> None:
    print("found of the gold, by construction (seen / unseen):")
    both = sorted({*by_set["seen"], *by_set["unseen"]}, key=lambda key: (list(SLOTS).index(key[0]), key[1]))
    for key in both:
        seen, unseen = (by_set[name].get(key, Tally()) for name in SETS)
        if seen.gold + unseen.gold >= _FEW:
            kind, construction = key
            print(f"  {kind:12s} {construction:28s} {_share(seen)} / {_share(unseen)}")


def _share(tally: Tally) -> str:
    return f"{tally.hit:3d} of {tally.gold:3d} ({tally.recall:3.0f} %)" if tally.gold else f"{'none':>16s}"


if __name__ == "__main__":
    main()
