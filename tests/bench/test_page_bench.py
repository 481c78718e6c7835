"""What the bench of the page counts, without serving anything."""

import pytest
from bench.page import _DAYS, _called_for, _share, _split, _view


def test_a_font_counts_when_a_letter_calls_for_it() -> None:
    assert _called_for("Çırağan", "U+0100-0130, U+0132-0151")  # ğ
    assert not _called_for("Istanbul", "U+0100-0130, U+0132-0151")
    assert _called_for("a", "U+0061")


def test_the_percentile_is_of_the_sorted_times() -> None:
    assert _share([float(n) for n in range(100, 0, -1)], 95) == 96
    assert _share([7.0], 95) == 7.0


def test_work_is_shared_out_whole() -> None:
    work = _split([str(n) for n in range(47)], 20)
    assert sorted(int(n) for part in work for n in part) == list(range(47))


@pytest.mark.parametrize("day", _DAYS)
def test_views_are_of_known_days(day: int | None) -> None:
    address = _view(3, day)
    assert address.startswith("/process/Party%203%E2%80%93Rival%203")
    assert ("?as-of=20" in address) == (day is not None)
