"""The bars of the data beside the project; skipped where it is absent, since the project stands on its own."""

import json
from pathlib import Path

import pytest
from bench.scoring import Score

from dragoman.errors import ReportError
from dragoman.model.record import record_of, to_line
from dragoman.pipeline import read
from dragoman.text.intake import Intake, read_reports

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared data lies beside the project, not in it")


def score(source: Path, gold: Path, name: str | None = None) -> Score:
    total = Score()
    for report in read_reports([source], Intake()):
        assert not isinstance(report, ReportError)
        record = json.loads(to_line(record_of(read(report))))
        wanted = json.loads((gold / f"{name or report.id}.json").read_text(encoding="utf-8"))
        total.add(wanted, record, report.body)
    return total


def test_seed_at_92_or_more() -> None:
    assert score(SHARED / "seed/report-2025-07-21.txt", SHARED / "seed/gold", "seed").overall >= 92


def test_real_reports_at_65_or_more_and_hard_negatives_passed_over() -> None:
    total = score(SHARED / "data/reports/texts.jsonl", SHARED / "data/reports/gold")
    assert total.overall >= 65
    assert total.tallies["dates"].f1 >= 92
    assert total.tallies["attributions"].f1 >= 80
    assert total.negatives == 10
    assert total.false_alarms == 0
