"""The speaker's name as the record prints it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.speech._bodies import body_called
from dragoman.extract.speech._grammar import children, conjuncts
from dragoman.extract.speech._leaders import leaders
from dragoman.extract.speech._referents import Referents
from dragoman.extract.speech._speakers import is_document, issuers
from dragoman.lexicon.saying import channels, saying
from dragoman.model import ActorKind, ActorMention, Span
from dragoman.text.authors import authors_of
from dragoman.text.draft import Draft
from dragoman.text.names import spelled_out

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("that", "there", "these", "this", "those", "what", "which", "who"))
_FIRST = frozenset(("i", "we"))
_UNNAMED = "unnamed sources"
_NAMED_AS_PRINTED = (ActorKind.GROUP, ActorKind.ORGANISATION)


class Voice(NamedTuple):
    """A speaker as named: the record's name, the actor spoken for, where the phrase stands."""

    name: str
    actor: str | None
    span: Span
    outlet: bool = False


class Names:
    """Looks up actor mentions by the words that carry them."""

    def __init__(self, draft: Draft, referents: Referents) -> None:
        self._draft = draft
        self._authors = authors_of(draft)
        self._referents = referents
        self._by_root: dict[int, list[ActorMention]] = {}
        for mention in draft.actors:
            self._by_root.setdefault(mention.root, []).append(mention)

    def voices(self, token: "Token") -> list[Voice]:
        """The speakers that a phrase's head word denotes; none where it denotes nobody who is known."""
        if heads := self._referents.of(token):
            here = phrase_span(token)
            heads = [other for head in heads for other in (issuers(head) if is_document(head) else ()) or (head,)]
            return [voice._replace(span=here) for head in heads for voice in self.voices(head)]
        span = phrase_span(token)
        if token.lower_ in _FIRST:
            return self._first_person(token, span)
        if people := leaders(self._draft, token):
            return [Voice(name, self._actor_of(name), span) for name in people]
        if states := self._governments(token):
            return [Voice(state.name, state.actor, span) for state in states]
        if (whole := _body_of(token)) is not None:
            return [voice._replace(span=span) for voice in self.voices(whole)]
        if len(named := _apposed_list(token)) > 1:
            return [voice for head in named for voice in self.voices(head)]
        mention = self._mention(token) or body_called(self._draft, token)
        if mention is not None and mention.kind is ActorKind.OFFICE and _apposed(token):
            return [Voice(plain_name(token, self._draft), mention.actor, span)]
        if mention is not None:
            if mention.kind is ActorKind.PERSON and (fuller := self._bearer_of(mention.name)) is not None:
                mention = fuller
            names = self._members(mention) or (self._printed(mention),)
            outlet = mention.kind is ActorKind.OUTLET
            if mention.kind is ActorKind.SOURCE:
                return [Voice(_source_name(token, self._draft), None, span)]
            many = len(names) > 1
            return [Voice(name, name if many else mention.actor, span, outlet) for name in names]
        if token.lower_ in _PRONOUNS or token.pos_ == "PRON":
            return []
        name = spelled_out(self._draft.doc, _source_name(token, self._draft))
        person = self._bearer_of(name)
        return [Voice(person.name, person.actor, span) if person else Voice(name, None, span, is_outlet(token))]

    def _governments(self, token: "Token") -> list[ActorMention]:
        """The states behind "the Chinese and U.S. governments", "Iran authorities", "the Governments of A and B"."""
        if token.lemma_.lower() not in saying().state_body:
            return []
        states, owned = self._owners(token)
        if states or owned or token.lemma_.lower() != "government" or token.tag_ not in ("NN", "NNP"):
            return states
        return self._known_government(token)

    def _owners(self, token: "Token") -> tuple[list[ActorMention], bool]:
        """The states that a phrase names as owners of its head, and whether it names any owner at all."""
        owners = children(token, "amod", "compound", "nmod", "poss")
        owners += [head for prep in children(token, "prep") if prep.lower_ == "of" for head in children(prep, "pobj")]
        words = [word.i for owner in owners for word in owner.subtree]
        states = [m for at in dict.fromkeys(words) for m in self._by_root.get(at, ()) if m.kind is ActorKind.STATE]
        return states, bool(owners)

    def _known_government(self, token: "Token") -> list[ActorMention]:
        """Whose "the government" is: that of the state whose government was last named, in a report that names one."""
        if not any(child.lower_ == "the" for child in token.children):
            return []
        named = [
            states
            for other in token.doc
            if other.lemma_.lower() == "government" and other.i != token.i and (states := self._owners(other)[0])
        ]
        before = [states for states in named if states[0].span.start < token.idx and len(states) == 1]
        return before[-1] if before else []

    def _mention(self, token: "Token") -> ActorMention | None:
        """The mention at the word, or the person whom an office is said to be."""
        own = [*self._by_root.get(token.i, ()), *(m for m in self._draft.actors if self._holds(m, token))]
        people = [m for m in own if m.kind is ActorKind.PERSON]
        if token.pos_ == "NUM":  # "one of the groups, the X"
            own += [m for word in children(token, "appos") for m in self._by_root.get(word.i, ())]
        if people or not (token.pos_ == "NOUN" or token.lemma_.lower() in saying().title):
            return next(iter(people or own), None)
        return self._office_holder(token) or next(iter(own), None)

    def _first_person(self, token: "Token", span: Span) -> list[Voice]:
        """Outside quotations: the authors of a report that is a statement, else "we, the leaders of X"."""
        if self._draft.in_quote(token.idx):
            return []
        if self._authors and token.lower_ == "we":
            return [Voice(name, name, span) for name in self._authors]
        return [voice._replace(span=span) for head in children(token, "appos") for voice in self.voices(head)]

    def _bearer_of(self, surname: str) -> ActorMention | None:
        """Whom the report names in full: "Al-Busaidi" and "Busaidi" after "Badr al-Busaidi"."""
        last = surname.rpartition("-")[2]
        if not last[:1].isupper() or " " in surname:
            return None
        ends = tuple(f"{mark}{last}" for mark in ("-", " "))
        return next(
            (m for m in self._draft.actors if m.kind is ActorKind.PERSON and " " in m.name and m.name.endswith(ends)),
            None,
        )

    def _actor_of(self, name: str) -> str | None:
        return next((m.actor for m in self._draft.actors if m.name == name and m.kind is ActorKind.PERSON), None)

    def _printed(self, mention: ActorMention) -> str:
        """A group or body as the report calls it, unless that or its usual name is letters only; others by the usual name."""
        if (
            mention.kind is ActorKind.ORGANISATION
            and mention.name.isupper()
            and mention.name in self._draft.report.body
        ):
            return mention.name
        words = self._draft.slice(mention.span).removeprefix("the ").removeprefix("The ")
        last = words.split()[-1].lower()
        own = last in saying().state_office if mention.metonym else mention.kind in _NAMED_AS_PRINTED
        return words if own and not words.isupper() and not mention.pronoun else mention.name

    @staticmethod
    def _members(mention: ActorMention) -> tuple[str, ...]:
        """The sides of a plural; an organisation speaks as one, whoever belongs to it."""
        return mention.members if mention.kind is ActorKind.PARTIES else ()

    @staticmethod
    def _holds(mention: ActorMention, token: "Token") -> bool:
        return mention.span.holds(token.idx) and not mention.adjective

    def _office_holder(self, token: "Token") -> ActorMention | None:
        """ "The leader of the party, Jan Novak"; "head coach Ada Kowal"; "ambassador to the UN Ada Kowal"."""
        for mention in self._draft.actors:
            if mention.kind is not ActorKind.PERSON or mention.pronoun or mention.span.start < token.idx:
                continue
            first = next((w for w in token.subtree if w.idx == mention.span.start), None)
            if first is None and _is_title_of(token, mention):
                return mention
            if first is None or not first.i:
                continue
            before = first.nbor(-1)
            apposed = before.text == "," and token.doc[mention.root].dep_ == "appos"
            split = before.pos_ in ("PROPN", "NOUN") and before.lemma_.lower() not in saying().title
            if apposed or split or before == token:
                return mention
        return None


def _is_title_of(token: "Token", mention: ActorMention) -> bool:
    following = token.i + 1 < len(token.doc) and token.nbor().idx == mention.span.start
    return following and token.tag_ != "NNS" and token.lemma_.lower() in saying().title


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


def plain_name(token: "Token", draft: Draft) -> str:
    """The noun phrase as it stands, without article, number and quantity; of a name with its office, the name."""
    people = [c for c in children(token, "appos") if c.pos_ == "PROPN"]
    if people and (token.pos_ == "NOUN" or token.lemma_.lower() in saying().title):
        return plain_name(people[0], draft)
    words = list(_phrase(token))
    owner = next((c for c in children(token, "poss") if c.tag_ == "PRP$"), None)
    if owner is not None:
        words = [word for word in words if word.i > owner.i]
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        words = _capitals(words, token)
    while len(words) > 1 and _is_idle(words[0]):
        words = words[1:]
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])]


def _body_of(token: "Token") -> "Token | None":
    """The Council of "the members of the Council", who speak as one."""
    if token.lemma_.lower() != "member" or token.tag_ != "NNS" or not any(c.lower_ == "the" for c in token.children):
        return None
    heads = [head for prep in children(token, "prep") if prep.lower_ == "of" for head in children(prep, "pobj")]
    return next((head for head in heads if head.tag_ == "NNP" and head.lemma_.lower() in saying().body), None)


def _apposed_list(token: "Token") -> "list[Token]":
    """ "The airlines Pegasus and FlyOne": the names after a plural."""
    if token.tag_ != "NNS":
        return []
    heads = [c for c in children(token, "appos") if c.pos_ == "PROPN" and c.i > token.i]
    return [name for head in heads for name in conjuncts(head)]


def _apposed(token: "Token") -> bool:
    """Whether a name stands after the office that the lists of names do not know."""
    return any(c.pos_ == "PROPN" and c.i > token.i and c.text[:1].isupper() for c in children(token, "appos"))


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
    return _UNNAMED if token.lemma_.lower() in saying().unnamed and bare else plain_name(token, draft)


def is_outlet(token: "Token") -> bool:
    """Whether the phrase names a newspaper, agency or broadcaster."""
    words = channels()
    span = token.doc[token.left_edge.i : token.i + 1]
    name = span.text
    bare = name[4:] if name.lower().startswith("the ") else name
    if bare in words.names or token.text in words.names:
        return True
    return token.pos_ == "PROPN" and token.lemma_.lower() in words.outlet
