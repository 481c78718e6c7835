"""Stretches of time within which something is to be done."""

import pytest

from dragoman.text.stretches import day_within, days_ago


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("to leave within 30 days of the signing", "2025-08-17"),
        ("to leave within thirty days", "2025-08-17"),
        ("to leave within two weeks", "2025-08-01"),
        ("to leave within the next three months", "2025-10-18"),
        ("to leave within a year", "2026-07-18"),
        ("to leave soon", None),
    ],
)
def test_last_day_is_counted_from_the_first(text: str, day: str | None) -> None:
    assert day_within(text, "2025-07-18") == day


def test_month_too_short_ends_on_its_last_day() -> None:
    assert day_within("within one month", "2025-01-31") == "2025-02-28"


def test_day_past_the_end_of_the_calendar_is_none() -> None:
    assert day_within("within 999 years", "9999-01-01") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("to leave within 72 hours", "2025-07-21"),
        ("to leave within 36 hours", "2025-07-20"),
        ("to leave in three months at most", "2025-10-18"),
        ("no later than two weeks after the signing", "2025-08-01"),
        ("within three days of signing", "2025-07-21"),
        ("within 72 hours of the pullback", None),
        ("in ten days of talks", None),
    ],
)
def test_stretch_counts_from_the_signing_alone(text: str, day: str | None) -> None:
    assert day_within(text, "2025-07-18") == day


@pytest.mark.parametrize(
    ("text", "back"),
    [("a day after they signed", [1]), ("two weeks after", [14]), ("hours after", [0]), ("months after", [])],
)
def test_how_long_ago_it_was(text: str, back: list[int]) -> None:
    assert list(days_ago(text)) == back
