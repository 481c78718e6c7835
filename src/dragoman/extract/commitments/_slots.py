"""What a promise says: who is bound, to whom, what exactly, when agreed and when due."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_infinitive, parted_by
from dragoman.extract.commitments._terms import in_terms
from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import CommitmentState, DateMention, Span
from dragoman.text.acts import Act, phrase_of
from dragoman.text.attach import dates_of, in_sentence
from dragoman.text.deals import Deal, parties_at_table
from dragoman.text.doers import givers, owners_of, side_of
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import actors_of, of_the_conflict, people_of, subject_of
from dragoman.text.quantity import Quantity, counted, of_what, quantity_of
from dragoman.text.sources import chain_over
from dragoman.text.stretches import day_within

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALL = ("they", "both", "all", "each", "two", "pair")
_GIVEN = ("promise", "assure", "offer", "guarantee", "grant", "pledge")
_BROKERING = ("broker", "mediate", "negotiate")  # whoever brings a truce about is no party to it
_TERM_WORDS = 9
_CLAUSES = ("acl", "relcl", "advcl", "conj", "cc", "ccomp", "parataxis", "mark", "punct", "appos")
_STOPS = frozenset((",", ";", ":", "--", "\u2014", "\u2013", "("))
_UNDONE = (CommitmentState.SUSPENDED, CommitmentState.BREACHED, CommitmentState.REFUSED)
_PLAIN = ("resume talks", "security guarantees")  # whose name says what is promised
_TRUCES = ("ceasefire", "truce", "cease-fire", "fire", "armistice", "agreement", "accord", "deal", "pact", "cease")
_PURPOSE = 4  # words of a phrase that can spare its last two
_UNTIL = ("by", "until", "till", "before")
_DEADLINE_REACH = 12  # letters before a date in which "by" or "until" stands
_DAY = 10  # letters of a day's value
_MONTH = 7  # letters of a month's value
_PERSONAL = (CommitmentState.PLEDGED, CommitmentState.OFFERED)


def promisers(draft: Draft, promise: Promise, act: Act | None, deal: Deal | None) -> tuple[str, ...]:
    """Who is bound: whom the word binds, who promises, who acts, else the parties of the agreement it stands under."""
    if promise.bound is not None:
        collective = promise.bound.lemma_.lower() in roles().sides and deal is not None and bool(deal.parties)
        if deal is not None and collective and not of_the_conflict(promise.bound):
            return deal.parties
        if bound := side_of(draft, promise.bound):
            return bound
    told = promise.word != promise.act or promise.word.pos_ == "NOUN"
    if told and not promise.under and promise.word.lemma_ not in _BROKERING:
        by = _who_promises(draft, promise.word)
        if by is not None:
            return by
    between = parted_by(promise.act) if promise.under else []
    own = tuple(name for link in between for o in link.children if o.dep_ == "pobj" for name in side_of(draft, o))
    if not promise.under and act is not None:
        own = givers(draft, act)
    if act is not None and promise.under and act.core.pos_ != "VERB" and act.words.name != "ceasefire":
        own = owners_of(draft, act.core)  # "the deal provides for a US withdrawal"
    subject = subject_of(promise.act) or undergoing(promise.act) if promise.act.pos_ == "VERB" else None
    own = own or (side_of(draft, subject) if subject is not None and subject != (act and act.object) else ())
    if not own and subject is not None and subject.lower_ in ("both", "two"):
        own = parties_at_table(draft)
    return own or _by_deal(draft, promise, deal) or _by_announcer(draft, promise.act)


def promised_to(draft: Draft, promise: Promise) -> tuple[str, ...]:
    """Who is given the promise: "promised the powers that it will stop", "assured Kabul that", "offered Kyiv a truce"."""
    if promise.act.pos_ == "NOUN" and promise.word != promise.act and not promise.under:
        # "pledged its co-operation with the UN", "refuses contact with Washington"
        links = [c for c in promise.act.children if c.dep_ == "prep" and c.lower_ == "with"]
        links += [c for c in promise.word.children if c.dep_ == "prep" and c.lower_ == "with" and c.i > promise.act.i]
        withs = tuple(name for link in links for o in link.children for name in actors_of(draft, o))
        if withs and promise.state is not CommitmentState.AGREED:
            return withs
    if promise.word == promise.act or promise.word.pos_ != "VERB" or promise.word.lemma_.lower() not in _GIVEN:
        return ()
    told = [c for c in promise.word.children if c.dep_ in ("dobj", "dative") and c.i < promise.act.left_edge.i]
    return actors_of(draft, told[0]) if told and not promise.act.is_ancestor(told[0]) else ()


def undergoing(act: "Token") -> "Token | None":
    """What is to undergo the act: "the fighters are to be disarmed"."""
    node = act.head if act.dep_ == "xcomp" and not any(c.dep_ == "nsubjpass" for c in act.children) else act
    return next((c for c in node.children if c.dep_ in ("nsubjpass", "nsubj")), None)


def _who_promises(draft: Draft, word: "Token") -> tuple[str, ...] | None:
    """Who makes the promise; () where the text names somebody unknown, None where it names nobody."""
    if word.pos_ != "VERB":
        owners = [t for c in word.children if c.dep_ == "poss" for t in c.subtree if t.dep_ in ("poss", "conj", "nmod")]
        owners += [
            o
            for c in word.children
            if c.dep_ == "prep" and c.lower_ in ("of", "by", "between", "from")
            for o in c.children
        ]
        if word.lemma_.lower() in promise_words().breached:
            owners = [o for o in owners if o.head.lower_ in ("by", "from") or o.dep_ != "pobj"]
            if not owners and word.head.lower_ != "in":
                return ()  # "undermined by ceasefire violations"; of "in defiance of" whoever does it
        if owners:
            return tuple(dict.fromkeys(name for owner in owners for name in side_of(draft, owner)))
        verb = word.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return (side_of(draft, subject) or None) if subject is not None else None
    subject = subject_of(word) or next((c for c in word.children if c.dep_ == "nsubjpass"), None)
    if subject is None:
        return None
    by = side_of(draft, subject)
    if by and word.lemma_.lower() in promise_words().made:
        withs = [o for c in word.children if c.dep_ == "prep" and c.lower_ == "with" for o in c.children]
        by = tuple(dict.fromkeys((*by, *(name for o in withs for name in actors_of(draft, o)))))
    if not by and _are_sides(subject):
        return parties_at_table(draft)
    return by or None


def each(promise: Promise) -> bool | None:
    """ "Each undertook to hand over 1,000": as much from either side."""
    subject = subject_of(promise.word) if promise.word.pos_ == "VERB" else None
    return (
        True
        if subject is not None and (subject.lower_ == "each" or any(c.lower_ == "each" for c in subject.children))
        else None
    )


def _by_deal(draft: Draft, promise: Promise, deal: Deal | None) -> tuple[str, ...]:
    """The parties of the agreement that an act stands under: "under the deal", "the text is to be signed", "is to leave"."""
    subject = undergoing(promise.act) if promise.act.pos_ == "VERB" else None
    of_text = subject is not None and subject.lemma_.lower() in promise_words().deals and promise.act.tag_ == "VBN"
    parties = deal.parties if deal is not None else ()
    if promise.under or of_text or in_terms(promise.act.sent.root):
        return parties or parties_at_table(draft, opposed=not (of_text or _are_sides(subject)))
    return parties if promise.told_to else ()


def _are_sides(subject: "Token | None") -> bool:
    """Whether it is told that the sides do it: "both are to withdraw", "the parties will exchange"."""
    return subject is not None and (subject.lower_ in _ALL or subject.lemma_.lower() in roles().sides)


def is_announced(act: "Token") -> bool:
    """Whether an act without a doer is announced or pledged: "announced that observers would be posted"."""
    told = act.dep_ == "ccomp" and act.head.pos_ == "VERB" and not any(c.dep_ == "agent" for c in act.children)
    return told and act.head.lemma_.lower() in promise_words().announcing | promise_words().pledged


def _by_announcer(draft: Draft, act: "Token") -> tuple[str, ...]:
    """Who announces what shall be done without a doer."""
    subject = subject_of(act.head) if is_announced(act) else None
    return side_of(draft, subject) if subject is not None else ()


def state(draft: Draft, promise: Promise, deal: Deal | None, by: tuple[str, ...]) -> CommitmentState:
    """A party's act told ahead by the outlet itself, after the deal it is a party to, is one of the terms agreed."""
    if promise.state is not CommitmentState.PLEDGED:
        return promise.state
    if len(by) >= 2 and promise.word.lemma_ in ("undertake", "commit", "commitment", "decide", "bind", "resolve"):
        return CommitmentState.AGREED  # several who bind themselves together agree
    told_ahead = promise.word == promise.act or promise.word.tag_ == "VB"
    if told_ahead and in_terms(promise.act.sent.root):
        return CommitmentState.AGREED
    if deal is None or not told_ahead or chain_over(draft, span_of(promise.act)):
        return promise.state
    mine = bool(by) and set(by) <= set(deal.parties) and deal.noun < promise.act.i
    return CommitmentState.AGREED if mine else promise.state


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
    inner = _dates_within(draft, promise.act)
    deadlines = [d for d in (*inner, *near) if _is_deadline(draft, d)]
    told: list[str | None] = [d.value for d in near if d not in deadlines]
    told += _announced(draft, promise.word, state)
    within = [d.value for d in inner if d not in deadlines]
    ahead = (value for value in (*within, *told) if value and value[:10] > published)
    due = next((d.value for d in deadlines if d.value), None) or next(ahead, None)
    if state in _UNDONE:
        # The day of a breach or a refusal is not that of the agreement; one told with the agreement itself is.
        told = within if promise.act.pos_ != "VERB" else []
    agreed = next((value for value in told if value and value[:10] <= published and len(value) >= _MONTH), None)
    if agreed is None and promise.act.pos_ != "VERB":  # "the 1953 armistice", "signed a treaty last year"
        agreed = next((value for value in (*within, *told) if value and value[:4] < published[:4]), None)
    prolonged = promise.word.lemma_.lower() in promise_words().prolonging  # later than the truce itself
    if agreed is None and not prolonged and (state is CommitmentState.AGREED or promise.under):
        agreed = day_agreed
    if due is None and agreed is not None and len(agreed) == _DAY and state not in _UNDONE:
        clause = draft.slice(Span(promise.act.left_edge.idx, promise.act.right_edge.idx + len(promise.act.right_edge)))
        due = day_within(clause, agreed)
    return agreed, due


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


def sources(draft: Draft, promise: Promise) -> tuple[str, ...]:
    """The chain over the promise; a person who promises for his side is its source."""
    chain = _speaking(chain_over(draft, span_of(promise.word)))
    if chain or promise.state not in _PERSONAL or promise.word.pos_ != "VERB":
        return chain
    subject = subject_of(promise.word)
    if subject is None or promise.word == promise.act:
        return ()
    announced = promise.word.lemma_.lower() in promise_words().announcing
    return people_of(draft, subject) or (actors_of(draft, subject) if announced else ())


def _speaking(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Without papers: "according to the accord" tells whose terms they are, not who says so."""
    papers = promise_words().deals | {"resolution", "letter"}
    return tuple(name for name in chain if papers.isdisjoint(name.lower().split()))


def size(promise: Promise) -> tuple[Quantity | None, str | None]:
    """How many of what an act of no known action is about: "deploy 5,000 soldiers", "the opening of four crossings"."""
    act = promise.act
    things = (
        [c for c in act.children if c.dep_ in ("dobj", "nsubjpass")] if act.pos_ == "VERB" else [*of_what(act), act]
    )
    for thing in things:
        quantity = quantity_of(thing)
        if quantity is not None and quantity.value is not None:
            return quantity, quantity.unit or phrase_of(counted(thing))
    return None, None


def terms(draft: Draft, promise: Promise, act: Act | None) -> str | None:
    """What exactly is promised, in the words of the text: a priority, a direction, the thing itself."""
    chosen = _priority(draft, promise.act)
    if chosen:
        return chosen
    if act is None:
        passive = undergoing(promise.act) if promise.act.tag_ == "VBN" else None
        near = passive is not None and 0 < promise.act.i - passive.left_edge.i < _TERM_WORDS
        if promise.act.pos_ != "VERB":
            return _phrase(draft, promise.act, promise.act.left_edge.i)
        ensured = next((c for c in promise.act.children if c.dep_ == "ccomp" and c.i > promise.act.i), None)
        if ensured is not None:
            return _phrase(draft, ensured, ensured.left_edge.i)  # "ensure the crossing is open"
        denied = next((c.i for c in promise.act.children if c.dep_ == "neg" and c.i < promise.act.i), promise.act.i)
        return _phrase(draft, promise.act, passive.left_edge.i if passive is not None and near else denied)
    if act.words.name == "withdrawal":
        return _direction(draft, act)
    if act.words.name in _PLAIN:
        return None
    head = act.object if act.object is not None else act.core
    if act.words.name == "ceasefire":
        kind = _truce(draft, head)
        if kind and act.core.pos_ == "VERB" and head.lemma_.lower() not in _TRUCES:
            kind = _phrase(draft, act.core, act.core.i)  # "ban strikes on power plants"
        return _prolonged(draft, promise) or kind
    if act.words.name == "signing" and head.pos_ in ("NOUN", "PROPN"):
        return _phrase(draft, head, head.left_edge.i)
    if act.quantity is not None or head.pos_ not in ("NOUN", "PROPN") or (act.words.unit and act.object is not None):
        return None
    text = _phrase(draft, head, head.left_edge.i)
    return text if text and " " in text else None


def _priority(draft: Draft, act: "Token") -> str | None:
    """A class or priority told beside the act: "prioritizing the youngest", "giving preference to the wounded"."""
    for token in act.sent:
        if token.lemma_ in ("prioritize", "prioritise", "include") and token.tag_ == "VBG":
            objects = [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
        elif token.lemma_ in ("preference", "priority"):
            objects = [o for c in token.children if c.dep_ == "prep" for o in c.children]
            objects += [
                o for c in token.head.children if c.dep_ in ("prep", "dative") and c.i > token.i for o in c.children
            ]
        else:
            continue
        if objects and (act.is_ancestor(token) or token.head.head == act):
            return _phrase(draft, objects[0], objects[0].left_edge.i)
    return None


def _prolonged(draft: Draft, promise: Promise) -> str | None:
    """ "a 15-day extension of the truce", "(they) extended the truce for two months"."""
    words, above = promise_words(), promise.act.head.head
    if promise.act.dep_ == "pobj" and above.lemma_.lower() in words.prolongation:
        return _phrase(draft, above, above.left_edge.i)
    verb = promise.word
    prolongs = verb.pos_ == "VERB" and verb.lemma_.lower() in words.prolonging and verb.head != promise.act
    return _phrase(draft, verb, verb.i) if prolongs else None


def _truce(draft: Draft, noun: "Token") -> str | None:
    """What sort of truce: "two-month humanitarian truce", "ban on strikes"; nothing of a bare "ceasefire agreement"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if noun.lemma_.lower() not in _TRUCES:
        text = _phrase(draft, noun, noun.left_edge.i)
        return text if text and " " in text else None
    close = [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("ADJ", "NOUN", "VERB")]
    close = [c for c in close if c.lemma_.lower() not in _TRUCES]
    return _phrase(draft, noun, close[0].left_edge.i) if close else None


def _direction(draft: Draft, act: Act) -> str | None:
    """Out of where, or to where, forces withdraw."""
    places = [c for word in (act.core, act.object) if word is not None for c in word.children]
    places += [c for word in places if word.dep_ in ("advmod", "prt") for c in word.children]
    links = [c for c in places if c.dep_ == "prep" and c.lower_ in ("from", "to", "out", "of", "in")]
    if not links:
        return None
    return _phrase(draft, links[0], links[0].i)


def _tells_day(draft: Draft, link: "Token") -> bool:
    """ "(a ceasefire) on Saturday": when, not what; "for two weeks" is a part of what."""
    when = [child.idx for child in link.children if child.dep_ == "pobj" and child.ent_type_ == "DATE"]
    days = [d for d in in_sentence(draft.dates, link) if d.value] if when else []
    return any(d.span.start <= at < d.span.end for at in when for d in days)


def _parts_things(mark: "Token") -> bool:
    """Whether a comma stands in a row of things: "passports, licence plates and diplomas"."""
    if mark.text != "," or mark.head.pos_ not in ("NOUN", "PROPN"):
        return False
    row = [c for c in mark.head.children if c.dep_ == "conj" and c.i > mark.i]
    return any(c.pos_ in ("NOUN", "PROPN") and c.right_edge.i - mark.i < _TERM_WORDS for c in row)


def _phrase(draft: Draft, head: "Token", start: int) -> str | None:
    """The words of a phrase from a start on, without clauses that hang on it or dates in it."""
    while start > 1 and head.doc[start - 1].text == "-" and not head.doc[start - 1].whitespace_:
        start -= 2  # "full co-operation", which the model parts
    cut = [
        c.left_edge.i
        for c in head.children
        if c.i > head.i and c.dep_ in _CLAUSES and not is_infinitive(c) and c.dep_ != "punct"
    ]
    cut += [
        t.i
        for t in head.subtree
        if t.i > max(head.i, start + 1)
        and ((t.text in _STOPS and not _parts_things(t)) or (t.text == "-" and t.nbor(-1).whitespace_))
    ]
    cut += [t.i for t in head.subtree if t.i > head.i and t.dep_ == "prep" and _tells_day(draft, t)]
    limit = start + _TERM_WORDS + (head.i - start)
    end = min([head.right_edge.i + 1, limit, *cut])
    words = [t for t in head.doc[start:end] if not t.is_space]
    marks = [at for at, t in enumerate(words) if t.text == '"']
    if len(marks) == 1 and marks[0]:
        words = words[: marks[0]]  # "declaration of understanding" in Khartoum
    while words and (words[0].pos_ in ("DET", "PUNCT") or words[0].dep_ == "poss" or words[0].tag_ in ("TO", "POS")):
        words = words[1:]
    while words and (words[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ", "PART") or words[-1].lower_ == "and"):
        words = words[:-1]
    if len(words) > _PURPOSE and words[-1].tag_ == "VB" and words[-2].dep_ == "aux" and end == limit:
        words = words[:-2]  # cut off in the middle of a purpose
    if not words:
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].replace("\n", " ")
