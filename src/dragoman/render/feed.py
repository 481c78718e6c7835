"""An Atom feed (RFC 4287) of what moved: one entry a day on which reports moved something, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from urllib.parse import quote
from xml.etree import ElementTree as ET

from dragoman.record.changes import Change
from dragoman.render.hostile import plain
from dragoman.render.words import clip, date_words, day_words, plural

ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100  # changes told in one entry
_SINCE = "2025"  # the year in which dragoman's tag: names (RFC 4151) begin


@dataclass(frozen=True, slots=True)
class Moved:
    """What one day's reports moved. `at` is when the last of them was known; `page` the record as known on that day."""

    day: date
    at: datetime
    changes: Sequence[Change]
    page: str


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed itself: the process, what it is called, its own address and that of its page."""

    process: str
    name: str
    address: str
    page: str


def atom(channel: Channel, days: Sequence[Moved]) -> str:
    """The feed. Ids are of the process and the day, so that neither another address nor another port renews them."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "id", _tag(channel.process))
    _add(feed, "title", f"{channel.name}: what moved")
    _add(feed, "updated", _instant(max((moved.at for moved in days), default=None)))
    _add(_add(feed, "author"), "name", "dragoman, from the reports read into this ledger")
    _add(feed, "link", rel="self", type="application/atom+xml", href=channel.address)
    _add(feed, "link", rel="alternate", type="text/html", href=channel.page)
    for moved in days:
        _entry(feed, channel, moved)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode")


def _entry(feed: ET.Element, channel: Channel, moved: Moved) -> None:
    entry = _add(feed, "entry")
    day = moved.day.isoformat()
    _add(entry, "id", f"{_tag(channel.process)}/{day}")
    _add(entry, "title", f"{day_words(day)}: {plural(len(moved.changes), 'change')}, {_kinds(moved.changes)}")
    _add(entry, "updated", _instant(moved.at))
    _add(entry, "published", _instant(moved.at))
    _add(entry, "link", rel="alternate", type="text/html", href=moved.page)
    _add(entry, "content", _content(moved), type="html")


def _kinds(changes: Sequence[Change]) -> str:
    return ", ".join(dict.fromkeys(change.what for change in changes))


def _content(moved: Moved) -> str:
    """The changes as a list in HTML; every word of a report is escaped in it, and once more by the feed."""
    lines = [_line(change) for change in moved.changes[:_MOST]]
    more = len(moved.changes) - _MOST
    rest = f"<p>{more} more on the page.</p>" if more > 0 else ""
    return f"<ul>{''.join(lines)}</ul>{rest}"


def _line(change: Change) -> str:
    step = f"{change.before} → {change.after or 'gone'}" if change.before else (change.after or "gone")
    return f"<li>{escape(plain(clip(date_words(f'{change.what}: {change.label}: {step}'), 400)))}</li>"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = plain(text) if text is not None else None
    return made


def _tag(process: str) -> str:
    return f"tag:dragoman.invalid,{_SINCE}:{quote(process, safe='')}"


def _instant(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else "1970-01-01T00:00:00+00:00"
