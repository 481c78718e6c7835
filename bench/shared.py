"""Score the reader on the data beside the project, by the scorers that lie with it.

    python -m bench.shared reports | seed | gold  [--errors] [--only ID]

`reports` and `seed` are in ../shared, which need not be there; `gold` is our own seen gold, by the same scorer.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.model.record import record_of, to_line
from dragoman.pipeline import read
from dragoman.text.intake import Intake, read_reports

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SOURCES = {
    "reports": (SHARED / "data/reports/texts.jsonl", SHARED / "data/reports/gold"),
    "seed": (SHARED / "seed/report-2025-07-21.txt", SHARED / "seed/gold"),
    "gold": (HERE / "gold/seen", HERE / "gold/seen"),
}


def reports_of(which: str) -> Iterator[Report]:
    """The reports of a set; a refused one ends the run, since a figure without it would mislead."""
    source = SOURCES[which][0]
    paths = sorted(source.glob("*.txt")) if source.is_dir() else [source]
    for item in read_reports(paths, Intake()):
        if isinstance(item, ReportError):
            sys.exit(f"bench: {item}")
        yield item


def main() -> None:
    """Write the records where the scorer can find them, and run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=sorted(SOURCES))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", default="", help="reports whose id contains this")
    args = parser.parse_args()
    source, gold = SOURCES[args.which]
    if not source.exists():
        sys.exit(f"bench: {source} is not there, so nothing was scored; this set lies beside the project, not in it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("texts", "gold"):
            (folder / part).mkdir()
        _write(args.which, args.only, folder, gold)
        scorer = [sys.executable, str(SHARED / "score/score.py"), str(folder / "gold"), str(folder / "system.jsonl")]
        subprocess.run([*scorer, "--texts", str(folder / "texts"), *(["--errors"] if args.errors else [])], check=False)


def _write(which: str, only: str, folder: Path, gold: Path) -> None:
    for path in gold.glob("*.json"):
        if only in path.stem:
            (folder / "gold" / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with (folder / "system.jsonl").open("w", encoding="utf-8") as out:
        for report in reports_of(which):
            if only not in report.id:
                continue
            record = json.loads(to_line(record_of(read(report))))
            # The seed's file is named by its date, its gold by "seed".
            record["id"] = "seed" if which == "seed" else report.id
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            (folder / "texts" / f"{record['id']}.txt").write_text(f"head\n\n{report.body}", encoding="utf-8")


if __name__ == "__main__":
    main()
