"""Where a text promises: the word that promises, the act promised, the state it puts the act in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import PromiseWords, promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, content_words, outlook
from dragoman.text.parties import conjuncts, subject_of
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = frozenset(("will", "shall", "'ll", "wo", "would"))
_THING_LINKS = frozenset(("on", "to", "for", "of"))
_VERBAL = ("VERB", "AUX")
_BULLETS = ("-", "\u2022", "*", "\u2013", "\u2014")


@dataclass(frozen=True, slots=True)
class Promise:
    """An act promised. `word` promises it: the act itself where it is told ahead. `bound` is whom the word binds."""

    act: "Token"
    word: "Token"
    state: CommitmentState
    bound: "Token | None" = None
    under: bool = False  # by the terms of an agreement
    told_to: bool = False  # "is to free": what is laid down for somebody


def find_promises(doc: "Doc") -> list[Promise]:
    """Every promise of the text; of one act the first construction that tells it."""
    found: dict[int, Promise] = {}
    words = content_words(doc)
    for reader in (_by_terms, _ended, _by_word, _by_announcement, _by_making, _not_kept, _in_effect, _ahead):
        for token in words:
            for promise in reader(token):
                found.setdefault(promise.act.i, promise)
    for promise in _listed(doc):
        found.setdefault(promise.act.i, promise)
    return sorted(found.values(), key=lambda promise: promise.act.i)


# A word that promises, and what it governs


def _by_word(word: "Token") -> Iterator[Promise]:
    """ "agreed to exchange prisoners and to return bodies", "is ready to send a team", "its refusal to sign"."""
    state = state_of(word)
    if state is None or not _is_told(word, state):
        return
    for act in (*_infinitives(word), *_things(word, state)):
        yield Promise(act, word, state)


def state_of(word: "Token") -> CommitmentState | None:
    """The state that a word puts an act in."""
    words, lemma = promise_words(), word.lemma_.lower()
    if word.pos_ not in ("VERB", "NOUN", "ADJ"):
        return None
    return next((state for state in CommitmentState if lemma in _of(words, state)), None)


def _of(words: PromiseWords, state: CommitmentState) -> frozenset[str]:
    lists: frozenset[str] = getattr(words, state.value)
    return lists


def _is_told(word: "Token", state: CommitmentState) -> bool:
    """Whether somebody is told to promise: not that he did not, may, or was asked to."""
    view = outlook(word)
    if view.negated and state is not CommitmentState.REFUSED:
        return False
    if word.pos_ == "ADJ" and word.head.lemma_ in ("get", "make"):
        return False  # "is getting ready to strike"
    if view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return False
    if view.under(clause_words().wanted - promise_words().offered) or _is_asked(word):
        return False
    return view.mood is not Mood.FUTURE or state is not CommitmentState.AGREED or word.pos_ != "VERB"


def _is_asked(word: "Token") -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in ("must", "should", "may", "might", "could") for child in word.children
    )


def _infinitives(word: "Token") -> Iterator["Token"]:
    """The acts that the word governs, coordination and a list of infinitives expanded."""
    for child in word.children:
        if child.i > word.i and _is_governed(child, word):
            yield from _series(child)
        elif child.dep_ == "prep" and child.lower_ in ("to", "on", "for", "of"):
            yield from (act for inner in child.children if inner.dep_ == "pcomp" for act in _series(inner))


def _is_governed(child: "Token", word: "Token") -> bool:
    """An infinitive that completes the word, or a clause of what shall be ("accept that the fighters be merged")."""
    if child.dep_ == "acl" and word.pos_ == "NOUN":
        # "readiness for a meeting to end the war" is readiness for the meeting.
        return _is_infinitive(child) and not any(c.lower_ in ("for", "on", "about") for c in word.children)
    if child.dep_ in ("acl", "xcomp") and word.pos_ != "NOUN":
        return _is_infinitive(child)
    if child.dep_ == "advcl":
        near = word.i + (2 if any(c.lower_.endswith("selves") for c in word.children) else 1)
        return _is_infinitive(child) and child.left_edge.i <= near and word.pos_ == "VERB"
    return child.dep_ == "ccomp" and (_is_infinitive(child) or child.tag_ == "VB" or _is_subjunctive(child))


def _is_subjunctive(verb: "Token") -> bool:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return any(child.lower_ == "be" for child in helpers) and not any(child.tag_ in ("MD", "TO") for child in helpers)


def _series(act: "Token") -> Iterator["Token"]:
    """An act and those coordinated with it; a light verb gives way to what it carries."""
    yield from _weighty(act)
    for child in act.children:
        if (child.dep_ == "conj" and child.pos_ in _VERBAL and not _has_subject(child)) or (
            child.dep_ == "advcl"
            and _is_infinitive(child)
            and child.i > act.i
            and child.doc[child.left_edge.i - 1].text == ","
        ):
            yield from _series(child)
        elif child.tag_ == "VBG" and child.i > act.i:
            # "to exchange prisoners, putting the youngest first, and to return the bodies"
            for later in child.children:
                if later.dep_ == "conj" and _is_infinitive(later):
                    yield from _series(later)


def _weighty(act: "Token") -> list["Token"]:
    """What a light verb carries: "help restore access", "committed to achieving the release of A and the return of B"."""
    if act.lemma_.lower() not in promise_words().light:
        return [act]
    for child in act.children:
        if child.dep_ in ("xcomp", "ccomp") and child.i > act.i:
            return _weighty(child)
        if child.dep_ == "dobj":
            known = [thing for thing in conjuncts(child) if _is_known(thing)]
            if known:
                return known
    return [act]


def _things(word: "Token", state: CommitmentState) -> Iterator["Token"]:
    """What is promised without a verb: "agreed on a partial ceasefire", "pledged 1 million euros", "rejected a truce"."""
    if word.pos_ == "NOUN" and state is CommitmentState.AGREED:
        return  # a deal on something is read with the deals
    for child in word.children:
        if child.dep_ in ("dobj", "nsubjpass") and word.pos_ == "VERB":
            yield from (thing for thing in conjuncts(child) if _is_known(thing) or _is_gift(thing, word))
        elif child.dep_ == "prep" and child.lower_ in _THING_LINKS:
            links = [link for link in conjuncts(child) if link.pos_ == "ADP"]  # "on a truce, on roads and on prisoners"
            things = [
                thing for link in links for obj in link.children if obj.dep_ == "pobj" for thing in conjuncts(obj)
            ]
            for thing in things:
                inner = next((part for part in (thing, *of_what(thing)) if _is_known(part)), None)
                if inner is not None:
                    yield inner
                elif word.lemma_ == "agree" and child.lower_ == "on" and _is_agreeable(thing):
                    yield thing  # "agreed on the restoration of services"


def _is_agreeable(thing: "Token") -> bool:
    """ "agreed on the restoration of services"; a date, a venue or a need agreed on is no promise."""
    return thing.pos_ == "NOUN" and thing.lemma_.lower() not in promise_words().no_gifts | promise_words().no_acts


def _is_known(token: "Token") -> bool:
    return bool(acts_at(token))


def _is_gift(thing: "Token", word: "Token") -> bool:
    """A thing that is promised by being named: a sum, a number of people, "an amnesty"."""
    if any(child.dep_ in ("ccomp", "xcomp") for child in word.children):
        return False  # "promised the powers that it will stop"
    if thing.like_num or any(child.like_num for child in thing.children):
        return True
    words = promise_words()
    return (
        word.lemma_.lower() in words.giving_words
        and thing.pos_ == "NOUN"
        and thing.lemma_.lower() not in words.no_gifts
    )


# The terms of an agreement


def _by_terms(word: "Token") -> Iterator[Promise]:
    """ "the text commits both sides to let aid in", "the deal provides for a truce", "signed a plan for opening roads"."""
    words, lemma = promise_words(), word.lemma_.lower()
    if word.pos_ == "VERB" and lemma in words.binding | words.providing:
        subject, view = subject_of(word), outlook(word)
        if subject is None or subject.lemma_.lower() not in words.deals:
            return
        if view.negated or view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE, Mood.WANTED):
            return
        bound = next((c for c in word.children if c.dep_ in ("dobj", "dative") and c.i > word.i), None)
        if lemma in words.binding:
            for act in _infinitives(word):
                yield Promise(act, word, CommitmentState.AGREED, bound, under=True)
        if lemma in words.providing:
            for thing in _provided(word):
                act = word if lemma in words.giving and not acts_at(thing) else thing
                yield Promise(act, word, CommitmentState.AGREED, under=True)
    elif (
        word.pos_ == "NOUN" and lemma in words.deals and word.head.lemma_.lower() in words.made and _is_made(word.head)
    ):
        for act in _infinitives(word):
            yield Promise(act, word, CommitmentState.AGREED, under=True)


def _is_made(verb: "Token") -> bool:
    view = outlook(verb)
    return not view.negated and view.mood in (Mood.FACT, Mood.NOW)


def _provided(verb: "Token") -> Iterator["Token"]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ == "for":
            yield from (thing for obj in child.children if obj.dep_ == "pobj" for thing in conjuncts(obj))


# Announcements, breaches, truces in force, acts told ahead


def _by_announcement(verb: "Token") -> Iterator[Promise]:
    """ "announced a complete withdrawal", "declared a unilateral ceasefire"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in promise_words().announcing or not _is_made(verb):
        return
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for thing in conjuncts(child):
                if thing.lemma_.lower() in promise_words().deals - {"truce", "ceasefire", "cease-fire", "armistice"}:
                    continue
                if any(act.words.name not in ("resume talks", "signing") for act in acts_at(thing)):
                    yield Promise(thing, verb, CommitmentState.PLEDGED)


def _by_making(verb: "Token") -> Iterator[Promise]:
    """ "signed the ceasefire agreement", "a truce was reached", "accepted a withdrawal"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in promise_words().made or not _is_made(verb):
        return
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for thing in conjuncts(child):
                if any(act.words.name in ("ceasefire", "withdrawal", "prisoner exchange") for act in acts_at(thing)):
                    yield Promise(thing, verb, CommitmentState.AGREED)


def _not_kept(word: "Token") -> Iterator[Promise]:
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


def _ended(verb: "Token") -> Iterator[Promise]:
    """ "lifted the ceasefire", "the truce was broken": one that was agreed is suspended or breached."""
    lemma, words = verb.lemma_.lower(), promise_words()
    if verb.pos_ != "VERB" or lemma not in words.ending | words.breached or not _is_made(verb):
        return
    state = CommitmentState.BREACHED if lemma in words.breached else CommitmentState.SUSPENDED
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and _is_truce(child):
            yield Promise(child, verb, state)


def _in_effect(noun: "Token") -> Iterator[Promise]:
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


# Lists after a colon


def _listed(doc: "Doc") -> Iterator[Promise]:
    """ "agreed on a set of steps:" and then, each on a line of its own, "- the opening of four crossings"."""
    word: Token | None = None
    bullet = False
    for sentence in doc.sents:
        told = [t for t in sentence if not t.is_space]
        if not told:
            continue
        bullet = bullet or told[0].text in _BULLETS
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


# Acts told ahead


def _ahead(verb: "Token") -> Iterator[Promise]:
    """ "Armenia will grant the rights", "Hamas is to free 33 hostages", "the text is to be initialled"."""
    if verb.pos_ != "VERB":
        return
    lead, view = verb, outlook(verb)
    while lead.dep_ == "conj" and lead.head.pos_ == "VERB" and not _has_subject(lead) and verb.tag_ == "VB":
        lead = lead.head
    if lead != verb and not view.negated:
        view = outlook(lead)
    if view.mood is not Mood.FUTURE or view.under(clause_words().wanted):
        return
    if not (_is_told_ahead(verb) or _is_to(verb)):
        return
    for act in _weighty(verb):
        known = bool(acts_at(act))
        if view.negated and known:
            yield Promise(act, verb, CommitmentState.REFUSED)
        elif not view.negated and (known or act.lemma_.lower() not in promise_words().idle):
            yield Promise(act, verb, CommitmentState.PLEDGED, told_to=not _is_told_ahead(verb))


def _is_told_ahead(verb: "Token") -> bool:
    if any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and not _has_subject(verb) and _is_told_ahead(verb.head)


def _is_to(verb: "Token") -> bool:
    """ "is to free", "are to be exchanged", "is due to open"; of coordinated ones too."""
    node = verb
    while node.dep_ == "conj" and not _has_subject(node):
        node = node.head
    above = node.head
    return (
        node.dep_ == "xcomp"
        and _is_infinitive(node)
        and (above.lemma_ == "be" or above.lower_ in ("due", "set", "scheduled"))
    )


def _is_infinitive(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
