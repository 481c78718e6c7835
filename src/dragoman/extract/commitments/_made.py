"""Agreements told as made, of which the name alone says what is agreed, and lists of their points."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_made
from dragoman.extract.commitments._terms import BULLETS, by_terms
from dragoman.extract.commitments._words import state_of
from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import outlook
from dragoman.text.parties import conjuncts, subject_of
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = ("lead", "bring", "come")


def by_making(verb: "Token") -> Iterator[Promise]:
    """ "signed the ceasefire agreement", "a truce was reached", "accepted a withdrawal"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in promise_words().made or not is_made(verb):
        return
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for thing in conjuncts(child):
                if any(act.words.name in ("ceasefire", "withdrawal", "prisoner exchange") for act in acts_at(thing)):
                    yield Promise(thing, verb, CommitmentState.AGREED)


def extended(verb: "Token") -> Iterator[Promise]:
    """ "A and B extended the grain deal by 120 days", "the pact was prolonged", "a renewal of it was agreed"."""
    words = promise_words()
    if verb.pos_ != "VERB" or not is_made(verb):
        return
    for child in verb.children:
        if child.dep_ not in ("dobj", "nsubjpass") or acts_at(child):
            continue
        lemma = child.lemma_.lower()
        if verb.lemma_.lower() in words.prolonging and lemma in words.deals - words.papers:
            yield Promise(verb, verb, CommitmentState.AGREED, under=True)
        elif verb.lemma_.lower() in words.made and lemma in words.prolongation and _is_of_deal(child):
            yield Promise(child, verb, CommitmentState.AGREED, under=True)


def _is_of_deal(extension: "Token") -> bool:
    """Whether an extension is of an agreement, or is told without what it is of."""
    of = of_what(extension)
    return not of or any(part.lemma_.lower() in promise_words().deals and not acts_at(part) for part in of)


def concluded(noun: "Token") -> Iterator[Promise]:
    """ "signed a peace treaty last year", "a power-sharing deal was reached": agreed as a whole, where no terms are told."""
    words = promise_words()
    if noun.lemma_.lower() not in words.deals | words.wordings or acts_at(noun) or not _is_described(noun):
        return
    verb = noun.head
    making = [verb] if noun.dep_ in ("dobj", "nsubjpass") else []
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in _LEADING:
        led = noun.head.head  # "led the two sides to a power-sharing agreement"
        if is_made(led):
            yield Promise(noun, led, CommitmentState.AGREED, next((c for c in led.children if c.dep_ == "dobj"), None))
        return
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "upon") and noun.head.head.lemma_.lower() in words.agreeing:
        making.append(noun.head.head)  # "have agreed on the text of a peace agreement"
    making += [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD")]
    made = next((v for v in making if v.lemma_.lower() in words.made | words.agreeing and is_made(v)), None)
    signer = subject_of(made) if made is not None else None
    if signer is not None and any(c.lower_ in ("neither", "no") for c in signer.children):
        return  # "neither movement signed the accord"
    if made is None or outlook(made).under(words.toward | words.purposes | clause_words().wanted):
        return  # "with the goal of finalising a peace accord"
    if not any(True for _ in by_terms(noun)):
        yield Promise(noun, made, CommitmentState.AGREED)


def _is_described(noun: "Token") -> bool:
    """ "a peace accord", "a declaration of understanding"; a bare "agreement" tells nothing of what is agreed."""
    words = promise_words()
    kinds = [c for c in noun.children if c.dep_ in ("compound", "amod") and c.pos_ in ("NOUN", "VERB")]
    if noun.tag_ == "NNP":  # "the Algiers Declaration"
        kinds += [c for c in noun.children if c.dep_ == "compound"]
    drawn_up = noun.lemma_.lower() in words.wordings and any(
        part.lemma_.lower() in words.deals - words.papers for part in of_what(noun)
    )
    return (
        drawn_up
        or bool(kinds)
        or (noun.lemma_.lower() in ("declaration", "memorandum", "framework") and bool(of_what(noun)))
    )


def listed(doc: "Doc") -> Iterator[Promise]:
    """ "agreed on a set of steps:" and then, each on a line of its own, "- the opening of four crossings"."""
    word: Token | None = None
    bullet = False
    for sentence in doc.sents:
        told = [t for t in sentence if not t.is_space]
        if not told:
            continue
        bullet = bullet or told[0].text in BULLETS
        if told[-1].text == ":":
            word = next((t for t in told if state_of(t) is CommitmentState.AGREED and t.pos_ == "VERB"), None)
        elif bullet and len(told) == 1:
            continue  # the model parts the bullet from its line
        elif bullet and word is not None:
            if sentence.root.pos_ in ("NOUN", "PROPN") or sentence.root.tag_ == "VBG":
                yield Promise(sentence.root, word, CommitmentState.AGREED)
        else:
            word = None
        bullet = False
