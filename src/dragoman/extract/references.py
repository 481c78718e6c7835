"""Not written yet."""

from dragoman.model import ActorMention
from dragoman.text.draft import Draft


def find_references(draft: Draft) -> list[ActorMention]:
    return []
