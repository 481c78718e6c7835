"""When a promise was made, and when the act is due."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise
from dragoman.lexicon.acts import promise_words
from dragoman.model import CommitmentState, DateMention, Span
from dragoman.model.dates import is_day
from dragoman.text.attach import dates_of, in_sentence
from dragoman.text.deals import day_of_talks
from dragoman.text.draft import Draft
from dragoman.text.stretches import day_within

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = (CommitmentState.SUSPENDED, CommitmentState.BREACHED, CommitmentState.REFUSED)
_UNTIL = ("by", "until", "till", "before")
_DEADLINE_REACH = 12  # letters before a date in which "by" or "until" stands
_BOTH = 2  # sides to an agreement
_MONTH = 7  # letters of a month's value


def times(
    draft: Draft, promise: Promise, state: CommitmentState, day_agreed: str | None
) -> tuple[str | None, str | None]:
    """(when it was agreed, when it is due): days that lie behind told with the word, days ahead told with the act."""
    published = draft.report.published.isoformat()
    tellers: tuple[Token, ...] = (promise.word, promise.act)
    if promise.under and promise.act.pos_ != "VERB" and promise.word in (promise.act, *promise.act.children):
        tellers = (
            () if promise.word == promise.act else (promise.word,)
        )  # its own day, not that of the clause around it
    near = [d for word in tellers for d in (*dates_of(draft, word), *_days_when(draft, word))]
    near += _allotted(draft, promise.word)
    inner = _dates_within(draft, promise.act)
    deadlines = [d for d in (*inner, *near) if _is_deadline(draft, d)]
    told: list[str | None] = [d.value for d in near if d not in deadlines]
    told += _announced(draft, promise.word, state)
    within = [d.value for d in inner if d not in deadlines]
    ahead = (value for value in (*within, *told) if value and value[:10] > published)
    due = next((d.value for d in deadlines if d.value), None) or next(ahead, None)
    if due is None and _is_begun(promise):
        due, told = next((value for value in told if value and is_day(value)), None), []
    if state in _UNDONE:
        # The day of a breach or a refusal is not that of the agreement; one told with the agreement itself is.
        told = within if promise.act.pos_ != "VERB" else []
    agreed = next((value for value in told if value and value[:10] <= published and len(value) >= _MONTH), None)
    agreed = agreed or _in_force_since(draft, promise, state)
    if agreed is None and promise.act.pos_ != "VERB":  # "the 1953 armistice", "signed a treaty last year"
        agreed = next((value for value in (*within, *told) if value and value[:4] < published[:4]), None)
    prolonged = promise.word.lemma_.lower() in promise_words().prolonging  # later than the truce itself
    if agreed is None and not prolonged and (state is CommitmentState.AGREED or promise.under):
        agreed = day_agreed
    if due is None and agreed is not None and is_day(agreed) and state not in _UNDONE:
        core = promise.word if promise.act.pos_ != "VERB" and promise.act.head == promise.word else promise.act
        clause = draft.slice(Span(core.left_edge.idx, core.right_edge.idx + len(core.right_edge)))
        due = day_within(clause, agreed)
    return agreed, due


def _allotted(draft: Draft, word: "Token") -> list[DateMention]:
    """ "has until 30 June to hand them over": the end of the time that somebody is given."""
    links = (
        [c for c in word.children if c.dep_ == "prep" and c.lower_ == "until"]
        if word.lemma_ in ("have", "give")
        else []
    )
    told = {t.idx for link in links for t in link.subtree}
    return [d for d in in_sentence(draft.dates, word) if d.span.start in told]


def _is_begun(promise: Promise) -> bool:
    """ "The truce took effect on Thursday", "came into force at noon": the day from which it holds, not of the signing."""
    verb = promise.word
    if promise.act.pos_ == "VERB" or verb.pos_ != "VERB" or verb == promise.act:
        return False
    near = {t.lower_ for t in verb.subtree}
    moves = verb.lemma_ in ("take", "come", "go", "enter") and not near.isdisjoint(("effect", "force", "hold"))
    return moves or verb.lemma_ in ("begin", "start", "commence")


def _in_force_since(draft: Draft, promise: Promise, state: CommitmentState) -> str | None:
    """ "a ceasefire has held since 1991"."""
    if state is not CommitmentState.AGREED or not promise.under or promise.act.pos_ == "VERB":
        return None
    tellers = (promise.word, promise.act)
    links = [c for word in tellers for c in word.children if c.dep_ == "prep" and c.lower_ == "since"]
    told = {t.idx for link in links for t in link.subtree}
    return next((d.value for d in in_sentence(draft.dates, promise.act) if d.value and d.span.start in told), None)


def day_at_table(draft: Draft, promise: Promise, by: tuple[str, ...]) -> str | None:
    """The day of the talks at which several agreed, where these are told shortly before."""
    verb = promise.word.lemma_.lower()
    if (
        len(by) < _BOTH
        or promise.word.pos_ != "VERB"
        or verb not in promise_words().agreed | promise_words().swearing | promise_words().binding
    ):
        return None
    return day_of_talks(draft, promise.word, by)


def _days_when(draft: Draft, verb: "Token") -> list[DateMention]:
    """ "on Thursday, when two agreements are to be signed"."""
    clause = verb.head if verb.dep_ == "xcomp" else verb
    when = next((c for word in (verb, clause) for c in word.children if c.lower_ == "when"), None)
    if when is None:
        return []
    return [d for d in in_sentence(draft.dates, verb) if 0 < when.idx - d.span.end <= len(", ")]


def _is_deadline(draft: Draft, date: DateMention) -> bool:
    """ "by the end of September", "until Friday": an end, wherever it lies from the report's day."""
    before = draft.report.body[max(0, date.span.start - _DEADLINE_REACH) : date.span.start].lower().split()
    return bool(before) and before[-1] in _UNTIL


def _dates_within(draft: Draft, act: "Token") -> list[DateMention]:
    """The dates in what hangs on the act: "a ceasefire, to take effect on Monday"."""
    start, end = act.left_edge.idx, act.right_edge.idx + len(act.right_edge)
    return [d for d in draft.dates if start <= d.span.start < end]


def _announced(draft: Draft, word: "Token", state: CommitmentState) -> list[str]:
    """Days of the announcement over a clause told ahead: "announced on Sunday that troops would leave"."""
    above = word.head
    if word.dep_ != "ccomp" or above.lemma_.lower() not in promise_words().announcing:
        return []
    found = [d.value for d in dates_of(draft, above) if d.value]
    if not found and above.dep_ in ("advcl", "xcomp", "acl"):
        found = [d.value for d in dates_of(draft, above.head) if d.value]
    return found
