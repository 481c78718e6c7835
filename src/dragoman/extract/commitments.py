"""Not written yet."""

from dragoman.model import Commitment
from dragoman.text.draft import Draft


def find_commitments(draft: Draft) -> list[Commitment]:
    return []
