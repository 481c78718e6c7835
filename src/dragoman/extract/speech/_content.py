"""What is said: the words that the parse hangs on a verb of saying, by the construction that holds them."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._closing import closing
from dragoman.extract.speech._grammar import (
    PASSIVE_SUBJECTS,
    auxiliaries,
    children,
    first_child,
    from_last_stop,
    has_own_subject,
    inverted_subject,
    is_finite,
    is_passive,
    subtree,
    to_sentence_end,
)
from dragoman.lexicon.saying import Saying, channels, saying

if TYPE_CHECKING:
    from spacy.tokens import Token


def second_word(token: "Token", lemma: str, words: Saying) -> "Token | None":
    """The other half of a verb of two words ("made clear")."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following if following is not None and f"{lemma} {following.lower_}" in words.phrase else None


def particle_of(token: "Token", lemma: str, words: Saying) -> "Token | None":
    """The particle that makes a verb one of saying ("ruled out")."""
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return None  # "the principles set out by"
    return next((c for c in children(token, "prt") if f"{lemma} {c.lower_}" in words.particle), None)


def content(token: "Token", lemma: str, words: Saying) -> "tuple[str, list[Token]]":
    """What the constructions of the verb hold, the strongest of them, and which it is."""
    second = second_word(token, lemma, words)
    telling = lemma in words.clause or second is not None
    parsed_well = has_own_subject(token) and any(child.i < token.i for child in children(token, "ccomp"))
    if not parsed_well and (report := closing(token)) is not None:
        return "clause", from_last_stop(token, report.said)
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
    if lemma == "put" and (found := figure(token, words)):
        return "noun", found
    if found := _prepositional(token, words.prepositions(lemma)):
        return "noun", found
    if (lemma in words.noun or particle_of(token, lemma, words)) and (found := _nominal_content(token)):
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


def figure(token: "Token", words: Saying) -> "list[Token]":
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
    if not found and token.dep_ == "relcl" and token.lemma_ in saying().rebuff and token.head.i < token.i:
        found += subtree(token.head, without=[token])
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
