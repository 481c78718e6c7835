"""Third parties with a stated role: who mediates, hosts the sides, lends good offices, observes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores
from dragoman.extract.meetings._grammar import under
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import ActorKind
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of, conjuncts, mentions_by_root, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY = ("by", "of", "through", "from", "via")
_THANKS = ("gratitude", "thanks", "appreciation", "thank")


def mediators(draft: Draft, event: Event) -> tuple[str, ...]:
    """Third parties with a stated role in bringing the sides together. A venue alone is no role."""
    found: list[str] = []
    for token in event.token.sent:
        if token.head in cores(event.token) and (token.dep_ in ("amod", "compound", "nmod") or "-" in token.text):
            found += by_adjective(draft, token)
        if _is_mediating(token) and _concerns(token, event) and token != event.token:
            found += third_parties(draft, token)
    return tuple(dict.fromkeys(found))


def third_parties(draft: Draft, token: "Token") -> list[str]:
    """Who has the role that a word of mediating speaks of."""
    if token.pos_ not in ("VERB", "NOUN", "PROPN", "AUX") or not _is_mediating(token):
        return []
    return list(_by_verb(draft, token) if token.pos_ == "VERB" else _by_noun(draft, token))


def _is_mediating(token: "Token") -> bool:
    if token.lemma_ == "bring":
        return any(t.lower_ == "together" for child in token.children for t in (child, *child.children))
    words = meeting_words().lists["mediating"]
    return token.lower_ in words or token.lemma_ in words


def _concerns(token: "Token", event: Event) -> bool:
    """Whether a word of mediating speaks of this event: above it, below it, or in one clause with it."""
    own = {event.token, *cores(event.token)}
    return (
        any(core.is_ancestor(token) or token.is_ancestor(core) for core in own)
        or predicate(token) == predicate(event.token)
        or (token.dep_ in ("acl", "relcl", "advcl") and predicate(token.head) == predicate(event.token))
    )


def _by_verb(draft: Draft, verb: "Token") -> Iterator[str]:
    """ "talks brokered by Qatar", "Qatar brokered the talks", "contacts facilitated through Turkish channels"."""
    if not _helps_talks(draft, verb):
        return
    passive = list(under(verb, "by", "through", "via"))
    if passive:
        yield from (name for obj in passive for name in _actors(draft, obj))
        return
    if verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children):
        return
    subject = _thanked(verb) or subject_of(verb) or _player(verb)
    if subject is not None and any(c.dep_ in ("dobj", "ccomp", "prep", "xcomp") for c in verb.children):
        yield from actors_of(draft, subject)


def _helps_talks(draft: Draft, verb: "Token") -> bool:
    """Whether what is hosted, facilitated or overseen are talks, a text or the sides; access to aid and a programme are not."""
    words = meeting_words()
    if verb.lemma_ in words.lists["brokering"]:
        return True
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    things += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []
    known = words.noun.keys() | words.lists["drafts"] | words.lists["papers"] | words.lists["helped"]
    told = [part for thing in things for part in conjuncts(thing)]
    return not told or any(t.lemma_.lower() in known or t.pos_ == "PRON" or actors_of(draft, t) for t in told)


def _thanked(word: "Token") -> "Token | None":
    """ "thanked X for hosting", "gratitude to X for hosting", "for X's leadership in mediation": who is praised does it."""
    if word.dep_ == "advcl" and (thanks := [c for c in word.head.children if c.dep_ == "dobj" and c.lemma_ in _THANKS]):
        return next(
            iter(under(thanks[0], "to")), None
        )  # "gratitude to X for his part in hosting": the model parts them
    if word.dep_ not in ("pcomp", "pobj") or word.head.lower_ not in ("for", "in"):
        return None
    above = word.head.head
    if above.pos_ == "VERB":
        thanking = word.dep_ == "pcomp" or above.lemma_ in meeting_words().lists["thanking"]
        return next((c for c in above.children if c.dep_ in ("dobj", "dative")), None) if thanking else None
    while above.dep_ == "conj":
        above = above.head
    owner = next((child for child in above.children if child.dep_ == "poss"), None)
    if owner is not None and owner.pos_ != "PRON":
        return owner
    return next(iter(under(above, "to")), None) or _thanked(above) or owner


def _player(verb: "Token") -> "Token | None":
    """ "X played a part in hosting and facilitating talks"."""
    first = verb.head if verb.dep_ == "conj" else verb
    if first.dep_ != "pcomp" or first.head.lower_ != "in":
        return None
    return subject_of(predicate(first.head.head))


def _by_noun(draft: Draft, noun: "Token") -> Iterator[str]:
    """ "under the auspices of the UN", "with Qatari mediation", "joined the talks as an observer"."""
    for obj in under(noun, *_BY):
        yield from _actors(draft, obj)
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield from _named_at(draft, child)
    yield from _titled(draft, noun)
    if (thanked := _thanked(noun)) is not None and noun.lemma_.lower() not in meeting_words().lists["go_betweens"]:
        yield from actors_of(draft, thanked)
    if noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
        subject = subject_of(predicate(noun))
        if subject is not None:
            yield from actors_of(draft, subject)


def _titled(draft: Draft, noun: "Token") -> Iterator[str]:
    """ "African Union mediator Olusegun Obasanjo", "the mediator for the Arab League": for whom a mediator acts."""
    if noun.lemma_.lower() not in meeting_words().lists["go_betweens"]:
        return
    if noun.dep_ in ("compound", "nmod"):
        yield from (name for c in noun.head.children if c.i < noun.i for name in _named_at(draft, c))
    yield from (name for obj in under(noun, "for") for name in _actors(draft, obj))


def by_adjective(draft: Draft, token: "Token") -> Iterator[str]:
    """ "U.S.-facilitated talks", "EU- and Qatari-mediated": a participle tied to a name by a hyphen."""
    if token.lower_.rsplit("-", 1)[-1] not in meeting_words().lists["mediated"]:
        return
    for child in token.subtree:
        yield from _named_at(draft, child)
    before = token.doc[max(0, token.i - 2) : token.i]
    if len(before) == 2 and before[1].lower_ == "and":  # "EU and U.S.-facilitated talks"
        yield from _named_at(draft, before[0])


def _actors(draft: Draft, head: "Token") -> Iterator[str]:
    """Who a phrase denotes, and who owns the channels or efforts it speaks of ("through Turkish channels")."""
    yield from actors_of(draft, head)
    for part in conjuncts(head):
        for child in part.children:
            if child.dep_ in ("amod", "poss", "compound"):
                yield from _named_at(draft, child)


def _named_at(draft: Draft, token: "Token") -> Iterator[str]:
    for mention in mentions_by_root(draft).get(token.i, ()):
        if mention.actor and mention.kind is not ActorKind.OUTLET:
            yield mention.actor
