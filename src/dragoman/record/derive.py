"""From visible findings and decisions to the record of one process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from dragoman.model.dates import days, stretch
from dragoman.model.ledgered import Decision, Entry, FindingKind, Verb
from dragoman.record.accounts import Dispute
from dragoman.record.deliveries import Act, derive_acts
from dragoman.record.names import Names
from dragoman.record.positions import Stand, derive_positions
from dragoman.record.processes import parties_of
from dragoman.record.promises import Promise, derive_promises
from dragoman.record.rounds import Round, derive_rounds

_WORDS_AS_THEY_WERE = ("evidence", "span")  # no decision alters what a report says
_CALENDAR = ("start", "end", "date", "date_agreed", "due")
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


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
    names = Names.of(standing, entries)
    judged = sorted(_adopted(process, _judged(entries, standing)), key=lambda e: (e.known_at, e.witness.key, e.id))
    parties = parties_of(process)
    acts = derive_acts(_of_kind(judged, FindingKind.DELIVERY), parties, names, standing)
    return ProcessRecord(
        process=process,
        name=given_names(standing).get(process, process),
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
    amendments: dict[str, dict[str, str]] = {}
    for decision in decisions:
        if decision.verb in (Verb.ACCEPT, Verb.REJECT):
            verdicts[decision.subject] = decision
        elif decision.verb is Verb.AMEND:
            amendments.setdefault(decision.subject, {}).update(decision.value)
    kept = []
    for entry in entries:
        verdict = verdicts.get(entry.id)
        if verdict is None or verdict.verb is not Verb.REJECT:
            kept.append(_amended_where_it_can(entry, amendments[entry.id]) if entry.id in amendments else entry)
    return kept


def _amended_where_it_can(entry: Entry, slots: dict[str, str]) -> Entry:
    """A decision that the record cannot hold, kept before such were refused, must not hide all the others."""
    try:
        return amended(entry, slots)
    except ValueError:
        return entry


def amended(entry: Entry, slots: Mapping[str, str]) -> Entry:
    """The entry with slots as a person gave them. Raises ValueError for a slot it has not, or a value that is none."""
    hints = get_type_hints(type(entry.finding))
    for slot in slots:
        if slot not in hints or slot in _WORDS_AS_THEY_WERE:
            raise ValueError(f"no slot {slot!r}")
    found = replace(entry.finding, **{slot: _fit(slot, hints[slot], text) for slot, text in slots.items()})
    if value := stretch(getattr(found, "start", None), getattr(found, "end", None)):
        days(value)  # an end before the start is no time at all
    return replace(entry, finding=found)


def _fit(slot: str, hint: Any, text: str) -> Any:
    """A value in the form of its slot: lists are written with commas, nothing empties a slot.

    Raises ValueError for a word not of the slot's vocabulary, a day not in the calendar, a number that counts nothing.
    """
    forms = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if get_origin(forms[0]) is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    words = next((form for form in forms if isinstance(form, type) and issubclass(form, StrEnum)), None)
    if words is not None and (text or NoneType not in forms):
        return words(text)
    if not text:
        if NoneType not in forms:
            raise ValueError(f"{slot} cannot be empty")
        return None
    if bool in forms:
        if text.casefold() not in _YES_OR_NO:
            raise ValueError("neither yes nor no")
        return _YES_OR_NO[text.casefold()]
    if int in forms:
        return _count(text, whole=float not in forms)
    if slot in _CALENDAR:
        days(text)
    return text


def _count(text: str, whole: bool) -> int | float:
    number = int(text) if whole or text.isdecimal() else float(text)
    if not isfinite(number) or number < 0:
        raise ValueError("not a number of anything")
    return number


def given_names(standing: Sequence[Decision]) -> dict[str, str]:
    """What people called each process, by its key, in decisions that stand: the last name holds."""
    return {decision.subject: decision.value["name"] for decision in standing if decision.verb is Verb.NAME}
