"""Turning away: who walks out, blocks, doubts, shuts the door, or will have none of a thing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extract.positions._held import Held, forms, is_in
from dragoman.extract.positions._topics import about, dealt_with, substance, told_before
from dragoman.lexicon.acts import stance_words
from dragoman.model import Stance
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = (Mood.NOW, Mood.FACT)
_HANDS = ("name", "signature", "hand", "blessing", "support", "pen")
_VOWS = frozenset(("vow", "pledge", "promise", "swear", "threaten"))


def _object(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _left(verb: "Token") -> "Token | None":
    """What is left: the talks of "walked out of the talks", "withdrew from the talks", "quit the talks"."""
    particles = [c for c in verb.children if c.dep_ in ("prt", "advmod", "prep")]
    return _object(verb) or about(verb, ("from",)) or next((o for c in particles if (o := about(c, ("of",)))), None)


def walked_out(verb: "Token") -> Iterator[Held]:
    """ "withdrew from the process", "blocked the extension", "questioned the need for it"."""
    if verb.pos_ == "VERB" and not outlook(verb).negated and outlook(verb).mood in _TOLD:
        topic = _turned_from(verb)
        if topic is not None:
            yield Held(verb, Stance.OPPOSES, substance(topic), subject_of(verb))


def _turned_from(verb: "Token") -> "Token | None":
    """The process left, the extension blocked, the thing whose worth is questioned."""
    thing = _object(verb)
    if not forms(verb).isdisjoint(stance_words()["leaving"]):
        left = _left(verb)
        return left if left is not None and is_in(left, "left_behind") else None
    if thing is not None and is_in(verb, "blocking"):
        return thing if is_in(thing, "blocked") else None
    if thing is not None and is_in(verb, "doubting") and is_in(thing, "worth"):
        return about(thing, ("of", "for", "in", "to"))
    return None


def shut_out(verb: "Token") -> Iterator[Held]:
    """ "closed the door on a deal", "left the door open to talks", "turned its back on the text", "wants no part of it"."""
    thing = _object(verb)
    if verb.pos_ != "VERB" or thing is None or outlook(verb).mood in (Mood.CONDITIONAL, Mood.POSSIBLE):
        return
    topic = about(thing, ("on", "to", "for")) or about(verb, ("on", "to", "for"))
    stance = Stance.OPPOSES
    if is_in(thing, "doors") and is_in(verb, "shut_doors"):
        stance = Stance.SUPPORTS if outlook(verb).negated else stance
    elif is_in(thing, "doors") and is_in(verb, "opened_doors"):
        ajar = next((t for t in verb.subtree if t.i > verb.i and t.lower_ in ("open", "ajar")), None)
        topic = (topic or about(ajar)) if ajar is not None else topic if verb.lemma_ == "open" else None
        stance = Stance.SUPPORTS
    elif thing.lower_ == "part" and verb.lemma_ == "want" and any(c.lower_ == "no" for c in thing.children):
        topic = about(thing, ("of", "in"))
    elif thing.lower_ != "back" or verb.lemma_ != "turn":
        return
    if topic is not None:
        yield Held(verb, stance, substance(topic), subject_of(verb))


def put_no_name(verb: "Token") -> Iterator[Held]:
    """ "would not put its name to the text", "will have nothing to do with the force"."""
    if verb.pos_ not in ("VERB", "AUX") or not any(c.lower_ in ("will", "would", "wo", "'ll") for c in verb.children):
        return
    thing = _object(verb)
    if thing is None:
        return
    topic = None
    if verb.lemma_ in ("put", "lend", "give", "set") and outlook(verb).negated and thing.lemma_ in _HANDS:
        topic = about(verb, ("to", "on", "under")) or about(thing, ("to", "on", "under"))
    elif verb.lemma_ == "have" and thing.lower_ == "nothing":
        topic = dealt_with(verb, thing)
    if topic is not None:
        yield Held(verb, Stance.OPPOSES, substance(topic), subject_of(verb))


def fights_on(verb: "Token") -> Iterator[Held]:
    """ "vowed to fight on": against what was told before."""
    if verb.lemma_ not in ("fight", "battle", "struggle") or not outlook(verb).under(_VOWS):
        return
    on = any(c.lower_ == "on" and c.dep_ in ("prt", "advmod", "prep") and not list(c.children) for c in verb.children)
    topic = told_before(verb) if on else None
    if topic is not None:
        yield Held(verb, Stance.OPPOSES, topic, subject_of(verb.head))


def not_to_be(verb: "Token") -> Iterator[Held]:
    """In what a side says: "no prisoner will be freed", "the region will not be divided", "he would not be released"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if verb.pos_ != "VERB" or subject is None or verb.dep_ == "relcl" or not is_in(verb, "not_taking"):
        return
    none = any(c.lower_ in ("no", "neither") for c in subject.children)
    ahead = any(c.lower_ in ("will", "would", "wo") for c in verb.children if c.dep_ == "aux")
    if ahead and (none or any(c.dep_ == "neg" for c in verb.children)) and subject.pos_ != "PRON":
        yield Held(verb, Stance.OPPOSES, verb)


def advised_against(verb: "Token") -> Iterator[Held]:
    """ "advised him against the proclamation", "cautioned against haste"."""
    topic = about(verb, ("against",)) if verb.pos_ == "VERB" and is_in(verb, "advising") else None
    thing = _object(verb)
    if topic is None and thing is not None and is_in(verb, "advising"):
        topic = about(thing, ("against",))
    if topic is not None and not outlook(verb).negated:
        yield Held(verb, Stance.OPPOSES, topic, subject_of(verb))


def ordered(verb: "Token") -> Iterator[Held]:
    """ "ordered Thailand and Cambodia to pull back", "told Hamas to show flexibility": what one side bids another do."""
    if verb.pos_ != "VERB" or not is_in(verb, "ordering") or outlook(verb).negated:
        return
    asked = _object(verb)
    act = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    named = asked is not None and asked.ent_type_ in ("GPE", "NORP", "ORG")
    if asked is None or not named or act is None or outlook(verb).mood not in _TOLD:
        return
    if act.tag_ == "VB" and any(c.tag_ == "TO" for c in act.children) and not is_in(act, "idle_acts"):
        yield Held(verb, Stance.DEMANDS, act, subject_of(verb), asked)
