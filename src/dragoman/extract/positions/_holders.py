"""Whose a stance is: the side named, the one a pronoun or a document stands for, or that of the speaker."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import stance_words
from dragoman.model import ActorKind, Speech
from dragoman.text.acts import actors_or_speaker, phrase_of
from dragoman.text.authors import authors_of
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import actors_of, people_of, subject_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extract.positions._held import Held

_OWNERS = ("amod", "compound", "nmod")
_FIRST = frozenset(("we", "i"))
_STANDING = frozenset(("it", "they"))


def holders(draft: Draft, held: "Held") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(whose stance it is, who speaks for them): the holder named, else the speaker of the passage."""
    span = span_of(held.cue)
    if held.holder is None:
        speech = speech_over(draft, span)
        if speech is None and not draft.in_quote(span.start):
            return authors_of(draft), ()
        return _sides_of(draft, speech), chain_over(draft, span)
    people = people_of(draft, held.holder)
    return _actors(draft, held.holder), people or chain_over(draft, span)


def _actors(draft: Draft, holder: "Token") -> tuple[str, ...]:
    if holder.dep_ in _OWNERS:
        return tuple(m.actor for m in draft.actors if m.root == holder.i and m.actor)[:1]
    bodies = [m.name for m in draft.actors if m.root == holder.i and m.kind is ActorKind.ORGANISATION and m.members]
    named = tuple(bodies[:1]) or actors_or_speaker(draft, holder)
    if named:
        return named
    if holder.lower_ in _FIRST:
        return () if speech_over(draft, span_of(holder)) or draft.in_quote(holder.idx) else authors_of(draft)
    if holder.lower_ in _STANDING:
        return _carried_on(draft, holder)
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
    if subject is None or people_of(draft, subject):
        return ()
    names = actors_of(draft, subject)
    return names if plural or len(names) == 1 else ()


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
    return ()


def _unnamed(draft: Draft, holder: "Token") -> tuple[str, ...]:
    """A body or band by the words for it, or whoever "its" stands for: "a spokesman for the coalition", "its ministry"."""
    near = [holder, *(t for t in holder.subtree if t.dep_ in ("pobj", "poss") and t != holder)]
    for word in near:
        if word.tag_ == "PRP$" and word.lower_ in ("its", "their"):
            before = [m for m in draft.actors if m.actor and word.sent.start <= m.root < word.i and not m.adjective]
            return (before[-1].actor,) if before and before[-1].actor else ()
    body = next((word for word in near if word.lemma_.lower() in stance_words()["bodies"]), None)
    return (phrase_of(body),) if body is not None else ()


def _sides_of(draft: Draft, speech: Speech | None) -> tuple[str, ...]:
    """The sides that those who speak together speak for; a person of no known side holds no party's position."""
    if speech is None:
        return ()
    together = [s for s in draft.speech if s.cue == speech.cue and s.verb == speech.verb]
    return tuple(dict.fromkeys(side for s in together if (side := _side_of(draft, s))))


def _side_of(draft: Draft, speech: Speech) -> str | None:
    if not speech.speaker:
        return None
    if speech.actor:
        return speech.actor
    mention = next((m for m in draft.actors if m.name == speech.speaker), None)
    if mention is None and speech.speaker_span is not None:
        words = draft.doc.char_span(*speech.speaker_span, alignment_mode="expand")
        return next(iter(actors_of(draft, words.root)), None) if words is not None else None
    return mention.actor if mention is not None and mention.kind is not ActorKind.OUTLET else None
