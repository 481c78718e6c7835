"""The dater on the date sets beside the project, by the scorer that lies with them, and its own speed.

python -m bench.dates [SHARED] [--errors N]

`gum-news` is scored twice: as the dater prints it, and in the conventions of that corpus, which marks the two ends of a
range and the year of "March 11 this year" apart, the day alone of "Monday night", the last day of "the end of the year", the
first and last day of a season.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.extract.dates import date_text
from dragoman.model import DateMention
from dragoman.model.dates import days

SHARED = Path(__file__).resolve().parents[2] / "shared"
_ROUNDS = 20
_JOIN = re.compile(r"\s?(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\band\b)\s?(?=[A-Z\d])")
_PART = re.compile(r"\s(?:morning|afternoon|evening|night|noon)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<=\d)\s((?:this|last|next)\syear)$", re.IGNORECASE)
_END = re.compile(r"^(?:the\s)?(?:very\s)?end\sof\b|\byear'?s?[\s-]end$", re.IGNORECASE)
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA)$")
_MONTHS = {"SP": ("03-01", "05-31"), "SU": ("06-01", "08-31"), "FA": ("09-01", "11-30")}

Row = dict[str, Any]


def main() -> None:
    """Print strict, relaxed, value and day figures for both sets, then tokens per CPU-second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    folder = args.shared / "data/dates"
    if not folder.exists():
        sys.exit(f"bench: {folder} is not there, so nothing was scored; these sets lie beside the project, not in it")
    for name, convention in (("gum-news", "own"), ("gum-news", "gum"), ("probe", "own")):
        _score(name, convention, args.shared, args.errors)
    _speed(folder)


def _score(name: str, convention: str, shared: Path, errors: int) -> None:
    docs, gold = (shared / f"data/dates/{name}.{part}.jsonl" for part in ("docs", "gold"))
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "system.jsonl"
        with out.open("w", encoding="utf-8") as rows:
            for line in docs.read_text(encoding="utf-8").splitlines():
                doc = json.loads(line)
                for found in date_text(doc["text"], date.fromisoformat(doc["dct"])):
                    # GUM marks only what can be placed in the calendar (its LICENSE.md): lengths of time are left out.
                    if name == "probe" or found.value:
                        given = _in_gum(found) if convention == "gum" else iter([_row(found)])
                        rows.writelines(json.dumps({"doc": doc["doc"]} | row) + "\n" for row in given)
        label = f"{name}/gum" if convention == "gum" else name
        scorer = [sys.executable, str(shared / "score/dates_score.py"), str(gold), str(out)]
        sys.stdout.flush()
        subprocess.run([*scorer, "--docs", str(docs), "--name", label, "--errors", str(errors)], check=True)


def _row(found: DateMention) -> Row:
    return {
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "type": found.type,
        "value": found.timex,
    }


def _in_gum(found: DateMention) -> Iterator[Row]:
    """The rows that GUM's annotators write for an expression."""
    row = _row(found)
    join, part, year = _JOIN.search(found.text), _PART.search(found.text), _YEAR.search(found.text)
    ends = found.timex.split("/")
    if season := _SEASON.match(found.timex):
        first, last = _MONTHS[season[2]]
        yield row | {"value": f"{season[1]}-{first}/{season[1]}-{last}"}
    elif _END.search(found.text) and found.value:
        yield row | {"value": days(found.value).last.isoformat()}
    elif year and found.value:
        yield row | {"end": row["start"] + year.start(), "text": found.text[: year.start()]}
        yield row | {"start": row["end"] - len(year[1]), "text": year[1], "value": found.value[:4]}
    elif len(ends) == 2 and join and found.value:
        first, last = found.text[: join.start()], found.text[join.end() :]
        yield row | {"end": row["start"] + len(first), "text": first, "value": ends[0]}
        yield row | {"start": row["end"] - len(last), "text": last, "value": ends[1]}
    elif part and found.value:
        yield row | {"end": row["start"] + part.start(), "text": found.text[: part.start()], "value": found.value}
    else:
        yield row


def _speed(folder: Path) -> None:
    lines = (folder / "gum-news.docs.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    tokens = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for _ in range(_ROUNDS):
        for text in texts:
            date_text(text, date(2025, 7, 21))
    seconds = time.process_time() - start
    print(f"{_ROUNDS * tokens / seconds:,.0f} tokens per CPU-second (words parted by blanks)")


if __name__ == "__main__":
    main()
