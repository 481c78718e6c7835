"""Pronouns, role nouns and collectives, led back to whom they stand for."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.lexicon.roles import roles
from dragoman.lexicon.saying import saying
from dragoman.model import ActorKind, ActorMention, Span
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import actors_of, title_of
from dragoman.text.principals import anchor, helps, principal_parties

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
_PARTY_KINDS = (ActorKind.STATE, ActorKind.GROUP)
_LEADING = ("leader", "president", "minister", "premier")
_INDEFINITE = frozenset(("a", "an", "another", "one"))
_LESSER = frozenset(("vice", "deputy", "former", "acting"))
_OTHER = frozenset(("prime", "crown"))  # a prime minister is called prime minister, a crown prince no prince
_HALVES = ("North", "South")
_DIVIDED = ("North Korea", "South Korea", "North Yemen", "South Yemen", "North Vietnam", "South Vietnam")
_NEAR = 2  # sentences
_NAMING = 12  # words after a role within which its bearer's name is given
_NAMED_BY = frozenset(("name", "himself", "herself", "identified", "known", "named"))
_OPENING = frozenset(("who", "identified", "known", "named", "identifying", ","))
_SUBJECT_BONUS = 40  # tokens that a subject may lie further back than a nearer object


def find_references(draft: Draft) -> list[ActorMention]:
    """All mentions: those named, and the words that stand for them."""
    found = list(draft.actors)
    taken = {mention.root for mention in found}
    pair = principal_parties(draft)
    for token in draft.doc:
        if token.i in taken or token.is_space:
            continue
        mention = _reference(token, draft, found, pair)
        if mention is not None:
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _reference(token: "Token", draft: Draft, found: list[ActorMention], pair: tuple[str, ...]) -> ActorMention | None:
    if token.lower_ in _SINGULAR and token.pos_ == "PRON":
        person = _antecedent(token, draft, found)
        return _standing_for(person, span_of(token), token.i) if person else None
    if token.lower_ in ("they", "their") and token.pos_ == "PRON":
        members = _plural_before(token, draft)
        return ActorMention(span_of(token), "they", ActorKind.PARTIES, token.i, members=members) if members else None
    if _are_the_two(token):
        members = _members(token, draft, pair)
        return (
            ActorMention(_phrase(token), "both sides", ActorKind.PARTIES, token.i, members=members) if members else None
        )
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if _is_both(token):
        return ActorMention(
            _phrase(token), "both sides", ActorKind.PARTIES, token.i, members=_members(token, draft, pair)
        )
    if token.text in _HALVES:
        state = _half(token, draft)
        return ActorMention(span_of(token), state, ActorKind.STATE, token.i, actor=state) if state else None
    if token.lemma_.lower() in roles().office and token.dep_ not in ("compound", "amod", "nmod"):
        return _office(token, draft, found)
    return None


def _half(token: "Token", draft: Draft) -> str | None:
    """ "The North" in a report that names one divided land: North Korea; not "the north of Mali", nor "northern"."""
    alone = (
        token.i > 0 and token.nbor(-1).lower_ == "the" and not any(c.dep_ in ("prep", "conj") for c in token.children)
    )
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    placed = token.dep_ == "pobj" and token.head.lower_ in ("in", "to", "from", "across", "into", "through")
    if not alone or placed or (after.pos_ == "PROPN" and token.head == after):
        return None
    lands = {m.name.split(" ", 1)[1] for m in draft.actors if m.kind is ActorKind.STATE and m.name.startswith(_DIVIDED)}
    return f"{token.text} {lands.pop()}" if len(lands) == 1 else None


# Collectives


def _plural_before(token: "Token", draft: Draft) -> tuple[str, ...]:
    """The parties that "they" are: those of the subject before it, where these are several."""
    if token.dep_ not in ("nsubj", "nsubjpass", "poss"):
        return ()
    for before in reversed([t for t in draft.doc[max(0, token.i - 80) : token.i] if t.dep_ in ("nsubj", "nsubjpass")]):
        names = actors_of(draft, before)
        if len(names) >= 2:
            return names
        if names or before.tag_ in ("NNS", "NNPS"):
            return ()
    return ()


def _are_the_two(token: "Token") -> bool:
    """ "The two signed", "called the two together": a number that stands for the sides themselves."""
    alone = token.dep_ in ("nsubj", "nsubjpass", "dobj") and not any(
        c.dep_ in ("prep", "relcl") for c in token.children
    )
    return token.lower_ == "two" and alone and any(child.lower_ == "the" for child in token.children)


def _is_both(token: "Token") -> bool:
    """ "both sides", "the two countries", "each side", "the warring parties", "the parties"."""
    if token.lemma_.lower() not in roles().sides and token.lower_ not in roles().sides:
        return False
    before = {child.lower_ for child in token.children if child.i < token.i}
    if any(
        child.dep_ in ("amod", "poss", "compound") and child.ent_type_ in ("NORP", "GPE") for child in token.children
    ):
        return False
    # "Rival factions" without an article may be any.
    told = bool(before & roles().both) and not before <= roles().opposed
    return told or (token.lower_ in ("sides", "parties") and "the" in before)


def _members(token: "Token", draft: Draft, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Two parties coordinated in this sentence or the one before ("Israel and Hamas"), else the principal ones."""
    sentence = token.sent
    start = draft.doc[sentence.start - 1].sent.start_char if sentence.start else sentence.start_char
    near = [m for m in draft.actors if start <= m.span.start < token.idx and m.kind in _PARTY_KINDS]
    warring = any(child.lower_ == "warring" for child in token.children)
    for one, other in reversed(list(pairwise(near if not warring else []))):
        if helps(anchor(draft, one)):
            continue  # "Riyadh and Washington sponsor talks between the two sides"
        if draft.doc[other.root].dep_ == "conj" and draft.doc[other.root].head.i == one.root and one.name != other.name:
            return one.name, other.name
    return (_leaders(token, draft) if token.lemma_.lower() in _LEADING else ()) or pair


def _leaders(token: "Token", draft: Draft) -> tuple[str, ...]:
    """ "The two leaders": for whom those act whom one sentence before named together, the nearest such sentence."""
    people = [m for m in draft.actors if m.kind is ActorKind.PERSON and m.actor and m.span.start < token.idx]
    for later, earlier in pairwise(reversed(people)):
        if later.actor != earlier.actor and draft.doc[later.root].sent == draft.doc[earlier.root].sent:
            return tuple(name for name in (earlier.actor, later.actor) if name)
    return ()


# People


def _antecedent(token: "Token", draft: Draft, found: list[ActorMention]) -> ActorMention | None:
    """The person a pronoun most likely stands for: near, a subject, a speaker; inside a quotation never its speaker."""
    people = [m for m in found if m.span.start < token.idx and m.kind is ActorKind.PERSON]
    best: tuple[int, ActorMention] | None = None
    for mention in people[-12:]:
        root = draft.doc[mention.root]
        distance = token.i - root.i
        if distance > 200:
            continue
        head = root
        while head.dep_ in ("compound", "appos", "nmod", "poss") and head.head != head:
            head = head.head
        score = -distance + _standing(head)
        if draft.in_quote(mention.span.start) and not draft.in_quote(token.idx):
            score -= 2 * _SUBJECT_BONUS
        if draft.in_quote(token.idx) and not draft.in_quote(mention.span.start) and head.head.lemma_ in saying().plain:
            score -= 3 * _SUBJECT_BONUS  # a speaker says "I" of himself
        if best is None or score >= best[0]:
            best = score, mention
    return best[1] if best else None


def _standing(head: "Token") -> int:
    """A subject is likelier meant than an object, the subject of the sentence likelier than one within it."""
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return 0
    return 2 * _SUBJECT_BONUS if head.head.dep_ in ("ROOT", "conj") else _SUBJECT_BONUS


def _standing_for(person: ActorMention, span: Span, root: int) -> ActorMention:
    return ActorMention(span, person.name, person.kind, root, person.actor, pronoun=True, title=person.title)


def _office(token: "Token", draft: Draft, found: list[ActorMention]) -> ActorMention | None:
    """A role noun: the person of that role whom the report names, else the office as it stands."""
    if any(child.dep_ in ("appos", "compound") and child.ent_type_ == "PERSON" for child in token.children):
        return None
    actors = _employer(token, draft)
    span = _phrase(token)
    if (own := _by_own_name(token, found)) is not None:
        return _standing_for(own, span, token.i)
    definite = any(child.lower_ in ("the", "this") or child.dep_ == "poss" for child in token.children) or bool(actors)
    indefinite = any(child.lower_ in _INDEFINITE or (child.tag_ == "PRP$" and not actors) for child in token.children)
    if (
        definite
        and not indefinite
        and (person := _bearer(token, actors, found) or _of_lead(token, draft, found) or _told_of(token, draft, found))
    ):
        return _standing_for(person, span, token.i)
    return ActorMention(span, _printed(token, draft), ActorKind.OFFICE, token.i, actors[0] if actors else None)


def _employer(token: "Token", draft: Draft) -> tuple[str, ...]:
    """For whom the bearer of a role acts: by adjective, owner or "of"."""
    return actors_of(draft, token)


def _bearer(token: "Token", actors: tuple[str, ...], found: list[ActorMention]) -> ActorMention | None:
    """The latest person of this role, and of this employer where one is told.

    Whom the same sentence names is not called by his role too ("the President thanked President X"). With the employer
    told ("Ukraine's president") the name may come later.
    """
    title = title_of(token)
    people = [m for m in found if m.kind is ActorKind.PERSON]
    fitting = [m for m in people if _bears(m.title, title) and (not actors or m.actor in actors)]
    fitting = fitting or [m for m in people if m.actor in actors and m.title in _called(title)]
    named = {m.name for m in fitting if not m.pronoun and token.sent.start_char <= m.span.start < token.sent.end_char}
    before = [m for m in fitting if m.span.start < token.idx and m.name not in named]
    if before:
        return before[-1]
    free = [m for m in fitting if actors or (m.actor is None and _is_placed(token))]
    later = {m.name: m for m in free if m.name not in named}
    return next(iter(later.values())) if len(later) == 1 else None


def _is_placed(token: "Token") -> bool:
    """ "The mayor of Oicha": there is but one."""
    return any(child.lower_ == "of" for child in token.children) and token.lemma_.lower() not in roles().many


def _told_of(token: "Token", draft: Draft, found: list[ActorMention]) -> ActorMention | None:
    """The one person of whom the sentences right before tell, where nothing speaks against his being called so.

    Where somebody without a name was called so before, it is he who is meant.
    """
    title, actors = title_of(token), _employer(token, draft)
    once = any(child.lower_ == "former" for child in token.children)  # what else he was, and for whom
    if token.dep_ not in ("nsubj", "nsubjpass") or (len(title.split()) > 1 and not once):
        return None
    if any(m.kind is ActorKind.OFFICE and draft.doc[m.root].lemma_ == token.lemma_ for m in found):
        return None
    start = token.sent
    for _ in range(_NEAR):
        start = token.doc[start.start - 1].sent if start.start else start
    people = (m for m in found if m.kind is ActorKind.PERSON)
    near = {m.name: m for m in people if start.start_char <= m.span.start < token.idx}
    if len(near) != 1:
        return None
    (person,) = near.values()
    here = token.sent.start_char <= person.span.start
    fits = person.actor is None or not actors or person.actor in actors
    return person if not here and (once or (fits and _may_be_called(person.title, title))) else None


def _by_own_name(token: "Token", found: list[ActorMention]) -> ActorMention | None:
    """ "A commander who gave his name only as X", "an officer identified as X": the person of that name."""
    after = token.doc[token.i + 1 : token.i + _NAMING]
    words = [word.lower_ for word in after]
    if "as" not in words or not _NAMED_BY.intersection(words[: words.index("as")]) or after[0].lower_ not in _OPENING:
        return None
    name = next(iter(after[words.index("as") + 1 :]), token)
    person = next((m for m in found if m.kind is ActorKind.PERSON and m.span.start == name.idx), None)
    if person is None and name.tag_ == "NNP" and not any(m.root == name.i for m in found):
        return ActorMention(span_of(name), name.text, ActorKind.PERSON, name.i)  # a name that no list knows
    return person


def _of_lead(token: "Token", draft: Draft, found: list[ActorMention]) -> ActorMention | None:
    """Whom a first sentence calls by a role alone is who opens the second under a name; "the mediator" later is that person."""
    first = token.doc[0].sent
    if first.end >= token.sent.start or len(title_of(token).split()) > 1:
        return None
    second = token.doc[first.end].sent
    lead = [m for m in found if m.root < first.end and m.kind in (ActorKind.PERSON, ActorKind.OFFICE)]
    if not any(draft.doc[m.root].lemma_ == token.lemma_ for m in lead if m.kind is ActorKind.OFFICE):
        return None
    here = [m for m in found if m.kind is ActorKind.PERSON and second.start <= m.root < second.end and not m.pronoun]
    if len({m.name for m in here}) != 1 or any(m.kind is ActorKind.PERSON for m in lead):
        return None
    opens = draft.doc[here[0].root].dep_ in ("nsubj", "nsubjpass")
    return here[0] if opens and _may_be_called(here[0].title, title_of(token)) else None


def _may_be_called(own: str | None, called: str) -> bool:
    """A person without a title may hold any office; who has one is called by it, or by a broader word for it."""
    if own is None:
        return called not in roles().many
    last = own.split(" for ")[0].split(" of ")[0].split()[-1]
    return last == called or any({last, called} <= set(words.split()) for words in roles().alike)


def _called(title: str) -> frozenset[str]:
    """The offices whose holders are called so for short, with whom they head: "the UN chief", "Iraq's top diplomat"."""
    words = roles()
    return words.headed if title in words.heads else words.diplomacy if title in words.diplomats else frozenset()


def _bears(own: str | None, called: str) -> bool:
    """Whether who holds an office may be called so: a minister of defence "the minister", no deputy minister."""
    if own is None or own == called:
        return own == called
    words = own.split(" for ")[0].split(" of ")[0].split()
    return (
        words[-1:] == called.split()[-1:]
        and words[0] not in _LESSER
        and called.split()[0] not in _LESSER
        and (len(called.split()) == 1 or len(words) == 1)
        and not {words[0], called.split()[0]} & _OTHER
    )


def _phrase(token: "Token") -> Span:
    return Span(token.doc[_first(token)].idx, token.idx + len(token))


def _printed(token: "Token", draft: Draft) -> str:
    """The role without its article: "Russian government spokesperson"."""
    words = [t for t in token.doc[_first(token) : token.i + 1] if t.pos_ not in ("DET",) and not t.is_space]
    return draft.report.body[words[0].idx : token.idx + len(token)]


def _first(token: "Token") -> int:
    lefts: Iterator[int] = (t.i for child in token.lefts for t in child.subtree)
    return min(lefts, default=token.i)
