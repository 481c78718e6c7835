"""Positions: what each side wants, backs, refuses, denies, or will not speak of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import stance_words
from dragoman.model import Position, Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.parties import actors_of, people_of, subject_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_STANCES = {
    "demands": Stance.DEMANDS,
    "proposes": Stance.PROPOSES,
    "supports": Stance.SUPPORTS,
    "urges": Stance.URGES,
    "opposes": Stance.OPPOSES,
    "denies": Stance.DENIES,
}
_TOPIC_WORDS = 10


def find_positions(draft: Draft) -> list[Position]:
    """One finding for each actor and stance, in the order of the text."""
    found = [position for token in draft.doc if token.pos_ == "VERB" for position in _at(draft, token)]
    return list({(p.actor, p.stance, p.topic): p for p in found}.values())


def _at(draft: Draft, verb: "Token") -> Iterator[Position]:
    yield from _conditions(draft, verb)
    yield from _musts(draft, verb)
    stance = _stance(verb)
    if stance is None:
        return
    subject = subject_of(verb)
    if subject is None:
        return
    yield from _positions(draft, verb, subject, (stance, _topic(draft, verb)))


def _conditions(draft: Draft, verb: "Token") -> Iterator[Position]:
    """ "will not return to talks until Rice retracts": what an actor does only if something else comes first."""
    clause = next(
        (c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("until", "unless") for m in c.children)),
        None,
    )
    negated = any(c.dep_ == "neg" for c in verb.children)
    only = any(c.lower_ == "only" for c in verb.children) and any(
        m.lower_ == "if" for c in verb.children for m in c.children
    )
    subject = subject_of(verb)
    if subject is None or not (only or (clause is not None and negated)):
        return
    words = [t for t in verb.subtree if t.i >= verb.i and (clause is None or t.i < clause.left_edge.i)]
    yield from _positions(draft, verb, subject, (Stance.CONDITIONS, _told(draft, words)))


def _musts(draft: Draft, verb: "Token") -> Iterator[Position]:
    """ "Hamas must release the hostages," he said: what a speaker says another must do, his side demands."""
    if not any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children):
        return
    speech = speech_over(draft, span_of(verb))
    speaker = next((m for m in draft.actors if speech and m.name == speech.speaker), None)
    actor = (speaker.actor or speaker.name) if speaker else None
    if speech is None or not speech.speaker or actor is None:
        return
    words = [t for t in verb.subtree if not t.is_space]
    topic = _told(draft, words)
    if topic:
        span = sentence_span(verb)
        yield Position(
            actor=actor, stance=Stance.DEMANDS, topic=topic, evidence=draft.slice(span), span=span, sources=speech.chain
        )


def _positions(draft: Draft, verb: "Token", subject: "Token", told: tuple[Stance, str | None]) -> Iterator[Position]:
    """The position of each actor that the subject is."""
    stance, topic = told
    if topic is None:
        return
    span = sentence_span(verb)
    sources = people_of(draft, subject) or chain_over(draft, span_of(verb))
    for actor in actors_of(draft, subject):
        yield Position(actor=actor, stance=stance, topic=topic, evidence=draft.slice(span), span=span, sources=sources)


def _stance(verb: "Token") -> Stance | None:
    words, lemma, view = stance_words(), verb.lemma_.lower(), outlook(verb)
    if lemma in words["no_comment"]:
        silent = view.negated or view.under(frozenset(("decline", "refuse")))
        return Stance.NO_COMMENT if silent else None
    if view.mood is Mood.CONDITIONAL:
        return None
    name = next((name for name in _STANCES if lemma in words[name]), None)
    if name is None or not _fits(verb, lemma):
        return None
    if view.negated:
        return {"supports": Stance.OPPOSES, "opposes": None, "denies": None}.get(name)
    return _STANCES[name]


def _fits(verb: "Token", lemma: str) -> bool:
    """Verbs that take a stance only with certain words: "call for", "put forward", "rule out", "insist on"."""
    near = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt", "advmod")}
    if lemma == "call":
        return bool(near & {"for", "on", "upon"})
    if lemma == "put":
        return "forward" in near
    if lemma == "rule":
        return "out" in near
    if lemma in ("press", "push", "appeal"):
        return bool(near & {"for", "to"}) or any(c.dep_ == "dobj" for c in verb.children)
    if lemma == "ask":
        return "for" in near or any(c.dep_ == "xcomp" for c in verb.children)
    return True


def _topic(draft: Draft, verb: "Token") -> str | None:
    """What the stance is on: the act urged, the object backed, the clause denied; short, in the text's words."""
    head = _topic_head(verb)
    if head is None:
        return None
    # "expressed support for the truce": what the support is for.
    if head.lemma_.lower() in stance_words()["leading"]:
        inner = [o for c in head.children if c.dep_ == "prep" for o in c.children if o.dep_ in ("pobj", "pcomp")]
        head = next(iter(inner), head)
    return _told(draft, [t for t in head.subtree if not t.is_space])


def _told(draft: Draft, words: "list[Token]") -> str | None:
    """The words as a short topic, without what only leads in or trails off."""
    words = [t for t in words if t.i <= words[0].i + 25] if words else []
    while words and (words[0].pos_ in ("DET", "PART", "SCONJ", "PRON") or words[0].is_punct or words[0].lower_ == "to"):
        words = words[1:]
    words = words[:_TOPIC_WORDS]
    while words and (words[-1].is_punct or words[-1].pos_ in ("ADP", "DET", "CCONJ", "SCONJ")):
        words = words[:-1]
    if not words or (len(words) == 1 and words[0].lemma_.lower() in stance_words()["weak"]):
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].replace("\n", " ")


def _topic_head(verb: "Token") -> "Token | None":
    order = ("xcomp", "ccomp", "dobj", "prep")
    children = sorted((c for c in verb.children if c.dep_ in order), key=lambda c: order.index(c.dep_))
    for child in children:
        if child.dep_ in ("xcomp", "ccomp"):
            if child.i > verb.i:
                return child
        elif child.dep_ == "dobj":
            return child
        elif child.lower_ in ("for", "on", "to", "against", "out", "with", "of"):
            objects = [o for o in child.children if o.dep_ in ("pobj", "pcomp")]
            if child.lower_ in ("on", "upon") and any(c.dep_ == "xcomp" for c in verb.children):
                continue
            if objects:
                return objects[0]
    return None
