"""Everything dragoman raises on purpose.

    DragomanError
    ├── ReportError        a report cannot be read (no date, no text, not text at all)
    ├── DateError          a date value is not one
    ├── LexiconError       a lexicon file is inconsistent
    ├── ModelError         the language model is missing or altered
    ├── WorkerError        a reading process was ended from outside
    └── LedgerError        the ledger cannot be opened, read or written
        ├── NotFoundError  the ledger holds nothing of this name
        └── AskedError     what was asked for is no day, or no span of days

Each message names the culprit, the consequence and the way out, so that it can be printed as it is.
"""


class DragomanError(Exception):
    """The base of every error that dragoman raises on purpose."""


class ReportError(DragomanError):
    """One report cannot be read; the others can."""


class DateError(DragomanError, ValueError):
    """A string is not a date value of the record."""


class LexiconError(DragomanError):
    """A lexicon file has an unknown key, a wrong type, or a contradiction."""


class ModelError(DragomanError):
    """The language model is missing, of another version, or altered."""


class WorkerError(DragomanError):
    """A process that reads for this one was ended from outside."""


class LedgerError(DragomanError):
    """The ledger cannot be opened, read or written."""


class NotFoundError(LedgerError):
    """The ledger holds nothing of this name."""


class AskedError(LedgerError):
    """A day or instant that was asked for is none, or two are in the wrong order: the question itself is wrong."""
