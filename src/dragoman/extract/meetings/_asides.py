"""What sentences without a word for a meeting add to the one told last: a mediator, a head of delegation, a date proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.extract.meetings._edges import edge_of
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._roles import third_parties
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import Meeting, MeetingKind, Status
from dragoman.model.dates import bounds, days
from dragoman.text.attach import dates_of
from dragoman.text.clause import Mood, outlook
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import actors_of, conjuncts, people_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SENTENCES = 3  # after which another matter is told
_AHEAD = (Status.PLANNED, Status.PROPOSED)
_TAKING_PLACE = (Status.HELD, Status.ONGOING)
_OBJECTS = ("dobj", "xcomp", "ccomp")


def asides(draft: Draft, told: Sequence[Event], found: Sequence[Meeting]) -> Iterator[Meeting]:
    """Further mentions of meetings already found, each with the one slot that a later sentence adds."""
    sentences = list(draft.sentences)
    spoken = {event.token.sent.start for event in told}
    for at, sentence in enumerate(sentences):
        if sentence.start in spoken:
            continue
        first = sentences[max(0, at - _SENTENCES)].start_char
        before = [m for m in found if m.span and first <= m.span.start < sentence.start_char]
        last = next((m for m in reversed(before) if len(m.parties) > 1 and m.kind is not MeetingKind.VISIT), None)
        if last is not None:
            yield from _added(draft, sentence, last)


def _added(draft: Draft, sentence: "Words", last: Meeting) -> Iterator[Meeting]:
    span = span_of(sentence)
    said = replace(last, evidence=draft.slice(span), span=span)
    through = tuple(name for token in sentence for name in third_parties(draft, token) if name not in last.parties)
    if through:
        yield replace(said, mediators=tuple(dict.fromkeys(through)))
    for token in sentence:
        if (edge := _edge_told(draft, token, last)) is not None:
            yield replace(said, start=edge[0], end=edge[1])
        people = (*_heads_of_delegations(draft, token), *_who_was_there(draft, token, last))
        if people := tuple(name for name in people if _is_of(draft, name, last)):
            yield replace(said, delegates=people)
        proposal = _date_proposed(draft, token) if last.status in _AHEAD else None
        if proposal:
            who, (start, end) = proposal
            yield replace(said, start=start, end=end, status=Status.PROPOSED, sources=who)


def _edge_told(draft: Draft, verb: "Token", last: Meeting) -> tuple[str | None, str | None] | None:
    """The day on which what was told last began or ended: "They ended on Tuesday without a result"."""
    edge = edge_of(verb) if verb.pos_ == "VERB" else None
    subject = subject_of(verb) if edge else None
    if (
        edge is None
        or subject is None
        or subject.lower_ not in ("they", "it")
        or any(c.dep_ in _OBJECTS for c in verb.children)
    ):
        return None
    day = next((date.value for date in dates_of(draft, verb) if date.value), None)
    if day is None or outlook(verb).mood is not Mood.FACT or last.status not in _TAKING_PLACE:
        return None
    if getattr(last, edge) or (last.start and last.end):
        return None
    told = (day, last.end) if edge == "start" else (last.start, day)
    if told[0] and told[1] and days(told[0]).first > days(told[1]).last:
        return None
    return (day, None) if edge == "start" else (None, day)


def _heads_of_delegations(draft: Draft, verb: "Token") -> Iterator[str]:
    """ "X, who heads the Russian team"; "the delegation is led by X"."""
    if verb.lemma_ not in ("head", "lead") or verb.pos_ != "VERB":
        return
    led = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    led += [verb.head] if verb.dep_ == "acl" else []
    if any(noun.lemma_.lower() in meeting_words().lists["delegation"] for noun in led):
        subject = subject_of(verb)
        yield from people_of(draft, subject) if subject is not None and subject not in led else ()


def _who_was_there(draft: Draft, verb: "Token", last: Meeting) -> Iterator[str]:
    """ "X represented Somalia", "the delegation included X and Y", "also attending were X and Y"."""
    lists, subject = meeting_words().lists, subject_of(verb)
    if verb.lemma_ == "represent" and verb.pos_ == "VERB" and subject is not None:
        things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        names = {name for thing in things for name in actors_of(draft, thing)}
        if names & set(last.parties) or any(t.lemma_.lower() in lists["delegation"] for t in things):
            yield from people_of(draft, subject)
    elif verb.lemma_ in lists["comprising"] and subject is not None and subject.lemma_.lower() in lists["delegation"]:
        members = [*(c for c in verb.children if c.dep_ == "dobj"), *under(verb, "of")]
        yield from (name for member in members for name in people_of(draft, member))
    elif verb.lemma_ == "be" and any(_tells_presence(child) for child in verb.children):
        present = (c for c in verb.children if c.dep_ in ("nsubj", "attr"))
        yield from (name for child in present for name in people_of(draft, child))


def _tells_presence(word: "Token") -> bool:
    """ "also attending were", "were also present", "were in attendance"."""
    if word.dep_ == "prep":
        return any(obj.lemma_ == "attendance" for obj in word.children)
    return word.dep_ in ("acomp", "advcl", "csubj", "amod") and word.lower_ in ("attending", "present")


def _is_of(draft: Draft, name: str, meeting: Meeting) -> bool:
    """Whether a person acts for one of those at the meeting, or for nobody the text tells."""
    actors = {m.actor for m in draft.actors if m.name == name and m.actor}
    return not actors or bool(actors & {*meeting.parties, *meeting.mediators})


def _date_proposed(draft: Draft, verb: "Token") -> tuple[tuple[str, ...], tuple[str, str]] | None:
    """Who proposes nothing but a date, and which: "Umerov proposed June 20-30"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in meeting_words().lists["proposing"]:
        return None
    subject = subject_of(verb)
    objects = [part for child in verb.children if child.dep_ in ("dobj", "npadvmod") for part in conjuncts(child)]
    for date in draft.dates:
        words = draft.doc.char_span(*date.span, alignment_mode="expand")
        if date.value and words is not None and words.root in objects and words.root.i > verb.i and subject is not None:
            others = [obj for obj in objects if not words.start <= obj.i < words.end]
            return None if others or under(verb, "to") else (people_of(draft, subject), bounds(date.value))
    return None
