"""Words that speak of a meeting, and those of them that are worth a finding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.model import MeetingKind
from dragoman.text.clause import is_verb, predicate
from dragoman.text.draft import Draft
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("amod", "compound", "poss", "nmod", "npadvmod")


_TRANSIT_REACH = 10  # "arrived in Beijing, China, on their way to"


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
    if verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in going and any(c.tag_ == "TO" for c in verb.children):
        return verb.head if verb.head.lemma_ != "be" else None
    return None


def cores(token: "Token") -> list["Token"]:
    """The event word and the meeting noun it counts: of "two rounds of talks" both."""
    nouns = meeting_words().noun
    return [token, *(obj for obj in under(token, "of") if obj.lemma_.lower() in nouns)]


def is_address(event: Event) -> bool:
    """ "spoke to" may be a talk or a speech: to a party it is a talk."""
    token, phone = event.token, meeting_words().lists["by_phone"]
    return token.lemma_ == "speak" and not under(token, "with") and not any(t.lower_ in phone for t in token.subtree)


def under(token: "Token", *prepositions: str) -> list["Token"]:
    """The objects of a word's prepositions."""
    return [
        obj
        for child in token.children
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in prepositions
        for obj in child.children
        if obj.dep_ in ("pobj", "pcomp")
    ]


def _kind(token: "Token") -> MeetingKind | None:
    words, lemma = meeting_words(), token.lemma_.lower()
    if not is_verb(token) and (token.lower_ in words.noun or (token.pos_ in ("NOUN", "PROPN") and lemma in words.noun)):
        near = {child.lower_ for child in token.children}
        if _is_part(token) or near & words.lists["other_meeting"] or _lacks_company(token, lemma):
            return None
        return _noun_kind(token, words.noun.get(lemma) or words.noun[token.lower_])
    if token.pos_ == "VERB" and is_verb(token) and lemma in words.verb and _is_meeting_verb(token, lemma):
        phoned = lemma in words.lists["with_company"] and any(
            t.lower_ in words.lists["by_phone"] for t in token.subtree
        )
        return MeetingKind.CALL if phoned else words.verb[lemma]
    return None


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


def _lacks_company(token: "Token", lemma: str) -> bool:
    """Whether a word that often means something else ("contact", "engagement") names nobody it is with."""
    if lemma not in meeting_words().lists["only_with"]:
        return False
    if under(token, "with", "between") or predicate(token).lemma_.lower() in meeting_words().lists["light"]:
        return False
    return not any(c.dep_ == "poss" or c.lower_ in meeting_words().lists["by_phone"] for c in token.children)


def _noun_kind(token: "Token", kind: MeetingKind) -> MeetingKind:
    near = {child.lower_ for child in token.children}
    return MeetingKind.CALL if kind is not MeetingKind.VISIT and near & meeting_words().lists["by_phone"] else kind


def _is_meeting_verb(token: "Token", lemma: str) -> bool:
    """Verbs of saying, going and working speak of a meeting only with their company: "spoke with", "travel to"."""
    lists = meeting_words().lists
    prepositions = {child.lower_ for child in token.children if child.dep_ in ("prep", "dative")}
    objects = [child.lemma_.lower() for child in token.children if child.dep_ == "dobj"]
    if any(child.lower_ in lists["habit"] for child in token.children) or token.dep_ in ("amod", "compound"):
        return False
    if lemma == "speak":
        phoned = any(t.lower_ in lists["by_phone"] for t in token.subtree)
        together = any(c.dep_ == "nsubj" and _is_several(c) for c in token.children) and not _has_clause(token)
        together = together and not prepositions & {"of", "for", "against", "at", "in"}
        company = "with" in prepositions or phoned or together
        return company or ("to" in prepositions and not _has_clause(token))
    if lemma == "discuss" and any(
        c.dep_ == "nsubj" and any(g.dep_ == "conj" for g in c.children) for c in token.children
    ):
        return True  # "A and B discussed the truce"; "the two leaders discussed" is told of a meeting already told
    if lemma in lists["with_company"]:
        alone = not objects and not _has_clause(token) and not prepositions & {"to", "of"}
        return "with" in prepositions or (alone and any(c.dep_ == "nsubj" and _is_several(c) for c in token.children))
    if lemma in lists["with_particle"]:
        near = {child.lower_ for child in token.children} | {t.lower_ for obj in token.children for t in obj.children}
        return bool(near & lists["together"])
    if lemma in lists["going"]:
        in_transit = any(t.lower_ == "way" for t in token.doc[token.i : token.i + _TRANSIT_REACH])
        return bool(prepositions & {"to", "in", "at", "for"}) and not in_transit
    if lemma == "work":
        return any(obj.lemma_.lower() in lists["drafts"] for obj in under(token, "on", "towards", "toward"))
    if lemma in lists["gathering"]:
        subject = subject_of(token)
        armed = subject is not None and subject.lemma_.lower() in lists["encamped"]
        return bool(prepositions & {"in", "at", "with", "for"}) and not objects and not armed
    if lemma == "meet":
        if any(c.dep_ == "nsubjpass" for c in token.children):
            return False  # "was met at the airport by"
        return not any(obj in lists["not_met"] for obj in objects)
    return not (lemma in lists["receiving"] and not objects)


def _is_deal(token: "Token") -> bool:
    """ "signed an accord", "put their names to", "a plan adopted in Brussels": who does so together was together."""
    lists, lemma = meeting_words().lists, token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in lists["concluding"]:
        return False
    objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    if lemma == "put":
        return any(obj.lemma_.lower() in ("name", "signature", "initial") for obj in objects) and bool(
            under(token, "to")
        )
    if lemma in ("sign", "agree"):
        return True
    objects += [token.head] if token.dep_ in ("acl", "relcl") else []
    objects += [obj for child in token.children if child.dep_ == "prep" for obj in child.children if obj.dep_ == "pobj"]
    lemmas = {obj.lemma_.lower() for obj in objects}
    if lemma == "make":
        return "peace" in lemmas
    return bool(lemmas & (lists["drafts"] | lists["papers"]))


def _is_several(subject: "Token") -> bool:
    """Whether a subject is coordinated, by the parse or on the surface ("President A and President B spoke")."""
    before = subject.doc[max(0, subject.left_edge.i - 1) : subject.i]
    if subject.tag_ == "NNS" and subject.lemma_.lower() in roles().office | roles().sides:
        return True
    return any(t.lower_ == "and" for t in before) or any(child.dep_ == "conj" for child in subject.children)


def _has_clause(token: "Token") -> bool:
    return any(child.dep_ in ("ccomp", "parataxis") for child in token.children)
