"""Not written yet."""

from dragoman.model import Dispute
from dragoman.text.draft import Draft


def find_disputes(draft: Draft) -> list[Dispute]:
    return []
