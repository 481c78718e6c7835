"""Acts that parties promise or carry out: which action, who to whom, how many, and how the text presents it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import ActionWords, action_words
from dragoman.text.clause import Outlook, outlook
from dragoman.text.parties import actors_of, conjuncts, subject_of
from dragoman.text.quantity import Quantity, quantity_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_PHRASE_REACH = 6


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told. `core` is its verb or noun, `object` what is given, `words` the action's lexicon row."""

    core: "Token"
    words: ActionWords
    view: Outlook
    object: "Token | None" = None
    quantity: Quantity | None = None


def find_acts(draft: "Draft") -> list[Act]:
    """Every act the text speaks of, in order; a verb with two objects of different actions gives two."""
    return [act for token in draft.doc for act in _acts_at(token)]


def _acts_at(token: "Token") -> Iterator[Act]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        yield from _verb_acts(token, lemma)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _noun_acts(token, lemma)


def _verb_acts(verb: "Token", lemma: str) -> Iterator[Act]:
    for words in action_words():
        if lemma not in words.verbs:
            continue
        found = [obj for obj in _objects(verb) if _is_object(obj, words)]
        if found:
            for obj in found:
                yield Act(verb, words, outlook(verb), obj, quantity_of(obj))
            return
        if lemma in words.intransitive and not list(_direct(verb)):
            yield Act(verb, words, outlook(verb))
            return


def thing_act(verb: "Token", thing: "Token") -> Act | None:
    """The act of giving a thing that a verb of promising has as its object: money, aid, arms."""
    for words in action_words():
        if words.name in ("funding", "aid", "arms supply") and _is_object(thing, words):
            return Act(verb, words, outlook(verb), thing, quantity_of(thing))
    return None


def _direct(verb: "Token") -> Iterator["Token"]:
    yield from (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))


def _objects(verb: "Token") -> Iterator["Token"]:
    """What the verb gives or moves: its objects, the subject of its passive, the noun that a participle modifies."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
            yield from conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ in ("to", "of", "in", "from", "on"):
            yield from (obj for obj in child.children if obj.dep_ == "pobj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head


def _is_object(token: "Token", words: ActionWords) -> bool:
    near = [
        token,
        *(obj for child in token.children if child.dep_ == "prep" and child.lower_ == "of" for obj in child.children),
    ]
    near += [child for child in token.children if child.dep_ in ("compound", "nmod", "appos")]
    return any(word.lemma_.lower() in words.objects or word.lower_.rstrip("s") in words.objects for word in near)


def _noun_acts(noun: "Token", lemma: str) -> Iterator[Act]:
    """Event nouns and phrases: "a ceasefire", "the release of hostages", "prisoner exchange"."""
    if noun.dep_ in ("compound", "nmod", "poss"):
        return
    before = " ".join(t.lemma_.lower() for t in noun.doc[max(0, noun.i - 1) : noun.i + 1])
    after = " ".join(
        t.lemma_.lower()
        for t in noun.doc[noun.i : noun.i + _PHRASE_REACH]
        if t.pos_ not in ("DET", "ADJ", "NUM", "ADV")
    )
    for words in action_words():
        phrase = any(after.startswith(p) or (before == p) for p in words.phrases)
        if lemma in words.nouns or phrase:
            obj = next(
                (
                    o
                    for c in noun.children
                    if c.dep_ == "prep" and c.lower_ == "of"
                    for o in c.children
                    if o.dep_ == "pobj"
                ),
                None,
            )
            yield Act(noun, words, outlook(noun), obj, quantity_of(obj) if obj is not None else None)
            return


def givers(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Who acts: the subject of the verb, the owner of the noun; of "received" the one it came from."""
    if act.core.lemma_ == "receive":
        return tuple(
            name for c in act.core.children if c.lower_ == "from" for o in c.children for name in actors_of(draft, o)
        )
    if act.core.pos_ == "VERB":
        subject = subject_of(act.core)
        return actors_of(draft, subject) if subject is not None and subject != act.object else ()
    owners = [child for child in act.core.children if child.dep_ in ("poss", "amod", "compound", "nmod")]
    owners += [
        o
        for c in act.core.children
        if c.dep_ == "prep" and c.lower_ in ("by", "between", "with")
        for o in c.children
        if o.dep_ == "pobj"
    ]
    own = tuple(
        dict.fromkeys(name for owner in owners for name in (*actors_of(draft, owner), *_adjective(draft, owner)))
    )
    if own:
        return own
    verb = act.core.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
    return actors_of(draft, subject) if subject is not None and subject != act.core else ()


def _adjective(draft: "Draft", token: "Token") -> list[str]:
    return [m.name for m in draft.actors if m.root == token.i and m.adjective and m.kind.value in ("state", "group")]


def takers(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Who receives: "to Ukraine", a dative, the subject of "received"."""
    if act.core.lemma_ == "receive":
        subject = subject_of(act.core)
        return actors_of(draft, subject) if subject is not None else ()
    words = [act.core] if act.core.pos_ != "VERB" else [act.core, *([act.object] if act.object is not None else [])]
    found: list[str] = []
    for word in words:
        for child in word.children:
            if child.dep_ in ("prep", "dative") and child.lower_ == "to":
                found += [name for obj in child.children if obj.dep_ == "pobj" for name in actors_of(draft, obj)]
            elif child.dep_ == "dative" and child.pos_ != "ADP":
                found += actors_of(draft, child)

    return tuple(dict.fromkeys(found))


def unit_of(act: Act) -> str | None:
    """What is counted, in the words of the text."""
    if act.object is None:
        return None
    head = act.object
    if act.quantity is None and not _is_object(head, act.words):
        return None
    left = [
        t
        for t in head.lefts
        if t.dep_ in ("compound", "amod") and not t.like_num and t.ent_type_ not in ("NORP", "GPE")
    ]
    start = left[0].i if left else head.i
    return head.doc[start : head.i + 1].text
