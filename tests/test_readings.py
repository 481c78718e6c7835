"""Many reports: in order, over processes, and never stopped by one."""

from datetime import date

import pytest

from dragoman import readings, service
from dragoman.errors import ReportError, WorkerError
from dragoman.ledger import Ledger
from dragoman.model import Reading, Report
from dragoman.parallel import in_order
from dragoman.readings import Safely, is_passed_over, read_all, read_past_gate

DAY = date(2025, 7, 21)


def report(n: int, body: str = "Talks between Ukraine and Russia will be held on Wednesday.") -> Report:
    return Report(f"r{n}", body, DAY, origin=f"r{n}.txt")


def fail_on_second(item: Report) -> str:
    if item.id == "r2":
        raise IndexError("list index out of range")
    return item.id


def end_the_process(_: object) -> None:
    import os

    os._exit(9)


def square(number: int) -> int:
    return number * number


def test_a_fault_of_ours_costs_one_report_and_is_told() -> None:
    one, two, three = (Safely(fail_on_second)(report(n)) for n in (1, 2, 3))
    assert (one, three) == ("r1", "r3")
    assert isinstance(two, ReportError)
    assert str(two).startswith("r2.txt: dragoman itself failed on this report (IndexError")


def test_readings_over_processes_are_those_of_one_process_in_order() -> None:
    refused = ReportError("bad.txt: no date")
    items = [report(1), refused, report(3, "A quiet day in the shops.")]
    alone, together = list(read_all(items)), list(read_all(items, jobs=2))
    assert isinstance(alone[0], Reading)
    assert alone[0].meetings[0].start == "2025-07-23"
    assert [str(item) for item in alone] == [str(item) for item in together]


def test_a_stream_is_taken_only_as_results_are() -> None:
    taken: list[int] = []

    def numbers() -> "list[int]":
        for number in range(1000):
            taken.append(number)
            yield number  # type: ignore[misc]

    results = in_order(square, numbers(), jobs=2)
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_a_process_that_is_ended_is_told_with_the_way_out() -> None:
    with pytest.raises(WorkerError, match="run the same command again, with fewer --jobs"):
        list(in_order(end_the_process, range(4), jobs=2))


def test_what_the_gate_keeps_out_is_counted_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "read", lambda _: pytest.fail("it was read"))
    reading = read_past_gate(report(1, "The home side won by two goals."))
    assert is_passed_over(reading)
    assert not reading.relevant


def test_what_is_refused_is_told_once_and_counted_in_all() -> None:
    ledger = Ledger.open(":memory:")
    told = list(service.read_into(ledger, (ReportError(f"{n}: no date") for n in range(40))))
    assert [progress.refused for progress in told] == [16, 32, 40]
    assert [str(error) for progress in told for error in progress.errors] == [f"{n}: no date" for n in range(40)]
    ledger.close()
