"""Our scorer counts as the one the project is judged by does, and the gold is sound."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench.gold import SETS, check, load
from bench.probes import load_probes
from bench.scoring import Score, attribution_errors, date_errors

from tests.factory import report_of

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_perfect_record_scores_full_and_empty_one_nothing() -> None:
    case = load("seen")[0]
    full, empty = Score(), Score()
    full.add(case.gold, case.gold, case.report.body)
    empty.add(case.gold, {}, case.report.body)
    assert full.overall == 100
    assert empty.overall == 0


def test_gold_of_both_sets_fits_its_texts() -> None:
    ids = [case.report.id for name in SETS for case in load(name)]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 30


def test_probes_of_both_halves_fit_their_texts() -> None:
    ids = [case.report.id for name in SETS for case in load_probes(name)]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 300


def test_gold_that_does_not_fit_is_refused() -> None:
    gold = {
        "id": "test",
        "published": "2025-07-21",
        "relevant": True,
        "dates": [{"text": "Friday", "span": [0, 6], "value": "2025-07-18"}],
    }
    lists = {kind: [] for kind in ("meetings", "commitments", "deliveries", "positions", "initiatives", "attributions")}
    with pytest.raises(ValueError, match="not at its span"):
        check(report_of("Monday came."), {**lists, **gold})


@pytest.mark.skipif(not SHARED.exists(), reason="the shared scorer lies beside the project, not in it")
def test_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    cases = load("seen")
    # A record of another report is a hard case: half right by chance, spans of another text.
    found = [{**cases[at - 1].gold, "id": case.report.id} for at, case in enumerate(cases)]
    ours = Score()
    for case, record in zip(cases, found, strict=True):
        ours.add(case.gold, record, case.report.body)
        (tmp_path / f"{case.report.id}.json").write_text(json.dumps(case.gold))
        (tmp_path / f"{case.report.id}.txt").write_text(f"head\n\n{case.report.body}")
    system = tmp_path / "system.jsonl"
    system.write_text("\n".join(json.dumps(record) for record in found))
    command = [
        sys.executable,
        str(SHARED / "score/score.py"),
        str(tmp_path),
        str(system),
        "--texts",
        str(tmp_path),
        "--json",
    ]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert ours.overall == pytest.approx(theirs["overall"], abs=0.06)
    for ours_name, theirs_name in (
        ("dates", "dates"),
        ("attributions", "attributions"),
        ("meetings", "meetings (slots)"),
        ("positions", "positions (slots)"),
    ):
        assert ours.tallies[ours_name].f1 == pytest.approx(theirs[theirs_name][2], abs=0.06)


def test_errors_name_what_was_missed_and_what_is_nobodys() -> None:
    case = load("seen")[0]
    one, *others = case.gold["attributions"]
    strange = {**one, "speaker": "Nobody Here"}
    missed, spurious = attribution_errors(case.gold, {"attributions": [*others, strange]}, case.report.body)
    assert (missed, spurious) == ([one], [strange])
    assert date_errors({"dates": [{"value": "2025-07"}]}, {"dates": [{"value": "2025-08"}]}) == (
        {"2025-07"},
        {"2025-08"},
    )
