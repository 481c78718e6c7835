"""Reading speed as a ratio to bare spaCy over the same texts in the same run.

Bare spaCy is the model as it is shipped, with all its pipes. We leave its finder of names out, which has an encoder of
its own, and find names ourselves: so the time of the pipes that we run is told too.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.model import Report
from dragoman.pipeline import read
from dragoman.text.nlp import LEFT_OUT, load, model_folder, straighten

_ROUNDS = 3  # the fastest counts: the others were disturbed


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds for the texts: by bare spaCy with all its pipes and with those we run; the whole reading."""

    tokens: int
    bare: float
    parse: float
    whole: float

    @property
    def ratio(self) -> float:
        return self.whole / self.bare


def measure(reports: list[Report]) -> Speed:
    """Time all three over the same reports, in turns, after a warm-up."""
    import spacy

    full, ours = spacy.load(model_folder()), spacy.load(model_folder(), exclude=LEFT_OUT)
    texts = [straighten(report.body) for report in reports]
    tokens = sum(len(full(text)) for text in texts)
    load()
    for report in reports[:5]:
        read(report)
    bare, parse, whole = [], [], []
    for _ in range(_ROUNDS):
        bare.append(_seconds(full, texts))
        parse.append(_seconds(ours, texts))
        whole.append(_seconds(read, reports))
    return Speed(tokens, min(bare), min(parse), min(whole))


def _seconds(work: Callable[..., object], items: Iterable[object]) -> float:
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start
