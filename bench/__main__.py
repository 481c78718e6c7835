"""`make bench`: F1 by kind on our own gold, speed against bare spaCy, and the floors.

    python -m bench [--pin] [--allow-lower] [--by-slot] [--no-speed] [--errors]

Ends with 1 when a figure lies under its floor, or the gold is not the one the floors were pinned on.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bench.gold import SETS, Case, digest, load
from bench.matching import SLOTS, align
from bench.scoring import HEADLINE, Score, attribution_errors, date_errors
from bench.speed import measure
from dragoman.model.record import record_of, to_line
from dragoman.pipeline import read

FLOORS = Path(__file__).parent / "floors.json"
_SLACK = 0.05  # points; the figures are printed to one digit


def main() -> int:
    """Print the figures and judge them by the floors."""
    args = _arguments()
    figures: dict[str, float] = {}
    for name in SETS:
        cases = load(name)
        if not cases:
            sys.exit(f"bench: no gold in bench/gold/{name}, so nothing can be measured; restore it from the repository")
        total = read_all(cases)
        processes = len({case.process for case in cases})
        print_score(f"{name}: {total.reports} reports, {processes} processes", total, args.by_slot)
        figures |= {f"{name} {kind}": round(total.tallies[kind].f1, 1) for kind in HEADLINE}
        figures[f"{name} overall"] = round(total.overall, 1)
        figures[f"{name} negatives passed over"] = float(total.negatives - total.false_alarms)
        if args.errors and name == "seen":
            print_errors(cases)
    if not args.no_speed:
        _print_speed([case for name in SETS for case in load(name)])
    return _pin(figures, args.allow_lower) if args.pin else _judge(figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: lower them too")
    parser.add_argument("--by-slot", action="store_true", help="print every slot's figures")
    parser.add_argument("--no-speed", action="store_true", help="leave the timing out")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was wrong in the seen set")
    return parser.parse_args()


def read_all(cases: list[Case]) -> Score:
    """The score of the reader over these cases."""
    total = Score()
    for case in cases:
        total.add(case.gold, read_record(case), case.report.body)
    return total


def read_record(case: Case) -> dict[str, Any]:
    """The record that the reader makes of a case."""
    record: dict[str, Any] = json.loads(to_line(record_of(read(case.report))))
    return record


def print_score(head: str, total: Score, by_slot: bool) -> None:
    """The figures of one set under its heading, a row each."""
    print(head)
    rows = ["relevance", *HEADLINE[:2], *(row for kind in SLOTS for row in (f"{kind} found", kind)), "disputes"]
    rows += sorted(row for row in total.tallies if "." in row) if by_slot else []
    for row in rows:
        tally = total.tallies[row]
        if not tally.gold:
            continue  # this set says nothing of it
        print(
            f"  {row:24s} P {tally.precision:5.1f}  R {tally.recall:5.1f}  F1 {tally.f1:5.1f}  ({tally.gold} in gold)"
        )
    print(f"  {'overall':24s} {'':17s} F1 {total.overall:5.1f}")
    print(f"  hard negatives read as relevant: {total.false_alarms} of {total.negatives}\n")


def print_errors(cases: list[Case]) -> None:
    """What was missed, wrong or paired in these cases, a line each."""
    for case in cases:
        found = read_record(case)
        for kind in SLOTS:
            for gold, other in align(kind, case.gold.get(kind) or [], found.get(kind) or []):
                word = "pair" if gold and other else "missed" if gold else "spurious"
                print(
                    case.report.id,
                    kind,
                    word,
                    json.dumps(gold, ensure_ascii=False),
                    json.dumps(other, ensure_ascii=False),
                    sep="\t",
                )
        _print_set_errors(case, found)


def _print_set_errors(case: Case, found: dict[str, object]) -> None:
    """The attributions and dates that were missed or wrong, a line each."""
    spoken = attribution_errors(case.gold, found, case.report.body)
    dated = date_errors(case.gold, found)
    for word, acts, days in zip(("missed", "spurious"), spoken, dated, strict=True):
        for act in acts:
            print(case.report.id, "attributions", word, json.dumps(act, ensure_ascii=False), sep="\t")
        for day in sorted(days):
            print(case.report.id, "dates", word, day, sep="\t")


def _print_speed(cases: list[Case]) -> None:
    speed = measure([case.report for case in cases])
    print(
        f"speed: {speed.tokens:,} tokens; bare spaCy {speed.tokens / speed.bare:,.0f} tokens per CPU-second, "
        f"whole reading {speed.tokens / speed.whole:,.0f}: {speed.ratio:.2f} times bare spaCy "
        f"({speed.whole / speed.parse:.2f} times the pipes that we run)"
    )


def _pin(figures: dict[str, float], allow_lower: bool) -> int:
    old = json.loads(FLOORS.read_text())["floors"] if FLOORS.exists() else {}
    floors = {key: value if allow_lower else max(value, old.get(key, value)) for key, value in figures.items()}
    FLOORS.write_text(json.dumps({"gold": digest(), "floors": floors}, indent=2) + "\n")
    print(f"floors pinned in {FLOORS.name}")
    return 0


def _judge(figures: dict[str, float]) -> int:
    if not FLOORS.exists():
        print("bench: no floors are pinned, so nothing was judged: pin them with 'make bench-pin'", file=sys.stderr)
        return 1
    pinned = json.loads(FLOORS.read_text())
    if pinned["gold"] != digest():
        print(
            "bench: the gold is not the one the floors were pinned on: pin anew with 'make bench-pin'", file=sys.stderr
        )
        return 1
    low = [
        f"{key} {figures[key]:.1f} under {floor:.1f}"
        for key, floor in pinned["floors"].items()
        if figures[key] < floor - _SLACK
    ]
    if low:
        print(f"bench: under the floor: {'; '.join(low)}", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
