"""Whose a stance is: the side named, the one a pronoun or a document stands for, or that of the speaker."""

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import is_in
from dragoman.extract.positions._topics import about
from dragoman.lexicon.acts import stance_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, ActorMention, Speech, Stance
from dragoman.text.acts import phrase_of
from dragoman.text.authors import authors_of
from dragoman.text.doers import actors_or_speaker
from dragoman.text.draft import Draft, span_of
from dragoman.text.names import spelled_out
from dragoman.text.parties import actors_of, people_of, subject_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extract.positions._held import Held

_OWNERS = ("amod", "compound", "nmod")
_FAR = 150  # words back that "both" and "they" may reach
_SINGLE = frozenset(("president", "prime minister", "premier", "king", "foreign minister"))  # a state has but one
_FIRST = frozenset(("we", "i"))
_TOGETHER = frozenset(("both", "all", "one", "each"))
_STANDING = frozenset(("it", "they"))


def holders(draft: Draft, held: "Held") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(whose stance it is, who speaks for them): the holder named, else the speaker of the passage."""
    span = span_of(held.cue)
    if held.holder is None:
        speech = speech_over(draft, span)
        if speech is None and not draft.in_quote(span.start):
            return authors_of(draft), ()
        return _sides_of(draft, speech), chain_over(draft, span)
    people, sides = people_of(draft, held.holder), _actors(draft, held.holder)
    if not sides and held.stance is Stance.CONDITIONS and held.holder.pos_ == "NOUN":
        sides = _sides_of(draft, speech_over(draft, span))  # "the cantonment would start only when": whoever says so
    return sides, people or chain_over(draft, span)


def _actors(draft: Draft, holder: "Token") -> tuple[str, ...]:
    if holder.dep_ in _OWNERS:
        return tuple(m.actor for m in draft.actors if m.root == holder.i and m.actor)[:1]
    if holder.lower_ in _FIRST and (speech := speech_over(draft, span_of(holder))) is not None:
        together = _sides_of(draft, speech)
        if len(together) > 1:
            return together
    bodies = [m.name for m in draft.actors if m.root == holder.i and m.kind is ActorKind.ORGANISATION]
    named = (
        tuple(bodies[:1]) or _party_named(draft, holder) or _of_whom(draft, holder) or actors_or_speaker(draft, holder)
    )
    if named:
        return named
    if holder.lower_ in _FIRST:
        speech = speech_over(draft, span_of(holder))
        if speech is not None:
            return _sides_of(draft, speech)
        return () if draft.in_quote(holder.idx) else authors_of(draft)
    if holder.lower_ in _STANDING:
        return _carried_on(draft, holder)
    if holder.lower_ in _TOGETHER:
        beside = [name for c in holder.children if c.dep_ in ("appos", "prep") for name in actors_of(draft, c)]
        return tuple(dict.fromkeys(beside)) or _met(draft, holder)
    if holder.lemma_.lower() in stance_words()["documents"]:
        return _issuers(draft, holder)
    return _unnamed(draft, holder)


def _carried_on(draft: Draft, pronoun: "Token") -> tuple[str, ...]:
    """ "it", "they" for the body or bodies of the sentence before, where its subject is one."""
    plural, sentence = pronoun.lower_ == "they", pronoun.sent
    above = pronoun.head.head if pronoun.head.dep_ in ("conj", "ccomp", "advcl") else None
    own = subject_of(above) if above is not None else None
    if own is not None and own.pos_ != "PRON" and own.i < pronoun.i:
        return actors_of(draft, own) or _unnamed(draft, own)
    subject = subject_of(sentence.doc[sentence.start - 1].sent.root) if sentence.start else None
    if subject is None or (people_of(draft, subject) and not plural):
        return _met(draft, pronoun) if plural else ()
    names = actors_of(draft, subject) or _unnamed(draft, subject)
    if plural and len(names) == 1 and people_of(draft, subject):
        return _met(draft, pronoun) or names  # "the president met the emir. They urged"
    return names if plural or len(names) == 1 else ()


def _met(draft: Draft, word: "Token") -> tuple[str, ...]:
    """The sides whose people one sentence before names together, the nearest such sentence."""
    people = [m for m in draft.actors if m.kind is ActorKind.PERSON and m.actor and m.root < word.i and not m.pronoun]
    for last in reversed(people):
        sentence = draft.doc[last.root].sent
        sides = dict.fromkeys(m.actor for m in people if m.actor and sentence.start <= m.root < sentence.end)
        if len(sides) > 1 and word.i - last.root < _FAR:
            return tuple(sides)
    return ()


def _issuers(draft: Draft, document: "Token") -> tuple[str, ...]:
    """Who speaks by a document: "a Turkish statement", "the statement of the ministry", "France issued a statement"."""
    for child in document.children:
        if child.dep_ in (*_OWNERS, "poss"):
            names = tuple(m.actor for m in draft.actors if m.root == child.i and m.actor)
            if names:
                return names[:1]
    for child in document.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            names = tuple(name for o in child.children if o.dep_ == "pobj" for name in actors_of(draft, o))
            if names:
                return names
    verb = document.head if document.head.pos_ != "ADP" else document.head.head
    if document.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB":
        subject = subject_of(verb)
        return actors_of(draft, subject) if subject is not None and subject != document else ()
    return _issued_before(draft, document)


def _issued_before(draft: Draft, document: "Token") -> tuple[str, ...]:
    """ "the statement" whose issue the sentence before tells: "they issued a joint statement"."""
    sentence = document.sent
    start = sentence.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    for word in document.doc[start : sentence.start]:
        if word.lemma_ == document.lemma_ and word.dep_ == "dobj" and is_in(word.head, "issuing"):
            subject = subject_of(word.head)
            return (actors_of(draft, subject) or _unnamed(draft, subject)) if subject is not None else ()
    return ()


def _unnamed(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """A body or band by the words for it, or whoever "its" stands for: "a spokesman for the coalition", "its ministry"."""
    near = [holder, *(t for t in holder.subtree if t.dep_ in ("pobj", "poss") and t != holder)]
    for word in near:
        if word.tag_ == "PRP$" and word.lower_ in ("its", "their"):
            before = [m for m in draft.actors if m.actor and word.sent.start <= m.root < word.i and not m.adjective]
            if not before:
                return _subject_before(draft, word)
            return (before[-1].actor,) if before[-1].actor else ()
    own = (
        next((names for word in near if (names := _government(draft, word))), ())
        or _named_body(draft, holder)
        or _own_name(draft, holder)
    )
    if own:
        return own
    beside = [m.actor for m in draft.actors if m.actor and m.root == holder.i + 1 and not m.adjective]
    if beside:
        return (beside[0],)  # "the main rebel faction X"
    body = next((word for word in near if is_in(word, "bodies") or _is_band(word)), None)
    return (phrase_of(body),) if body is not None else ()


def _is_band(word: "Token") -> bool:
    """ "three rebel groups": a group by the word for what it is."""
    return word.lemma_ == "group" and any(
        is_in(c, "bodies") or is_in(c, "fighting") or c.pos_ == "PROPN" for c in word.children if c.dep_ in _OWNERS
    )


def _party_named(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """ "Spain's opposition Popular Party": a party by its own name, and not the state it is in."""
    if holder.pos_ != "PROPN" or not is_in(holder, "party_names") or any(m.root == holder.i for m in draft.actors):
        return ()
    first = holder.i
    while (
        first > holder.sent.start
        and holder.doc[first - 1].tag_ in ("NNP", "NNPS")
        and holder.doc[first - 1].dep_ != "poss"
    ):
        first -= 1
    if first == holder.i or any(m.root in range(first, holder.i) for m in draft.actors):
        return ()
    return (draft.report.body[holder.doc[first].idx : holder.idx + len(holder)],)


def _subject_before(draft: Draft, word: "Token") -> tuple[str, ...]:
    """The sides that the subject of the sentence before denotes."""
    start = word.sent.start
    subject = subject_of(draft.doc[start - 1].sent.root) if start else None
    return actors_of(draft, subject) if subject is not None else ()


def _of_whom(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """ "Georgian participants", "the members of the Security Council": whose people they are."""
    if not is_in(holder, "members"):
        return ()
    near = [c for c in holder.children if c.dep_ in (*_OWNERS, "poss")]
    near += [o for c in holder.children if c.dep_ == "prep" and c.lower_ in ("of", "from") for o in c.children]
    return tuple(
        dict.fromkeys(
            m.name if m.kind is ActorKind.ORGANISATION else m.actor
            for word in near
            for m in draft.actors
            if m.root == word.i and m.actor
        )
    )


def _government(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """ "the government", "the army": that of the state whose government the text last named; "the government of Tigray"."""
    if holder.lemma_.lower() not in stance_words()["governing"]:
        return ()
    place = about(holder, ("of",))
    if place is not None and place.pos_ == "PROPN":
        return (phrase_of(place),)
    seat = about(holder, ("in",))
    seated = [p.country for p in draft.places if seat is not None and p.root == seat.i and p.country]
    if seated:
        return (seated[0],)
    if any(c.dep_ in _OWNERS and c.ent_type_ for c in holder.children):
        return ()
    side = _governed_most(draft, holder.i)
    return (side,) if side else ()


def _governed_most(draft: Draft, before: int) -> str | None:
    """The state that a text tells most of, of those whose government or officials it has named so far."""
    governed = [
        m.actor
        for m in draft.actors
        if m.root < before and m.kind is ActorKind.STATE and m.actor and _is_governed(draft.doc[m.root])
    ]
    told = Counter(m.actor for m in draft.actors if m.actor)
    return max(reversed(governed), key=lambda side: told[side], default=None)


def _governing(draft: Draft, person: ActorMention) -> str | None:
    """The state that somebody governs by a title alone; the one whose president is another is not his."""
    side = _governed_most(draft, person.root)
    others = (m for m in draft.actors if m.kind is ActorKind.PERSON and m.actor == side and m.name != person.name)
    return None if side and any(m.title == person.title and person.title in _SINGLE for m in others) else side


def _is_official(title: str | None) -> bool:
    """Whether somebody of this title speaks for a government where no word says for which."""
    return title is not None and title.split()[-1] in stance_words()["governors"]


def _is_governed(word: "Token") -> bool:
    """Whether a name of a state stands by the word for its government or officials."""
    near = word.head if word.head.pos_ != "ADP" else word.head.head
    return near.lemma_.lower() in stance_words()["governing"] or near.lemma_.lower() in roles().office


def _named_body(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """A body the lexicons do not know, by the name the text gives it."""
    if holder.pos_ != "PROPN" or any(m.root == holder.i for m in draft.actors):
        return ()
    if holder.text.isupper() and len(holder) > 2:
        return (spelled_out(draft.doc, holder.text),)
    return (phrase_of(holder),) if holder.ent_type_ == "ORG" else ()


def _own_name(draft: Draft, holder: "Token") -> tuple[str, ...]:
    found = next((m for m in draft.actors if m.root == holder.i and m.kind is ActorKind.PERSON), None)
    if (
        found is not None
        and not found.actor
        and any(is_in(t, "governing") for t in holder.doc[holder.left_edge.i : holder.i])
    ):
        return tuple(side for side in (_governed_most(draft, holder.i),) if side)  # "army spokesman X"
    if found is None or found.actor or (found.title or "").split(" ")[-1] in stance_words()["commenting"]:
        return ()
    if _is_official(found.title) and (side := _governing(draft, found)):
        return (side,)  # "Defence Minister X" of the government told of
    if found.title is None and sum(m.name.split()[-1] == found.name.split()[-1] for m in draft.actors) < 2:
        return ()
    return (found.name,)


def _sides_of(draft: Draft, speech: Speech | None) -> tuple[str, ...]:
    """The sides that those who speak together speak for; a person of no known side holds no party's position."""
    if speech is None:
        return ()
    together = [s for s in draft.speech if s.cue == speech.cue and s.verb == speech.verb]
    several = [name for s in together for name in _several(draft, s)]
    return tuple(dict.fromkeys(several or [side for s in together if (side := _side_of(draft, s))]))


def _several(draft: Draft, speech: Speech) -> tuple[str, ...]:
    """ "diplomats from France, Britain and Germany": all of them."""
    words = draft.doc.char_span(*speech.speaker_span, alignment_mode="expand") if speech.speaker_span else None
    if words is None or words.root.tag_ != "NNS":
        return ()
    names = actors_of(draft, words.root)
    return names if len(names) > 1 else ()


def _is_where(name: "Token") -> bool:
    """ "a source at the six-party talks": where somebody is, and not whose he is."""
    return name.dep_ == "pobj" and name.head.lower_ in ("at", "in", "near", "with", "to")


def _side_of(draft: Draft, speech: Speech) -> str | None:
    bodies = [
        m.name
        for m in draft.actors
        if m.kind is ActorKind.ORGANISATION
        and speech.speaker_span
        and speech.speaker_span.overlaps(m.span)
        and not _is_where(draft.doc[m.root])
    ]
    if bodies:
        return bodies[0]
    if not speech.speaker:
        cue = draft.doc.char_span(*speech.cue, alignment_mode="expand")
        pronoun = subject_of(cue.root) if cue is not None else None
        known = pronoun is not None and pronoun.lower_ in _STANDING
        return next(iter(_carried_on(draft, pronoun)), None) if known and pronoun is not None else None
    if speech.actor:
        return speech.actor
    mention = next((m for m in draft.actors if m.name == speech.speaker), None)
    if mention is None and speech.speaker_span is not None:
        words = draft.doc.char_span(*speech.speaker_span, alignment_mode="expand")
        return next(iter(actors_of(draft, words.root) or _of_whom(draft, words.root)), None) if words else None
    if mention is None or mention.kind is ActorKind.OUTLET:
        return None
    return mention.actor or (_governing(draft, mention) if _is_official(mention.title) else None)
