"""Templates to answers: everything escaped, signs that turn the text shown as marks, whole pages kept ready to send."""

from collections.abc import Callable, Hashable
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman import __version__
from dragoman.model.ledgered import FindingKind
from dragoman.record.changes import act_label, promise_label, round_label
from dragoman.record.processes import parties_of
from dragoman.render.hostile import plain
from dragoman.render.timeline import tally_words
from dragoman.render.words import clip, count_words, date_words, day_words, plural, value_words
from dragoman.web.answers import HTML, kept
from dragoman.web.assets import asset

_CALLED = {
    FindingKind.MEETING: "meeting",
    FindingKind.COMMITMENT: "promise",
    FindingKind.DELIVERY: "delivery",
    FindingKind.POSITION: "position",
    FindingKind.INITIATIVE: "initiative",
    FindingKind.ATTRIBUTION: "statement",
}


def _shown(value: Any) -> Any:
    """Every value on its way into a page. Autoescape follows; markup of our own is left alone."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def count_value(value: str) -> str:
    """A count as people write it, "1,245"; what is no number as it is."""
    return f"{float(value):,g}" if value.replace(".", "", 1).isdigit() else value


def slot_words(value: str | None, attribute: str) -> str:
    """The value of an attribute of the record: counts with commas, days in words."""
    return count_value(value) if value and attribute.startswith("quantity") else value_words(value)


def singular(kind: str) -> str:
    """What one finding of a kind is called on the page."""
    return _CALLED[FindingKind(kind)]


def up_first(text: str) -> str:
    """A line with a capital at its beginning, names within it left alone."""
    return text[:1].upper() + text[1:]


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.web", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": day_words,
        "value": value_words,
        "count": count_value,
        "clip": clip,
        "dates": date_words,
        "slot": slot_words,
        "up": up_first,
        "parties": parties_of,
        "singular": singular,
    }
    made.globals |= {
        "plural": plural,
        "count_words": count_words,
        "tally_words": tally_words,
        "round_label": round_label,
        "promise_label": promise_label,
        "act_label": act_label,
        "version": __version__,
        "asset": asset,
    }
    return made


TEMPLATES = _environment()


def page(name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page made for this request alone; it is not to be kept."""
    text = TEMPLATES.get_template(name).render(context)
    return HTMLResponse(text, status, headers={"Cache-Control": "no-store"})


def kept_page(request: Request, key: Hashable, make: Callable[[], str]) -> Response:
    """A page that is the same for every reader until the ledger changes."""
    return kept(request, key, HTML, make)


def render(name: str, **context: Any) -> str:
    """A template as text."""
    return TEMPLATES.get_template(name).render(context)
