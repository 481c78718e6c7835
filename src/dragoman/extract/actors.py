"""Not written yet."""

from dragoman.model import ActorMention
from dragoman.text.draft import Draft


def find_actors(draft: Draft) -> list[ActorMention]:
    return []
