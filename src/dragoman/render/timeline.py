"""The timeline of a record as SVG: rounds, deliveries against promises, statements, on one calendar.

A pure function of the derived record. It carries classes and no style: the page's sheet draws it light or dark.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import pairwise

from dragoman.model import Attribution, Status
from dragoman.model.dates import days
from dragoman.record import ProcessRecord
from dragoman.record.accounts import DisputeState
from dragoman.record.changes import promise_label, round_label
from dragoman.record.deliveries import Act
from dragoman.record.processes import parties_of
from dragoman.record.promises import Balance, Promise
from dragoman.record.rounds import Round
from dragoman.render.hostile import plain
from dragoman.render.words import MONTHS, clip, day_words, plural

Link = Callable[[str, str], str]  # (what, id) -> address

WIDTH, GUTTER, RIGHT = 1040, 190, 16  # pixels of the drawing's own measure
_AXIS, _TALKS, _PROMISE, _SPEECH = 30, 92, 56, 24  # heights of the lanes
_BEFORE, _AFTER = timedelta(days=30), timedelta(days=45)  # how far beyond the reports the calendar reaches
_EXACT = timedelta(days=6)  # a value of a week or less
_MOST_ROUNDS, _MOST_PROMISES, _MOST_SIDES = 60, 8, 5
_OTHERS = "others"
_GHOSTS = (46, 67)  # accounts of a disputed date stand above and below the line in turn


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that are drawn, first and last included, and where they stand."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """The left edge of a day, held within the drawing."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return GUTTER + min(1.0, max(0.0, share)) * (WIDTH - GUTTER - RIGHT)

    def shows(self, value: str) -> bool:
        """Whether any day of a calendar value is drawn."""
        first, last = days(value)
        return first <= self.last and last >= self.first

    def bar(self, value: str) -> tuple[float, float]:
        """The left and right edge of a calendar value."""
        first, last = days(value)
        return self.x(first), self.x(min(last, self.last) + timedelta(days=1))


def calendar_of(record: ProcessRecord) -> Calendar | None:
    """The calendar of a record: its reports, and what happens not too far from them. None for an empty record."""
    if not record.entries:
        return None
    known = [entry.witness.published for entry in record.entries]
    floor, ceiling = min(known) - _BEFORE, max(known) + _AFTER
    values = [account.value for round_ in record.rounds for account in round_.date.accounts]
    values += [act.date for act in record.acts if act.date]
    # A month or a year is drawn as far as the calendar goes, and does not widen it.
    spans = [span for span in map(days, values) if span.last - span.first <= _EXACT]
    firsts = [span.first for span in spans if span.first >= floor]
    lasts = [span.last for span in spans if span.last <= ceiling]
    return Calendar(min([*known, *firsts]) - timedelta(days=4), max([*known, *lasts]) + timedelta(days=8))


def timeline_svg(
    record: ProcessRecord, calendar: Calendar, known: date | None, link: Link, moved: Collection[str] = ()
) -> str:
    """The drawing. `known` is the day as of which the record stands, later ones are shaded; `moved` are ids to mark."""
    lanes = [
        *_talks_lane(record, calendar, link, moved),
        *_promise_lanes(record, calendar, link),
        *_speech_lanes(record, calendar),
    ]
    height, parts = _AXIS, []
    for lane in lanes:
        parts.append(f'<g class="lane" transform="translate(0 {height})">{lane.drawn}</g>')
        height += lane.height
    body = "".join(
        [*_shade(calendar, known, height), *_axis(calendar, height), *_known(calendar, known, height), *parts]
    )
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height + 6}" width="{WIDTH}" height="{height + 6}" role="group" '
        f'aria-labelledby="timeline-title timeline-desc" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="timeline-title">Timeline of {_text(record.name)}</title>'
        f'<desc id="timeline-desc">{_text(_summary(record, known))}</desc>{body}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _Lane:
    height: int
    drawn: str


def _text(text: str) -> str:
    return escape(plain(text))


def _summary(record: ProcessRecord, known: date | None) -> str:
    held = sum(round_.status is Status.HELD for round_ in record.rounds)
    open_ = sum(dispute.state is DisputeState.OPEN for dispute in record.disputes)
    when = f"As known on {day_words(known.isoformat())}: " if known else ""
    return (
        f"{when}{plural(len(record.rounds), 'meeting')}, {held} held; {plural(open_, 'open dispute')}; "
        f"{plural(len(record.promises), 'promise')}; {plural(len(record.acts), 'delivery', 'deliveries')}. "
        "The same is listed in words below the drawing."
    )


def _shade(calendar: Calendar, known: date | None, height: int) -> Iterator[str]:
    if known and known < calendar.last:
        x = calendar.x(known + timedelta(days=1))
        yield f'<rect class="unknown" x="{x:.1f}" y="{_AXIS}" width="{WIDTH - RIGHT - x:.1f}" height="{height - _AXIS}"/>'


def _known(calendar: Calendar, known: date | None, height: int) -> Iterator[str]:
    if known and calendar.first <= known < calendar.last:
        x = calendar.x(known + timedelta(days=1))
        yield f'<line class="known" x1="{x:.1f}" y1="{_AXIS - 6}" x2="{x:.1f}" y2="{height}"/>'
        yield f'<text class="known-label" x="{x:.1f}" y="{_AXIS - 9}" text-anchor="middle">known</text>'


def _axis(calendar: Calendar, height: int) -> Iterator[str]:
    """Months or, over long spans, years; a line down at each."""
    starts = list(_starts(calendar))
    for start, _ in starts:
        x = calendar.x(start)
        yield f'<line class="grid" x1="{x:.1f}" y1="{_AXIS - 4}" x2="{x:.1f}" y2="{height}"/>'
    for (start, label), (following, _) in pairwise([*starts, (calendar.last, "")]):
        if calendar.x(following) - calendar.x(start) >= 6.5 * len(label):
            yield f'<text class="axis" x="{calendar.x(start) + 4:.1f}" y="14">{label}</text>'


def _starts(calendar: Calendar) -> Iterator[tuple[date, str]]:
    """(first day, label) of each period that is drawn, the first cut to the calendar."""
    months = (calendar.last.year - calendar.first.year) * 12 + calendar.last.month - calendar.first.month + 1
    step = 1 if months <= 14 else 3 if months <= 48 else 12
    day, before = calendar.first, None
    while day <= calendar.last:
        year = f" {day.year}" if day.year != before else ""
        yield (
            day,
            str(day.year)
            if step == 12
            else f"{MONTHS[day.month - 1][:3] if months > 6 else MONTHS[day.month - 1]}{year}",
        )
        before = day.year
        month = day.year * 12 + (day.month - 1) // step * step + step
        day = date(month // 12, month % 12 + 1, 1)


def _gutter(lines: Sequence[tuple[str, str]], href: str | None = None) -> str:
    """Lines of text left of the lane: (class, text)."""
    shown = "".join(
        f'<text class="{css}" x="0" y="{15 + 14 * at}">{_text(clip(line, 32))}</text>'
        for at, (css, line) in enumerate(lines)
    )
    named = f'<a href="{escape(href)}">{shown}</a>' if href else shown
    return f'<g class="gutter">{named}</g>'


def _talks_lane(record: ProcessRecord, calendar: Calendar, link: Link, moved: Collection[str]) -> Iterator[_Lane]:
    shown = [r for r in record.rounds if any(calendar.shows(a.value) for a in r.date.accounts)][-_MOST_ROUNDS:]
    if not shown:
        return
    undated = sum(not r.date.accounts for r in record.rounds)
    lines = [("lane-name", "Talks")] + ([("lane-note", f"{undated} without a date")] if undated else [])
    edges = [float(GUTTER)] * 2  # where the next label may begin, in the upper and the lower line of labels
    drawn = [f'<line class="rail" x1="{GUTTER}" y1="56" x2="{WIDTH - RIGHT}" y2="56"/>']
    for round_ in shown:
        marks, middle = _round_marks(round_, calendar)
        label, y = _label(round_, middle, edges)
        name = _text(_spoken(round_) + (", moved by the reports of this day" if round_.id in moved else ""))
        drawn.append(f'<a href="{escape(link("round", round_.id))}" aria-label="{name}"><title>{name}</title>')
        drawn += [*marks, *_named(label, middle, y, round_.id in moved), "</a>"]
    yield _Lane(_TALKS, "".join([*drawn, _gutter(lines)]))


def _label(round_: Round, middle: float, edges: list[float]) -> tuple[str, int]:
    """The label and its line, or "" where there is no room for it; the drawing keeps its title."""
    text = clip(round_label(round_).partition(" of ")[0].partition(",")[0], 16)
    half = 3.4 * len(text)
    for at, y in enumerate((34, 20)):
        if middle - half >= edges[at]:
            edges[at] = middle + half + 6
            return _text(text[:1].upper() + text[1:]), y
    return "", 0


def _named(label: str, middle: float, y: int, moved: bool) -> Iterator[str]:
    """The label, on the ground of what has moved where the day's reports moved it."""
    if label and moved:
        half = 3.2 * len(label) + 4
        yield f'<rect class="moved-ground" x="{middle - half:.1f}" y="{y - 11}" width="{2 * half:.1f}" height="15" rx="3"/>'
    if label:
        yield f'<text class="round-label" x="{middle:.1f}" y="{y}" text-anchor="middle">{label}</text>'


def _spoken(round_: Round) -> str:
    values = [round_.date.value] if round_.date.value else list(dict.fromkeys(a.value for a in round_.date.accounts))
    disputed = ", date disputed" if round_.date.value is None and round_.date.accounts else ""
    return f"{round_label(round_)}: {round_.status}{disputed}, {' or '.join(day_words(v) for v in values)}"


def _round_marks(round_: Round, calendar: Calendar) -> tuple[list[str], float]:
    """The signs of a round and the middle of them: one for what holds, ghosts for what else is told."""
    dispute = round_.date.dispute
    rivals = list(dict.fromkeys(a.value for a in dispute.accounts)) if dispute else []
    rivals = [value for value in rivals if calendar.shows(value) and value != round_.date.value]
    if round_.date.value and calendar.shows(round_.date.value):
        x, marks = _sign(round_.date.value, calendar, 56, f"round {round_.status}")
        for value in rivals:
            ghost, signs = _sign(value, calendar, 76, "ghost settled")
            marks = [f'<path class="joint settled" d="M{x:.1f} 56L{ghost:.1f} 76"/>', *signs, *marks]
        return marks, x
    # Nothing holds: each account is a ghost, the upper and the lower ones joined by the mark of a dispute.
    rivals = rivals or [a.value for a in round_.date.accounts if calendar.shows(a.value)]
    ghosts = [_sign(value, calendar, _GHOSTS[at % 2], f"ghost {round_.status}") for at, value in enumerate(rivals)]
    marks = [mark for ghost_ in ghosts for mark in ghost_[1]]
    middles = [ghost_[0] for ghost_ in ghosts]
    for at, (one, other) in enumerate(pairwise(middles)):
        marks.insert(0, f'<path class="joint" d="M{one:.1f} {_GHOSTS[at % 2]}L{other:.1f} {_GHOSTS[1 - at % 2]}"/>')
        marks.append(f'<path class="clash" d="M{(one + other) / 2:.1f} 51.5l5 5l-5 5l-5 -5z"/>')
    return marks, sum(middles) / len(middles)


def _sign(value: str, calendar: Calendar, y: int, css: str) -> tuple[float, list[str]]:
    """A disc for a day, a bar for anything longer; crossed out where the meeting was called off."""
    left, right = calendar.bar(value)
    middle = (left + right) / 2
    first, last = days(value)
    if first == last or right - left < 12:
        drawn = f'<circle class="{css}" cx="{middle:.1f}" cy="{y}" r="6"/>'
    else:
        drawn = f'<rect class="{css}" x="{left:.1f}" y="{y - 5}" width="{right - left:.1f}" height="10" rx="5"/>'
    off = css.endswith((Status.CANCELLED, Status.REJECTED))
    return middle, [drawn, f'<path class="off" d="M{middle - 5:.1f} {y - 5}l10 10m0 -10l-10 10"/>' if off else ""]


def _promise_lanes(record: ProcessRecord, calendar: Calendar, link: Link) -> Iterator[_Lane]:
    """One lane a direction in which something was promised in numbers or delivered, the latest promises kept."""
    rows = [(p, b) for p in record.promises for b in p.balances if _is_drawn(p, b, calendar)]
    for promise, balance in rows[-_MOST_PROMISES:]:
        yield _Lane(_PROMISE, _promise_row(promise, balance, calendar, link))


def _is_drawn(promise: Promise, balance: Balance, calendar: Calendar) -> bool:
    """Whether there is anything to draw: a dated delivery, or a number promised on a day from somebody."""
    if any(act.date and act.counts.accounts and calendar.shows(act.date) for act in balance.acts):
        return True
    return bool(balance.promised and balance.direction.giver and not balance.acts)


def _made(promise: Promise, calendar: Calendar) -> float:
    """Where the promise begins: the day it was agreed, else became known."""
    day = promise.date_agreed or promise.entries[0].witness.published.isoformat()
    return sum(calendar.bar(day)) / 2


def _promise_row(promise: Promise, balance: Balance, calendar: Calendar, link: Link) -> str:
    lines = [
        ("lane-name", str(promise.action).capitalize()),
        ("lane-note", f"{balance.direction.giver or '?'} → {balance.direction.taker or '?'}"),
        ("lane-note", tally_words(balance)),
    ]
    drawn = [f'<line class="rail" x1="{GUTTER}" y1="50" x2="{WIDTH - RIGHT}" y2="50"/>']
    x = _made(promise, calendar)
    drawn += _bars(balance, calendar, x)
    css = "agreed" if promise.date_agreed else "agreed undated"
    title = f"{promise_label(promise)}, {promise.state}"
    drawn.append(f'<path class="{css}" d="M{x:.1f} 44l6 6l-6 6l-6 -6z"><title>{_text(title)}</title></path>')
    # Names are drawn last: on a narrow screen they lie over the lane.
    return "".join([*drawn, _gutter(lines, link("promise", promise.id))])


def _bars(balance: Balance, calendar: Calendar, made: float) -> Iterator[str]:
    """Each delivery as a bar on top of what had been delivered, by the lowest and the highest count, against the promise."""
    steps, low, high = [], 0.0, 0.0
    for act in balance.acts:
        if act.total or not act.date or not act.counts.accounts or not calendar.shows(act.date):
            continue
        counts = _counts(act)
        steps.append((act, low, low + min(counts), high + max(counts)))
        low, high = low + min(counts), high + max(counts)
    top = max(high, balance.promised or 0.0)
    if balance.promised and top:
        y = 50 - 38 * balance.promised / top
        yield f'<line class="target" x1="{made:.1f}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}"/>'
    for act, before, after, most in steps:
        left, right = calendar.bar(act.date or "")
        x, width = left, max(4.0, min(right - left - 1, 14))
        title = f"{day_words(act.date)}: {' or '.join(f'{count:,g}' for count in sorted(set(_counts(act))))} {act.unit or ''}"
        yield f'<g class="delivery"><title>{_text(title.strip())}</title>'
        for css, lower, upper in (("had", 0.0, before), ("came", before, after), ("claimed", after, most)):
            if upper > lower:
                y, tall = 50 - 38 * upper / top, max(1.0, 38 * (upper - lower) / top)
                yield f'<rect class="{css}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{tall:.1f}"/>'
        yield "</g>"


def _counts(act: Act) -> list[float]:
    return [float(account.value) for account in act.counts.accounts]


def tally_words(balance: Balance) -> str:
    """Each side's count against the promise: "6,057 or 6,060 of 6,000"."""
    counts = [f"{count:,g}" for count in sorted(set(balance.tallies.values()))]
    done = " or ".join(counts) or ("uncounted" if balance.acts else "nothing yet")
    return f"{done} of {balance.promised:,g}" if balance.promised else done


def _speech_lanes(record: ProcessRecord, calendar: Calendar) -> Iterator[_Lane]:
    """Ticks on the days of reports, a lane a side; taller where more was said."""
    said = _statements(record)
    for side, counts in said.items():
        name = [("lane-name" if side == next(iter(said)) else "lane-name more", f"Statements: {side}")]
        ticks = [_tick(day, number, calendar) for day, number in sorted(counts.items())]
        yield _Lane(_SPEECH, f'<g class="speech">{"".join(ticks)}{_gutter(name)}</g>')


def _statements(record: ProcessRecord) -> dict[str, Counter[date]]:
    """How many statements of each side were reported on each day; sides that are no party are the others."""
    parties = parties_of(record.process)[:_MOST_SIDES]
    said: dict[str, Counter[date]] = {side: Counter() for side in (*parties, _OTHERS)}
    for entry in record.entries:
        if isinstance(entry.finding, Attribution):
            link = entry.links.get(entry.finding.speaker)
            side = link.actor or link.canonical if link else entry.finding.speaker
            said[side if side in parties else _OTHERS][entry.witness.published] += 1
    return {side: counts for side, counts in said.items() if counts}


def _tick(day: date, number: int, calendar: Calendar) -> str:
    x, tall = (calendar.x(day) + calendar.x(day + timedelta(days=1))) / 2, min(17, 5 + 3 * number)
    title = _text(f"{day_words(day.isoformat())}: {plural(number, 'statement')}")
    return f'<path class="tick" d="M{x:.1f} {20 - tall}V20"><title>{title}</title></path>'
