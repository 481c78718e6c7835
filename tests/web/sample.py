"""The sample read once into a ledger, copied for each test that writes."""

from pathlib import Path

import dragoman
from dragoman.ledger import Ledger
from dragoman.model import Report
from dragoman.service import read_into
from dragoman.text.intake import Intake, find_sources, read_reports
from tests.factory import report_of

SAMPLE = Path(dragoman.__file__).parent / "sample"
PROCESS = "/process/Russia%E2%80%93Ukraine"
TOKEN = "for-tests"
HOME = "http://127.0.0.1:8000"
HOSTILE = Report(
    id="hostile",
    body=(
        "Russia and Ukraine will hold talks in Istanbul on <script>alert(1)</script> Friday, \u202eno yes\u202c "
        f"Dmitry Peskov said. {'x' * 4000} <img src=x onerror=alert(2)>\n\nRussia proposes an \"'><b>onset</b> of peace."
    ),
    published=report_of("x", "2025-07-26").published,
    title="</title><script>alert(3)</script>\u2066",
    outlet="<b>Outlet</b>",
)


def read_sample(path: Path, *more: Report) -> Path:
    """A ledger of the Istanbul dispatches and what else is given."""
    with Ledger.open(path) as ledger:
        for _ in read_into(ledger, [*read_reports(find_sources([str(SAMPLE / "istanbul")]), Intake()), *more]):
            pass
    return path
