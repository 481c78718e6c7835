"""Answers about a word that several steps ask for, worked out once for each parsed text."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.text.draft import Draft

Answer = TypeVar("Answer")


def text_of(doc: "Doc") -> str:
    """The parsed text; spaCy joins it anew from its words at every asking."""
    text: str = doc.user_data.get(__name__) or doc.user_data.setdefault(__name__, doc.text)
    return text


def once(question: "Callable[[Token], Answer]") -> "Callable[[Token], Answer]":
    """Keep the answers with the text they are about, so that they go when it goes.

    Only for what the parse alone decides: nothing that a later step may change.
    """
    name = f"{question.__module__}.{question.__name__}"

    @wraps(question)
    def answer(token: "Token") -> Answer:
        kept: dict[int, Answer] = token.doc.user_data.setdefault(name, {})
        if token.i not in kept:
            kept[token.i] = question(token)
        return kept[token.i]

    return answer


def of_mentions(draft: "Draft", table: "Callable[[Draft], Answer]") -> Answer:
    """A table of the draft's actors, made once for as long as the actors are the same."""
    name = f"{table.__module__}.{table.__qualname__}"
    kept = draft.doc.user_data.get(name)
    if kept is None or kept[0] is not draft.actors or kept[1] != len(draft.actors):
        kept = draft.doc.user_data[name] = (draft.actors, len(draft.actors), table(draft))
    answer: Answer = kept[2]
    return answer
