"""Runs of words that are one name."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.calendar import calendar
from dragoman.lexicon.names import is_given, name_words
from dragoman.lexicon.roles import roles
from dragoman.model import ActorKind
from dragoman.text.gazetteer import Match, names_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES = frozenset(("NNP", "NNPS"))
# What the tagger takes a name for that it does not know.
_MISTAKEN = frozenset((
    "NN", "NNS", "JJ", "JJR", "FW", "VB", "VBD", "VBN", "VBP", "VBZ", "VBG", "XX", "ADD", "RB", "UH",
))  # fmt: skip
_OPENING = frozenset(('"', "'", ":", "(", "[", "-", "--", "–", "—", "*", "•", ";"))
_LINKS = frozenset(("of", "for", "on"))
_LETTERS = range(3, 7)  # of a body called by its letters: "secretary of the NBRU Ada Kowal"


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` up to `end` that are one name; `known` is its label where the lexicons tell it.

    `titled` is said of a name right after an office or title, `owner` of one before: "Iran Minister".
    """

    start: int
    end: int
    words: tuple[str, ...]
    known: str | None = None
    titled: bool = False
    owner: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


def runs_in(doc: "Doc") -> list[Run]:
    """The names of the text from left to right."""
    return list(_joined(doc, _Finder(doc).runs()))


def is_title(token: "Token") -> bool:
    """An office or title: "President", "spokesman", "Mr", "Ministers" before two names."""
    lower = token.lower_.removesuffix("s") if token.tag_ in _NAMES else token.lower_
    return (lower in roles().office or lower in name_words().titles) and token.tag_ != "NNS"


def is_calendar_word(token: "Token") -> bool:
    """Months, weekdays, and the units and parts of time: "May", "Tuesday", "week", "evening"."""
    return token.text in _days_and_months() or token.lemma_.lower() in _spans_of_time()


@lru_cache(maxsize=1)
def _days_and_months() -> frozenset[str]:
    """Written out: "Jan" and "Sun" are names of people too."""
    return frozenset(name for name in (*calendar().month, *calendar().weekday) if len(name) > 3 or name == "May")


@lru_cache(maxsize=1)
def _spans_of_time() -> frozenset[str]:
    return frozenset((*calendar().part, *calendar().unit, *calendar().season))


class _Finder:
    """Walks once over the words of a text."""

    def __init__(self, doc: "Doc") -> None:
        self._doc = doc
        self._known = _known(doc)
        # Names that open no sentence: where one does, the tagger may take it for another word.
        self._seen = {t.text for t in doc if t.tag_ in _NAMES and not t.is_sent_start and t.text[0].isupper()}

    def runs(self) -> list[Run]:
        found: list[Run] = []
        at = 0
        while at < len(self._doc):
            end, label = self._known.get(at, (0, "PERSON"))
            if label == "PERSON" or self._begins_a_person(at, end):
                label, end = "", self._end(at) if self._opens(self._doc[at]) else at
            if end > at:
                found.append(self._run(at, end, label or None))
            at = max(end, at + 1)
        return found

    def _run(self, start: int, end: int, label: str | None) -> Run:
        doc = self._doc
        words = tuple(doc[i].text for i in range(start, end))
        return Run(
            start, end, words, label, start > 0 and self._ends_title(start - 1), end < len(doc) and is_title(doc[end])
        )

    def _ends_title(self, at: int) -> bool:
        """ "President", "Secretary of State"."""
        doc = self._doc
        if is_title(doc[at]):
            return True
        while at > 1 and doc[at].lower_ in name_words().departments:
            at -= 1
        return (
            doc[at].lower_ in _LINKS
            and at > 0
            and is_title(doc[at - 1])
            and at + 1 < len(doc)
            and doc[at + 1].text[0].isupper()
        )

    def _opens(self, token: "Token") -> bool:
        """Whether a name can begin with the word."""
        text = token.text
        if not text[0].isupper():
            return self._is_low_opening(token)
        if is_title(token) or is_calendar_word(token):
            return False
        if token.tag_ in _NAMES:
            return True
        initial = token.is_sent_start or (token.i and token.nbor(-1).text in _OPENING)
        return token.tag_ in _MISTAKEN and (not initial or text in self._seen or is_given(text))

    def _is_low_opening(self, token: "Token") -> bool:
        """ "al-Sudani": a particle tied by its hyphen to the name."""
        doc, at = self._doc, token.i
        return (
            token.lower_ in name_words().particles
            and at + 2 < len(doc)
            and doc[at + 1].text == "-"
            and doc[at + 2].text[0].isupper()
        )

    def _end(self, start: int) -> int:
        """Where the name that begins at a word ends."""
        doc, at = self._doc, start + 1
        if doc[start].lower_ in name_words().departments and start and self._ends_title(start):
            while at < len(doc) and doc[at].text[0].isupper() and doc[at].lower_ in name_words().departments:
                at += 1
            return at
        if not doc[start].text[0].isupper():
            at = start + 3
        if start in self._known:
            at = max(at, self._known[start][0])
        while at < len(doc) and (step := self._next(at, start)):
            at += step
        return at

    def _next(self, at: int, start: int) -> int:
        """How many words from here go on with the name; none where it is at its end."""
        doc, words = self._doc, name_words()
        token = doc[at]
        if token.is_sent_start or self._parts(at):
            return 0
        if at in self._known:
            end, label = self._known[at]
            if label == "PERSON":
                return end - at
            return int(end - at == 1 and label != "NORP" and is_given(doc[start].text))  # "Ariel Sharon"
        if token.text == "-":
            tied = at + 1 < len(doc) and not doc[at - 1].whitespace_ and not token.whitespace_
            return 2 if tied and _is_second_half(doc[at + 1], at - start) else 0
        if token.text[0].isupper():
            usual = token.tag_ in _NAMES or token.tag_ in _MISTAKEN or token.lower_ in words.particles
            return int(usual and not is_title(token) and not is_calendar_word(token))
        if token.text == "&":
            return 2 if at + 1 < len(doc) and doc[at + 1].text[0].isupper() else 0
        if token.lower_ in words.particles:
            return self._over_particles(at)
        return int(token.lower_ in words.suffixes and token.tag_ in _NAMES)

    def _parts(self, at: int) -> bool:
        """Whether a person's name begins after a paper's or body's: "the adviser on the Peace Process Ada Kowal"."""
        words, before = name_words(), self._doc[at - 1]
        person = self._known.get(at, (0, ""))[1] == "PERSON" or is_given(self._doc[at].text)
        body = before.lower_ in words.bodies or (before.text.isupper() and len(before) in _LETTERS)
        return person and (body or before.lower_ in words.things or before.lower_ in words.departments)

    def _over_particles(self, at: int) -> int:
        """ "bin" in "Mohammed bin Salman", "al-" in "Badr al-Busaidi": with the words to the capital after them."""
        doc, end = self._doc, at
        while end < len(doc) and (doc[end].lower_ in name_words().particles or doc[end].text == "-"):
            end += 1
        ahead = end < len(doc) and doc[end].text[0].isupper() and end not in self._known and not is_title(doc[end])
        joined = doc[end - 1].text == "-" or doc[at].lower_ not in ("as", "at", "an", "us", "i", "do")
        return end - at + 1 if ahead and joined else 0

    def _begins_a_person(self, at: int, end: int) -> bool:
        """ "Israel Katz", "Jordan Bardella": a first name that is a place's too, with the rest of the name after it."""
        doc, words = self._doc, name_words()
        if end - at > 1 or end >= len(doc) or end in self._known or not is_given(doc[at].text):
            return False
        after = doc[end]
        return (
            after.text[0].isupper()
            and after.tag_ == "NNP"
            and not is_title(after)
            and not is_calendar_word(after)
            and after.lower_ not in words.bodies | words.places | words.things
        )


def _is_second_half(token: "Token", length: int) -> bool:
    """What follows a hyphen inside a name: "Abdul-Rahman", "Ki-moon"; not "Saudi-led"."""
    if token.text[0].isupper():
        return token.tag_ in _NAMES or token.tag_ in _MISTAKEN
    return length > 1 and token.is_alpha and token.tag_ in ("NN", "NNP", "FW")


def _joined(doc: "Doc", runs: list[Run]) -> list[Run]:
    """Bodies with what they are of: "Union of Rational People", "Centre for Peace Studies"."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        gap = doc[last.end : run.start] if last else None
        if (
            last is not None
            and gap
            and run.known is None
            and not (run.titled or is_given(run.words[0]))
            and last.words[-1].lower() in name_words().bodies
            and gap[0].lower_ in _LINKS
            and (len(gap) == 1 or (len(gap) == 2 and gap[1].lower_ == "the"))
        ):
            words = tuple(t.text for t in doc[last.start : run.end])
            found[-1] = replace(last, end=run.end, words=words, known="ORG", owner=run.owner)
        else:
            found.append(run)
    return found


def _known(doc: "Doc") -> dict[int, tuple[int, str]]:
    """First word: (end, label) of the names that the lexicons know."""
    first = {token.idx: token.i for token in doc}
    found: dict[int, tuple[int, str]] = {}
    for match in names_in(doc):
        start = first.get(match.span.start)
        if start is None:
            continue
        end = start + 1
        while end < len(doc) and doc[end].idx < match.span.end:
            end += 1
        label = _label(match, end - start > 1 or _stands_as_name(doc[start]))
        if label is not None:
            found[start] = end, label
    return found


def _stands_as_name(token: "Token") -> bool:
    """Whether one word is a name, and not a part of one: "Liberation" is no outlet in "the Liberation Front"."""
    after = token.i + 1 < len(token.doc) and token.nbor()
    goes_on = after and after.tag_ in _NAMES and token.dep_ == "compound" and not is_title(after)
    return token.tag_ == "NNP" and not token.is_sent_start and not goes_on


def _label(match: Match, is_name: bool) -> str | None:
    """The label of a name of the lexicons; "Time" and "Independent" are outlets only where a name stands."""
    if match.is_person:
        return "PERSON"
    if not any(letter.isupper() or letter.isdigit() for letter in match.surface):
        return None
    sense = next((s for s in match.senses if s.kind is not None), None)
    if sense is not None and sense.kind is ActorKind.OUTLET and not match.is_place:
        return "ORG" if is_name or match.surface.isupper() else None
    if sense is None or sense.kind is ActorKind.OUTLET:
        return "GPE" if match.is_place else None
    if sense.form == "demonym":
        return "NORP"
    return "GPE" if sense.kind is ActorKind.STATE else "ORG"
