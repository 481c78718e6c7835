"""Mentions of one meeting in a report are one meeting; where they differ, the first-named account stays in the slot."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.lexicon.world import places, state_names
from dragoman.model import Account, Dispute, Level, Meeting, MeetingKind, Status
from dragoman.model.dates import bounds, compatible, days, is_day, is_half_told, join, narrowed, stretch
from dragoman.text.draft import Draft

_NEAR_DAYS = 7
_STAY_DAYS = 3  # within which of an arrival the talks are held
# Of the statuses that a report gives one meeting the last of these holds; a plan told again does not undo what came of it.
_RANK = (
    Status.PROPOSED,
    Status.PLANNED,
    Status.ONGOING,
    Status.REJECTED,
    Status.POSTPONED,
    Status.CANCELLED,
    Status.HELD,
)
_ON, _OFF = (Status.PLANNED, Status.ONGOING), (Status.CANCELLED, Status.POSTPONED, Status.REJECTED)
_AHEAD = (Status.PROPOSED, Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.REJECTED)


def group_meetings(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """Mentions by the meeting they speak of, in order of first mention; generic talk of talks is left out.

    A meeting is worth a finding with two parties, one party and a time or place, both of these, or a numbered round.
    """
    groups: list[list[Meeting]] = []
    for meeting in meetings:
        homes = [group for group in groups if _same(meeting, group)]
        home = max(homes, key=lambda group: _shared(meeting, group), default=None)
        if home is None:
            groups.append([meeting])
        else:
            home.append(meeting)
    return [group for group in _framed(groups) if _is_worth_it(_merged(group))]


def _shared(meeting: Meeting, group: Sequence[Meeting]) -> int:
    """How many of place, day and round a mention has in common with a group: of several it may belong to the likelier."""
    slots = ("place", "start", "round")
    told = ((getattr(meeting, slot), {getattr(one, slot) for one in group}) for slot in slots)
    return sum(value is not None and value in values for value, values in told)


def _framed(groups: list[list[Meeting]]) -> list[list[Meeting]]:
    """A visit that frames talks is those talks: with a named counterpart the talks stay, else the visit."""
    visits = [group for group in groups if group[0].kind is MeetingKind.VISIT]
    absorbed: list[int] = []
    for visit in visits:
        whole = _merged(visit)
        inner = [
            group for group in groups if group[0].kind is not MeetingKind.VISIT and _is_during(whole, _merged(group))
        ]
        named = [group for group in inner if len(_merged(group).delegates) > 1 or _are_told_with(visit, group)]
        if named:
            named[0] += visit
            absorbed.append(id(visit))
        else:
            visit += [mention for group in inner for mention in group]
            absorbed += [id(group) for group in inner]
    return [group for group in groups if id(group) not in absorbed]


def _are_told_with(visit: list[Meeting], talks: list[Meeting]) -> bool:
    """Whether one sentence tells the journey and the talks: "travelled to Albania, where he met its leaders"."""
    return any(one.span and one.span == other.span for one in visit for other in talks)


def _is_during(visit: Meeting, talks: Meeting) -> bool:
    """Whether talks are those of the visit: in person, the same people or sides, no other day, place or standing ahead."""
    if talks.kind is MeetingKind.CALL or set(visit.parties) != set(talks.parties) or len(visit.parties) < 2:
        return False
    a, b = join(visit.start, visit.end), join(talks.start, talks.end)
    near = not (a and b) or compatible(a, b) or 0 <= (days(b).first - days(a).first).days <= _STAY_DAYS
    return near and bool(set(visit.delegates) & set(talks.delegates) or not talks.delegates)


def _is_worth_it(meeting: Meeting) -> bool:
    where = meeting.place or meeting.country
    if meeting.round or len(meeting.parties) >= 2:
        return True
    if meeting.mediators and not meeting.parties and meeting.status in (Status.ONGOING, Status.HELD):
        return True  # "X's mediation in the talks", whoever is at them
    if meeting.place and meeting.status in (Status.ONGOING, Status.PLANNED):
        return True  # "the talks in Doha", whoever is at them
    if meeting.start and is_day(meeting.start):
        return True
    return bool(meeting.parties or meeting.start) and bool(where or (meeting.parties and meeting.start))


def merge_meetings(draft: Draft) -> list[Meeting]:
    """One meeting for each group of mentions."""
    return [_merged(group) for group in group_meetings(draft.mentioned)]


def meeting_disputes(draft: Draft) -> list[Dispute]:
    """Dates and places on which the mentions of one meeting cannot all be right."""
    found = []
    for at, group in enumerate(group_meetings(draft.mentioned)):
        found += _disputes(at, group)
    return found


def _family(meeting: Meeting) -> str:
    return "talks" if meeting.kind is MeetingKind.CONFERENCE else str(meeting.kind)


def _same(meeting: Meeting, group: list[Meeting]) -> bool:
    """Whether a mention can be of the group's meeting."""
    if not all(_fits(meeting, other) for other in group):
        return False
    if _family(meeting) != _family(group[0]):
        return False
    if any(_is_yet_another(meeting, other) for other in group):
        return False
    held = {m.status is Status.HELD for m in (meeting, *group)}
    return len(held) == 1 or any(_begins_alike(meeting, other) for other in group)


def _begins_alike(one: Meeting, other: Meeting) -> bool:
    """Whether two mentions name one first day, or one the first and the other the last."""
    begun, ended = (one, other) if other.start is None else (other, one)
    parted = bool(begun.start and not begun.end and ended.end and not ended.start)
    return parted or (one.start is not None and one.start == other.start)


def _is_yet_another(one: Meeting, other: Meeting) -> bool:
    """Whether one goes on and the other is still to come, at a level of its own: the ministers meet after the envoys."""
    if {one.status, other.status} not in ({Status.ONGOING, Status.PLANNED}, {Status.ONGOING, Status.PROPOSED}):
        return False
    levels = {one.level, other.level}
    return len(levels) == 2 and bool(levels & {Level.LEADERS, Level.MINISTERS})


def _fits(one: Meeting, other: Meeting) -> bool:
    if one.round and other.round and one.round != other.round:
        return False
    a, b = stretch(one.start, one.end), stretch(other.start, other.end)
    if _of_other_ranks(one, other) and not (a and a == b) and not (one.round and one.round == other.round):
        return False
    if a and b and not _are_of_one_time(one, other, a, b) and not _rivals(one, other, a, b):
        return False
    if _elsewhere(one, other) and not (a and a == b and is_day(a)):
        return False
    if one.parties and other.parties:
        mine, theirs = set(one.parties), set(other.parties)
        if not (mine <= theirs or theirs <= mine):
            return False
        # One party alone fits many meetings: something else must hold them together.
        if min(len(mine), len(theirs)) < 2 and not ((one.place == other.place and one.place) or (a == b and a)):
            return mine == theirs
    return True


def _are_of_one_time(one: Meeting, other: Meeting, a: str, b: str) -> bool:
    """Whether two times can be of one meeting: an end told alone is not long after, and of a day held leaves doubt."""
    if not compatible(a, b):
        return False
    gap = max((days(b).first - days(a).last).days, (days(a).first - days(b).last).days)
    held = one.status is Status.HELD and other.status is Status.HELD
    return gap <= (0 if held and is_half_told(a) != is_half_told(b) else _NEAR_DAYS)


def _of_other_ranks(one: Meeting, other: Meeting) -> bool:
    """Whether two mentions are of different levels; those who are sent may be experts too."""
    if not (one.level and other.level) or one.level is other.level:
        return False
    return not {one.level, other.level} <= {Level.DELEGATION, Level.TECHNICAL}


def _elsewhere(one: Meeting, other: Meeting) -> bool:
    """Whether two mentions name places that cannot be one: two cities, two states, a city and a state it is not in."""
    if one.place and other.place and one.place != other.place:
        return not (_cities(one.place) & _cities(other.place))
    mine, theirs = _states(one), _states(other)
    return bool(mine and theirs and not mine & theirs)


def _cities(name: str) -> frozenset[str]:
    """A place and the city that it is in, if it is a venue."""
    return frozenset((name, *(row.within for row in places().get(name, ()) if row.within in places())))


def _states(meeting: Meeting) -> frozenset[str]:
    """In which states a meeting can be by its words; none where they do not tell."""
    if meeting.country:
        return frozenset((meeting.country,))
    rows = places().get(meeting.place, ()) if meeting.place else ()
    within = {row.within for row in rows} | {up.within for row in rows for up in places().get(row.within, ())}
    return frozenset(within & state_names())


def _rivals(one: Meeting, other: Meeting, a: str, b: str) -> bool:
    """Two plans for days near each other, by different sources, are accounts of one meeting."""
    ahead = one.status in _AHEAD and other.status in _AHEAD
    gap = max((days(a).first - days(b).last).days, (days(b).first - days(a).last).days)
    return ahead and gap <= _NEAR_DAYS and one.sources != other.sources


def _merged(group: list[Meeting]) -> Meeting:
    first = group[0]

    def union(slot: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for meeting in group for name in getattr(meeting, slot)))

    def told(slot: str) -> Any:
        return next((getattr(meeting, slot) for meeting in group if getattr(meeting, slot) is not None), None)

    start, end = _time(group)
    return replace(
        first,
        parties=union("parties"),
        mediators=tuple(name for name in union("mediators") if name not in union("parties")),
        delegates=_people(union("delegates")),
        topics=union("topics"),
        place=told("place"),
        country=told("country"),
        start=start,
        end=end,
        round=told("round"),
        level=told("level"),
        status=max((meeting.status for meeting in _standing(group)), key=_RANK.index),
        sources=_chain(group),
    )


def _time(group: list[Meeting]) -> tuple[str | None, str | None]:
    """The time of the first account, or a finer one by the same sources; a day told as its end alone is its end."""
    dated = next((m for m in group if m.start), None) or next((m for m in group if m.end), group[0])
    finer = [
        m for m in group if m.start and dated.start and len(m.start) > len(dated.start) and m.sources == dated.sources
    ]
    time = finer[0] if finer else dated
    told = stretch(time.start, time.end)
    halves = [v for m in group if (v := stretch(m.start, m.end)) and is_half_told(v)]
    if told is None or not halves:
        return time.start, time.end
    whole = narrowed([told, *(half for half in halves if compatible(half, told))])
    start, end = bounds(whole)
    return start or None, end or None


def _standing(group: list[Meeting]) -> list[Meeting]:
    """The mentions that tell where a meeting stands: talk of "the negotiations" at large does not begin one that is set."""
    if not any(meeting.status is Status.PLANNED for meeting in group):
        return group
    told = [m for m in group if m.status is not Status.ONGOING or m.start or m.place or m.country or m.round]
    return told or group


def _people(names: Sequence[str]) -> tuple[str, ...]:
    """Each person once: "Erdogan" is the Erdoğan named in full."""
    folded = {name: _fold(name) for name in names}
    return tuple(
        name
        for name in names
        if not any(
            other != name and folded[name].split() == folded[other].split()[-len(name.split()) :] for other in names
        )
        or len(name.split()) > 1
    )


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


def _chain(group: list[Meeting]) -> tuple[str, ...]:
    """The chain of the first account, drawn out where a later mention by the same speaker cites somebody."""
    first = group[0].sources
    longer = (m.sources for m in group if m.sources[: len(first)] == first and len(m.sources) > len(first) and first)
    return next(longer, first)


def _disputes(at: int, group: list[Meeting]) -> list[Dispute]:
    told: dict[str, tuple[str, ...]] = {}
    for meeting in group:
        if value := stretch(meeting.start, meeting.end):
            told.setdefault(value, meeting.sources)
    if all(compatible(a, b) for a in told for b in told) or not _is_contested(told):
        return _on_standing(at, group)
    accounts = {value.strip("/"): sources for value, sources in told.items()}
    first = join(_merged(group).start, _merged(group).end)
    sources = {**accounts, str(first): _chain(group)}
    return [Dispute(about=at, attribute="start", values=tuple(Account(value=v, sources=sources[v]) for v in accounts))]


def _is_contested(accounts: dict[str, tuple[str, ...]]) -> bool:
    """Whether several name a day each: what the outlet adds itself may be of another meeting."""
    return all(accounts.values())


def _on_standing(at: int, group: list[Meeting]) -> list[Dispute]:
    """Where one source calls a meeting off and another, told after it, holds it to be on; an order of events is no dispute."""
    for off in (m for m in group if m.status in _OFF and m.sources):
        later = (m for m in group if m.span and off.span and m.span.start >= off.span.start)
        on = next((m for m in later if m.status in _ON and m.sources and m.sources != off.sources), None)
        if on is not None:
            values = (
                Account(value=str(off.status), sources=off.sources),
                Account(value=str(on.status), sources=on.sources),
            )
            return [Dispute(about=at, attribute="status", values=values)]
    return []
