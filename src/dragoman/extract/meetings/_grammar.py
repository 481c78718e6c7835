"""What a word governs, as far as it tells who meets and where."""

from typing import TYPE_CHECKING

from dragoman.lexicon.roles import roles

if TYPE_CHECKING:
    from spacy.tokens import Token


_BY = frozenset(("by", "via", "over", "on"))
_LINES = frozenset(
    ("phone", "telephone", "link", "videolink", "hotline", "line", "call", "videoconference", "conference")
)


def under(token: "Token", *prepositions: str) -> list["Token"]:
    """The objects of a word's prepositions; of "with visiting President X" it is X, whom the model hangs on "visiting".

    Of "conferred by video link with X" the model hangs "with" on the link.
    """
    lines = [obj for child in token.children if child.lower_ in _BY for obj in child.children if obj.lemma_ in _LINES]
    return [
        _visitor(obj)
        for word in (token, *lines)
        for child in word.children
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in prepositions
        for obj in child.children
        if obj.dep_ in ("pobj", "pcomp")
    ]


def _visitor(obj: "Token") -> "Token":
    guest = next((child for child in obj.children if child.dep_ == "dobj"), None) if obj.lower_ == "visiting" else None
    return obj if guest is None else guest


def is_several(subject: "Token") -> bool:
    """Whether a subject is coordinated, by the parse or on the surface ("President A and President B spoke")."""
    before = subject.doc[max(0, subject.left_edge.i - 1) : subject.i]
    if subject.tag_ == "NNS" and subject.lemma_.lower() in roles().office | roles().sides:
        return True
    return any(t.lower_ == "and" for t in before) or any(child.dep_ == "conj" for child in subject.children)


def has_clause(token: "Token") -> bool:
    return any(child.dep_ in ("ccomp", "parataxis") for child in token.children)
