"""Names in a parsed text: which words are one name, and whose it is."""

import pytest

from dragoman.text.nlp import load, parse


def names(text: str, *labels: str) -> list[tuple[str, str]]:
    return [(e.text, e.label_) for e in parse(text).ents if e.label_ in (labels or ("PERSON", "ORG", "GPE", "NORP"))]


def test_the_models_own_finder_of_names_is_not_run() -> None:
    assert "ner" not in load().pipe_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Envoy Zarko Blint said the talks had failed.", "Zarko Blint"),
        ("Zarko Blint, the envoy, left for Oslo.", "Zarko Blint"),
        ("The envoy, Zarko Blint, left for Oslo.", "Zarko Blint"),
        ("They met Mohammed bin Farwan in Oslo.", "Mohammed bin Farwan"),
        ("They met Badr al-Farwani in Oslo.", "Badr al-Farwani"),
        ("They met Ali Abdul-Rahman in Oslo.", "Ali Abdul-Rahman"),
        ("They met Peter J. Blint in Oslo.", "Peter J. Blint"),
        ("Zarko Blint, 45, was freed.", "Zarko Blint"),
        ("Zarko Blint, who led the team, was freed.", "Zarko Blint"),
        ("Israel Katz spoke first.", "Israel Katz"),
        ("The minister of water, Zarko Blint, left.", "Zarko Blint"),
        ("Secretary of State Zarko Blint left.", "Zarko Blint"),
        ("It was Christopher Hill who called.", "Christopher Hill"),
        ("Professor Zarko Lamont Hill left.", "Zarko Lamont Hill"),
        ("The adviser on the Peace Process Peter Blint left.", "Peter Blint"),
        ("The Army of Peter Blint left.", "Peter Blint"),
        ("The secretary for Humanitarian Affairs Peter Blint left.", "Peter Blint"),
        ('"It is over," Blint said.', "Blint"),
    ],
)
def test_people(text: str, name: str) -> None:
    assert names(text, "PERSON") == [(name, "PERSON")]


def test_title_of_two_is_no_part_of_the_name() -> None:
    assert names("Foreign Ministers Zarko Blint and Peter Ovin met.", "PERSON")[0] == ("Zarko Blint", "PERSON")


def test_last_name_alone_is_the_persons() -> None:
    text = "President Zarko Blint came first. Later Blint met the press. In Oslo Blint had been silent."
    assert [name for name, _ in names(text, "PERSON")] == ["Zarko Blint", "Blint", "Blint"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The Front for Rural Unity signed.", "Front for Rural Unity", "ORG"),
        ("The Blue Lake Movement signed.", "Blue Lake Movement", "ORG"),
        ("The Zarko Liberation Front signed.", "Zarko Liberation Front", "ORG"),
        ("The ZLF signed.", "ZLF", "ORG"),
        ("Ministry of Peace officials signed.", "Ministry of Peace", "ORG"),
        ("They met in Farwanabad.", "Farwanabad", "GPE"),
        ("They met in Norway.", "Norway", "GPE"),
        ("Three Norwegians were freed.", "Norwegians", "NORP"),
    ],
)
def test_bodies_places_and_peoples(text: str, name: str, label: str) -> None:
    assert (name, label) in names(text)


@pytest.mark.parametrize(
    "text", ["Talks begin on Monday.", "May was quiet.", "Negotiations failed.", "Both sides left."]
)
def test_capitals_that_open_a_sentence_and_the_calendar_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on August 12.", "August 12"),
        ("They met last week.", "last week"),
        ("They agreed a truce in 1953.", "1953"),
    ],
)
def test_words_of_the_calendar_count_nothing(text: str, day: str) -> None:
    assert names(text, "DATE") == [(day, "DATE")]
    assert names("They freed 12 men.", "DATE") == []
