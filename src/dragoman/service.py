"""Where reading, ledger and record meet: read reports into a ledger, and ask it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar

from dragoman import __version__
from dragoman.errors import AskedError, LedgerError, NotFoundError, ReportError
from dragoman.ledger import Ledger, Recording, Stored
from dragoman.ledger.instants import end_of
from dragoman.ledger.queries import ProcessCount
from dragoman.model import DiscardReason, Reading, Report
from dragoman.model.dates import days
from dragoman.model.ledgered import AsOf, Decision, Entry, FindingKind, Verb
from dragoman.parallel import in_order
from dragoman.readings import Safely, cut_note, is_passed_over, read_past_gate
from dragoman.record import ProcessRecord, derive
from dragoman.record.changes import timeline
from dragoman.record.derive import amended, given_names, standing_decisions
from dragoman.record.names import ENTRY_PREFIX
from dragoman.record.processes import assign, parties_of
from dragoman.render.why import find
from dragoman.resolve.identity import links_of

READER = f"dragoman {__version__}"
T = TypeVar("T")
_BATCH = 16  # reports kept at once: an interrupted run loses no more reading than that
_NO_VALUES = (DiscardReason.PASSED_OVER, DiscardReason.CUT)  # losses that are no value of a record
_NAMED = 8  # processes that an error names
_NEAR_NAMES, _NEAR = 3, 0.75  # names that an error suggests, and how like the one not found they must be


@dataclass(frozen=True, slots=True)
class Progress:
    """How far `read_into` has come, in reports: what was stored, what was refused, what had no word of negotiations.

    `errors` and `notes` are those of the latest batch alone, `refused` counts all; `dropped` counts the values that the
    texts did not bear out.
    """

    stored: Stored = field(default_factory=Stored)
    errors: tuple[ReportError, ...] = ()
    notes: tuple[str, ...] = ()
    refused: int = 0
    seen: int = 0
    passed_over: int = 0
    dropped: int = 0


class _Known:
    """Stands for a report that this reader has read before."""


_Item = Report | ReportError | _Known


def read_into(ledger: Ledger, items: Iterable[Report | ReportError], jobs: int = 1) -> Iterator[Progress]:
    """Read reports and keep what they say, a batch at a time; yields after each batch.

    What this reader has read before is not read again, so that an interrupted run may simply be run again.
    """
    progress = Progress()
    for batch in _batches(in_order(_recorded, _unread(ledger, items), jobs)):
        recordings = [item for item in batch if isinstance(item, Recording)]
        errors = tuple(item for item in batch if isinstance(item, ReportError))
        stored = ledger.append(recordings) if recordings else Stored()
        lost = [discard for item in recordings for discard in item.reading.discards]
        notes = tuple(note for item in recordings if (note := cut_note(item.reading)))
        over = sum(is_passed_over(item.reading) for item in recordings)
        progress = Progress(
            stored=progress.stored + stored + Stored(known=sum(isinstance(item, _Known) for item in batch)),
            errors=errors,
            notes=notes,
            refused=progress.refused + len(errors),
            seen=progress.seen + len(batch),
            passed_over=progress.passed_over + over,
            dropped=progress.dropped + sum(discard.reason not in _NO_VALUES for discard in lost),
        )
        yield progress


def _unread(ledger: Ledger, items: Iterable[Report | ReportError]) -> Iterator[_Item]:
    for batch in _batches(items):
        reports = [item for item in batch if isinstance(item, Report)]
        unread = {id(report) for report in ledger.unread(reports, READER)}
        yield from (_Known() if isinstance(item, Report) and id(item) not in unread else item for item in batch)


def _recorded(item: _Item) -> Recording | ReportError | _Known:
    return item if isinstance(item, _Known) else Safely(recording_of)(item)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    stream = iter(items)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def recording_of(report: Report) -> Recording:
    """One report read, its names resolved, each finding given to its process."""
    reading = read_past_gate(report)
    links = links_of(reading)
    return Recording(reading, READER, links, assign(reading, links))


def process_keys(ledger: Ledger, wanted: str | None, as_of: AsOf) -> list[str]:
    """The processes meant: all between parties, or those named, the most reported first. Raises LedgerError when none is.

    A process is named by its parties in any order ("Ukraine-Russia", "russia ukraine") or by the name it was given; by
    one party alone, all of its processes are.
    """
    counts = ledger.processes(as_of)
    if wanted is None:
        return [count.process for count in counts if len(parties_of(count.process)) > 1]
    return processes_meant(wanted, counts, ledger.decisions(as_of))


def processes_meant(wanted: str, counts: Sequence[ProcessCount], decisions: Sequence[Decision]) -> list[str]:
    """The keys of the processes meant among these, the most reported first. Raises LedgerError when none is."""
    named = {name.casefold(): key for key, name in given_names(standing_decisions(decisions)).items()}
    if wanted.casefold() in named:
        return [named[wanted.casefold()]]
    words = _words(wanted)
    listed = [count.process for count in counts if len(parties_of(count.process)) > 1]
    exact = [key for key in listed if _words(key) == words]
    near = exact or [key for key in listed if words and words <= _words(key)]
    near = near or [count.process for count in counts if _words(count.process) == words]
    if not near:
        known = (", ".join(listed[:_NAMED]) or "none yet") + (" and others" if len(listed) > _NAMED else "")
        raise NotFoundError(
            f"no process {wanted!r} as of that date, so nothing is shown; known are {known}: see 'dragoman processes'"
        )
    return near


def _words(key: str) -> set[str]:
    return {
        word for word in key.casefold().replace("–", " ").replace("-", " ").replace(",", " ").split() if word != "and"
    }


def process_record(
    ledger: Ledger,
    process: str,
    as_of: AsOf,
    kinds: Sequence[FindingKind] = tuple(FindingKind),
    extra: Sequence[Decision] = (),
) -> ProcessRecord:
    """The record of a process as of two dates, from findings of these kinds alone; `extra` decisions are tried on it."""
    entries = ledger.visible(process, as_of, kinds)
    if FindingKind.DELIVERY in kinds and len(parties_of(process)) == 2:
        # What was delivered is often told with its taker alone; `derive` keeps what this process promised.
        for party in parties_of(process):
            entries += ledger.visible(party, as_of, (FindingKind.DELIVERY,))
    return derive(process, entries, [*ledger.decisions(as_of), *extra])


def record_holding(ledger: Ledger, entry: Entry, as_of: AsOf) -> ProcessRecord:
    """The record that counts a finding."""
    return holding(entry, lambda key: process_record(ledger, key, as_of), lambda: ledger.processes(as_of))


def holding(
    entry: Entry,
    record: Callable[[str], ProcessRecord],
    counts: Callable[[], Iterable[ProcessCount]],
    most: int | None = None,
) -> ProcessRecord:
    """The record that counts a finding: of its own process, or of the one that took in what names one party alone.

    `most` is how many processes of that party are looked through, the most reported first; None is all.
    """
    own = entry.process
    if len(parties_of(own)) == 1 and entry.kind is FindingKind.DELIVERY:
        pairs = (c.process for c in counts() if len(parties := parties_of(c.process)) == 2 and own in parties)
        for taker in map(record, islice(pairs, most)):
            if any(each.id == entry.id for each in taker.entries):
                return taker
    return record(own)


def records(ledger: Ledger, wanted: str | None, as_of: AsOf) -> list[ProcessRecord]:
    """The records of the processes meant."""
    return [process_record(ledger, process, as_of) for process in process_keys(ledger, wanted, as_of)]


def as_of_from(known: str | None, recorded: str | None) -> AsOf:
    """An as-of from a day (2025-07-21) or an instant with a zone (2025-07-21T18:00+03:00). Raises AskedError."""
    return AsOf(_when(known) if known else None, _instant(recorded) if recorded else None)


def earlier_than(as_of: AsOf, since: str) -> AsOf:
    """The earlier of two as-ofs to compare, both as recorded then. Raises AskedError for one that is not earlier."""
    before = replace(as_of, known=_when(since))
    first, last = (
        end_of(k) if isinstance(k, date) and not isinstance(k, datetime) else k for k in (before.known, as_of.known)
    )
    if first is not None and last is not None and first > last:
        raise AskedError(
            f"{since} lies after the day to compare it with, so nothing was compared; 'since' takes the earlier day"
        )
    return before


def _when(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text) if len(text) == 10 else _zoned(datetime.fromisoformat(text), text)
    except ValueError as error:
        raise AskedError(
            f"{text!r} is no day or instant ({error}), so nothing was looked up; write 2025-07-21"
        ) from None


def _instant(text: str) -> datetime:
    when = _when(text)
    return when if isinstance(when, datetime) else end_of(when)


def _zoned(moment: datetime, text: str) -> datetime:
    if moment.tzinfo is None:
        raise AskedError(f"{text!r} has no zone, so it is no instant; write 2025-07-21T18:00+00:00, or a day alone")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("out of the calendar") from None


def decide(ledger: Ledger, verb: Verb, subject: str, value: dict[str, str], signature: tuple[str, str]) -> Decision:
    """Keep a decision signed (who, why)."""
    who, why = _checked(signature)
    return ledger.decide(Decision("", verb, subject, value, who, why, datetime.min))


def _checked(signature: tuple[str, str]) -> tuple[str, str]:
    if not all(part.strip() for part in signature):
        raise LedgerError("a decision needs a name and a reason, so it was not kept; give --who and --why")
    return signature


def judge(ledger: Ledger, verb: Verb, subject: str, value: dict[str, str], signature: tuple[str, str]) -> Decision:
    """Keep a decision once it is sure that there is something to decide. Raises LedgerError."""
    wanted = {Verb.ACCEPT: _check_finding, Verb.REJECT: _check_finding, Verb.AMEND: _check_amendment,
              Verb.SETTLE: _check_settlement, Verb.UNDO: _check_undoing,
              Verb.SAME: _check_pair, Verb.NOT_SAME: _check_pair, Verb.NAME: _check_name}  # fmt: skip
    wanted[verb](ledger, Decision("", verb, subject, value, *_checked(signature), datetime.max.replace(tzinfo=UTC)))
    return decide(ledger, verb, subject, value, signature)


def _check_finding(ledger: Ledger, decision: Decision) -> None:
    _finding_of(ledger, decision.subject)


def _finding_of(ledger: Ledger, id_: str) -> Entry:
    entry = ledger.entry(id_)
    if entry is None:
        raise NotFoundError(
            f"{id_}: no such finding, so nothing was decided; findings are f-…, as 'dragoman why ID' and "
            f"'dragoman search WORDS' print them"
        )
    return entry


def _check_amendment(ledger: Ledger, decision: Decision) -> None:
    _attempt(ledger, _finding_of(ledger, decision.subject).process, decision)


def _check_settlement(ledger: Ledger, decision: Decision) -> None:
    entry = ledger.entry(f"f-{decision.subject.partition('-')[2].partition('.')[0]}")
    record = record_holding(ledger, entry, AsOf()) if entry else None
    if record is None or not _is_disputed(record, decision.subject):
        raise NotFoundError(
            f"{decision.subject}: no such dispute now, so nothing was settled; 'dragoman disputes' lists them"
        )
    if not decision.value["value"].strip():
        raise LedgerError(f"{decision.subject}: no value, so nothing was settled; give the value that holds")
    _attempt(ledger, record.process, decision)


def _is_disputed(record: ProcessRecord, id_: str) -> bool:
    """Whether the id is of a dispute, by any finding that leads to it."""
    found = find(record, id_) or {}
    attribute = id_.partition(".")[2]
    return any(each["dispute"] and each["attribute"] == attribute for each in found.get("attributes", ()))


def _check_undoing(ledger: Ledger, decision: Decision) -> None:
    kept = {each.id: each for each in ledger.decisions()}
    if decision.subject not in kept:
        raise NotFoundError(
            f"{decision.subject}: no such decision, so nothing was taken back; decisions are n-…, as they were printed "
            f"when they were made and as 'dragoman why ID' prints them"
        )
    standing = standing_decisions(list(kept.values()))
    if decision.subject not in {each.id for each in standing}:
        raise LedgerError(
            f"{decision.subject}: taken back already, or itself a taking back, so nothing was done; make the decision anew"
        )
    undone = kept[decision.subject]
    before = given_names([each for each in standing if each.id != undone.id]).get(undone.subject)
    if undone.verb is Verb.NAME and before is not None:
        _check_name(ledger, replace(undone, value={"name": before}))  # another process may have been given it since


def _check_pair(ledger: Ledger, decision: Decision) -> None:
    one, other = decision.value["one"], decision.value["other"]
    if not one.strip() or not other.strip() or one == other:
        raise LedgerError(f"{one!r} and {other!r}: not two names or findings, so nothing was decided; give two")
    if one.startswith(ENTRY_PREFIX) or other.startswith(ENTRY_PREFIX):
        kinds = {_finding_of(ledger, id_).kind for id_ in (one, other)}
        if kinds != {FindingKind.MEETING}:
            raise LedgerError(
                f"{one} and {other}: not two findings of talks, so nothing was decided; only talks are joined"
            )
        return
    for name in (one, other):
        if not ledger.has_name(name):
            near = get_close_matches(name, sorted(ledger.names()), _NEAR_NAMES, _NEAR)
            way_out = f"near it are {', '.join(near)}" if near else "'dragoman search WORDS' shows how reports write it"
            raise NotFoundError(f"{name!r}: no such name in this ledger, so nothing was decided; {way_out}")


def _check_name(ledger: Ledger, decision: Decision) -> None:
    key, name = decision.subject, decision.value["name"]
    if not name.strip():
        raise LedgerError(f"{key}: an empty name, so nothing was named; give a name")
    keys = [count.process for count in ledger.processes()]
    if key not in keys:
        raise NotFoundError(f"{key}: no such process, so nothing was named; see 'dragoman processes'")
    given = given_names(standing_decisions(ledger.decisions()))
    others = (other for other in dict.fromkeys((*keys, *given)) if other != key)
    holder = next((other for other in others if _means(name, other, given.get(other))), None)
    if holder is not None:
        raise LedgerError(f"{name!r}: the name of {holder} already, so {key} was not named; give another name")


def _means(name: str, key: str, given: str | None) -> bool:
    """Whether a process is found by this name: by the one that it was given, or by its parties."""
    return _words(name) == _words(key) or (given is not None and _folded(name) == _folded(given))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _attempt(ledger: Ledger, process: str, decision: Decision) -> None:
    """Derive the record with a decision before it is kept. Raises LedgerError for one that the record cannot hold."""
    try:
        if decision.verb is Verb.AMEND:
            amended(_finding_of(ledger, decision.subject), decision.value)
        if decision.verb is Verb.SETTLE and decision.subject.endswith(".date"):
            days(decision.value["value"])
        timeline(process_record(ledger, process, AsOf(), extra=(decision,)))
    except (ValueError, TypeError, KeyError) as error:
        given = ", ".join(f"{slot} {value!r}" for slot, value in decision.value.items())
        raise LedgerError(
            f"{given}: not a value of this slot ({error}), so it was not kept; give one that is"
        ) from None


def stored_reading(ledger: Ledger, name: str) -> Reading | None:
    """A stored report with its live findings, as a reading; None where there is no such report."""
    found = ledger.report(name)
    if found is None:
        return None
    key, report = found
    entries = ledger.entries_of_report(key)
    lists = {kind.value: tuple(e.finding for e in entries if e.kind is kind) for kind in FindingKind}
    return Reading(report, bool(entries), **lists)  # type: ignore[arg-type]
