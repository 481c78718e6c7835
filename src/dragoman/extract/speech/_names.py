"""The speaker's name as the record prints it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.speech._grammar import children
from dragoman.lexicon.saying import channels, saying
from dragoman.model import ActorKind, ActorMention, Span
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "one",
        "there",
        "what",
    )
)
_UNNAMED = "unnamed sources"


class Voice(NamedTuple):
    """A speaker as named: the record's name, the actor spoken for, where the phrase stands."""

    name: str
    actor: str | None
    span: Span
    outlet: bool = False


class Names:
    """Looks up actor mentions by the words that carry them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_root: dict[int, list[ActorMention]] = {}
        for mention in draft.actors:
            self._by_root.setdefault(mention.root, []).append(mention)

    def voices(self, token: "Token") -> list[Voice]:
        """The speakers that a phrase's head word denotes; none where it denotes nobody who is known."""
        span = phrase_span(token)
        mention = self._mention(token)
        if mention is not None:
            names = mention.members or (mention.name,)
            outlet = mention.kind is ActorKind.OUTLET
            if mention.kind is ActorKind.SOURCE:
                return [Voice(_source_name(token, self._draft), None, span)]
            return [Voice(name, name if mention.members else mention.actor, span, outlet) for name in names]
        if token.lower_ in _PRONOUNS or token.pos_ == "PRON":
            return []
        return [Voice(_source_name(token, self._draft), None, span, is_outlet(token))]

    def _mention(self, token: "Token") -> ActorMention | None:
        """The mention at the word, at its apposition, or within the name the parse split."""
        found = list(self._candidates(token))
        people = [m for m in found if m.kind is ActorKind.PERSON]
        return next(iter(people or found), None)

    def _candidates(self, token: "Token") -> Iterator[ActorMention]:
        words = [token, *children(token, "appos")]
        for word in words:
            yield from self._by_root.get(word.i, ())
        for mention in self._draft.actors:
            if mention.span.holds(token.idx) and not mention.adjective:
                yield mention


def phrase_span(token: "Token") -> Span:
    """The noun phrase without relative clauses, appositions and other afterthoughts."""
    words = list(_phrase(token))
    return Span(words[0].idx, words[-1].idx + len(words[-1]))


def _phrase(token: "Token") -> "Iterable[Token]":
    dropped = {
        other.i
        for child in token.children
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "preconj", "punct", "advcl", "parataxis", "predet")
        and child.i != token.i
        for other in child.subtree
    }
    words = [word for word in token.subtree if word.i not in dropped and not word.is_space]
    at = words.index(token)
    first, last = at, at
    while first > 0 and words[first - 1].i == words[first].i - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i == words[last].i + 1:
        last += 1
    return words[first : last + 1]


def _plain_name(token: "Token", draft: Draft) -> str:
    """The noun phrase as it stands, without article, number and quantity; of a name with its office, the name."""
    people = [c for c in children(token, "appos") if c.pos_ == "PROPN"]
    if people and (token.pos_ == "NOUN" or token.lemma_.lower() in saying().title):
        return _plain_name(people[0], draft)
    words = list(_phrase(token))
    owner = next((c for c in children(token, "poss") if c.tag_ == "PRP$"), None)
    if owner is not None:
        words = [word for word in words if word.i > owner.i]
    if token.pos_ == "PROPN":
        words = _capitals(words, token)
    while len(words) > 1 and _is_idle(words[0]):
        words = words[1:]
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])]


def _is_idle(word: "Token") -> bool:
    return word.pos_ in ("DET", "NUM") or word.lower_ in saying().idle or word.is_punct


def _capitals(words: "list[Token]", head: "Token") -> "list[Token]":
    """ "Israel's foreign ministry spokesman Oren Marmorstein" without what he is."""
    titles = saying().title if head.lemma_.lower() not in saying().title else frozenset()
    plain = [
        w.i
        for w in words
        if w.i < head.i
        and ((w.text[:1].islower() and w.pos_ in ("NOUN", "ADJ", "ADV", "VERB")) or w.lemma_.lower() in titles)
    ]
    return [word for word in words if not plain or word.i > plain[-1]]


def _source_name(token: "Token", draft: Draft) -> str:
    bare = not any(c.dep_ not in ("det", "relcl", "acl", "punct", "case") for c in token.children)
    return _UNNAMED if token.lemma_.lower() in saying().unnamed and bare else _plain_name(token, draft)


def is_outlet(token: "Token") -> bool:
    """Whether the phrase names a newspaper, agency or broadcaster."""
    words = channels()
    span = token.doc[token.left_edge.i : token.i + 1]
    name = span.text
    bare = name[4:] if name.lower().startswith("the ") else name
    if bare in words.names or token.text in words.names:
        return True
    return token.pos_ == "PROPN" and token.lemma_.lower() in words.outlet
