"""The terms of an agreement: what it commits to and provides for, what it is on, and lists of its points."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._pending import is_pending, is_talked_over
from dragoman.extract.commitments._promise import (
    Promise,
    infinitives,
    is_infinitive,
    is_made,
    is_purpose,
    linked,
    row_of,
    series,
)
from dragoman.extract.commitments._words import is_agreeable, state_of
from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.calendar import calendar
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at, forms_of
from dragoman.text.clause import Mood, outlook
from dragoman.text.memo import once
from dragoman.text.parties import conjuncts, subject_of
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALLOTTING = frozenset(("have", "give"))
_PACTS = ("agreement", "deal", "accord", "pact", "consent")
_ANNOUNCEMENTS = frozenset(("announcement", "conclusion", "signing"))
_SIGNING = ("sign", "initial")
_YEAR = 4  # digits
_OBLIGING = ("must", "shall", "may", "can")
_ORDINALS = frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        *("firstly", "secondly", "thirdly", "fourthly", "lastly", "finally", "next"),
    )
)
BULLETS = ("-", "\u2022", "*", "\u2013", "\u2014")
_ABOUT = frozenset(("on", "for", "over"))
_OPENINGS = (("of", "part"), ("to", "according"), ("to", "pursuant"), ("of", "terms"))
_PHASES = frozenset(("phase", "stage", "step", "part"))
_WISHING = ("call", "propose", "require", "see", "set", "outline")  # of a mere paper these tell what somebody wants


def by_terms(word: "Token") -> Iterator[Promise]:
    """ "the text commits both sides to let aid in", "the deal provides for a truce", "signed a plan for opening roads"."""
    words, lemma = promise_words(), word.lemma_.lower()
    if word.pos_ == "VERB" and lemma in words.binding | words.providing:
        yield from _provisions(word)
    elif word.pos_ == "VERB" and (lemma in words.wording or lemma in _SIGNING):
        yield from _worded(word)
    elif (
        word.pos_ == "NOUN"
        and lemma in words.deals
        and (_is_object_of_making(word) or _is_part(word) or is_dated(word))
    ):
        bound = _owner(word)
        for act in (*infinitives(word), *_greeted(word)):
            yield Promise(act, word, CommitmentState.AGREED, bound, under=True)
        for thing in linked(word, _ABOUT):
            part = next((part for part in (thing, *of_what(thing)) if acts_at(part)), None)
            if part is not None:
                yield Promise(part, word, CommitmentState.AGREED, under=True)
            elif thing.dep_ == "pobj" and thing.head.lower_ == "on" and is_agreeable(thing):
                yield Promise(thing, word, CommitmentState.AGREED)


def _worded(verb: "Token") -> Iterator[Promise]:
    """ "The accord says that 5,000 men will be freed", "they signed that a vote would be held": what it says shall be."""
    subject = subject_of(verb)
    if verb.lemma_.lower() not in _SIGNING:
        deal = deal_named(subject) if subject is not None and subject.pos_ != "PRON" else None
        if deal is None or deal.lemma_.lower() in promise_words().announced_in or is_pending(deal):
            return
        subject = None
    if not is_made(verb):
        return
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and outlook(child).mood is Mood.FUTURE:
            later = (c for c in child.children if c.dep_ == "conj" and c.pos_ == "VERB")
            for act in (act for clause in (child, *later) for act in series(clause)):
                if acts_at(act) or act.lemma_.lower() not in promise_words().remarks:
                    yield Promise(act, verb, CommitmentState.AGREED, under=True)


def _owner(noun: "Token") -> "Token | None":
    """Whose agreement it is: "the agreement of the four powers to send a force"."""
    links = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "between", "by"))
    return next((o for c in links for o in c.children if o.dep_ == "pobj"), None) if noun.lemma_ in _PACTS else None


def _greeted(noun: "Token") -> Iterator["Token"]:
    """ "welcome the deal to free them", "reached a deal to pull out": the model hangs what the deal is for on the verb."""
    verb, words = noun.head, promise_words()
    if noun.dep_ != "dobj":
        return
    greeted = verb.lemma_.lower() in words.welcoming
    for child in verb.children:
        near = child.dep_ in ("advcl", "xcomp") and is_infinitive(child) and child.left_edge.i == noun.right_edge.i + 1
        if near and (greeted or acts_at(child)):
            yield from series(child)


def _provisions(verb: "Token") -> Iterator[Promise]:
    """What an agreement does, told with it as the subject."""
    words, lemma = promise_words(), verb.lemma_.lower()
    subject, view = subject_of(verb), outlook(verb)
    deal = deal_named(subject) if subject is not None else None
    if subject is None or deal is None or (deal.lemma_.lower() in words.papers and lemma in _WISHING):
        return
    if is_pending(deal) or is_talked_over(verb):
        return
    if view.negated or view.mood in (Mood.CONDITIONAL, Mood.POSSIBLE) or _is_wanted(verb, subject):
        return
    if verb.dep_ == "acl" and subject.lemma_ == "plan":
        return  # "changes to a plan providing for a vote"
    bound = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    if lemma in words.binding:
        for act in _bound_to(verb):
            yield Promise(act, verb, CommitmentState.AGREED, bound, under=True)
    if lemma in words.providing:
        for thing in _provided(verb):
            if thing == bound and lemma in words.binding:
                continue
            parts = (
                [part for part in linked(thing, _ABOUT) if acts_at(part)]
                if thing.lemma_.lower() in words.clauses
                else []
            )
            if parts:  # "a clause on the release of prisoners"
                yield from (Promise(part, verb, CommitmentState.AGREED, under=True) for part in parts)
                continue
            if thing.lemma_.lower() in words.no_acts | words.steps and not acts_at(thing):
                steps = (act for c in thing.children if is_purpose(c) for act in series(c))
                yield from (Promise(act, verb, CommitmentState.AGREED, under=True) for act in steps)
                continue
            gives = acts_at(verb) or lemma in words.giving
            act = verb if gives and not acts_at(thing) else thing
            yield Promise(act, verb, CommitmentState.AGREED, _bound_before(verb), under=True)


def _bound_before(verb: "Token") -> "Token | None":
    """Whom the verb before binds: "commits both sides to lay down arms, and provide access"."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ == "VERB":
        node = node.head
        if node.lemma_.lower() in promise_words().binding:
            return next((c for c in node.children if c.dep_ in ("dobj", "dative") and c.i > node.i), None)
    return None


def _is_wanted(verb: "Token", deal: "Token") -> bool:
    """ "any deal must include relief": what a side wants of a deal that is not made."""
    any_at_all = any(c.lower_ in ("any", "no") and c.dep_ == "det" for c in deal.children)
    return any_at_all and any(c.lower_ in ("must", "should", "would", "has", "have") for c in verb.children)


def _bound_to(verb: "Token") -> Iterator["Token"]:
    """The acts that an agreement binds somebody to: "obliges both sides to protect civilians and to open a dialogue"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "advcl", "ccomp") and is_infinitive(child):
            yield from series(child)
    yield from (act for act in infinitives(verb) if act.dep_ == "pcomp")


def deal_named(subject: "Token") -> "Token | None":
    """The agreement that a subject is, or is a phase of, or that "it" must be after the sentence before."""
    deals = promise_words().deals
    own = next((part for part in (subject, *of_what(subject)) if part.lemma_.lower() in deals), None)
    if own is not None:
        return own
    if subject.lemma_.lower() in _PHASES and is_under(subject.sent.root):
        return subject  # "the first phase would see them freed, under the deal reached on Sunday"
    quoted = subject.i and subject.nbor(-1).text == '"'
    if subject.lower_ not in ("it", "this", "these", "they") or not subject.sent.start or quoted:
        return None
    before = subject.doc[subject.sent.start - 1].sent
    told = (
        t for t in before if t.lemma_.lower() in deals and (t.dep_ in ("nsubj", "nsubjpass") or _is_object_of_making(t))
    )
    deal = next(told, None)
    if subject.lower_ == "it":
        return deal or (before.root if in_terms(before.root) else None)
    return deal if before.root.lemma_.lower() in promise_words().providing else None


def _is_object_of_making(noun: "Token") -> bool:
    """ "signed a deal", "a deal was reached", "announced an agreement", "agreed to a plan"."""
    words, verb = promise_words(), noun.head
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and verb.lemma_.lower() in words.made | words.announcing:
        return is_made(verb)
    if noun.dep_ == "dobj" and verb.lemma_.lower() in words.welcoming:
        return not outlook(verb).negated
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in words.prolongation | _ANNOUNCEMENTS:
        return _is_object_of_making(verb.head)  # "welcomed the announcement of a truce"
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_.lower() in words.closing:
        return is_made(verb.head)  # "the talks ended with an agreement"
    named = verb.head.lemma_.lower() in words.tokens and verb.head.dep_ == "dobj"  # "put their names to a truce"
    put = any(c.dep_ == "dobj" and c.lemma_.lower() in words.tokens for c in verb.head.children)
    agrees = verb.head.lemma_.lower() in words.agreeing or named or put
    return (
        noun.dep_ == "pobj"
        and verb.lower_ in ("on", "to", "at")
        and agrees
        and is_made(verb.head.head if named else verb.head)
    )


def _is_part(noun: "Token") -> bool:
    """ "as part of a deal to free the hostages", "under an agreement to return the bodies", "after agreements to pay"."""
    link = noun.head
    if noun.dep_ != "pobj":
        return False
    after = link.lower_ in ("after", "following", "despite") and noun.lemma_ in _PACTS
    return after or link.lower_ == "under" or (link.lower_ == "of" and link.head.lower_ == "part")


def is_dated(noun: "Token") -> bool:
    """Whether an agreement is named with its day: "the 1953 armistice", "the ceasefire agreement of 12 August 2008"."""
    words = [c for c in noun.children if c.dep_ in ("compound", "nmod", "nummod", "amod")]
    words += [t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from") for t in c.subtree]
    return any((t.text.isdigit() and len(t) == _YEAR) or (t.ent_type_ == "DATE" and t.pos_ == "PROPN") for t in words)


def _provided(verb: "Token") -> Iterator["Token"]:
    """Things and acts that an agreement provides for: nouns, gerunds, "for A to do it"."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from row_of(child)
            # "entails a halt to fighting, the entry of fuel, and flights": the model takes the second for the first
            yield from (one for c in child.children if c.dep_ == "appos" and _is_row(c) for one in conjuncts(c))
        elif child.dep_ == "prep" and child.lower_ == "to" and verb.lemma_ == "lead":
            yield from (thing for obj in child.children if acts_at(obj) for thing in conjuncts(obj) if acts_at(thing))
        elif child.dep_ == "prep" and child.lower_ == "for":
            for link in conjuncts(child):
                yield from (thing for obj in link.children if obj.dep_ == "pobj" for thing in row_of(obj))
                yield from (act for obj in link.children if obj.dep_ == "pcomp" for act in series(obj))
        elif child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "advcl") and _is_laid_down(child):
            yield from series(child)
            yield from (later for later in child.children if later.dep_ == "conj" and _is_laid_down(later))


def _is_row(noun: "Token") -> bool:
    return any(child.dep_ == "conj" for child in noun.children)


def _is_laid_down(verb: "Token") -> bool:
    """ "(calls) for Hamas to free hostages", "(includes) opening roads", "(stipulates) that both withdraw"."""
    if verb.pos_ != "VERB":
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if verb.dep_ == "advcl" or verb.dep_ == "conj":
        return is_infinitive(verb) and "for" in marks
    return verb.tag_ in ("VBG", "VB") or is_infinitive(verb) or "that" in marks


@once
def in_terms(root: "Token") -> bool:
    """Whether a sentence tells the terms of an agreement: it says so, or goes on from one that does with what shall be."""
    sentence = root.sent
    if is_under(root) or opens_terms(root) or any(_tells_terms(word) for word in sentence):
        return True
    if not sentence.start:
        return False
    if is_present_term(root):
        return True
    if _is_item(root):
        return in_terms(root.doc[sentence.start - 1].sent.root)
    if not (outlook(root).mood is Mood.FUTURE or is_foreseen(root) or is_obliged(root) or any(terms_set(root))):
        return False
    return in_terms(root.doc[sentence.start - 1].sent.root)


@once
def follows_terms(root: "Token") -> bool:
    """Whether a sentence goes on from one that tells the terms of an agreement, or says itself that it stands under one."""
    start = root.sent.start
    return is_under(root) or (start > 0 and in_terms(root) and in_terms(root.doc[start - 1].sent.root))


@once
def opens_terms(root: "Token") -> bool:
    """ "What have they promised?", "What is in it?", "They agreed as follows:", "The accord has nine points:"."""
    told = [t for t in root.sent if not t.is_space]
    if not told:
        return False
    if told[-1].text == "?":
        asked = any(t.lower_ == "what" for t in told[:2])
        about = promise_words().agreed | promise_words().pledged | promise_words().made | promise_words().providing
        of_it = any(t.dep_ == "pobj" and t.lower_ in ("it", "them") and t.head.lower_ == "in" for t in told)
        named = any(t.lemma_.lower() in about | promise_words().deals | promise_words().clauses for t in told)
        return asked and (named or of_it)
    follows = any(t.lower_ in ("follows", "following", "below") for t in told)
    agreed = any(state_of(t) is CommitmentState.AGREED or t.lemma_.lower() in promise_words().deals for t in told)
    return agreed and (follows or told[-1].text == ":")


def _is_item(root: "Token") -> bool:
    """Whether a sentence is one of a list of terms: "Third, the army leaves", "- both withdraw", "2. Aid is let in"."""
    words = root.sent
    first = next((t for t in words if not t.is_space), root)
    bullet = first.text in BULLETS or (first.i > 0 and first.nbor(-1).text in BULLETS)
    counted = first.lower_ in _ORDINALS and first.i + 1 < len(first.doc) and first.nbor(1).text == ","
    numbered = first.text.rstrip(".)").isdigit() and first.i == words.start
    return bullet or counted or numbered


@once
def is_foreseen(verb: "Token") -> bool:
    """ "An association is foreseen", "elections are planned for May", "a plan is due on 26 April"."""
    if verb.lemma_ == "be":
        due = any(c.dep_ == "acomp" and c.lower_ == "due" for c in verb.children)
        return due and verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "xcomp" for c in verb.children)
    helpers = [c for c in verb.children if c.dep_ == "auxpass"]
    told = verb.tag_ == "VBN" and any(c.tag_ in ("VBZ", "VBP") for c in helpers)
    return (
        told and verb.lemma_.lower() in promise_words().foreseeing and not any(c.dep_ == "xcomp" for c in verb.children)
    )


@once
def is_present_term(verb: "Token") -> bool:
    """ "(They signed on Friday.) Russia frees 32 men": a side's act told as of now, right after the terms of an agreement."""
    sentence = verb.sent
    if not sentence.start or verb.tag_ not in ("VBZ", "VBP") or verb.dep_ not in ("ROOT", "conj"):
        return False
    if not acts_at(verb) and promise_words().conceding.isdisjoint(forms_of(verb)):
        return False
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in promise_words().deals:
        return False  # "the agreement caps seven rounds of talks"
    if subject is None or not (subject.pos_ in ("NOUN", "PROPN") or subject.lower_ in ("both", "each", "all")):
        return False
    return in_terms(sentence.doc[sentence.start - 1].sent.root)


def _tells_terms(word: "Token") -> bool:
    """Whether a word tells of an agreement as made, or what one provides for."""
    if word.pos_ == "VERB":
        return any(True for _ in by_terms(word))
    return word.pos_ == "NOUN" and word.lemma_.lower() in promise_words().deals and _is_object_of_making(word)


@once
def is_under(root: "Token") -> bool:
    """Whether the sentence says that an agreement is spoken of: "under the deal", "as part of the accord"."""
    words = promise_words().deals
    return any(token.dep_ == "prep" and _leads_in(token, words) for token in root.sent)


def _leads_in(link: "Token", deals: frozenset[str]) -> bool:
    """ "under the deal", "part of the deal", "according to the accord", "a deal under which", "in return"."""
    objects = [child for child in link.children if child.dep_ == "pobj"]
    if link.lower_ == "in":
        return any(obj.lower_ in ("return", "exchange") and obj.right_edge == obj for obj in objects)
    if link.lower_ in ("under", "by") and any(obj.lower_ == "which" for obj in objects):
        deal = link.head.head
        return link.head.dep_ == "relcl" and deal.lemma_.lower() in deals and not is_pending(deal)
    opens = link.lower_ in ("under", "per") or (link.lower_, link.head.lower_) in _OPENINGS
    if opens and any(obj.lower_ in ("it", "this", "them", "these") for obj in objects):
        return bool(link.sent.start) and tells_deal(
            link.doc[link.sent.start - 1].sent.root
        )  # "Under it, both withdraw"
    return opens and any(obj.lemma_.lower() in deals and not is_pending(obj) for obj in objects)


@once
def tells_deal(root: "Token") -> bool:
    """Whether a sentence tells of an agreement as made: "they came out with a paper of eight points"."""
    deals = promise_words().deals
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in deals and _is_object_of_making(t) for t in root.sent)


def terms_set(verb: "Token") -> Iterator["Token"]:
    """The time that somebody is given: "has thirty days (to name a cabinet)", "have until October 10"."""
    if verb.lemma_ in _ALLOTTING:
        for child in verb.children:
            span = child.dep_ == "dobj" and child.lemma_.lower() in calendar().unit
            if span or (child.dep_ == "prep" and child.lower_ == "until"):
                yield child


def is_obliged(verb: "Token") -> bool:
    """ "must withdraw", "may keep their arms": what an agreement lays down or leaves free."""
    if (
        verb.dep_ == "xcomp"
        and is_infinitive(verb)
        and verb.head.lemma_ in ("have", "oblige", "require", "bind", "suppose")
    ):
        return True
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if not helpers.isdisjoint(_OBLIGING):
        return True
    would = "would" in helpers and bool(acts_at(verb))  # "under the deal prisoners would be freed"
    return ("should" in helpers or would) and is_under(verb.sent.root)
