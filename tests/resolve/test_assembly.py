"""Which reports are about negotiations, told from what was found in them and from their words."""

import pytest

from dragoman.model import DiscardReason
from dragoman.pipeline import read
from tests.factory import report_of

DEATH = (
    "The former president died on Sunday at the age of 86. Schools were closed for a day. In 2003 France opposed the war "
    "in Iraq, and Germany admired him for it. His books sold well, and his village remembered him with a minute of "
    "silence on the square, where neighbours had lit candles under the trees he planted as a boy. "
    "The funeral will be on Thursday. "
)
TRUCE = (
    "France opposed the truce. The envoy of the United Nations left after a day, and the rebels and the government "
    "returned to their positions. Germany watched the negotiations from afar. "
)


@pytest.mark.parametrize("text", [DEATH, DEATH + "Paris wants a new law on forests. "])
def test_a_stray_stance_makes_no_report_of_negotiations(text: str) -> None:
    reading = read(report_of(text))
    assert not reading.relevant
    assert reading.positions == ()
    assert {d.reason for d in reading.discards} == {DiscardReason.OTHER_NEWS}, "what is dropped is counted"


def test_a_few_stances_among_words_of_another_trade_are_asides() -> None:
    film = "A film about those years drew thousands on Friday. " + TRUCE * 2
    assert read(report_of(film.replace("film", "play"))).relevant
    assert not read(report_of(film)).relevant


@pytest.mark.parametrize(
    "more",
    [
        "Russia and Ukraine will meet in Geneva on Friday. ",
        "Iran released two French prisoners on Friday. ",
        "Iran agreed to a ceasefire on Friday. ",
    ],
)
def test_what_passes_between_two_sides_or_is_carried_out_is_no_aside(more: str) -> None:
    assert read(report_of(DEATH + more)).relevant


def test_one_stance_among_words_of_negotiations_stays() -> None:
    assert [p.actor for p in read(report_of(TRUCE)).positions] == ["France"]


def test_one_strong_word_said_often_is_a_subject() -> None:
    plain = "Kenya opposed the move, and Oman watched. They met a monk, and a doctor came. A farm was sold, and the road was shut. "
    often = "The prisoners are ill. The prisoners wrote home. All prisoners may read. Two prisoners slept. "
    few = "The prisoners are ill. The men wrote home. All men may read. Two men slept. "
    assert read(report_of(plain + often * 2)).relevant
    assert not read(report_of(plain + few + few.replace("prisoners", "men"))).relevant


CLANS = (
    "Elders of two clans agreed on a truce on Tuesday after a feud that had cost eleven lives in the hills above the town. "
    "Each clan promised to release its captives before the rains. The herders will keep to the western wells, said an old "
    "man who had sat with them for three days under a tamarind tree. The market opened again in the afternoon, and boys "
    "played between the stalls where a month ago nobody had dared to walk. "
)
STRIKE = (
    "The teachers and the ministry agreed on a raise on Tuesday after a strike that had closed the schools in the hills. "
    "Each side promised to keep to the paper before the rains. The pupils will return on Monday, said an old man who had "
    "sat with them for three days under a tree. The market opened again in the afternoon, and boys played between stalls. "
)


def test_a_truce_of_clans_is_a_negotiation_though_no_state_is_named() -> None:
    assert read(report_of(CLANS)).relevant
    assert not read(report_of(STRIKE)).relevant
