"""Who is denoted by a noun phrase: the states, groups and organisations behind delegations, sides, officials, leaders."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft


def actors_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Names of the states, groups or organisations denoted by the phrase headed by the token.

    Coordination is expanded ("Kyiv and Moscow"), so are collectives ("both sides"), possessives and adjectives of
    delegations, officials and leaders ("the Russian delegation", "Ukraine's negotiators", "the presidents of A and B").
    People give the actor they act for. Empty when the phrase denotes nobody known.
    """
    raise NotImplementedError


def people_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Fullest names of the people denoted by the phrase headed by the token, coordination expanded."""
    raise NotImplementedError


def subject_of(verb: "Token") -> "Token | None":
    """The logical subject of a verb: of its own, shared through coordination, control or a relative clause; the agent of a passive."""
    raise NotImplementedError
