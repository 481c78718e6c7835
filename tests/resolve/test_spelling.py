"""States under the spelling of the report."""

from dragoman.pipeline import read
from dragoman.resolve.identity import link_of
from tests.factory import report_of


def actors(text: str) -> set[str]:
    return {item.actor for item in read(report_of(text)).positions}


def test_state_is_spelled_as_in_the_report() -> None:
    assert actors("Turkey called for a truce. Ankara urged Israel to lift the siege.") == {"Turkey"}
    assert actors("Türkiye called for a truce. Ankara urged Israel to lift the siege.") == {"Türkiye"}


def test_usual_name_stands_where_the_report_has_both_or_neither() -> None:
    assert actors("Türkiye, long called Turkey, urged Israel to lift the siege.") == {"Türkiye"}
    assert actors("Ankara urged Israel to lift the siege.") == {"Türkiye"}


def test_every_slot_is_spelled_alike() -> None:
    text = "The delegations of Israel and Turkey met in Istanbul on Friday. Turkey agreed to release 20 prisoners to Israel."
    reading = read(report_of(text))
    assert reading.meetings[0].parties == ("Israel", "Turkey")
    assert reading.commitments[0].by == ("Turkey",)


def test_ledger_joins_the_spellings() -> None:
    one, other = link_of("Turkey", "2025-07-21"), link_of("Türkiye", "2025-07-21")
    assert one is not None
    assert other is not None
    assert one.canonical == other.canonical
