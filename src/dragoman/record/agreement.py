"""How far two coders agree: Krippendorff's alpha over what both have judged, and where they part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import LedgerError
from dragoman.model.ledgered import Decision, Verb
from dragoman.record.derive import standing_decisions


@dataclass(frozen=True, slots=True)
class Parting:
    """A thing that two coders judged otherwise."""

    subject: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on one kind of question. `units` both have judged, of which they judged `same` alike.

    `alpha` is Krippendorff's alpha for nominal values, 1.0 at full agreement and 0.0 at what chance would give; None
    where nothing was judged by both, or every judgement was the same one, which leaves chance nothing to do.
    """

    question: str
    units: int
    same: int
    alpha: float | None
    partings: tuple[Parting, ...]


_Judgement = tuple[str, str]  # (what was judged, how)


def agreement(decisions: Sequence[Decision], one: str, other: str) -> tuple[Agreement, ...]:
    """The agreement of two coders, by the names under their decisions, on findings, disputes and names.

    A coder's last word on a thing counts, whatever the other decided after it. Raises LedgerError for a name that no
    decision is signed with.
    """
    standing = standing_decisions(decisions)
    coders = {decision.who.casefold(): decision.who for decision in standing}
    for name in (one, other):
        if name.casefold() not in coders:
            known = ", ".join(sorted(coders.values())) or "nobody yet"
            raise LedgerError(f"no decision is signed {name!r}, so nothing was compared; signed are those of {known}")
    mine, theirs = ([d for d in standing if d.who.casefold() == name.casefold()] for name in (one, other))
    return tuple(_compare(question, judge(mine), judge(theirs)) for question, judge in _QUESTIONS)


def _compare(question: str, one: Mapping[str, str], other: Mapping[str, str]) -> Agreement:
    both = sorted(one.keys() & other.keys())
    partings = tuple(Parting(at, one[at], other[at]) for at in both if one[at] != other[at])
    return Agreement(
        question, len(both), len(both) - len(partings), _alpha([[c[at] for at in both] for c in (one, other)]), partings
    )


def _alpha(judgements: list[list[str]]) -> float | None:
    if len({value for row in judgements for value in row}) < 2:
        return None
    from krippendorff import alpha  # brings numpy, which no other command needs

    return float(alpha(judgements, level_of_measurement="nominal"))


def _of_findings(decisions: Sequence[Decision]) -> dict[str, str]:
    """Verdict by finding: accepted, rejected, or amended to these values."""
    verdicts: dict[str, str] = {}
    for decision in decisions:
        if decision.verb in (Verb.ACCEPT, Verb.REJECT):
            verdicts[decision.subject] = str(decision.verb)
        elif decision.verb is Verb.AMEND:
            slots = ", ".join(f"{slot}={value}" for slot, value in sorted(decision.value.items()))
            verdicts[decision.subject] = f"amend {slots}"
    return verdicts


def _of_disputes(decisions: Sequence[Decision]) -> dict[str, str]:
    return {d.subject: d.value["value"] for d in decisions if d.verb is Verb.SETTLE}


def _of_names(decisions: Sequence[Decision]) -> dict[str, str]:
    pairs = (d for d in decisions if d.verb in (Verb.SAME, Verb.NOT_SAME))
    return {" / ".join(sorted((d.value["one"], d.value["other"]))): str(d.verb) for d in pairs}


_QUESTIONS: tuple[tuple[str, Callable[[Sequence[Decision]], dict[str, str]]], ...] = (
    ("findings", _of_findings),
    ("disputes", _of_disputes),
    ("who is who", _of_names),
)
