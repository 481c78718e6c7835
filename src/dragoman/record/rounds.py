"""Rounds: which meeting findings of several reports speak of one event, and what is known of it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model import Meeting, MeetingKind, Status
from dragoman.model.dates import Days, compatible, days, is_day, is_half_told, join, stretch
from dragoman.model.ledgered import Decision, Entry, Verb
from dragoman.record.accounts import Attribute, Claim, Question, gather, judge
from dragoman.record.names import ENTRY_PREFIX, Names

_NEAR = dt.timedelta(days=7)  # accounts of one planned meeting differ by days, rounds are apart by more
_SLIP = dt.timedelta(
    days=3
)  # talks are held so many days from those planned, unless their number or a report says more
_RECENT = dt.timedelta(days=30)  # "the latest talks" of a report lie no further back
_LOOSE, _SURE = 1, 4  # strengths of a join: the talks that were spoken of then; a person's word, a day, a number
_OFF = (Status.CANCELLED, Status.REJECTED)
_AHEAD = (Status.PROPOSED, Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.ONGOING, Status.REJECTED)
_TO_COME = (Status.PROPOSED, Status.PLANNED, Status.POSTPONED, Status.ONGOING)
_COURSE = (
    Status.PROPOSED,
    Status.PLANNED,
    Status.REJECTED,
    Status.POSTPONED,
    Status.CANCELLED,
    Status.ONGOING,
    Status.HELD,
)


@dataclass(frozen=True, slots=True)
class Join:
    """Why an entry was taken for a mention of a round. `loose` joins rest on no date and no number."""

    entry: Entry
    reason: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One meeting across reports. `date` is the join of start and end; `status` the latest, `held` final."""

    id: str
    kind: MeetingKind
    parties: tuple[str, ...]
    number: int | None
    status: Status
    date: Attribute
    place: Attribute
    country: Attribute
    mediators: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    level: str | None = None
    statuses: Attribute = field(default_factory=lambda: Attribute("status"))
    joins: tuple[Join, ...] = ()

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        return (self.date, self.place, self.country)

    @property
    def first_day(self) -> dt.date | None:
        """The earliest day that any account gives, to put rounds in order."""
        found = [days(account.value).first for account in self.date.accounts]
        return min(found) if found else None

    @property
    def lies_ahead(self) -> bool:
        """Whether it is still to come, as far as the record knows."""
        return self.status in _TO_COME

    def has_passed(self, day: dt.date) -> bool:
        """Whether it lies ahead on days that are all over by then: no report says what came of it.

        What was put off waits for a new day, and has not passed with its old one.
        """
        told = [days(account.value).last for account in self.date.accounts]
        return self.lies_ahead and self.status is not Status.POSTPONED and bool(told) and max(told) < day


@dataclass(slots=True)
class _Cluster:
    """A round in the making: the entries taken for it so far, in order of known time, and what they say in sum.

    The sums are kept as entries come: every later entry is held against every cluster, so they are asked for often.
    """

    joins: list[Join] = field(default_factory=list)
    family: str = ""
    numbers: set[int] = field(default_factory=set)
    dates: dict[str, Days] = field(default_factory=dict)
    held: dict[str, Days] = field(default_factory=dict)
    reach: Days | None = None  # from the first to the last day of all dates
    is_held: bool = False

    @property
    def meetings(self) -> list[Meeting]:
        return [_meeting(join_.entry) for join_ in self.joins]

    def lies_beyond(self, around: Days) -> bool:
        """Whether every date of it is farther off: most clusters are, and need no closer look."""
        return self.reach is not None and (self.reach[1] < around[0] or self.reach[0] > around[1])

    def add(self, new: Join) -> None:
        """Take an entry in."""
        meeting = _meeting(new.entry)
        self.family = self.family or _family(meeting)
        self.joins.append(new)
        if meeting.round is not None:
            self.numbers.add(meeting.round)
        if value := stretch(meeting.start, meeting.end):
            span = self.dates[value] = days(value)
            was = self.reach or span
            self.reach = Days(min(was.first, span.first), max(was.last, span.last))
        if meeting.status is Status.HELD:
            self.is_held = True
            if value:
                self.held[value] = days(value)

    def is_behind(self, known: dt.date) -> bool:
        """Whether what lies ahead on that day is something else: it was called off before, or its days passed unheld."""
        last = self.joins[-1].entry
        if _meeting(last).status in _OFF:
            return known - last.known_at.date() > _NEAR
        passed = self.reach is not None and known - self.reach.last > _NEAR
        return passed and _meeting(last).status is not Status.POSTPONED


def _meeting(entry: Entry) -> Meeting:
    assert isinstance(entry.finding, Meeting)
    return entry.finding


def _family(meeting: Meeting) -> str:
    """Reports call one event talks, consultations, a conference or a visit; a summit and a call stand apart."""
    return str(meeting.kind) if meeting.kind in (MeetingKind.SUMMIT, MeetingKind.CALL) else "talks"


def derive_rounds(entries: Sequence[Entry], names: Names, decisions: Sequence[Decision]) -> tuple[Round, ...]:
    """The rounds of one process's meeting entries. Taken in order of known time, so that a later day only adds."""
    clusters: list[_Cluster] = []
    forced = _forced(decisions)
    for entry in sorted(entries, key=_in_order):
        cluster, strength, reason = _home(entry, clusters, forced)
        if cluster is None:
            cluster = _Cluster()
            clusters.append(cluster)
        cluster.add(Join(entry, reason, strength <= _LOOSE))
    rounds = [_round(cluster, names, decisions) for cluster in clusters]
    return tuple(sorted(rounds, key=lambda r: (r.first_day or dt.date.max, r.id)))


def _in_order(entry: Entry) -> tuple[dt.datetime, str, bool, str]:
    """In order of known time; of one report first what it tells as held, so that the next talks are not taken for it."""
    return entry.known_at, entry.witness.key, _meeting(entry).status is not Status.HELD, entry.id


def _forced(decisions: Sequence[Decision]) -> dict[frozenset[str], Decision]:
    """Pairs of entries that a person joined or parted."""
    pairs = (d for d in decisions if d.verb in (Verb.SAME, Verb.NOT_SAME) and d.value["one"].startswith(ENTRY_PREFIX))
    return {frozenset((d.value["one"], d.value["other"])): d for d in pairs}


def _home(
    entry: Entry, clusters: list[_Cluster], forced: dict[frozenset[str], Decision]
) -> tuple[_Cluster | None, int, str]:
    """The cluster an entry belongs to, how surely and why; the strongest reason wins, among equals the latest cluster."""
    best: tuple[int, _Cluster, str] | None = None
    family, around = _family(_meeting(entry)), _around(_meeting(entry))
    for cluster in clusters:
        decision = _decided(entry, cluster, forced)
        if decision and decision.verb is Verb.SAME:
            return cluster, _SURE, f"{decision.who} decided they are the same: {decision.why}"
        if decision or (around and cluster.lies_beyond(around)):
            continue
        found = _match(entry, cluster) if cluster.family == family else _match_of_leaders(entry, cluster)
        if found and (best is None or found[0] >= best[0]):
            best = (found[0], cluster, found[1])
    return (best[1], best[0], best[2]) if best else (None, _SURE, "first mention")


def _around(meeting: Meeting) -> Days | None:
    """The days on which the rest of a dated and unnumbered mention's event can lie; None where they tell nothing."""
    value = join(meeting.start, meeting.end)
    if value is None or meeting.round is not None:
        return None
    first, last = days(value)
    return Days(first - min(_NEAR, first - dt.date.min), last + min(_NEAR, dt.date.max - last))


def _decided(entry: Entry, cluster: _Cluster, forced: dict[frozenset[str], Decision]) -> Decision | None:
    if not forced:
        return None
    pairs = (frozenset((entry.id, join_.entry.id)) for join_ in cluster.joins)
    return next((forced[pair] for pair in pairs if pair in forced), None)


def _match(entry: Entry, cluster: _Cluster) -> tuple[int, str] | None:
    """(strength, reason) when the entry can be a mention of the cluster's event."""
    meeting = _meeting(entry)
    value = stretch(meeting.start, meeting.end)
    if meeting.round is not None and cluster.numbers:
        if meeting.round not in cluster.numbers:
            return None
        return 4, f"both are called round {meeting.round}"
    if value is None:
        return _match_undated(entry, cluster)
    if cluster.reach is None:
        return _match_dateless(entry, cluster)
    if (other := next((o for o in cluster.dates if _can_be_one(value, o)), None)) is not None:
        return _match_dated(entry, value, cluster, other)
    return _match_near(entry, value, cluster)


def _can_be_one(one: str, other: str) -> bool:
    """Whether two times can be of one meeting: an end tells of no beginning weeks before it."""
    return compatible(one, other) and _gap(days(one), days(other)) <= _NEAR


def _match_of_leaders(entry: Entry, cluster: _Cluster) -> tuple[int, str] | None:
    """(strength, reason) where leaders met on the day and at the place of planned talks, of which it was not told who comes."""
    meeting = _meeting(entry)
    value = stretch(meeting.start, meeting.end)
    places = {m.place for m in cluster.meetings if m.place}
    planned = all(m.status in _TO_COME for m in cluster.meetings)
    is_summit = meeting.kind is MeetingKind.SUMMIT and meeting.status is Status.HELD
    if not (is_summit and planned and cluster.family == "talks" and value and is_day(value) and value in cluster.dates):
        return None
    return (3, f"talks were planned for the day on which leaders met, {value}") if places == {meeting.place} else None


def _match_dated(entry: Entry, value: str, cluster: _Cluster, other: str) -> tuple[int, str] | None:
    meeting, day = _meeting(entry), value.strip("/")
    if is_day(day) and any(day == known.strip("/") for known in cluster.dates):
        return 4, f"same day, {day}"
    halves = is_half_told(value) and is_half_told(other)
    if meeting.status in _AHEAD and cluster.is_held and days(value).last > entry.known_at.date() and not halves:
        return None  # "later in July": not the talks held on 5 July
    if meeting.status is Status.HELD and not _is_same_event(value, cluster):
        return None  # one day of talks and another, each told as held, may be two meetings
    if halves and value.startswith("/") != other.startswith("/"):
        ended, begun = sorted((value, other))
        return 3, f"begun on {begun.strip('/')} and ended on {ended.strip('/')}"
    return 3, f"{value} and {other} can be the same time"


def _is_same_event(value: str, cluster: _Cluster) -> bool:
    """Whether a time told as held can be that of a cluster: of an end and a day before it in doubt, unless it had begun."""
    if not all(compatible(value, held) for held in cluster.held):
        return False
    begun = any(is_half_told(known) and compatible(value, known) for known in cluster.dates)
    apart = (held for held in cluster.held if _gap(days(value), days(held)) and not is_half_told(held))
    return not is_half_told(value) or begun or not any(apart)


def _match_dateless(entry: Entry, cluster: _Cluster) -> tuple[int, str] | None:
    """A dated mention of an event that so far had no date: it must lie ahead of the mention without one."""
    if cluster.is_held or cluster.is_behind(entry.known_at.date()):
        return None
    known = cluster.joins[-1].entry.known_at.date()
    value = join(_meeting(entry).start, _meeting(entry).end)
    if value and days(value).last >= known:
        return 2, "the talks spoken of before, now with a date"
    return None


def _match_near(entry: Entry, value: str, cluster: _Cluster) -> tuple[int, str] | None:
    """Different days for one event: two plans, or a plan and what came of it; never two held meetings."""
    meeting, span = _meeting(entry), days(value)
    if meeting.status is Status.HELD and (cluster.held or _is_told_as_next(entry, span, cluster)):
        return None
    if meeting.status in _AHEAD and any(held.last < span.first for held in cluster.held.values()):
        return None
    begun = any(known.endswith("/") for known in cluster.dates)
    reach = _SLIP if meeting.status is Status.HELD and not begun else _NEAR
    near = next((other for other, its in cluster.dates.items() if _gap(span, its) <= reach), None)
    if near is None:
        return None
    if meeting.status is Status.HELD:
        return 2, f"the talks planned for {near}, held on {value}"
    return 2, f"talks of the same days; accounts differ, {value} and {near}"


def _is_told_as_next(held: Entry, span: Days, cluster: _Cluster) -> bool:
    """Whether who told of talks held on these days, or anybody after them, has the cluster's still to come."""
    for told in (join_.entry for join_ in cluster.joins):
        value = join(_meeting(told).start, _meeting(told).end)
        later = value is not None and days(value).first > span.last and _meeting(told).status in _TO_COME
        if later and (told.witness.key == held.witness.key or told.known_at.date() > span.last):
            return True
    return False


def _gap(one: Days, other: Days) -> dt.timedelta:
    return max(one.first - other.last, other.first - one.last, dt.timedelta(0))


def _match_undated(entry: Entry, cluster: _Cluster) -> tuple[int, str] | None:
    """A mention without a date: of what lay ahead, or of the latest talks held by then."""
    known = entry.known_at.date()
    if _meeting(entry).status in _AHEAD:
        behind = cluster.is_held or cluster.is_behind(known)
        return None if behind else (1, "the talks that lay ahead at that time")
    held = [span.last for span in cluster.held.values() if span.last <= known]
    if held and known - max(held) <= _RECENT:
        return 1, "the latest talks held by then"
    return None


def _round(cluster: _Cluster, names: Names, decisions: Sequence[Decision]) -> Round:
    first = cluster.joins[0].entry
    id_ = f"r-{first.id.partition('-')[2]}"
    entries = [join_.entry for join_ in cluster.joins]
    number = next((m.round for m in cluster.meetings if m.round is not None), None)
    begun = tuple(value for m in cluster.meetings if (value := _begun(m)))
    postponed = next((e for e in reversed(entries) if _meeting(e).status is Status.POSTPONED), None)

    def attribute(name: str, claims: Iterator[Claim], is_date: bool = False) -> Attribute:
        question = Question(id_, name, is_date, postponed, tuple(entries), begun)
        return judge(question, gather(claims, names), decisions)

    meetings = cluster.meetings
    statuses = attribute("status", (Claim(e, str(_meeting(e).status), _meeting(e).sources) for e in entries))
    return Round(
        id=id_,
        kind=next((m.kind for m in meetings if m.kind is MeetingKind.SUMMIT), meetings[0].kind),
        parties=_union(names, entries, "parties"),
        number=number,
        status=_status(entries),
        date=attribute("date", _date_claims(entries), is_date=True),
        place=attribute("place", _slot_claims(entries, "place", names)),
        country=attribute("country", _slot_claims(entries, "country", names)),
        mediators=_union(names, entries, "mediators"),
        delegates=_union(names, entries, "delegates"),
        topics=tuple(dict.fromkeys(topic for m in meetings for topic in m.topics)),
        level=next((str(m.level) for m in meetings if m.level), None),
        statuses=replace(statuses, dispute=None),
        joins=tuple(cluster.joins),
    )


def _union(names: Names, entries: Sequence[Entry], slot: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for e in entries for name in names.all_of(e, getattr(e.finding, slot))))


def _status(entries: Sequence[Entry]) -> Status:
    """Held is final: a report of what happened is not undone by an older plan told again later.

    Of reports known from the same instant the one that goes further counts: what is postponed was planned.
    """
    if any(_meeting(e).status is Status.HELD for e in entries):
        return Status.HELD
    latest = [_meeting(e).status for e in entries if e.known_at == entries[-1].known_at]
    return max(latest, key=_COURSE.index)


def _begun(meeting: Meeting) -> str | None:
    """The day on which a meeting is told to have begun, where its end is not told with it."""
    value = stretch(meeting.start, meeting.end) or ""
    return value if value.endswith("/") and meeting.status in (Status.HELD, Status.ONGOING) else None


def _date_claims(entries: Sequence[Entry]) -> Iterator[Claim]:
    for entry in entries:
        meeting = _meeting(entry)
        if value := stretch(meeting.start, meeting.end):
            happened = meeting.status is Status.HELD or _begun(meeting) is not None
            yield Claim(entry, value, meeting.sources, happened)
        yield from _rival_claims(entry, "start", join(meeting.start, meeting.end))


def _slot_claims(entries: Sequence[Entry], slot: str, names: Names) -> Iterator[Claim]:
    for entry in entries:
        meeting = _meeting(entry)
        if surface := getattr(meeting, slot):
            yield Claim(entry, names.of_entry(entry, surface), meeting.sources, meeting.status is Status.HELD)
        yield from _rival_claims(entry, slot, surface)


def _rival_claims(entry: Entry, slot: str, known: str | None) -> Iterator[Claim]:
    """What the report itself sets against its own account."""
    for dispute in entry.disputes:
        if dispute.attribute == slot:
            yield from (Claim(entry, v.value, v.sources) for v in dispute.values if v.value != known)
