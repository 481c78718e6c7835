"""What a name is the name of: told by its own words, by the words around it, and by where else it stands."""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.names import is_given, is_leader, name_words
from dragoman.lexicon.roles import roles
from dragoman.lexicon.saying import saying
from dragoman.text.names._runs import Run

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACING = frozenset(("in", "at", "near", "outside", "around", "inside", "across", "throughout"))
_MOTION = frozenset(("from", "to", "into", "toward", "towards"))
_PLACES_FIRST = frozenset(("mount", "lake", "camp", "fort", "cape", "port", "san", "santa", "saint", "st."))
_BODIES_FIRST = frozenset(("ministry", "bank", "university"))
_BESIDE = ("compound", "nmod", "amod")
_ACRONYM = 6  # letters of the longest acronym; a longer word in capitals is a headline's
_LONGEST = 5  # words of a person's name that no other sign bears out
_AGES = range(15, 105)
_PEOPLE_ENDINGS = ("ish", "ese", "ian", "ean")
THING = "THING"


class Kinds:
    """The labels of a text's names."""

    def __init__(self, doc: "Doc", runs: list[Run]) -> None:
        told = _voted(runs, lambda run: run.known or _by_words(run) or _by_neighbours(doc, run))
        people = [run.words for run in runs if told.get(run.text) == "PERSON"]
        self._surnames = {part for words in people for part in (words[-1], _last(words))}
        self._firsts = {words[0] for words in people if len(words) > 1 and is_given(words[0])}
        rest = [run for run in runs if run.text not in told and not self._is_part(run)]
        self._told = told | _voted(rest, lambda run: _by_clause(doc, run))
        self._surnames |= {_last(run.words) for run in rest if self._told.get(run.text) == "PERSON"}

    def of(self, run: Run) -> str | None:
        """The label of a name; None where nothing tells it."""
        if run.known and run.known != "PERSON":
            return run.known
        return self._told.get(run.text) or ("PERSON" if self._is_part(run) else None)

    def _is_part(self, run: Run) -> bool:
        """Whether somebody is named in full elsewhere, and here by his last name or the first alone."""
        if len(run.words) == 1 and run.words[0] in self._firsts:
            return True
        return _last(run.words) in self._surnames and len(run.words) < _LONGEST


def _voted(runs: list[Run], label_of: "Callable[[Run], str | None]") -> dict[str, str]:
    """The label that most places tell for each name; of as many, that of a person."""
    votes: dict[str, Counter[str]] = {}
    for run in runs:
        if label := label_of(run):
            votes.setdefault(run.text, Counter())[label] += 1
    return {name: max(counts, key=lambda label: (counts[label], label == "PERSON")) for name, counts in votes.items()}


def _last(words: tuple[str, ...]) -> str:
    """The last part of a name with what is tied to it by a hyphen: "al-Busaidi"."""
    start = len(words) - 1
    while start > 1 and words[start - 1] == "-":
        start -= 2
    return "".join(words[start:])


def _by_words(run: Run) -> str | None:
    """By the words of the name itself."""
    words, own = name_words(), run.words
    first, last = own[0].lower(), own[-1].lower()
    given = is_given(own[0])
    if last in words.bodies or first in _BODIES_FIRST:
        return "ORG"
    if len(own) == 1:
        return None if run.titled else "PERSON" if is_leader(own[0]) and not run.owner else _by_word(own[0])
    if own[-2] == "-" and len(own) == 3 and last in words.peoples:
        return "NORP"
    if all(word.isupper() for word in own) and sum(map(len, own)) > _ACRONYM:
        return THING  # a dateline's town, a heading
    if (given and len(own) == 2) or run.titled:
        return "PERSON"
    if last in words.places or first in _PLACES_FIRST:
        return "GPE"
    if last in words.things or first in words.departments:
        return THING
    inner = own[1:-1]
    if given or any(_is_initial(word) for word in own[:-1]) or any(word in words.particles for word in inner):
        return "PERSON"
    return None


def _by_word(word: str) -> str | None:
    if word.lower() in name_words().peoples:
        return "NORP"
    if word.lower() in name_words().things | name_words().departments:
        return THING
    return "ORG" if word.isupper() and word.isalpha() and 1 < len(word) <= _ACRONYM else None


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _by_neighbours(doc: "Doc", run: Run) -> str | None:
    """By the words around: a title, an apposition, an age, "who"."""
    if run.owner or _has_article(doc, run):
        return None
    end = run.end
    apart = end + 1 < len(doc) and doc[end].text == ","
    who = end < len(doc) and doc[end + apart].lower_ in ("who", "whose", "whom")
    return "PERSON" if run.titled or who or (apart and _is_aged(doc, end)) or _is_apposed(doc[end - 1]) else None


def _has_article(doc: "Doc", run: Run) -> bool:
    """Whether an article is the name's own, not that of a noun after it."""
    return run.start > 0 and doc[run.start - 1].tag_ == "DT" and doc[run.end - 1].dep_ not in _BESIDE


def _is_aged(doc: "Doc", end: int) -> bool:
    """ "Ada Kowal, 45,"."""
    told = doc[end + 1].text
    return told.isdigit() and int(told) in _AGES and end + 2 < len(doc) and doc[end + 2].text in (",", ".")


def _is_apposed(head: "Token") -> bool:
    """ "Ada Kowal, the envoy", "the envoy, Ada Kowal"."""
    office = roles().office
    if head.dep_ == "appos" and head.head.lemma_.lower() in office and head.head.tag_ in ("NN", "NNP"):
        return True
    return any(child.dep_ == "appos" and child.i > head.i and child.lemma_.lower() in office for child in head.children)


def _by_clause(doc: "Doc", run: Run) -> str | None:
    """Where nothing tells for certain: by the part the name has in its clause."""
    head = doc[run.end - 1]
    before = doc[run.start - 1].lower_ if run.start else ""
    single = len(run.words) == 1
    if head.dep_ == "pobj" and (before in _PLACING or (single and before in _MOTION)):
        return "GPE"
    if single and (head.tag_ == "NNPS" or head.tag_ == "JJ"):
        return "NORP" if head.tag_ == "NNPS" or head.lower_.endswith(_PEOPLE_ENDINGS) else None
    if _has_article(doc, run):
        return "ORG"
    if single:
        return "PERSON" if _speaks(head) and not run.owner else None
    return "PERSON" if len(run.words) <= _LONGEST and head.dep_ not in _BESIDE else None


def _speaks(head: "Token") -> bool:
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in _speaking()


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    return saying().clause | saying().noun | saying().infinitive
