"""Two accounts in one report that cannot both be right: of a meeting's time and standing, of a promise kept, of a count.

Each is found where it is told: an accusation and its denial, a count and another's count, a deal and one who knows of none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.lexicon.disputes import dispute_words
from dragoman.model import Account, Action, Commitment, CommitmentState, Delivery, Dispute, Span, Speech
from dragoman.resolve.meetings import meeting_disputes
from dragoman.text.draft import Draft
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NEAR = 2  # sentences in which an accusation is denied
_FAR = 6  # sentences in which another count is told: both are of the same day
_SAID_SO = re.compile(r"\b(?:promis|agree|undert|commit|accept|pledg|sign)\w*", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not|never|nothing|nobody|none)\b|n't\b", re.IGNORECASE)
_MADE = (CommitmentState.AGREED, CommitmentState.PLEDGED)


def find_disputes(draft: Draft) -> list[Dispute]:
    """All disputes of the report; each about what a merged finding holds."""
    sentences = list(draft.sentences)
    found = [
        *meeting_disputes(draft),
        *_broken(draft, sentences),
        *_disowned(draft, sentences),
        *_counted(draft, sentences),
    ]
    kept: dict[tuple[int | str, str], Dispute] = {}
    for dispute in found:
        kept.setdefault((dispute.about, dispute.attribute), dispute)
    return list(kept.values())


# A promise said to be broken


def _broken(draft: Draft, sentences: Sequence["Words"]) -> Iterator[Dispute]:
    """ "A accused B of firing across the line; B denied it": whether a truce or accord is kept is in dispute."""
    for at, accuser in _accusations(draft):
        about = _bargain_before(draft, at)
        denial = next(_denials(draft, sentences, at, accuser), None)
        if about is not None and denial is not None:
            values = (Account(value="breached", sources=accuser), Account(value="not breached", sources=denial))
            yield Dispute(about=f"commitments/{about}", attribute="state", values=values)


def _accusations(draft: Draft) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where somebody is accused of a breach or an attack, and by whom."""
    words = dispute_words()
    spoken = {speech.cue.start: speech for speech in draft.speech}
    for token in draft.doc:
        lemma = token.lemma_.lower()
        if lemma not in words.accusing or token.pos_ != "VERB":
            continue
        if lemma not in words.charging and not any(t.lemma_.lower() in words.breaking for t in token.subtree):
            continue
        speech = spoken.get(token.idx)
        by = (speech.speaker,) if speech and speech.speaker else _printed(draft, subject_of(token))
        if by:
            yield token.idx, by


def _printed(draft: Draft, head: "Token | None") -> tuple[str, ...]:
    """A phrase as it stands, without its article."""
    words = [t for t in head.subtree if t.pos_ != "DET"] if head is not None else []
    return (draft.report.body[words[0].idx : words[-1].idx + len(words[-1])],) if words else ()


def _denials(
    draft: Draft, sentences: Sequence["Words"], at: int, accuser: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """Who denies soon after a place in the text what was said there."""
    reach = _reach(sentences, at, _NEAR)
    for speech in draft.speech:
        after = at < speech.cue.start < reach
        if after and speech.verb in dispute_words().denying and speech.speaker and speech.speaker not in accuser:
            yield (speech.speaker,)


def _reach(sentences: Sequence["Words"], at: int, count: int) -> int:
    """The end of so many sentences from the one at a place."""
    here = next((n for n, sentence in enumerate(sentences) if sentence.end_char > at), len(sentences) - 1)
    return sentences[min(len(sentences) - 1, here + count)].end_char


def _bargain_before(draft: Draft, at: int) -> int | None:
    """The truce told last before a place, else one told after: of other agreements it is not told what breaks them."""
    agreed = [n for n, item in enumerate(draft.commitments) if item.state is CommitmentState.AGREED and item.span]
    before = [n for n in agreed if _start(draft.commitments[n]) <= at]
    truces = [n for n in agreed if draft.commitments[n].action is Action.CEASEFIRE]
    ranked = [[n for n in before if n in truces], truces]
    return next((group[-1] for group in ranked if group), None)


def _start(item: Commitment | Delivery) -> int:
    return item.span.start if item.span else -1


# A promise said never to have been made


def _disowned(draft: Draft, sentences: Sequence["Words"]) -> Iterator[Dispute]:
    """ "X said a fund had been promised; Y denied that there was any such promise"."""
    for speech in draft.speech:
        if not speech.speaker or not _disowns(draft, speech):
            continue
        for at in reversed(range(len(draft.commitments))):
            item = draft.commitments[at]
            told = _start(item) < speech.cue.start <= _reach(sentences, max(0, _start(item)), _NEAR)
            if item.state in _MADE and told and speech.speaker not in item.sources:
                values = (
                    Account(value=str(item.state), sources=item.sources),
                    Account(value="not agreed", sources=(speech.speaker,)),
                )
                yield Dispute(about=f"commitments/{at}", attribute="state", values=values)
                break


def _disowns(draft: Draft, speech: Speech) -> bool:
    """Whether somebody says that nothing was agreed, or denies that it was."""
    said = " ".join(draft.slice(piece) for piece in speech.contents)
    return bool(_SAID_SO.search(said)) and (
        speech.verb in dispute_words().denying or bool(_NO.match(said.lstrip('"\u201c ')))
    )


# Counts


def _counted(draft: Draft, sentences: Sequence["Words"]) -> Iterator[Dispute]:
    """ "A counted 5,000 of them, B put their number at 8,000": another's count of what is told as carried out."""
    for at, item in enumerate(draft.deliveries):
        if not isinstance(item.quantity, int) or item.span is None:
            continue
        reach = _reach(sentences, item.span.start, _FAR)
        for token in draft.doc:
            if item.span.start < token.idx < reach and token.lemma_.lower() in dispute_words().counting:
                other = _other_count(draft, token, item)
                if other is not None:
                    values = (Account(value=str(item.quantity), sources=item.sources), other)
                    yield Dispute(about=f"deliveries/{at}", attribute="quantity", values=values)
                    break


def _other_count(draft: Draft, verb: "Token", item: Delivery) -> Account | None:
    """What somebody else counted, of the same things where these are named."""
    subject = subject_of(verb)
    by = _speaker_at(draft, verb) or _printed(draft, subject)
    numbers = [t for t in verb.subtree if t.like_num and t.text.replace(",", "").isdigit()]
    if verb.pos_ != "VERB" or not by or len(numbers) != 1 or set(by) <= set(item.sources):
        return None
    number = int(numbers[0].text.replace(",", ""))
    nouns = {t.lemma_.lower() for t in verb.subtree if t.pos_ == "NOUN"}
    unit = {word.rstrip("s") for word in (item.unit or "").lower().split()}
    same = bool(nouns & dispute_words().numbers) or bool({noun.rstrip("s") for noun in nouns} & unit)
    return Account(value=str(number), sources=by) if same and number != item.quantity else None


def _speaker_at(draft: Draft, verb: "Token") -> tuple[str, ...]:
    place = Span(verb.idx, verb.idx + len(verb))
    return next(((s.speaker,) for s in draft.speech if s.speaker and s.cue.overlaps(place)), ())
