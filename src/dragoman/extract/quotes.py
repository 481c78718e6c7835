"""Not written yet."""

from dragoman.model import Quote
from dragoman.text.draft import Draft


def find_quotes(draft: Draft) -> list[Quote]:
    return []
