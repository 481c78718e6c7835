"""Mentions of one meeting become one; accounts that differ become a dispute. Mentions are made by hand."""

from dragoman.model import Account, Level, Meeting, MeetingKind, Span, Status
from dragoman.resolve.meetings import group_meetings, meeting_disputes, merge_meetings
from dragoman.text.draft import Draft
from tests.factory import draft_of

TWO = ("Israel", "Hamas")


def meeting(kind: MeetingKind = MeetingKind.TALKS, status: Status = Status.PLANNED, **slots: object) -> Meeting:
    return Meeting(kind=kind, status=status, evidence="x", **slots)  # type: ignore[arg-type]


def draft(*mentions: Meeting) -> Draft:
    made = draft_of("Nothing.", upto="quotes")
    made.mentioned = list(mentions)
    return made


def merged(*mentions: Meeting) -> list[Meeting]:
    return merge_meetings(draft(*mentions))


def test_slots_are_the_union() -> None:
    (one,) = merged(
        meeting(parties=TWO, topics=("truce",)),
        meeting(parties=TWO, place="Cairo", start="2025-07-23", end="2025-07-23"),
        meeting(mediators=("Egypt",), parties=TWO, topics=("prisoners",)),
    )
    assert (one.parties, one.place, one.start, one.mediators) == (TWO, "Cairo", "2025-07-23", ("Egypt",))
    assert one.topics == ("truce", "prisoners")


def test_end_told_alone_is_kept() -> None:
    (one,) = merged(meeting(parties=TWO), meeting(parties=TWO, end="2025-07-19"))
    assert (one.start, one.end) == (None, "2025-07-19")


def test_a_first_and_a_last_day_told_apart_are_of_one_meeting_and_no_dispute() -> None:
    held = Status.HELD
    begun = meeting(status=held, parties=TWO, start="2025-07-16", sources=("A",))
    for other in (Status.HELD, Status.ONGOING):
        ended = meeting(status=other, parties=TWO, end="2025-07-19", sources=("B",))
        for mentions in ((begun, ended), (ended, begun)):
            (one,) = merged(*mentions)
            assert (one.start, one.end, one.status) == ("2025-07-16", "2025-07-19", held)
            assert meeting_disputes(draft(*mentions)) == []


def test_an_end_weeks_later_or_before_the_beginning_is_of_another_meeting() -> None:
    begun = meeting(status=Status.HELD, parties=TWO, start="2025-07-16")
    for end in ("2025-08-16", "2025-07-12"):
        assert len(merged(begun, meeting(status=Status.HELD, parties=TWO, end=end))) == 2
    assert len(merged(begun, meeting(status=Status.ONGOING, parties=TWO))) == 2
    day = meeting(status=Status.HELD, parties=TWO, start="2025-07-16", end="2025-07-16")
    assert len(merged(day, meeting(status=Status.HELD, parties=TWO, end="2025-07-19"))) == 2


def test_two_first_days_told_of_a_plan_stay_in_dispute() -> None:
    plans = [meeting(parties=TWO, start=day, sources=(who,)) for day, who in (("2025-07-23", "A"), ("2025-07-24", "B"))]
    values = (Account(value="2025-07-23", sources=("A",)), Account(value="2025-07-24", sources=("B",)))
    assert [(d.attribute, d.values) for d in meeting_disputes(draft(*plans))] == [("start", values)]


def test_mention_without_parties_joins_the_meeting_it_fits() -> None:
    (one,) = merged(meeting(parties=TWO), meeting(start="2025-07-23", end="2025-07-23"))
    assert (one.parties, one.start) == (TWO, "2025-07-23")


def test_rounds_stay_apart() -> None:
    assert len(merged(meeting(parties=TWO, round=2), meeting(parties=TWO, round=3))) == 2


def test_held_and_planned_stay_apart() -> None:
    assert len(merged(meeting(parties=TWO, status=Status.HELD), meeting(parties=TWO))) == 2


def test_days_of_held_meetings_stay_apart() -> None:
    first = meeting(parties=TWO, status=Status.HELD, start="2025-05-16", end="2025-05-16")
    second = meeting(parties=TWO, status=Status.HELD, start="2025-06-02", end="2025-06-02")
    assert [m.start for m in merged(first, second)] == ["2025-05-16", "2025-06-02"]


def test_call_and_talks_stay_apart() -> None:
    assert len(merged(meeting(parties=TWO), meeting(MeetingKind.CALL, parties=TWO))) == 2


def test_generic_talk_of_talks_is_left_out() -> None:
    assert merged(meeting(parties=("Israel",))) == []
    assert merged(meeting(status=Status.HELD, place="Cairo")) == []


def test_talks_under_way_or_ahead_are_told_by_their_place_alone() -> None:
    assert len(merged(meeting(status=Status.ONGOING, place="Doha"))) == 1
    assert len(merged(meeting(place="Cairo"))) == 1


def test_day_alone_is_worth_a_finding_and_a_month_is_not() -> None:
    assert len(merged(meeting(status=Status.HELD, start="2025-07-16"))) == 1
    assert merged(meeting(status=Status.HELD, start="2025-07")) == []


def test_visit_frames_its_talks() -> None:
    visit = meeting(MeetingKind.VISIT, Status.ONGOING, parties=TWO, delegates=("A. Adams",), country="Israel")
    (one,) = merged(visit, meeting(parties=TWO, delegates=("A. Adams",)))
    assert one.kind is MeetingKind.VISIT


def test_talks_with_a_named_counterpart_outweigh_the_visit() -> None:
    visit = meeting(MeetingKind.VISIT, Status.HELD, parties=TWO, delegates=("A. Adams",), country="Israel")
    (one,) = merged(visit, meeting(status=Status.HELD, parties=TWO, delegates=("A. Adams", "B. Brown")))
    assert (one.kind, one.country) == (MeetingKind.TALKS, "Israel")


def test_visit_does_not_frame_a_call() -> None:
    visit = meeting(MeetingKind.VISIT, Status.HELD, parties=TWO, delegates=("A. Adams",), country="Israel")
    assert len(merged(visit, meeting(MeetingKind.CALL, Status.HELD, parties=TWO, delegates=("A. Adams",)))) == 2


def test_person_under_two_spellings_is_one_delegate() -> None:
    (one,) = merged(
        meeting(parties=TWO, delegates=("Recep Tayyip Erdoğan",)), meeting(parties=TWO, delegates=("Erdogan",))
    )
    assert one.delegates == ("Recep Tayyip Erdoğan",)


def test_rival_plans_of_two_sources_are_one_meeting_in_dispute() -> None:
    first = meeting(parties=TWO, start="2025-07-23", end="2025-07-23", sources=("A. Adams",))
    second = meeting(parties=TWO, start="2025-07-24", end="2025-07-25", sources=("RIA", "unnamed sources"))
    made = draft(first, second)
    (one,) = merge_meetings(made)
    assert (one.start, one.sources) == ("2025-07-23", ("A. Adams",))
    (dispute,) = meeting_disputes(made)
    assert (dispute.about, dispute.attribute) == (0, "start")
    assert dispute.values == (
        Account(value="2025-07-23", sources=("A. Adams",)),
        Account(value="2025-07-24/2025-07-25", sources=("RIA", "unnamed sources")),
    )


def test_refinement_is_no_dispute() -> None:
    made = draft(
        meeting(parties=TWO, start="2025-07", end="2025-07", sources=("A. Adams",)),
        meeting(parties=TWO, start="2025-07-23", end="2025-07-23", sources=("B. Brown",)),
    )
    assert len(merge_meetings(made)) == 1
    assert meeting_disputes(made) == []


def test_dispute_names_its_place_in_the_merged_list() -> None:
    made = draft(
        meeting(parties=("Iran", "Oman"), status=Status.HELD),
        meeting(parties=TWO, start="2025-07-23", end="2025-07-23", sources=("A. Adams",)),
        meeting(parties=TWO, start="2025-07-25", end="2025-07-25", sources=("B. Brown",)),
    )
    (dispute,) = meeting_disputes(made)
    assert merge_meetings(made)[int(dispute.about)].parties == TWO


def test_groups_keep_every_account() -> None:
    first = meeting(parties=TWO, start="2025-07-23", end="2025-07-23", sources=("A. Adams",))
    second = meeting(parties=TWO, start="2025-07-24", end="2025-07-24", sources=("B. Brown",))
    assert group_meetings([first, second]) == [[first, second]]


def test_other_cities_and_states_are_other_meetings() -> None:
    assert len(merged(meeting(parties=TWO, place="Cairo"), meeting(parties=TWO, place="Doha"))) == 2
    assert len(merged(meeting(parties=TWO, place="Cairo"), meeting(parties=TWO, country="Qatar"))) == 2
    assert len(merged(meeting(parties=TWO, place="Cairo"), meeting(parties=TWO, country="Egypt"))) == 1
    day = {"start": "2025-07-23", "end": "2025-07-23"}
    assert len(merged(meeting(parties=TWO, place="Cairo", **day), meeting(parties=TWO, place="Doha", **day))) == 1


def test_meeting_called_off_by_one_and_held_to_be_on_by_another() -> None:
    off = meeting(parties=TWO, status=Status.CANCELLED, sources=("A",), span=Span(0, 5))
    on = meeting(parties=TWO, sources=("B",), span=Span(9, 14))
    (dispute,) = meeting_disputes(draft(off, on))
    assert (dispute.attribute, [v.value for v in dispute.values]) == ("status", ["cancelled", "planned"])
    earlier = meeting(parties=TWO, sources=("B",), span=Span(0, 5))
    assert (
        meeting_disputes(
            draft(earlier, meeting(parties=TWO, status=Status.CANCELLED, sources=("A",), span=Span(9, 14)))
        )
        == []
    )


def test_visit_told_in_one_sentence_with_its_talks_is_those_talks() -> None:
    span = Span(0, 10)
    visit = meeting(MeetingKind.VISIT, Status.HELD, parties=TWO, country="Israel", span=span)
    (one,) = merged(visit, meeting(status=Status.HELD, parties=TWO, span=span))
    assert (one.kind, one.country) == (MeetingKind.TALKS, "Israel")


def test_talks_some_days_after_an_arrival_are_those_of_the_visit() -> None:
    people = ("A. Adams", "B. Berg")
    visit = meeting(
        MeetingKind.VISIT, Status.HELD, parties=TWO, delegates=("A. Adams",), place="Cairo", start="2025-07-15"
    )
    (one,) = merged(
        visit, meeting(status=Status.HELD, parties=TWO, delegates=people, start="2025-07-16", end="2025-07-16")
    )
    assert (one.kind, one.place, one.start) == (MeetingKind.TALKS, "Cairo", "2025-07-16")


def test_mediators_alone_are_worth_a_finding() -> None:
    assert len(merged(meeting(status=Status.HELD, mediators=("Oman",)))) == 1
    assert merged(meeting(mediators=("Oman",))) == []


def test_talk_of_the_negotiations_at_large_does_not_begin_a_meeting_that_is_set() -> None:
    (one,) = merged(
        meeting(parties=TWO, start="2025-07-23", status=Status.PLANNED),
        meeting(parties=TWO, status=Status.ONGOING),
    )
    assert one.status is Status.PLANNED


def test_a_meeting_that_is_told_to_go_on_somewhere_has_begun() -> None:
    (one,) = merged(
        meeting(parties=TWO, start="2025-07-21", status=Status.PLANNED),
        meeting(parties=TWO, place="Cairo", status=Status.ONGOING),
    )
    assert one.status is Status.ONGOING


def test_ministers_yet_to_meet_are_not_the_envoys_who_do() -> None:
    found = merged(
        meeting(parties=TWO, start="2025-07-21", status=Status.ONGOING),
        meeting(parties=TWO, level=Level.MINISTERS, status=Status.PLANNED),
    )
    assert len(found) == 2


def test_experts_and_delegations_may_be_the_same_people() -> None:
    found = merged(
        meeting(parties=TWO, level=Level.DELEGATION, place="Cairo"),
        meeting(parties=TWO, level=Level.TECHNICAL, place="Cairo"),
    )
    assert len(found) == 1
