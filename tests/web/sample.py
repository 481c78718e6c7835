"""The sample read once into a ledger, copied for each test that writes."""

from pathlib import Path

import dragoman
from dragoman.ledger import Ledger
from dragoman.model import Report
from dragoman.service import read_into
from dragoman.text.intake import Intake, find_sources, read_reports

SAMPLE = Path(dragoman.__file__).parent / "sample"
PROCESS = "/process/Russia%E2%80%93Ukraine"
TOKEN = "for-tests"


def read_sample(path: Path, *more: Report) -> Path:
    """A ledger of the Istanbul dispatches and what else is given."""
    with Ledger.open(path) as ledger:
        for _ in read_into(ledger, [*read_reports(find_sources([str(SAMPLE / "istanbul")]), Intake()), *more]):
            pass
    return path
