"""What exactly is promised: how much of what, and its terms in the words of the text."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_infinitive, undergoing
from dragoman.lexicon.acts import promise_words
from dragoman.text.acts import Act, phrase_of
from dragoman.text.attach import in_sentence
from dragoman.text.draft import Draft
from dragoman.text.quantity import Quantity, counted, of_what, quantity_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TERM_WORDS = 9
_CLAUSES = ("acl", "relcl", "advcl", "conj", "cc", "ccomp", "parataxis", "mark", "punct", "appos")
_STOPS = frozenset((",", ";", ":", "--", "\u2014", "\u2013", "("))
_PLAIN = ("resume talks", "security guarantees")  # whose name says what is promised
_PURPOSE = 4  # words of a phrase that can spare its last two


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
        passive = undergoing(promise.act) if promise.act.tag_ == "VBN" and not _is_perfect(promise.act) else None
        near = passive is not None and 0 < promise.act.i - passive.left_edge.i < _TERM_WORDS
        if passive is not None and not near:
            return _phrase(
                draft, passive, passive.left_edge.i
            )  # "Parliament, which was elected in May, is to be dissolved"
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
        if kind and act.core.pos_ == "VERB" and head.lemma_.lower() not in promise_words().truces:
            kind = _phrase(draft, act.core, act.core.i)  # "ban strikes on power plants"
        return _prolonged(draft, promise) or kind
    if act.words.name == "signing" and head.pos_ in ("NOUN", "PROPN"):
        return _phrase(draft, head, head.left_edge.i)
    if act.quantity is not None or head.pos_ not in ("NOUN", "PROPN") or (act.words.unit and act.object is not None):
        return None
    text = _phrase(draft, head, head.left_edge.i)
    return text if text and " " in text else None


def _is_perfect(verb: "Token") -> bool:
    """ "have renewed", not "have been freed"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children) and not any(
        c.dep_ == "auxpass" for c in verb.children
    )


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
    if noun.lemma_.lower() not in promise_words().truces:
        text = _phrase(draft, noun, noun.left_edge.i)
        return text if text and " " in text else None
    close = [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("ADJ", "NOUN", "VERB")]
    words = promise_words()
    close = [c for c in close if c.lemma_.lower() not in words.made and c.lower_ not in words.truces | words.in_force]
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
    while words and (
        (words[0].pos_ in ("DET", "PUNCT") and words[0].lower_ != "no")
        or words[0].dep_ == "poss"
        or words[0].tag_ in ("TO", "POS")
    ):
        words = words[1:]
    while words and (
        (words[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ", "PART") and words[-1].dep_ != "prt")
        or words[-1].lower_ == "and"
    ):
        words = words[:-1]
    if len(words) > _PURPOSE and words[-1].tag_ == "VB" and words[-2].dep_ == "aux" and end == limit:
        words = words[:-2]  # cut off in the middle of a purpose
    if not words:
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].replace("\n", " ")
