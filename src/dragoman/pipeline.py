"""How one report is read: the steps in order, and the loop that runs them. Open this file first.

A step looks at the draft (the parse and what earlier steps found) and returns one layer of it; only the loop stores.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.extract.actors import find_actors
from dragoman.extract.commitments import find_commitments
from dragoman.extract.dates import find_dates
from dragoman.extract.deliveries import find_deliveries
from dragoman.extract.initiatives import find_initiatives
from dragoman.extract.meetings import find_meetings
from dragoman.extract.places import find_places
from dragoman.extract.positions import find_positions
from dragoman.extract.quotes import find_quotes
from dragoman.extract.references import find_references
from dragoman.extract.speech import find_speech
from dragoman.model import Reading, Report
from dragoman.resolve.acts import merge_commitments, merge_deliveries
from dragoman.resolve.assembly import assemble
from dragoman.resolve.disputes import find_disputes
from dragoman.resolve.grounding import ground
from dragoman.resolve.meetings import merge_meetings
from dragoman.text.draft import Draft
from dragoman.text.nlp import parsed


@dataclass(frozen=True, slots=True)
class Step:
    """One named step: the layers of the draft it needs and the one it returns."""

    name: str
    run: Callable[[Draft], list[Any]]
    adds: str
    needs: tuple[str, ...] = ()


STEPS: tuple[Step, ...] = (
    Step("quotes", find_quotes, adds="quotes"),
    Step("dates", find_dates, adds="dates", needs=("quotes",)),
    Step("actors", find_actors, adds="actors"),
    Step("places", find_places, adds="places", needs=("actors",)),
    Step("references", find_references, adds="actors", needs=("actors", "quotes")),
    Step("speech", find_speech, adds="speech", needs=("actors", "quotes")),
    Step("meetings", find_meetings, adds="mentioned", needs=("actors", "places", "dates", "speech")),
    Step("commitments", find_commitments, adds="commitments", needs=("mentioned", "dates", "speech")),
    Step("deliveries", find_deliveries, adds="deliveries", needs=("mentioned", "dates", "speech")),
    Step("positions", find_positions, adds="positions", needs=("actors", "speech")),
    Step("initiatives", find_initiatives, adds="initiatives", needs=("actors",)),
    Step("merge_meetings", merge_meetings, adds="meetings", needs=("mentioned",)),
    Step("merge_commitments", merge_commitments, adds="commitments", needs=("commitments", "meetings")),
    Step("merge_deliveries", merge_deliveries, adds="deliveries", needs=("deliveries",)),
    Step("disputes", find_disputes, adds="disputes", needs=("mentioned", "meetings", "commitments", "deliveries")),
)


def read(report: Report) -> Reading:
    """All that one report says. A pure function of the report."""
    with parsed(report.body) as doc:
        draft = Draft(report, doc)
        for step in STEPS:
            run_step(step, draft)
        return ground(assemble(draft), draft.dates)


def run_step(step: Step, draft: Draft) -> None:
    """Run one step and store the layer it returns."""
    setattr(draft, step.adds, step.run(draft))
    draft.done.add(step.name)
