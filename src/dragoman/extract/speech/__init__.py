"""Not written yet."""

from dragoman.model import Speech
from dragoman.text.draft import Draft


def find_speech(draft: Draft) -> list[Speech]:
    return []
