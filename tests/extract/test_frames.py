"""Meetings, promises, deliveries and positions in plain sentences. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, CommitmentState, InitiativeKind, MeetingKind, Reading, Stance, Status
from dragoman.pipeline import read
from tests.factory import report_of


def reading(text: str) -> Reading:
    return read(report_of(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia and Ukraine held talks in Istanbul on Friday.", Status.HELD),
        ("Russia and Ukraine will hold talks in Istanbul on Friday.", Status.PLANNED),
        ("Russia and Ukraine are expected to meet in Istanbul on Friday.", Status.PLANNED),
        ("Talks between Russia and Ukraine may be held in Istanbul on Friday.", Status.PLANNED),
        ("Ukraine proposed talks with Russia in Istanbul on Friday.", Status.PROPOSED),
        ("Talks between Russia and Ukraine have been cancelled.", Status.CANCELLED),
        ("Talks between Russia and Ukraine were postponed.", Status.POSTPONED),
        ("Talks between Russia and Ukraine are under way in Istanbul.", Status.ONGOING),
    ],
)
def test_status_is_told_by_the_clause(text: str, status: Status) -> None:
    (meeting,) = reading(text).meetings
    assert (meeting.status, set(meeting.parties)) == (status, {"Russia", "Ukraine"})


def test_meeting_denied_is_no_meeting() -> None:
    assert reading("Russia and Ukraine did not meet in Istanbul on Friday.").meetings == ()


def test_venue_is_no_party_and_mediator_no_party() -> None:
    (meeting,) = reading("Israel and Hamas held talks in Cairo on Sunday, mediated by Egypt.").meetings
    assert meeting.parties == ("Israel", "Hamas")
    assert meeting.mediators == ("Egypt",)
    assert meeting.place == "Cairo"


def test_day_of_the_statement_is_not_the_day_of_the_talks() -> None:
    text = "The third round of talks between Russia and Ukraine will be held on Wednesday, the Kremlin said on Monday."
    (meeting,) = reading(text).meetings
    assert (meeting.start, meeting.end, meeting.round) == ("2025-07-23", "2025-07-23", 3)
    assert meeting.sources != ()


def test_two_rounds_with_their_days_are_two_meetings() -> None:
    text = "The first two rounds of talks between Russia and Ukraine were held in Istanbul on May 16 and June 2."
    assert [(m.round, m.start, m.place) for m in reading(text).meetings] == [
        (1, "2025-05-16", "Istanbul"),
        (2, "2025-06-02", "Istanbul"),
    ]


def test_accounts_of_one_meeting_that_differ_are_a_dispute_and_both_stay() -> None:
    text = (
        "A third round of talks between Russia and Ukraine will be held on Wednesday, the president said.\n\n"
        "RIA reported that the talks between Russia and Ukraine will be held on July 24-25, citing sources."
    )
    found = reading(text)
    assert found.meetings[0].start == "2025-07-23"
    (dispute,) = found.disputes
    assert (dispute.about, dispute.attribute) == (0, "start")
    assert {v.value: v.sources[-1] for v in dispute.values if v.sources}["2025-07-24/2025-07-25"] == "unnamed sources"


def test_call_of_leaders_is_a_call_at_their_level() -> None:
    (meeting,) = reading(
        "President Emmanuel Macron spoke by phone with President Volodymyr Zelensky on Sunday."
    ).meetings
    assert meeting.kind is MeetingKind.CALL
    assert set(meeting.delegates) == {"Emmanuel Macron", "Volodymyr Zelensky"}


def test_exchange_agreed_per_party() -> None:
    (promise,) = reading("Russia and Ukraine agreed to exchange 1,000 prisoners each.").commitments
    assert (promise.action, promise.state) == (Action.PRISONER_EXCHANGE, CommitmentState.AGREED)
    assert (promise.by, promise.quantity, promise.per_party) == (("Russia", "Ukraine"), 1000, True)


def test_two_acts_agreed_in_one_sentence_are_two_promises() -> None:
    text = "Both Russia and Ukraine agreed to exchange prisoners and to return the bodies of 6,000 soldiers from each side."
    assert [(c.action, c.quantity) for c in reading(text).commitments] == [
        (Action.PRISONER_EXCHANGE, None),
        (Action.RETURN_OF_REMAINS, 6000),
    ]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Israel pledged to release 50 prisoners.", CommitmentState.PLEDGED),
        ("Israel offered to release 50 prisoners.", CommitmentState.OFFERED),
        ("Israel refused to release 50 prisoners.", CommitmentState.REFUSED),
        ("Israel will release 50 prisoners.", CommitmentState.PLEDGED),
    ],
)
def test_state_of_a_promise(text: str, state: CommitmentState) -> None:
    (promise,) = reading(text).commitments
    assert (promise.state, promise.by, promise.quantity) == (state, ("Israel",), 50)
    assert reading(text).deliveries == ()


def test_delivery_is_what_was_done_with_its_direction_and_day() -> None:
    (done,) = reading("Russia handed over the bodies of 1,212 soldiers to Ukraine on Wednesday.").deliveries
    assert (done.action, done.by, done.to) == (Action.RETURN_OF_REMAINS, ("Russia",), ("Ukraine",))
    assert (done.quantity, done.date) == (1212, "2025-07-16")


def test_passive_delivery_names_no_giver() -> None:
    (done,) = reading("The bodies of 1,200 soldiers were returned to Ukraine on Friday.").deliveries
    assert (done.by, done.to, done.quantity) == ((), ("Ukraine",), 1200)


def test_running_total_is_marked() -> None:
    (done,) = reading("In all, 6,057 bodies have been returned to Ukraine.").deliveries
    assert done.cumulative is True


def test_delivery_denied_is_none() -> None:
    assert reading("Hamas did not release the 20 hostages on Sunday.").deliveries == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Egypt welcomed the ceasefire.", Stance.SUPPORTS),
        ("Iran rejected the proposal on enrichment.", Stance.OPPOSES),
        ("Qatar urged both sides to show restraint.", Stance.URGES),
        ("Hamas demanded a full withdrawal from Gaza.", Stance.DEMANDS),
        ("Sudan denied backing the militia.", Stance.DENIES),
        ("Russia has not commented on the remarks of the envoy.", Stance.NO_COMMENT),
    ],
)
def test_stance_of_a_verb(text: str, stance: Stance) -> None:
    assert stance in [position.stance for position in reading(text).positions]


def test_named_initiatives_of_a_list_and_by_their_heads() -> None:
    text = (
        "Ukraine and Russia held talks. Kyiv praised formats such as Ukraine-Northern Europe and the Crimean Platform."
    )
    assert [(i.name, i.kind) for i in reading(text).initiatives] == [
        ("Ukraine-Northern Europe", InitiativeKind.FORMAT),
        ("Crimean Platform", InitiativeKind.PLATFORM),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The two carmakers agreed to merge and will hold a press conference on Friday.",
        "The striker signed a deal with the club after long talks.",
        "Parliament voted on the budget on Monday; the opposition demanded a recount.",
    ],
)
def test_other_news_is_not_relevant(text: str) -> None:
    assert not reading(text).relevant


def test_reading_is_pure() -> None:
    text = "Russia and Ukraine held talks in Istanbul on Friday, the Kremlin said."
    assert reading(text) == reading(text)
