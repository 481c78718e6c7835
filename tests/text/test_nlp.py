"""What the model keeps of the texts it has read."""

import pytest

from dragoman.text import nlp


def test_forms_of_words_are_forgotten_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = nlp.load().get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
    with nlp.parsed("The envoys were leaving."):
        assert kept
    assert kept, "a few are worth keeping"
    monkeypatch.setattr(nlp, "_LEMMAS", 1)
    with nlp.parsed("The envoys were leaving."):
        pass
    assert not kept
