"""What a stance is on: a short phrase in the words of the text."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import stance_words
from dragoman.lexicon.roles import roles

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extract.positions._held import Held
    from dragoman.text.draft import Draft

_WORDS = 14
_HUNG = 12  # words after a report within which what it says may hang on another noun
_NEAR = 4  # words between who is asked and the act
_CLAUSES = ("relcl", "advcl", "parataxis", "appos")
_LINKS = ("for", "on", "to", "of", "about", "against", "with", "in", "upon")
_OPENERS = ("DET", "PART", "SCONJ", "PUNCT", "PRON")


def topic_phrase(draft: "Draft", held: "Held") -> str | None:
    """The phrase of a topic, from its first word of substance, without the clauses that hang on it.

    Of an act that somebody is asked to do, with who is asked where that stands right before ("Turkey to act"); of an
    act of the holder's own without its subject.
    """
    start = _start(held)
    words = _without_openers([t for t in held.topic.doc[start : _end(held.topic, start)] if not t.is_space])[:_WORDS]
    if len(words) > 2 and words[-2].lower_ == "as" and words[-1].lower_ in ("long", "soon"):
        words = words[:-2]
    while words and (words[-1].is_punct or words[-1].pos_ in ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX")):
        words = words[:-1]
    named = any(word.pos_ in ("NOUN", "PROPN", "NUM") for word in words)
    if not words or (not named and words[0].lemma_.lower() in stance_words()["idle_acts"] | stance_words()["going"]):
        return None  # "move forward", "leave": an act on nothing that the text names
    if len(words) == 1 and words[0].lemma_.lower() in stance_words()["empty"] | stance_words()["bare"]:
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].replace("\n", " ")


def _start(held: "Held") -> int:
    """Where the phrase begins: with who is asked, with the subject of the act, or with the noun's own modifiers."""
    head, asked, subject = held.topic, held.asked, _subject(held.topic)
    if (
        asked is not None
        and asked.pos_ in ("NOUN", "PROPN")
        and 0 < head.i - asked.i <= _NEAR
        and asked.right_edge.i - asked.left_edge.i < _NEAR
    ):
        return asked.left_edge.i
    if subject is not None and subject != held.holder:
        return subject.left_edge.i
    own = held.holder if held.holder is not None and held.holder.dep_ == "poss" and held.holder.head == head else None
    if own is not None:
        return own.right_edge.i + 1  # "Chad's return" is of Chad: "return"
    return head.left_edge.i if head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else head.i


def _end(head: "Token", start: int) -> int:
    """Where it ends: before the clauses that hang on it, an act set beside it, or a mark."""
    cut = [c.left_edge.i for c in head.subtree if c.dep_ in _CLAUSES and c.left_edge.i > head.i]
    cut += [
        t.i
        for t in head.subtree
        if t.i > head.i
        and (t.text in (";", ":", "--", "\u2014", "(") or (t.text == "," and t.i > start + 2 and not _is_in_row(t)))
    ]
    cut += [t.i for t in head.subtree if t.dep_ == "prep" and t.i > head.i and t.i > start and _is_occasion(t)]
    cut += [c.left_edge.i - 1 for c in head.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > head.i]
    return min([head.right_edge.i + 1, *cut])


def _is_occasion(link: "Token") -> bool:
    """ "in remarks to the press", "at a news conference", "on condition that": where or how it was said, and no part of it."""
    if link.lower_ == "on":
        return any(c.dep_ == "pobj" and c.lemma_.lower() in stance_words()["terms"] for c in link.children)
    if link.lower_ not in ("in", "at", "during", "to"):
        return False
    words = stance_words()["occasions" if link.lower_ != "to" else "press"]
    return any(c.dep_ == "pobj" and c.lemma_.lower() in words for c in link.children)


def _is_in_row(comma: "Token") -> bool:
    """ "an immediate, interim truce": between the adjectives of one noun."""
    after = comma.nbor(1) if comma.i + 1 < len(comma.doc) else comma
    return after.dep_ == "amod" and after.head.i > after.i and comma.nbor(-1).head == after.head


def _without_openers(words: "list[Token]") -> "list[Token]":
    """From the first word of substance."""
    while words and (
        words[0].pos_ in _OPENERS
        or words[0].tag_ in ("TO", "POS", "EX")
        or (words[0].pos_ == "AUX" and len(words) > 1)
        or words[0].dep_ == "cc"
        or words[0].lower_ == "such"
    ):
        words = words[1:]
    return words


def substance(noun: "Token") -> "Token":
    """Past nouns that only lead to the topic: the invitation of "support for the invitation"."""
    if noun.lemma_.lower() not in stance_words()["weak"]:
        return noun
    inner = [
        o
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in _LINKS
        for o in c.children
        if o.dep_ in ("pobj", "pcomp")
    ]
    # "the announcement in Geneva of a truce": the truce; "welcomed the news on X" tells of nothing behind it.
    inner = [o for o in inner if o.head.lower_ != "in" and (o.pos_ != "PROPN" or o.head.lower_ != "on")]
    inner += [c for c in noun.children if c.dep_ == "acl" and c.tag_ != "VBN"]  # not the plan "drawn up by" somebody
    return substance(inner[0]) if inner else noun


def about(word: "Token", links: tuple[str, ...] = _LINKS) -> "Token | None":
    """What a word is about, by the preposition after it."""
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in links and child.i > word.i:
            objects = [o for o in child.children if o.dep_ in ("pobj", "pcomp")]
            if objects:
                return objects[0]
    return None


def dealt_with(verb: "Token", nothing: "Token") -> "Token | None":
    """What somebody has nothing to do with."""
    act = next((t for t in verb.subtree if t.lemma_ == "do" and t.i > nothing.i), None)
    return about(act, ("with",)) if act is not None else None


def charged(noun: "Token") -> "Token | None":
    """What a charge or claim is of: "the claim that it opened fire", "charges of arming the group"."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.pos_ in ("VERB", "AUX")), None)
    found = clause or about(noun, ("of",))
    if found is None:  # "a report by a website that envoys would meet": hung on the nearer noun
        near = noun.doc[noun.i + 1 : min(noun.i + _HUNG, noun.sent.end)]
        found = next(
            (t for t in near if t.dep_ in ("relcl", "acl") and any(c.dep_ == "mark" for c in t.children)), None
        )
    return found


def earlier_topic(word: "Token") -> "Token | None":
    """What the clause or sentence before spoke of; for a stance that names its topic only by "it" or not at all."""
    start = word.sent.start
    if word.dep_ == "ccomp":  # "A has offered it, a delegate said; B would not comment", hung on the saying
        beside = next((c for c in word.head.children if c.dep_ == "ccomp" and c.i < word.i), None)
        if beside is not None and beside.pos_ == "VERB":
            return beside
    above = word.head if word.dep_ in ("conj", "parataxis") and word.head.i < word.i else None
    if above is None:
        above = next((c for c in word.children if c.dep_ == "ccomp" and c.i < word.i), None)
    root = above if above is not None and above.pos_ == "VERB" else word.doc[start - 1].sent.root if start else None
    if root is None:
        return None
    return _told_by(root, word)


def told_before(word: "Token") -> "Token | None":
    """What the sentence before spoke of."""
    start = word.sent.start
    return earlier_topic(word.doc[start]) if start else None


def _told_by(root: "Token", word: "Token") -> "Token | None":
    """What a clause speaks of: the charge it lays, what it says, does or is; `word` itself aside."""
    accused = about(root, ("of",)) if root.lemma_ in ("accuse", "suspect") else None
    order = ("ccomp", "dobj", "nsubjpass", "attr", "nsubj")
    found = sorted(
        (
            c
            for c in root.children
            if c.dep_ in order and c.pos_ in ("NOUN", "VERB", "ADJ", "PROPN") and c != word and not _is_somebody(c)
        ),
        key=lambda c: order.index(c.dep_),
    )
    return accused or (found[0] if found else None)


def _is_somebody(word: "Token") -> bool:
    """An official or a person: nobody is silent on who spoke."""
    return word.lemma_.lower() in roles().office or word.ent_type_ == "PERSON"


def _subject(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i), None)
