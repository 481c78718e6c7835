"""How reports come in: files, folders, globs and standard input, in any of the known forms.

Nothing stops a run: what cannot be read comes out as a ReportError in the place of the report.
"""

from dragoman.text.intake.counts import expected
from dragoman.text.intake.reports import Intake, read_reports
from dragoman.text.intake.sources import find_sources

__all__ = ["Intake", "expected", "find_sources", "read_reports"]
