"""Acts told by naming a thing: "pledged 5 million euros", "a $100 million commitment", "ceasefire violations", "froze the talks"."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import action_words
from dragoman.text.acts import Act, acts_at, is_object, name_of, size_of
from dragoman.text.clause import outlook
from dragoman.text.memo import text_of
from dragoman.text.quantity import money_in
from dragoman.text.talks import quits_talks, shuns_talks

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING = ("hold", "conduct", "enter", "open", "start", "begin")
_RELIEVING = frozenset(("aid", "humanitarian", "relief", "assistance", "food"))


def thing_act(verb: "Token", thing: "Token") -> Act | None:
    """The act of giving a thing that a verb of promising has as its object: money, aid, arms, a ceasefire."""
    if (thing.pos_ == "NOUN" and tells_sum(thing)) or (thing.like_num and tells_money(thing)):
        around = {t.lemma_.lower() for t in thing.subtree}
        name = "aid" if around & _RELIEVING else "funding"
        row = next(row for row in action_words() if row.name == name)
        return Act(verb, row, outlook(verb), thing, size_of(verb, row, thing))
    for words in action_words():
        # "agreed to a limit of 6,000 missiles" supplies none
        given = verb.lemma_ not in ("agree", "accept", "approve", "settle") or thing.lemma_.lower() in words.objects
        if given and words.name in ("funding", "aid", "arms supply") and is_object(thing, words):
            return Act(verb, words, outlook(verb), thing, size_of(verb, words, thing))
    return next(iter(acts_at(thing)), None) or talks_in(thing)


def truce_named(noun: "Token") -> Act | None:
    """The truce that a noun before another names: "ceasefire violations"."""
    row = next((row for row in action_words() if row.name == "ceasefire" and name_of(noun) in row.nouns), None)
    return Act(noun, row, outlook(noun)) if row is not None else None


def tells_sum(noun: "Token") -> bool:
    """Whether a noun stands with a sum of its own: "a $100 million pledge", "a commitment of 5 million euros"."""
    before, after = noun.left_edge.idx, noun.idx + len(noun)
    of = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
    end = of[0].right_edge.idx + len(of[0].right_edge) if of else after
    return noun.left_edge != noun and money_in(text_of(noun.doc)[before:end]) is not None


def tells_money(thing: "Token") -> bool:
    """Whether what is given is a sum, or stands with one: "$6 billion in grants", "a credit of 5 million euros"."""
    return money_in(text_of(thing.doc)[thing.left_edge.idx : thing.right_edge.idx + len(thing.right_edge)]) is not None


def talks_shunned(verb: "Token") -> Act | None:
    """The talks that a verb tells somebody to leave, to have none of, or to be ready for ("hold talks with them")."""
    holds = verb.lemma_ in _HOLDING and any(c.dep_ == "dobj" and talks_in(c) is not None for c in verb.children)
    if not (shuns_talks(verb) or quits_talks(verb) or holds):
        return None
    return Act(verb, next(row for row in action_words() if row.name == "resume talks"), outlook(verb))


def talks_in(thing: "Token") -> Act | None:
    """Talks, or a part in them, as what somebody breaks off or will have none of."""
    words = next(row for row in action_words() if row.name == "resume talks")
    links = (c for c in (*thing.children, *thing.head.children) if c.dep_ == "prep" and c.lower_ == "in")
    inner = [part for link in links for part in link.children]
    if thing.lemma_.lower() == "invitation" and thing.dep_ == "dobj":
        return Act(thing, words, outlook(thing))  # "has refused every invitation"
    near = (thing, *(inner if thing.lemma_ in ("part", "participation", "role") else ()))
    return Act(thing, words, outlook(thing)) if any(part.lemma_.lower() in words.objects for part in near) else None
