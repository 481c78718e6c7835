"""The dater on the date sets beside the project, by the scorer that lies with them, and its own speed.

python -m bench.dates [--errors N]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from dragoman.extract.dates import date_text

SHARED = Path(__file__).resolve().parents[2] / "shared"
_ROUNDS = 20


def main() -> None:
    """Print strict, relaxed, value and day figures for both sets, then tokens per CPU-second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    folder = SHARED / "data/dates"
    if not folder.exists():
        sys.exit(f"bench: {folder} is not there, so nothing was scored; these sets lie beside the project, not in it")
    for name in ("gum-news", "probe"):
        _score(name, folder, args.errors)
    _speed(folder)


def _score(name: str, folder: Path, errors: int) -> None:
    docs = folder / f"{name}.docs.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "system.jsonl"
        with out.open("w", encoding="utf-8") as rows:
            for line in docs.read_text(encoding="utf-8").splitlines():
                doc = json.loads(line)
                for found in date_text(doc["text"], date.fromisoformat(doc["dct"])):
                    # GUM marks only what can be placed in the calendar (its LICENSE.md): lengths of time are left out.
                    if name == "probe" or found.value:
                        row = {
                            "doc": doc["doc"],
                            "start": found.span.start,
                            "end": found.span.end,
                            "text": found.text,
                            "type": found.type,
                        }
                        rows.write(json.dumps(row | {"value": found.timex}) + "\n")
        scorer = [sys.executable, str(SHARED / "score/dates_score.py"), str(folder / f"{name}.gold.jsonl"), str(out)]
        subprocess.run([*scorer, "--docs", str(docs), "--name", name, "--errors", str(errors)], check=True)


def _speed(folder: Path) -> None:
    texts = [
        json.loads(line)["text"] for line in (folder / "gum-news.docs.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    tokens = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for _ in range(_ROUNDS):
        for text in texts:
            date_text(text, date(2025, 7, 21))
    seconds = time.process_time() - start
    print(f"{_ROUNDS * tokens / seconds:,.0f} tokens per CPU-second (words parted by blanks)")


if __name__ == "__main__":
    main()
