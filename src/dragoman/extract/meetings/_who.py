"""Who meets: the states, groups and organisations, and the people."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores, journey
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._series import companions, listed_after, named_after, run_on
from dragoman.extract.meetings._verbs import stays_away
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.lexicon.world import places
from dragoman.model import ActorMention, MeetingKind
from dragoman.model.enums import ActorKind
from dragoman.text.clause import is_verb, predicate
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import (
    actors_of,
    actors_of_one,
    as_told,
    bodies_of,
    conjuncts,
    is_body,
    mentions_by_root,
    people_of,
    subject_of,
)
from dragoman.text.sides import sides_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_REST = {"other", "others", "few"}  # "a few other leaders" are nobody in particular
_LEADING = ("lead", "head", "represent")
_PARTY_KINDS = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)


def participants(draft: Draft, event: Event) -> list["Token"]:
    """Head words of the phrases that name who meets, in the order of telling."""
    token, verb = event.token, predicate(event.token)
    found: list[Token] = []
    subject = _subject(verb)
    if (
        subject is not None
        and subject != token
        and not _is_helper(verb)
        and not stays_away(verb)
        and (event.is_verb or is_light(verb) or _deals(verb, token) or _acts_there(draft, token, subject))
    ):
        found.append(subject)
    found += _company(token)
    if verb != token and is_light(verb):
        found += under(verb, "with", "between", *(("to",) if verb.lemma_ in meeting_words().lists["proposing"] else ()))
    found += [guest for word in _inviting(token) for guest in word.children if guest.dep_ == "dobj" and guest != token]
    heads = [one for at, one in enumerate(found) if one not in found[:at]]
    return [*heads, *(more for head in heads for more in _more(draft, head) if more not in heads)]


def _is_helper(verb: "Token") -> bool:
    """ "A and B are guarantors of the talks": what they are there, they do not meet."""
    told = (child for child in verb.children if child.dep_ == "attr")
    return verb.lemma_ == "be" and any(noun.lemma_.lower() in meeting_words().lists["mediating"] for noun in told)


def _subject(verb: "Token") -> "Token | None":
    """Who acts in a clause; "by phone" is no agent."""
    subject = subject_of(verb) or _passive_controller(verb)
    if subject is not None and subject.lower_ in meeting_words().lists["by_phone"]:
        return next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject


def _passive_controller(verb: "Token") -> "Token | None":
    """ "A is slated to open talks": the subject of the passive does what the passive governs."""
    if verb.dep_ != "xcomp":
        return None
    return next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)


def _inviting(token: "Token") -> Iterator["Token"]:
    """ "invited A and B to talks", "planned a summit, inviting the presidents of A and B"."""
    verb = predicate(token)
    for word in (verb, verb.head, *verb.children):
        if (
            word.lemma_ == "invite"
            and word.pos_ == "VERB"
            and (word == verb or word.dep_ == "advcl" or verb.dep_ == "xcomp")
        ):
            yield word


def _more(draft: Draft, head: "Token") -> Iterator["Token"]:
    for part in conjuncts(head):
        yield from _coordinated_before(part)
        yield from companions(draft, part)
        yield from listed_after(draft, part)
        yield from (one for named in under(part, "including") for one in conjuncts(named))
        for name in (part, *(last for obj in under(part, "from", "of") for last in conjuncts(obj))):
            yield from run_on(draft, name)


def _coordinated_before(part: "Token") -> Iterator["Token"]:
    """ "Iran and world powers": the model takes the first of two for an attribute of the second."""
    for child in part.lefts:
        if child.dep_ == "nmod" and child.pos_ == "PROPN" and any(c.dep_ == "cc" for c in child.children):
            yield child


def _company(token: "Token") -> list["Token"]:
    """Whom the event's own words name: objects of a verb, "with", "between", owners and adjectives of a noun."""
    if is_verb(token):
        received = ("nsubjpass",) if token.lemma_ == "receive" else ()
        called = ("oprd",) if token.lemma_ == "call" else ()
        objects = [c for c in token.children if c.dep_ in ("dobj", "obj", *received, *called)]
        met = [] if token.lemma_ == "discuss" else objects
        return [*met, *under(token, "with", "to", "between")]
    found: list[Token] = []
    for core in cores(token):
        found += under(core, "with", "between", "among", "of", "by", *(("from",) if core.lemma_ == "call" else ()))
        if predicate(core).lemma_ in meeting_words().lists["proposing"] or _is_overture(core):
            found += under(core, "to")
        found += [obj for child in core.children if child.dep_ == "acl" for obj in _involved(child)]
        found += _named_before(core)
    return found


def _involved(participle: "Token") -> list["Token"]:
    """ "talks involving A and B", "attended by the ministers of A and B"."""
    if participle.lemma_.lower() not in meeting_words().lists["involving"]:
        return []
    return [*(c for c in participle.children if c.dep_ == "dobj"), *under(participle, "by")]


def _named_before(core: "Token") -> list["Token"]:
    """Owners, and adjectives that tell two sides: "US-Iran talks" names them, "Doha talks" a venue, "Syria talks" a topic."""
    owners = [child for child in core.children if child.dep_ == "poss"]
    modifiers = [child for child in core.children if child.dep_ in ("amod", "compound", "nmod")]
    modifiers = [
        child for child in modifiers if child.lower_.rsplit("-", 1)[-1] not in meeting_words().lists["mediated"]
    ]
    told = [t for child in modifiers for t in child.subtree if t.ent_type_ in ("GPE", "NORP", "ORG") or "-" in t.text]
    return [*owners, *(modifiers if len(told) > 1 or any("-" in t.text for t in told) else [])]


def is_light(verb: "Token") -> bool:
    """Whether the verb only says that its meeting takes place, its subject then meets."""
    return verb.lemma_.lower() in meeting_words().lists["light"]


def _deals(verb: "Token", token: "Token") -> bool:
    """ "rejected talks with X", "offered talks to X": who does so would be the other side, if he does not merely look on."""
    lists, lemma = meeting_words().lists, verb.lemma_.lower()
    if verb.lemma_ in lists["mediating"] or lemma in lists["onlooking"]:
        return False
    if lemma in lists["proposing"] or _is_overture(token):
        return any(under(core, "with", "to") for core in cores(token))
    return any(under(core, "with") for core in cores(token)) and (
        lemma in lists["dealing"] or _is_object_of(token, verb)
    )


def _is_overture(token: "Token") -> bool:
    """ "an overture of talks", "an invitation to talks"."""
    return token.dep_ == "pobj" and token.head.head.lemma_.lower() in meeting_words().lists["overtures"]


def _is_object_of(token: "Token", verb: "Token") -> bool:
    return token.dep_ == "dobj" and token.head == verb


def _acts_there(draft: Draft, token: "Token", subject: "Token") -> bool:
    """Whether who acts in the clause is at the meeting told beside it: "signed after a meeting with", "agreed at a meeting"."""
    if token.dep_ != "pobj" or token.head.lower_ not in meeting_words().lists["circumstance"]:
        return False
    if token.head.lower_ in ("for", "on") and token.head.head.pos_ == "NOUN":
        return False  # "discussed preparations for the meeting with X"
    if any(under(core, "with") for core in cores(token)):
        return True
    if any(under(core, "between", "of") for core in cores(token)):
        return False
    return len(actors_of(draft, subject)) > 1 and not is_body(draft, subject)


def receives_somebody(draft: Draft, event: Event) -> bool:
    """Whether what is hosted, received or phoned is a party or a person; true of all other words."""
    lists, lemma = meeting_words().lists, event.token.lemma_.lower()
    if not event.is_verb or lemma not in lists["receiving"] | lists["seeing"] | lists["by_phone_only"] | {"invite"}:
        return True
    objects = [child for child in event.token.children if child.dep_ in ("dobj", "nsubjpass", "oprd")]
    if any(obj.lemma_.lower() in ("other", "another") for obj in objects):
        return True  # "saw each other"
    if lemma in lists["seeing"] | lists["by_phone_only"]:
        offices = roles().office if lemma != "call" else frozenset()  # one calls "its delegates home"
        return any(people_of(draft, obj) or obj.lemma_.lower() in offices for obj in objects)
    return any(actors_of(draft, obj) or people_of(draft, obj) for obj in objects)


def bringing_host(draft: Draft, event: Event) -> tuple[str, ...]:
    """Who brings or hosts the sides: he is through whom they meet, where these are two."""
    if not event.is_verb or event.token.lemma_ not in (
        "bring",
        "host",
        "invite",
        "gather",
        "convene",
        "call",
        "summon",
    ):
        return ()
    subject = _subject(event.token)
    return actors_of(draft, subject) if subject is not None else ()


def calls_each(event: Event) -> bool:
    """Whether somebody calls several who are not on the line together."""
    token, subject = event.token, subject_of(event.token)
    if event.kind is not MeetingKind.CALL or not event.is_verb or subject is None:
        return False
    alone = not any(child.dep_ == "conj" for child in subject.children)
    joint = {t.lower_ for t in token.subtree} & meeting_words().lists["jointly"]
    return alone and subject.tag_ not in ("NNS", "NNPS") and not joint


def met_by_each(draft: Draft, event: Event) -> tuple[str, ...]:
    """Whom several meet one by one: "A and B met separately with C"."""
    with_whom, subject = under(event.token, "with"), subject_of(event.token) if event.is_verb else None
    if subject is None or len(with_whom) != 1 or not any(child.dep_ == "conj" for child in subject.children):
        return ()
    return actors_of(draft, with_whom[0])[:1]


def is_of_both(draft: Draft, event: Event) -> bool:
    """Whether the event noun leaves its sides unnamed: "negotiations between both sides"."""
    heads = [obj for core in cores(event.token) for obj in under(core, "between")]
    return any(m.kind is ActorKind.PARTIES for head in heads for m in mentions_by_root(draft).get(head.i, ()))


def is_between(event: Event) -> bool:
    """Whether the event noun tells two sides itself, though one be unknown: "talks between X and the leaders of its opposition"."""
    heads = [obj for core in cores(event.token) for obj in under(core, "between")]
    return any(len(list(conjuncts(head))) > 1 for head in heads)


def beside(draft: Draft, event: Event) -> tuple[str, ...]:
    """The parties that the event noun names itself ("between A and B"); mediators spoken with are none."""
    heads = [] if event.is_verb else [obj for core in cores(event.token) for obj in under(core, "between", "with")]
    mediating = meeting_words().lists["mediating"]
    return tuple(name for head in heads if head.lemma_.lower() not in mediating for name in _actors(draft, head))


def speakers(draft: Draft, event: Event) -> tuple[str, ...]:
    """For whom those speak who tell of "negotiations with X" without saying whose: their own side's."""
    others = [] if event.is_verb else [obj for core in cores(event.token) for obj in under(core, "with")]
    if not any(_actors(draft, other) for other in others):
        return ()
    own = {m.name: m.actor for m in draft.actors if m.kind is not ActorKind.OUTLET and m.actor}
    bodies = bodies_of(draft)
    return tuple(
        dict.fromkeys(
            own[name] for name in chain_over(draft, span_of(event.token)) if name in own and own[name] not in bodies
        )
    )


def parties(draft: Draft, event: Event, heads: Iterable["Token"]) -> tuple[str, ...]:
    """The states, groups and organisations that meet."""
    heads = list(heads)
    spelled = [part for head in heads for part in conjuncts(head) if listed_after(draft, part)]
    guessed = {name for part in spelled for m in mentions_by_root(draft).get(part.i, ()) for name in m.members}
    names = [name for head in heads for name in (*_actors(draft, head), *_adjectives(draft, head))]
    owners = [name for part in spelled for name in _owners(draft, part)]
    parts = [part for head in heads for part in conjuncts(head)]
    direct = {m.name for part in parts for m in mentions_by_root(draft).get(part.i, ())}
    direct |= {name for part in parts if part not in spelled for name in _alone(draft, part)}
    told = [*(name for name in names if name not in guessed or name in direct), *owners]
    told += [name for part in spelled for root in listed_after(draft, part) for name in actors_of(draft, root)]
    told += [*_format_members(draft, event)]
    if len(set(told)) == 1:
        told += [name for head in heads for name in _as_told(draft, head)]
    return tuple(dict.fromkeys(told))


def _as_told(draft: Draft, head: "Token") -> Iterator[str]:
    """Sides the text calls by a common word, told together with a known one: "the government and eight armed groups"."""
    unknown = [
        p
        for p in conjuncts(head)
        if p.pos_ == "NOUN" and not (_actors(draft, p) or _REST & {c.lower_ for c in p.children})
    ]
    if actors_of(draft, head):
        yield from (name for part in unknown if not people_of(draft, part) for name in as_told(draft, part))


def _alone(draft: Draft, part: "Token") -> Iterator[str]:
    """Whom a phrase denotes by its own words, whatever is coordinated with it."""
    by_root = mentions_by_root(draft)
    return actors_of_one(draft, part, by_root) if not any(m.members for m in by_root.get(part.i, ())) else iter(())


def _actors(draft: Draft, head: "Token") -> tuple[str, ...]:
    if (speaker := _first_person(draft, head)) and speaker.actor:
        return (speaker.actor,)
    named = _employers(draft, head) or sides_of(draft, head)
    if named or head.pos_ not in ("NOUN", "PROPN") or head.dep_ in _MODIFIERS:
        return named
    # Whoever meets, "businessmen and officials from A, B and C" are of A, B and C, "the Amir of Q" is of Q.
    owners = [*under(head, "from", "of"), *_heads_named(head)]
    return tuple(dict.fromkeys(name for obj in owners for name in actors_of(draft, obj)))


def _heads_named(head: "Token") -> Iterator["Token"]:
    """Whose a delegation is by its own clause: "a delegation led by Minister X", "a team representing the rebels"."""
    for verb in head.children:
        if verb.dep_ == "acl" and verb.lemma_ in _LEADING:
            yield from (*under(verb, "by"), *(c for c in verb.children if c.dep_ == "dobj" and verb.tag_ == "VBG"))


def _employers(draft: Draft, head: "Token") -> tuple[str, ...]:
    """For whom several act who are told by one noun: "Russian and Ukrainian negotiators", "the ministers of A, B and C"."""
    if head.tag_ not in ("NNS", "NNPS") or head.dep_ in _MODIFIERS:
        return ()
    owners = [child for child in head.children if child.dep_ in _MODIFIERS]
    names = [name for child in owners for name in (*actors_of(draft, child), *_adjectives(draft, child))]
    names += [name for obj in under(head, "of", "from") for name in actors_of(draft, obj)]
    found = tuple(dict.fromkeys(names))
    if len(found) < 2:
        return ()
    others = (name for part in list(conjuncts(head))[1:] for name in actors_of(draft, part))
    return tuple(dict.fromkeys((*found, *others)))


def _owners(draft: Draft, head: "Token") -> Iterator[str]:
    """Who owns a collective that the text spells out: "the European Union's big three"."""
    for child in head.children:
        if child.dep_ in _MODIFIERS:
            yield from actors_of(draft, child)


def _format_members(draft: Draft, event: Event) -> Iterator[str]:
    """ "the six-party talks": a format that is nothing but its members."""
    for core in cores(event.token):
        for mention in mentions_by_root(draft).get(core.i, ()):
            yield from mention.members


def _adjectives(draft: Draft, head: "Token") -> Iterator[str]:
    """ "Russian-Ukrainian talks", "US-Iran negotiations": demonyms and names before the noun are its parties."""
    if head.dep_ not in _MODIFIERS:
        return
    words = {head.i, *(t.i for part in conjuncts(head) for t in part.subtree)}
    for mention in draft.actors:
        if mention.root in words and mention.kind in _PARTY_KINDS[:2]:
            yield mention.name


def delegates(draft: Draft, event: Event, heads: Iterable["Token"]) -> tuple[str, ...]:
    """The people who meet; who proposes or agrees to a meeting need not be at it."""
    verb = predicate(event.token)
    arranged = verb != event.token and verb.lemma_ in meeting_words().lists["arranging"]
    absent = subject_of(verb) if arranged and event.token.dep_ != "pobj" else None
    names = [name for head in heads if head != absent for name in _people(draft, head) if name not in places()]
    return tuple(dict.fromkeys([*names, *led_by(draft, event)]))


def _people(draft: Draft, head: "Token") -> Iterator[str]:
    """The people of a phrase; who speaks is "I"; "the President of the Authority, Mr. X" is X."""
    if speaker := _first_person(draft, head):
        yield speaker.name
        return
    people = people_of(draft, head) or tuple(named_after(draft, head))
    people += tuple(name for part in list(conjuncts(head))[1:] for name in named_after(draft, part))
    listed = [name for root in listed_after(draft, head) for name in people_of(draft, root)]
    yield from dict.fromkeys((*people, *listed))


def _first_person(draft: Draft, head: "Token") -> ActorMention | None:
    """Whom "I" and "we" stand for: the speaker of the words."""
    if head.lower_ not in ("i", "we"):
        return None
    speech = speech_over(draft, span_of(head))
    return next((m for m in draft.actors if speech and m.name == speech.speaker and m.actor), None)


def led_by(draft: Draft, event: Event) -> Iterator[str]:
    """ "a delegation led by Umerov", "with Umerov leading its delegation": heads of those who meet."""
    clauses = (predicate(event.token), journey(event.token))
    for token in event.token.sent:
        if token.lemma_ in ("lead", "head") and token.tag_ == "VBG" and token.dep_ == "pcomp":
            sent = (c for c in token.children if c.dep_ == "dobj")
            own = any(c.lemma_.lower() in meeting_words().lists["delegation"] for c in sent)
            yield from (n for c in token.children if c.dep_ == "nsubj" and own for n in people_of(draft, c))
        if token.lemma_ in ("lead", "head") and token.tag_ == "VBN" and predicate(token.head) in clauses:
            for obj in under(token, "by"):
                yield from people_of(draft, obj)
