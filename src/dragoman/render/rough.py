"""Whether the text calls a calendar expression rough: "around 5 May", "in about March", "about two weeks later"."""

import re

from dragoman.model import DateMention

_BEFORE = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|ca?\.|some\s?time\s(?:in|around|on|during))\s$", re.IGNORECASE
)
_WITHIN = re.compile(
    r"^(?:in\s|within\s)?(?:about|around|some|nearly|almost|approximately|roughly)\b(?!\stime)", re.IGNORECASE
)
_REACH = 20  # characters before an expression in which it is called rough


def is_rough(mention: DateMention, text: str) -> bool:
    """Whether a word that makes it rough opens the expression or stands right before it in the text."""
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    return bool(_WITHIN.match(mention.text) or _BEFORE.search(before))
