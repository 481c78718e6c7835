"""Many reports: past the gate, over all cores, and never stopped by one of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.errors import DragomanError, ReportError
from dragoman.model import Discard, DiscardReason, Reading, Report
from dragoman.parallel import in_order
from dragoman.pipeline import read
from dragoman.text.cuts import LONGEST
from dragoman.text.gate import may_be_of_negotiations

Result = TypeVar("Result")


def read_all(items: Iterable[Report | ReportError], jobs: int = 1) -> Iterator[Reading | ReportError]:
    """The reading of each report in order, or the error in its place."""
    return in_order(Safely(read), items, jobs)


def read_past_gate(report: Report) -> Reading:
    """The reading of a report; one without any word of negotiations is passed over unread, and says so."""
    if may_be_of_negotiations(f"{report.title or ''}\n{report.body}"):
        return read(report)
    return Reading(report, discards=(Discard("report", None, report.title or report.id, DiscardReason.PASSED_OVER),))


def is_passed_over(reading: Reading) -> bool:
    """Whether the gate kept the report out."""
    return any(discard.reason is DiscardReason.PASSED_OVER for discard in reading.discards)


def cut_note(reading: Reading) -> str | None:
    """What to say of a report whose sentences were too long to be read whole; None of any other."""
    cut = [discard for discard in reading.discards if discard.reason is DiscardReason.CUT]
    if not cut:
        return None
    many = "1 sentence" if len(cut) == 1 else f"{len(cut):,} sentences"
    return (
        f"{reading.report.origin or reading.report.id}: {many} of more than {LONGEST:,} words without an end (the first "
        f"begins {cut[0].value!r}), read in pieces, so what reaches over a cut may be missing; "
        f"put full stops where sentences end"
    )


@dataclass(frozen=True, slots=True)
class Safely(Generic[Result]):
    """Work on a report that a fault of ours cannot stop: the fault is told in the report's place."""

    work: Callable[[Report], Result]

    def __call__(self, item: Report | ReportError) -> Result | ReportError:
        if isinstance(item, ReportError):
            return item
        try:
            return self.work(item)
        except DragomanError:
            raise
        except Exception as error:  # whatever it is, the other reports are still to be read
            return ReportError(
                f"{item.origin or item.id}: dragoman itself failed on this report ({type(error).__name__}: {error}), "
                f"so it was left out; the others were read: please send its text to the maintainers"
            )
