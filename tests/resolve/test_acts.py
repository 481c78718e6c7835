"""Mentions of one act become one finding; two acts, or two accounts of one, stay apart."""

from dataclasses import replace

from dragoman.model import Action, Commitment, CommitmentState, Delivery, Meeting, MeetingKind, Status
from dragoman.resolve.acts import group_acts, merge_commitments, merge_deliveries
from tests.factory import draft_of

BODIES = Commitment(
    action=Action.RETURN_OF_REMAINS, state=CommitmentState.AGREED, evidence="agreed to return 6,000 bodies",
    by=("Russia", "Ukraine"), quantity=6000, unit="bodies",
)  # fmt: skip
HANDED = Delivery(action=Action.RETURN_OF_REMAINS, evidence="1,212 bodies", to=("Ukraine",), quantity=1212)


def test_second_mention_fills_the_gaps_of_the_first() -> None:
    draft = draft_of("Nothing.", upto="quotes")
    draft.commitments = [replace(BODIES, quantity=None), replace(BODIES, due="2025-07-30", sources=("TASS",))]
    (found,) = merge_commitments(draft)
    assert (found.quantity, found.due, found.sources) == (6000, "2025-07-30", ())


def test_two_quantities_are_two_accounts() -> None:
    assert len(group_acts([BODIES, replace(BODIES, quantity=1000)])) == 2


def test_what_one_side_counts_is_its_part_of_the_bargain_of_both() -> None:
    both = draft_of("Chad and Sudan agreed to exchange prisoners: Sudan will free 13 soldiers.").commitments
    assert [(c.by, c.quantity) for c in both] == [(("Chad", "Sudan"), None), (("Sudan",), 13)]


def test_two_states_are_not_one_promise() -> None:
    assert len(group_acts([BODIES, replace(BODIES, state=CommitmentState.REFUSED)])) == 2


def test_other_promises_are_one_only_where_their_terms_share_words() -> None:
    road = replace(BODIES, action=Action.OTHER, quantity=None, who="opening of the northern road")
    assert len(group_acts([road, replace(road, who="opening the northern road at once")])) == 1
    assert len(group_acts([road, replace(road, who="a committee on water")])) == 2


def test_ceasefire_is_one_however_it_is_described() -> None:
    truce = replace(BODIES, action=Action.CEASEFIRE, quantity=None, who="partial ceasefire")
    assert len(group_acts([truce, replace(truce, who="ceasefire against energy")])) == 1


def test_deliveries_of_two_days_stay_apart() -> None:
    draft = draft_of("Nothing.", upto="quotes")
    draft.deliveries = [replace(HANDED, date="2025-06-11"), replace(HANDED, date="2025-06-13"), HANDED]
    assert [item.date for item in merge_deliveries(draft)] == ["2025-06-11", "2025-06-13"]


def test_running_total_is_no_single_delivery() -> None:
    assert len(group_acts([HANDED, replace(HANDED, cumulative=True)])) == 2


def test_promise_told_with_talks_was_made_at_the_latest_of_them() -> None:
    draft = draft_of("Nothing.", upto="quotes")
    draft.meetings = [
        Meeting(kind=MeetingKind.TALKS, status=Status.HELD, evidence="x", start=day, end=day)
        for day in ("2025-05-16", "2025-06-02")
    ]
    draft.commitments = [replace(BODIES, evidence="In the latest talks, both sides agreed to return 6,000 bodies.")]
    assert merge_commitments(draft)[0].date_agreed == "2025-06-02"


def test_offer_is_not_dated_by_the_talks() -> None:
    draft = draft_of("Nothing.", upto="quotes")
    draft.meetings = [Meeting(kind=MeetingKind.TALKS, status=Status.HELD, evidence="x", start="2025-06-02")]
    draft.commitments = [
        replace(BODIES, state=CommitmentState.OFFERED, evidence="offered 6,000 bodies after the talks")
    ]
    assert merge_commitments(draft)[0].date_agreed is None
