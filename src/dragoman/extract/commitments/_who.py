"""Who is bound by a promise, to whom, in what state it is, and whose words it is in."""

from typing import TYPE_CHECKING

from dragoman.extract.commitments._promise import Promise, is_undertaken, parted_by, undergoing
from dragoman.extract.commitments._terms import follows_terms, in_terms
from dragoman.lexicon.acts import event_words, promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind, CommitmentState
from dragoman.text.acts import Act
from dragoman.text.deals import Deal, parties_at_table
from dragoman.text.doers import actors_or_speaker, givers, owners_of, receives, recipients, side_of
from dragoman.text.draft import Draft, span_of
from dragoman.text.parties import actors_of, bodies_of, of_the_conflict, people_of, subject_of
from dragoman.text.sources import chain_over, speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALL = ("they", "both", "all", "each", "two", "pair")
_GIVEN = ("promise", "assure", "offer", "guarantee", "grant", "pledge")
_BROKERING = ("broker", "mediate", "negotiate")  # whoever brings a truce about is no party to it
_HANDING = ("give", "make", "grant", "offer")
_LEAVING_OFFICE = ("resign", "abdicate", "retire")
_BOTH = 2  # sides to an agreement
_OF_FIGHTERS = (
    *("ceasefire", "prisoner exchange", "release of detainees", "release of hostages", "return of remains"),
    *("humanitarian access", "withdrawal"),
)
_PASSAGE = 200  # words after an agreement's name within which its terms are told
_PERSONAL = (CommitmentState.PLEDGED, CommitmentState.OFFERED)


def promisers(draft: Draft, promise: Promise, act: Act | None, deal: Deal | None) -> tuple[str, ...]:
    """Who is bound: whom the word binds, who promises, who acts, else the parties of the agreement it stands under."""
    if promise.bound is not None:
        collective = promise.bound.lemma_.lower() in roles().sides and deal is not None and bool(deal.parties)
        if deal is not None and collective and not of_the_conflict(promise.bound):
            return deal.parties
        if bound := side_of(draft, promise.bound):
            return bound
    if _is_own_affair(promise.act) and (people := _people_promising(draft, promise)):
        return people
    told = promise.word != promise.act or promise.word.pos_ == "NOUN"
    if told and not promise.under and promise.word.lemma_ not in _BROKERING:
        by = _who_promises(draft, promise.word)
        if by is not None:
            return by
    between = parted_by(promise.act) if promise.under else []
    own = tuple(name for link in between for o in link.children if o.dep_ == "pobj" for name in side_of(draft, o))
    if not promise.under and act is not None:
        own = givers(draft, act)
        if not own and receives(act):
            return _by_deal(draft, promise, deal)  # "would receive 35 bodies" binds somebody else
    if act is not None and promise.under and act.core.pos_ != "VERB" and act.words.name != "ceasefire":
        own = owners_of(draft, act.core)  # "the deal provides for a US withdrawal"
    own = own or _by_subject(draft, promise, act, deal)
    own = own or _by_deal(draft, promise, deal) or _by_announcer(draft, promise.act)
    return own or (_by_speaker(draft, promise) if act is not None and act.words.name == "resume talks" else ())


def _by_speaker(draft: Draft, promise: Promise) -> tuple[str, ...]:
    """ "The dialogue is suspended, the president said": whoever says so has done it."""
    if promise.state is not CommitmentState.SUSPENDED:
        return ()
    speech = speech_over(draft, span_of(promise.word))
    return (speech.actor,) if speech is not None and speech.actor else ()


def _by_subject(draft: Draft, promise: Promise, act: Act | None, deal: Deal | None) -> tuple[str, ...]:
    """Who acts by the subject of the act; of what undergoes it only a side that is named."""
    subject = subject_of(promise.act) or undergoing(promise.act) if promise.act.pos_ == "VERB" else None
    if subject is None:
        return ()
    own: tuple[str, ...] = ()
    if subject != (act and act.object):
        # "The militia is to be disarmed" binds the militia, "a committee is to be set up" no committee.
        undergoes = promise.act.tag_ == "VBN" and subject_of(promise.act) is None
        own = actors_or_speaker(draft, subject) if undergoes else side_of(draft, subject)
        if own and _is_no_side(draft, subject) and in_terms(promise.act.sent.root):
            return _by_deal(draft, promise, deal) or own  # "the people of the province shall vote": both sides let them
    return own or (parties_at_table(draft) if subject.lower_ in ("both", "two") else ())


def without_helpers(draft: Draft, act: Act | None, by: tuple[str, ...]) -> tuple[str, ...]:
    """Of an act of war those who fight, not the bodies that brought them together: "Kyiv, Moscow and the OSCE signed"."""
    if act is None or act.words.name not in _OF_FIGHTERS:
        return by
    bodies = bodies_of(draft)
    fighting = tuple(name for name in by if name not in bodies)
    return fighting if len(fighting) >= _BOTH else by


def held_by(draft: Draft, act: Act | None, by: tuple[str, ...]) -> tuple[str, ...]:
    """Of hostages to be let go by "both sides" of a state and a group, the group that holds them."""
    if act is None or act.words.name != "release of hostages" or len(by) != _BOTH:
        return by
    groups = {m.name for m in draft.actors if m.kind is ActorKind.GROUP}
    captors = tuple(name for name in by if name in groups)
    return captors if len(captors) == 1 else by


def _is_no_side(draft: Draft, subject: "Token") -> bool:
    """Whether a subject is told in common words that name no fighters and no side: "the ministry", "the people"."""
    return not actors_or_speaker(draft, subject) and subject.lemma_.lower() not in roles().rebels | roles().sides


def _is_own_affair(act: "Token") -> bool:
    """ "to step down", "to resign", "not to stand for election": what a person does himself, not his state."""
    lemma, after = act.lemma_.lower(), {c.lower_ for c in act.children if c.dep_ in ("prt", "advmod", "prep")}
    stands = lemma in ("stand", "run") and not after.isdisjoint(("for", "again", "in", "down", "aside"))
    return lemma in _LEAVING_OFFICE or (lemma == "step" and not after.isdisjoint(("down", "aside"))) or stands


def _people_promising(draft: Draft, promise: Promise) -> tuple[str, ...]:
    subject = subject_of(promise.word) if promise.word.pos_ == "VERB" else subject_of(promise.act)
    return people_of(draft, subject) if subject is not None else ()


def promised_to(draft: Draft, promise: Promise) -> tuple[str, ...]:
    """Who is given the promise: "promised the powers that it will stop", "assured Kabul that", "offered Kyiv a truce"."""
    if promise.act.pos_ == "NOUN" and promise.word != promise.act and not promise.under:
        # "pledged its co-operation with the UN", "refuses contact with Washington"
        links = [c for c in promise.act.children if c.dep_ == "prep" and c.lower_ == "with"]
        links += [c for c in promise.word.children if c.dep_ == "prep" and c.lower_ == "with" and c.i > promise.act.i]
        withs = tuple(name for link in links for o in link.children for name in actors_of(draft, o))
        if withs and promise.state is not CommitmentState.AGREED:
            return withs
    if promise.state is CommitmentState.REFUSED and (asked := _asking(draft, promise)):
        return asked
    if promise.word.pos_ == "NOUN" and promise.word.dep_ == "dobj" and promise.word.head.lemma_ in _HANDING:
        return tuple(dict.fromkeys(recipients(draft, promise.word.head)))  # "gave the powers an assurance that"
    if promise.word == promise.act or promise.word.pos_ != "VERB" or promise.word.lemma_.lower() not in _GIVEN:
        return ()
    told = [c for c in promise.word.children if c.dep_ in ("dobj", "dative") and c.i < promise.act.left_edge.i]
    return actors_of(draft, told[0]) if told and not promise.act.is_ancestor(told[0]) else ()


def _asking(draft: Draft, promise: Promise) -> tuple[str, ...]:
    """Whose demand or offer is refused: "rejected a demand by Khartoum to", "turned down Israel's offer of"."""
    things = (c for c in promise.word.children if c.dep_ == "dobj" and c.lemma_.lower() in promise_words().asked)
    thing = next(things, None) if promise.word.pos_ == "VERB" else None
    return owners_of(draft, thing) if thing is not None and thing != promise.act else ()


def _who_promises(draft: Draft, word: "Token") -> tuple[str, ...] | None:
    """Who makes the promise; () where the text names somebody unknown, None where it names nobody."""
    if word.pos_ != "VERB":
        owners = [t for c in word.children if c.dep_ == "poss" for t in c.subtree if t.dep_ in ("poss", "conj", "nmod")]
        owners += [
            o
            for c in word.children
            if c.dep_ == "prep" and c.lower_ in ("of", "by", "between", "from")
            for o in c.children
            if o.dep_ != "pcomp"
        ]
        if word.lemma_.lower() in promise_words().breached:
            owners = [o for o in owners if o.head.lower_ in ("by", "from") or o.dep_ != "pobj"]
            if not owners and word.head.lower_ != "in":
                return ()  # "undermined by ceasefire violations"; of "in defiance of" whoever does it
        thanked = _thanked(word) if any(owner.pos_ == "PRON" for owner in owners) else None
        if thanked is not None:
            return side_of(draft, thanked)
        named = tuple(dict.fromkeys(name for owner in owners for name in side_of(draft, owner)))
        if named or any(owner.pos_ != "PRON" for owner in owners):
            return named  # of "reaffirmed its commitment to" whoever does so
        verb = word.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return (side_of(draft, subject) or None) if subject is not None else None
    subject = subject_of(word) or next((c for c in word.children if c.dep_ == "nsubjpass"), None)
    if subject is None:
        return None
    by = side_of(draft, subject)
    if by and word.lemma_.lower() in promise_words().made:
        helped = any(c.dep_ == "prep" and c.lower_ == "as" for c in word.children)  # "with Kenya as go-between"
        links = [c for c in word.children if c.dep_ == "prep" and c.lower_ == "with" and not helped]
        withs = [o for c in links for o in c.children]
        by = tuple(dict.fromkeys((*by, *(name for o in withs for name in actors_of(draft, o)))))
    if not by and _are_sides(subject):
        return parties_at_table(draft)
    return by or None


def _thanked(noun: "Token") -> "Token | None":
    """Who is thanked or praised "for his commitment to"."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "for" or verb.pos_ != "VERB":
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i), None)


def each(promise: Promise) -> bool | None:
    """ "Each undertook to hand over 1,000": as much from either side."""
    subject = subject_of(promise.word) if promise.word.pos_ == "VERB" else None
    return (
        True
        if subject is not None and (subject.lower_ == "each" or any(c.lower_ == "each" for c in subject.children))
        else None
    )


def _by_deal(draft: Draft, promise: Promise, deal: Deal | None) -> tuple[str, ...]:
    """The parties of the agreement that an act stands under: "under the deal", "the text is to be signed", "is to leave"."""
    subject = undergoing(promise.act) if promise.act.pos_ == "VERB" else None
    of_text = subject is not None and subject.lemma_.lower() in promise_words().deals and promise.act.tag_ == "VBN"
    doer = next((c for c in promise.act.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    outside = doer is not None and not _are_sides(doer) and not promise.under
    if promise.act.pos_ == "VERB" and outside and not follows_terms(promise.act.sent.root):
        return ()  # "the agency is to watch it": somebody does it who is no party
    parties = deal.parties if deal is not None else ()
    if len(parties) == 1 and set(parties) < set(table := parties_at_table(draft)):
        parties = table
    if promise.under or of_text or in_terms(promise.act.sent.root) or is_a_term(draft, promise, deal):
        return parties or parties_at_table(draft, opposed=not (of_text or _are_sides(subject)))
    return parties if promise.told_to else ()


def sides_bound(draft: Draft, deal: Deal) -> frozenset[str]:
    """Whose agreement it is; where the text does not tell of two, those whose negotiation the report is about."""
    told = frozenset(deal.parties)
    return told if len(told) >= _BOTH else told | set(parties_at_table(draft))


def is_a_term(draft: Draft, promise: Promise, deal: Deal | None) -> bool:
    """Whether the outlet tells ahead, soon after an agreement, what shall be done without saying by whom."""
    if deal is None or deal.aside or promise.word != promise.act or promise.act.tag_ != "VBN":
        return False
    patient = undergoing(promise.act)
    passive = (
        patient is not None
        and patient.lemma_.lower() not in event_words()
        and promise.act.dep_ in ("ROOT", "conj", "xcomp")
    )
    soon = 0 < promise.act.i - deal.noun < _PASSAGE
    return passive and soon and subject_of(promise.act) is None and not chain_over(draft, span_of(promise.act))


def _are_sides(subject: "Token | None") -> bool:
    """Whether it is told that the sides do it: "both are to withdraw", "the parties will exchange"."""
    return subject is not None and (subject.lower_ in _ALL or subject.lemma_.lower() in roles().sides)


def is_announced(act: "Token") -> bool:
    """Whether an act without a doer is announced or pledged: "announced that observers would be posted"."""
    told = act.dep_ == "ccomp" and act.head.pos_ == "VERB" and not any(c.dep_ == "agent" for c in act.children)
    return told and act.head.lemma_.lower() in promise_words().announcing | promise_words().pledged


def _by_announcer(draft: Draft, act: "Token") -> tuple[str, ...]:
    """Who announces what shall be done without a doer."""
    subject = subject_of(act.head) if is_announced(act) else None
    return side_of(draft, subject) if subject is not None else ()


def state_in(draft: Draft, promise: Promise, deal: Deal | None, by: tuple[str, ...]) -> CommitmentState:
    """A party's act told ahead by the outlet itself, after the deal it is a party to, is one of the terms agreed."""
    if promise.state is not CommitmentState.PLEDGED:
        return promise.state
    if len(by) >= 2 and promise.word.lemma_ in ("undertake", "commit", "commitment", "decide", "bind", "resolve"):
        return CommitmentState.AGREED  # several who bind themselves together agree
    told_ahead = promise.word == promise.act or promise.word.tag_ == "VB"
    if told_ahead and (in_terms(promise.act.sent.root) or is_a_term(draft, promise, deal)):
        return CommitmentState.AGREED
    spoken = not promise.told_to and chain_over(draft, span_of(promise.act))
    if deal is None or not (told_ahead or is_undertaken(promise)) or spoken:
        return promise.state
    mine = bool(by) and set(by) <= sides_bound(draft, deal) and (promise.told_to or deal.noun < promise.act.i)
    return CommitmentState.AGREED if mine else promise.state


def sources_of(draft: Draft, promise: Promise, by: tuple[str, ...]) -> tuple[str, ...]:
    """The chain over the promise, less the party whose word another relays; else a person who promises for his side."""
    chain = _speaking(chain_over(draft, span_of(promise.word)))
    inner = speech_over(draft, span_of(promise.word)) if len(chain) > 1 else None
    if inner is not None and inner.actor in by and len(inner.chain) > 1:
        return tuple(name for name in chain if name not in by) or chain
    if chain or promise.state not in _PERSONAL or promise.word.pos_ != "VERB":
        return chain
    subject = subject_of(promise.word)
    before = any(child.dep_ == "aux" and child.lower_ in ("had", "'d") for child in promise.word.children)
    if subject is None or before or promise.word == promise.act:
        return ()  # "had pledged": background that the outlet tells
    announced = promise.word.lemma_.lower() in promise_words().announcing
    return people_of(draft, subject) or (actors_of(draft, subject) if announced else ())


def _speaking(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Without papers: "according to the accord" tells whose terms they are, not who says so."""
    papers = promise_words().deals | {"resolution", "letter"}
    return tuple(name for name in chain if papers.isdisjoint(name.lower().split()))
