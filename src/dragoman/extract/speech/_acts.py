"""Cues of saying and the content that hangs on them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extract.speech._grammar import (
    PASSIVE_SUBJECTS,
    auxiliaries,
    children,
    conjuncts,
    first_child,
    from_last_stop,
    has_own_subject,
    inverted_subject,
    is_finite,
    is_negated,
    is_passive,
    runs,
    subtree,
    to_sentence_end,
)
from dragoman.lexicon.saying import Saying, channels, saying
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODALS = frozenset(("can", "will", "would", "may", "might", "should", "must", "could", "shall", "ought"))
_ATTRIBUTIVE = ("amod", "compound", "nmod", "poss")


@dataclass(slots=True)
class Act:
    """A cue of saying in the making. `floating` are quotes joined to it from other sentences."""

    cue: "Token"
    verb: str
    cue_span: Span
    pieces: list[Span] = field(default_factory=list)
    floating: list[Span] = field(default_factory=list)
    speakers: "list[Token]" = field(default_factory=list)
    medium: "Token | None" = None
    cited: "list[Token]" = field(default_factory=list)
    form: str = "clause"
    according: bool = False
    denied: bool = False
    wide: bool = False

    def covers(self, offset: int) -> bool:
        return any(piece.holds(offset) for piece in self.pieces)


def find_acts(doc: "Doc") -> list[Act]:
    """Every word that may be a cue, in order, with the content the parse hangs on it; the content may be empty."""
    words = saying()
    acts = []
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and token.nbor().lower_ == "to":
            acts.append(_according(token))
            continue
        act = _verbal(token, words) if token.tag_.startswith("VB") else _nominal(token, words)
        if act is not None:
            acts.append(act)
    return acts


def _according(token: "Token") -> Act:
    """The clause it is set in, less the phrase itself."""
    act = Act(token, "say", Span(token.idx, token.nbor().idx + 2), according=True)
    clause = token.head
    while clause.dep_ in ("pobj", "prep", "amod", "appos", "dobj", "attr", "acomp") and clause.head is not clause:
        clause = clause.head
    if clause is token:
        clause = token.sent.root
    source = according_source(token)
    if source is not None:
        act.speakers = conjuncts(source)
    last = source.right_edge.i if source is not None and source.dep_ in ("pobj", "dobj") else (source or token.nbor()).i
    phrase = range(token.i, last + 1)
    body = subtree(clause, without=_outer_frame(clause, token)) if clause is not token else to_sentence_end(token)
    act.pieces = runs(word for word in body if word.i not in phrase)
    return act


def according_source(token: "Token") -> "Token | None":
    """Whom the phrase names. The parser may run on into the clause: "according to Fidan the talks"."""
    to = token.nbor()
    head = first_child(to, "pobj") or first_child(token, "pobj")
    after = [word for word in token.doc[to.i + 1 : token.sent.end] if not word.is_space]
    name: list[Token] = []
    for word in after:
        if word.pos_ == "DET" and name:
            break
        if not word.text[:1].isupper() or word.is_punct:
            break
        name.append(word)
    if head is not None and (apposed := _apposed_name(head)) is not None:
        return apposed
    runs_on = bool(name) and len(name) < len(after) and after[len(name)].pos_ == "DET"
    if head is None or (runs_on and head.i > name[-1].i):
        return name[-1] if name else None
    return head


def _apposed_name(head: "Token") -> "Token | None":
    """The name between commas after an office: "according to the spokeswoman, Ada Kowal, they agreed"."""
    doc, at = head.doc, head.right_edge.i + 1
    if head.pos_ != "NOUN" or at >= len(doc) or doc[at].text != ",":
        return None
    last = at
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[:1].isupper():
        last += 1
    return doc[last] if last > at and last + 1 < len(doc) and doc[last + 1].text in (",", ".") else None


def _outer_frame(clause: "Token", cue: "Token") -> "list[Token]":
    """Clauses coordinated or subordinated beyond a comma on the far side of the cue."""
    return [c for c in clause.children if c.dep_ in ("conj", "advcl") and c.left_edge.i > cue.i > clause.i]


def _verbal(token: "Token", words: Saying) -> Act | None:
    lemma = token.lemma_.lower()
    if token.dep_ in _ATTRIBUTIVE:
        return None
    second = _second_word(token, lemma, words)
    particle = _particle(token, lemma, words) if second is None else None
    told = second is not None or particle is not None or _is_saying(lemma, words)
    if not (told or (lemma == "put" and _figure(token, words))):
        return None
    act = Act(token, lemma, Span(token.idx, token.idx + len(token)), wide=_is_weak(token, lemma, words))
    if second is not None:
        act.verb, act.cue_span = f"{lemma} {second.lower_}", Span(token.idx, second.idx + len(second))
    elif particle is not None:
        act.verb = f"{lemma} {particle.lower_}"
    act.denied = _is_denied(token, lemma, words)
    act.form, tokens = _content(token, lemma, words)
    act.pieces = runs(tokens)
    return act


def _second_word(token: "Token", lemma: str, words: Saying) -> "Token | None":
    """The other half of a verb of two words ("made clear")."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following if following is not None and f"{lemma} {following.lower_}" in words.phrase else None


def _particle(token: "Token", lemma: str, words: Saying) -> "Token | None":
    """The particle that makes a verb one of saying ("ruled out")."""
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return None  # "the principles set out by"
    return next((c for c in children(token, "prt") if f"{lemma} {c.lower_}" in words.particle), None)


def _is_saying(lemma: str, words: Saying) -> bool:
    return any(
        lemma in group
        for group in (words.clause, words.noun, words.infinitive, words.quotative, words.wide, words.denied)
    ) or bool(words.prepositions(lemma))


def _is_weak(token: "Token", lemma: str, words: Saying) -> bool:
    """Thoughts and findings; what is still to be said or only may be; what the listener is to say."""
    if lemma in words.wide and not (lemma in words.clause or lemma in words.quotative):
        return True
    if auxiliaries(token) & _MODALS:
        return True
    return token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.lemma_ in words.unreal


def _is_denied(token: "Token", lemma: str, words: Saying) -> bool:
    if is_negated(token) or any(
        c.lower_ in ("no", "neither", "nobody") for s in children(token, "nsubj") for c in (s, *s.children)
    ):
        return True
    if lemma in words.withhold and any(c.lemma_ in words.withheld for c in children(token, "xcomp")):
        return True
    head = token.head
    return token.dep_ in ("xcomp", "pcomp", "ccomp") and lemma in words.withheld and head.lemma_ in words.withhold


def _content(token: "Token", lemma: str, words: Saying) -> "tuple[str, list[Token]]":
    """What the constructions of the verb hold, the strongest of them, and which it is."""
    second = _second_word(token, lemma, words)
    telling = lemma in words.clause or second is not None
    if second is not None and (found := _that_clause(second)):
        return "clause", found
    if (telling or lemma in words.wide) and (found := from_last_stop(token, _clausal(token))):
        return "clause", from_last_stop(token, _to_sentence_start(token, found)) if lemma in words.plain else found
    if telling and (found := _that_clause(second or token)):
        return "clause", found
    if lemma in words.infinitive and (found := _infinitival(token)):
        return "infinitive", found + _prepositional(token, words.prepositions(lemma))
    if lemma in words.predicate and (found := _predicative(token)):
        return "noun", found
    if lemma == "put" and (found := _figure(token, words)):
        return "noun", found
    if found := _prepositional(token, words.prepositions(lemma)):
        return "noun", found
    if (lemma in words.noun or _particle(token, lemma, words)) and (found := _nominal_content(token)):
        return "noun", found
    inserted = lemma in words.plain or (lemma in words.wide and _is_first_person(token))
    if inserted and (found := _parenthetical(token)):
        return "clause", found
    return "clause", []


def _clausal(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in children(token, "ccomp"):
        backward = child.i < token.i and any(
            w.lower_ == "that" and w.dep_ == "mark" for w in token.doc[child.i : token.i]
        )
        if (is_finite(child) or child.i < token.i) and not backward:
            found += _from_that(subtree(child))
    if not found:
        for child in children(token, "xcomp", "advcl"):
            if has_own_subject(child) and is_finite(child) and first_child(child, "mark") is None:
                found += subtree(child)
    return found


def _from_that(words: "list[Token]") -> "list[Token]":
    """A clause without the phrase of place that the parser drew into it: "said at a briefing that"."""
    for at, word in enumerate(words):
        if word.lower_ == "that" and word.dep_ == "mark" and words[0].pos_ == "ADP":
            return words[at:]
        if word.pos_ in ("VERB", "AUX") or word.is_punct:
            break
    return words


def _to_sentence_start(token: "Token", found: "list[Token]") -> "list[Token]":
    """With the speaker between a comma and a cue that ends the sentence, all before is said, not the last clause only."""
    start = token.sent.start
    subject = first_child(token, "nsubj")
    if subject is None or subject.i > token.i or not found or max(word.i for word in found) > token.i:
        return found
    comma = subject.left_edge.i - 1
    if comma <= start or token.doc[comma].text != "," or min(word.i for word in found) <= start:
        return found
    after = token.doc[token.i + 1 : token.sent.end]
    before = token.doc[start:comma]
    if any(w.pos_ in ("VERB", "AUX") for w in after) or any(
        w.lemma_ in saying().plain for w in before if w.pos_ == "VERB"
    ):
        return found
    return [word for word in before if not word.is_space]


def _is_relative(that: "Token") -> bool:
    """Whether "that" stands for a noun before it; after a medium ("said in a statement that") it opens a clause."""
    verb = that.head
    if that.nbor(-1).lemma_.lower() in channels().medium:
        return False
    if that.tag_ != "WDT" and that.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    if that.dep_ in ("dobj", "pobj"):
        return verb.dep_ == "relcl"
    others = [c for c in children(verb, "nsubj", "nsubjpass") if c.i != that.i]
    return that.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "relcl" and not others


def _that_clause(token: "Token") -> "list[Token]":
    """The rest of the sentence from a "that" the parser took for something else or hung elsewhere.

    "Observed that the date …"; "told CNN in an interview that"; "reported, citing officials, that".
    """
    if any(thing.lemma_ in saying().content_noun for thing in children(token, "dobj")):
        return []  # "denied the claim that"
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.lower_ == "that":
            if _is_relative(word):
                return []
            rest = to_sentence_end(word)
            if token.dep_ == "relcl":  # the sentence goes on after a relative clause
                rest = [other for other in rest if other.i <= token.right_edge.i]
            return [word, *rest] if any(is_finite(w) for w in rest if w.pos_ in ("VERB", "AUX")) else []
        finite = word.pos_ in ("VERB", "AUX") and word.tag_ not in ("VBG", "VBN") and word.dep_ != "relcl"
        another = (
            word.lemma_ in saying().clause | saying().wide and word.pos_ == "VERB" and word.lemma_ not in saying().relay
        )
        if finite or another or word.text in ('"', ":", ";"):
            return []
    return []


def _infinitival(token: "Token") -> "list[Token]":
    found: list[Token] = []
    for child in children(token, "xcomp", "ccomp"):
        if first_child(child, "aux") is not None or child.tag_ == "VB":
            found += subtree(child)
    if found:
        return [*(word for thing in children(token, "dobj") for word in subtree(thing)), *found]
    # "called on Turkey to halt": the parser hangs the infinitive on the noun or loses it among the adverbial clauses.
    for child in children(token, "prep", "dobj", "advcl"):
        if child.dep_ == "advcl":
            if child.tag_ == "VB" and "to" in auxiliaries(child) and first_child(token, "dobj", "prep") is not None:
                found += subtree(child)
            continue
        for noun in (child, *children(child, "pobj")):
            for verb in children(noun, "acl", "relcl"):
                if verb.tag_ == "VB" and "to" in auxiliaries(verb):
                    found += subtree(verb)
    return found


def _predicative(token: "Token") -> "list[Token]":
    if is_passive(token) and token.dep_ == "acl":
        return []  # "a group called the Sea Org"
    found: list[Token] = []
    for child in children(token, "ccomp", "oprd", "xcomp"):
        found += subtree(child)
    if not found and (thing := first_child(token, "dobj")) is not None and _holds_judgement(thing):
        return subtree(thing)  # the parser hangs the judgement too low
    if found and (thing := first_child(token, "dobj", "nsubjpass")) is not None and thing.i > token.i:
        found += subtree(thing)
    return found


def _holds_judgement(thing: "Token") -> bool:
    """ "Called the idea of holding talks pointless", "declared the remarks to be false"."""
    return any(w.dep_ == "oprd" or (w.dep_ == "acl" and w.lemma_ == "be" and w.tag_ == "VB") for w in thing.subtree)


def _figure(token: "Token", words: Saying) -> "list[Token]":
    """ "Put the number of dead at 300"."""
    things = [thing for thing in children(token, "dobj") if thing.lemma_.lower() in words.figure]
    at = (
        [p for p in token.subtree if p.dep_ == "prep" and p.lower_ == "at" and first_child(p, "pobj")] if things else []
    )
    return [word for part in (*things, *at[:1]) for word in subtree(part)] if at else []


def _prepositional(token: "Token", patterns: tuple[tuple[str, ...], ...]) -> "list[Token]":
    found: list[Token] = []
    for pattern in patterns:
        for child in token.children:
            if child.dep_ not in ("prep", "agent", "dative") or child.lower_ != pattern[-1]:
                continue
            if len(pattern) == 2 and not any(c.lower_ == pattern[0] for c in token.children):
                continue
            for inner in children(child, "pobj", "pcomp"):
                found += subtree(inner)
        if len(pattern) == 2 and not found:  # "took note of"
            for noun in (c for c in children(token, "dobj") if c.lower_ == pattern[0]):
                found += [w for p in children(noun, "prep") if p.lower_ == pattern[1] for w in subtree(p)]
    return found


def _nominal_content(token: "Token") -> "list[Token]":
    found: list[Token] = []
    passive = is_passive(token)
    things = ("dobj", "ccomp", "xcomp") if token.lemma_ != "propose" else ("dobj", "ccomp", "xcomp", "npadvmod")
    for child in children(token, *(PASSIVE_SUBJECTS if passive else things)):
        if child.dep_ == "ccomp" and not from_last_stop(token, subtree(child)):
            continue
        # A finite verb coordinated to a noun is the next act of the subject: "denies the claim and accuses".
        found += subtree(child, without=[c for c in children(child, "conj") if c.pos_ == "VERB" and is_finite(c)])
    if passive and not found and token.dep_ == "acl":
        found += subtree(token.head, without=[token])
    return found


def _parenthetical(token: "Token") -> "list[Token]":
    """ "As announced by", "the deal, he said, was": the clause around the cue."""
    source = inverted_subject(token)
    if source is not None and token.nbor(-1).text == ",":
        phrase = range(token.i, source.right_edge.i + 1)
        return [word for word in token.sent if word.i not in phrase and not word.is_space]
    head = token.head
    if head is token or head.pos_ not in ("VERB", "AUX"):
        return []
    marked_as = token.lemma_ in saying().clause and any(
        c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in token.children
    )
    inserted = token.dep_ == "parataxis" and first_child(token, "mark") is None and token.tag_ in ("VBD", "VBZ", "VBP")
    return subtree(head, without=[token]) if marked_as or inserted else []


def _is_first_person(token: "Token") -> bool:
    """ "It is, I think, too early": the speaker's own thought, set into what he says."""
    return any(subject.lower_ in ("i", "we") for subject in children(token, "nsubj"))


def _nominal(token: "Token", words: Saying) -> Act | None:
    """ "Moscow's claim that", "a warning that": the clause under a noun of saying."""
    if not token.tag_.startswith("NN") or token.lemma_.lower() not in words.content_noun:
        return None
    clauses = [
        c
        for c in children(token, "acl", "ccomp", "relcl")
        if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
    ]
    if not clauses:
        return None
    act = Act(token, token.lemma_.lower(), Span(token.idx, token.idx + len(token)))
    act.pieces = runs(word for clause in clauses for word in subtree(clause))
    return act
