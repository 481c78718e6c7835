"""Two accounts in one report that cannot both be right: of a meeting's time and standing, of a promise kept, of a count.

Each is found where it is told: an accusation and its denial, a count and another's count, a deal and one who knows of none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import action_words, promise_words
from dragoman.lexicon.disputes import dispute_words
from dragoman.model import Account, Action, Commitment, CommitmentState, Delivery, Dispute, Span, Speech
from dragoman.model.dates import compatible
from dragoman.resolve.meetings import meeting_disputes
from dragoman.text.clause import Mood, is_negated, outlook
from dragoman.text.draft import Draft
from dragoman.text.parties import conjuncts, people_of, subject_of
from dragoman.text.quantity import value_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NEAR = 2  # sentences in which an accusation is denied
_BACK = 150  # characters before a count in which another may have been told
_FAR = 6  # sentences in which another count is told: both are of the same day
_SAID_SO = re.compile(r"\b(?:promis|agree|undert|commit|accept|pledg|sign|deal|pact|accord)\w*", re.IGNORECASE)
_NO = r"(?:\b(?:no|not|never|nothing|nobody|none|neither)\b|n['\u2019]t\b)"
_BARGAIN = r"(?:deal|agreement|pact|accord|promise|understanding|commitment)s?"
_DONE_SO = r"(?:promised|agreed|undertaken|committed|accepted|pledged|signed)"
_UNSAID = re.compile(
    rf"{_NO}[^.;,]{{0,25}}\b{_DONE_SO}\b|\bno (?:such |secret |final |formal )?{_BARGAIN}\b|\b{_DONE_SO}\b[^.;,]{{0,10}} nothing\b",
    re.IGNORECASE,
)
_CONTRASTS = ("only", "just", "merely", "fewer than", "less than", "more than", "at most", "at least", "many as")
_MADE = (CommitmentState.AGREED, CommitmentState.PLEDGED)


def find_disputes(draft: Draft) -> list[Dispute]:
    """All disputes of the report; each about what a merged finding holds."""
    sentences = list(draft.sentences)
    found = [
        *meeting_disputes(draft),
        *_broken(draft, sentences),
        *_disowned(draft, sentences),
        *_counted(draft, sentences),
        *_told_otherwise(draft, sentences),
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
        if token.pos_ != "VERB":
            continue
        lemma, speech = token.lemma_.lower(), spoken.get(token.idx)
        if lemma in words.accusing:
            told = lemma in words.charging or any(
                t.lemma_.lower() in words.breaking and t.tag_ != "VB" and not is_negated(t) for t in token.subtree
            )
        else:
            told = speech is not None and _tells_of_breach(draft, speech)
        if told:
            by = (speech.speaker,) if speech and speech.speaker else _printed(draft, subject_of(token))
            if by:
                yield token.idx, by


def _tells_of_breach(draft: Draft, speech: Speech) -> bool:
    """ "Soldiers violated the truce, monitors wrote": a breach that is told as done."""
    if speech.form != "clause" or speech.verb in dispute_words().denying:
        return False
    told = [token for token in _tokens(draft, speech) if token.lemma_.lower() in dispute_words().breaching]
    return any(token.tag_ in ("VBD", "VBN") and not is_negated(token) for token in told)


def _tokens(draft: Draft, speech: Speech) -> Iterator["Token"]:
    for piece in speech.contents:
        words = draft.doc.char_span(piece.start, piece.end, alignment_mode="contract")
        yield from words if words is not None else ()


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
        if after and speech.speaker and speech.speaker not in accuser and _clears(draft, speech):
            yield (speech.speaker,)
    for token in draft.doc:
        if at < token.idx < reach and token.lemma_ in ("call", "dismiss", "describe", "brand") and token.pos_ == "VERB":
            by = _printed(draft, subject_of(token))
            if by and by != accuser and any(t.lemma_.lower() in dispute_words().rebuffs for t in token.subtree):
                yield by


def _clears(draft: Draft, speech: Speech) -> bool:
    """Whether a speech denies a breach: "denied it", "said it was false", "said its troops were respecting the truce"."""
    words = dispute_words()
    if speech.verb in words.denying:
        return True
    for token in _tokens(draft, speech):
        lemma = token.lemma_.lower()
        if (lemma in words.rebuffs) != is_negated(token) and lemma in words.rebuffs | words.breaching:
            return True
        if lemma in words.keeping and token.tag_ in ("VBG", "VBD", "VBN") and _keeps_truce(token):
            return not is_negated(token)
    return False


def _keeps_truce(verb: "Token") -> bool:
    return any(
        t.lemma_.lower() in dispute_words().bargains
        for c in verb.children
        if c.dep_ in ("dobj", "prep")
        for t in c.subtree
    )


def _reach(sentences: Sequence["Words"], at: int, count: int) -> int:
    """The end of so many sentences from the one at a place."""
    here = next((n for n, sentence in enumerate(sentences) if sentence.end_char > at), len(sentences) - 1)
    return sentences[min(len(sentences) - 1, here + count)].end_char


def _bargain_before(draft: Draft, at: int) -> int | None:
    """The truce told last before a place, else one told after: of other agreements it is not told what breaks them."""
    truces = [n for n, item in enumerate(draft.commitments) if item.action is Action.CEASEFIRE and item.span]
    made = [n for n in truces if draft.commitments[n].state is CommitmentState.AGREED]
    before = [n for n in made if _start(draft.commitments[n]) <= at]
    broken = [n for n in truces if draft.commitments[n].state is CommitmentState.BREACHED]
    return next((group[-1] for group in (before, made, broken) if group), None)


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
            of_it = bool(item.sources) or speech.verb in dispute_words().denying or _share_nouns(draft, speech, item)
            if item.state in _MADE and told and of_it and speech.speaker not in item.sources:
                values = (
                    Account(value=str(item.state), sources=item.sources),
                    Account(value="not agreed", sources=(speech.speaker,)),
                )
                yield Dispute(about=f"commitments/{at}", attribute="state", values=values)
                break


def _disowns(draft: Draft, speech: Speech) -> bool:
    """Whether somebody says that nothing was agreed, or denies that it was; to reject an accord denies no such thing."""
    words = promise_words()
    if speech.verb in words.pledged | words.agreed | words.refused:
        return False
    said = " ".join(draft.slice(piece) for piece in speech.contents)
    if not _SAID_SO.search(said):
        return False
    if speech.verb in dispute_words().denying:
        claimed = any(token.lemma_.lower() in dispute_words().claims for token in _tokens(draft, speech))
        return speech.verb == "deny" or speech.form == "clause" or claimed
    return bool(_UNSAID.search(said))


def _share_nouns(draft: Draft, speech: Speech, item: Commitment) -> bool:
    """Whether a denial names what was promised: of what the outlet itself tells one agreement may not be the one denied."""
    told = item.evidence.lower()
    nouns = (token.lemma_.lower() for token in _tokens(draft, speech) if token.pos_ == "NOUN")
    return any(noun in told for noun in nouns if not re.fullmatch(_BARGAIN, noun))


# Counts


def _counted(draft: Draft, sentences: Sequence["Words"]) -> Iterator[Dispute]:
    """ "A counted 5,000 of them, B put their number at 8,000": another's count of what is told as carried out."""
    for at, item in enumerate(draft.deliveries):
        if not isinstance(item.quantity, int) or item.span is None:
            continue
        reach = _reach(sentences, item.span.start, _FAR)
        for other in (*_counts_by_verb(draft, item, reach), *_counts_told(draft, item, reach)):
            same = set(other.sources) <= set(item.sources) or other.value == str(item.quantity)
            if same or any(_is_another(item, told, other.value) for told in draft.deliveries):
                continue
            values = (Account(value=str(item.quantity), sources=item.sources), other)
            yield Dispute(about=f"deliveries/{at}", attribute="quantity", values=values)
            break


def _is_another(item: Delivery, told: Delivery, count: str) -> bool:
    """Whether a count is of an act told before, or of one of another day, by others, or the other way."""
    if str(told.quantity) != count:
        return False
    back = set(told.to) & set(item.by) or set(told.by) & set(item.to)
    return _start(told) < _start(item) or bool(back) or _parts(told.date, item.date) or _parts(told.by, item.by)


def _counts_by_verb(draft: Draft, item: Delivery, reach: int) -> Iterator[Account]:
    """ "Hamas put the number at 87", "a lawyer for them counted only 87", of the same things where these are named."""
    words, start = dispute_words(), item.span.start if item.span else 0
    for verb in draft.doc:
        if not (start < verb.idx < reach and verb.pos_ == "VERB" and verb.lemma_.lower() in words.counting):
            continue
        subject = subject_of(verb)
        by = _speaker_at(draft, verb) or (people_of(draft, subject)[:1] if subject is not None else ())
        by = by or _printed(draft, subject)
        numbers = [t for t in verb.subtree if t.like_num and value_of(t) is not None]
        if not by or len(numbers) != 1 or _is_running(verb, item):
            continue
        nouns = _forms(t for t in verb.subtree if t.pos_ == "NOUN" and t not in _below(subject))
        alone = (
            numbers[0].dep_ in ("dobj", "pobj", "npadvmod") and numbers[0].head in (verb, *verb.children) and not nouns
        )
        counted = _counted_by(verb)
        bare = (alone or nouns & words.numbers) and not counted and item is _counted_last(draft, verb)
        if bare or _is_of_unit(counted or nouns, item):
            yield Account(value=_number(numbers[0]), sources=by)


def _is_running(verb: "Token", item: Delivery) -> bool:
    """Whether a count is of all that was done by then, as "since March" tells, and the act is one of several."""
    return not item.cumulative and any(t.lower_ in dispute_words().running for t in verb.subtree)


def _counted_last(draft: Draft, verb: "Token") -> Delivery | None:
    """The act told last before a verb with a count: a bare number is another's count of that one."""
    told = (item for item in reversed(draft.deliveries) if item.quantity is not None and _start(item) < verb.idx)
    return next(told, None)


def _counted_by(verb: "Token") -> set[str]:
    """What the number is of that somebody puts at so many: "the number of freed prisoners"; nothing of "the number of them"."""
    tallies = (t for t in verb.subtree if t.lemma_.lower() in dispute_words().numbers)
    things = (obj for t in tallies for prep in t.children if prep.lower_ in ("of", "for") for obj in prep.children)
    return _forms(t for thing in things for t in conjuncts(thing) if t.pos_ in ("NOUN", "PROPN"))


def _forms(words: "Iterable[Token]") -> set[str]:
    """Nouns as they stand and by their lemma: a unit is kept as the report spells it."""
    return {form for word in words for form in (word.lower_, word.lemma_.lower())}


def _below(head: "Token | None") -> frozenset["Token"]:
    return frozenset(head.subtree) if head is not None else frozenset()


def _counts_told(draft: Draft, item: Delivery, reach: int) -> Iterator[Account]:
    """ "Only nine arrived, the council replied": a clause of another speaker with the same act and a count of its own."""
    start = item.span.start - _BACK if item.span else 0
    for speech in draft.speech:
        if not (start < speech.cue.start < reach and speech.speaker):
            continue
        if item.span and speech.cue.overlaps(item.span) and speech.chain[:1] == item.sources[:1]:
            continue
        for token in _tokens(draft, speech):
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX"):
                count = _count_of(token, item)
                if count is not None and _is_of_act(token.head, item):
                    yield Account(value=count, sources=(speech.speaker,))


def _count_of(subject: "Token", item: Delivery) -> str | None:
    """The count a subject tells by itself or of the same things: "only nine", "nine lorries", "not a single lorry"."""
    if subject.like_num and value_of(subject) is not None:
        before = subject.doc[max(0, subject.i - 2) : subject.i].text.lower()
        of = _forms(obj for c in subject.children if c.lower_ == "of" for obj in c.children if obj.pos_ != "PRON")
        return _number(subject) if before.endswith(_CONTRASTS) and (not of or _is_of_unit(of, item)) else None
    if not _is_of_unit(_forms((subject,)), item) or _holds_else(subject, item):
        return None
    if subject.doc[subject.left_edge.i : subject.i].text.lower() in ("no", "not a single", "not one", "not a"):
        return "0"
    if any(c.lower_ in dispute_words().further for c in subject.subtree):
        return None
    number = next((c for c in subject.children if c.dep_ == "nummod" and value_of(c) is not None), None)
    return _number(number) if number is not None else None


def _holds_else(subject: "Token", item: Delivery) -> bool:
    """Whether both tell what their load is of, and of different things: lorries of flour are none of fuel."""
    mine = _forms(obj for c in subject.children if c.lower_ == "of" for obj in c.children)
    _, _, load = (item.unit or "").lower().partition(" of ")
    return bool(mine and load) and not mine & set(load.split())


def _is_of_act(verb: "Token", item: Delivery) -> bool:
    """Whether a verb is one that the act of a delivery is told by, and told as done."""
    rows = (row for row in action_words() if row.action is item.action or row.name.startswith(("release", "prisoner")))
    forms = {form.split()[0] for row in rows for form in (*row.verbs, *row.movers)}
    told = verb.tag_ in ("VBD", "VBN") and outlook(verb).mood is Mood.FACT
    return told and (verb.lemma_.lower() in forms or verb.lemma_ == "be")


def _is_of_unit(nouns: set[str], item: Delivery) -> bool:
    """Whether nouns name what was counted; of "Armenian servicemen" it is not who else is Armenian."""
    words = (item.unit or "").split()
    unit = {word.rstrip("s").lower() for word in words if word.islower() or word == words[-1]}
    return bool({noun.rstrip("s") for noun in nouns} & unit)


def _number(numeral: "Token") -> str:
    """A count as it was given; what is put below a number is told so."""
    value = value_of(numeral)
    before = numeral.doc[max(0, numeral.i - 2) : numeral.i].text.lower()
    return f"{before} {value}" if before in ("fewer than", "less than") else str(value)


def _speaker_at(draft: Draft, verb: "Token") -> tuple[str, ...]:
    place = Span(verb.idx, verb.idx + len(verb))
    return next(((s.speaker,) for s in draft.speech if s.speaker and s.cue.overlaps(place)), ())


# When, to whom, by whom


def _told_otherwise(draft: Draft, sentences: Sequence["Words"]) -> Iterator[Dispute]:
    """ "A said the nine were freed on Monday, B that it was on Tuesday": one act as two named sources tell it soon after another."""
    for at, one in enumerate(draft.deliveries):
        reach = _reach(sentences, max(0, _start(one)), _NEAR)
        for other in draft.deliveries[at + 1 :]:
            named = one.sources and other.sources and not set(one.sources) & set(other.sources)
            if not named or other.action is not one.action or not _start(one) <= _start(other) < reach:
                continue
            if one.quantity is None or other.quantity not in (None, one.quantity):
                continue
            parted = [slot for slot in ("date", "to", "by") if _parts(getattr(one, slot), getattr(other, slot))]
            if len(parted) == 1:
                values = tuple(Account(value=_shown(item, parted[0]), sources=item.sources) for item in (one, other))
                yield Dispute(about=f"deliveries/{at}", attribute=parted[0], values=values)


def _parts(one: object, other: object) -> bool:
    """Whether both tell a slot and cannot both be right."""
    if not one or not other:
        return False
    if isinstance(one, str) and isinstance(other, str):
        return not compatible(one, other)
    return isinstance(one, tuple) and isinstance(other, tuple) and not set(one) & set(other)


def _shown(item: Delivery, slot: str) -> str:
    value = getattr(item, slot)
    return value if isinstance(value, str) else ", ".join(value)
