"""Deals as meetings: who signs or agrees something together was together, where the text makes a meeting of it."""

from collections.abc import Sequence

from dragoman.extract.meetings import _context as context
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._said import Said, Telling
from dragoman.extract.meetings._sides import Sides
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import Meeting
from dragoman.model.dates import days, is_day
from dragoman.text.draft import Draft

_NEWS_DAYS = 10  # within which a deal is what the report tells, not what it recalls


def settled_by(draft: Draft, event: Event, sides: Sides, said: Said, telling: Telling) -> tuple[str, ...]:
    """Who met to settle something; () where nothing tells of a meeting: no place, no mediator, no news."""
    parties = sides.parties
    if not parties and said.is_placed:
        parties = context.pair_of_report(draft, telling.before)  # "accepted in Brussels": by the report's two sides
    told = said.is_placed or bool(sides.through) or _is_news(draft, said, telling.before)
    told = told or _is_just_made(event)
    return parties if len(parties) > 1 and told else ()


def _is_just_made(event: Event) -> bool:
    """ "have initialled a deal", "has signed": what a report tells in this tense is its news; what is agreed must be a text."""
    if not any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve") for c in event.token.children):
        return False
    lists = meeting_words().lists
    things = (obj.lemma_.lower() for obj in under(event.token, "on", "upon", "to"))
    return event.token.lemma_ != "agree" or any(t in lists["drafts"] | lists["papers"] | {"phase"} for t in things)


def _is_news(draft: Draft, said: Said, before: Sequence[Meeting]) -> bool:
    """Whether a deal is told as what two sides have just met for.

    A deal of old is background, and those who settle something after a meeting already told settled it there.
    """
    told = [d.value for d in said.dates if d.value and is_day(d.value)]
    if any(abs((draft.report.published - days(value).first).days) <= _NEWS_DAYS for value in told):
        return True
    people = set(said.people)
    return len(people) > 1 and not any(people <= set(meeting.delegates) for meeting in before)
