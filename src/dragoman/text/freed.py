"""People let go: one told by name, who held them, where they go home to."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import action_words
from dragoman.lexicon.roles import roles
from dragoman.lexicon.units import unit_words
from dragoman.model import ActorKind
from dragoman.text.memo import of_mentions
from dragoman.text.parties import actors_of, as_told, mentions_by_root, prepositional, subject_of
from dragoman.text.principals import principal_parties
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.acts import Act
    from dragoman.text.draft import Draft

_BONDAGE = frozenset(("hostage", "captive", "prisoner"))
_HELD = frozenset(("hostages", "captives", "captivity"))


def role_beside(name: "Token", nouns: Collection[str]) -> "Token | None":
    """What a named person is, told beside the name: "Davis, a contractor for the agency"."""
    near = (c for c in name.children if c.dep_ == "appos" or (c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"))
    return next((c for c in near if c.lemma_.lower() in nouns), None)


def is_one_person(word: "Token") -> bool:
    """A single person told by name."""
    return word.tag_ == "NNP" and word.ent_type_ == "PERSON" and not any(c.dep_ == "conj" for c in word.children)


def is_single(word: "Token") -> bool:
    """One person, or one ship: "a French tourist", "the captured soldier"; never "the crew", "a group of captives"."""
    if word.tag_ not in ("NN", "NNP") or any(c.dep_ == "conj" for c in word.children):
        return False
    if word.tag_ == "NNP":
        return is_one_person(word) or not word.text.endswith("s")  # "POWs", as the model tags them
    lemma = word.lemma_.lower()
    return lemma not in roles().several and lemma not in unit_words().measures


def people_meant(pronoun: "Token", nouns: Collection[str]) -> "Token | None":
    """Whom "they were freed" tells of: those the sentence before is about, where they are people that may be held."""
    if pronoun.lower_ not in ("they", "he", "she") or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    many = pronoun.lower_ == "they"
    told = [t for t in before if t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and t.pos_ in ("NOUN", "PROPN")]
    fitting = [t for t in told if (is_one_person(t) or t.lemma_.lower() in nouns) and many != is_single(t)]
    subject = [t for t in fitting if t.head == before.root and t.dep_ in ("nsubj", "nsubjpass")]
    # One who is the subject, else the only one the sentence tells of.
    return subject[0] if subject else fitting[0] if len(fitting) == 1 else None


def captors(draft: "Draft", act: "Act") -> tuple[str, ...]:
    """Whoever is told to have seized people or to hold hostages: a known side before "the kidnappers"; () for several.

    The captors' own people ("four leaders of the group were freed") are not let go by them.
    """
    told = of_mentions(draft, _captors)
    return () if act.object is not None and set(told) & set(actors_of(draft, act.object)) else told


def _captors(draft: "Draft") -> tuple[str, ...]:
    told = [(subject, actors_of(draft, subject)) for subject in _seizers(draft)]
    named = tuple(dict.fromkeys(name for _, names in told for name in names))
    if named:
        return named if len(named) == 1 else ()
    words = [t for t in draft.doc if t.lemma_.lower() in roles().captors and t.dep_ not in ("compound", "poss")]
    words += [subject for subject, _ in told if subject.lemma_.lower() in roles().rebels]
    return next((names for word in words if (names := as_told(draft, word) or (word.lower_,))), ())


def _seizers(draft: "Draft") -> "Iterator[Token]":
    """The words for who takes or holds people: of "kidnapped by", "X has held", "the hostages held by X"."""
    for token in draft.doc:
        if token.pos_ == "VERB" and is_seizure(token):
            near = [token, *(c for c in token.children if c.lemma_.lower() in _BONDAGE)]
            agents = [o for word in near for o in prepositional(word, ("by",))]
            passive = token.tag_ == "VBN" and not any(c.lemma_ == "have" for c in token.children)
            subject = (agents[0] if agents else None) if passive else subject_of(token)
            if subject is not None:
                yield subject
        elif token.lower_ in _HELD:
            yield from (o for word in (token, token.head) for o in prepositional(word, ("from", "by")))


def is_seizure(verb: "Token") -> bool:
    """Whether a verb takes or holds people: "held hostage", "seized two teachers", never "seized the town"."""
    lemma = verb.lemma_.lower()
    if lemma in ("hold", "take"):
        near = [*verb.children, *(o for c in verb.children if c.dep_ == "prep" for o in c.children)]
        near += [verb.head] if verb.dep_ in ("acl", "relcl") else []
        return any(word.lemma_.lower() in _BONDAGE or word.lower_ in _HELD for word in near)
    if lemma not in roles().seizing:
        return False
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] or [verb.head]
    return lemma in roles().kidnapping or any(may_be_held(word) for word in taken)


def may_be_held(word: "Token") -> bool:
    """Whether a word denotes people, or a ship, that somebody may hold and let go."""
    people = (row for row in action_words() if row.name.startswith("release"))
    return word.like_num or is_one_person(word) or any(word.lemma_.lower() in row.objects for row in people)


def homes(draft: "Draft", act: "Act", by: Collection[str]) -> tuple[str, ...]:
    """The state of those who come home, or whom another state hands back.

    "three American citizens are coming home", "brought home 70 Americans", "Thailand handed over two Cambodian soldiers".
    """
    if act.object is None:
        return ()
    homeward = any(_is_homeward(verb) for verb in _verbs_of(act))
    if not homeward and (
        act.core.pos_ != "VERB" or act.core.lemma_ not in roles().handing_back or act.core.dep_ == "acl"
    ):
        return ()
    names = peoples_of(draft, act.object)[:1]
    return tuple(name for name in names if homeward or name not in by)


def peoples_of(draft: "Draft", people: "Token") -> tuple[str, ...]:
    """The state whose people somebody is one of: "Cambodian soldiers", "the bodies of Armenian soldiers"."""
    whose = (people, *of_what(people))
    near = [
        near for word in whose for near in (word, *(c for c in word.children if c.dep_ in ("amod", "compound", "nmod")))
    ]
    by_root = mentions_by_root(draft)
    names = [m.name for word in near for m in by_root.get(word.i, ()) if m.kind is ActorKind.STATE]
    return tuple(dict.fromkeys(names))


def own_state(draft: "Draft", act: "Act", by: Collection[str]) -> tuple[str, ...]:
    """The side whose people another side lets go or sends home: "Baku is to free 32 Armenian servicemen"."""
    if act.object is None or not by or not act.words.name.startswith(("release of detainees", "return")):
        return ()
    names = tuple(name for name in peoples_of(draft, act.object)[:1] if name not in by)
    return names if set(names) <= set(principal_parties(draft)) else ()


def _verbs_of(act: "Act") -> "Iterator[Token]":
    """The verb of an act and those beside it: "have been released and are coming home"."""
    yield act.core
    yield from (c for c in act.core.children if c.dep_ in ("conj", "xcomp"))
    yield from (word for word in (act.core.head,) if act.core.dep_ in ("conj", "xcomp"))


def _is_homeward(verb: "Token") -> bool:
    return verb.lemma_ in roles().homeward and any(
        c.lower_ in ("home", "homeward") or (c.dep_ == "prep" and any(o.lower_ == "home" for o in c.children))
        for c in verb.children
    )
