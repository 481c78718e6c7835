"""One report's record as a page for the terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dragoman.model import Commitment, Delivery, Dispute, Frame, Initiative, Meeting, Position, Reading
from dragoman.model.dates import stretch
from dragoman.render.words import chain_words, clip, count_words, day_words, plural, value_words

_EVIDENCE = 220  # characters of a quoted passage on the page; the whole stands in the record
_STATUS = {
    "held": "green",
    "planned": "cyan",
    "ongoing": "green",
    "proposed": "blue",
    "postponed": "yellow",
    "cancelled": "red",
    "rejected": "red",
    "agreed": "green",
    "pledged": "cyan",
    "offered": "blue",
    "refused": "red",
    "suspended": "yellow",
    "breached": "red",
}


def record_page(reading: Reading) -> RenderableType:
    """The page of one report: what it says, each finding with its words."""
    sections = [
        ("Talks", list(_meetings(reading))),
        ("Promises", [_commitment(item, reading) for item in reading.commitments]),
        ("Deliveries", [_delivery(item, reading) for item in reading.deliveries]),
        ("Positions", [_position(item) for item in reading.positions]),
        ("Initiatives", [_initiative(item) for item in reading.initiatives]),
        ("Who says so", list(_speakers(reading))),
    ]
    parts: list[RenderableType] = [_head(reading)]
    for title, blocks in sections:
        if blocks:
            parts += [Text(f"\n{title}", style="bold"), *(Padding(block, (0, 0, 0, 2)) for block in blocks)]
    if not reading.relevant:
        parts.append(Text("\nNothing about negotiations in this report.", style="dim"))
    return Group(*parts, Text(""))


def _head(reading: Reading) -> RenderableType:
    report = reading.report
    line = Text(report.title or report.id, style="bold")
    where = " · ".join(part for part in (report.outlet, day_words(report.published.isoformat()), report.url) if part)
    return Group(Rule(style="dim"), line, Text(where, style="dim"))


def _meetings(reading: Reading) -> Iterator[RenderableType]:
    for at, meeting in enumerate(reading.meetings):
        yield _block(meeting, _meeting_line(meeting), _details(meeting), _disputed(reading, at))


def _meeting_line(meeting: Meeting) -> Text:
    what = f"{meeting.kind}, round {meeting.round}" if meeting.round else str(meeting.kind)
    where = ", ".join(part for part in (meeting.place, meeting.country) if part)
    line = Text.assemble((f"{meeting.status:<10}", _STATUS[meeting.status]), (what, "bold"))
    for part in (
        " – ".join(meeting.parties),
        day_words(when) if (when := stretch(meeting.start, meeting.end)) else "",
        where,
    ):
        if part:
            line.append(f" · {part}")
    return line


def _details(meeting: Meeting) -> list[str]:
    named = (
        ("through", meeting.mediators),
        ("delegates", meeting.delegates),
        ("on", meeting.topics),
        ("level", (meeting.level,) if meeting.level else ()),
    )
    return [f"{label} {', '.join(names)}" for label, names in named if names]


def _commitment(item: Commitment, reading: Reading) -> RenderableType:
    details = [
        f"{label} {value}"
        for label, value in (
            ("for", item.who),
            ("agreed", day_words(item.date_agreed) if item.date_agreed else None),
            ("due", day_words(item.due) if item.due else None),
        )
        if value
    ]
    disputes = _disputed(reading, f"commitments/{reading.commitments.index(item)}")
    return _block(item, _act_line(item.state, item), details, disputes)


def _delivery(item: Delivery, reading: Reading) -> RenderableType:
    details = [f"for {item.who}"] if item.who else []
    line = _act_line("done", item)
    if item.date:
        line.append(f" · {day_words(item.date)}")
    return _block(item, line, details, _disputed(reading, f"deliveries/{reading.deliveries.index(item)}"))


def _act_line(state: str, item: Commitment | Delivery) -> Text:
    line = Text.assemble((f"{state:<10}", _STATUS.get(state, "green")), (item.action, "bold"))
    count = count_words(item.quantity, item.quantity_mod, item.unit, item.per_party)
    direction = " → ".join(part for part in (", ".join(item.by), ", ".join(item.to)) if part)
    if item.to and not item.by:
        direction = f"to {direction}"
    for part in (direction, count):
        if part:
            line.append(f" · {part}")
    return line


def _position(item: Position) -> RenderableType:
    line = Text.assemble((item.actor, "bold"), f" {item.stance}: {item.topic}")
    source = f"  ({chain_words(item.sources)})" if item.sources else ""
    return Group(line + Text(source, style="dim"), _quote(item.evidence))


def _initiative(item: Initiative) -> RenderableType:
    line = Text.assemble((item.name, "bold"), f" · {item.kind}")
    if item.members:
        line.append(f" · {', '.join(item.members)}")
    return line


def _speakers(reading: Reading) -> Iterator[RenderableType]:
    """Speakers in order of first words, with how often and over which channels."""
    names = list(dict.fromkeys(item.speaker for item in reading.attributions))
    for name in names:
        acts = [item for item in reading.attributions if item.speaker == name]
        channels = list(dict.fromkeys(item.channel for item in acts if item.channel))
        line = Text.assemble((name, "bold"), f" · {plural(len(acts), 'statement')}")
        yield line.append(f" · {', '.join(channels)}") if channels else line


def _disputed(reading: Reading, about: int | str) -> list[Dispute]:
    return [dispute for dispute in reading.disputes if dispute.about == about]


def _block(item: Frame, line: Text, details: list[str], disputes: list[Dispute]) -> RenderableType:
    parts: list[RenderableType] = [line]
    if details:
        parts.append(_indented(Text("; ".join(details))))
    parts.append(_indented(Text.assemble(("said by ", "dim"), chain_words(item.sources))))
    parts += [_indented(_dispute(dispute)) for dispute in disputes]
    return Group(*parts, _quote(item.evidence))


def _dispute(dispute: Dispute) -> Text:
    text = Text.assemble((f"disputed {dispute.attribute}: ", "bold yellow"))
    accounts = [f"{value_words(v.value)} ({chain_words(v.sources)})" for v in dispute.values]
    return text.append(" against ".join(accounts))


def _quote(evidence: str) -> RenderableType:
    return _indented(Text(f"“{clip(evidence, _EVIDENCE)}”", style="italic dim"))


def _indented(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, 10))
