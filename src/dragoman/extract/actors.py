"""Actors named in the text: states, groups, organisations, outlets, people and offices."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.lexicon.names import name_words
from dragoman.lexicon.roles import roles
from dragoman.lexicon.world import Sense, posts_of
from dragoman.model import ActorKind, ActorMention
from dragoman.text.bands import bands_in
from dragoman.text.draft import Draft, span_of
from dragoman.text.gazetteer import Match, find_names, is_locative, names_in
from dragoman.text.memo import text_of
from dragoman.text.parties import title_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


_OWNER_REACH = 12  # letters before a name that may tell whose it is
_EMPLOYERS = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
_TITLE_POS = ("NOUN", "PROPN", "ADJ", "PART")
_TITLE_WORDS, _APPOSITION_WORDS = 9, 14  # a longer title is a clause that went astray


def find_actors(draft: Draft) -> list[ActorMention]:
    """Mentions in the order of the text; pronouns, role nouns and collectives come with `find_references`."""
    matches = names_in(draft.doc)
    named = [mention for match in matches if (mention := _named(match, draft)) is not None]
    bands = bands_in(draft, named)
    apart = [m for m in (*named, *_people(draft, bands)) if not any(band.span.overlaps(m.span) for band in bands)]
    unnamed = list(_unnamed(draft))
    return sorted(_as_printed([*apart, *bands, *unnamed], draft), key=lambda mention: mention.span)


def _as_printed(mentions: list[ActorMention], draft: Draft) -> list[ActorMention]:
    """Groups by the name the report gives them, where it never uses the usual one; the ledger joins the names."""
    surfaces: dict[str, list[str]] = {}
    for mention in mentions:
        words = draft.slice(mention.span).removeprefix("the ").removeprefix("The ")
        plain = not mention.adjective or words == mention.name  # "Barisan Revolusi Nasional insurgents" tells the name
        if mention.kind is ActorKind.GROUP and plain and not mention.metonym:
            surfaces.setdefault(mention.name, []).append(words)
    names = {name: max(given, key=len) for name, given in surfaces.items() if not any(map(_is_told(name), given))}
    return [
        replace(m, name=names.get(m.name, m.name), actor=names.get(m.actor or "", m.actor)) if names else m
        for m in mentions
    ]


def _named(match: Match, draft: Draft) -> ActorMention | None:
    """The actor a gazetteer match denotes here; None where it is a place, part of a name, or a word like any other."""
    words = draft.doc.char_span(*match.span, alignment_mode="expand")
    if words is None or not match.senses or match.is_person or words[0].ent_type_ == "PERSON":
        return None
    root = words.root if words.root.pos_ != "DET" else words[-1]  # "the Sudan government": not the article
    sense = _likeliest(match, root)
    if sense is None or sense.kind is None:
        return None
    if sense.form != "demonym" and sense.kind is ActorKind.STATE and is_locative(root):
        return None
    if _is_of_state(text_of(draft.doc), match, sense):
        return None
    adjective = sense.form == "demonym" and _modifies(words)
    adjective = adjective or (
        sense.kind in (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
        and root.dep_ in ("compound", "amod", "nmod")
    )
    return ActorMention(
        span=match.span,
        name=sense.name,
        kind=sense.kind,
        root=root.i,
        actor=sense.actor,
        members=sense.members,
        metonym=sense.form == "metonym",
        adjective=adjective,
    )


def _is_of_state(text: str, match: Match, sense: Sense) -> bool:
    """Whether an organ is a state's own: "Armenia's" or "National Security Council" is none of the United Nations."""
    organ = sense.kind is ActorKind.ORGANISATION and sense.actor != sense.name
    return organ and text[max(0, match.span.start - _OWNER_REACH) : match.span.start].rstrip().lower().endswith(
        ("'s", "\u2019s", "national")
    )


def _likeliest(match: Match, root: "Token") -> Sense | None:
    """The sense to take: an outlet only where a name stands that is no common word."""
    for sense in match.senses:
        if sense.kind is ActorKind.OUTLET and not _can_be_outlet(match.surface, root):
            continue
        return sense
    return None


def _can_be_outlet(surface: str, root: "Token") -> bool:
    """ "Time", "X", "Independent" are outlets only as names inside a sentence; "Reuters" and "The Hindu" always."""
    return (
        root.pos_ == "PROPN"
        and (len(surface.split()) > 1 or surface.isupper() or not root.is_sent_start)
        and len(surface) > 1
    )


def _modifies(words: "Words") -> bool:
    """Whether a demonym stands before the noun it belongs to."""
    root = words.root
    return root.dep_ in ("amod", "compound", "nmod", "poss") or (
        root.pos_ == "ADJ" and root.dep_ in ("conj", "npadvmod")
    )


def _is_told(name: str) -> Callable[[str], bool]:
    """Whether a surface is the usual name, or that name with its noun: "Houthi rebels" are the Houthis."""
    stem = name.removesuffix("s")
    return lambda surface: surface == name or (" " not in name and stem in surface)


# People


def _people(draft: Draft, bands: list[ActorMention]) -> Iterator[ActorMention]:
    """People by the names of the text and the office table, each by the fullest name the report gives."""
    spans = [words for words in draft.doc.ents if words.label_ == "PERSON"]
    names = [" ".join(draft.slice(span_of(words)).split()) for words in spans]
    full = _fullest_names(names + _title_names(draft))
    offices = {name: _office_of(name, spans, names, draft) for name in set(full.values())}
    for words, text in zip(spans, names, strict=True) if bands else ():
        if offices[full[text]][0] is None and (band := _band_of(words, bands)) is not None:
            offices[full[text]] = band, offices[full[text]][1]
    for words, text in zip(spans, names, strict=True):
        name = full[text]
        yield ActorMention(
            span_of(words), name, ActorKind.PERSON, words.root.i, *offices[name][:1], title=offices[name][1]
        )


def _band_of(words: "Words", bands: list[ActorMention]) -> str | None:
    """The group that only this report makes known for which somebody speaks: "Abgal elder X", "X, who spoke for the Abgal"."""
    told = [range(start, end) for start, end in (_before(words), _after(words), _apposed_before(words))]
    titled = [
        span
        for span in told
        if any(t.lower_ in roles().office | roles().bands for t in words.doc[span.start : span.stop])
    ]
    relative = [c for c in words.root.children if c.dep_ == "relcl" and c.lemma_ in roles().speaking_for]
    told = [*titled, *(range(c.i, c.right_edge.i + 1) for c in relative)]
    return next((band.actor for span in told for band in bands if band.root in span), None)


def _title_names(draft: Draft) -> list[str]:
    """People that only the headline names in full."""
    title = draft.report.title or ""
    return [match.surface for match in find_names(title) if match.is_person]


def _fullest_names(names: list[str]) -> dict[str, str]:
    """Each name as met, and the fullest that shares its last word: "Zelensky" is "Volodymyr Zelensky"."""
    by_last: dict[str, str] = {}
    for name in names:
        last = _last(name)
        if len(name.split()) > len(by_last.get(last, "").split()):
            by_last[last] = name
    found = {name: by_last[_last(name)] if len(name.split()) == 1 else name for name in names}
    # "Mahmoud Abbas" called "Mahmoud": a first name alone is left as it stands; a name inside a longer one is that one.
    for name in names:
        longer = [
            other for other in names if len(other) > len(found[name]) and set(found[name].split()) < set(other.split())
        ]
        if longer:
            found[name] = max(longer, key=len)
    return found


def _last(name: str) -> str:
    """A surname as it is told apart from others: "Al-Muzini" and "al-Muzini" are one."""
    return _without_suffix(name).split()[-1].casefold()


def _without_suffix(name: str) -> str:
    """A name without the word that tells a son from his father: "Joseph R. Biden Jr."."""
    first, _, last = name.rpartition(" ")
    return first if first and last.casefold() in name_words().suffixes else name


def _office_of(name: str, spans: list["Words"], texts: list[str], draft: Draft) -> tuple[str | None, str | None]:
    """(actor, title) of a person: as the text has it around the fullest mention, else as the office table knows."""
    called = None
    for words, text in zip(spans, texts, strict=True):
        if _last(text) == _last(name):
            actor, title = _told_office(words, draft)
            if actor:
                return actor, title
            called = called or title
    day = draft.report.published.isoformat()
    posts = posts_of(name, day)
    if len(name.split()) == 1:  # who bore a name that the report tells no more of is told by the day alone
        posts = [post for post in posts if post.holder.held_on(day)]
    if not posts and called:  # without a title the son of a president is no president
        posts = posts_of(_without_suffix(name), day)
    actors = {post.office.actor for post in posts}
    return (actors.pop(), called or posts[0].office.titles[0]) if len(actors) == 1 else (None, called)


def _told_office(words: "Words", draft: Draft) -> tuple[str | None, str | None]:
    """What the words around a name say of its bearer: "Ukrainian President X", "X, the foreign minister of Qatar"."""
    title = None
    for start, end in (_before(words), _after(words), _apposed_before(words)):
        phrase = draft.doc[start:end]
        here = next((title_of(_office_proper(t)) for t in reversed(phrase) if t.lower_ in roles().office), None)
        title = title or here
        owned = any(token.tag_ == "POS" for token in phrase)
        if here or owned:
            for match in find_names(phrase.text):
                for sense in match.senses:
                    if sense.kind in _EMPLOYERS and not _is_of_state(phrase.text, match, sense):
                        return sense.actor, title
    return None, title


def _office_proper(token: "Token") -> "Token":
    """The minister of "Foreign Minister Sheikh X": a rank or style of address right before the name is no office."""
    before = token.nbor(-1) if token.i else token
    styled = token.lower_ in roles().styles and before.lower_ in roles().office
    return before if styled and before.lower_ not in roles().compounded else token


def _before(words: "Words") -> tuple[int, int]:
    """The title and its owner right before the name: "Ukraine's President", "Qatari foreign minister"."""
    start = words.start
    while start > words.sent.start and words.start - start < _TITLE_WORDS:
        before = words.doc[start - 1]
        if before.pos_ not in _TITLE_POS and before.text != "-":  # "Secretary-General" is three words to the model
            break
        start -= 1
    return start, words.start


def _after(words: "Words") -> tuple[int, int]:
    """An apposition after the name, up to its comma: ", the speaker in the parliament of South Ossetia,"."""
    doc, end = words.doc, words.end
    if end >= words.sent.end or doc[end].text not in (",", "("):
        return end, end
    start = end = end + 1
    while (
        end < words.sent.end
        and end - start < _APPOSITION_WORDS
        and doc[end].text not in (",", ")", ".", ";")
        and (doc[end].pos_ not in ("VERB", "AUX") or doc[end].dep_ == "amod")
    ):
        end += 1
    return start, end


def _apposed_before(words: "Words") -> tuple[int, int]:
    """An office before the name, its title and a comma: "the president of Iran, X", "the leader of the LTTE, rebel chief X"."""
    doc, start = words.doc, _before(words)[0]
    if start - 1 <= words.sent.start or doc[start - 1].text != ",":
        return start, start
    start -= 1
    end = start
    while start > words.sent.start and end - start < _APPOSITION_WORDS and doc[start - 1].pos_ not in ("VERB", "AUX"):
        if doc[start - 1].is_punct and doc[start - 1].text not in ("(", ")"):
            break
        start -= 1
    return start, end


def _unnamed(draft: Draft) -> Iterator[ActorMention]:
    """ "sources", "a source familiar with the talks"."""
    for token in draft.doc:
        if token.lower_ in roles().unnamed and token.pos_ == "NOUN" and token.dep_ not in ("compound", "amod"):
            yield ActorMention(span_of(token), "unnamed sources", ActorKind.SOURCE, token.i)
