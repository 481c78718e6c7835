"""Where calendar expressions stand in a text, and of what form each is. One regular expression, longest form first."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.lexicon.calendar import calendar

Found = tuple[str, "re.Match[str]"]


def _any(words: list[str], dot: bool = False) -> str:
    """Any of the words; short forms of names may end in a full stop."""
    ordered = sorted(words, key=len, reverse=True)
    return (
        "(?:" + "|".join(word + (r"\.?" if dot and len(word) < 5 and word not in ("May", "June", "July") else "") for word in ordered) + ")"
    )


def _named(names: str) -> str:
    """Names are told by their capital: "march" and "may" are verbs, "Sun" without a stop is none of ours."""
    return f"(?-i:{names})"


@lru_cache(maxsize=1)
def patterns() -> re.Pattern[str]:
    """The scanner. Group names end in the number of their form, since a name may stand once."""
    cal = calendar()
    month = _named(_any([m for m in cal.month if m != "Mar"] + [r"Mar\b(?=\.)"], dot=True))
    full_days = _named(_any([d for d in cal.weekday if d.endswith("day")]))
    short_days = _named("(?:" + "|".join(rf"{d}\." for d in cal.weekday if not d.endswith("day")) + ")")
    weekday = f"(?:{full_days}|{short_days})"
    number = (
        r"(?:\d{1,3}|"
        + _any(
            [
                w
                for w, v in cal.number.items()
                if 1 <= v <= 90 and w not in ("a", "an", "both", "once", "twice", "pair", "single")
            ]
        )
        + "|an?)"
    )
    vague = r"(?:several|a\ few|few|some|many|a\ couple\ of|couple\ of|dozens\ of|recent|two\ or\ three)"
    units = r"(?:days?|weeks?|fortnights?|months?|years?|decades?|hours?|minutes?|centur(?:y|ies))"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    year = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
    part = _any(list(cal.part))
    season = _any(list(cal.season))
    dash = r"\s?(?:-|–|—|to|through|until|till)\s?"
    edge = r"(?:(?:the\ )?(?:very\ )?(?:early|late|mid|middle|beginning|start|end)(?:\s(?:in|of)|-)?\s?(?:the\s)?)"
    within = r"(?:(?:earlier|later|early|late)\s(?:in\s|on\s)?)"
    zone = r"(?:\s?(?:GMT|UTC|EST|EDT|CET|CEST|BST|IST|MSK|ET|local\ time|Moscow\ time|p\.m\.|a\.m\.))"
    clock = rf"(?:\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b){zone}?|\d{{1,2}}:\d\d(?::\d\d)?(?:{zone})?|\d{{4}}\s?(?:GMT|UTC)|(?:midnight|noon|midday){zone}?)"
    forms = {
        "iso": r"(?P<iso_d>\d{4}-\d\d-\d\d)",
        "slash": r"(?P<sl_a>\d{1,2})[/.](?P<sl_b>\d{1,2})[/.](?P<sl_y>\d{4})",
        "clock": rf"(?P<ck_t>{clock})(?:\s(?:on|the)?\s?(?P<ck_r>(?:next\ day|same\ day|{weekday}|{month}\s{day}(?:,\s{year})?|{day}\s{month}(?:\s{year})?|today|yesterday|tomorrow)))?",
        "dm": rf"(?:(?P<dm_w>{weekday}),?\s)?(?:the\ )?(?P<dm_a>{day})(?:{dash}(?P<dm_b>{day})|(?P<dm_l>(?:,\s?{day})*,?\s(?:and|or)\s(?P<dm_z>{day})))?\s(?:of\s)?(?P<dm_m>{month})(?:,?\s(?P<dm_y>{year}))?",
        "md": rf"(?:(?P<md_w>{weekday}),?\s(?:the\s)?)?(?P<md_m>{month})\s(?P<md_a>{day})(?![\d,.:]*\d|\s?(?:people|per\ cent|percent|%))(?:{dash}(?:(?P<md_n>{month})\s)?(?P<md_b>{day})(?!\d|,\d))?(?:,?\s(?P<md_y>{year})|\s(?:of\s)?(?P<md_r>last|this|next)\syear)?(?P<md_l>(?:,\s{day}(?!\d))*,?\sand\s{day}(?!\d)(?=[\s.,;)](?!\s?(?:people|soldiers|prisoners|bodies|children|{month}))|$))?",
        "my": rf"(?P<my_e>{edge}|mid-)?(?P<my_m>{month}),?\s(?:of\s)?(?:(?P<my_y>{year})|(?P<my_r>last|this|next)\s(?:year))",
        "yr": rf"(?P<yr_a>{year})\s?[-–—]\s?(?P<yr_b>{year}|\d\d)\b(?!-)",
        "dec": r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:(?P<dec_y>\d{3}0)'?s\b|(?P<dec_w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|(?P<dec_c>\d{2}(?:st|th))\s[Cc]entury\b)",
        "wr": rf"(?P<wr_a>{full_days})\s?(?:-|–|to|through)\s?(?P<wr_b>{full_days})",
        "rel": rf"(?P<rel_e>{within}|{edge})?(?P<rel_w>the\ day\ after\ tomorrow|the\ day\ before\ yesterday|today|tonight|tomorrow|yesterday)(?:\s(?P<rel_p>{part}))?\b",
        "thispart": rf"(?P<tp_r>this|last|the\ previous|the\ following|the\ next)\s(?P<tp_p>{part})\b",
        "inday": r"(?P<id_e>earlier|later|late|early)\s(?:in\ the|that|the\ same)\ day",
        "wd": rf"(?P<wd_e>{within})?(?:(?P<wd_r>(?:this\ (?:past|coming)|last|next|this|coming|past|previous|following)\s))?(?P<wd_w>{weekday})(?:\s(?P<wd_p>{part}))?(?:\s(?P<wd_k>last\ week|next\ week|this\ week))?(?!\w|-\w)",
        "anaph": r"(?P<an_w>(?:on\s)?(?:the|that)\s(?:very\s)?(?:same|next|following|previous|preceding)\s(?P<an_u>day|week|month|year|weekend)|(?:the\ )(?P<an_v>day|week|month|year)\s(?P<an_d>before|after|earlier|later)|that\s(?P<an_t>day|week|month|year|weekend))\b",
        "ago": rf"(?:(?:about|some|around|nearly|almost|over|more\ than|less\ than)\s)?(?P<ago_n>{number}|{vague})\s(?P<ago_u>{units})\s(?P<ago_d>ago|earlier|later|before|after\ that|from\ now|prior|previously)\b",
        "in": rf"(?P<in_p>in|within)\s(?:about\s|the\snext\s)?(?P<in_n>{number})\s(?P<in_u>{units})(?:'\stime)?\b",
        "unit": rf"(?P<un_e>{within}|{edge}|mid-)?(?P<un_r>this\ past|this\ coming|last|this|next|the\ previous|the\ preceding|the\ following|the\ coming|the\ past|the\ current|current|the\ same|the|over\ the|at\ the)\s(?P<un_u>week(?:end)?|month|year|quarter|{season}|decade|century)(?:\s(?:of|in)\s(?P<un_y>{year})|\s(?P<un_z>{year}))?\b(?!-|\s(?:old|long))",
        "quarter": rf"(?:the\s)?(?P<q_n>first|second|third|fourth|last)\s(?:quarter|half)(?:\sof\s(?:(?P<q_y>{year})|(?P<q_r>this|last|next)\syear))?(?!\w)(?!\s(?:of|time))",
        "season": rf"(?:(?:in|by|since)\s)?(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<se_s>{season})(?:\sof)?\s(?P<se_y>{year})",
        "every": rf"(?P<ev>every\s(?:other\s)?(?:{units}|{weekday}|{part})|daily|weekly|monthly|annually|(?:once|twice)\sa\s(?:day|week|month|year))\b",
        "win": rf"(?P<wi_r>(?:the\s)?(?:past|last|next|coming|previous|recent|following))\s(?:(?P<wi_n>{number}|{vague})\s)?(?P<wi_u>days|weeks|months|years|decades|hours|minutes|day|week|month|year|hour)\b",
        "dur": rf"(?:(?:less|more)\sthan\s|about\s|nearly\s|almost\s|up\ to\s|at\ least\s|over\s)?(?P<du_n>{number}|{vague}|half\ an?)[\s-](?P<du_u>{units})(?!\w)(?!\sold)",
        "bare": r"(?P<ba_u>weeks|months|days|years|hours|decades)\b",
        "edgem": rf"(?P<em_e>{edge}|mid-)(?P<em_m>{month})(?!\w|\s\d)",
        "mon": rf"(?P<mo_r>(?:last|this|next|every)\s)?(?P<mo_m>{month})(?!\w|\s\d|-\w)",
        "year": rf"(?P<ye_e>(?:early|late|mid)[\s-])?(?P<ye_y>{year})(?!\d|[.,]\d|-\w|\s?(?:people|soldiers|prisoners|bodies|men|troops|km|per\ cent|percent|%|dead|\$))",
        "edgey": r"(?:the\s)?year(?:'s)?\s(?P<ey>end)\b",
    }  # fmt: skip
    body = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    # A space in a form is any blank of the text.
    flexible = re.sub(r"\\ ", r"\\s", body)
    return re.compile(rf"(?<![\w$€£.#/-])(?:{flexible})", re.IGNORECASE)


NAMES = (
    "iso", "slash", "clock", "dm", "md", "my", "yr", "dec", "wr", "rel", "thispart", "inday", "wd", "anaph", "ago", "in", "unit",
    "quarter", "season", "every", "win", "dur", "bare", "edgem", "mon", "year", "edgey",
)  # fmt: skip


def scan(text: str) -> Iterator[Found]:
    """(form, match) of every expression, left to right."""
    for match in patterns().finditer(text):
        form = next(name for name in NAMES if match[name] is not None)
        yield form, match
