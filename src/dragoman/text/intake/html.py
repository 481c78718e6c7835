"""Web pages: the article's text, date and outlet by trafilatura."""

from typing import Any

from dragoman.errors import ReportError
from dragoman.text.intake.parts import Parts

# The extensive search takes any date on the page for the article's: a wrong day is worse than none.
_DATES = {"original_date": True, "extensive_search": False}
_UNDATED = "save its text with ' date YYYY-MM-DD Headline' on the first line"


def read_html(page: str, origin: str) -> Parts:
    """The article of a page; offsets count in the text that trafilatura takes out of it. Raises ReportError."""
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except Exception as error:  # trafilatura and lxml raise what they like on a page that is none
        raise ReportError(
            f"{origin}: not a page that can be taken apart ({error}), so it was not read; save its text instead"
        ) from error
    text = found.text if found is not None else None
    if not text:
        raise ReportError(
            f"{origin}: no article text found in the page, so there is nothing to read; save the text itself"
        )
    return Parts(
        text, found.date or None, found.title or None, found.sitename or None, found.url or None, undated=_UNDATED
    )
