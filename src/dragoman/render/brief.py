"""A brief: what an analyst tells a colleague about a process, with a footnote to the words behind each line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.ledgered import Entry
from dragoman.record import ProcessRecord
from dragoman.record.accounts import DisputeState
from dragoman.record.changes import Change, labels_of, promise_label, round_label, stand_label
from dragoman.record.rounds import Round
from dragoman.render.cells import account_cell, balance_cell, wording_cell
from dragoman.render.rows import account_rows, promise_rows
from dragoman.render.words import chain_words, clip, date_words, day_words

_QUOTE = 240
_LATEST = 8  # positions in a brief; the rest are in `dragoman positions`


@dataclass(slots=True)
class _Notes:
    """Footnotes in order of first mention; the same finding keeps its number."""

    entries: list[Entry] = field(default_factory=list)

    def mark(self, entries: Sequence[Entry]) -> str:
        marks = []
        for entry in entries:
            if entry not in self.entries:
                self.entries.append(entry)
            marks.append(f"[{self.entries.index(entry) + 1}]")
        return "".join(dict.fromkeys(marks))

    def lines(self) -> Iterator[str]:
        for number, entry in enumerate(self.entries, 1):
            witness = entry.witness
            told = chain_words(tuple(getattr(entry.finding, "sources", ())))
            where = ", ".join(
                part for part in (witness.outlet, day_words(witness.published.isoformat()), witness.url) if part
            )
            yield f"{number}. “{_plain(clip(entry.finding.evidence, _QUOTE))}” ({_plain(told)}; {_plain(where)}; {entry.id})"


def brief(record: ProcessRecord, moved: Sequence[Change], day: date, since: str | None) -> str:
    """The brief as Markdown. `moved` is what changed since `since`."""
    notes = _Notes()
    coming = [round_ for round_ in record.rounds if round_.lies_ahead and not round_.has_passed(day)]
    passed = [round_ for round_ in record.rounds if round_.has_passed(day)]
    sections = [
        ("Next talks", [_talks(round_, notes) for round_ in coming]),
        ("Passed without word" if passed else "", [_talks(round_, notes) for round_ in passed]),
        ("Open disputes", list(_disputes(record, notes))),
        ("Promises and balances", list(_promises(record, notes))),
        (f"Changes since {date_words(since)}" if since else "", [_change(change) for change in moved]),
        ("Latest positions", list(_positions(record, notes))),
    ]
    lines = [f"# {_plain(record.name)}", "", f"As known on {day_words(day.isoformat())}."]
    for title, items in sections:
        if title:
            lines += ["", f"## {title}", "", *(items or ["None."])]
    return "\n".join([*lines, "", "## In the words of", "", *notes.lines(), ""])


def _talks(round_: Round, notes: _Notes) -> str:
    day = round_.date.value
    when = day_words(day) if day else "date disputed" if round_.date.dispute else "no date"
    where = ", ".join(part for part in (round_.place.value, round_.country.value) if part) or "place not known"
    cited = notes.mark([join.entry for join in round_.joins])
    what = f"{date_words(round_label(round_))}: {round_.status}, {when}, {where}; {' and '.join(round_.parties)}"
    return f"- {_plain(what)} {cited}"


def _disputes(record: ProcessRecord, notes: _Notes) -> Iterator[str]:
    labels = labels_of(record)
    for dispute in record.disputes:
        if dispute.state is DisputeState.OPEN:
            about = f"{date_words(labels.get(dispute.about, dispute.about))}: {dispute.attribute.partition('.')[0]}"
            yield f"- {_plain(about)} ({dispute.id}):"
            for account, row in zip(dispute.accounts, account_rows(dispute.accounts), strict=True):
                yield f"    - {_plain(account_cell(row))} {notes.mark(account.entries)}"


def _promises(record: ProcessRecord, notes: _Notes) -> Iterator[str]:
    for promise, row in zip(record.promises, promise_rows(record), strict=True):
        yield f"- {_plain(date_words(promise_label(promise)))} ({promise.state}) {notes.mark(promise.entries)}"
        if promise.disputed:
            yield from (f"    - told as {_plain(wording_cell(wording))}" for wording in row["wordings"])
        yield from (f"    - {_plain(balance_cell(balance))}" for balance in row["balances"] if balance["deliveries"])


def _change(change: Change) -> str:
    moved = f"{change.label}: {change.before or 'new'} → {change.after or 'gone'}"
    return f"- {change.what}: {_plain(date_words(moved))}"


def _positions(record: ProcessRecord, notes: _Notes) -> Iterator[str]:
    for stand in record.positions[-_LATEST:]:
        yield f"- {_plain(stand_label(stand))} {notes.mark(stand.entries)}"


def _plain(text: str) -> str:
    """Words of a report as plain words: what Markdown or HTML would take for markup is escaped."""
    for sign in ("\\", "`", "*", "_", "<", ">", "[", "]", "|"):
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split())


def as_html(markdown: str, title: str) -> str:
    """The brief as one HTML page; raw HTML in it stays text."""
    from html import escape

    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    style = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}li{margin:.2rem 0}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>\n"
    )
