"""Who does an act and who receives it: the subject of the verb, the owner of the noun, whoever says "we"."""

from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.roles import roles
from dragoman.model import Span
from dragoman.text.acts import Act, forms_of
from dragoman.text.authors import authors_of
from dragoman.text.parties import (
    actors_of,
    as_told,
    of_the_conflict,
    prepositional,
    side_meant,
    subject_of,
    unknown_beside,
)
from dragoman.text.sides import fighters_of
from dragoman.text.sources import speech_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_OWNED = ("sanctions relief", "return of remains", "return of children")  # whose object belongs to who receives it
_FOR = ("funding", "aid", "arms supply")  # whose receiver may be told with "for"
_AGAINST = ("on", "against", "upon")
_FIRST = frozenset(("i", "we", "us", "our", "my"))


def givers(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Who acts: the subject of the verb, the owner of the noun; of "received" the one it came from."""
    if receives(act):
        beside = (*act.core.children, *(act.object.children if act.object is not None else ()))
        near = (act.core, *(c for c in beside if c.lower_ in ("back", "home")))
        return tuple(name for word in near for o in prepositional(word, ("from",)) for name in actors_of(draft, o))
    if act.core.pos_ == "VERB":
        subject = subject_of(act.core)
        caused = _causing(act.core)
        if caused is not None:
            return side_of(draft, caused)
        if act.words.name.startswith("release") and (subject is None or subject == act.object):
            return keepers(draft, act)
        if subject is not None and subject == act.object and not forms_of(act.core).isdisjoint(act.words.movers):
            # "US troops are leaving", "tanks from both sides have pulled back"
            owners = prepositional(subject, ("from", "of")) if act.words.name == "withdrawal" else []
            owners += [o for c in subject.children if c.dep_ == "conj" for o in prepositional(c, ("from", "of"))]
            known = actors_of(draft, subject) or tuple(name for owner in owners for name in actors_of(draft, owner))
            return known or _rebels(draft, subject)
        if subject is not None and subject != act.object:
            return side_of(draft, subject)
        return _owners_of_object(draft, act) if act.core.tag_ == "VBN" else ()
    own = owners_of(draft, act.core) or _owners_of_object(draft, act)
    if own:
        return own
    verb = act.core.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
    return side_of(draft, subject) if subject is not None and subject != act.core else ()


def _causing(verb: "Token") -> "Token | None":
    """ "The government had two rebels pardoned": who has it done."""
    done = verb.dep_ in ("acl", "ccomp") and verb.tag_ == "VBN"
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    return subject_of(above) if done and above.lemma_ in ("have", "get") and above.pos_ == "VERB" else None


def _owners_of_object(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Whose troops leave, whose sanctions fall: "the withdrawal of Israeli troops", "US sanctions on two banks were lifted"."""
    if act.object is None or act.words.name not in ("withdrawal", "sanctions relief", "sanctions"):
        return ()
    if act.words.name == "withdrawal":
        return actors_of(draft, act.object)
    aimed = any(c.dep_ == "prep" and c.lower_ in _AGAINST for c in act.object.children)
    return owners_of(draft, act.object) if aimed else ()


def receives(act: Act) -> bool:
    """Whether the act is told from the side of who is given something: "received", "got back"."""
    return act.core.pos_ == "VERB" and not forms_of(act.core).isdisjoint(promise_words().receiving)


def owners_of(draft: "Draft", noun: "Token") -> tuple[str, ...]:
    """Whose act an event noun is by the words beside it: "the US troop withdrawal", "the release by Hamas"."""
    close = [child for child in noun.children if child.dep_ in ("poss", "amod", "compound", "nmod")]
    owners = [*close, *(inner for c in close for inner in c.children if inner.dep_ in ("compound", "amod"))]
    owners += prepositional(noun, ("by", "between", "with"))
    return tuple(
        dict.fromkeys(name for owner in owners for name in (*actors_of(draft, owner), *_adjective(draft, owner)))
    )


def keepers(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Where people were let go: "released from Pakistan", "ten Americans detained in Venezuela have been freed"."""
    words = {word.i: word for word in (act.core, *(act.object.subtree if act.object is not None else ()))}
    links = [
        c for word in words.values() for c in word.children if c.dep_ == "prep" and c.lower_ in ("from", "in", "by")
    ]
    objects = [o for link in sorted(links, key=lambda c: c.lower_ == "in") for o in link.children if o.dep_ == "pobj"]
    lands = {place.root: place.country for place in draft.places if place.country and place.place is None}
    names = [name for o in objects for name in (actors_of(draft, o) or ((lands[o.i],) if o.i in lands else ()))]
    return tuple(names[:1])


def side_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Who acts: whom a phrase denotes, else the side in the words of the text where they name it well enough."""
    if of_the_conflict(token):
        return as_told(draft, token)
    known = actors_or_speaker(draft, token)
    known = fighters_of(draft, token, known) if known else known
    return (*known, *unknown_beside(draft, token)) if known else as_told(draft, token)


def actors_or_speaker(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Whom a phrase denotes; "we" and "I" are the side of whoever speaks."""
    if token.lower_ not in _FIRST or token.text == "US":
        # "A, the president, and B": the model hangs B on what stands beside A.
        beside = [later for c in token.children if c.dep_ == "appos" for later in c.children if later.dep_ == "conj"]
        names = tuple(dict.fromkeys(name for word in (token, *beside) for name in actors_of(draft, word)))
        return names or _announcer(draft, token) or side_meant(draft, token)
    speech = speech_over(draft, Span(token.idx, token.idx + len(token)))
    if speech is None or not speech.speaker:
        return authors_of(draft) if speech is None else ()
    actor = speech.actor or next((m.actor for m in draft.actors if m.name == speech.speaker and m.actor), None)
    return (actor,) if actor else ()


def _announcer(draft: "Draft", pronoun: "Token") -> tuple[str, ...]:
    """ "Israel announced it would": whom a pronoun repeats from the clause above, or from the sentence before."""
    clause = pronoun.head
    sentence = pronoun.sent
    if pronoun.lower_ == "it" and sentence.start and pronoun.i == sentence.start and pronoun.dep_ == "nsubj":
        before = subject_of(sentence.doc[sentence.start - 1].sent.root)
        return actors_of(draft, before) if before is not None and before.pos_ == "PROPN" else ()
    if pronoun.lower_ not in ("it", "he", "she", "they") or clause.dep_ != "ccomp":
        return ()
    subject = subject_of(clause.head)
    return actors_of(draft, subject) if subject is not None else ()


def _peoples(draft: "Draft", noun: "Token") -> list[str]:
    """Whose a thing is by the adjective before it: the Turkey of "an embargo on Turkish goods"."""
    return [name for c in noun.children if c.dep_ in ("amod", "compound", "nmod") for name in _adjective(draft, c)]


def _adjective(draft: "Draft", token: "Token") -> list[str]:
    return [m.name for m in draft.actors if m.root == token.i and m.adjective and m.kind.value in ("state", "group")]


def takers(draft: "Draft", act: Act) -> tuple[str, ...]:
    """Who receives: "to Ukraine", a dative, the subject of "received"."""
    if receives(act):
        subject = subject_of(act.core)
        return actors_or_speaker(draft, subject) if subject is not None else ()
    if act.words.name in ("resume talks", "withdrawal", "ceasefire", "signing"):
        return ()  # "return to the talks", "withdraw to the border"
    if act.object is not None and act.object.dep_ == "pobj" and act.object.head.lower_ == "to":
        # "handed over to Armenia ten soldiers": the model takes both for one phrase.
        return tuple(name for c in act.object.children if c.dep_ == "nmod" for name in _adjective(draft, c))
    if act.words.name in ("sanctions", "sanctions relief") and act.object is not None:
        struck = [o for c in (act.core, act.object) for o in prepositional(c, _AGAINST)]
        hit = [name for o in struck for name in actors_of(draft, o) or _peoples(draft, o)]
        if hit:
            return tuple(dict.fromkeys(hit))
    if act.words.name in _OWNED and act.object is not None:
        owners = [o for c in act.object.children if c.dep_ == "poss" for o in actors_of(draft, c)]
        if owners and tuple(owners) != givers(draft, act):
            return tuple(owners)  # "restore Russia's access to the market"
    words = [act.core] if act.core.pos_ != "VERB" else [act.core, *([act.object] if act.object is not None else [])]
    named = [name for word in words for name in recipients(draft, word)]
    if not named and act.words.name in _FOR:
        # "grants for Turkey", "pledged 5 million euros for Sudan"
        named = [name for word in words for obj in prepositional(word, ("for",)) for name in actors_of(draft, obj)]
    return tuple(dict.fromkeys(named))


def _given(draft: "Draft", receiver: "Token") -> tuple[str, ...]:
    """Who is given something: a known side, else the captors or rebels in the words of the text."""
    return actors_of(draft, receiver) or _rebels(draft, receiver)


def _rebels(draft: "Draft", fighters: "Token") -> tuple[str, ...]:
    """Rebels and captors whom no list knows, as the text calls them."""
    return as_told(draft, fighters) if fighters.lemma_.lower() in roles().rebels else ()


def recipients(draft: "Draft", word: "Token") -> list[str]:
    """Who is given something by a verb: "to Ukraine", "grant Ukraine the right", "provide Ukraine with arms"."""
    found: list[str] = []
    for child in word.children:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            found += [name for obj in child.children if obj.dep_ == "pobj" for name in _given(draft, obj)]
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            found += actors_of(draft, child)
        elif child.dep_ == "dobj" and word.lemma_ in ("provide", "supply", "present", "give", "grant"):
            later = [c for c in word.children if c.i > child.i and (c.dep_ == "dobj" or c.lower_ == "with")]
            found += actors_of(draft, child) if later else ()
    return found
