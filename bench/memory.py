"""`python -m bench.memory [REPORTS]`: whether memory stays flat over many reports, no two of them of the same words.

Each report of our gold is read over and over with every tenth word made new, so that the model meets words without end.
Prints the resident memory as it goes, and what 100,000 reports would add at the pace of the second half.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from bench.gold import load
from dragoman.model import Report
from dragoman.pipeline import read

_DEFAULT = 2000
_POINTS = 10
_NEW = 0.1  # share of words made new
_MANY = 100_000


def main() -> None:
    """Read, look, and draw the line on."""
    total = int(sys.argv[1]) if len(sys.argv) > 1 else _DEFAULT
    reports = [case.report for case in load("seen")]
    chance = random.Random(1)
    points: list[tuple[int, float]] = []
    for number in range(total + 1):
        if number % (total // _POINTS) == 0:
            points.append((number, resident()))
            print(f"  {number:7,} reports {points[-1][1]:8.1f} MB", flush=True)
        read(_varied(reports[number % len(reports)], chance))
    (start, before), (end, after) = points[_POINTS // 2], points[-1]
    print(f"{(after - before) / (end - start) * _MANY:,.0f} MB more over {_MANY:,} reports, at the second half's pace")


def _varied(report: Report, chance: random.Random) -> Report:
    words = report.body.split(" ")
    new = ["".join(chance.choices("abcdefghijklm", k=8)) if chance.random() < _NEW else word for word in words]
    return replace(report, body=" ".join(new))


def resident(process: int | str = "self") -> float:
    """Resident memory of a process in MB, from Linux's /proc. Raises OSError where the system does not tell."""
    line = next(row for row in Path(f"/proc/{process}/status").read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
