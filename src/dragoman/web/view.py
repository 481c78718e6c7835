"""One process as of one day, as the templates ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from urllib.parse import quote, urlencode

from dragoman.archive import Archive
from dragoman.model.ledgered import AsOf, Decision, Entry
from dragoman.record import ProcessRecord
from dragoman.record.accounts import Dispute, DisputeState
from dragoman.record.changes import Change, Event, changes, timeline
from dragoman.record.derive import standing_decisions
from dragoman.record.queue import Doubt, doubts
from dragoman.record.rounds import Round
from dragoman.render.lists import finding_page
from dragoman.render.timeline import calendar_of, timeline_svg
from dragoman.service import as_of_from


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for: the process and the two dates, as they stood in the address."""

    process: str
    known: str = ""
    recorded: str = ""

    @property
    def query(self) -> str:
        """The dates as the end of an address, so that every link stays in the view."""
        return _query({"as-of": self.known, "recorded-as-of": self.recorded})

    @property
    def api_query(self) -> str:
        """The same as the API spells it."""
        return _query({"as_of": self.known, "recorded_as_of": self.recorded})

    @property
    def as_of(self) -> AsOf:
        """The dates themselves. Raises LedgerError for one that is none."""
        return as_of_from(self.known, self.recorded)


def _query(dates: Mapping[str, str]) -> str:
    return f"?{urlencode(given)}" if (given := {name: text for name, text in dates.items() if text}) else ""


def page_of(process: str) -> str:
    """The address of a process."""
    return f"/process/{quote(process, safe='')}"


class View:
    """The record of a process as of the asked dates, and what the page tells about it."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        self.archive, self.asked = archive, asked
        self.as_of = asked.as_of
        self.process = archive.find(asked.process, AsOf())
        self.record: ProcessRecord = archive.record(self.process, self.as_of)

    def url(self, what: str = "", id_: str = "") -> str:
        """The address of something of this process in this view; of the process itself without arguments."""
        return self.path(what, id_) + self.asked.query

    def path(self, *parts: str) -> str:
        """An address of this process without the dates."""
        return "/".join([page_of(self.process), *(quote(part, safe="") for part in parts if part)])

    def at(self, day: date | None) -> str:
        """The address of the process as of another day; None is today."""
        return self.path() + replace(self.asked, known=day.isoformat() if day else "").query

    def report_url(self, entry: Entry) -> str:
        """The address of the exact words of a finding."""
        return finding_page(entry)

    def csv_url(self, table: str) -> str:
        """The address of a table of this view in a file."""
        return f"{self.api}/{table}.csv{self.asked.api_query}"

    @property
    def json_url(self) -> str:
        """The address of this view for programs."""
        return f"{self.api}{self.asked.api_query}"

    @property
    def api(self) -> str:
        """The address of the process in the API."""
        return f"/api/processes/{quote(self.process, safe='')}"

    @property
    def day(self) -> date | None:
        """The day as of which the record is shown, None for today."""
        known = self.as_of.known
        return known.date() if isinstance(known, datetime) else known

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which reports made something known."""
        return self.archive.days(self.process)

    @property
    def known_days(self) -> list[date]:
        """Those of them that the view has seen."""
        return [day for day in self.days if self.day is None or day <= self.day]

    @property
    def latest(self) -> date | None:
        """The last day with a report in this view."""
        return self.known_days[-1] if self.known_days else None

    @property
    def previous(self) -> date | None:
        """The day with a report before the day shown."""
        earlier = [day for day in self.known_days if self.day is None or day < self.day]
        return earlier[-1] if earlier else None

    @property
    def following(self) -> date | None:
        """The day with a report after the day shown."""
        return next((day for day in self.days if self.day is not None and day > self.day), None)

    @cached_property
    def moved(self) -> Sequence[Change]:
        """What the reports of the last day in this view moved."""
        if self.latest is None:
            return ()
        before = replace(self.as_of, known=self.latest - timedelta(days=1))
        return changes(self.archive.record(self.process, before), self.record)

    @cached_property
    def moved_ids(self) -> set[str]:
        """The ids of what moved, and of the rounds whose dispute did."""
        ids = {change.id for change in self.moved}
        return ids | {f"r-{id_[2:].partition('.')[0]}" for id_ in ids if id_.startswith("d-")}

    @cached_property
    def next_talks(self) -> list[Round]:
        """Meetings still to come, as far as the view knows."""
        return [round_ for round_ in self.record.rounds if round_.lies_ahead and not self._has_passed(round_)]

    @cached_property
    def passed_talks(self) -> list[Round]:
        """Meetings that were to come on days now over, of which no report says what came of them."""
        return [round_ for round_ in self.record.rounds if self._has_passed(round_)]

    def _has_passed(self, round_: Round) -> bool:
        return round_.has_passed(self.day or date.today())

    @cached_property
    def open_disputes(self) -> list[Dispute]:
        """Disputes that nothing has settled."""
        return [dispute for dispute in self.record.disputes if dispute.state is DisputeState.OPEN]

    @property
    def settled_disputes(self) -> list[Dispute]:
        """Disputes that something has settled, or whose source corrected itself."""
        return [dispute for dispute in self.record.disputes if dispute.state is DisputeState.SETTLED]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The timeline in words."""
        return timeline(self.record)

    @property
    def reports(self) -> int:
        """How many reports the view rests on."""
        return len({entry.witness.key for entry in self.record.entries})

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The findings of the record by id."""
        return {entry.id: entry for entry in self.record.entries}

    @cached_property
    def decisions(self) -> list[Decision]:
        """The decisions of people that stand."""
        return standing_decisions(self.archive.decisions())

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What a person should look at first."""
        return doubts(self.record, self.decisions)

    @cached_property
    def svg(self) -> str:
        """The timeline drawn, on the calendar of all that is known today, so that it stands still as the day moves."""
        now = self.archive.record(self.process, AsOf(None, self.as_of.recorded))
        calendar = calendar_of(now)
        return timeline_svg(self.record, calendar, self.day, self.url, self.moved_ids) if calendar else ""
