"""What is left to do where the parse gave a verb of saying nothing to hold."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import first_child, has_own_subject, is_finite, is_passive, runs, to_sentence_end
from dragoman.lexicon.saying import saying
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


def complete(draft: Draft, acts: list[Act]) -> None:
    """Give a bare verb that takes clauses the rest of its sentence, where that holds a clause, else what is before it."""
    words = saying()
    for act in acts:
        cue = act.cue
        if not act.pieces and not act.denied and cue.lemma_ in words.plain | words.addressing and act.speakers:
            act.pieces = runs(_before_speaker(act))
        if (
            act.pieces
            or act.denied
            or cue.lemma_ not in words.plain & words.clause
            or is_passive(cue)
            or draft.in_quote(cue.idx)
        ):
            continue
        if first_child(cue, "dobj") is not None and cue.lemma_ in words.noun | words.relay:
            continue
        if not (has_own_subject(cue) or cue.dep_ == "conj") or not is_finite(cue):
            continue
        rest = to_sentence_end(cue)
        if rest and rest[0].pos_ not in ("PUNCT", "CCONJ") and _holds_clause(rest):
            act.pieces = runs(rest)


def _before_speaker(act: Act) -> "list[Token]":
    """The clause that ends with a comma before the speaker and his afterthought: "…, the mayor, Ada Kowal, told"."""
    speaker, cue = act.speakers[0], act.cue
    if not (speaker.pos_ in ("PROPN", "PRON") or saying().can_speak(speaker.lemma_.lower())):
        return []
    if speaker.i > cue.i or speaker.sent != cue.sent or cue.tag_ not in ("VBD", "VBZ"):
        return []
    head = speaker.head if speaker.dep_ == "appos" and speaker.head.pos_ == "NOUN" else speaker
    first = head.left_edge.i
    doc = cue.doc
    if first - 1 <= cue.sent.start or doc[first - 1].text != ",":
        return []
    before = [word for word in doc[cue.sent.start : first - 1] if not word.is_space]
    return before if _holds_clause(before) else []


def _holds_clause(tokens: "list[Token]") -> bool:
    return any(token.pos_ in ("VERB", "AUX") and is_finite(token) for token in tokens)
