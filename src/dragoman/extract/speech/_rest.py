"""What is left to do where the parse gave a verb of saying nothing to hold."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import first_child, has_own_subject, is_finite, is_passive, runs, to_sentence_end
from dragoman.lexicon.saying import saying
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


def complete(draft: Draft, acts: list[Act]) -> None:
    """Give a bare verb that takes clauses the rest of its sentence, where that holds a clause."""
    words = saying()
    for act in acts:
        cue = act.cue
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


def _holds_clause(tokens: "list[Token]") -> bool:
    return any(token.pos_ in ("VERB", "AUX") and is_finite(token) for token in tokens)
