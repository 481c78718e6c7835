"""Who speaks in a document that a party published itself: the "we" of a statement, by its headline and first words."""

import re
from typing import TYPE_CHECKING

from dragoman.lexicon.roles import roles
from dragoman.lexicon.world import posts_of
from dragoman.model import ActorKind
from dragoman.text.gazetteer import find_names
from dragoman.text.parties import actors_of

if TYPE_CHECKING:
    from dragoman.text.draft import Draft

_SIDES = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
_PAPER = re.compile(r"\b(statement|communiqu[eé]|declaration|message|letter|remarks|address)\b", re.IGNORECASE)
# What follows tells of the matter, no longer of the author.
_MATTER = re.compile(r"\s(?:on|about|after|following|regarding|welcoming|marking|condemning|to|at|in)\s", re.IGNORECASE)
_FIRST = frozenset(("we", "i"))


def authors_of(draft: "Draft") -> tuple[str, ...]:
    """The sides in whose name a statement is written; () for a report about others.

    Only a document that says so: its headline calls it a statement, its text says "we" or "I" outside quotations.
    """
    title = draft.report.title or ""
    if not _PAPER.search(title):
        return ()
    return _presented(draft) or _titled(draft, _MATTER.split(title)[0]) or _first_subject(draft)


def _presented(draft: "Draft") -> tuple[str, ...]:
    """ "We, the leaders of the G7"."""
    for token in draft.doc[: min(len(draft.doc), 60)]:
        if token.lower_ in _FIRST:
            inner = {t.i for c in token.children if c.dep_ == "appos" for t in c.subtree}
            return tuple(dict.fromkeys(m.name for m in draft.actors if m.root in inner and m.kind in _SIDES))[:1]
    return ()


def _titled(draft: "Draft", title: str) -> tuple[str, ...]:
    """The sides named in the headline before its matter; a person there stands for the side of his office."""
    day = draft.report.published.isoformat()
    found = [
        sense.actor or sense.name
        for match in find_names(title)
        for sense in match.senses[:1]
        if sense.kind in _SIDES and not title[: match.span.start].endswith("National ")
    ]
    if not found:
        words = title.replace("\u2019", "'").split()
        led = [words[i + 1].removesuffix("'s") for i, word in enumerate(words[:-1]) if word.lower() in roles().office]
        names = [match.surface for match in find_names(title) if match.is_person] or led
        found = [post.office.actor for name in names[:1] for post in posts_of(name, day)[:1]]
    return tuple(dict.fromkeys(found))


def _first_subject(draft: "Draft") -> tuple[str, ...]:
    """ "The United States welcomes": the first sentence's subject, where it is one side."""
    first = next((s for s in draft.sentences if s.text.strip()), None)
    subject = next((c for c in first.root.children if c.dep_ == "nsubj"), None) if first is not None else None
    names = actors_of(draft, subject) if subject is not None else ()
    return names if len(names) == 1 else ()
