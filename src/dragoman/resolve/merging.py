"""Not written yet."""

from dragoman.model import Commitment, Delivery, Meeting
from dragoman.text.draft import Draft


def merge_meetings(draft: Draft) -> list[Meeting]:
    return draft.meetings


def merge_commitments(draft: Draft) -> list[Commitment]:
    return draft.commitments


def merge_deliveries(draft: Draft) -> list[Delivery]:
    return draft.deliveries
