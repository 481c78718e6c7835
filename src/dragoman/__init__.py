"""dragoman reads dated news reports about negotiations and keeps the record.

    import dragoman
    reading = dragoman.read("Talks will be held on Wednesday.", published="2025-07-21")
    reading.dates[0].value   # "2025-07-23"

The ledger, the derived record and the steps of the reading are in their submodules; see docs/python.md.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.model import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def read(text: str, published: str | date, **about: Any) -> "Reading":
    """All that one report says.

    `published` is the day of publication (a date or YYYY-MM-DD) from which calendar words count; `about` may give
    `id`, `title`, `outlet`, `url`. Raises ReportError for a text that cannot be read, ValueError for a day that is none.
    """
    from dragoman.model import Report
    from dragoman.pipeline import read as read_report
    from dragoman.text.intake.language import check_language

    try:
        day = published if isinstance(published, date) else date.fromisoformat(published)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"published={published!r} is no day, and calendar words count from it, so nothing was read; give YYYY-MM-DD"
        ) from error
    check_language(text, about.get("id", "text"))
    return read_report(Report(id=about.pop("id", "text"), body=text, published=day, **about))
