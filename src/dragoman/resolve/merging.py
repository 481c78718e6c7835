"""Not written yet."""

from dragoman.model import Commitment, Delivery
from dragoman.text.draft import Draft


def merge_commitments(draft: Draft) -> list[Commitment]:
    return draft.commitments


def merge_deliveries(draft: Draft) -> list[Delivery]:
    return draft.deliveries
