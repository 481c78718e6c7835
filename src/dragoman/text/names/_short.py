"""Short names that a text explains: the letters of "the Free Movement (FM)" stand for the words before them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "de", "la", "del", "to", "across", "-", "'s", "'", "&"))
_LONGEST = 12  # words of a body's name


def spelled_out(doc: "Doc", name: str) -> str:
    """The name in full where it is a short one that the text explains, else as it is."""
    if not name.isupper() or not name.isalpha():
        return name
    short: dict[str, str] | None = doc.user_data.get(__name__)
    if short is None:
        short = doc.user_data[__name__] = _short_names(doc)
    return short.get(name, name)


def _short_names(doc: "Doc") -> dict[str, str]:
    found: dict[str, str] = {}
    for token in doc[2:-1]:
        if token.text.isupper() and len(token) > 1 and token.nbor(-1).text == "(" and token.nbor().text == ")":
            start, end = _before(doc, token), token.i - 1
            if end - start > 1 and _is_short_for(token.text.lower(), doc, start, end):
                found.setdefault(token.text, " ".join(doc[start:end].text.split()))
    return found


def _is_short_for(letters: str, doc: "Doc", start: int, end: int) -> bool:
    """Whether most letters are initials, those of another tongue included: "(AP)" after a dateline's country is not."""
    initials = {t.text[0].lower() for t in doc[start:end]}
    return 2 * sum(letter in initials for letter in letters) > len(letters)


def _before(doc: "Doc", short: "Token") -> int:
    """Where the full name begins: where its initials are the letters, else as far back as it is a name."""
    end = short.i - 1
    start = end
    while (
        start
        and end - start < _LONGEST
        and _is_of_name(doc[start - 1])
        and not (start < end and doc[start].is_sent_start)
    ):
        start -= 1
    while start < end and (not doc[start].text[0].isupper() or doc[start].lower_ == "the"):
        start += 1
    letters = short.text.lower()
    fitting = [at for at in range(start, end) if _initials(doc, at, end) == letters]
    joined = [at for at in range(start, end) if doc[at].lower_ == "and"]
    if fitting or not joined:
        return fitting[0] if fitting else start
    after = joined[-1] + 1
    return after + (doc[after].lower_ == "the")


def _is_of_name(token: "Token") -> bool:
    return token.text[0].isupper() or token.lower_ in _SMALL


def _initials(doc: "Doc", start: int, end: int) -> str:
    return "".join(t.text[0] for t in doc[start:end] if t.text[0].isupper()).lower()
