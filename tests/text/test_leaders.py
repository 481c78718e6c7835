"""Leaders by their surname alone, as headlines and leads name them."""

from datetime import date

import pytest

from dragoman import read


def test_leaders_in_office_meet_by_their_surnames() -> None:
    meeting = read("Putin will meet Trump in Alaska on Friday, the Kremlin said.", published="2025-08-11").meetings[0]
    assert meeting.parties == ("Russia", "United States")
    assert meeting.delegates == ("Putin", "Trump")


def test_who_is_out_of_office_stands_for_no_state() -> None:
    meetings = read("Merkel met Zelensky in Kyiv on Friday to discuss the truce.", published=date(2025, 8, 11)).meetings
    assert all("Germany" not in meeting.parties for meeting in meetings)


@pytest.mark.parametrize("name", ["Price", "Tatar", "Moon", "Paris"])
def test_words_peoples_and_places_name_nobody(name: str) -> None:
    meetings = read(f"Putin will meet {name} in Alaska on Friday, the Kremlin said.", published="2025-08-11").meetings
    assert all(name not in meeting.delegates for meeting in meetings)
