"""`make demo`: read the sample that ships with the package, and show what was known on two days."""

import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from dragoman.cli.console import output
from dragoman.ledger import Ledger
from dragoman.model.ledgered import AsOf
from dragoman.record import ProcessRecord
from dragoman.record.changes import changes
from dragoman.render import rows
from dragoman.render.format import Format
from dragoman.render.sheets import print_sheet
from dragoman.render.words import plural
from dragoman.service import as_of_from, process_record, read_into
from dragoman.text.intake import Intake, find_sources, read_reports

PROCESS = "Russia–Ukraine"
BEFORE, AFTER, COUNTED = "2025-07-21", "2025-07-24", "2025-06-17"


def main() -> None:
    """Read the sample into a ledger of its own and print talks, disputes and promises."""
    console = output()
    with (
        as_file(files("dragoman").joinpath("sample")) as sample,
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "demo.db") as ledger,
    ):
        sources = find_sources([str(sample / "istanbul"), str(sample / "doha")])
        stored = list(read_into(ledger, read_reports(sources, Intake())))[-1].stored
        console.print(f"Read {plural(stored.new, 'dispatch', 'dispatches')}: {plural(stored.findings, 'finding')}.\n")

        def record(day: str) -> ProcessRecord:
            return process_record(ledger, PROCESS, as_of_from(day, None))

        for day in (BEFORE, AFTER):
            talks = rows.talk_lines(record(day))
            print_sheet(
                console, talks, rows.TALK_LINES, Format.TABLE, f"Talks between Russia and Ukraine, as known on {day}"
            )
        moved = rows.change_rows(changes(record(BEFORE), record(AFTER)))
        print_sheet(console, moved, rows.CHANGES, Format.TABLE, f"What moved from {BEFORE} to {AFTER}")
        promises = rows.promise_rows(record(COUNTED))
        print_sheet(console, promises, rows.PROMISES, Format.TABLE, f"Promises and deliveries, as known on {COUNTED}")
        talks = [
            row
            for count in ledger.processes(AsOf())
            if "M23" in count.process
            for row in rows.talk_lines(process_record(ledger, count.process, AsOf()))
        ]
        print_sheet(console, talks, rows.TALK_LINES, Format.TABLE, "Talks between the DR Congo and M23")
    console.print(
        "Try it on your own reports:  .venv/bin/dragoman read REPORT...   then   .venv/bin/dragoman talks --as-of DAY"
    )


if __name__ == "__main__":
    main()
