"""Reading speed as a ratio to bare spaCy over the same texts in the same run."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.model import Report
from dragoman.pipeline import read
from dragoman.text.nlp import load, straighten

_ROUNDS = 3  # the fastest counts: the others were disturbed


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds for the texts: parsed by bare spaCy, read by dragoman (the parse included)."""

    tokens: int
    bare: float
    whole: float

    @property
    def ratio(self) -> float:
        return self.whole / self.bare


def measure(reports: list[Report]) -> Speed:
    """Time both over the same reports, in turns, after a warm-up."""
    nlp = load()
    texts = [straighten(report.body) for report in reports]
    tokens = sum(len(nlp(text)) for text in texts)
    for report in reports[:5]:
        read(report)
    bare, whole = [], []
    for _ in range(_ROUNDS):
        bare.append(_seconds(nlp, texts))
        whole.append(_seconds(read, reports))
    return Speed(tokens, min(bare), min(whole))


def _seconds(work: Callable[..., object], items: Iterable[object]) -> float:
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start
