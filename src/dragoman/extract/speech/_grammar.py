"""Small questions put to the parse."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.saying import saying
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE_NAME = frozenset(("compound", "nmod", "amod", "poss", "det", "nummod"))
_INDEFINITE = frozenset(("a", "an", "one"))
_MARKS = frozenset(('"', "'", "``", "''", "`"))
SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")


def children(token: "Token", *deps: str) -> "list[Token]":
    """The token's dependents of these kinds, in order."""
    return [child for child in token.children if child.dep_ in deps]


def first_child(token: "Token", *deps: str) -> "Token | None":
    """The first dependent of these kinds."""
    return next((child for child in token.children if child.dep_ in deps), None)


def subtree(head: "Token", without: "Collection[Token]" = ()) -> "list[Token]":
    """The tokens below a head, itself included, less those below the ones left out."""
    dropped = {token.i for other in without for token in other.subtree}
    return [token for token in head.subtree if token.i not in dropped]


def is_blank(token: "Token") -> bool:
    """Whether the token is punctuation that a piece of content may lose at its edge (quotation marks stay)."""
    return token.is_space or (token.is_punct and token.text not in _MARKS and token.text not in "()[]")


def runs(tokens: "Iterable[Token]") -> list[Span]:
    """Unbroken stretches of tokens as offsets, edges trimmed of commas and of a leading "and"."""
    spans: list[Span] = []
    for run in _stretches(sorted(tokens, key=lambda token: token.i)):
        while run and (is_blank(run[0]) or run[0].dep_ == "cc"):
            run = run[1:]
        while run and is_blank(run[-1]):
            run = run[:-1]
        if any(token.is_alpha or token.like_num for token in run):
            spans.append(Span(run[0].idx, run[-1].idx + len(run[-1])))
    return spans


def _stretches(tokens: "list[Token]") -> "Iterator[list[Token]]":
    run: list[Token] = []
    for token in tokens:
        between = token.doc[run[-1].i + 1 : token.i] if run else ()
        if run and not all(other.is_space or other.is_punct for other in between):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def conjuncts(token: "Token") -> "list[Token]":
    """The token and those coordinated to it."""
    found = [token]
    for other in found:
        found += [child for child in other.children if child.dep_ == "conj" and child.pos_ != "VERB"]
        found += [child for child in other.children if _is_listed(child)]
    return found


def _is_listed(child: "Token") -> bool:
    """The second of three, which the parser takes for an afterthought: "an official, a priest and a survivor"."""
    if child.dep_ != "appos" or first_child(child, "conj") is None or first_child(child, "cc") is None:
        return False
    return all(head.left_edge.lower_ in _INDEFINITE for head in (child, child.head))


def is_negated(verb: "Token") -> bool:
    """Whether the verb itself is negated."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def has_own_subject(verb: "Token") -> bool:
    """Whether the clause of the verb has a subject of its own."""
    return first_child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is not None


def is_finite(verb: "Token") -> bool:
    """Whether the verb, or an auxiliary of it, is finite; a bare predicate counts."""
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    helpers = children(verb, "aux", "auxpass", "cop")
    if any(helper.tag_ in ("VBD", "VBZ", "VBP", "MD") for helper in helpers):
        return True
    return verb.tag_ not in ("VB", "VBG") and not helpers


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive, with or without its auxiliary."""
    if verb.tag_ != "VBN":
        return False
    if first_child(verb, "auxpass", *PASSIVE_SUBJECTS) is not None:
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not has_own_subject(verb):
        return is_passive(verb.head)
    if first_child(verb, "ccomp") is not None and verb.i and verb.nbor(-1).text == ",":
        return False  # "the prime minister, Ada Kowal, proposed that": no participle
    return first_child(verb, "aux", *SUBJECTS) is None and verb.dep_ in ("acl", "advcl", "relcl")


def auxiliaries(verb: "Token") -> frozenset[str]:
    """Lemmas of the verb's auxiliaries, shared ones through coordination included."""
    own = frozenset(child.lemma_ for child in children(verb, "aux", "auxpass"))
    if not own and verb.dep_ == "conj" and verb.tag_ == "VB" and not has_own_subject(verb):
        return auxiliaries(verb.head)
    return own


def inverted_subject(verb: "Token") -> "Token | None":
    """The noun right of a verb of saying set off by a comma or quotation mark: ", said Fidan," and "…," said Fidan."""
    doc = verb.doc
    if verb.i == 0 or verb.i + 1 >= len(doc) or verb.tag_ not in ("VBD", "VBZ", "VBP") or not doc[verb.i - 1].is_punct:
        return None
    head = doc[verb.i + 1]
    if (
        _stands_before(verb)
        or head.lower_ == "that"
        or head.lower_ in saying().day
        or verb.lemma_ not in saying().plain
    ):
        return None
    while head.head.i > head.i and head.dep_ in _INSIDE_NAME and head.head.pos_ not in ("VERB", "AUX"):
        head = head.head
    while (
        head.pos_ == "PROPN"
        and head.i + 1 < len(doc)
        and doc[head.i + 1].pos_ == "PROPN"
        and doc[head.i + 1].text[0].isalpha()
    ):
        head = doc[head.i + 1]
    if head.pos_ not in ("PROPN", "NOUN", "PRON") or any(
        w.pos_ in ("VERB", "AUX") for w in doc[verb.i + 1 : head.i + 1]
    ):
        return None
    quoted = doc[verb.i - 1].text in _MARKS
    return head if _ends_phrase(head, loose=quoted) else None


def _stands_before(verb: "Token") -> bool:
    """Whether the mark before the verb closes an afterthought of its subject: "the envoy, Ada Kowal, confirmed"."""
    subject = first_child(verb, *SUBJECTS)
    return subject is not None and subject.i < verb.i - 2 and subject.right_edge.i in (verb.i - 1, verb.i - 2)


def apposed_subject(verb: "Token") -> "Token | None":
    """The subject that the parser lost to an afterthought: "…, Oman, which mediated, said"; "…, the mayor, X, told"."""
    doc, start = verb.doc, verb.sent.start
    if verb.tag_ not in ("VBD", "VBZ") or verb.i - 2 < start or doc[verb.i - 1].text != ",":
        return None
    comma = verb.i - 2
    while comma > start and doc[comma].text not in (",", '"', ";", ":"):
        comma -= 1
    if comma <= start or doc[comma].text != ",":
        return None
    inside = doc[comma + 1 : verb.i - 1]
    if inside[0].lower_ in ("which", "who", "whose"):
        return doc[comma - 1] if doc[comma - 1].pos_ in ("PROPN", "NOUN") else None
    named = all(word.pos_ in ("PROPN", "PUNCT") or (word.text.islower() and len(word) < 4) for word in inside)
    office = doc[comma - 1].pos_ == "NOUN" or (doc[comma - 1].pos_ == "PROPN" and len(inside) > 1)
    return inside[-1] if named and inside[-1].pos_ == "PROPN" and office else None


def _ends_phrase(head: "Token", loose: bool) -> bool:
    """Whether the phrase ends with a comma or the sentence; after a quotation prepositions and days may follow."""
    doc = head.doc
    follows = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if follows is None or follows.is_punct or follows.is_space:
        return True
    if loose:
        return follows.pos_ in ("ADP", "PROPN", "ADV", "SCONJ", "CCONJ") or follows.lower_ in saying().day
    after = head.right_edge.i + 1
    return follows.pos_ == "ADP" and (after >= len(doc) or doc[after].is_punct)


def inserted_subject(verb: "Token") -> "Token | None":
    """The noun right before a verb of saying, both between commas: "the plan, the ministry said, stands"."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].text != "," or verb.lemma_ not in saying().plain or verb.i < 2:
        return None
    at = verb.i - 1
    while at > verb.sent.start and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    head = doc[at]
    first = at
    while first > verb.sent.start and doc[first - 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
        first -= 1
    opened = first == verb.sent.start or doc[first - 1].text == ","
    return head if opened and first > verb.sent.start and head.pos_ in ("PROPN", "NOUN", "PRON") else None


def absolute_subject(verb: "Token") -> "Token | None":
    """The name before a participle, set off by a comma: ", columnist Nahum Barnea writing that"."""
    doc = verb.doc
    if verb.tag_ != "VBG" or verb.i < 2 or doc[verb.i - 1].pos_ != "PROPN":
        return None
    first = verb.i - 1
    while first > verb.sent.start and doc[first - 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
        first -= 1
    return doc[verb.i - 1] if first > verb.sent.start and doc[first - 1].text == "," else None


def from_last_stop(cue: "Token", words: "list[Token]") -> "list[Token]":
    """What is said before its cue begins after the last colon or semicolon: "X refused this: it was late, he said"."""
    left = [word for word in words if word.i < cue.i]
    if not left or left[-1].i != words[-1].i:
        return words
    quoted, last = False, -1
    for word in cue.doc[left[0].i : cue.i]:
        quoted ^= word.text == '"'
        if word.text in (";", ":") and not quoted:
            last = word.i
    if last < 0:
        return words
    rest = [word for word in left if word.i > last]
    # "A accused B; C denied it": what stands before the mark alone is none of C's.
    return rest if any(word.pos_ in ("VERB", "AUX") for word in rest) else []


def to_sentence_end(token: "Token") -> "list[Token]":
    """The tokens after this one up to the end of its sentence."""
    return [other for other in token.doc[token.i + 1 : token.sent.end] if not other.is_space]
