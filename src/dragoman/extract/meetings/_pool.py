"""What a report tells once of the talks it is about: through whom the two sides meet, and who speaks for them there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.meetings._roles import by_adjective, third_parties
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import ActorKind, ActorMention, Level, Meeting, MeetingKind, Status
from dragoman.text.draft import Draft
from dragoman.text.parties import bodies_of
from dragoman.text.principals import principal_parties

_AT_TALKS = (MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.CONFERENCE)
_AT_A_TABLE = (*_AT_TALKS, MeetingKind.CONSULTATION)
_OF_RECORD = (Status.HELD, Status.ONGOING, Status.CANCELLED)  # of which who was to meet is known
_TAKING_PLACE = (Status.HELD, Status.ONGOING)


def pooled(draft: Draft, found: Sequence[Meeting]) -> Iterator[Meeting]:
    """One more mention of the report's own talks, with the third parties and envoys it names for them in any sentence."""
    pair = frozenset(principal_parties(draft))
    main = _main(found, pair)
    if main is None:
        return
    placed = {name for meeting in found for name in meeting.mediators}  # each with the talks its own sentence tells of
    helpers = tuple(dict.fromkeys(_go_betweens(draft)))
    names = tuple(n for n in helpers if n not in main.parties and n not in placed)
    # Who arranges contacts between the two is not said to be at their talks.
    elsewhere = {name for meeting in found if meeting.kind not in _AT_TALKS for name in meeting.mediators}
    over = [name for name in helpers if name not in elsewhere]
    rounds = (one for one in found if one is not main and _is_round_of(one, pair))
    yield from (helped for one in rounds if (helped := _helped(one, over)) != one)
    people = _envoys(draft, (*main.parties, *names)) if main.level is not Level.LEADERS else ()
    if not set(names) <= set(main.mediators) or not set(people) <= set(main.delegates):
        yield replace(main, mediators=(*main.mediators, *names), delegates=(*main.delegates, *people))


def _is_round_of(meeting: Meeting, pair: frozenset[str]) -> bool:
    """Whether a meeting is one of the series the two sides hold: who brings them together brings them to each round."""
    if meeting.kind not in _AT_A_TABLE or meeting.level is Level.LEADERS or not pair <= set(meeting.parties):
        return False
    return meeting.round is not None or "round" in meeting.evidence.split()


def _helped(meeting: Meeting, helpers: Sequence[str]) -> Meeting:
    names = tuple(name for name in helpers if name not in (*meeting.mediators, *meeting.parties))
    return replace(meeting, mediators=(*meeting.mediators, *names))


def _main(found: Sequence[Meeting], pair: frozenset[str]) -> Meeting | None:
    """The first of the two sides' talks that take place, else the first that are told."""
    theirs = [m for m in found if m.kind in _AT_A_TABLE and len(pair) == 2 and pair <= set(m.parties)]
    return next((m for m in theirs if m.status in _TAKING_PLACE), theirs[0] if theirs else None)


def _go_betweens(draft: Draft) -> Iterator[str]:
    """Third parties by their part in any sentence, and by the office of those who go between for them."""
    nouns = meeting_words().noun
    for token in draft.doc:
        yield from third_parties(draft, token)
        if token.dep_ == "amod" and token.head.lemma_.lower() in nouns:
            yield from by_adjective(draft, token)
    bodies = bodies_of(draft)
    for mention in _people(draft):
        if mention.actor and mention.title and _is_of(mention.title, meeting_words().lists["go_betweens"]):
            yield mention.actor
        elif mention.actor in bodies and mention.title and "envoy" in mention.title.split():
            yield str(mention.actor)  # the envoy of a body, in talks that are not the body's own


def _envoys(draft: Draft, actors: Sequence[str]) -> tuple[str, ...]:
    """The people whose office it is to negotiate for one of these."""
    words = meeting_words().lists["envoys"]
    return tuple(
        dict.fromkeys(m.name for m in _people(draft) if m.actor in actors and m.title and _is_of(m.title, words))
    )


def with_office_holders(draft: Draft, meeting: Meeting) -> Meeting:
    """A meeting of leaders or ministers with those whom the report names as such: "the presidents of A and B met"."""
    if meeting.level not in (Level.LEADERS, Level.MINISTERS) or meeting.status not in _OF_RECORD:
        return meeting
    if len(meeting.delegates) >= len(meeting.parties):
        return meeting
    titles = meeting_words().lists[str(meeting.level)]
    bearers: dict[str, set[str]] = {}
    present = {mention.actor for mention in _people(draft) if mention.name in meeting.delegates}
    for mention in _people(draft):
        if mention.actor in meeting.parties and mention.actor not in present and mention.title in titles:
            bearers.setdefault(str(mention.actor), set()).add(mention.name)
    added = tuple(next(iter(names)) for names in bearers.values() if len(names) == 1)
    return replace(meeting, delegates=(*meeting.delegates, *added))


def _people(draft: Draft) -> Iterator[ActorMention]:
    return (m for m in draft.actors if m.kind is ActorKind.PERSON and not m.pronoun)


def _is_of(title: str, words: frozenset[str]) -> bool:
    return bool(set(title.split()) & words)
