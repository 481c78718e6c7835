"""Agreements broken, ended or in force."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_made, parted_by
from dragoman.extract.commitments._terms import is_dated
from dragoman.lexicon.acts import action_words, promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at, name_of
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token


_SET = ("plan", "schedule", "set", "slate")  # "an exchange is planned for August"
_DONE_TO = ("dobj", "nsubjpass", "nsubj")


def not_kept(word: "Token") -> Iterator[Promise]:
    """ "did not observe the truce", "the truce did not hold", "in defiance of the ceasefire agreement"."""
    if word.pos_ == "NOUN" and word.lemma_.lower() in promise_words().breached:
        if outlook(word).under(promise_words().alleging):
            return
        things: Iterable[Token] = _breached_by(word)
    elif word.dep_ == "amod" and word.tag_ == "VBN" and word.lemma_.lower() in promise_words().breached:
        things = (word.head,) if _is_truce(word.head) else ()  # "a number of breached ceasefires"
    elif word.pos_ == "VERB" and is_made(word) and _falls_apart(word):
        things = (c for c in word.children if c.dep_ in ("nsubj", "nsubjpass") and _is_truce(c))
    elif word.pos_ == "VERB" and outlook(word).negated and outlook(word).mood in (Mood.FACT, Mood.NOW):
        things = _unkept_by(word)
    else:
        return
    for thing in things:
        yield Promise(thing, word, CommitmentState.BREACHED)


def _falls_apart(verb: "Token") -> bool:
    """ "(the truce) collapsed", "fell apart", "has broken down"."""
    lemma, words = verb.lemma_.lower(), promise_words().collapsing
    forms = (f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod", "prep", "advcl"))
    return lemma in words or any(form in words for form in forms)


def _breached_by(noun: "Token") -> Iterator["Token"]:
    """The truces of "violations of the ceasefire", "ceasefire violations"."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and _names_truce(child):
            yield child
        elif child.dep_ == "prep":
            yield from (thing for thing in child.children if _is_truce(thing))


def _unkept_by(verb: "Token") -> Iterator["Token"]:
    """The truces that are not observed, or do not hold."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if lemma in ("hold", "last") and child.dep_ == "nsubj" and _is_truce(child):
            yield child
        elif lemma in promise_words().observing:
            things = (child,) if child.dep_ in ("dobj", "nsubjpass") else child.children if child.dep_ == "prep" else ()
            yield from (part for thing in things for part in (thing, *of_what(thing)) if _is_truce(part))


def _names_truce(token: "Token") -> bool:
    """Whether a noun before another is a word for a truce."""
    return any(row.name == "ceasefire" and name_of(token) in row.nouns for row in action_words())


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
    told = list(_telling(noun))
    held = ((_is_one(noun) and bool(parted_by(noun))) or _is_in_force(noun)) and not _is_lacking(noun)
    if held or told or is_dated(noun):
        yield Promise(noun, told[0] if told else noun, CommitmentState.AGREED, _agreeing(told), under=True)


def _is_one(noun: "Token") -> bool:
    """Whether certain truces are told: "has mediated truces between the two" tells of none."""
    return noun.tag_ not in ("NNS", "NNPS") or any(c.dep_ in ("det", "nummod", "poss", "amod") for c in noun.children)


def _is_in_force(noun: "Token") -> bool:
    """ "the fragile ceasefire", "a Russian-brokered truce", "the ceasefire is shaky"."""
    beside = [c for c in noun.children if c.dep_ == "amod"]
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        beside += [c for c in noun.head.children if c.dep_ == "acomp"]
    made = ("brokered", "mediated", "declared", "agreed")
    return any(c.lower_ in promise_words().in_force or c.lower_ in made for c in beside)


def _telling(noun: "Token") -> Iterator["Token"]:
    """The words that tell a truce or its extension as made: "a truce signed in May", "welcomed the extension of the truce"."""
    words = promise_words()
    made = words.made | words.prolonging | words.binding
    yield from (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in made and is_made(c))
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.observing and is_made(noun.head):
        yield noun.head  # "have observed a truce since May"
    whole = _prolonged(noun)
    above = whole.head.head if whole.dep_ == "pobj" else whole.head
    lemma = above.lemma_.lower()
    if whole.dep_ == "pobj":
        if lemma in ("announcement", "declaration") and above.head.lemma_.lower() in words.welcoming | words.made:
            yield above
    elif whole.dep_ == "dobj" and lemma in words.welcoming:
        if not outlook(above).negated:
            yield above
    elif whole.dep_ in _DONE_TO and is_made(above):
        # "the truce, agreed in May, is fragile": the model takes its participle for the verb of the clause
        misread = whole.dep_ == "nsubj" and above.tag_ == "VBD" and lemma in words.made
        if misread or lemma in (words.prolonging if whole == noun else words.made | words.announcing):
            yield above


def _agreeing(told: list["Token"]) -> "Token | None":
    """Who makes it, told with the verb: "a truce committed to by the parties", "both sides extended it"."""
    words = promise_words()
    if not told or told[0].lemma_.lower() not in words.binding | words.prolonging | words.observing:
        return None
    return subject_of(told[0])


def _prolonged(noun: "Token") -> "Token":
    """The extension of a truce, where one is told; else the truce."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return above if above.lemma_.lower() in promise_words().prolongation else noun


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
        moods = (*moods, Mood.NOW) if verb.lemma_ in _SET and noun.dep_ == "nsubjpass" else moods
        if (
            not view.negated
            and view.mood in moods
            and near & (words.effect if names[0] == "ceasefire" else words.coming)
        ):
            yield Promise(noun, verb, CommitmentState.AGREED, under=True)
            return
