"""How a text presents an act: as done, under way, coming, possible, wanted, conditional; affirmed or negated.

Read from the parse: tense and auxiliaries of the governing predicate, the control verbs and nouns above it, negation.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


class Mood(StrEnum):
    FACT = "fact"  # told as having happened: past, perfect
    NOW = "now"  # told as holding or under way: present
    FUTURE = "future"  # told as coming: will, is to, is expected to, is scheduled for
    POSSIBLE = "possible"  # may, might, could, possible, likely
    WANTED = "wanted"  # proposed, offered, demanded, hoped for
    CONDITIONAL = "conditional"  # if, unless, would


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an act is presented. `governors` are the lemmas of the predicates above it, innermost first."""

    mood: Mood
    negated: bool
    governors: tuple[str, ...] = ()


def predicate(token: "Token") -> "Token":
    """The verb (or predicate noun or adjective) of the clause in which the token stands; the token itself if a verb."""
    raise NotImplementedError


def outlook(token: "Token") -> Outlook:
    """How the text presents the act that the token (a verb or an event noun) denotes."""
    raise NotImplementedError
