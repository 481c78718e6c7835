"""Verbs that speak of a meeting, each by the company it needs: "spoke with", "sat down", "brought together", "was in"."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.extract.meetings._grammar import has_clause, is_several, under
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.roles import roles
from dragoman.text.clause import is_negated, predicate
from dragoman.text.parties import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSIT_REACH = 10  # "arrived in Beijing, China, on their way to"
_STAY = frozenset(("hour", "day", "week", "night", "afternoon", "morning", "evening"))


def tells_of_meeting(token: "Token", lemma: str) -> bool:
    """Whether a verb that can speak of a meeting does so here, by its company."""
    if any(c.lower_ in meeting_words().lists["habit"] for c in token.children) or token.dep_ in ("amod", "compound"):
        return False
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.lemma_.lower() in meeting_words().noun:
        return False  # "talks convened by the body" are told by their noun
    test = _tests().get(lemma)
    return test is None or test(token) or is_return(token)


@lru_cache(maxsize=1)
def _tests() -> "dict[str, Callable[[Token], bool]]":
    """By lemma what a verb must have beside it; verbs without a test tell of a meeting always."""
    lists = meeting_words().lists
    groups: list[tuple[frozenset[str], Callable[[Token], bool]]] = [
        (lists["receiving"], lambda token: bool(_objects(token)) or _is_received(token)),
        (lists["with_company"], _has_company),
        (lists["with_particle"], _has_particle),
        (lists["by_phone_only"], _is_told_by_phone),
        (lists["seeing"], _is_of_somebody),
        (frozenset(("see",)), lambda token: _has_particle(token) or _is_of_somebody(token)),
        (frozenset(("sit",)), lambda token: _has_particle(token) or _is_session(token)),
        (frozenset(("call",)), lambda token: _is_of_somebody(token) or _is_bringing(token)),
        (frozenset(("invite",)), _is_invitation),
        (lists["going"], _leads_somewhere),
        (lists["gathering"], _is_gathering),
        (frozenset(("speak",)), _is_spoken_with),
        (frozenset(("discuss",)), _is_discussion),
        (frozenset(("work",)), _is_on_draft),
        (frozenset(("meet",)), _is_with_people),
        (frozenset(("spend",)), _is_stay),
        (frozenset(("return", "get")), _is_to_table),
        (frozenset(("bring",)), _is_bringing),
        (frozenset(("be",)), lambda token: _is_presence(token) or _is_to_table(token)),
        (frozenset(("expect",)), _is_expected_at),
    ]
    return {lemma: test for lemmas, test in groups for lemma in lemmas}


def _objects(token: "Token") -> list[str]:
    return [child.lemma_.lower() for child in token.children if child.dep_ == "dobj"]


def _is_told_by_phone(token: "Token") -> bool:
    """ "told X by phone", "informed him over the telephone"."""
    means = (obj for link in token.children if link.dep_ in ("prep", "agent") for obj in link.children)
    return bool(_objects(token)) and any(obj.lower_ in meeting_words().lists["by_phone"] for obj in means)


def _is_of_somebody(token: "Token") -> bool:
    """ "will see X", "rang her counterpart", "called Y": whom the verb has beside it, and no clause of his."""
    objects = [c for c in token.children if c.dep_ in ("dobj", "oprd")]
    people = [obj for obj in objects if obj.pos_ in ("PROPN", "PRON") or obj.lemma_.lower() in roles().office]
    alone = not has_clause(token) and not any(c.dep_ in ("acomp", "xcomp", "prt") for c in token.children)
    asked = token.lemma_ == "call" and token.nbor(1).lower_ in ("on", "upon", "for")
    return bool(people) and len(objects) == 1 and alone and not asked


def _is_session(token: "Token") -> bool:
    """ "sat in separate rooms", "sat for about an hour"."""
    rooms = any(obj.lower_ in meeting_words().lists["rooms"] for obj in under(token, "in", "at", "on", "across"))
    return rooms or any(obj.lemma_ in _STAY | {"minute"} for obj in under(token, "for"))


def _is_invitation(token: "Token") -> bool:
    """ "invited his counterparts to Moscow": to a place, or to meet; to a meeting told by its own noun it is that."""
    nouns, to = meeting_words().noun, under(token, "to")
    told = any(t.lemma_.lower() in nouns and t.pos_ == "NOUN" for t in token.subtree)
    return (
        bool(_objects(token))
        and bool(to)
        and not told
        and all(obj.pos_ == "PROPN" or obj.lower_ == "capital" for obj in to)
    )


def _is_received(token: "Token") -> bool:
    """ "was received by the emir"."""
    return token.lemma_ == "receive" and any(child.dep_ == "agent" for child in token.children)


def _prepositions(token: "Token") -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ in ("prep", "dative")}


def _acts_together(token: "Token") -> bool:
    return any(child.dep_ == "nsubj" and is_several(child) for child in token.children)


def _is_spoken_with(token: "Token") -> bool:
    prepositions = _prepositions(token)
    phoned = any(t.lower_ in meeting_words().lists["by_phone"] for t in token.subtree)
    together = (
        _acts_together(token) and not has_clause(token) and not prepositions & {"of", "for", "against", "at", "in"}
    )
    return "with" in prepositions or phoned or together or ("to" in prepositions and not has_clause(token))


def _is_discussion(token: "Token") -> bool:
    """ "A and B discussed the truce"; "the two leaders discussed" is told of a meeting already told."""
    named = any(c.dep_ == "nsubj" and any(g.dep_ == "conj" for g in c.children) for c in token.children)
    return named or _has_company(token)


def _has_company(token: "Token") -> bool:
    prepositions = _prepositions(token)
    alone = not _objects(token) and not has_clause(token) and not prepositions & {"to", "of"}
    return "with" in prepositions or (alone and _acts_together(token))


def is_coming(token: "Token") -> bool:
    """ "came to Yerevan", which "came together" and "came to terms" are not."""
    near = {child.lower_ for child in token.children}
    return (
        token.lemma_ == "come"
        and "to" in near
        and not near & meeting_words().lists["together"]
        and not comes_to_terms(token)
        and not comes_to_a_close(token)
    )


def comes_to_terms(token: "Token") -> bool:
    return token.lemma_ == "come" and any(obj.lemma_.lower() in ("term", "terms") for obj in under(token, "to"))


def comes_to_a_close(token: "Token") -> bool:
    """ "came to an end": nobody travels there."""
    return any(obj.lemma_.lower() in meeting_words().lists["closes"] for obj in under(token, "to"))


def _has_particle(token: "Token") -> bool:
    near = {child.lower_ for child in token.children} | {t.lower_ for obj in token.children for t in obj.children}
    if is_coming(token):
        return True
    return bool(near & meeting_words().lists["together"]) or (token.lemma_ == "sit" and "with" in _prepositions(token))


def _leads_somewhere(token: "Token") -> bool:
    if any(child.dep_ == "prt" for child in token.children):
        return False  # "the talks go on in"
    near = token.doc[token.i : token.i + _TRANSIT_REACH]
    in_transit = any(t.lower_ in meeting_words().lists["in_transit"] for t in near)
    return bool(_prepositions(token) & {"to", "in", "at", "for"}) and not in_transit


def _is_on_draft(token: "Token") -> bool:
    drafts = meeting_words().lists["drafts"]
    return any(obj.lemma_.lower() in drafts for obj in under(token, "on"))


def _is_gathering(token: "Token") -> bool:
    subject = subject_of(token)
    armed = subject is not None and subject.lemma_.lower() in meeting_words().lists["encamped"]
    return bool(_prepositions(token) & {"in", "at", "with", "for"}) and not _objects(token) and not armed


def _is_with_people(token: "Token") -> bool:
    if any(child.dep_ == "nsubjpass" for child in token.children):
        return False  # "was met at the airport by"
    return not any(obj in meeting_words().lists["not_met"] for obj in _objects(token))


def _is_stay(token: "Token") -> bool:
    """ "the ministers of A and B spent four hours at the consulate"."""
    return _acts_together(token) and bool(set(_objects(token)) & _STAY) and bool(_prepositions(token) & {"in", "at"})


def _is_to_table(token: "Token") -> bool:
    """ "return to the negotiating table", "will be back in Doha": of those who were at talks before."""
    back = [token, *(child for child in token.children if child.lower_ == "back")]
    if any(obj.lemma_.lower() == "table" for word in back for obj in under(word, "to", "at", "around")):
        return True
    return is_return(token)


def is_return(token: "Token") -> bool:
    """ "the delegations will be back in April", "the parties come back to Amman": of the sides, who meet again."""
    back = any(child.lower_ == "back" for child in token.children)
    if token.lemma_ not in meeting_words().lists["returning"] or not (back or token.lemma_ == "return"):
        return False
    subject = subject_of(predicate(token.head)) if token.dep_ == "pcomp" else subject_of(token)
    if subject is None or any(child.dep_ in ("dobj", "nsubjpass") for child in token.children):
        return False
    sides = meeting_words().lists["delegation"] | roles().sides - {"man", "men", "state", "country", "nation"}
    plural = subject.tag_ in ("NNS", "NNPS") and subject.lemma_.lower() in sides
    return plural or subject.lower_ == "they"


def _is_bringing(token: "Token") -> bool:
    """ "brought A and B together", "brought them into one room"."""
    together = any(t.lower_ == "together" for c in token.children if c.dep_ != "dobj" for t in (c, *c.children))
    table = any(obj.lemma_ in ("room", "table", "roof") for obj in under(token, "into", "to", "around", "under"))
    back = any(child.lower_ == "back" and under(child, "to") for child in token.children)
    sides = {obj for obj in _objects(token) if obj in roles().sides | meeting_words().lists["delegation"]}
    return bool(_objects(token)) and (together or table or (back and bool(sides)))


def _is_presence(token: "Token") -> bool:
    """ "who was in Kabul on Saturday", "had been to Doha": somebody's stay, not where something is."""
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    clause = token.dep_ == "relcl" and subject is not None and subject.lower_ == "who"
    return clause and bool(_prepositions(token) & {"in", "to"})


def _is_expected_at(token: "Token") -> bool:
    """ "a delegation is expected in Cairo on Wednesday"."""
    passive = any(child.dep_ == "nsubjpass" for child in token.children)
    return passive and "in" in _prepositions(token) and not any(child.dep_ == "xcomp" for child in token.children)


def stays_away(verb: "Token") -> bool:
    """ "did not attend the talks": whoever was at them, he was not."""
    joins = verb.lemma_ in meeting_words().lists["joining"]
    happens = verb.lemma_ == "take" and any(child.lower_ == "place" for child in verb.children)
    return joins and is_negated(verb) and not happens
