"""Acts told ahead: "will", "is to", "is due to"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.commitments._pending import is_pending
from dragoman.extract.commitments._promise import (
    VERBAL,
    Promise,
    has_subject,
    is_infinitive,
    is_known,
    is_made,
    is_purpose,
    sends_envoys,
    series,
    subject_over,
    weighty,
)
from dragoman.extract.commitments._terms import in_terms, is_obliged, is_under, terms_set
from dragoman.extract.commitments._words import state_of
from dragoman.lexicon.acts import event_words, promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, is_going_to, outlook

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_WORDS = (CommitmentState.OFFERED, CommitmentState.REFUSED)
_VAGUE = ("it", "this", "what")
_AHEAD = frozenset(("will", "shall", "'ll", "wo", "would"))


def ahead(verb: "Token") -> Iterator[Promise]:
    """ "Armenia will grant the rights", "Hamas is to free 33 hostages", "the text is to be initialled"."""
    if verb.pos_ != "VERB":
        return
    lead, view = verb, outlook(verb)
    while lead.dep_ == "conj" and lead.head.pos_ == "VERB" and not has_subject(lead) and verb.tag_ == "VB":
        lead = lead.head
    if lead != verb and not view.negated:
        view = outlook(lead)
    if _is_laid_down(verb):
        if verb.lemma_.lower() not in promise_words().talking or is_known(verb):
            yield Promise(verb, verb, CommitmentState.AGREED, under=True)
        return
    if view.mood is not Mood.FUTURE or view.under(clause_words().wanted | promise_words().feared):
        return
    if not (is_told_ahead(verb) or is_to(verb)) or _is_of_wish(verb) or _is_of_talks(verb) or _is_drafted(verb):
        return
    told_to = not is_told_ahead(verb)
    for act in weighty(verb):
        known = is_known(act)
        if not known and state_of(act) in _OWN_WORDS:
            continue  # "will offer help", "would refuse to meet" are told by their own words
        withheld = known or act.lemma_.lower() in promise_words().withheld
        if withheld and (view.negated or (known and _gives_none(act))):
            yield Promise(act, verb, CommitmentState.REFUSED)
        elif not view.negated and (known or not _is_idle(act, told_to)):
            yield Promise(act, verb, CommitmentState.PLEDGED, told_to=told_to)


def _is_of_wish(verb: "Token") -> bool:
    """ "proposed to form groups that will work on it", "said it would only release him for 1,400 others"."""
    wished = verb.dep_ == "relcl" and outlook(verb.head).under(clause_words().wanted)
    parted = verb.i + 1 < len(verb.doc) and verb.nbor(1).text == "-"  # "were to re-start"
    return wished or parted or any(c.dep_ == "advmod" and c.lower_ == "only" for c in verb.children)


def _is_drafted(verb: "Token") -> bool:
    """ "The draft agreement says that prisoners will be freed": nobody has agreed to it."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in promise_words().wording:
        return False
    papers = (c for c in verb.head.children if c.dep_ == "nsubj" and c.lemma_.lower() in promise_words().deals)
    return any(is_pending(paper) for paper in papers)


def _is_of_talks(verb: "Token") -> bool:
    """ "Talks are due to begin": a meeting, which promises nothing of its own."""
    subject = subject_over(verb, ("xcomp", "acomp"))
    lemma = subject.lemma_.lower() if subject is not None else None
    held = verb.lemma_ == "hold" and lemma in event_words()  # "the exchange will be held within three weeks"
    return lemma in promise_words().met or held


def _gives_none(act: "Token") -> bool:
    """ "will release no prisoners"."""
    return any(c.lower_ == "no" for child in act.children if child.dep_ == "dobj" for c in child.children)


def _is_idle(act: "Token", told_to: bool) -> bool:
    """Verbs that promise nothing when told ahead; of what an agreement lays down only talk promises nothing."""
    words, lemma = promise_words(), act.lemma_.lower()
    if lemma == "remain" and any(c.dep_ == "acomp" and c.lower_ == "engaged" for c in act.children):
        return False
    if sends_envoys(act):
        return True
    if told_to and act.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in act.children):
        return lemma in words.remarks  # "the fighters are to be taken into the army"
    return lemma in (words.talking if told_to and in_terms(act.sent.root) else words.idle)


def _is_laid_down(verb: "Token") -> bool:
    """What holds or must be done under an agreement: "under the deal all three waive their claims", "must withdraw"."""
    if verb.dep_ not in ("ROOT", "conj", "relcl", "xcomp") or outlook(verb).negated or state_of(verb) is not None:
        return False
    if is_obliged(verb):
        return in_terms(verb.sent.root)
    return verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "ROOT" and is_under(verb)


def allotted(verb: "Token") -> Iterator[Promise]:
    """ "has thirty days to name a cabinet", "have until October 10 to reach a settlement"."""
    for child in terms_set(verb):
        if not is_made(verb):
            return
        for act in (*child.children, *verb.children):
            if act.pos_ == "VERB" and act.i > child.i and is_purpose(act):
                yield from (Promise(one, verb, CommitmentState.AGREED, told_to=True) for one in series(act))


def is_told_ahead(verb: "Token") -> bool:
    if any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not has_subject(verb) and is_told_ahead(verb.head)


def is_to(verb: "Token") -> bool:
    """ "is to free", "are to be exchanged", "is due to open"; of coordinated ones too."""
    node = verb
    while node.dep_ == "conj" and not has_subject(node):
        node = node.head
    above = node.head
    if (
        node.dep_ != "xcomp"
        or not is_infinitive(node)
        or any(c.lower_ == "have" and c.dep_ == "aux" for c in node.children)
    ):
        return False  # "was to have begun" did not
    if above.lower_ == "expected":
        names = [act.words.name for act in acts_at(verb)]
        return "signing" in names or (bool(names) and is_under(verb.sent.root))
    if any(c.dep_ == "prt" for c in above.children):
        return False  # "set out to reach a truce"
    return (
        above.lower_ in ("due", "set", "scheduled")
        or is_going_to(above)
        or (above.lemma_ == "be" and not _is_defined(above))
    )


def _is_defined(verb: "Token") -> bool:
    """ "it was premature to", "its duty is to", "is only to": what a thing is or is for, not what shall be done."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr") or (child.dep_ == "advmod" and child.lower_ in ("only", "just", "simply")):
            return True
        if child.dep_ == "nsubj" and (child.lower_ in _VAGUE or child.lemma_.lower() in promise_words().purposes):
            return True
    return False
