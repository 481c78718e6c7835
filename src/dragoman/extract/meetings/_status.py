"""Where a meeting stands, by the way its clause presents it."""

from dragoman.extract.meetings._events import Event
from dragoman.lexicon.clause import clause_words
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import Status
from dragoman.text.clause import Mood, outlook

_BY_MOOD = {
    Mood.FACT: Status.HELD,
    Mood.NOW: Status.ONGOING,
    Mood.FUTURE: Status.PLANNED,
    Mood.POSSIBLE: Status.PLANNED,
    Mood.WANTED: Status.PROPOSED,
}


def status_of(event: Event) -> Status | None:
    """The status, or None for what is no meeting: not held, only imagined."""
    view, words = outlook(event.token), clause_words()
    if view.under(words.cancelled):
        return Status.CANCELLED
    if view.under(words.postponed):
        return Status.POSTPONED
    if view.negated:
        return Status.REJECTED if view.under(words.refusing) and view.mood is not Mood.FACT else None
    if view.mood is Mood.CONDITIONAL:
        return None
    if view.under(meeting_words().lists["background"]) and event.token.dep_ != "nsubj":
        return Status.HELD
    if view.under(meeting_words().lists["ended"]) and view.mood is Mood.FACT:
        return Status.HELD
    return _BY_MOOD[view.mood]
