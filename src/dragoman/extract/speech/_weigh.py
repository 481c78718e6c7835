"""Which acts count: what is no act of speech of its own is dropped or marked as weak."""

from typing import TYPE_CHECKING

from dragoman.extract.speech._acts import Act
from dragoman.extract.speech._grammar import first_child, has_own_subject
from dragoman.lexicon.saying import channels, saying
from dragoman.model import ActorKind
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset(("it", "he", "she", "they", "we", "who", "both", "all", "i"))
_THIRD = (ActorKind.PERSON, ActorKind.OFFICE)
_HERE = frozenset(("i", "we", "you"))


def weigh(draft: Draft, acts: list[Act]) -> list[Act]:
    """The acts worth keeping. A weak one with a clause stays as wide, one with a mere noun or infinitive goes."""
    rooted = {mention.root for mention in draft.actors if not mention.adjective}
    kept = []
    for act in acts:
        if not (act.pieces or (act.denied and act.cue.lemma_ in saying().denied)):
            continue
        weak = _is_subordinate(act, acts) or not _has_voice(act, rooted) or _is_of_the_quoted(draft, act, acts)
        if weak and act.form != "clause" and not _is_of_a_third(draft, act):
            _hand_over(act, acts)
            continue
        act.wide = act.wide or (weak and act.form == "clause")
        kept.append(act)
    return kept


def _hand_over(act: Act, acts: list[Act]) -> None:
    """What hangs on a participle that is no act of its own is still the speaker's: it goes to the act it goes on with."""
    host = _host(act, acts)
    if host is not None and not any(piece.overlaps(own) for piece in act.pieces for own in host.pieces):
        host.pieces = sorted([*host.pieces, *act.pieces])


def _has_voice(act: Act, rooted: set[int]) -> bool:
    """Whether the subject is somebody: for clauses anything but what contains and prescribes."""
    if not act.speakers:
        return act.form == "clause"
    speaker = act.speakers[0]
    noun = speaker.lemma_.lower()
    if speaker.i in rooted or speaker.pos_ == "PROPN":
        return True
    if act.form == "clause":
        return noun not in saying().mute
    return speaker.lower_ in _PERSONS or saying().can_speak(noun) or noun in channels().outlet


def _is_of_the_quoted(draft: Draft, act: Act, acts: list[Act]) -> bool:
    """What a quoted speaker says of himself and his listeners, or urges, is his quotation and no act of its own.

    A quotation that nobody is heard to speak (a statement printed in whole) is the report itself.
    """
    spoken = any(
        piece.holds(act.cue.idx) for other in acts if other is not act for piece in (*other.pieces, *other.floating)
    )
    if not (draft.in_quote(act.cue.idx) and spoken):
        return any(token.lower_ in ("i", "you") for token in act.speakers)
    return act.form != "clause" or any(token.lower_ in _HERE or token.lower_ == "it" for token in act.speakers)


def _is_of_a_third(draft: Draft, act: Act) -> bool:
    """ "The President calls on both sides", quoted from his spokesman: the other speaks in these words."""
    if not draft.in_quote(act.cue.idx) or act.cue.tag_ != "VBZ" or act.wide:
        return False
    named = {m.root for m in draft.actors if m.kind in _THIRD and not m.pronoun}
    return any(token.i in named and token.pos_ != "PRON" for token in act.speakers)


def _is_subordinate(act: Act, acts: list[Act]) -> bool:
    """A noun's clause, a gerund, a participle that goes on with its verb, an act told by another speaker."""
    cue = act.cue
    if cue.tag_.startswith("NN"):
        return True
    if act.form != "clause" and (_is_gerund(cue) or _is_purpose(cue)):
        return True
    if (host := _host(act, acts)) is not None and (act.form != "clause" or host.form == "noun"):
        return True
    outer = _outer(act, acts)
    if outer is None:
        return False
    same = {t.i for t in act.speakers} <= {t.i for t in outer.speakers}
    return act.form != "clause" or same or any(token.pos_ == "PRON" for token in act.speakers)


def _is_gerund(cue: "Token") -> bool:
    """ "Ended by accusing"; not with a subject of its own ("with both sides accusing"), nor told as an event ("after")."""
    return cue.dep_ == "pcomp" and not has_own_subject(cue) and cue.head.lower_ not in saying().event


def _is_purpose(cue: "Token") -> bool:
    """ "Is using the tour to ask": what is yet to be said, unless the verb above carries or makes it."""
    words = saying()
    above = cue.head.lemma_
    return (
        cue.tag_ == "VB"
        and cue.dep_ in ("xcomp", "advcl", "acl")
        and any(c.tag_ == "TO" for c in cue.children)
        and above not in words.carry | words.light | words.withhold
    )


def _host(act: Act, acts: list[Act]) -> Act | None:
    """The act whose verb the participle hangs on, when one speaker is behind both."""
    if act.cue.tag_ != "VBG" or act.cue.dep_ not in ("advcl", "acl", "xcomp", "conj"):
        return None
    speakers = {token.i for token in act.speakers}
    hosts = [o for o in acts if o is not act and o.pieces and o.cue.sent == act.cue.sent and o.cue.i < act.cue.i]
    return next((o for o in reversed(hosts) if speakers and speakers == {token.i for token in o.speakers}), None)


def _outer(act: Act, acts: list[Act]) -> Act | None:
    """The act in whose content the cue lies; a relative clause set off by a comma is the narrator's own."""
    cue = act.cue
    relative = first_child(cue, "dobj", "nsubj")
    if cue.dep_ == "relcl" and relative is not None and relative.lower_ == "which" and cue.left_edge.i > 0:
        return None
    holders = [o for o in acts if o is not act and not o.according and o.covers(cue.idx) and o.cue.i != cue.i]
    return min(holders, key=lambda o: sum(p.end - p.start for p in o.pieces), default=None)
