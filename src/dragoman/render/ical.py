"""An iCalendar (RFC 5545) of talks: every date that an account gives a meeting is an event of its own.

An event keeps its UID, which is of the meeting and the date, from the first account to the end: while accounts differ,
all their dates are tentative; what settles them confirms one and cancels the others. What was called off stays, as
cancelled, since an event that merely vanished would tell a subscriber nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from typing import Any

from icalendar import Calendar, Event

from dragoman.model import Status
from dragoman.model.dates import compatible, days
from dragoman.record import ProcessRecord
from dragoman.record.accounts import Account
from dragoman.record.changes import round_label
from dragoman.record.rounds import Round
from dragoman.render.hostile import plain
from dragoman.render.words import chain_words, clip, day_words

_LONGEST = timedelta(days=31)  # a year is no entry in a calendar
_PAST = timedelta(days=30)  # talks of the last month stay, so that nobody's entry vanishes on the day it is borne out
_WORDS = 300
_OFF = (Status.CANCELLED, Status.REJECTED, Status.POSTPONED)
_SURE = (Status.HELD, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is told of: the record, the day as of which it is told, and the address of a meeting's page."""

    record: ProcessRecord
    day: date
    address: dict[str, str]


def ical(subject: Subject, name: str) -> str:
    """The calendar of talks that lie ahead or not long behind."""
    calendar = Calendar()
    calendar.add("prodid", "-//dragoman//talks//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plain(f"{name}: talks"))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for round_ in subject.record.rounds:
        for event in _events(round_, subject):
            calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _events(round_: Round, subject: Subject) -> Iterator[Event]:
    values = _one_range(round_, {account.value: account for account in reversed(round_.date.accounts)})
    for value, account in sorted(values.items()):
        first, last = days(value)
        if last - first > _LONGEST or last < subject.day - _PAST:
            continue
        if _is_coarser(value, values):
            continue
        yield _event(round_, account, subject)


def _one_range(round_: Round, values: dict[str, Account]) -> dict[str, Account]:
    """The accounts with those that tell the first and the last day apart as one."""
    holds = round_.date.value
    if holds is None or holds in values:
        return values
    parts = [value for value in sorted(values, reverse=True) if compatible(value, holds)]
    others = {value: account for value, account in values.items() if value not in parts}
    return others | ({holds: replace(values[parts[0]], value=holds)} if parts else {})


def _is_coarser(value: str, values: dict[str, Account]) -> bool:
    """Whether another account names a part of these days: "July" says nothing that "23 July" does not."""
    span = days(value)
    others = (days(other) for other in values if other != value)
    return any(span.first <= other.first and other.last <= span.last and other != span for other in others)


def _event(round_: Round, account: Account, subject: Subject) -> Event:
    first, last = days(account.value)
    event: Any = Event()
    known = max(join.entry.known_at for join in round_.joins)
    event.add("uid", f"{round_.id}.{account.value.replace('/', '--')}@dragoman.invalid")
    event.add("dtstamp", known.astimezone(UTC))
    event.add("last-modified", known.astimezone(UTC))
    event.add("sequence", len(round_.joins) - 1)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", _status(round_, account))
    event.add("summary", plain(clip(_summary(round_, account, subject), 200)))
    if where := ", ".join(part for part in (round_.place.value, round_.country.value) if part):
        event.add("location", plain(clip(where, 120)))
    event.add("description", plain(_description(round_, account)))
    if address := subject.address.get(round_.id):
        event.add("url", address)
    return event  # type: ignore[no-any-return]


def _status(round_: Round, account: Account) -> str:
    """CONFIRMED for what holds and is under way or held, CANCELLED for what is off or was refuted, else TENTATIVE."""
    holds = round_.date.value
    if holds is not None and holds != account.value:
        return "CANCELLED"
    if round_.status in _OFF:
        return "CANCELLED"
    if holds is None:
        return "TENTATIVE"
    if round_.status is Status.PLANNED or round_.status in _SURE:
        return "CONFIRMED"
    return "TENTATIVE"


def _summary(round_: Round, account: Account, subject: Subject) -> str:
    label = round_label(round_).partition(" of ")[0]
    disputed = ", date disputed" if round_.date.value is None else ""
    if round_.date.value not in (None, account.value):
        return f"{subject.record.name}: {label}, not on this day but on {day_words(round_.date.value)}"
    passed = ", passed without word" if round_.has_passed(subject.day) else ""
    return f"{subject.record.name}: {label}, {round_.status}{disputed}{passed}"


def _description(round_: Round, account: Account) -> str:
    """Who says so, and in which words; the other dates that are told."""
    entry = account.entries[0]
    source = f"{chain_words(account.chain)} ({entry.witness.outlet or entry.witness.id}, {day_words(entry.witness.published.isoformat())})"
    lines = [f"{source}: “{clip(entry.finding.evidence, _WORDS)}”"]
    others = dict.fromkeys(other.value for other in round_.date.accounts if other.value != account.value)
    lines += [f"Otherwise told as {day_words(other)}." for other in others]
    return "\n".join(lines)
