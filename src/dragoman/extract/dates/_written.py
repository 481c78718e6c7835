"""The day on which a report was written, where its dateline or its first line says so."""

import re
from collections.abc import Sequence
from datetime import date

from dragoman.model import DateMention
from dragoman.model.dates import is_day
from dragoman.text.dateline import in_dateline

_HEAD = 300  # characters at the beginning of a report among which its own date stands
_PRINTED = 3  # days within which a report is printed after it was written, or a day before in another zone
_ALONE = re.compile(r"[ ]*(?:\n|$)")


def day_written(text: str, mentions: Sequence[DateMention], published: date) -> date:
    """The day that a dateline or a line of its own gives at the head of a report; else the day of publication."""
    for mention in mentions:
        if mention.span.start > _HEAD:
            break
        if is_day(mention.timex) and re.search(r"\d", mention.text) and _is_of_the_report(text, mention):
            day = date.fromisoformat(mention.timex)
            return day if -1 <= (published - day).days <= _PRINTED else published
    return published


def _is_of_the_report(text: str, mention: DateMention) -> bool:
    start, end = mention.span
    alone = text[:start].rpartition("\n")[2].strip() == "" and _ALONE.match(text, end)
    return bool(alone) or in_dateline(text, start)
