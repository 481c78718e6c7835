"""Visits: who goes to whose country. A trip that names no state it leads to is no meeting."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._series import companions
from dragoman.extract.meetings._who import led_by
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, PlaceMention, Status
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.parties import actors_of, conjuncts, mentions_by_root, people_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class Visit(NamedTuple):
    """Whose visit, and where it leads."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[PlaceMention, ...]


def visit(draft: Draft, event: Event, around: Sequence[PlaceMention]) -> Visit | None:
    """The visit an event word tells of. `around` are the places of its clause, for "in Japan as part of a trip"."""
    if not event.is_verb and predicate(event.token).lemma_ in meeting_words().lists["going"]:
        return None  # "arrived in B on the way to C for a visit": the verb tells it
    targets = _targets(event.token)
    places = [p for target in targets for p in _places_at(draft, target)]
    if not targets:
        places = [p for p in around if draft.doc[p.root].dep_ == "pobj" and draft.doc[p.root].head.lower_ == "in"]
    guests = _guests(draft, event)
    people = tuple(dict.fromkeys(name for head in guests for name in people_of(draft, head)))
    people = tuple(dict.fromkeys((*people, *led_by(draft, event)))) if guests else people
    senders = tuple(dict.fromkeys(name for head in guests for name in actors_of(draft, head)))
    hosts = tuple(dict.fromkeys(p.country for p in places if p.country and p.country not in senders))
    if not hosts or not (people or (senders and _is_sent(guests))):
        return None
    return Visit((*senders, *hosts), people, tuple(p for p in places if p.country in hosts))


def _targets(token: "Token") -> list["Token"]:
    """Words for where the visit leads."""
    if token.pos_ == "VERB" and token.lemma_ == "leave":
        heads = under(token, "for")
    elif token.pos_ == "VERB":
        heads = [*(c for c in token.children if c.dep_ == "dobj"), *under(token, "to", "in", "at")]
    else:
        heads = under(token, "to", "in")
    return [part for head in heads for part in conjuncts(head)]


def _places_at(draft: Draft, target: "Token") -> list[PlaceMention]:
    """The place a word names; a state named as an actor is one too."""
    named = [p for p in draft.places if p.root == target.i]
    states = [m for m in mentions_by_root(draft).get(target.i, ()) if m.kind is ActorKind.STATE]
    return named or [
        PlaceMention(m.span, draft.slice(m.span) if m.metonym else None, m.name, "state", m.root) for m in states
    ]


def _guests(draft: Draft, event: Event) -> list["Token"]:
    """Who travels: the verb's subject; of a noun its owner, else whoever acts in its clause."""
    owner = next((c for c in event.token.children if c.dep_ == "poss"), None)
    if owner is None:
        owner = subject_of(event.token if event.is_verb else predicate(event.token))
    if event.is_verb and event.token.lemma_ == "expect":
        owner = next((c for c in event.token.children if c.dep_ == "nsubjpass"), None)
    return [] if owner is None else [*conjuncts(owner), *companions(draft, owner)]


def _is_sent(heads: Sequence["Token"]) -> bool:
    """Whether a delegation or the bearer of an office travels: "a delegation of the rebels", "the Ukrainian leader"."""
    return any(head.lemma_.lower() in meeting_words().lists["delegation"] | roles().office for head in heads)


def standing(event: Event, status: Status) -> Status:
    """Who has arrived is there; who does something on or as part of a trip is on it."""
    if status is not Status.HELD:
        return status
    if event.is_verb:
        return Status.ONGOING if event.token.lemma_ in meeting_words().lists["arriving"] else status
    chain = [event.token.head.lower_, event.token.head.head.lower_]
    return Status.ONGOING if event.token.dep_ == "pobj" and ("on" in chain or "part" in chain) else status
