"""What stands behind a value, as the terminal shows it."""

from rich.console import Console

from dragoman.render.why import find, why_page
from tests.record.test_derive import record_of
from tests.record.test_rounds import LATE, told
from tests.record.test_rounds_days import BEGUN, ENDED


def test_days_in_the_title_and_in_the_reasons_are_in_words() -> None:
    record = record_of([told("2025-10-26", BEGUN), told("2025-10-29", ENDED)], LATE)
    console = Console(record=True, width=200)
    console.print(why_page(find(record, record.rounds[0].id) or {}, []))
    page = console.export_text()
    assert "talks of 25–28 October 2025, held" in page
    assert "joined: begun on 25 October 2025 and ended on 28 October 2025" in page
    assert "2025-10" not in page
