"""Not written yet."""

from dragoman.model import Delivery
from dragoman.text.draft import Draft


def find_deliveries(draft: Draft) -> list[Delivery]:
    return []
