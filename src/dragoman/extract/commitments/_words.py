"""Words that promise: verbs, nouns and adjectives that put the act they govern in a state."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import (
    VERBAL,
    Promise,
    has_subject,
    infinitives,
    is_infinitive,
    is_known,
    is_made,
    linked,
    row_of,
    series,
)
from dragoman.lexicon.acts import phrasal_starts, promise_words, states_by_word
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, outlook
from dragoman.text.named_acts import talks_in, tells_money, tells_sum
from dragoman.text.parties import conjuncts, subject_of
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset(("on", "to", "for", "of"))
# Words that promise in some of their forms only: "is open to", "are prepared to", "plans to" (a plan is an agreement).
_FORMS = {"open": ("JJ",), "prepare": ("VBN",), "plan": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")}
_UNDONE = (
    CommitmentState.SUSPENDED,
    CommitmentState.BREACHED,
)  # of acts agreed before: "a break to talk" breaks nothing
_SHUNNED = (CommitmentState.REFUSED, CommitmentState.SUSPENDED)
_FOR = frozenset(("for",))
_NAMED = ("GPE", "NORP", "ORG", "PERSON")
_LEFT = frozenset(("to", "for"))
_GIVEN = (CommitmentState.PLEDGED, CommitmentState.OFFERED, CommitmentState.AGREED)
_OF = frozenset(("of",))
_DECLARED = ("ceasefire", "withdrawal", "release of detainees", "release of hostages")
_THEMSELVES = ("they", "we", "both", "each")
_NOT_YET = ("before", "until", "till", "unless", "once")
_SHALL = ("will", "would", "should", "shall", "must", "'ll")


def by_word(word: "Token") -> Iterator[Promise]:
    """ "agreed to exchange prisoners and to return bodies", "is ready to send a team", "its refusal to sign"."""
    state = state_of(word)
    if state is not None and word.pos_ == "NOUN":
        state = _state_now(word, state)
    if state is None or not _is_told(word, state):
        return
    if state in _UNDONE and state_of(word) == state:
        put_off = (c for c in word.children if c.dep_ == "xcomp" and c.tag_ == "VBG")
        acts: Iterator[Token] = chain(_things(word, state), put_off)
    elif word.pos_ == "NOUN" and (made := _made_by(word)) is not None:
        gerunds = (o for c in made.children if c.lower_ == "in" for o in c.children if o.dep_ == "pcomp")
        for act in (*infinitives(made), *(act for gerund in gerunds for act in series(gerund))):
            yield Promise(act, word, state, bound=subject_of(made))
        return
    elif word.pos_ == "NOUN" and state is CommitmentState.PLEDGED and tells_sum(word):
        acts = iter((word,))  # "the $100 million commitment from the bank"
    else:
        acts = chain(infinitives(word), _things(word, state))
    giver = _giver(word)
    for act in acts:
        yield Promise(act, word, state, bound=giver)
    for act in _clauses(word):
        yield Promise(act, word, state, bound=subject_of(act))
    if word.pos_ == "NOUN" and word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_ in promise_words().bestowing:
        # "an undertaking was given to let them pass": the model hangs the act on the verb
        for act in (*infinitives(word.head), *_clauses(word.head)):
            yield Promise(act, word, state, bound=giver or subject_of(word.head))


def _giver(noun: "Token") -> "Token | None":
    """By whom a promise is given, of "an undertaking was given by the army"."""
    verb = noun.head
    passive = noun.pos_ == "NOUN" and noun.dep_ == "nsubjpass" and verb.lemma_ in promise_words().bestowing
    return subject_of(verb) if passive else None


def by_declaring(noun: "Token") -> Iterator[Promise]:
    """ "ETA's announcement of a permanent ceasefire", "the declaration of a truce by the rebels"."""
    if noun.lemma_.lower() not in ("announcement", "declaration", "proclamation") or outlook(noun).negated:
        return
    owned = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "by") for c in noun.children)
    for thing in linked(noun, _OF) if owned else ():
        if any(act.words.name in _DECLARED for act in acts_at(thing)):
            yield Promise(thing, noun, CommitmentState.PLEDGED)


def by_leave(noun: "Token") -> Iterator[Promise]:
    """ "gave its consent to the opening of the crossing", "granted permission to bring in aid", "gave the go-ahead for"."""
    verb, words = noun.head, promise_words()
    named = noun.lemma_.lower() in words.leave or (
        noun.lower_ == "ahead" and noun.i > 1 and noun.nbor(-2).lower_ == "go"
    )
    if (
        not named
        or noun.dep_ not in ("dobj", "nsubjpass")
        or verb.lemma_ not in promise_words().bestowing
        or not is_made(verb)
    ):
        return
    for word in (noun, verb):
        for act in (
            *infinitives(word),
            *(o for o in linked(word, _LEFT) if is_known(o) or (o.pos_ == "NOUN" and is_agreeable(o))),
        ):
            yield Promise(act, verb, CommitmentState.AGREED, bound=subject_of(verb))


def by_sum(verb: "Token") -> Iterator[Promise]:
    """ "announced 200 million euros for Gaza", "earmarked $5 million", "put up half a billion", "put $6 billion on the table"."""
    words, forms = promise_words(), _forms(verb)
    if verb.pos_ != "VERB" or forms.isdisjoint(words.setting_aside) or not is_made(verb):
        return
    tabled = verb.lemma_ == "put" and "put up" not in forms and "put aside" not in forms
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and tells_money(child):
            yield Promise(child, verb, CommitmentState.OFFERED if tabled else CommitmentState.PLEDGED)


def _forms(verb: "Token") -> frozenset[str]:
    """A verb, with its particle, and with what it is put on: "put up", "set aside", "put on table"."""
    lemma = verb.lemma_.lower()
    after = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")]
    after += [f"on {o.lower_}" for c in verb.children if c.lower_ == "on" for o in c.children if o.dep_ == "pobj"]
    return frozenset((lemma, *(f"{lemma} {word}" for word in after)))


def _state_now(noun: "Token", state: CommitmentState) -> CommitmentState | None:
    """What has become of a promise: "broke its promise to", "withdrew its offer to", "has no intention of"."""
    if noun.lemma_ == "intention" and any(c.lower_ == "no" for c in noun.children):
        return CommitmentState.REFUSED
    link = noun.head
    verb = link.head if noun.dep_ == "pobj" and link.lower_ in ("on", "from", "by", "to") else link
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass") or verb.pos_ != "VERB" or state not in _GIVEN:
        return state
    words, lemma, view = promise_words(), verb.lemma_.lower(), outlook(verb)
    if lemma in words.observing:
        failed = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
        if failed or (view.negated and view.mood in (Mood.FACT, Mood.NOW)):
            return CommitmentState.BREACHED
        return None if is_made(verb) else state  # "honoured its promise to": it is done
    if lemma in words.breached and is_made(verb):
        return CommitmentState.BREACHED
    return CommitmentState.SUSPENDED if lemma in words.retracting and is_made(verb) else state


def _made_by(noun: "Token") -> "Token | None":
    """The verb of "the commitment that both have made to support a pause"."""
    return next((c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ == "make"), None)


def state_of(word: "Token") -> CommitmentState | None:
    """The state that a word puts an act in; a verb's particle is part of it ("rule out")."""
    lemma = word.lemma_.lower()
    if word.pos_ not in ("VERB", "NOUN", "ADJ") or word.tag_ not in _FORMS.get(lemma, (word.tag_,)):
        return None
    known = states_by_word()
    if lemma in phrasal_starts():
        forms = (f"{lemma} {child.lower_}" for child in word.children if child.dep_ == "prt")
        return next((known[form] for form in forms if form in known), known.get(lemma))
    return known.get(lemma)


def _is_told(word: "Token", state: CommitmentState) -> bool:
    """Whether somebody is told to promise: not that he did not, may, or was asked to."""
    view = outlook(word)
    if view.negated and state not in (CommitmentState.REFUSED, CommitmentState.BREACHED):
        return False
    if view.negated and state is CommitmentState.BREACHED and word.pos_ != "NOUN":
        return False
    if word.dep_ == "pobj" and word.head.lower_ == "for" and word.head.head.lemma_.lower() in promise_words().asking:
        return False  # "in exchange for guarantees that"
    if word.lemma_ == "plan" and any(c.dep_ == "auxpass" for c in word.children):
        return False  # "an exchange is planned": told with what is to come
    if state is CommitmentState.AGREED and word.dep_ == "advcl" and _is_awaited(word):
        return False
    if word.pos_ == "ADJ" and word.head.lemma_ in ("get", "make"):
        return False  # "is getting ready to strike"
    if (word.pos_ == "NOUN" or word.tag_ == "VBG") and view.under(promise_words().toward):
        return False  # "work on an agreement to free them"
    if view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE) or (view.mood is Mood.FUTURE and state in _UNDONE):
        return False
    wanted = clause_words().wanted - promise_words().offered
    if word.pos_ == "NOUN" or (word.dep_ == "pcomp" and word.head.lower_ == "for"):
        wanted -= promise_words().welcoming  # "welcomed the pledge to send monitors", "for agreeing to"
    if view.under(wanted | promise_words().feared) or _is_asked(word):
        return False
    return view.mood is not Mood.FUTURE or state is not CommitmentState.AGREED or word.pos_ != "VERB"


def _is_awaited(clause: "Token") -> bool:
    """ "will not talk before Russia agrees to a truce", "until the rebels agree": not agreed so far."""
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    return not marks.isdisjoint(_NOT_YET) and clause.tag_ in ("VBZ", "VBP", "VB")


def _is_asked(word: "Token") -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in ("must", "should", "may", "might", "could") for child in word.children
    )


def _things(word: "Token", state: CommitmentState) -> Iterator["Token"]:
    """What is promised without a verb: "agreed on a partial ceasefire", "pledged 1 million euros", "rejected a truce"."""
    if word.pos_ == "NOUN" and state is CommitmentState.AGREED:
        return  # a deal on something is read with the deals
    for child in word.children:
        if child.dep_ in ("dobj", "nsubjpass") and word.pos_ == "VERB":
            for thing in row_of(child):
                parts = (
                    thing,
                    *of_what(thing),
                    *(linked(thing, _FOR) if thing.lemma_.lower() in promise_words().offers else ()),
                )
                known = next((part for part in parts if is_known(part)), None)
                asked = list(infinitives(thing)) if _is_answered(thing, word, state) else []
                yield from asked  # "rejected a demand to confine them to barracks"
                if asked:
                    continue
                if known is None and state is CommitmentState.SUSPENDED and _is_kept_up(thing):
                    known = thing
                if known is not None or _is_gift(thing, word) or (word.lemma_ == "accept" and _is_proposal(thing)):
                    yield known or thing  # of "accepted the principle of an exchange", "rejected a plan for one"
            if state in _SHUNNED and word.lemma_.lower() in promise_words().shunning:
                # "Suspended the talks" tells of a meeting put off, "suspended its part in them" of what a side does.
                shunned = (thing for thing in conjuncts(child) if talks_in(thing) is not None)
                met = promise_words().met - {"dialogue", "contact"}
                yield from (t for t in shunned if state is CommitmentState.REFUSED or t.lemma_.lower() not in met)
    for thing in linked(word, _LINKS):
        inner = next((part for part in (thing, *of_what(thing)) if is_known(part)), None)
        if inner is not None:
            yield inner
        elif word.lemma_ == "agree" and _link(thing) in ("on", "to") and is_agreeable(thing):
            yield thing  # "agreed on the restoration of services"


def _is_answered(thing: "Token", word: "Token", state: CommitmentState) -> bool:
    """Whether somebody answers what he was asked or offered: "rejected a request to", "accepted an offer to"."""
    answered = state is CommitmentState.REFUSED or word.lemma_ in ("accept", "approve")
    return answered and thing.lemma_.lower() in promise_words().offers


def _clauses(word: "Token") -> Iterator["Token"]:
    """What shall be, told in a clause: "agreed that Jakarta would withdraw while the rebels would hand in arms"."""
    for child in word.children:
        if child.dep_ == "ccomp" and child.i > word.i and child.lemma_ == "be":
            # "settled that the captives are to be freed"
            due = (c for c in child.children if c.dep_ == "xcomp" and is_infinitive(c) and c.pos_ == "VERB")
            yield from (act for verb in due for act in series(verb))
        if child.dep_ in ("ccomp", "acl") and child.i > word.i and _shall(child) and not _is_view(child, word):
            heads = [
                child,
                *(c for c in child.children if c.dep_ in ("conj", "advcl") and has_subject(c) and _shall(c)),
            ]
            for act in (act for head in heads for act in series(head)):
                if (is_known(act) and not outlook(act).negated) or act.lemma_.lower() not in _empty(word, act):
                    yield act


def _empty(word: "Token", act: "Token") -> frozenset[str]:
    """The verbs that promise nothing in a clause: to whom one gives one's word, only talk promises nothing."""
    words = promise_words()
    if outlook(act).negated and act.lemma_.lower() in words.harmful:
        return frozenset()  # "pledged that he would not run" is read for what is kept from
    return words.talking if word.lemma_.lower() in words.giving_words | words.swearing else words.idle


def _is_view(verb: "Token", word: "Token") -> bool:
    """ "agreed that all hostages must be freed": what others ought to do is a view that they share."""
    if not any(child.dep_ == "aux" and child.lower_ in ("must", "should") for child in verb.children):
        return False
    subject = subject_of(verb)
    if word.lemma_ != "agree" or subject is None:
        return word.lemma_ == "agree"
    return subject.lower_ not in _THEMSELVES and subject.ent_type_ not in _NAMED


def _shall(verb: "Token") -> bool:
    """Whether a clause tells what shall be, or what somebody will keep from: "promised that it would not attack ships"."""
    kept_from = verb.lemma_.lower() in promise_words().harmful
    if verb.pos_ not in VERBAL or (outlook(verb).negated and not kept_from):
        return False
    return any(child.dep_ == "aux" and child.lower_ in _SHALL for child in verb.children)


def _link(thing: "Token") -> str:
    """The preposition over a thing, past those it is coordinated with."""
    while thing.dep_ == "conj":
        thing = thing.head
    return thing.head.lower_


def is_agreeable(thing: "Token") -> bool:
    """ "agreed on the restoration of services"; a date, a venue or a need agreed on is no promise."""
    words = promise_words()
    return thing.pos_ == "NOUN" and thing.lemma_.lower() not in words.no_gifts | words.no_acts | words.deals


def _is_kept_up(thing: "Token") -> bool:
    """ "(suspended) its co-operation with the agency"; a part in talks is told with the talks."""
    return thing.lemma_.lower() in promise_words().kept_up and talks_in(thing) is None


def _is_proposal(thing: "Token") -> bool:
    """ "accepted the proposals to end the war": told what they are."""
    offered = thing.lemma_.lower() in promise_words().offers | promise_words().deals
    return offered and any(c.dep_ in ("acl", "compound", "prep") for c in thing.children)


def _is_gift(thing: "Token", word: "Token") -> bool:
    """A thing that is promised by being named: a sum, a number of people, "an amnesty"."""
    if any(child.dep_ in ("ccomp", "xcomp") for child in word.children):
        return False  # "promised the powers that it will stop"
    words = promise_words()
    if "-" in (thing.text, thing.nbor(1).text if thing.i + 1 < len(thing.doc) else ""):
        return False  # the model parts "co-operation"
    if thing.like_num or any(child.like_num and child.tag_ == "CD" for child in thing.children):
        return True
    return (
        word.lemma_.lower() in words.giving_words
        and thing.pos_ == "NOUN"
        and thing.lemma_.lower() not in words.no_gifts
    )


def by_announcement(verb: "Token") -> Iterator[Promise]:
    """ "announced a complete withdrawal", "declared a unilateral ceasefire"; "announced a truce between A and B"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in promise_words().announcing or not is_made(verb):
        return
    for child in verb.children:
        if child.dep_ == "dobj" or (child.dep_ == "nsubjpass" and verb.lemma_ != "order"):
            for thing in conjuncts(child):
                if thing.lemma_.lower() in promise_words().deals - {"truce", "ceasefire", "cease-fire", "armistice"}:
                    continue
                if any(act.words.name not in ("resume talks", "signing") for act in acts_at(thing)):
                    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in thing.children)
                    # "a truce was proclaimed": nobody does it alone
                    between = between or (
                        child.dep_ == "nsubjpass" and not any(c.dep_ == "agent" for c in verb.children)
                    )
                    state = CommitmentState.AGREED if between else CommitmentState.PLEDGED
                    yield Promise(thing, verb, state, under=between)
