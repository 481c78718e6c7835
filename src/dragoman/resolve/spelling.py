"""Names of states as the report spells them: Turkey in a report that says Turkey, Türkiye in one that says Türkiye."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dragoman.lexicon.world import states
from dragoman.model import ActorKind
from dragoman.text.draft import Draft

Found = TypeVar("Found")

_SLOTS = ("parties", "mediators", "by", "to", "sources", "members", "actor", "speaker", "country", "value", "values")


def spelled(draft: Draft, items: tuple[Found, ...]) -> tuple[Found, ...]:
    """The findings with every state under the spelling that the report uses; the ledger joins the spellings."""
    names = _spellings(draft)
    return tuple(_respelled(item, names) for item in items) if names else items


def _spellings(draft: Draft) -> dict[str, str]:
    """The name of a state and the other spelling of it, where the report has only the other."""
    used = {draft.slice(mention.span) for mention in draft.actors if mention.kind is ActorKind.STATE}
    used |= {draft.slice(place.span) for place in draft.places}
    return {
        row.name: other
        for row in states()
        if row.spellings and row.name not in used
        for other in row.spellings
        if other in used
    }


def _respelled(item: Found, names: Mapping[str, str]) -> Found:
    if not is_dataclass(item) or isinstance(item, type):
        return item
    changed = {f.name: _value(getattr(item, f.name), names) for f in fields(item) if f.name in _SLOTS}
    return replace(item, **changed)


def _value(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_value(part, names) if isinstance(part, str) else _respelled(part, names) for part in value)
    return value
