"""Not written yet."""

from dragoman.model import Initiative
from dragoman.text.draft import Draft


def find_initiatives(draft: Draft) -> list[Initiative]:
    return []
