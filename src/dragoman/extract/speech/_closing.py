"""The report that closes its sentence: "the two sides agreed to meet, the ministry said on Monday".

The parser hangs such a verb on the clause before it in many ways and takes "on Monday" for what was said, so the order
of the words decides.
"""

from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.speech._grammar import children
from dragoman.lexicon.saying import saying
from dragoman.text.memo import once

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAIN = frozenset(("ROOT", "ccomp", "conj", "parataxis", "advcl", "dep"))
_QUOTES = frozenset(('"', "``", "''", "'"))
_OPENERS = frozenset(("SCONJ", "CCONJ"))


class Closing(NamedTuple):
    """Who reports and what."""

    speakers: "list[Token]"
    said: "list[Token]"


@once
def closing(verb: "Token") -> Closing | None:
    """The report a verb of saying closes, where all before its subject is a sentence of its own."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.lemma_ not in saying().plain | {"tell"}:
        return None
    doc, start = verb.doc, verb.sent.start
    comma = verb.i - 1
    while comma > start and doc[comma].text != ",":
        if not _in_subject(doc[comma]):
            return None
        comma -= 1
    subject, before = doc[comma + 1 : verb.i], doc[start:comma]
    speakers = _heads([word for word in subject if word.pos_ not in ("ADV", "AUX")])
    if not speakers or not len(before) or not _is_sentence(list(before), verb) or not _ends(verb):
        return None
    return Closing(speakers, [word for word in before if not word.is_space])


def _in_subject(word: "Token") -> bool:
    opens = word.pos_ == "SCONJ" or word.tag_ in ("WDT", "WP", "WP$", "WRB") or word.text in _QUOTES
    return not (opens or word.pos_ == "VERB" or word.text in (";", ":", ")") or word.is_space)


def _heads(subject: "list[Token]") -> "list[Token]":
    """Those named there; of "government and military officials" one, of "the UN and the AU" both."""
    if not subject or subject[0].pos_ in ("CCONJ", "ADP"):
        return []
    cuts = [at for at, word in enumerate(subject) if word.pos_ == "CCONJ" and 0 < at < len(subject) - 1]
    parts = [subject[a:b] for a, b in zip([0, *(at + 1 for at in cuts)], [*cuts, len(subject)], strict=True)]
    heads = [_head(part) for part in parts]
    apart = all(part[0].pos_ == "DET" or head.pos_ == "PROPN" for part, head in zip(parts, heads, strict=True))
    heads = heads if apart else [_head(subject)]
    return heads if all(h.pos_ in ("NOUN", "PROPN") and h.lower_ not in saying().day for h in heads) else []


def _head(phrase: "list[Token]") -> "Token":
    """The last word before the first preposition: "a source of the office in Tikrit"."""
    at = next((i for i, word in enumerate(phrase) if word.pos_ == "ADP" and i), len(phrase))
    return phrase[at - 1]


def _is_sentence(before: "list[Token]", verb: "Token") -> bool:
    """Whether the words hold a finite verb that nothing subordinates."""
    first = next((word for word in before if not word.is_space), None)
    if first is None or first.pos_ == "SCONJ" or first.tag_ == "WRB" or before[-1].text in _QUOTES:
        return False
    for word in before:
        clause = word.head if word.dep_ in ("aux", "auxpass") else word
        if word.tag_ in _FINITE and clause.dep_ in _MAIN and clause is not verb:
            marks = [c for c in children(clause, "mark", "advmod") if c.i < clause.i and c.tag_ in ("IN", "WRB")]
            if not marks:
                return True
    return False


def _ends(verb: "Token") -> bool:
    """Whether nothing more is said after the verb: an hour, a place, a medium, a clause of time or a remark."""
    after = [word for word in verb.doc[verb.i + 1 : verb.sent.end] if not word.is_space]
    if verb.lemma_ == "tell":
        if not after or after[0].pos_ not in ("PROPN", "NOUN", "DET", "ADJ"):
            return False
    elif any(thing.lower_ not in saying().day for thing in children(verb, "dobj")):
        return False
    opened = False
    for at, word in enumerate(after):
        if word.lower_ == "that" or word.text in _QUOTES or (at == 0 and word.text in (":", "to")):
            return opened
        opened = opened or word.pos_ in _OPENERS or word.tag_.startswith("W") or word.text == ","
        opened = opened or (word.lower_ in ("after", "as", "before", "once", "since", "when"))
        if word.tag_ in _FINITE and not opened:
            return False
    return True
