"""Whether the time and place that a clause tells are those of the meeting in it, or of what somebody does about the meeting."""

from typing import TYPE_CHECKING

from dragoman.extract.meetings._events import Event, cores
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import Span
from dragoman.text.clause import predicate
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_SCENES = ("at", "during", "after", "in", "following", "since", "before", "into")  # "agreed at talks": there and then


def is_of_other_act(draft: Draft, span: Span, event: Event) -> bool:
    """Whether an expression that hangs on the clause's verb says when or where something is done about the meeting.

    "On Sunday A offered talks", "thousands protested in Madrid against talks", "filed a petition for talks in Paris":
    the meeting has that day and place only where the verb tells that it takes place, or where they stand behind it.
    """
    words = draft.doc.char_span(*span, alignment_mode="expand")
    if event.is_verb or event.deal or words is None:
        return False
    token, verb = event.token, predicate(event.token)
    if any(core.is_ancestor(words.root) for core in cores(token)) or predicate(words.root) != verb:
        return False
    top = _counted(token)
    if top.dep_ in ("nsubj", "nsubjpass"):
        # "the talks were disclosed on Friday"; "the talks, announced last week, opened"
        return top.dep_ == "nsubjpass" and verb.lemma_.lower() in meeting_words().lists["telling"]
    if top.dep_ == "pobj" and (top.head.lower_ in _SCENES or _is_purpose(top)):
        return False
    lists, lemma = meeting_words().lists, verb.lemma_.lower()
    if lemma in (lists["light"] | lists["mediating"] | lists["receiving"] | lists["having"]) - lists["arranging"]:
        return False
    nested = top.head != verb and top.head.head != verb
    return nested or words.root.i < token.i


def _counted(token: "Token") -> "Token":
    """The noun at the head of a phrase that only counts or bounds talks: of "the first day of talks" it is "day"."""
    spans = meeting_words().lists["stretches"]
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in spans:
        token = token.head.head
    return token


def _is_purpose(top: "Token") -> bool:
    """ "left for talks in Muscat", "meets on Monday for talks"."""
    return top.head.lower_ == "for" and top.head.head.pos_ in ("VERB", "AUX") and not _is_wish(top.head.head)


def _is_wish(verb: "Token") -> bool:
    return verb.lemma_.lower() in meeting_words().lists["wishing"]
