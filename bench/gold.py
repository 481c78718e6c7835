"""Our own gold: reports in our own words with their records, checked on load.

`seen/` may be looked at while rules are written; `unseen/` may not: only its figures are. After a round of work the
unseen half is opened and joins the seen one, and writers who have not seen the rules make a new one. Each report is
`<id>.txt` (a first line ` date YYYY-MM-DD Headline`) with `<id>.json` beside it.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import ReportError
from dragoman.model import Report
from dragoman.model.dates import days
from dragoman.text.intake import Intake, read_reports

FOLDER = Path(__file__).parent / "gold"
SETS = ("seen", "unseen")
_KINDS = ("meetings", "commitments", "deliveries", "positions", "initiatives", "attributions", "dates")


@dataclass(frozen=True, slots=True)
class Case:
    """A report and its gold record."""

    report: Report
    gold: dict[str, Any]

    @property
    def process(self) -> str:
        """The process a report is about: the first part of its id."""
        return self.report.id.split("-")[0]


def load(name: str, folder: Path = FOLDER) -> list[Case]:
    """The cases of one set in order of id. Raises ValueError when gold and text do not fit each other."""
    cases = []
    for path in sorted((folder / name).glob("*.txt")):
        report = next(read_reports([path], Intake()))
        if isinstance(report, ReportError):
            raise ValueError(f"gold report unreadable: {report}")
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        check(report, gold)
        cases.append(Case(report, gold))
    return cases


def check(report: Report, gold: dict[str, Any]) -> None:
    """Raise ValueError where a gold record does not fit its text."""
    if gold["id"] != report.id or gold["published"] != report.published.isoformat():
        raise ValueError(f"gold {report.id}: id or date of text and record differ")
    for kind in _KINDS:
        for item in gold[kind]:
            start, end = item["span"]
            words = item.get("evidence") or item["text"]
            if report.body[start:end] != words:
                raise ValueError(f"gold {report.id}: {kind} evidence is not at its span: {words[:60]!r}")
    for item in gold["dates"]:
        if item["value"] is not None:  # a day spoken of in a quotation of no known day
            days(item["value"])
    if gold["relevant"] != any(gold[kind] for kind in _KINDS[:5]):
        raise ValueError(f"gold {report.id}: relevant is {gold['relevant']} against its findings")


def digest(folder: Path = FOLDER) -> str:
    """One sha256 over all gold, so that floors are known to be of this gold."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
