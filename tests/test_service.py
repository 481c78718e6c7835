"""What stands between the ledger and its faces."""

from dragoman.ledger import Ledger
from dragoman.model.ledgered import AsOf, FindingKind
from dragoman.service import holding, process_record, record_holding
from tests.readings import delivery, promise, recording, report


def test_a_finding_of_one_party_is_held_by_the_record_that_took_it_in() -> None:
    ledger = Ledger.open(":memory:")
    ledger.append([recording(report("2025-06-02"), commitments=[promise(6000)])])
    ledger.append([recording(report("2025-06-11"), deliveries=[delivery(1212, "2025-06-11", to=("Ukraine",))])])
    (act,) = ledger.visible("Ukraine", kinds=[FindingKind.DELIVERY])
    assert record_holding(ledger, act, AsOf()).process == "Russia–Ukraine"
    (made,) = ledger.visible("Russia–Ukraine", kinds=[FindingKind.COMMITMENT])
    assert record_holding(ledger, made, AsOf()).process == "Russia–Ukraine"
    none = holding(act, lambda key: process_record(ledger, key, AsOf()), ledger.processes, most=0)
    assert none.process == "Ukraine"
    ledger.close()
