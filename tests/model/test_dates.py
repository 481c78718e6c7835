"""Calendar values of the record."""

from datetime import date

import pytest

from dragoman.errors import DateError
from dragoman.model.dates import bounds, compatible, days, is_day, join, narrowed, stretch, within


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-07-23", date(2025, 7, 23), date(2025, 7, 23)),
        ("2025-W29", date(2025, 7, 14), date(2025, 7, 20)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-07-24/2025-07-25", date(2025, 7, 24), date(2025, 7, 25)),
        ("2025-06/2025-08", date(2025, 6, 1), date(2025, 8, 31)),
        ("2025-10-25/", date(2025, 10, 25), date(2025, 10, 25)),
        ("/2025-10", date(2025, 10, 1), date(2025, 10, 31)),
    ],
)
def test_value_means_its_days(value: str, first: date, last: date) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["2025-02-30", "2025-W60", "soon", "2025-13", "2025-07-25/2025-07-24", "0000", "/", "2025-07-25//"]
)
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(DateError):
        days(value)


def test_refinements_are_compatible_and_other_days_are_not() -> None:
    assert within("2025-07-23", "2025-07")
    assert compatible("2025-W30", "2025-07-24/2025-07-25")
    assert not compatible("2025-07-23", "2025-07-24/2025-07-25")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2025-10-25/", "/2025-10-28", True),
        ("2025-10-28/", "/2025-10-25", False),
        ("2025-10-25/", "2025-10-25/2025-10-28", True),
        ("2025-10-24/", "2025-10-25/2025-10-28", False),
        ("2025-10-25/", "2025-10", True),
        ("2025-10-25/", "2025-10-26/", False),
        ("2025-10-25/", "2025-10-26", False),
        ("/2025-10-28", "2025-10-25", True),
        ("/2025-10-28", "2025-10-29", False),
        ("/2025-10-28", "2025-10-25/2025-10-27", False),
        ("/2025-10-28", "/2025-10-27", False),
    ],
)
def test_a_beginning_and_an_end_are_no_rivals(one: str, other: str, both: bool) -> None:
    assert compatible(one, other) is compatible(other, one) is both


@pytest.mark.parametrize(
    ("values", "finest"),
    [
        (["2025-10-25/", "/2025-10-28"], "2025-10-25/2025-10-28"),
        (["/2025-10-28", "2025-10-25"], "2025-10-25/2025-10-28"),
        (["2025-10-25/", "2025-10-25"], "2025-10-25"),
        (["2025-10", "2025-10-25/"], "2025-10-25/"),
        (["2025-10/", "2025-10-25"], "2025-10-25"),
        (["2025-10-25/", "2025-10-26"], "2025-10-25/"),
        (["2025-10-25/", "2025-10-26", "/2025-10-28"], "2025-10-25/2025-10-28"),
        (["2025-10", "2025-10-25"], "2025-10-25"),
    ],
)
def test_the_finest_of_values_that_can_all_hold(values: list[str], finest: str) -> None:
    assert narrowed(values) == narrowed(values[::-1]) == finest


def test_slots_and_values_go_over_into_each_other() -> None:
    assert bounds("2025-07-24/2025-07-25") == ("2025-07-24", "2025-07-25")
    assert join("2025-07-24", "2025-07-25") == "2025-07-24/2025-07-25"
    assert join("2025-07-23", "2025-07-23") == "2025-07-23"
    assert join(None, None) is None
    assert [stretch("2025-07-24", None), stretch(None, "2025-07-25")] == ["2025-07-24/", "/2025-07-25"]
    assert [stretch("2025-07-23", "2025-07-23"), stretch(None, None)] == ["2025-07-23", None]
    assert is_day("2025-07-23")
    assert not is_day("2025-W29")
