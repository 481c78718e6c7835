"""Datelines, and what is none."""

import pytest

from dragoman.text.dateline import datelines, in_dateline


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("KYIV, July 21 (Reuters) - ", "Envoys met."),
        ("(ANSA) - ROME, JUN 24 - ", "On Wednesday envoys meet."),
        ("DOHA, October 28. /TASS/. ", "A round ended."),
        ("Tehran, Iran \u2013 ", "Delegates met."),
        ("MINSK, 29 November (BelTA) - ", "The ministers met."),
        ("NAIROBI, Sunday - ", "Chiefs signed."),
    ],
)
def test_dateline_ends_where_the_report_begins(line: str, rest: str) -> None:
    assert datelines(line + rest) == ((0, len(line)),)
    assert in_dateline(line + rest, 2)
    assert not in_dateline(line + rest, len(line))


def test_city_within_a_text_is_no_dateline() -> None:
    assert datelines("They met.\nTehran, Iran \u2013 a city \u2013 was calm.") == ()
