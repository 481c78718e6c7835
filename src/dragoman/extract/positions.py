"""Not written yet."""

from dragoman.model import Position
from dragoman.text.draft import Draft


def find_positions(draft: Draft) -> list[Position]:
    return []
