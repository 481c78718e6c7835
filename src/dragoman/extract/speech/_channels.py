"""What the words were said through: a statement, X, a press conference, an interview with CNN."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import children, first_child
from dragoman.extract.speech._names import is_outlet
from dragoman.lexicon.saying import channels, saying
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRONTED_VERBS = frozenset(("speak", "write", "talk", "address", "appear"))


def channel_of(draft: Draft, act: Act) -> str | None:
    """The channel as a noun phrase without article, or None."""
    if act.medium is not None:
        return print_channel(draft, act.medium)
    if act.according:
        return None
    if (noun := _quoting_outlet(act.cue)) is not None:
        return print_channel(draft, noun)
    for verb in _verbs(act.cue):
        for head in _adjuncts(verb):
            if _is_channel(head):
                return print_channel(draft, head)
    return _told(draft, act.cue) or _apposed(draft, act)


def _verbs(cue: "Token") -> "list[Token]":
    """The cue, and what speaks of the same occasion: "speaking at", "released a statement and said"."""
    found = [cue, *(c for c in children(cue, "advcl", "xcomp") if c.lemma_ in _FRONTED_VERBS)]
    if cue.dep_ in ("advcl", "conj", "xcomp") and cue.head.pos_ == "VERB" and first_child(cue, "nsubj") is None:
        found.append(cue.head)
    if cue.dep_ == "pcomp":
        found.append(cue.head.head)
    for subject in children(cue, "nsubj"):
        found += [c for c in children(subject, "acl") if c.lemma_ in _FRONTED_VERBS]
    return found


def _adjuncts(verb: "Token") -> "list[Token]":
    """Heads of the phrases of place and means beside a verb; the document it issues."""
    leads = channels().lead
    found = [
        head for prep in children(verb, "prep", "agent") if prep.lower_ in leads for head in children(prep, "pobj")
    ]
    for prep in children(verb, "prep"):
        if prep.lower_ in leads:
            found += [noun for inner in children(prep, "prep") for noun in children(inner, "pobj")]
    for subject in children(verb, "nsubj"):
        found += [
            h
            for p in children(subject, "prep")
            if p.lower_ in ("in", "on", "at", "during")
            for h in children(p, "pobj")
        ]
    if verb.lemma_ in saying().light:
        found += children(verb, "dobj")
    for adverbial in children(verb, "advcl", "dobj"):
        found += [
            h
            for p in children(adverbial, "prep")
            if p.lower_ in ("in", "on", "at", "during")
            for h in children(p, "pobj")
        ]
    return found


def _is_channel(noun: "Token") -> bool:
    words = channels()
    if noun.text in words.platform or noun.lower_ in words.platform:
        return True
    return (
        noun.lemma_.lower() in words.medium
        or noun.lower_ in words.medium
        or is_outlet(noun)
        or noun.lemma_.lower() in words.outlet
    )


def _quoting_outlet(cue: "Token") -> "Token | None":
    """The outlet that quotes: "KCNA quoted an official as saying"."""
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_ in saying().relay:
        subject = first_child(cue.head.head, "nsubj")
        return subject if subject is not None and is_outlet(subject) else None
    return None


def _told(draft: Draft, cue: "Token") -> str | None:
    """ "told state television"."""
    if cue.lemma_ != "tell":
        return None
    for listener in children(cue, "dobj", "dative", "iobj"):
        if is_outlet(listener) or listener.lemma_.lower() in channels().outlet:
            return print_channel(draft, listener)
    return None


def _apposed(draft: Draft, act: Act) -> str | None:
    """What kind of outlet the speaker is, where the text says: "state news agency RIA"."""
    if len(act.speakers) != 1:
        return None
    speaker = act.speakers[0]
    described = [
        c
        for c in children(speaker, "compound", "nmod", "amod")
        if c.lemma_.lower() in channels().outlet and c.text.islower()
    ]
    if not described or speaker.pos_ != "PROPN":
        return None
    first = min(described[-1].left_edge.i, *(c.i for c in children(speaker, "compound", "amod") if c.text.islower()))
    words = [token for token in speaker.doc[first : described[-1].i + 1] if token.pos_ != "DET"]
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])]


def print_channel(draft: Draft, noun: "Token") -> str:
    """The noun phrase as it stands, without article, owner, idle modifiers and clauses."""
    words = channels()
    if noun.text == "X.":
        return "X"
    first = noun.i
    for token in reversed(list(noun.doc[noun.left_edge.i : noun.i])):
        if (
            token.dep_ in ("det", "poss", "case", "nummod")
            or token.lower_ in words.idle
            or token.is_punct
            or token.head.dep_ == "poss"
        ):
            break
        first = token.i
    last = noun
    for child in noun.children:
        if child.i == last.i + 1 and child.dep_ == "prep" and child.lower_ in words.keep:
            last = _short_end(child)
    return draft.report.body[noun.doc[first].idx : last.idx + len(last)]


def _short_end(preposition: "Token") -> "Token":
    head = first_child(preposition, "pobj")
    return head if head is not None else preposition.nbor(-1)
