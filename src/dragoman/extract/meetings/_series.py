"""Names told in a row, read from the surface: the parser often takes one of two titled names for the whole subject."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, ActorMention
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.memo import of_mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_REACH = 12  # "Head of the Foreign Relations Department of the Presidential Administration of Azerbaijan"
_LIST_REACH = 12  # names in a list
_TITLE_POS = ("NOUN", "PROPN", "ADJ", "DET", "PART", "ADP", "NUM")
_NAMED = (ActorKind.PERSON, ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
_BREAKS = frozenset((",", ";", ":", "-", "--", "\u2013", "\u2014", "(", ")"))


def companions(draft: Draft, head: "Token") -> list["Token"]:
    """Roots of the names that stand beside a name with "and": "President A and Prime Minister B met"."""
    by_token = _by_token(draft)
    own = by_token.get(head.i) or next(
        (by_token[c.i] for c in head.children if c.dep_ in ("appos", "compound") and c.i in by_token), None
    )
    if own is None or own.kind is not ActorKind.PERSON:
        return []
    found = [*_before(draft, own, by_token), *_after(draft, own, by_token)]
    return [draft.doc[mention.root] for mention in found]


def run_on(draft: Draft, head: "Token") -> list["Token"]:
    """Roots of the names that a list goes on with behind a name: "A, B, and C", "Secretary X, Envoy Y, and Mr. Z"."""
    own = _by_token(draft).get(head.i)
    if own is None:
        return []
    at, found, closed = _last(draft, own) + 1, list[ActorMention](), False
    if at >= len(draft.doc) or draft.doc[at].lower_ != ",":
        return []
    for _ in range(_LIST_REACH):
        at, other = _next_name(draft, at, own)
        if other is None:
            break
        closed = draft.doc[_before_titles(draft, other)].lower_ in ("and", "&")
        found.append(other)
        if closed:
            break
    roots = [draft.doc[other.root] for other in found]
    return [root for root in roots if not _acts_elsewhere(root, head)] if closed else []


def _next_name(draft: Draft, at: int, own: ActorMention) -> tuple[int, ActorMention | None]:
    """The next name of a list, and where what follows it begins; titles are passed over before a person."""
    by_token, person = _by_token(draft), own.kind is ActorKind.PERSON
    while at < len(draft.doc):
        token, other = draft.doc[at], by_token.get(at)
        if other is not None and (other.kind is ActorKind.PERSON) is person:
            return _last(draft, other) + 1, other
        if token.lower_ not in (",", "and", "&", "the") and not (person and token.pos_ in _TITLE_POS):
            break
        at += 1
    return at, None


def _before_titles(draft: Draft, mention: ActorMention) -> int:
    return max(0, _skip_titles(draft, _first(draft, mention) - 1, -1))


def _acts_elsewhere(name: "Token", head: "Token") -> bool:
    """Whether a name behind a list opens a clause of its own: "met A, B and C said"."""
    return name.dep_ in ("nsubj", "nsubjpass") and predicate(name) != predicate(head)


def listed_after(draft: Draft, head: "Token") -> list["Token"]:
    """Roots of the names that spell out a collective: "the three powers - Britain, Germany and France -"."""
    by_token = _by_token(draft)
    owner = next((child for child in head.children if child.lower_ == "of"), None)
    owned = [child for child in owner.subtree if child.i < head.i + _TITLE_REACH] if owner is not None else []
    at, found = _first_break(draft, head, [token.i for token in owned]), []
    own = by_token.get(head.i)
    if at is None or (own is not None and not own.members):
        return []
    at += 1
    while at < head.sent.end:
        if draft.doc[at].lower_ in (",", "and", "the"):
            at += 1
            continue
        mention = by_token.get(at)
        if mention is None:
            break
        found.append(mention)
        at = _last(draft, mention) + 1
        if at < len(draft.doc) and draft.doc[at].lower_ not in (",", "and"):
            break
    roots = [draft.doc[mention.root] for mention in found]
    return roots if len(roots) > 1 else []


def _first_break(draft: Draft, head: "Token", owned: list[int]) -> int | None:
    """Where a list may open behind a noun or behind its owners: "the presidents of A and B, X and Y,"."""
    starts = [head.i + 1, *(at + 1 for at in owned)]
    return next((at for at in starts if at < len(draft.doc) and draft.doc[at].lower_ in _BREAKS), None)


def named_after(draft: Draft, head: "Token") -> list[str]:
    """The person named behind an office: "the President of the Palestinian Authority, Mr. Mahmoud Abbas,"."""
    if head.lemma_.lower() not in roles().office | meeting_words().lists["leaders"]:
        return []
    by_token = _by_token(draft)
    for token in head.doc[head.i + 1 : head.i + 1 + _TITLE_REACH]:
        mention = by_token.get(token.i)
        if mention is not None and mention.kind is ActorKind.PERSON:
            told = token.i == head.i + 1 or token.doc[token.i - 1].lower_ in (",", "mr.", "mrs.", "ms.", "dr.")
            return [mention.name] if told and not _acts_elsewhere(token.doc[mention.root], head) else []
        if mention is None and token.pos_ not in _TITLE_POS and token.lower_ != ",":
            break
    return []


def _by_token(draft: Draft) -> dict[int, ActorMention]:
    """The named mention over each token; demonyms that only modify are left out."""
    return of_mentions(draft, _table)


def _table(draft: Draft) -> dict[int, ActorMention]:
    found: dict[int, ActorMention] = {}
    for mention in draft.actors:
        if mention.kind in _NAMED and not mention.adjective and not mention.pronoun:
            words = draft.doc.char_span(*mention.span, alignment_mode="expand")
            for token in words or ():
                found[token.i] = mention
    return found


def _before(draft: Draft, mention: ActorMention, by_token: dict[int, ActorMention]) -> Iterator[ActorMention]:
    at = _first(draft, mention) - 1
    at = _skip_titles(draft, at, -1)
    if at < 1 or draft.doc[at].lower_ not in ("and", "&"):
        return
    other = by_token.get(at - 1) or (by_token.get(at - 2) if draft.doc[at - 1].lower_ == "," else None)
    if other is not None and other.kind is mention.kind and other.name != mention.name:
        yield other


def _after(draft: Draft, mention: ActorMention, by_token: dict[int, ActorMention]) -> Iterator[ActorMention]:
    at, doc = _last(draft, mention) + 1, draft.doc
    if at + 2 < len(doc) and doc[at].lower_ == "of":
        owner = by_token.get(at + 1) or (by_token.get(at + 2) if doc[at + 1].lower_ == "the" else None)
        at = _last(draft, owner) + 1 if owner is not None else at
    if at + 1 >= len(doc) or doc[at].lower_ not in ("and", "&"):
        return
    at += 1
    for step in range(_TITLE_REACH):
        other = by_token.get(at + step) if at + step < len(doc) else None
        if other is not None and other.kind is ActorKind.PERSON:
            if doc[other.root].dep_ not in ("nsubj", "nsubjpass") and other.name != mention.name:
                yield other
            return
        if at + step >= len(doc) or doc[at + step].pos_ not in _TITLE_POS:
            return


def _skip_titles(draft: Draft, at: int, step: int) -> int:
    for _ in range(_TITLE_REACH):
        if at < 0 or draft.doc[at].pos_ not in _TITLE_POS:
            break
        at += step
    return at


def _first(draft: Draft, mention: ActorMention) -> int:
    words = draft.doc.char_span(*mention.span, alignment_mode="expand")
    return int(words.start) if words is not None else mention.root


def _last(draft: Draft, mention: ActorMention) -> int:
    words = draft.doc.char_span(*mention.span, alignment_mode="expand")
    return int(words.end) - 1 if words is not None else mention.root
