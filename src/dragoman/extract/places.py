"""Not written yet."""

from dragoman.model import PlaceMention
from dragoman.text.draft import Draft


def find_places(draft: Draft) -> list[PlaceMention]:
    return []
