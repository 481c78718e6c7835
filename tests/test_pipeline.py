"""The list of steps, and what a reading promises."""

import pytest

import dragoman
from dragoman.errors import ModelError, ReportError
from dragoman.pipeline import STEPS
from dragoman.text import nlp
from tests.factory import report_of


def test_every_layer_a_step_needs_is_added_before_it() -> None:
    added: set[str] = set()
    for step in STEPS:
        assert set(step.needs) <= added, step.name
        added.add(step.adds)


def test_read_from_python() -> None:
    reading = dragoman.read("A third round of talks will be held on Wednesday.", published="2025-07-21", outlet="Wire")
    assert [d.value for d in reading.dates] == ["2025-07-23"]
    assert reading.report.outlet == "Wire"


def test_read_refuses_what_is_not_english() -> None:
    with pytest.raises(ReportError, match="only English"):
        dragoman.read("Переговоры состоятся в среду.", published="2025-07-21")


def test_evidence_is_the_slice_of_the_untouched_body() -> None:
    body = "  “Talks between Russia and Ukraine will be held on Wednesday,” said President Volodymyr Zelensky.\r\n\r\nMore’s to come."
    from dragoman.pipeline import read

    reading = read(report_of(body))
    found = [*reading.meetings, *reading.attributions]
    assert found
    for item in found:
        assert item.span is not None
        assert body[item.span.start : item.span.end] == item.evidence


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "DIGEST", "0" * 64)
    nlp.load.cache_clear()
    with pytest.raises(ModelError, match="are not those of"):
        nlp.load()
    monkeypatch.undo()
    nlp.load.cache_clear()
    assert nlp.load()


def test_missing_model_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "PACKAGE", "en_core_web_none")
    with pytest.raises(ModelError, match="pip install"):
        nlp.model_folder()


def test_dateline_and_paragraphs_begin_sentences() -> None:
    doc = nlp.parse("KYIV, July 21 (Wire) - Talks resumed.\n\nMore on Tuesday")
    assert [sent.text.strip() for sent in doc.sents] == ["KYIV, July 21 (Wire) -", "Talks resumed.", "More on Tuesday"]
