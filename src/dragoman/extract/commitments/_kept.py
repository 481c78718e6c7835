"""Agreements broken, ended or in force."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_made
from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, outlook

if TYPE_CHECKING:
    from spacy.tokens import Token


def not_kept(word: "Token") -> Iterator[Promise]:
    """ "did not observe the truce", "in defiance of the ceasefire agreement"; "violated" is a word of breach itself."""
    words = promise_words()
    if word.pos_ == "VERB" and word.lemma_.lower() in words.observing and outlook(word).negated:
        for child in word.children:
            things = [child] if child.dep_ == "dobj" else [o for o in child.children if child.dep_ == "prep"]
            for thing in things:
                if _is_truce(thing):
                    yield Promise(thing, word, CommitmentState.BREACHED)
    elif word.lemma_.lower() in words.breached and word.pos_ == "NOUN":
        for child in word.children:
            for thing in child.children if child.dep_ == "prep" else ():
                if _is_truce(thing):
                    yield Promise(thing, word, CommitmentState.BREACHED)


def _is_truce(token: "Token") -> bool:
    return any(act.words.name == "ceasefire" for act in acts_at(token))


def ended(verb: "Token") -> Iterator[Promise]:
    """ "lifted the ceasefire", "the truce was broken": one that was agreed is suspended or breached."""
    lemma, words = verb.lemma_.lower(), promise_words()
    if verb.pos_ != "VERB" or lemma not in words.ending | words.breached or not is_made(verb):
        return
    state = CommitmentState.BREACHED if lemma in words.breached else CommitmentState.SUSPENDED
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and _is_truce(child):
            yield Promise(child, verb, state)


def standing(noun: "Token") -> Iterator[Promise]:
    """A truce told of as agreed: "the ceasefire agreement between A and B", "extended the truce", "a truce brokered by C"."""
    if noun.pos_ not in ("NOUN", "PROPN") or not _is_truce(noun) or noun.dep_ in ("compound", "nmod"):
        return
    verb = noun.head
    made = promise_words().made | promise_words().prolonging
    told = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in made]
    if (
        noun.dep_ in ("dobj", "nsubjpass", "nsubj")
        and verb.lemma_.lower() in promise_words().prolonging
        and is_made(verb)
    ):
        told.append(verb)
    held = any(c.dep_ == "prep" and c.lower_ == "between" for c in noun.children) and not _is_lacking(noun)
    if held or any(is_made(one) for one in told):
        yield Promise(noun, told[0] if told else noun, CommitmentState.AGREED, under=True)


def _is_lacking(noun: "Token") -> bool:
    """Whether a truce is only talked about, asked for or hoped for."""
    view = outlook(noun)
    words = promise_words().toward | clause_words().wanted | clause_words().future
    return view.negated or view.mood not in (Mood.FACT, Mood.NOW) or view.under(words)


def in_effect(noun: "Token") -> Iterator[Promise]:
    """ "a truce that has been in effect", "the exchange will take place on Sunday": there is one agreed."""
    names = [act.words.name for act in acts_at(noun)] if noun.pos_ in ("NOUN", "PROPN") else []
    if not names or names[0] in ("resume talks", "sanctions", "funding", "aid"):
        return
    words = promise_words()
    verbs = [child for child in noun.children if child.dep_ in ("relcl", "acl")]
    verbs += [noun.head] if noun.dep_ in ("nsubj", "nsubjpass") else []
    for verb in verbs:
        near = {verb.lemma_.lower(), *(t.lemma_.lower() for t in verb.subtree if t.pos_ in ("NOUN", "VERB"))}
        view = outlook(verb)
        moods = (Mood.FACT, Mood.NOW, Mood.FUTURE) if names[0] == "ceasefire" else (Mood.FUTURE,)
        if (
            not view.negated
            and view.mood in moods
            and near & (words.effect if names[0] == "ceasefire" else words.coming)
        ):
            yield Promise(noun, verb, CommitmentState.AGREED, under=True)
            return
