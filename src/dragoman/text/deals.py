"""Agreements that a report tells of as made: between whom and when. What stands under them is agreed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import DateMention, Status
from dragoman.model.dates import is_day
from dragoman.text.attach import dates_of, in_sentence
from dragoman.text.clause import Mood, outlook
from dragoman.text.doers import side_of
from dragoman.text.memo import of_mentions
from dragoman.text.parties import actors_of, as_told, conjuncts, of_the_conflict, people_of, subject_of
from dragoman.text.principals import principal_parties
from dragoman.text.quantity import of_what
from dragoman.text.stretches import days_ago, earlier

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_PAST = ("VBN", "VBD")
_TELLING = ("NOUN", "PROPN", "VERB")
_MONTH = 7  # letters of a month's value: of a year alone an agreement is hardly dated
_NAMING = ("poss", "npadvmod", "nummod", "nmod", "compound", "amod")
_BETWEEN = ("between", "with", "by", "of")
_TABLE = 1000  # characters after the talks within which what was agreed there is told
_LATELY = 60  # days within which an agreement told without its day is the one told with it
_BOTH = 2  # sides to an agreement
_AT = ("at", "during", "in", "after", "following")


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement made. `noun` is the index of the word for it, `parties` may be empty where the text does not tell.

    An `aside` is only named, with its day ("under the July 22 agreement"): it matters in its own sentence.
    """

    noun: int
    parties: tuple[str, ...]
    date: str | None = None
    aside: bool = False


def deals_of(draft: "Draft") -> list[Deal]:
    """The agreements of the text in order, each where it is told as made."""
    return of_mentions(draft, _deals)


def _deals(draft: "Draft") -> list[Deal]:
    deals = [
        deal
        for token in draft.doc
        if token.pos_ in _TELLING and (deal := _deal_at(draft, token) or _agreeing(draft, token)) is not None
    ]
    lately = (draft.report.published - timedelta(days=_LATELY)).isoformat()
    days = {deal.date for deal in deals if deal.date and not deal.aside and deal.date >= lately}
    # Told twice, with its day once: where all that have a day have the same, it is that of each.
    return [replace(deal, date=deal.date or min(days)) for deal in deals] if len(days) == 1 else deals


def deal_before(deals: list[Deal], token: "Token") -> Deal | None:
    """The agreement that a passage speaks of: the last with its parties told up to it, else the first of the text.

    Where none has its parties told, the last before it that has a day.
    """
    near = [deal for deal in deals if deal.aside and deal.parties and _is_in(deal, token)]
    told = near or [deal for deal in deals if deal.parties and not deal.aside]
    before = [deal for deal in told if deal.noun <= token.i]
    if told:
        return before[-1] if before else told[0]
    dated = [deal for deal in deals if deal.date and not deal.aside]
    return next((deal for deal in reversed(dated) if deal.noun <= token.i), dated[0] if dated else None)


def day_agreed(deals: list[Deal], token: "Token") -> str | None:
    """The day of the agreement that a passage speaks of: of one told in its own sentence, else of the one told before."""
    near = [deal.date for deal in deals if deal.date and _is_in(deal, token)]
    if near:
        return near[-1]
    deal = deal_before(deals, token)
    return deal.date if deal is not None else None


def _is_in(deal: Deal, token: "Token") -> bool:
    """Whether an agreement is told in the sentence of a word."""
    return token.sent.start <= deal.noun < token.sent.end


def parties_at_table(draft: "Draft", opposed: bool = False) -> tuple[str, ...]:
    """Whose negotiation it is: the parties of the first meeting told with two of them, else the two sides named most.

    With `opposed` only those of talks held, or two told as each other's sides: others may speak of a deal not theirs.
    """
    met = next(
        (m.parties for m in draft.mentioned if len(m.parties) >= 2 and (not opposed or m.status is Status.HELD)), ()
    )
    own = principal_parties(draft, opposed=bool(met) or opposed)
    # A report may open on those who look on: "the donors met", while two others fight each other.
    return own if own and set(met).isdisjoint(own) else met


def _deal_at(draft: "Draft", noun: "Token") -> Deal | None:
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in promise_words().deals:
        return None
    verb = _making(noun)
    if verb is None:
        announcement = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        if announcement.lemma_.lower() == "announcement":  # "today's announcement of an agreement"
            return Deal(noun.i, tuple(dict.fromkeys(_owners(draft, noun))), _own_day(draft, announcement))
        day = _own_day(draft, noun)
        return Deal(noun.i, tuple(dict.fromkeys(_owners(draft, noun))), day, aside=True) if day else None
    view = outlook(verb)
    if view.negated or view.mood not in (Mood.FACT, Mood.NOW):
        return None
    parties = tuple(dict.fromkeys(_parties(draft, noun, verb)))
    day = _day(draft, verb) if verb.head == noun else _day(draft, noun, verb)
    return Deal(noun.i, parties, day or day_of_talks(draft, verb, parties))


def _agreeing(draft: "Draft", verb: "Token") -> Deal | None:
    """ "both sides agreed to pull back": several who agree have an agreement, whether or not it has a name."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() != "agree":
        return None
    view, subject = outlook(verb), subject_of(verb)
    if view.negated or view.mood not in (Mood.FACT, Mood.NOW):
        return None
    day = _day(draft, verb) or _day_met(draft, verb)
    if subject is None:  # "the exchange was agreed in Istanbul on May 16"
        told = any(c.dep_ == "nsubjpass" and c.lower_ != "it" for c in verb.children)
        return Deal(verb.i, (), day) if told and day else None
    parties = _sides(draft, subject)
    day = day or day_of_talks(draft, verb, parties)
    return Deal(verb.i, parties, day) if len(parties) >= 2 else None


def _day_met(draft: "Draft", verb: "Token") -> str | None:
    """The day of the talks at which it was agreed: "at the last round, which took place on July 23, they agreed"."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _AT]
    met = [
        o for link in links for o in link.children if o.dep_ == "pobj" and not promise_words().met.isdisjoint(_heads(o))
    ]
    told = {t.idx for noun in met for t in noun.subtree}
    published = draft.report.published.isoformat()
    days = (d.value for d in in_sentence(draft.dates, verb) if d.span.start in told)
    return next((day for day in days if day and day[:10] <= published and len(day) >= _MONTH), None)


def _heads(noun: "Token") -> set[str]:
    """The lemmas of a noun and of what it is a part of: "the last round of talks"."""
    return {part.lemma_.lower() for part in (noun, *of_what(noun))}


def day_of_talks(draft: "Draft", token: "Token", parties: tuple[str, ...]) -> str | None:
    """The last day of the talks told shortly before, where those who now agree are those who then met."""
    published, at = draft.report.published.isoformat(), token.sent.end_char
    met = [m for m in draft.mentioned if m.status is Status.HELD and m.span and 0 <= at - m.span.start < _TABLE]
    told = [
        m.end or m.start
        for m in met
        # The last of several days is that of the agreement only where both are told together.
        if _are_same(m.parties, parties)
        and (m.end in (None, m.start) or (m.span and "\n" not in draft.report.body[m.span.start : token.idx].strip()))
    ]
    return next((day for day in reversed(told) if day and is_day(day) and day <= published), None)


def _are_same(met: tuple[str, ...], parties: tuple[str, ...]) -> bool:
    """Whether those who met can be those who agree: one of two may be left unsaid."""
    return not parties or (bool(met) and set(parties) <= set(met)) or (len(met) >= _BOTH and set(met) <= set(parties))


def _day(draft: "Draft", *words: "Token") -> str | None:
    """The past day told with the agreement or the verb that makes it, or with what is told to follow on it."""
    published = draft.report.published.isoformat()
    tellers = (*words, *_sharing(words))
    found = (d.value for word in tellers for d in dates_of(draft, word) if not _is_of_another(draft, d, tellers))
    day = next((value for value in found if value and value[:10] <= published and len(value) >= _MONTH), None)
    return day or next((told for word in words if (told := _day_before(draft, word))), None)


def _is_of_another(draft: "Draft", date: DateMention, tellers: "tuple[Token, ...]") -> bool:
    """ "The guarantors of the truce of last December signed it": the day that names another agreement."""
    words = draft.doc.char_span(*date.span, alignment_mode="expand")
    link = words.root.head if words is not None else None
    return link is not None and link.lower_ == "of" and link.head.pos_ == "NOUN" and link.head not in tellers


def _sharing(words: "tuple[Token, ...]") -> "Iterator[Token]":
    """The verbs whose day is that of the agreement's too: "met on Friday and signed", "watched on Friday as they signed"."""
    for word in words:
        above = word.head
        if word.pos_ != "VERB" or above.pos_ != "VERB" or above == word:
            continue
        subjects = (c for c in word.children if c.dep_ in ("nsubj", "nsubjpass"))
        joined = word.dep_ == "conj" and all(c.pos_ == "PRON" for c in subjects)
        while joined and above.dep_ == "conj" and above.head.pos_ == "VERB":
            above = above.head
        meanwhile = word.dep_ == "advcl" and any(
            c.lower_ in ("as", "when", "while") for c in word.children if c.i < word.i
        )
        if joined or (meanwhile and above.i < word.i):
            yield above


def _day_before(draft: "Draft", verb: "Token") -> str | None:
    """The day of "a day after A and B signed it, C said on Sunday": counted back from that of what followed."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "after" for c in verb.children):
        return None
    published = draft.report.published.isoformat()
    clause = range(verb.left_edge.idx, verb.right_edge.idx)
    around = (d for d in in_sentence(draft.dates, verb) if d.span.start not in clause)
    days = [d.value for d in around if d.value and is_day(d.value) and d.value <= published]
    back = next(days_ago(draft.report.body[verb.sent.start_char : verb.idx]), None)
    return earlier(days[0] if days else published, back) if back is not None else None


def _own_day(draft: "Draft", noun: "Token") -> str | None:
    """The past day that names an agreement: "the July 22 agreement", "a 2002 truce", "the memorandum of 3 March"."""
    published = draft.report.published.isoformat()
    named = {t.idx for c in noun.children if c.dep_ in _NAMING for t in c.subtree}
    named |= {t.idx for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from") for t in c.subtree}
    days = (date.value for date in in_sentence(draft.dates, noun) if date.span.start in named)
    return next((day for day in days if day and day[:10] <= published), None)


def _making(noun: "Token") -> "Token | None":
    """The verb by which the agreement is made: it is the object or subject of the verb, or the verb is in its clause."""
    words = promise_words()
    made = words.made
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in made:
        return noun.head
    if noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in promise_words().publishing:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.lemma_.lower() in promise_words().closing:
        return noun.head.head
    if noun.dep_ == "nsubj" and noun.head.tag_ == "VBD" and noun.head.lemma_.lower() in made:
        return noun.head  # "the accord, signed in May, is dead": the model takes it for the clause's verb
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "to", "at"):
        verb = noun.head.head
        verb = verb.head if verb.lemma_.lower() in words.tokens and verb.dep_ == "dobj" else verb
        named = any(c.dep_ == "dobj" and c.lemma_.lower() in words.tokens for c in verb.children)
        if named or verb.lemma_.lower() in words.agreeing:
            return verb  # "came to an understanding", "put their names on Friday to a truce"
    clauses = [child for child in noun.children if child.dep_ in ("relcl", "acl")]
    if noun.i + 1 < len(noun.doc):
        clauses.append(noun.nbor(1))  # "under a deal agreed last month": the model may take it for a verb of its own
    if noun.i + 2 < len(noun.doc) and noun.nbor(1).text == "," and noun.nbor(2).tag_ == "VBN":
        clauses.append(noun.nbor(2))  # "in the statement, adopted on Monday,"
    found = next(
        (
            c
            for c in clauses
            if c.lemma_.lower() in made | promise_words().publishing and c.tag_ in _PAST and noun.head != c
        ),
        None,
    )
    if found is not None:
        return found
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.tag_ == "VBN":
        over = noun.head.head  # "under the accord, reached in Cairo, A will leave"
        return over if over.lemma_.lower() in made and over.i == noun.right_edge.i + 2 else None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in ("announce", "hail", "welcome"):
        return noun.head
    return None


def _parties(draft: "Draft", noun: "Token", verb: "Token") -> Iterator[str]:
    yield from _owners(draft, noun)
    yield from _owners(draft, verb)
    words = promise_words()
    if verb.lemma_.lower() in words.brokering | words.welcoming | words.publishing:
        return  # a mediator is no party
    subject = subject_of(verb)
    if subject is not None and subject != noun:
        yield from _sides(draft, subject)
        if not promise_words().met.isdisjoint(_heads(subject)):
            yield from _owners(draft, subject)  # "talks between A and B ended with an agreement"


def _sides(draft: "Draft", subject: "Token") -> tuple[str, ...]:
    """Who agrees: those named, "the two sides" of the report, the two before whose "delegations" or "leaders" do."""
    told, people = side_of(draft, subject), set(people_of(draft, subject))
    known = tuple(name for name in told if name not in people)
    at_table = parties_at_table(draft) if len(told) > len(known) else ()
    if known and set(known) < set(at_table):
        return at_table  # a minister whose country nobody tells is the other side's
    owned = next((c for c in subject.children if c.dep_ == "poss" and c.lower_ == "their"), None)
    if not known and owned is not None:
        before = (t for t in subject.sent if t.i < owned.i and any(c.dep_ == "conj" for c in t.children))
        known = next((names for t in before if len(names := actors_of(draft, t)) >= _BOTH), ())
    all_of_them = subject.lower_ in ("they", "both", "two") or (
        subject.tag_ == "NNS" and subject.lemma_.lower() in roles().sides
    )
    return known or (parties_at_table(draft) if all_of_them else ())


def _owners(draft: "Draft", word: "Token") -> Iterator[str]:
    """Whose agreement it is by the words beside it: "Moldova's deal", "a truce between A and B"."""
    for child in word.children:
        if child.dep_ == "poss":
            yield from actors_of(draft, child)
        elif child.dep_ == "prep" and child.lower_ in _BETWEEN:
            links = (link for link in conjuncts(child) if link.pos_ == "ADP")
            for obj in (obj for link in links for obj in link.children if obj.dep_ == "pobj"):
                yield from as_told(draft, obj) if of_the_conflict(obj) else actors_of(draft, obj)
