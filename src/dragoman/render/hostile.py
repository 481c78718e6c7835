"""Text of reports is hostile input: what could make a line read otherwise than it was written is shown as a mark."""

import re

MARK = "\ufffd"
# Controls, halves of characters, what XML forbids, and the signs that turn the direction of writing; marks of direction
# alone (U+200E, U+200F) do no harm.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """The text with each such sign replaced by one visible mark, so that offsets stay."""
    return _UNSEEN.sub(MARK, text)
