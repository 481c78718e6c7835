"""Counts that differ are rivals where they are of the same things, and else stand side by side."""

from dataclasses import replace

from dragoman.ledger import Recording
from dragoman.model import Action, Commitment, CommitmentState, Delivery, Span
from dragoman.record import ProcessRecord
from tests.readings import delivery, dispute, promise, recording, report
from tests.record.test_derive import record_of

LATE = "2025-12-31"
DAY = "2025-05-23"
WAY = {"by": ("Russia",), "to": ("Ukraine",)}


def freed(quantity: int, unit: str, **more: object) -> Delivery:
    made = delivery(quantity, DAY, action=Action.RELEASE_OF_DETAINEES, **WAY, **more)
    return replace(made, unit=unit, span=Span(quantity % 3, 4))


def told(*found: Delivery, outlet: str = "Wire") -> Recording:
    return recording(report("2025-05-24", outlet), deliveries=found, commitments=[bargain()])


def bargain() -> Commitment:
    return replace(promise(390, action=Action.RELEASE_OF_DETAINEES, date_agreed="2025-05-16", **WAY), unit="people")


def record(*said: Recording) -> ProcessRecord:
    return record_of(list(said), LATE)


def counts(made: ProcessRecord) -> list[list[str]]:
    return sorted([account.value for account in act.counts.accounts] for act in made.acts)


def test_two_counts_by_one_report_are_of_two_things() -> None:
    made = record(told(freed(270, "soldiers"), freed(120, "civilians")))
    assert (counts(made), made.disputes) == ([["120"], ["270"]], ())
    assert made.promises[0].balances[0].tallies == {None: 390}


def test_counts_of_other_things_by_two_reports_are_no_rivals() -> None:
    made = record(told(freed(270, "soldiers")), told(freed(120, "civilians"), outlet="Courier"))
    assert (counts(made), made.disputes) == ([["120"], ["270"]], ())


def test_a_count_that_sums_up_the_others_of_its_day_is_not_added_to_them() -> None:
    parts = told(freed(270, "soldiers"), freed(120, "civilians"))
    made = record(parts, told(freed(390, "people"), outlet="Courier"))
    assert (made.promises[0].balances[0].tallies, made.disputes) == ({None: 390}, ())


def test_counts_of_one_thing_stay_rivals_under_two_names_and_by_two_sources_of_a_report() -> None:
    apart = told(freed(303, "soldiers")), told(freed(307, "servicemen"), outlet="Courier")
    together = told(freed(303, "soldiers", sources=("Medinsky",)), freed(250, "soldiers", sources=("Zelenskyy",)))
    for said in (apart, (together,)):
        assert [d.attribute for d in record(*said).disputes] == ["quantity.russia-ukraine"]


def test_loads_of_two_kinds_are_no_rivals() -> None:
    said = told(freed(30, "lorries of flour")), told(freed(12, "lorries of fuel"), outlet="Courier")
    assert record(*said).disputes == ()
    again = told(freed(30, "lorries of flour")), told(freed(12, "lorries"), outlet="Courier")
    assert len(record(*again).disputes) == 1


def test_a_promise_of_two_kinds_of_people_is_two_promises_and_a_bargain_of_two_sides_one() -> None:
    at = {"action": Action.RELEASE_OF_DETAINEES, "date_agreed": "2025-05-16"}
    soldiers = replace(promise(270, **WAY, **at), unit="soldiers")
    civilians = replace(promise(120, **WAY, **at), unit="civilians", span=Span(1, 4))
    back = replace(promise(18, by=("Ukraine",), **at), unit="sailors", span=Span(1, 4))
    two = record(recording(report("2025-05-16"), commitments=[soldiers, civilians])).promises
    assert [(p.wordings[0].quantity, p.disputed) for p in two] in (
        [(270, False), (120, False)],
        [(120, False), (270, False)],
    )
    (one,) = record(recording(report("2025-05-16"), commitments=[soldiers, back])).promises
    assert (len(one.wordings), one.disputed) == (2, False)


def test_two_sources_whose_counts_nearly_agree_tell_of_one_act() -> None:
    """Where one of them names no day, the two were added up."""
    undated = replace(freed(29, "prisoners", sources=("Zelenskyy",)), date=None)
    said = told(freed(30, "people", sources=("Medinsky",)), undated)
    made = record(said)
    assert [[a.value for a in act.counts.accounts] for act in made.acts] in ([["29", "30"]], [["30", "29"]])
    assert set(made.promises[0].balances[0].tallies.values()) == {29, 30}
    far = replace(undated, quantity=12)
    assert len(record(told(freed(30, "people", sources=("Medinsky",)), far)).acts) == 2


def test_rival_counts_of_a_promise_by_two_sources_of_a_day_are_one_promise() -> None:
    one = replace(bargain(), sources=("Medinsky",))
    other = replace(bargain(), quantity=400, date_agreed=None, sources=("Zelenskyy",), span=Span(1, 4))
    (both,) = record(recording(report("2025-05-17"), commitments=[one, other])).promises
    assert both.disputed


def test_what_each_side_promises_in_one_sentence_is_one_bargain() -> None:
    mine = replace(bargain(), date_agreed=None)
    theirs = replace(mine, by=("Ukraine",), to=("Russia",), quantity=25, unit="sailors", span=Span(1, 4))
    (both,) = record(recording(report("2025-05-17"), commitments=[mine, theirs])).promises
    assert (len(both.balances), both.disputed) == (2, False)
    elsewhere = replace(theirs, evidence="Words", span=Span(18, 23))
    assert len(record(recording(report("2025-05-17"), commitments=[mine, elsewhere])).promises) == 2


def test_a_release_keeps_the_promise_to_exchange_those_people() -> None:
    swap = replace(bargain(), action=Action.PRISONER_EXCHANGE, quantity=40, unit="fishermen")
    let_go = recording(report("2025-05-24"), deliveries=[freed(40, "fishermen")])
    (kept,) = record(recording(report("2025-05-17"), commitments=[swap]), let_go).promises
    assert kept.balances[0].tallies == {None: 40}
    by_number = recording(report("2025-05-24"), deliveries=[freed(40, "people")])
    (same,) = record(recording(report("2025-05-17"), commitments=[swap]), by_number).promises
    assert same.balances[0].tallies == {None: 40}
    others = recording(report("2025-05-24"), deliveries=[freed(15, "journalists")])
    (unkept,) = record(recording(report("2025-05-17"), commitments=[swap]), others).promises
    assert unkept.balances[0].acts == ()


def test_an_act_goes_to_the_promise_of_its_way() -> None:
    back = replace(bargain(), by=("Ukraine",), to=("Russia",), quantity=900, date_agreed="2025-05-20")
    said = recording(report("2025-05-20"), commitments=[bargain(), replace(back, span=Span(1, 4), evidence="ody")])
    made = record(said, recording(report("2025-05-24"), deliveries=[freed(390, "people")]))
    kept = [(p.date_agreed, [a.counts.value for b in p.balances for a in b.acts]) for p in made.promises]
    assert kept == [("2025-05-16", ["390"]), ("2025-05-20", [])]


def test_what_one_of_two_is_to_receive_comes_from_the_other() -> None:
    (made,) = record(recording(report("2025-05-17"), commitments=[replace(bargain(), by=())])).promises
    assert [(b.direction.giver, b.direction.taker) for b in made.balances] == [("Russia", "Ukraine")]


def test_an_act_keeps_what_was_agreed_rather_than_an_offer() -> None:
    offer = replace(bargain(), state=CommitmentState.OFFERED, quantity=8, date_agreed=None)
    swap = replace(bargain(), action=Action.PRISONER_EXCHANGE, quantity=13, unit="prisoners")
    said = recording(report("2025-05-10"), commitments=[offer]), recording(report("2025-05-17"), commitments=[swap])
    let_go = recording(report("2025-05-24"), deliveries=[freed(13, "servicemen")])
    kept = {p.action: [b.tallies for b in p.balances] for p in record(*said, let_go).promises}
    assert kept == {Action.RELEASE_OF_DETAINEES: [{}], Action.PRISONER_EXCHANGE: [{None: 13}]}


def test_a_promise_to_resume_talks_is_not_weighed_by_deliveries() -> None:
    (made,) = record(
        recording(report("2025-05-17"), commitments=[replace(bargain(), action=Action.RESUME_TALKS)])
    ).promises
    assert made.balances == ()


def test_a_count_that_a_report_sets_against_its_own_is_in_dispute() -> None:
    rival = dispute("deliveries/0", "quantity", ("15", ("Red Cross",)), ("11", ("Medinsky",)))
    said = recording(report("2025-05-24"), deliveries=[freed(15, "officers", sources=("Red Cross",))], disputes=[rival])
    (found,) = record(said).disputes
    assert [account.value for account in found.accounts] == ["11", "15"]
    vague = dispute("deliveries/0", "quantity", ("15", ("Red Cross",)), ("fewer than 11", ("Medinsky",)))
    said = recording(report("2025-05-24"), deliveries=[freed(15, "officers", sources=("Red Cross",))], disputes=[vague])
    assert record(said).disputes == ()


def test_a_release_keeps_a_bargain_that_counts_nobody_and_no_offer_of_the_other_way() -> None:
    swap = replace(promise(None, action=Action.PRISONER_EXCHANGE, date_agreed="2025-05-16"), unit="prisoners")
    offer = replace(bargain(), state=CommitmentState.OFFERED, quantity=8, by=("Ukraine",), to=("Russia",))
    said = recording(report("2025-05-16"), commitments=[swap]), recording(report("2025-05-17"), commitments=[offer])
    let_go = recording(report("2025-05-24"), deliveries=[freed(2, "servicemen")])
    kept = {p.action: [b.tallies for b in p.balances if b.acts] for p in record(*said, let_go).promises}
    assert kept == {Action.PRISONER_EXCHANGE: [{None: 2}], Action.RELEASE_OF_DETAINEES: []}
