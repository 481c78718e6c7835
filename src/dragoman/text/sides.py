"""Who sits at a table, where a report does not call a side by its name: "the rebels", "eight armed groups", "the opposition"."""

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind
from dragoman.text.parties import (
    actors_of_one,
    as_told,
    clearly_first,
    conjuncts,
    is_bare,
    mentions_by_root,
    side_meant,
    states_told,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_OPPOSING = ("opposition", "opponent")


def sides_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """As `actors_of`, with "the rebels" and "the government" led back to the report's one group and the state it fights."""
    parts = list(conjuncts(token))
    told = [_side_of_one(draft, part) for part in parts]
    if any(told) and not all(told):
        # "the government and the rebels" of a report that names no group: the state it names most
        states = states_told(draft)
        bare = [is_bare(part) and part.lemma_.lower() in roles().rulers for part in parts]
        told = [names or (clearly_first(states) if rules else ()) for names, rules in zip(told, bare, strict=True)]
    return tuple(dict.fromkeys(name for names in told for name in names))


def _side_of_one(draft: "Draft", part: "Token") -> tuple[str, ...]:
    """The rebels of a state are not the state: "Salvadoran rebels" are the report's one group, else what the text calls them."""
    names = tuple(actors_of_one(draft, part, mentions_by_root(draft)))
    lemma, words = part.lemma_.lower(), roles()
    if names and fights_state(draft, part, names):
        return _unknown_group(draft, part) or names
    if names or lemma in words.rebels:
        return names or side_meant(draft, part) or _unknown_group(draft, part)
    return side_meant(draft, part) or _opposition(part)


def fights_state(draft: "Draft", part: "Token", names: tuple[str, ...]) -> bool:
    """Whether those named by a state are its rebels: "Salvadoran rebels", "ethnic Albanian guerrillas"."""
    words = roles()
    return part.lemma_.lower() in words.rebels & words.collective and not _are_groups(draft, names)


def fighters_of(draft: "Draft", token: "Token", names: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a phrase denotes, with a state's rebels led back to themselves: the report's one group, else in its words."""
    alone = fights_state(draft, token, names) and not any(c.dep_ == "conj" for c in token.children)
    return (_unknown_group(draft, token) if alone else ()) or names


def _opposition(part: "Token") -> tuple[str, ...]:
    """The side that a report knows by its part alone: "the opposition", "leaders of the opposition"."""
    heads = [part, *(obj for c in part.children if c.dep_ == "prep" and c.lower_ == "of" for obj in c.children)]
    return tuple(head.lower_ for head in heads if head.lemma_.lower() in _OPPOSING)[:1]


def _are_groups(draft: "Draft", names: tuple[str, ...]) -> bool:
    states = {m.name for m in draft.actors if m.kind is ActorKind.STATE}
    return not set(names) <= states


def _unknown_group(draft: "Draft", part: "Token") -> tuple[str, ...]:
    """Fighters told by a common word: the report's one group; "eight armed groups", and any it does not name, in its words."""
    if part.tag_ not in ("NNS", "NNPS"):
        return ()
    groups = Counter(m.name for m in draft.actors if m.kind is ActorKind.GROUP)
    counted = any(child.dep_ == "nummod" for child in part.children)
    return clearly_first(groups) if groups and not counted else as_told(draft, part)
