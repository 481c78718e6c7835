"""Swaps told from both ends: "fifteen Georgians were exchanged for five Russians", "freed 90 in return for three hostages"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import action_words
from dragoman.text.acts import Act, is_object, size_of
from dragoman.text.freed import captors, is_one_person, peoples_of
from dragoman.text.parties import actors_of, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_SWAPPING = frozenset(("exchange", "swap", "trade"))
_RETURN = frozenset(("exchange", "return", "swap"))
_HELD = frozenset(("hostage", "captive"))
_PEOPLE = ("release of hostages", "prisoner exchange", "release of detainees", "return of remains")


def counterpart(act: Act) -> Act | None:
    """What is given for what an act gives, where the text counts or names it; None where nothing is."""
    if act.core.pos_ != "VERB" or act.object is None or act.words.name not in _PEOPLE:
        return None
    for other in _given_for(act.core, act.object):
        freed = next((row for row in action_words() if row.name.startswith("release") and is_object(other, row)), None)
        words = act.words if act.core.lemma_ in _SWAPPING or freed is None else freed
        size = size_of(act.core, words, other)
        if size is not None and (freed is not None or is_object(other, words) or is_one_person(other)):
            return replace(act, words=words, object=other, quantity=size)
    return None


def _given_for(verb: "Token", given: "Token") -> "list[Token]":
    if verb.lemma_ in _SWAPPING:
        return [*prepositional(verb, ("for",)), *prepositional(given, ("for",))]
    links = [noun for word in (verb, given) for noun in prepositional(word, ("in",)) if noun.lemma_.lower() in _RETURN]
    return [other for link in links for other in prepositional(link, ("for",))]


def sides_of(draft: "Draft", act: Act, other: Act, by: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gave the one and who the other: whoever is told to act, and "with" whom; else whose people each side got back."""
    giver = by if len(by) == 1 else _state_of(draft, other)
    partner = tuple(name for o in prepositional(act.core, ("with",)) for name in actors_of(draft, o))
    if not partner and not _is_hostage(other):
        partner = _state_of(draft, act)
    partner = partner or captors(draft, other)
    return giver, tuple(name for name in partner if name not in giver)


def _state_of(draft: "Draft", act: Act) -> tuple[str, ...]:
    return peoples_of(draft, act.object)[:1] if act.object is not None else ()


def _is_hostage(act: Act) -> bool:
    """Whether those let go were held as hostages: their own state is not told by whom."""
    return act.object is not None and act.object.lemma_.lower() in _HELD
