"""Accounts of one attribute: who says what, since when; what of it can hold together, and what settles the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

from dragoman.model.dates import compatible, days, is_day, is_half_told, narrowed
from dragoman.model.ledgered import Decision, Entry, Verb
from dragoman.record.names import Names


@dataclass(frozen=True, slots=True)
class Account:
    """One value and the chain that vouches for it, outermost first; an outlet's own voice is its name.

    `entries` are the witnesses, earliest first: several outlets on one wire are one account. `afterwards` says that the
    value was told of something that had happened, not of a plan. `side` is the actor whose count or claim it is.
    """

    value: str
    chain: tuple[str, ...]
    entries: tuple[Entry, ...]
    afterwards: bool = False
    side: str | None = None

    @property
    def known_at(self) -> datetime:
        return self.entries[0].known_at

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.witness.outlet or entry.witness.id for entry in self.entries))


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry's word on an attribute, before accounts are gathered. `sources` are as in the report."""

    entry: Entry
    value: str
    sources: tuple[str, ...]
    afterwards: bool = False


class DisputeKind(StrEnum):
    REVISION = "revision"  # one source corrects itself
    CONTRADICTION = "contradiction"  # accounts that cannot all hold


class DisputeState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts of one attribute that cannot all hold; all stay. `settled_by` says by what, `value` what holds then."""

    id: str
    about: str
    attribute: str
    kind: DisputeKind
    state: DisputeState
    accounts: tuple[Account, ...]
    value: str | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is known of one attribute: every account, the value that holds (None while disputed), the dispute if any."""

    name: str
    accounts: tuple[Account, ...] = ()
    value: str | None = None
    dispute: Dispute | None = None


_Key = tuple[str, tuple[str, ...], bool]  # a plan and the report that it came so are two accounts
_CORRECTED: str | None = "the source's own correction"
_FELL: str | None = "a later plan: the earlier one was put off, or its day passed"


def gather(claims: Iterable[Claim], names: Names) -> tuple[Account, ...]:
    """Accounts in order of first known time. The same value by the same chain is one account, whoever printed it."""
    found: dict[_Key, Account] = {}
    wires: dict[tuple[str, str], _Key] = {}
    for claim in sorted(claims, key=lambda c: (c.entry.known_at, c.value, c.entry.id)):
        chain = _chain(claim, names)
        key = (claim.value, chain, claim.afterwards)
        if not claim.sources:
            # A wire printed by several outlets without naming it: the same words are one account.
            key = wires.setdefault((claim.value, claim.entry.finding.evidence), key)
        old = found.get(key)
        if old is None:
            side = names.side_of(claim.entry, claim.sources)
            found[key] = Account(claim.value, key[1], (claim.entry,), claim.afterwards, side)
        else:
            entries = old.entries if claim.entry in old.entries else (*old.entries, claim.entry)
            found[key] = Account(old.value, old.chain, entries, old.afterwards, old.side)
    return tuple(found.values())


def _chain(claim: Claim, names: Names) -> tuple[str, ...]:
    witness = claim.entry.witness
    return names.all_of(claim.entry, claim.sources or (witness.outlet or witness.id,))


@dataclass(frozen=True, slots=True)
class Question:
    """Which attribute of what is asked about, and how its values compare.

    `is_date` compares calendar values; `postponed` is the latest word that it was put off, with which older plans fell; `entries`
    are the findings of what it is about; `begun` the days on which it is told to have begun.
    """

    about: str
    attribute: str
    is_date: bool = False
    postponed: Entry | None = None
    entries: tuple[Entry, ...] = ()
    begun: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"d-{self.about.partition('-')[2]}.{self.attribute}"

    def is_meant_by(self, id_: str) -> bool:
        """Whether an id is of this question: any finding of its thing leads to it, so that a decision outlives the first."""
        stem, _, attribute = id_.partition("-")[2].partition(".")
        return attribute == self.attribute and (id_ == self.id or any(e.id == f"f-{stem}" for e in self.entries))


def judge(question: Question, accounts: tuple[Account, ...], decisions: Sequence[Decision]) -> Attribute:
    """The attribute with what holds of its accounts: refinements agree, revisions replace, the rest is disputed."""
    if not accounts:
        return Attribute(question.attribute)
    last = _last_words(question, accounts)
    standing = _not_fallen(question, last)
    revised = len(standing) < len(accounts) and not _agree(question, accounts)
    if _agree(question, standing):
        value: str | None = _finest(question, standing)
        if not revised:
            return Attribute(question.attribute, accounts, value)
        kind, settled_by = DisputeKind.REVISION, _CORRECTED if _agree(question, last) else _FELL
    else:
        kind = DisputeKind.CONTRADICTION
        value, settled_by = _settlement(question, standing, decisions)
    state = DisputeState.SETTLED if settled_by else DisputeState.OPEN
    contested = tuple(a for a in accounts if any(not _compatible(question, a, b) for b in accounts))
    dispute = Dispute(question.id, question.about, question.attribute, kind, state, contested, value, settled_by)
    return Attribute(question.attribute, accounts, value, dispute)


def _last_words(question: Question, accounts: Sequence[Account]) -> list[Account]:
    """The latest account of each chain: who corrects himself, or comes back to it, is taken at his last word.

    Who first tells when talks began, and then when they ended, has corrected nothing.
    """
    latest = {account.chain: account for account in sorted(accounts, key=_last_told)}
    return [a for a in accounts if latest[a.chain] is a or _is_other_end(question, a, latest[a.chain])]


def _is_other_end(question: Question, one: Account, other: Account) -> bool:
    """Whether one of two accounts tells the beginning or the end alone, and the other may hold beside it."""
    half = question.is_date and (is_half_told(one.value) or is_half_told(other.value))
    return half and _compatible(question, one, other)


def _last_told(account: Account) -> datetime:
    return account.entries[-1].known_at


def _not_fallen(question: Question, accounts: Sequence[Account]) -> Sequence[Account]:
    """Without plans that fell: told before it was put off, or of days that had passed when a later plan was told."""
    newer = [a for a in accounts if not a.afterwards and not _is_put_off(question, a, accounts)]
    plan = max(newer, key=_last_told, default=None)
    fallen = [a for a in accounts if plan and not a.afterwards and a not in newer]
    if plan and question.is_date:
        told = _last_told(plan).date()
        ahead = days(plan.value).last >= told
        passed = (a for a in newer if ahead and days(a.value).last < min(told, days(plan.value).first))
        fallen += [a for a in passed if not _compatible(question, a, plan)]
    return [a for a in accounts if a not in fallen]


def _is_put_off(question: Question, account: Account, accounts: Sequence[Account]) -> bool:
    """Whether a plan was last told by the time of the postponement. The new day that the same report gives is none."""
    off = question.postponed
    if off is None or _last_told(account) > off.known_at:
        return False
    older = [a for a in accounts if a.known_at < off.known_at]
    return off not in account.entries or not older or any(_compatible(question, account, a) for a in older)


def _agree(question: Question, accounts: Sequence[Account]) -> bool:
    return all(_compatible(question, a, b) for a, b in combinations(accounts, 2))


def _compatible(question: Question, one: Account, other: Account) -> bool:
    if one.value == other.value or not question.is_date:
        return one.value == other.value
    return compatible(one.value, other.value) or any(
        _is_later_day(question, a, b) for a, b in ((one, other), (other, one))
    )


def _is_later_day(question: Question, day: Account, first: Account) -> bool:
    """Whether one tells a day of talks that took place, and the other the day before it on which they had begun."""
    if not (day.afterwards and is_day(day.value)) or "/" in first.value.rstrip("/"):
        return False
    known = (begun for begun in question.begun if compatible(begun, first.value))
    return any(days(begun).first <= days(day.value).first for begun in known)


def _finest(question: Question, accounts: Sequence[Account]) -> str:
    if not question.is_date:
        return accounts[0].value
    values = [account.value for account in accounts]
    after = [account.value for account in accounts if account.afterwards]
    took_place = narrowed(after) if after else ""
    # The days that talks took are told by who saw them: a plan for the first of these narrows them no further.
    return took_place if all(map(is_day, took_place.split("/"))) else narrowed(values)


def _is_time(value: str) -> bool:
    try:
        return bool(days(value))
    except ValueError:
        return False


def _settlement(
    question: Question, accounts: Sequence[Account], decisions: Sequence[Decision]
) -> tuple[str | None, str | None]:
    """(value, by what), or (None, None) while nothing has settled it. People come first, then the event itself."""
    for decision in reversed(decisions):
        settles = decision.verb is Verb.SETTLE and question.is_meant_by(decision.subject)
        if settles and (not question.is_date or _is_time(decision.value["value"])):
            return decision.value["value"], f"{decision.who} decided: {decision.why}"
    after = [account for account in accounts if account.afterwards]
    if after and _agree(question, after):
        what, teller = _finest(question, after), " ← ".join(after[0].chain)
        return what, f"{_told_as(question, what)}, as {teller} reported"
    return None, None


def _told_as(question: Question, what: str) -> str:
    if question.is_date and is_half_told(what):
        return f"{'ended' if what.startswith('/') else 'begun'} on {what.strip('/')}"
    return f"held {'on' if question.is_date else 'in'} {what}"
