"""Drafts and reports built by hand for tests."""

from datetime import date

from dragoman.model import Report
from dragoman.pipeline import STEPS
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse


def report_of(text: str, published: str = "2025-07-21", **more: str) -> Report:
    return Report(id=more.pop("id", "test"), body=text, published=date.fromisoformat(published), **more)  # type: ignore[arg-type]


def draft_of(text: str, published: str = "2025-07-21", upto: str | None = None) -> Draft:
    """The draft after the named step (after all of them by default)."""
    assert upto is None or upto in {step.name for step in STEPS}
    draft = Draft(report_of(text, published), parse(text))
    for step in STEPS:
        setattr(draft, step.adds, step.run(draft))
        if step.name == upto:
            break
    return draft
