"""Whom a pronoun or a collective in the speaker's place stands for: the words before it that can be meant.

Only where somebody speaks: there the subject of what was last said is nearly always meant, which elsewhere it is not.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import children, conjuncts
from dragoman.extract.speech._leaders import partners
from dragoman.extract.speech._speakers import is_document
from dragoman.lexicon.roles import roles
from dragoman.lexicon.saying import saying
from dragoman.model import ActorKind, ActorMention
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_PERSONAL = frozenset(("he", "she"))
_PLURAL = frozenset(("they", "both", "all"))
_BODIES = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.OUTLET)
_REACH = 3  # sentences back; further away the guess is wrong more often than right


class Referents:
    """Antecedents of the pronouns that speak in one report."""

    def __init__(self, draft: Draft, acts: list[Act]) -> None:
        self._draft = draft
        self._acts = acts
        self._sentences = list(draft.doc.sents)
        self._number = {sentence.start: at for at, sentence in enumerate(self._sentences)}
        self._by_root: dict[int, list[ActorMention]] = {}
        for mention in draft.actors:
            self._by_root.setdefault(mention.root, []).append(mention)
        self._found: dict[int, list[Token]] = {}

    def of(self, token: "Token") -> "list[Token]":
        """The head words of the phrases that a pronoun stands for; none where nothing near it can be meant."""
        word = token.lower_
        if word not in _PERSONAL | _PLURAL and word != "it":
            return []
        if token.i not in self._found:
            self._found[token.i] = []  # a pronoun that leads back to itself leads nowhere
            self._found[token.i] = self._search(token, word)
        return self._found[token.i]

    def _search(self, token: "Token", word: str) -> "list[Token]":
        for candidate in self._candidates(token):
            if candidate.lower_ == word or (word in _PLURAL and candidate.lower_ in _PLURAL):
                if found := self.of(candidate):
                    return found
                continue
            group = conjuncts(candidate)
            if word in _PLURAL:
                if len(group) > 1 or (word == "they" and self._is_plural(candidate)):
                    return group
                others = partners(self._draft, candidate) if self._is_person(candidate) else []
                if len(others) == 1 or (others and word != "both"):
                    return [candidate, *others]
            elif len(group) == 1 and (self._is_person(candidate) if word in _PERSONAL else self._is_body(candidate)):
                return group
        return []

    def _candidates(self, token: "Token") -> "Iterator[Token]":
        """Speakers and subjects before the pronoun, sentence by sentence backwards, outside what it is heard to say."""
        own = [piece for act in self._acts if token in act.speakers for piece in act.pieces]
        here = self._number[token.sent.start]
        for at in range(here, max(-1, here - _REACH - 1), -1):
            for word in self._ranked(self._sentences[at], token):
                if word.i < token.i and not any(piece.holds(word.idx) for piece in own):
                    yield word

    def _ranked(self, sentence: "Words", token: "Token") -> "list[Token]":
        """Those who speak in a sentence, the subject of its main clause, then the other subjects, last first."""
        quoted = self._draft.in_quote(token.idx)
        speakers = [
            word
            for act in self._acts
            if act.cue.sent == sentence and not act.wide
            for word in reversed(act.speakers[:1])
        ]
        subjects = [word for word in sentence if word.dep_ in _SUBJECTS]
        main = [word for word in subjects if word.head.dep_ in ("ROOT", "conj")]
        issued = [word for word in sentence if word.dep_ == "dobj" and is_document(word)]
        ranked = [*reversed(speakers), *main, *reversed(subjects), *issued]
        inside = [word for word in dict.fromkeys(ranked) if word.sent == sentence]
        return [word for word in inside if quoted or not self._draft.in_quote(word.idx)]

    def _kinds(self, token: "Token") -> set[ActorKind]:
        return {mention.kind for mention in self._by_root.get(token.i, ()) if not mention.adjective}

    def _is_person(self, token: "Token") -> bool:
        kinds = self._kinds(token)
        if ActorKind.PERSON in kinds:
            return True
        if token.tag_ == "NN":
            noun = token.lemma_.lower()
            return noun in saying().title or noun in saying().source or noun in roles().office
        return (
            token.tag_ == "NNP" and not kinds and token.lemma_.lower() not in saying().body and not is_document(token)
        )

    def _is_body(self, token: "Token") -> bool:
        kinds = self._kinds(token)
        if kinds & {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.PARTIES}:
            return False
        noun = token.lemma_.lower()
        return bool(kinds & set(_BODIES)) or (
            token.tag_ in ("NN", "NNP") and (noun in saying().body or is_document(token))
        )

    def _is_plural(self, token: "Token") -> bool:
        kinds = self._kinds(token)
        if kinds & {ActorKind.PARTIES, ActorKind.GROUP}:
            return True
        plural = token.tag_ in ("NNS", "NNPS")
        return (
            plural and (bool(kinds) or saying().can_speak(token.lemma_.lower())) and not children(token, "nummod")[1:]
        )
