"""Two coders over the same findings, with an alpha worked out by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from dragoman.errors import LedgerError
from dragoman.model.ledgered import Decision, Verb
from dragoman.record.agreement import Agreement, agreement

START = datetime(2025, 8, 1, tzinfo=UTC)
A, B = "A. Analyst", "B. Editor"


def decided(*rows: tuple[str, Verb, str, dict[str, str]]) -> list[Decision]:
    return [
        Decision(f"n-{at}", verb, subject, value, who, "read it", START + timedelta(minutes=at))
        for at, (who, verb, subject, value) in enumerate(rows)
    ]


def found(decisions: list[Decision], question: str = "findings") -> Agreement:
    return next(each for each in agreement(decisions, A, B) if each.question == question)


def test_alpha_over_what_both_have_judged() -> None:
    verdicts = {"f-1": (Verb.ACCEPT, Verb.ACCEPT), "f-2": (Verb.REJECT, Verb.ACCEPT), "f-3": (Verb.REJECT, Verb.REJECT)}
    rows = [(who, pair[at], id_, {}) for id_, pair in verdicts.items() for at, who in enumerate((A, B))]
    each = found(decided(*rows, (A, Verb.REJECT, "f-4", {})))
    assert (each.units, each.same) == (3, 2)
    # Three of each value in six judgements: disagreement 2/6 observed, 2 * 3 * 3 / (6 * 5) expected.
    assert each.alpha == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert [(p.subject, p.one, p.other) for p in each.partings] == [("f-2", "reject", "accept")]


def test_one_coders_later_word_takes_nothing_from_the_other() -> None:
    rows = [(A, Verb.REJECT, "f-1", {}), (B, Verb.ACCEPT, "f-1", {}), (B, Verb.REJECT, "f-1", {})]
    assert (found(decided(*rows)).units, found(decided(*rows)).same) == (1, 1)


def test_undone_decisions_do_not_count() -> None:
    rows = [
        (A, Verb.REJECT, "f-1", {}),
        (B, Verb.ACCEPT, "f-1", {}),
        (B, Verb.UNDO, "n-1", {}),
        (B, Verb.REJECT, "f-2", {}),
    ]
    assert found(decided(*rows)).units == 0


def test_amendments_agree_by_what_they_amend_to() -> None:
    rows = [(A, Verb.AMEND, "f-1", {"round": "3"}), (B, Verb.AMEND, "f-1", {"round": "3"}),
            (A, Verb.AMEND, "f-2", {"round": "2"}), (B, Verb.AMEND, "f-2", {"round": "4"})]  # fmt: skip
    assert (found(decided(*rows)).units, found(decided(*rows)).same) == (2, 1)


def test_alpha_is_not_defined_without_any_variation() -> None:
    rows = [(who, Verb.ACCEPT, id_, {}) for who in (A, B) for id_ in ("f-1", "f-2")]
    assert found(decided(*rows)).alpha is None
    assert found(decided(*rows)).same == 2


def test_disputes_and_names_are_compared_apart() -> None:
    rows = [(who, Verb.SETTLE, "d-1.date", {"value": day}) for who, day in ((A, "2025-07-23"), (B, "2025-07-24"))]
    rows += [(A, Verb.SAME, "", {"one": "Aziz", "other": "Asis"}), (B, Verb.SAME, "", {"one": "Asis", "other": "Aziz"})]
    decisions = decided(*rows)
    assert (found(decisions, "disputes").units, found(decisions, "disputes").same) == (1, 0)
    assert (found(decisions, "who is who").units, found(decisions, "who is who").same) == (1, 1)


def test_unknown_coder_is_named_with_those_who_signed() -> None:
    with pytest.raises(LedgerError, match=r"signed 'C\. Nobody'.*A\. Analyst"):
        agreement(decided((A, Verb.ACCEPT, "f-1", {})), A, "C. Nobody")
