"""Not written yet."""

from dragoman.model import Meeting
from dragoman.text.draft import Draft


def find_meetings(draft: Draft) -> list[Meeting]:
    return []
