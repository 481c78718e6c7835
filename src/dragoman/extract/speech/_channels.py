"""What the words were said through: a statement, X, a press conference, an interview with CNN."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import children, first_child
from dragoman.extract.speech._names import is_outlet, plain_name
from dragoman.extract.speech._speakers import is_document
from dragoman.lexicon.saying import channels, saying
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_HERE = ("in", "on", "at", "during")


def channel_of(draft: Draft, act: Act) -> str | None:
    """The channel as a noun phrase without article, or None."""
    if act.medium is not None:
        return print_channel(draft, act.medium, act) if _is_channel(act.medium) else None
    if act.according:
        return None
    if (noun := _quoting_outlet(act.cue)) is not None:
        return print_channel(draft, noun) if noun.pos_ != "PROPN" else plain_name(noun, draft)
    for verb in _verbs(act.cue):
        for head in (*_adjuncts(verb), *_before_content(act)):
            if _is_channel(head) and not _anothers(head, act):
                return print_channel(draft, head, act)
    return _told(draft, act.cue) or _apposed(draft, act)


def _anothers(noun: "Token", act: Act) -> bool:
    """Whether the document belongs to somebody else, or is what the words are about: "commented on Fidan's remarks"."""
    owner = first_child(noun, "poss")
    mine = owner is None or owner.tag_ == "PRP$" or owner.lower_ in {token.lower_ for token in act.speakers}
    return not mine or any(piece.holds(noun.idx) for piece in act.pieces)


def _verbs(cue: "Token") -> "list[Token]":
    """The cue, and what speaks of the same occasion: "speaking at", "released a statement and said"."""
    found = [cue, *(c for c in children(cue, "advcl", "xcomp") if c.lemma_ in saying().occasion)]
    if cue.dep_ in ("advcl", "conj", "xcomp") and cue.head.pos_ == "VERB" and first_child(cue, "nsubj") is None:
        found.append(cue.head)
    if cue.dep_ == "pcomp":
        found.append(cue.head.head)
    for subject in children(cue, "nsubj"):
        found += [c for c in children(subject, "acl") if c.lemma_ in saying().occasion]
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


def _before_content(act: Act) -> "list[Token]":
    """Heads of phrases between the cue and what is said, whatever the parser hung them on."""
    starts = [piece.start for piece in act.pieces if piece.start > act.cue.idx]
    if not starts:
        return []
    between = [word for word in act.cue.doc[act.cue.i + 1 : act.cue.sent.end] if word.idx < min(starts)]
    leads = channels().lead
    return [word for word in between if word.dep_ == "pobj" and word.head.lower_ in leads]


def _is_channel(noun: "Token") -> bool:
    words = channels()
    if noun.text in words.platform or noun.lower_ in words.platform:
        return True
    if any(f"{child.lower_} {noun.lemma_.lower()}" in words.pair for child in noun.children):
        return True
    return noun.lemma_.lower() in words.medium or noun.lemma_.lower() in words.outlet or is_outlet(noun)


def _quoting_outlet(cue: "Token") -> "Token | None":
    """The outlet that quotes: "KCNA quoted an official as saying"."""
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_ in saying().relay:
        subject = first_child(cue.head.head, "nsubj")
        return subject if subject is not None and (is_outlet(subject) or is_document(subject)) else None
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
    if len(act.speakers) != 1 or act.speakers[0].pos_ != "PROPN":
        return None
    doc, at = act.cue.doc, act.speakers[0].i
    while at > 0 and doc[at - 1].pos_ == "PROPN" and doc[at - 1].lemma_.lower() not in channels().outlet:
        at -= 1
    first = at
    while first > act.cue.sent.start and (doc[first - 1].pos_ in ("NOUN", "ADJ") or _is_plain_word(doc[first - 1])):
        first -= 1
    if first == at or doc[at - 1].lemma_.lower() not in channels().outlet:
        return None
    return draft.report.body[doc[first].idx : doc[at - 1].idx + len(doc[at - 1])]


def _is_plain_word(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.text.islower()


def print_channel(draft: Draft, noun: "Token", act: Act | None = None) -> str:
    """The noun phrase as it stands, without article, issuer, idle modifiers and clauses."""
    words = channels()
    if noun.text == "X.":
        return "X"
    issuers = {token.i for token in act.speakers} if act is not None else set()
    first = noun.i
    for token in reversed(list(noun.doc[noun.left_edge.i : noun.i])):
        idle = token.dep_ in ("det", "poss", "case", "nummod") or token.lower_ in words.idle or token.is_punct
        if idle or token.i in issuers or token.head.dep_ == "poss":
            break
        first = token.i
    last = noun
    for child in children(noun, "prep"):
        if child.i == noun.i + 1 and f"{noun.lower_} {child.lower_}" in words.keep:
            last = first_child(child, "pobj") or noun
    return draft.report.body[noun.doc[first].idx : last.idx + len(last)]
