"""Not written yet."""

from dragoman.model import DateMention
from dragoman.text.draft import Draft


def find_dates(draft: Draft) -> list[DateMention]:
    return []
