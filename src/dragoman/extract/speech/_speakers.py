"""Who stands behind a cue: the head words of the speakers' phrases."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._closing import closing
from dragoman.extract.speech._grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    absolute_subject,
    apposed_subject,
    children,
    conjuncts,
    first_child,
    has_own_subject,
    inserted_subject,
    inverted_subject,
    is_passive,
)
from dragoman.lexicon.saying import channels, saying

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_DEPTH = 6


def find_speakers(acts: list[Act]) -> None:
    """Fill in the speakers, media and cited sources of all acts."""
    for act in acts:
        act.speakers = _plain_speakers(act)
    for act in acts:
        _lift_from_content(act, acts)
    for act in acts:
        _through_document(act)
        act.speakers = _without_offices(act.speakers)


def _without_offices(speakers: "list[Token]") -> "list[Token]":
    """Of "Chairman and CEO Randall Stephenson" the name."""
    offices = [token for token in speakers if token.pos_ == "PROPN" and token.lemma_.lower() in saying().title]
    names = [token for token in speakers if token.pos_ == "PROPN" and token not in offices]
    return [token for token in speakers if token not in offices] if names else speakers


def _plain_speakers(act: Act) -> "list[Token]":
    if act.according:
        return act.speakers
    if act.cue.tag_.startswith("NN"):
        return issuers(act.cue)
    return verb_speakers(act.cue)


def verb_speakers(verb: "Token", depth: int = 0) -> "list[Token]":
    """The subjects of a verb of saying, its own or those it shares; the agents of a passive."""
    if depth > _DEPTH:
        return []
    if is_passive(verb):
        return _agents(verb)
    if (found := inverted_subject(verb) or inserted_subject(verb) or absolute_subject(verb)) is not None:
        return conjuncts(found)
    if subjects := children(verb, *SUBJECTS):
        return _antecedent(_nearest(subjects, verb), verb)
    if (found := apposed_subject(verb)) is not None:
        return [found]
    if (report := closing(verb)) is not None:
        return report.speakers
    if verb.dep_ == "conj":
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else _verb_above(verb.head)
        return _shared(above, depth) if above is not None else []
    if verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        # "When asked about it, he said": it was others who asked
        return [] if verb.tag_ != "VBG" and _is_circumstance(verb) else _shared(verb.head, depth)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        return _behind_preposition(verb, depth)
    if verb.dep_ == "acl":
        return _behind_noun(verb, depth)
    return _neighbour(verb)


def _is_circumstance(verb: "Token") -> bool:
    return any(c.lower_ in ("when", "if", "once", "unless", "while") for c in children(verb, "advmod", "mark"))


def _behind_noun(verb: "Token", depth: int) -> "list[Token]":
    """For a participle on a noun: the issuer of a document, a person; else who does what the noun stands beside."""
    noun = verb.head
    if is_document(noun):
        return _quoted_in(noun) or issuers(noun)
    if noun.pos_ != "NOUN" or saying().can_speak(noun.lemma_.lower()):
        return [noun]
    above = _verb_above(noun)
    return _shared(above, depth) if above is not None else [noun]


def _verb_above(noun: "Token") -> "Token | None":
    return next((above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")), None)


def _nearest(subjects: "list[Token]", verb: "Token") -> "Token":
    """Of two subjects that touch ("state news agency RIA"; "a spokesman, Ada Kowal said") the second."""
    before = [subject for subject in subjects if subject.i < verb.i]
    if len(before) > 1:
        gap = before[-1].left_edge.i - before[-2].i
        if gap == 1 or (gap == 2 and before[-1].pos_ == "PROPN" and verb.doc[before[-2].i + 1].text == ","):
            return before[-1]
    return subjects[0]


def _quoted_in(document: "Token") -> "list[Token]":
    """ "She is quoted in a release saying"."""
    verb = document.head.head if document.dep_ == "pobj" else document
    if verb.lemma_ in saying().relay and is_passive(verb):
        return [other for head in children(verb, *PASSIVE_SUBJECTS) for other in conjuncts(head)]
    return []


def _shared(verb: "Token", depth: int) -> "list[Token]":
    if (subject := first_child(verb, *PASSIVE_SUBJECTS)) is not None:
        return conjuncts(subject)
    return verb_speakers(verb, depth + 1)


def _agents(verb: "Token") -> "list[Token]":
    found: list[Token] = []
    for agent in children(verb, "agent", "prep"):
        if agent.lower_ == "by":
            found += [other for head in children(agent, "pobj") for other in conjuncts(head)]
            found += [head for other in children(agent, "conj") for head in children(other, "pobj")]
    if not found and verb.dep_ == "conj" and is_passive(verb.head):
        return _agents(verb.head)
    return found


def _antecedent(subject: "Token", verb: "Token") -> "list[Token]":
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return [verb.head]
    if subject.lower_ in _RELATIVE and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return [verb.head.head]
    return conjuncts(subject)


def _behind_preposition(verb: "Token", depth: int) -> "list[Token]":
    """ "quoted a minister as saying", "was reported as saying", "ended by saying"."""
    preposition = verb.head
    outer = preposition.head
    if preposition.lower_ == "as" and outer.lemma_ in saying().relay:
        if is_passive(outer):
            return [other for head in children(outer, *PASSIVE_SUBJECTS) for other in conjuncts(head)] or (
                [outer.head] if outer.dep_ == "acl" else []
            )
        return [other for head in children(outer, "dobj") for other in conjuncts(head)]
    if outer.pos_ in ("VERB", "AUX"):
        return _shared(outer, depth)
    return []


def _neighbour(verb: "Token") -> "list[Token]":
    """For a finite verb the parse left alone: the noun right before it, else right after it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or has_own_subject(verb):
        return []
    doc = verb.doc
    before = verb.i - 1
    while before >= 0 and (doc[before].pos_ in ("ADV", "AUX") or doc[before].is_space):
        before -= 1
    if before >= 0 and doc[before].pos_ in ("PROPN", "NOUN", "PRON") and doc[before].sent == verb.sent:
        return _with_first(doc[before]) if doc[before].lower_ not in saying().day else []
    if verb.lemma_ in saying().addressing:
        return []  # "told reporters": they are told
    for chunk_at in range(verb.i + 1, min(verb.i + 8, len(doc))):
        token = doc[chunk_at]
        if token.is_punct:
            return []
        if token.dep_ in SUBJECTS and token.head.i != verb.i:
            return []
        if token.pos_ in ("PROPN", "NOUN", "PRON"):
            while token.dep_ in ("compound", "nmod", "poss", "amod") and token.head.i > token.i:
                token = token.head
            return conjuncts(token)
    return []


def _with_first(last: "Token") -> "list[Token]":
    """The names joined to the one before the verb: "Oman and Qatar said" after an opening phrase."""
    group = [last]
    while group[0].dep_ == "conj" and group[0].head.pos_ == "PROPN" and last.pos_ == "PROPN":
        between = last.doc[group[0].head.i : group[0].i]
        if group[0].head.sent != last.sent or len(between) > 3:
            break
        group.insert(0, group[0].head)
    return group


def is_document(noun: "Token") -> bool:
    words = channels()
    return noun.pos_ != "PROPN" and (noun.lemma_.lower() in words.document or noun.lower_ in words.document)


def issuers(noun: "Token") -> "list[Token]":
    """Whose document or claim it is: "Kyiv's statement", "a letter from", "issued a statement"."""
    if (owner := first_child(noun, "poss")) is not None:
        return conjuncts(owner)
    for preposition in children(noun, "prep", "agent"):
        if preposition.lower_ in ("by", "from", "of") and (head := first_child(preposition, "pobj")) is not None:
            if head.lemma_.lower() not in saying().mute:
                return conjuncts(head)
            if preposition.lower_ != "of":  # "a readout of the call" is somebody's all the same
                return []
    for clause in children(noun, "acl", "relcl"):
        if (
            (clause.lemma_ in saying().light or clause.lemma_ == "sign")
            and is_passive(clause)
            and (agents := _agents(clause))
        ):
            return agents
    parts = children(noun, "compound", "amod", "nmod")
    modifiers = [c for c in parts if c.text[:1].isupper() and c.i > noun.sent.start]
    modifiers = modifiers or [c for c in parts if c.pos_ == "NOUN" and c.lemma_ in saying().body]
    if modifiers:
        return [modifiers[-1]]
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in saying().light:
        return verb_speakers(verb)
    return []


def _lift_from_content(act: Act, acts: list[Act]) -> None:
    """A participle or conjunct that the parse hung inside what another said is the other's own.

    "Said the offer stood, adding that"; "said the deal was bad and urged": the inner subject cannot speak.
    """
    cue = act.cue
    if (
        cue.dep_ not in ("advcl", "conj", "acl")
        or has_own_subject(cue)
        or cue.lemma_ in saying().relay - saying().clause
    ):
        return
    outer = _around(act, acts) or _past_quotation(act, acts)
    if outer is None or not outer.speakers or (cue.head.i == outer.cue.i):
        return
    participle = cue.tag_ == "VBG" and cue.i > 0 and cue.nbor(-1).text in (",", '"')
    inner = act.speakers[0] if act.speakers else None
    weak = inner is None or inner.pos_ == "PRON" or not _can_speak(inner) or cue.head.lemma_ in ("be", "have")
    conjunct = cue.dep_ == "conj" and weak
    if (participle and not (act.speakers and is_document(cue.head))) or conjunct:
        act.speakers = list(outer.speakers)
        act.medium = act.medium or outer.medium
        start = cue.left_edge.idx
        outer.pieces = [piece._replace(end=min(piece.end, start)) for piece in outer.pieces if piece.start < start]


def _past_quotation(act: Act, acts: list[Act]) -> Act | None:
    """ "Told them: 'I order you …', ruling that": the last finite act before, not the quoted "I"."""
    if not any(token.lower_ in ("i", "we", "you") for token in act.speakers):
        return None
    before = [o for o in acts if o.cue.i < act.cue.i and o.cue.sent == act.cue.sent and o.speakers]
    others = [o for o in before if not any(token.lower_ in ("i", "we", "you") for token in o.speakers)]
    return others[-1] if others else None


def _around(act: Act, acts: list[Act]) -> Act | None:
    """The act in whose unquoted content the cue lies."""
    return next(
        (
            other
            for other in reversed(acts)
            if other is not act
            and not other.according
            and other.form == "clause"
            and other.cue.i < act.cue.i
            and other.cue.sent == act.cue.sent
            and other.covers(act.cue.idx)
        ),
        None,
    )


def _can_speak(noun: "Token | None") -> bool:
    return noun is not None and (noun.pos_ == "PROPN" or saying().can_speak(noun.lemma_.lower()))


def _through_document(act: Act) -> None:
    """A statement that speaks is its issuer's channel."""
    if act.cue.dep_ == "acl" and is_document(act.cue.head):
        act.medium = act.cue.head
    if len(act.speakers) != 1 or not is_document(act.speakers[0]):
        return
    document = act.speakers[0]
    found = issuers(document)
    if not found and document.tag_ == "NNS":
        return  # "reports say"
    found = found or _issued_before(document)
    act.medium, act.speakers = document, found


def _issued_before(document: "Token") -> "list[Token]":
    """Who issued "the statement" of which an earlier sentence told."""
    if not any(child.lower_ in ("the", "this") for child in document.children):
        return []
    for word in reversed(document.doc[: document.i]):
        if word.lemma_ == document.lemma_ and is_document(word) and (found := issuers(word)):
            return found
    return []
