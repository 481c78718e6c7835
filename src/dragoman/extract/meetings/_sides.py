"""Who meets and through whom: from the event's own words, and from the text around it where these name fewer than two."""

from typing import NamedTuple

from dragoman.extract.meetings import _context as context
from dragoman.extract.meetings import _who as who
from dragoman.extract.meetings._events import Event
from dragoman.extract.meetings._roles import mediators
from dragoman.extract.meetings._said import Said, Telling
from dragoman.extract.meetings._verbs import stays_away
from dragoman.lexicon.meetings import meeting_words
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft
from dragoman.text.principals import principal_parties


class Sides(NamedTuple):
    """Who meets, and through whom."""

    parties: tuple[str, ...]
    through: tuple[str, ...]


def own_sides(draft: Draft, event: Event, parties: tuple[str, ...]) -> Sides:
    """Who meets and through whom, of the parties and helpers that the event's own words name."""
    helpers, named = mediators(draft, event), who.beside(draft, event)
    helping = tuple(name for name in helpers if name not in named)
    if len(helping) < len(helpers) and who.is_of_both(draft, event):
        return Sides((), helping)  # "A facilitates talks between both sides": which these are is not known
    through = _united(helping, _bringer(draft, event, parties))
    if len(parties) == 1 and "mediation" in event.modifiers:
        return Sides((), _united(through, parties))  # "Cairo opened mediation talks": between others
    left = tuple(party for party in parties if party not in through)
    if _meets_them(event, left):
        return Sides(_united(through, left), ())
    return Sides(left, through)


def _united(*names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in names for name in group))


def _bringer(draft: Draft, event: Event, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Who brings or hosts two others; "the Union brings the delegates together": not with itself."""
    host = who.bringing_host(draft, event)
    others = set(parties) - set(host)
    return host if len(others) > 1 or (not others and event.token.lemma_ == "bring") else ()


def _meets_them(event: Event, left: tuple[str, ...]) -> bool:
    """Whether who helps is at the table: he hosts one side and nobody else, or the talks are of three."""
    hosting = predicate(event.token).lemma_ in meeting_words().lists["mediating"]
    if len(left) == 1 and hosting and not who.is_between(event):
        return True
    return len(left) == 2 and bool(event.modifiers & meeting_words().lists["three_way"])


def completed(draft: Draft, event: Event, own: Sides, said: Said, telling: Telling) -> tuple[str, ...]:
    """The parties that the event's own words name, and those that the text around it tells where they name fewer than two."""
    parties, talked_of = own.parties, context.is_talked_of(event)
    if stays_away(predicate(event.token)):
        return parties  # of talks that a side did not attend the others are not told
    if event.modifiers & meeting_words().lists["of_others"] or context.is_crowd(said.heads):
        return parties
    if len(parties) == 1:
        parties = _united(parties, who.speakers(draft, event))
    is_clear = said.is_clear or bool(own.through) or context.goes_on(event) or context.is_further(event, said.status)
    if len(parties) < 2 and is_clear and event.token.lemma_ != "speak" and not talked_of:
        parties = _from_before(draft, event, Sides(parties, own.through), said, telling)
    named_elsewhere = event.deal or talked_of or context.names_others(draft, event, said.heads)
    if not parties and said.is_told and not named_elsewhere:
        return principal_parties(draft)  # "the delegates will meet again on Tuesday": of the report's two sides
    return parties


def _from_before(draft: Draft, event: Event, sides: Sides, said: Said, telling: Telling) -> tuple[str, ...]:
    """The parties told before, where the event's own words name none of them or one."""
    pointing = context.points_back(event) or context.is_faceless(event, said.heads)
    if pointing or (sides.through and not sides.parties):
        before = context.parties_before(draft, event, telling.before)
    else:
        before = () if sides.parties else context.parties_beside(event, telling.before)
    if set(before) & set(sides.through) and len(before) == 2:
        before = ()  # who helped others to talk was not the other side of the meeting told last
    before = tuple(name for name in before if name not in sides.through)
    return before if set(sides.parties) <= set(before) else sides.parties
