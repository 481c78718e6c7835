"""Silence: who will not comment, has not answered, or will neither confirm nor deny."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, is_in
from dragoman.extract.positions._topics import about, earlier_topic, substance
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def silent(word: "Token") -> Iterator[Held]:
    """ "declined to comment on the dates", "had no immediate comment", "would neither confirm nor deny it"."""
    lemma = word.lemma_.lower()
    if (
        word.pos_ == "NOUN"
        and (lemma == "comment" or _are_withheld(word) or _is_unanswered(word))
        and any(c.lower_ == "no" for c in word.children)
    ):
        topic = about(word) or _asked_about(word) or earlier_topic(word)
        giver = about(word, ("from", "by"))
        giver = giver if giver is not None else subject_of(word.head)
        if topic is not None and word.head.pos_ in ("VERB", "AUX"):
            yield Held(word, Stance.NO_COMMENT, substance(topic), giver)
        return
    if word.pos_ != "VERB" or not (is_in(word, "no_comment") or is_in(word, "not_telling")):
        return
    neither = lemma == "confirm" and any(c.lower_ == "neither" for c in word.children)
    view = outlook(word)
    silent = lemma in stance_words()["no_comment"] and (view.negated or view.under(frozenset(("decline", "refuse"))))
    told = lemma in stance_words()["not_telling"] and (
        view.under(frozenset(("decline", "refuse")))
        or (view.negated and not neither and any(c.lower_ == "would" for c in word.children))
        or (lemma == "confirm" and view.negated and not neither and view.mood is Mood.FACT)
    )
    if told:
        topic = next((c for c in word.children if _is_untold(c) and c.i > word.i), None) or about(word)
        if topic is not None:
            passive = next((c for c in word.children if c.dep_ == "nsubjpass"), None)
            yield Held(word, Stance.NO_COMMENT, topic, passive if passive is not None else subject_of(word))
        return
    if neither or (silent and view.mood is not Mood.CONDITIONAL):
        both = (word, *(c for c in word.children if c.dep_ == "conj"))
        thing = next((c for w in both for c in w.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        thing = thing or next((c for w in both for c in w.children if neither and c.dep_ == "ccomp"), None)
        topic = about(word) or thing
        if topic is None or topic.lower_ in stance_words()["empty"]:
            topic = _asked_about(word) or earlier_topic(word)
        if topic is not None and not (lemma != "comment" and is_in(topic, "requests")):
            yield Held(word, Stance.NO_COMMENT, substance(topic), subject_of(word))


def _is_untold(part: "Token") -> bool:
    """ "would not say whether", "would not give a date", "would not say when the talks would take place"."""
    asking = part.dep_ == "advcl" and any(c.lower_ in ("when", "where", "how", "if", "whether") for c in part.children)
    return part.dep_ in ("ccomp", "dobj") or asking


def _asked_about(word: "Token") -> "Token | None":
    """ "asked about the talks, he declined to comment", "when asked whether it had written": what the question was on."""
    asked = next((t for t in word.sent if t.tag_ == "VBN" and is_in(t, "asking")), None)
    if asked is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in asked.children):
        return None
    return about(asked, ("about", "on", "over")) or next((c for c in asked.children if c.dep_ == "ccomp"), None)


def _is_unanswered(noun: "Token") -> bool:
    """ "no immediate reaction", "no official response"."""
    return is_in(noun, "answers") and any(is_in(c, "at_once") for c in noun.children)


def _are_withheld(noun: "Token") -> bool:
    """ "gave no details", "provided no explanation"."""
    given = is_in(noun.head, "giving")
    return noun.dep_ == "dobj" and given and is_in(noun, "details")


def kept_silent(verb: "Token") -> Iterator[Held]:
    """ "remained silent on the offer", "has yet to respond to it"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    holder = subject_of(verb)
    if verb.lemma_ in ("remain", "stay", "keep", "be"):
        quiet = next((c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr") and is_in(c, "quiet")), None)
        topic = (about(quiet) or about(verb, ("on", "about", "over"))) if quiet is not None else None
    elif is_in(verb, "no_comment") and verb.head.lemma_ == "have" and verb.dep_ == "xcomp":
        yet = any(c.lower_ == "yet" for c in (*verb.children, *verb.head.children))
        topic = (about(verb) or earlier_topic(verb.head)) if yet else None
    else:
        return
    if topic is not None and not is_in(topic, "requests"):
        yield Held(verb, Stance.NO_COMMENT, substance(topic), holder)
