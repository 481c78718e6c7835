"""From visible findings and decisions to the record of one process."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from dragoman.model.ledgered import Decision, Entry, FindingKind, Verb
from dragoman.record.accounts import Dispute
from dragoman.record.deliveries import Act, derive_acts
from dragoman.record.names import Names
from dragoman.record.positions import Stand, derive_positions
from dragoman.record.processes import parties_of
from dragoman.record.promises import Promise, derive_promises
from dragoman.record.rounds import Round, derive_rounds


@dataclass(frozen=True, slots=True)
class ProcessRecord:
    """The record of one process as it stood at two dates. `entries` are all findings it was derived from."""

    process: str
    name: str
    rounds: tuple[Round, ...] = ()
    promises: tuple[Promise, ...] = ()
    acts: tuple[Act, ...] = ()
    positions: tuple[Stand, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Every dispute about rounds and counts, in the order of what they are about."""
        about_rounds = (attribute.dispute for round_ in self.rounds for attribute in round_.attributes)
        about_acts = (act.counts.dispute for act in self.acts)
        return tuple(dispute for dispute in (*about_rounds, *about_acts) if dispute)


def derive(process: str, entries: Sequence[Entry], decisions: Sequence[Decision]) -> ProcessRecord:
    """The record of one process. Pure: the same entries and decisions, in any order, give the same record."""
    standing = standing_decisions(decisions)
    names = Names.of(standing)
    judged = sorted(_adopted(process, _judged(entries, standing)), key=lambda e: (e.known_at, e.witness.key, e.id))
    parties = parties_of(process)
    acts = derive_acts(_of_kind(judged, FindingKind.DELIVERY), parties, names, standing)
    return ProcessRecord(
        process=process,
        name=_name_of(process, standing),
        rounds=derive_rounds(_of_kind(judged, FindingKind.MEETING), names, standing),
        promises=derive_promises(_of_kind(judged, FindingKind.COMMITMENT), acts, parties, names),
        acts=acts,
        positions=derive_positions(_of_kind(judged, FindingKind.POSITION), names),
        entries=tuple(judged),
    )


def standing_decisions(decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions in order of record, without those undone and the undoings."""
    ordered = sorted(decisions, key=lambda d: (d.recorded_at, d.id))
    undone: set[str] = set()
    for decision in ordered:
        if decision.verb is Verb.UNDO:
            undone.add(decision.subject)
    return [d for d in ordered if d.verb is not Verb.UNDO and d.id not in undone]


def _of_kind(entries: Sequence[Entry], kind: FindingKind) -> list[Entry]:
    return [entry for entry in entries if entry.kind is kind]


def _adopted(process: str, entries: Sequence[Entry]) -> list[Entry]:
    """Without deliveries that name one party alone and keep no promise of this process.

    "1,212 bodies were returned to Ukraine" names no second party; it belongs where such a return was promised.
    """
    promised = {getattr(e.finding, "action", None) for e in entries if e.kind is FindingKind.COMMITMENT}
    return [e for e in entries if e.process == process or getattr(e.finding, "action", None) in promised]


def _judged(entries: Sequence[Entry], decisions: Sequence[Decision]) -> list[Entry]:
    """The entries as people left them: rejected ones out, amended slots replaced; the last verdict holds."""
    verdicts: dict[str, Decision] = {}
    amended: dict[str, dict[str, str]] = {}
    for decision in decisions:
        if decision.verb in (Verb.ACCEPT, Verb.REJECT):
            verdicts[decision.subject] = decision
        elif decision.verb is Verb.AMEND:
            amended.setdefault(decision.subject, {}).update(decision.value)
    kept = []
    for entry in entries:
        verdict = verdicts.get(entry.id)
        if verdict is None or verdict.verb is not Verb.REJECT:
            kept.append(_amended(entry, amended[entry.id]) if entry.id in amended else entry)
    return kept


def _amended(entry: Entry, slots: dict[str, str]) -> Entry:
    kinds = {field.name: field for field in fields(entry.finding)}
    changes = {
        slot: _fit(getattr(entry.finding, slot), value, _words_of(type(entry.finding), slot))
        for slot, value in slots.items()
        if slot in kinds
    }
    return replace(entry, finding=replace(entry.finding, **changes))


def _words_of(finding: type, slot: str) -> type[StrEnum] | None:
    """The closed vocabulary of a slot, where it has one."""
    hint = get_type_hints(finding)[slot]
    return next(
        (kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, StrEnum)), None
    )


def _fit(old: Any, value: str, words: type[StrEnum] | None) -> Any:
    """An amended value in the form of the slot: lists are written with commas, "" empties a slot.

    Raises ValueError for a word that is not of the slot's vocabulary, and for a number that is none.
    """
    if isinstance(old, tuple):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if words is not None and (value or isinstance(old, words)):
        return words(value)
    if not value:
        return None
    if isinstance(old, int | float) or value.isdigit():
        return int(value) if value.isdigit() else float(value)
    return type(old)(value) if old is not None and not isinstance(old, str) else value


def _name_of(process: str, decisions: Sequence[Decision]) -> str:
    named = [d.value["name"] for d in decisions if d.verb is Verb.NAME and d.subject == process]
    return named[-1] if named else process
