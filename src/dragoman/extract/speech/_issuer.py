"""Who says "we" in a statement printed in whole: its issuer, whom the headline names."""

import re
from typing import TYPE_CHECKING

from dragoman.lexicon.saying import saying
from dragoman.lexicon.world import posts_of
from dragoman.model import ActorKind
from dragoman.text.gazetteer import find_names

if TYPE_CHECKING:
    from dragoman.text.draft import Draft

_DOCUMENT = r"(?:statement|communiqu[ée]|declaration|remarks|letter|message)"
_END = (
    r"(?=['’]s?\s|\s+(?:on|after|about|at|in|following|regarding|marking|welcoming|condemning|concerning|to|for|ahead|"
    r"upon|with|during)\b|\s*[,:;–—]|\s*$)"
)
# "Statement by the High Representative after …", "Ministers’ statement on …", "Government of X: statement on …"
_HEADLINES = (
    re.compile(rf"^(?:\w+\s+){{0,2}}{_DOCUMENT}s?\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>.+?){_END}", re.IGNORECASE),
    re.compile(rf"^(?:the\s+)?(?P<who>[A-Z].{{1,60}}?)(?:['’]s?)?:?\s+(?:joint\s+)?{_DOCUMENT}\b", re.IGNORECASE),
)
_JOINT = frozenset(("joint", "press", "full", "the", "final", "official"))
_SIDES = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)


def issuer(draft: "Draft") -> str | None:
    """Who says "we" in a report that is itself a statement: the state or body for which it is issued."""
    who = _who(draft.report.title or "")
    if who is None:
        return None
    person = _person(who)
    if person:
        known = [m.actor for m in draft.actors if m.kind is ActorKind.PERSON and m.name.endswith(person.split()[-1])]
        posts = {post.office.actor for post in posts_of(person, draft.report.published.isoformat())}
        told = [*filter(None, known), *(posts if len(posts) == 1 else ())]
        return told[0] if told else _first_side(draft) or person
    named = [s for m in find_names(who) if m.span.end == len(who) for s in m.senses if s.kind in _SIDES]
    return named[0].name if named else who


def _person(who: str) -> str | None:
    """The name after the office: "NSC Spokesperson Ada Kowal"; None where an office, a body or a state issues."""
    words = who.split()
    offices = [at for at, word in enumerate(words) if word.lower() in saying().title]
    name = words[offices[-1] + 1 :] if offices else []
    return " ".join(name) if name and all(word[:1].isupper() for word in name) else None


def _who(headline: str) -> str | None:
    for pattern in _HEADLINES:
        found = pattern.search(" ".join(headline.split()))
        if found and found["who"].lower() not in _JOINT:
            return found["who"]
    return None


def _first_side(draft: "Draft") -> str | None:
    """The state or body that is the subject of the statement's first sentence."""
    first = next(draft.sentences)
    for mention in draft.actors:
        if mention.span.start >= first.end_char:
            return None
        root = draft.doc[mention.root]
        if mention.kind in _SIDES and not mention.adjective and root.dep_ == "nsubj" and root.head.dep_ == "ROOT":
            return mention.actor
    return None
