"""The names in a parsed text: which words are one name, and whether it is a person's, a body's, a place's or a people's.

The labels are those of the usual name finders (PERSON, ORG, GPE, NORP, and DATE for words of the calendar), set as the
parsed text's entities. A name has one label throughout a text: what is told of it once ("envoy Ada Kowal", "Ada Kowal,
the envoy") holds wherever it stands, and for its last word alone.
"""

from typing import TYPE_CHECKING

from dragoman.text.names._days import days_in
from dragoman.text.names._kinds import Kinds
from dragoman.text.names._runs import Run, runs_in
from dragoman.text.names._short import spelled_out

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = ("PERSON", "ORG", "GPE", "NORP")


def mark_names(doc: "Doc") -> "Doc":
    """Set the names as entities of the parsed text, which is given back."""
    from spacy.tokens import Span as Words

    runs = runs_in(doc)
    kinds = Kinds(doc, runs)
    names = [Words(doc, run.start, run.end, label=label) for run in runs if (label := kinds.of(run)) in _LABELS]
    taken = {at for name in names for at in range(name.start, name.end)}
    days = [Words(doc, *day, label="DATE") for day in days_in(doc) if taken.isdisjoint(range(*day))]
    doc.set_ents([*names, *days])
    return doc


__all__ = ["Run", "mark_names", "spelled_out"]
