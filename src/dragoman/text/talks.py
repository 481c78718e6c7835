"""Verbs by which a side leaves the table, or will not sit at it."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.roles import roles
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKS = frozenset(("talk", "talks", "negotiation", "table", "dialogue"))
_TABLE = _TALKS | {"meeting", "process", "room", "session", "summit", "agreement"}


def leaves_talks(verb: "Token", table: frozenset[str] = _TABLE) -> bool:
    """Whether what is left is the table, not the ground: "the rebels left the talks", "withdrew from the negotiations"."""
    links = [verb, *(c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("from", "of", "out"))]
    links += [c for link in links for c in link.children if c.dep_ == "prep" and c.lower_ == "of"]
    left = [o for link in links for o in link.children if o.dep_ in ("dobj", "pobj")]
    return any(part.lemma_.lower() in table for obj in left for part in (obj, *of_what(obj)))


def quits_talks(verb: "Token") -> bool:
    """ "walked out of the talks", "boycotted the negotiations": a meeting left early is no more than that."""
    return verb.lemma_.lower() in promise_words().quitting and leaves_talks(verb, _TALKS)


def shuns_talks(verb: "Token") -> bool:
    """A verb of talking with somebody: what is refused with it is the talks ("will not sit with them")."""
    lemma = verb.lemma_.lower()
    if lemma not in ("negotiate", "sit", "talk"):
        return False
    links = ("with", "to") if lemma == "talk" else ("with",)
    near = [verb, *(c for c in verb.children if c.dep_ in ("prep", "prt", "advmod"))]
    others = [o for word in near for c in word.children if c.dep_ == "prep" and c.lower_ in links for o in c.children]
    sides = roles().sides | roles().rebels | roles().collective | roles().office | roles().rulers
    return lemma == "negotiate" or any(
        o.pos_ in ("PROPN", "PRON") or o.ent_type_ or lemma == "sit" or o.lemma_.lower() in sides for o in others
    )
