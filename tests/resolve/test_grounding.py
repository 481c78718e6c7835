"""Whatever a reader returns, the text must bear it out."""

from dragoman.model import Account, Attribution, Commitment, DateMention, DiscardReason, Dispute, Meeting, Reading, Span
from dragoman.model.enums import Action, CommitmentState, MeetingKind, Status
from dragoman.resolve.grounding import ground, numbers_in
from tests.factory import report_of

BODY = "Talks will be held on Wednesday. Both sides agreed to return 6,000 bodies after two rounds."
DATES = [DateMention(Span(22, 31), "Wednesday", "2025-07-23", "DATE", "2025-07-23")]


def meeting(**more: object) -> Meeting:
    more.setdefault("evidence", "Talks will be held on Wednesday.")
    return Meeting(kind=MeetingKind.TALKS, status=Status.PLANNED, **more)  # type: ignore[arg-type]


def grounded(**lists: object) -> Reading:
    return ground(Reading(report_of(BODY), True, **lists), DATES)  # type: ignore[arg-type]


def test_evidence_without_a_place_is_located() -> None:
    assert grounded(meetings=(meeting(),)).meetings[0].span == Span(0, 32)


def test_finding_whose_words_are_not_there_is_dropped_and_counted() -> None:
    reading = grounded(meetings=(meeting(evidence="Talks were held on Thursday."),))
    assert (reading.meetings, reading.relevant) == ((), False)
    assert [(d.kind, d.reason) for d in reading.discards] == [("meeting", DiscardReason.NOT_IN_TEXT)]


def test_invented_day_is_taken_out_of_its_slot() -> None:
    reading = grounded(meetings=(meeting(start="2025-07-24", end="2025-07-23"),))
    assert (reading.meetings[0].start, reading.meetings[0].end) == (None, "2025-07-23")
    assert [(d.slot, d.value) for d in reading.discards] == [("start", "2025-07-24")]


def test_invented_number_is_taken_out() -> None:
    promise = Commitment(
        action=Action.RETURN_OF_REMAINS,
        state=CommitmentState.AGREED,
        evidence="Both sides agreed to return 6,000 bodies after two rounds.",
        quantity=1200,
    )
    reading = grounded(commitments=(promise,))
    assert reading.commitments[0].quantity is None
    assert reading.discards[0].reason is DiscardReason.NUMBER_NOT_GROUNDED


def test_round_may_follow_from_the_count_given() -> None:
    assert grounded(meetings=(meeting(round=3),)).meetings[0].round == 3
    assert grounded(meetings=(meeting(round=9),)).meetings[0].round is None


def test_dispute_follows_its_meeting_and_goes_with_it() -> None:
    dispute = Dispute(about=1, attribute="place", values=(Account(value="A"), Account(value="B")))
    lost, kept = meeting(evidence="nowhere"), meeting()
    assert grounded(meetings=(lost, kept), disputes=(dispute,)).disputes[0].about == 0
    assert grounded(meetings=(kept, lost), disputes=(dispute,)).disputes == ()


def test_speech_is_grounded_too() -> None:
    said = Attribution(speaker="X", verb="say", evidence="No such words.")
    assert grounded(attributions=(said,)).attributions == ()


def test_numbers_are_read_in_figures_and_words() -> None:
    found = numbers_in("Some 6,000 bodies, 1.5 million people, twenty-five men, two dozen, the third round")
    assert {6000, 1_500_000, 25, 24, 3} <= found
