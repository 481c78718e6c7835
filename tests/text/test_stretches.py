"""Stretches of time within which something is to be done."""

import pytest

from dragoman.text.stretches import day_within


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
