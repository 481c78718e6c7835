"""`python -m bench.steps`: where the time of a reading goes, step by step, and how fast the gate is.

CPU time over our own gold, all of it read three times after a warm-up; the fastest round counts.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from bench.gold import SETS, load
from dragoman.model import Report
from dragoman.pipeline import STEPS, run_step
from dragoman.resolve.assembly import assemble
from dragoman.resolve.grounding import ground
from dragoman.text.draft import Draft
from dragoman.text.gate import may_be_of_negotiations
from dragoman.text.nlp import parsed

_ROUNDS = 3
# Other news: the gate's work is to keep such a text out, having looked at every word of it.
_OTHER = (
    "The home side went ahead after the break and held on until the end. Shares of the retailer fell in the morning "
    "and rose again by the close. Rain is forecast for the weekend, with sunny spells along the coast. "
)
_MEGABYTES = 8


def main() -> None:
    """Print each step's share of the whole."""
    reports = [case.report for name in SETS for case in load(name)]
    rounds = [_timed(reports) for _ in range(_ROUNDS + 1)][1:]
    best = min(rounds, key=lambda times: sum(times.values()))
    whole, parse = sum(best.values()), best["parse"]
    for name, seconds in sorted(best.items(), key=lambda row: -row[1]):
        print(f"  {name:20s} {100 * seconds / whole:5.1f} % of the reading, {seconds / parse:5.3f} times the parse")
    print(f"  {'all':20s} {whole / parse:5.2f} times the parse, over {len(reports)} reports")
    print(f"gate: {_gate_speed():,.0f} MB of other news per CPU-second")


def _timed(reports: list[Report]) -> dict[str, float]:
    times: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        times[name] = times.get(name, 0.0) + time.process_time() - start
        return result

    for report in reports:
        start = time.process_time()
        with parsed(report.body) as doc:
            times["parse"] = times.get("parse", 0.0) + time.process_time() - start
            _steps(Draft(report, doc), timed)
    return times


def _steps(draft: Draft, timed: Callable[[str, Callable[[], Any]], Any]) -> None:
    for step in STEPS:
        timed(step.name, partial(run_step, step, draft))
    reading = timed("assemble", lambda: assemble(draft))
    timed("ground", lambda: ground(reading, draft.dates))


def _gate_speed() -> float:
    text = _OTHER * 12  # the length of a report
    times = int(_MEGABYTES * 1e6 / len(text))
    start = time.process_time()
    let_in = sum(may_be_of_negotiations(text) for _ in range(times))
    assert not let_in, "the text of other news must be kept out, or nothing was measured"
    return times * len(text) / 1e6 / (time.process_time() - start)


if __name__ == "__main__":
    main()
