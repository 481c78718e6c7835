"""Which decisions about names are kept, in both databases: about names that some report uses, and one process a name."""

import pytest

from dragoman.errors import LedgerError, NotFoundError
from dragoman.ledger import Ledger
from dragoman.model import Action, Status
from dragoman.model.ledgered import AsOf, Decision, Verb
from dragoman.service import judge, process_keys
from tests.readings import PROCESS, dispute, meeting, promise, recording, report

SIGNED = ("A. Analyst", "one person")
OTHER = "Armenia–Azerbaijan"


@pytest.fixture
def ledger(url: str) -> Ledger:
    opened = Ledger.open(url)
    planned = meeting("2025-07-23", Status.PLANNED, sources=("Zelenskyy",), delegates=('Ivan "100%_" Hora',))
    rival = dispute(0, "start", ("2025-07-23", ("Zelenskyy",)), ("2025-07-24", ("Petro Lys",)))
    elsewhere = promise(3, by=("Armenia",), to=("Azerbaijan",), action=Action.PRISONER_EXCHANGE, unit="prisoners")
    opened.append(
        [
            recording(report("2025-07-21"), meetings=[planned], disputes=[rival]),
            recording(report("2025-07-22"), commitments=[elsewhere]),
        ]
    )
    return opened


def kept(ledger: Ledger, verb: Verb, subject: str = "", **value: str) -> Decision:
    return judge(ledger, verb, subject, value, SIGNED)


@pytest.mark.parametrize("verb", [Verb.SAME, Verb.NOT_SAME])
def test_a_name_that_no_report_uses_is_refused_with_those_near_it(ledger: Ledger, verb: Verb) -> None:
    with pytest.raises(NotFoundError, match="'Zelensky': no such name in this ledger, so nothing was decided; near it"):
        kept(ledger, verb, one="Zelenskyy", other="Zelensky")
    with pytest.raises(NotFoundError, match=r"near it are .*Zelenskyy"):
        kept(ledger, verb, one="Zelensky", other="Wire")
    with pytest.raises(NotFoundError, match=r"'Q': no such name .* 'dragoman search WORDS'"):
        kept(ledger, verb, one="Q", other="Wire")
    assert ledger.decisions() == []


@pytest.mark.parametrize(
    "name",
    ["Zelenskyy", "Volodymyr Zelensky", "Ukraine", "Wire", 'Ivan "100%_" Hora', "Petro Lys"],
    ids=["as spelt", "as it stands for", "a party", "an outlet", "with signs of the query", "a rival source"],
)
def test_a_name_that_a_report_uses_is_taken(ledger: Ledger, name: str) -> None:
    assert kept(ledger, Verb.SAME, one=name, other="Azerbaijan").value == {"one": name, "other": "Azerbaijan"}


@pytest.mark.parametrize("name", ["body", "prisoners", "ZELENSKYY", "Ivan _100%", "Wire\0", "\udcff"])
def test_words_of_a_report_that_are_no_name_are_none(ledger: Ledger, name: str) -> None:
    assert not ledger.has_name(name)


@pytest.mark.parametrize("taken", ["Istanbul talks", "istanbul  TALKS ", "Ukraine and Russia", PROCESS])
def test_a_name_is_of_one_process(ledger: Ledger, taken: str) -> None:
    kept(ledger, Verb.NAME, PROCESS, name="Istanbul talks")
    with pytest.raises(LedgerError, match=f"the name of {PROCESS} already, so {OTHER} was not named; give another"):
        kept(ledger, Verb.NAME, OTHER, name=taken)
    assert process_keys(ledger, "Istanbul talks", AsOf()) == [PROCESS]
    assert kept(ledger, Verb.NAME, PROCESS, name="Istanbul Talks").value["name"] == "Istanbul Talks"
    assert kept(ledger, Verb.NAME, OTHER, name="Border talks").value["name"] == "Border talks"


def test_a_name_laid_down_is_free_again_and_cannot_be_taken_back_from_its_new_process(ledger: Ledger) -> None:
    kept(ledger, Verb.NAME, PROCESS, name="Istanbul talks")
    renamed = kept(ledger, Verb.NAME, PROCESS, name="Direct talks")
    kept(ledger, Verb.NAME, OTHER, name="Istanbul talks")
    with pytest.raises(LedgerError, match=f"'Istanbul talks': the name of {OTHER} already"):
        kept(ledger, Verb.UNDO, renamed.id)


def test_a_process_that_is_none_is_not_named(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError, match="Nobody–Nowhere: no such process, so nothing was named"):
        kept(ledger, Verb.NAME, "Nobody–Nowhere", name="Quiet talks")
