"""Words that speak of a meeting, and those of them that are worth a finding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.meetings._grammar import under
from dragoman.extract.meetings._verbs import comes_to_terms, is_coming, is_return, tells_of_meeting
from dragoman.lexicon.meetings import meeting_words
from dragoman.model import MeetingKind
from dragoman.text.clause import is_verb, predicate
from dragoman.text.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELLIPTIC = ("nsubj", "nsubjpass", "pobj", "dobj")
_ELLIPTIC_REACH = 60  # words back to the meeting that "a sixth" is one of
_MODIFIERS = ("amod", "compound", "poss", "nmod", "npadvmod")


_TRANSIT_REACH = 10


class Event(NamedTuple):
    """A word that speaks of a meeting, and the kind it speaks of."""

    token: "Token"
    kind: MeetingKind
    deal: bool = False  # told by what came of it: "signed a truce in Nairobi"

    @property
    def is_verb(self) -> bool:
        return is_verb(self.token)

    @property
    def modifiers(self) -> frozenset[str]:
        """The words that modify an event noun, and the parts of hyphenated ones."""
        words = {
            t.lower_ for core in cores(self.token) for c in core.children if c.dep_ in _MODIFIERS for t in c.subtree
        }
        return frozenset(words | {part for word in words for part in word.split("-")})


def events(draft: Draft) -> Iterator[Event]:
    """Event words in the order of the text; "a round of talks" and "held talks" are one event each."""
    for token in draft.doc:
        kind = _kind(token)
        if kind is not None:
            yield Event(token, kind)
        elif _is_deal(token):
            yield Event(token, MeetingKind.TALKS, deal=True)


def journey(token: "Token") -> "Token | None":
    """The verb of going whose purpose an event is: "flew to Rome for talks", "travelled to Cairo to meet", "to attend talks"."""
    going, verb = meeting_words().lists["travelling"], predicate(token)
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.lemma_ in going:
        return token.head.head if token.head.head.lemma_ != "be" or under(token.head.head, "in") else None
    purpose = verb == token or (token.dep_ in ("dobj", "pobj") and verb.lemma_ in meeting_words().lists["light"])
    if not purpose:
        return None  # "came to brief him on the talks"
    if verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in going and any(c.tag_ == "TO" for c in verb.children):
        return verb.head if verb.head.lemma_ != "be" else None
    return None


def scene_of(token: "Token") -> "Token | None":
    """The act that a meeting is the scene of: "signed a declaration at a summit"."""
    return token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("at", "during") else None


def sidelines_of(token: "Token") -> list["Token"]:
    """The larger gatherings that a meeting is held beside: "met on the sidelines of a summit in Bamako"."""
    beside = [obj for word in {token, predicate(token)} for obj in under(word, "on")]
    return [obj for side in beside if side.lemma_ in ("sideline", "margin", "fringe") for obj in under(side, "of")]


def cores(token: "Token") -> list["Token"]:
    """The event word and the meeting noun it counts: of "two rounds of talks" both."""
    nouns = meeting_words().noun
    return [token, *(obj for obj in under(token, "of") if obj.lemma_.lower() in nouns)]


def is_address(event: Event) -> bool:
    """ "spoke to" may be a talk or a speech: to a party it is a talk."""
    token, phone = event.token, meeting_words().lists["by_phone"]
    return token.lemma_ == "speak" and not under(token, "with") and not any(t.lower_ in phone for t in token.subtree)


def _kind(token: "Token") -> MeetingKind | None:
    words, lemma = meeting_words(), token.lemma_.lower()
    if not is_verb(token) and (token.lower_ in words.noun or (token.pos_ in ("NOUN", "PROPN") and lemma in words.noun)):
        near = {child.lower_ for child in token.children}
        if (
            _is_part(token)
            or _is_of_other_things(token)
            or near & words.lists["other_meeting"]
            or _lacks_company(token, lemma)
        ):
            return None
        return _noun_kind(token, words.noun.get(lemma) or words.noun[token.lower_])
    if is_elliptic(token):
        return MeetingKind.TALKS
    is_act = token.pos_ == "VERB" or (token.pos_ == "AUX" and (token.dep_ == "relcl" or is_return(token)))
    if is_act and is_verb(token) and lemma in words.verb and tells_of_meeting(token, lemma):
        if is_return(token) or (lemma == "call" and any(c.lower_ == "together" for c in token.children)):
            return MeetingKind.TALKS
        if is_coming(token) or (lemma == "be" and token.dep_ == "relcl"):
            return MeetingKind.VISIT
        phoned = lemma in words.lists["with_company"] | {"discuss"} and any(
            t.lower_ in words.lists["by_phone"] for t in token.subtree
        )
        return MeetingKind.CALL if phoned else words.verb[lemma]
    return None


def is_elliptic(token: "Token") -> bool:
    """ "A sixth was to take place in Muscat", "the next is set for July": of a meeting told a few words before."""
    words = meeting_words()
    word = next((c.lower_ for c in token.children if c.dep_ == "amod"), "") if token.lower_ == "one" else token.lower_
    if not (word in words.ordinal or word in words.lists["in_a_series"]) or token.dep_ not in _ELLIPTIC:
        return False
    told = {predicate(token).lemma_, *(child.lemma_ for child in token.children if child.dep_ in ("acl", "relcl"))}
    told |= {t.lemma_ for child in token.children if child.dep_ == "relcl" for t in child.children if t.dep_ == "xcomp"}
    if token.dep_ == "pobj" and token.head.lower_ == "at":
        told |= {child.lemma_ for child in predicate(token).children if child.dep_ == "advcl"}
    if not told & words.lists["placing"]:
        return False
    before = token.doc[max(0, token.i - _ELLIPTIC_REACH) : token.i]
    return any(t.lemma_.lower() in words.noun and words.noun[t.lemma_.lower()] is not MeetingKind.VISIT for t in before)


def _is_part(token: "Token") -> bool:
    """Whether the noun only says of what something else is: "a round of talks", "the talks' venue", "Court of Session"."""
    nouns = meeting_words().noun
    if token.dep_ in ("compound", "poss", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "between":
        return True  # "between the two meetings": said of the time of something else
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    above = token.head.head
    return above.lemma_.lower() in nouns or (token.pos_ == "PROPN" and above.pos_ == "PROPN")


def _is_of_other_things(token: "Token") -> bool:
    """ "a round of shelling", "a session of parliament": counted like talks and none."""
    things = {word for obj in under(token, "of") for word in (obj.lemma_.lower(), obj.lower_)}
    return token.lemma_ in ("round", "session") and bool(things & meeting_words().lists["volleys"])


def _lacks_company(token: "Token", lemma: str) -> bool:
    """Whether a word that often means something else ("contact", "engagement") names nobody it is with."""
    lists = meeting_words().lists
    if lemma == "ceremony":
        near = {child.lower_ for child in token.children if child.dep_ in ("amod", "compound")}
        return not ("signing" in near or any(c.dep_ == "acl" for c in token.children))
    if lemma not in lists["only_with"]:
        return False
    if predicate(token).lemma_.lower() in lists["keeping"]:
        return True  # "to remain in contact with"
    if under(token, "with", "between") or predicate(token).lemma_.lower() in lists["light"]:
        return False
    return not any(c.dep_ == "poss" or c.lower_ in lists["by_phone"] for c in token.children)


def _noun_kind(token: "Token", kind: MeetingKind) -> MeetingKind:
    near = {child.lower_ for child in token.children}
    near |= {obj.lower_ for obj in under(token, "over", "by", "via")}
    return MeetingKind.CALL if kind is not MeetingKind.VISIT and near & meeting_words().lists["by_phone"] else kind


def _is_deal(token: "Token") -> bool:
    """ "signed an accord", "put their names to", "a plan adopted in Brussels": who does so together was together."""
    lists, lemma = meeting_words().lists, token.lemma_.lower()
    if comes_to_terms(token):
        return True
    if token.pos_ != "VERB" or _lacks_particle(token, lemma):
        return False
    if lemma not in lists["concluding"]:
        return lemma in lists["yielding"] and _is_product(token)
    objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    if lemma in ("put", "set", "affix", "append"):
        signed = any(obj.lemma_.lower() in ("name", "signature", "initial", "pen", "hand") for obj in objects)
        return signed and any(t.lower_ == "to" and t.dep_ in ("prep", "dative") for t in token.subtree)
    if lemma in ("sign", "agree"):
        return True
    if _is_product(token):
        return True
    objects += [token.head] if token.dep_ in ("acl", "relcl") else []
    objects += [obj for child in token.children if child.dep_ == "prep" for obj in child.children if obj.dep_ == "pobj"]
    lemmas = {obj.lemma_.lower() for obj in objects}
    if lemma == "make":
        return "peace" in lemmas
    return bool(lemmas & (lists["drafts"] | lists["papers"]))


def _is_product(token: "Token") -> bool:
    """Whether a participle tells where or through whom a deal came about: "the promise made in Stockholm", "a truce mediated by"."""
    lists = meeting_words().lists
    made = token.head.lemma_.lower() in lists["drafts"] | lists["papers"] | lists["promises"]
    return token.dep_ == "acl" and token.tag_ == "VBN" and made and bool(under(token, "in", "at", "by", "through"))


def _lacks_particle(token: "Token", lemma: str) -> bool:
    """ "hammered out a deal", "thrashed out"; to hammer is something else."""
    near = {child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "prep")}
    return lemma in meeting_words().lists["out_of_talks"] and "out" not in near
