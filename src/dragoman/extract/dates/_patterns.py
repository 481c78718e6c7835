"""Where calendar expressions stand in a text, and of what form each is.

A word at which an expression may begin leads to the forms that begin so: with a figure, a month, a weekday, or one of
the lexicon's opening words. Of the forms that fit, the first in order wins. Most words lead nowhere, which is what
makes the scanner fast: one expression tried at every character cost four times as much.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.extract.dates._vocabulary import vocabulary
from dragoman.lexicon.calendar import calendar, opening_words

Found = tuple[str, "re.Match[str]"]

# A word or a figure that is not part of a name, an address, an amount or another number.
_WORD = re.compile(r"(?<![\w$€£.#/-])(?:\d+|[A-Za-z]+)")

# With what a form begins: F a figure, M a month, D a weekday, W one of the opening words.
_FORMS: tuple[tuple[str, str, str], ...] = (
    ("iso", "F", r"(?P<iso_d>\d{4}-\d\d-\d\d)(?!\d)"),
    ("slash", "F", r"(?P<sl_a>\d{1,2})(?P<sl_s>[/.])(?P<sl_b>\d{1,2})(?P=sl_s)(?P<sl_y>\d{4})(?!\d)"),
    ("clock", "FW", r"(?P<ck_t>{clock})(?:,?\s(?:on|the)?\s?(?P<ck_r>(?:next\sday|same\sday|{weekday}|{month}\s{day}(?:,\s{year})?|{day}\s{month}(?:\s{year})?|today|yesterday|tomorrow)))?"),
    ("named", "W", r"(?P<nm_d>{named})(?:,?\s(?P<nm_y>{year}))?"),
    ("months", "F", r"(?P<ms_a>{day})\s(?P<ms_m>{month})(?:,?\s(?P<ms_x>{year}))?{dash_and}(?P<ms_b>{day})\s(?P<ms_n>{month})(?:,?\s(?P<ms_y>{year}))?"),
    ("dm", "FDW", r"(?:{beside}?(?P<dm_w>{weekday}),?\s)?(?:the\s)?(?P<dm_a>{day})(?:{dash}(?P<dm_b>{day})|(?P<dm_l>(?:,\s?{day})*,?\s(?:and|or)\s(?P<dm_z>{day})))?\s(?:of\s)?(?P<dm_m>{month})(?:,?\s(?P<dm_y>{year})|\s(?P<dm_r>last|this|next)\syear)?"),
    ("md", "MDW", r"(?:{beside}?(?P<md_w>{weekday}),?\s(?:the\s)?)?(?P<md_m>{month})\s(?P<md_a>{day})(?![\d,.:]*\d|\s?(?:people|per\scent|percent|%))(?:{dash_and}(?:(?P<md_n>{month})\s)(?P<md_c>{day})(?!\d|,\d)|{dash}(?P<md_b>{day})(?!\d|,\d))?(?:,?\s(?P<md_y>{year})|\s(?:of\s)?(?P<md_r>last|this|next)\syear)?(?P<md_l>(?:,\s{day}(?!\d))*,?\s(?:and|or)\s{day}(?!\d)(?=[\s.,;)](?!\s?(?:people|soldiers|prisoners|bodies|children|{month}))|$))?"),
    ("mrange", "M", r"(?P<mr_a>{month})(?:,?\s(?P<mr_x>{year}))?\s?(?:-|–|—|to|through|until|till)\s?(?P<mr_b>{month})(?!\s\d{1,2}(?!\d))(?:,?\s(?P<mr_y>{year})|\s(?:of\s)?(?P<mr_r>last|this|next)\syear)?(?!\w|-\w)"),
    ("halfm", "W", r"(?:the\s)?(?P<hm_n>first|second)\shalf\sof\s(?P<hm_m>{month})(?:,?\s(?P<hm_y>{year}))?(?!\w|\s\d)"),
    ("ofyear", "M", r"(?P<oy_m>{month})\sof\s(?:the|that)\s(?P<oy_r>following|next|same|previous|preceding)?\s?year\b"),
    ("my", "MW", r"(?P<my_e>{edge}|mid-)?(?P<my_m>{month}),?\s(?:of\s)?(?:(?P<my_y>{year})|(?P<my_r>last|this|next)\s(?:year))(?!\d|-\d)"),
    ("yr", "F", r"(?P<yr_a>{year})(?:\s?[-–—]\s?|(?P<yr_s>/))(?P<yr_b>{year}|\d\d)\b(?![-/])"),
    ("nth", "W", r"the\s(?P<nt_d>\d{1,2}(?:st|nd|rd|th)|{ordinal})(?:\sof\s(?:that|the|this|the\ssame)\smonth\b)?(?:(?<=month)|(?=[.,;:)]|$|\s(?:in|at|with|but|and|after|when|as|will|would|to)\s))"),
    ("dec", "FW", r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:(?P<dec_y>\d{3}0)'?s\b|(?P<dec_w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|(?P<dec_c>\d{2}(?:st|th))\s[Cc]entury\b)"),
    ("weekof", "W", r"(?:the\s)?week\s(?:of|beginning|starting|from)\s(?:on\s)?(?:the\s)?(?:monday,?\s)?(?:(?P<wo_m>{month})\s(?P<wo_d>{day})|(?P<wo_e>{day})\s(?:of\s)?(?P<wo_n>{month}))(?:,?\s(?P<wo_y>{year}))?(?!\w|\s?-)"),
    ("nthweek", "W", r"(?:the\s)?(?P<nw_n>first|second|third|fourth|last)\sweek\s(?:of|in)\s(?P<nw_m>{month})(?:,?\s(?P<nw_y>{year}))?(?!\s\d)"),
    ("newyear", "W", r"(?P<ny>the\snew\syear)\b"),
    ("wr", "D", r"(?P<wr_a>{full_days})(?:\s?(?:-|–|to|through)\s?|(?P<wr_c>\sand\s))(?P<wr_b>{full_days})(?!\w|-\w|\s{part})"),
    ("rel", "W", r"(?P<rel_e>{within}|{edge})?(?P<rel_w>the\sday\safter\stomorrow|the\sday\sbefore\syesterday|today|tonight|tomorrow|yesterday)(?:\s(?P<rel_p>{part}))?\b"),
    ("thispart", "W", r"(?P<tp_r>this|last|that|the\sprevious|the\sfollowing|the\snext|the\ssame|the)\s(?P<tp_p>{part})\b(?:\s(?P<tp_b>before|earlier))?"),
    ("inday", "W", r"(?P<id_e>earlier|later|late|early)\s(?:in\sthe|that|the\ssame)\sday"),
    ("wd", "DW", r"(?P<wd_e>{within})?(?:(?P<wd_r>(?:the\s)?(?:this\s(?:past|coming)|last|next|this|coming|past|previous|following)\s))?(?P<wd_w>{weekday})(?:\s(?P<wd_p>{part}))?(?:\s(?:of\s)?(?P<wd_k>last\sweek|next\sweek|this\sweek|the\sfollowing\sweek))?(?!\w|-\w)"),
    ("anaph", "W", r"(?P<an_w>(?:on\s)?(?:the|that)\s(?:very\s)?(?:same|next|following|previous|preceding)\s(?P<an_u>day|week|month|year|weekend)|(?:the\s)(?P<an_v>day|week|month|year|weekend)\s(?P<an_d>before|after|earlier|later)|(?:(?:earlier|later)\s)?that\s(?:same\s)?(?P<an_t>day|week|month|year|weekend))\b"),
    ("ago", "FW", r"(?:(?P<ago_q>about|some|around|nearly|almost|over|just\sover|well\sover|more\sthan|less\sthan|under|exactly)\s)?(?P<ago_n>{number}|{vague})\s(?P<ago_u>{units})\s(?P<ago_d>ago|(?:earlier|later)(?!\sthan\b)|before|after\sthat|from\snow|prior|previously)\b"),
    ("in", "W", r"(?P<in_p>in|within)\s(?:(?:about|around|approximately|roughly|some|nearly|just|another|the\snext)\s)?(?P<in_n>{number})\s(?P<in_u>{units})(?:'\stime)?\b"),
    ("unit", "W", r"(?P<un_e>{within}|{edge}|mid-)?(?P<un_r>this\spast|this\scoming|last|this|next|the\sprevious|the\spreceding|the\sfollowing|the\scoming|the\spast|the\scurrent|current|the\ssame|the|over\sthe|at\sthe)\s(?P<un_u>week(?:end)?|month|year|quarter|{season}|decade|century)(?:\s(?:of|in)\s(?P<un_y>{year})|\s(?P<un_z>{year}))?\b(?!-|'s\send|\s(?:old|long|end\b))"),
    ("quarter", "W", r"(?:the\s)?(?P<q_n>first|second|third|fourth|last)\s(?:quarter|half)(?:\sof\s(?:(?P<q_y>{year})|(?P<q_r>this|last|next)\syear))?(?!\w)(?!\s(?:of|time))"),
    ("season", "W", r"(?:(?:in|by|since)\s)?(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<se_s>{season})(?:\sof)?\s(?P<se_y>{year})"),
    ("every", "W", r"(?P<ev>every\s(?:other\s)?(?:{units}|{weekday}|{part})|daily|weekly|monthly|annually|(?:once|twice)\sa\s(?:day|week|month|year))\b"),
    ("win", "W", r"(?P<wi_r>(?:the\s)?(?:past|last|next|coming|previous|recent|following))\s(?:(?P<wi_n>{number}|{vague})\s)?(?P<wi_u>days|weeks|months|years|decades|hours|minutes|day|week|month|year|hour)\b"),
    ("dur", "FW", r"(?:(?:less|more)\sthan\s|about\s|nearly\s|almost\s|up\sto\s|at\sleast\s|over\s)?(?P<du_n>{number}|{vague}|half\san?)[\s-](?P<du_u>{units})(?!\w)(?!\sold)"),
    ("bare", "W", r"(?P<ba_u>weeks|months|days|years|hours|decades)\b"),
    ("edgem", "W", r"(?P<em_e>{edge}|mid-)(?P<em_m>{month})(?!\w|\s\d)"),
    ("mon", "MW", r"(?P<mo_r>(?:last|this|next|every)\s)?(?P<mo_m>{month})(?!\w|\s\d|-\w)"),
    ("year", "FW", r"(?P<ye_e>(?:early|late|mid)[\s-])?(?P<ye_y>{year})(?!\d|[.,]\d|-\w|'?s\b|\s?(?:people|soldiers|prisoners|bodies|men|troops|km|per\scent|percent|%|dead|\$))"),
    ("edgey", "W", r"(?:the\s)?year(?:'s|-|\s)?\s?(?P<ey>end)\b"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _forms_by_opening() -> dict[str, re.Pattern[str]]:
    """The forms that may begin at a word: by the word itself, or under "F" for any figure."""
    words = vocabulary()
    tables = {}
    for opening in "FMDW":
        body = "|".join(
            f"(?P<{name}>{re.sub(r'{([a-z_]+)}', lambda m: words[m[1]], form)})"
            for name, openings, form in _FORMS
            if opening in openings
        )
        tables[opening] = re.compile(body, re.IGNORECASE)
    by_word = {"F": tables["F"]}
    for word in opening_words():
        by_word[word] = by_word[word.capitalize()] = tables["W"]
    by_word.update(dict.fromkeys(calendar().month, tables["M"]))
    by_word.update(dict.fromkeys(calendar().weekday, tables["D"]))
    return by_word


def scan(text: str) -> Iterator[Found]:
    """(form, match) of every expression, left to right."""
    tables = _forms_by_opening()
    figures = tables["F"]
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end:
            continue
        opening = word[0]
        table = figures if opening[0].isdecimal() else tables.get(opening)
        if table is not None and (match := table.match(text, start)):
            end = match.end()
            yield next(name for name, _, _ in _FORMS if match.groupdict().get(name) is not None), match
