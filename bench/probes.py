"""`python -m bench.probes [--errors] [--by-slot]`: how the reader does on probes, one construction each.

A probe is a report of one to four sentences in our own words, by writers who had read how newsrooms put things and had
not seen the rules: 88 on meetings, 90 on positions, 90 on promises, 70 on deliveries, traps among them. `gold/probes`
holds them as JSON lines; `seen` may be looked at while rules are written, `unseen` may not.

`wide` is another thing: whole reports of ten sentences and more, by two writers who were to say every meeting, promise,
delivery and stance in words they had not used before. No rule was written with them, and they hold no gold for dates and
speech. Outlines are public facts told from memory; every person in them bears an invented name, and
quotations and details are invented too.
They show how far the rules reach where the wording is as varied as English allows, which news is not.
"""

import argparse
import json
from datetime import date

from bench.__main__ import print_errors, print_score, read_all
from bench.gold import FOLDER, SETS, Case, check
from dragoman.model import Report


def load_probes(name: str) -> list[Case]:
    """The probes of one half, or the wide reports, in order of id. Raises ValueError when gold and text do not fit each other."""
    cases = []
    for line in (FOLDER / "probes" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = Report(row["id"], row["body"], date.fromisoformat(row["published"]), row["title"])
        check(report, row["gold"])
        cases.append(Case(report, row["gold"]))
    return cases


def main() -> None:
    """Print the figures of both halves and of the wide reports; with --errors what was missed and what was wrong in the seen one."""
    parser = argparse.ArgumentParser(
        prog="bench.probes", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--errors", action="store_true", help="list what was missed and what was wrong in the seen half"
    )
    parser.add_argument("--by-slot", action="store_true", help="print every slot's figures")
    args = parser.parse_args()
    for name in (*SETS, "wide"):
        cases = load_probes(name)
        print_score(f"{name}: {len(cases)} {'reports' if name == 'wide' else 'probes'}", read_all(cases), args.by_slot)
        if args.errors and name == "seen":
            print_errors(cases)


if __name__ == "__main__":
    main()
