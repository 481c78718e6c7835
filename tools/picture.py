"""Draw docs/demo.svg, the picture in the README: what `dragoman talks` and `dragoman promises` really print."""

import io
import re
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.text import Text

from dragoman.ledger import Ledger
from dragoman.render import rows
from dragoman.render.format import Format
from dragoman.render.sheets import print_sheet
from dragoman.service import as_of_from, process_record, read_into
from dragoman.text.intake import Intake, find_sources, read_reports

OUT = Path(__file__).parents[1] / "docs" / "demo.svg"


def main() -> None:
    """Read the sample and draw two sheets."""
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True)
    with as_file(files("dragoman").joinpath("sample")) as sample, Ledger.open(":memory:") as ledger:
        for _ in read_into(ledger, read_reports(find_sources([str(sample / "istanbul")]), Intake())):
            pass
        for day in ("2025-07-21", "2025-07-24"):
            record = process_record(ledger, "Russia–Ukraine", as_of_from(day, None))
            console.print(Text(f"$ dragoman talks --process Ukraine-Russia --as-of {day}", style="bold green"))
            numbered = [row for row in rows.talk_rows(record) if row["round"]]
            print_sheet(console, numbered, rows.TALKS, Format.TABLE, "Russia–Ukraine: talks")
            console.print()
        record = process_record(ledger, "Russia–Ukraine", as_of_from("2025-06-17", None))
        console.print(Text("$ dragoman promises --process Ukraine-Russia --as-of 2025-06-17", style="bold green"))
        bodies = [row for row in rows.promise_rows(record) if row["action"] == "return of remains"]
        print_sheet(console, bodies, rows.PROMISES, Format.TABLE, "Russia–Ukraine: promises")
    svg = console.export_svg(title="dragoman")
    # The picture must not call for a font from elsewhere when it is looked at.
    OUT.write_text(re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL), encoding="utf-8")
    print(f"{OUT} drawn")


if __name__ == "__main__":
    main()
