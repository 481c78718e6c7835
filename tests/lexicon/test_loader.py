"""A lexicon that contradicts itself is refused by name."""

from dataclasses import dataclass

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import loader
from dragoman.lexicon.world import (
    fold,
    groups,
    holder_of,
    organisations,
    outlets,
    places,
    posts_of,
    state_names,
    states,
)


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    also: tuple[str, ...] = ()
    rank: int = 1


def test_row_becomes_a_record() -> None:
    assert loader.build_row({"name": "A", "also": ["B"]}, Row, "x.toml") == Row("A", ("B",))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name": "A", "alias": []}, "unknown key alias"),
        ({"also": []}, "no name"),
        ({"name": 1}, "not of type str"),
        ({"name": "A", "also": "B"}, "is not a list"),
        ({"name": "A", "rank": True}, "not of type int"),
    ],
)
def test_wrong_row_is_refused_with_its_place(row: dict[str, object], expected: str) -> None:
    with pytest.raises(LexiconError, match=expected) as error:
        loader.build_row(row, Row, "x.toml, [[row]] number 3")
    assert "number 3" in str(error.value)


def test_form_of_two_owners_is_refused() -> None:
    with pytest.raises(LexiconError, match="stands for both A and B"):
        loader.refuse_doubles([("x", "A"), ("x", "B")], "states")


def test_missing_lexicon_says_what_to_do() -> None:
    with pytest.raises(LexiconError, match="reinstall"):
        loader.read_lexicon("none")


def test_names_of_states_lead_to_one_state_each() -> None:
    loader.refuse_doubles(
        [(form, row.name) for row in states() for form in (row.name, *row.also, *row.metonyms)], "states"
    )


def test_what_refers_to_another_row_finds_it() -> None:
    known = state_names() | {row.name for row in groups()} | {row.name for row in organisations()}
    assert [row.name for row in groups() if row.side_of and row.side_of not in known] == []
    assert [row.name for row in organisations() if row.parent and row.parent not in known] == []
    assert [row.name for row in outlets() if row.state and row.state not in known] == []
    cities = set(places())
    assert [r.name for rows in places().values() for r in rows if r.within not in known | cities] == []


def test_office_is_held_by_its_holder_on_the_day() -> None:
    before, after = posts_of("Rustem Umerov", "2025-06-02"), posts_of("Rustem Umerov", "2025-07-21")
    assert {post.office.actor for post in (*before, *after)} == {"Ukraine"}
    assert "ukraine-defence-minister" in {post.office.id for post in before}
    assert "ukraine-defence-minister" not in {post.office.id for post in after}


def test_title_leads_to_its_holder_by_date() -> None:
    post = holder_of("Türkiye", "foreign minister", "2025-07-21")
    assert post is not None
    assert post.holder.name == "Hakan Fidan"
    assert post.holder.source.startswith("https://")


def test_spellings_fold_together() -> None:
    assert fold("Erdoğan") == fold("Erdogan") == "erdogan"
