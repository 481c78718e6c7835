"""From the finished draft to the reading it amounts to."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.lexicon.world import known_sides
from dragoman.model import Action, Attribution, CommitmentState, Dated, Discard, DiscardReason, Reading
from dragoman.model.ledgered import Recorded
from dragoman.resolve.spelling import spelled
from dragoman.text.cuts import cut_sentences
from dragoman.text.draft import Draft
from dragoman.text.gate import strong_words
from dragoman.text.relevance import is_of_negotiations, tells_of_fighting, tells_of_other_trades

_FIRST_WORDS = 40  # signs by which a sentence is known again
_MANY = 4  # findings; by then it is what the report is about
_DIFFERENT, _DENSE = 2, 0.008  # strong words of negotiations: different ones, and the share of all tokens
_OFTEN = 5  # times that a single strong word makes a subject of it
_SHORT = 60  # tokens; a report of this length names both its sides


def assemble(draft: Draft) -> Reading:
    """The draft's findings as a reading, not yet checked against the text."""
    frames = (draft.meetings, draft.commitments, draft.deliveries, draft.positions, draft.initiatives)
    if not (is_of_negotiations(draft.doc) and _names_two(draft)) or _is_aside(draft):
        return _other_news(draft, frames)
    return Reading(
        report=draft.report,
        relevant=any(frames),
        meetings=spelled(draft, tuple(draft.meetings)),
        commitments=spelled(draft, tuple(draft.commitments)),
        deliveries=spelled(draft, tuple(draft.deliveries)),
        positions=spelled(draft, tuple(draft.positions)),
        initiatives=spelled(draft, tuple(draft.initiatives)),
        disputes=spelled(draft, tuple(draft.disputes)),
        attributions=spelled(draft, tuple(_attributions(draft))),
        dates=tuple(_dates(draft)),
        discards=tuple(_cuts(draft)),
    )


def _cuts(draft: Draft) -> Iterator[Discard]:
    """The sentences that were too long to be read in one piece, each by its first words."""
    for start in cut_sentences(draft.doc):
        yield Discard("sentence", None, draft.report.body[start : start + _FIRST_WORDS], DiscardReason.CUT)


# What is agreed of these is agreed in a war, however few its words.
_OF_WAR = (
    Action.CEASEFIRE,
    Action.WITHDRAWAL,
    Action.PRISONER_EXCHANGE,
    Action.RETURN_OF_REMAINS,
    Action.RELEASE_OF_HOSTAGES,
)


def _names_two(draft: Draft) -> bool:
    """Whether two states, groups or organisations speak or are named.

    A few sentences may leave one of them unsaid, and in a truce of clans or villages the lexicons may know neither.
    """
    names = {mention.actor for mention in draft.actors if mention.actor}
    return len(names) >= 2 or len(draft.doc) < _SHORT or tells_of_fighting(draft.doc)


def _is_aside(draft: Draft) -> bool:
    """Whether a stray stance or promise is all there is, in a text with hardly a word of negotiations.

    A death, a trial or a match report has one such clause; a film or an election has a few stances among words of its
    own trade. What passed between two sides, or was carried out, is never an aside.
    """
    frames: list[Recorded] = [*draft.meetings, *draft.commitments, *draft.positions, *draft.initiatives]
    enough = len(frames) >= _MANY or len(draft.doc) < _SHORT
    if not frames or enough or draft.deliveries or any(_sides(item) >= 2 for item in frames):
        return False
    if any(c.state is CommitmentState.AGREED and c.action in _OF_WAR for c in draft.commitments):
        return False
    strong = strong_words(draft.report.body)
    few = len(set(strong)) < _DIFFERENT and len(strong) < _OFTEN
    thin = few or len(strong) < _DENSE * len(draft.doc)
    return thin or (len(draft.positions) == len(frames) and tells_of_other_trades(draft.doc))


def _sides(item: Recorded) -> int:
    """How many actors the lexicons know are brought together in one finding."""
    names = {*getattr(item, "parties", ()), *getattr(item, "by", ()), *getattr(item, "to", ())}
    return len(names & known_sides())


def _other_news(draft: Draft, frames: Iterable[Sequence[Recorded]]) -> Reading:
    """Meetings and deals of mergers, matches and parliaments are none of ours; they are dropped and counted."""
    lost = (
        Discard(type(item).__name__.lower(), None, item.evidence, DiscardReason.OTHER_NEWS)
        for items in frames
        for item in items
    )
    return Reading(
        report=draft.report,
        attributions=spelled(draft, tuple(_attributions(draft))),
        dates=tuple(_dates(draft)),
        discards=(*_cuts(draft), *lost),
    )


def _dates(draft: Draft) -> list[Dated]:
    return [Dated(text=d.text, value=d.value, span=d.span) for d in draft.dates if d.value]


def _attributions(draft: Draft) -> list[Attribution]:
    return [
        Attribution(
            speaker=speech.speaker,
            verb=speech.verb,
            evidence=draft.slice(speech.span),
            span=speech.span,
            quote=speech.quote,
            channel=speech.channel,
        )
        for speech in draft.speech
        if speech.speaker and not speech.wide and not speech.denied
    ]
