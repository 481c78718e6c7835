"""How reports come in: files, folders, globs and standard input, in any of the known forms.

Nothing stops a run: what cannot be read comes out as a ReportError in the place of the report.
"""

from dragoman.text.intake.reports import Intake, read_reports
from dragoman.text.intake.sources import expected, find_sources

__all__ = ["Intake", "expected", "find_sources", "read_reports"]
