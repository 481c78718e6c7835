"""Rows in the four formats of the record's commands: a table for the terminal, JSON, CSV, Markdown."""

import csv
import io
import json
import re
from collections.abc import Collection, Mapping, Sequence

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.render.cells import cell, dispute_cell
from dragoman.render.format import Format
from dragoman.render.hostile import plain
from dragoman.render.rows import Row

# Spreadsheets pass over blanks before a sign, and some take the wide forms of the signs as well.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"-?\d[\d,.]*")
_BELOW = ("disputes", "settled_by", "values", "wordings", "balances")  # columns that want the whole width
_NARROW = 80  # columns of a terminal in which words of a sentence would stand under one another
_SENTENCE = 24  # signs
_GAP = "  "


def sheet(rows: Sequence[Row], columns: Sequence[str], form: Format, title: str = "") -> str:
    """The rows as text in a format other than the table, which needs a console."""
    if form is Format.JSON:
        return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"
    if form is Format.CSV:
        return _csv(rows, columns)
    return _markdown(rows, columns, title)


def print_sheet(console: Console, rows: Sequence[Row], columns: Sequence[str], form: Format, title: str) -> None:
    """Print the rows; an empty table says so in a word."""
    if form is not Format.TABLE:
        print(sheet(rows, columns, form, title), end="")
        return
    if not rows:
        console.print(f"{title}: none.")
        return
    shown = [column for column in columns if any(cell(column, row[column]) for row in rows)]
    below = [column for column in shown if column in _BELOW or (console.width < _NARROW and _is_long(rows, column))]
    kept = [column for column in shown if column not in below]
    widths = {column: _widest(rows, column) for column in kept}
    if below or (console.width < _NARROW and _line(widths.values()) > console.width):
        moved = _moved(widths, console.width)
        _print_stacked(console, rows, [c for c in kept if c not in moved] + moved + below, title, len(moved + below))
    else:
        console.print(_table(rows, shown, title))


def _line(widths: Collection[int]) -> int:
    """Cells of a terminal that columns of these widths take side by side."""
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _widest(rows: Sequence[Row], column: str) -> int:
    return max(cell_len(column), *(cell_len(cell(column, row[column])) for row in rows))


def _moved(widths: Mapping[str, int], width: int) -> list[str]:
    """The columns that a narrow terminal has no room for beside the others, the widest first; the first and the id stay."""
    kept = dict(widths)
    while _line(kept.values()) > width:
        free = [column for column in list(kept)[1:] if column != "id"]
        if not free:
            break
        del kept[max(free, key=lambda column: widths[column])]
    return [column for column in widths if column not in kept]


def _is_long(rows: Sequence[Row], column: str) -> bool:
    return any(len(cell(column, row[column])) > _SENTENCE for row in rows)


def _print_stacked(console: Console, rows: Sequence[Row], columns: Sequence[str], title: str, below: int) -> None:
    """Each row on one line, its accounts and balances (the last columns) below it, where they have the whole width."""
    narrow = columns[:-below]
    widths = {column: _widest(rows, column) for column in narrow}
    console.print(Text(f"\n{title}", style="bold"))
    console.print(Text(_GAP.join(set_cell_size(c, widths[c]) for c in narrow).rstrip(), style="dim"), soft_wrap=True)
    for row in rows:
        line = _GAP.join(set_cell_size(cell(column, row[column]), widths[column]) for column in narrow)
        console.print(Text(line.rstrip()), soft_wrap=True)
        heads = {dispute_cell(dispute).partition("\n")[0] for dispute in row.get("disputes", ())}
        for column in columns[-below:]:
            told = column in _BELOW or _is_long(rows, column)  # a sentence tells itself what it is
            named = "" if told else f"{column.replace('_', ' ')}: "
            for detail in cell(column, row[column]).splitlines():
                style = "cyan" if column == "disputes" and detail in heads else "dim"
                console.print(Padding(Text(named + detail, style=style), (0, 0, 0, 6)))


def _table(rows: Sequence[Row], columns: Sequence[str], title: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(
            column.replace("_", " "), no_wrap=column == "id", overflow="fold", style="dim" if column == "id" else None
        )
    for row in rows:
        table.add_row(*(cell(column, row[column]) for column in columns))
    return table


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(_raw(column, row[column])) for column in columns] for row in rows)
    return out.getvalue()


def _raw(column: str, value: object) -> str:
    """Dates stay as they are in the record, for programs; the rest as in the table."""
    if isinstance(value, str):
        return value
    return cell(column, value).replace("\n", " | ")


def _guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula, made plain: reports are other people's words."""
    shown = plain(text).replace("\r\n", "\n").replace("\r", "\n")  # readers of CSV stumble over a lone return
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown


def _markdown(rows: Sequence[Row], columns: Sequence[str], title: str) -> str:
    lines = [f"## {_one_line(title)}", ""] if title else []
    lines += ["| " + " | ".join(column.replace("_", " ") for column in columns) + " |", "|" + " --- |" * len(columns)]
    for row in rows:
        cells = (_markdown_cell(cell(column, row[column])) for column in columns)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _markdown_cell(text: str) -> str:
    """A cell whose words stay words: no further cell, no raw HTML of a report's."""
    return "<br>".join(_one_line(line).replace("|", "\\|").replace("<", "\\<") for line in text.split("\n"))


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())
