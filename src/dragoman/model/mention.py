"""What the first steps find in a text, and the later ones build on: dates, actors, places, speech."""

from dataclasses import dataclass, field

from dragoman.model.enums import ActorKind
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks. `span` includes the marks, `inner` does not.

    `paragraphs` quoted in a row without a closing mark are one quote; `scare` marks a word or two quoted for distance.
    """

    span: Span
    inner: Span
    scare: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of the calendar.

    `timex` is the TIMEX3 value, `type` DATE, TIME, DURATION or SET. `value` is the record's form (a day, week, month,
    year or range), None for what denotes none of these (durations, sets, a day that cannot be known).
    """

    span: Span
    text: str
    timex: str
    type: str
    value: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that denote somebody who can act or speak.

    `name` is what the record prints: the usual English name of a state, group or organisation; a person by the fullest
    name the report gives; an office as it stands ("Ukrainian president"); "unnamed sources" for such.
    `actor` is the state, group or organisation acted or spoken for (a person's or office's principal; for a state,
    group or organisation its own name); None where the text and the office table do not tell.
    `members` are the names a collective stands for ("both sides"), where the text tells.
    `metonym` says that a capital or seat of power stands for its state. `adjective` marks a demonym that modifies
    ("Ukrainian drones"), which denotes the actor only through its noun.
    `root` is the index of the head token of the mention in the parse.
    """

    span: Span
    name: str
    kind: ActorKind
    root: int
    actor: str | None = None
    members: tuple[str, ...] = ()
    metonym: bool = False
    adjective: bool = False
    pronoun: bool = False
    title: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that denote a place. `place` is a city, venue or region (None for a state), `country` its state."""

    span: Span
    place: str | None
    country: str | None
    kind: str
    root: int


@dataclass(frozen=True, slots=True)
class Speech:
    """One reported or quoted speech act.

    `cue` is the word or words of saying ("said", "according to"); `verb` its lemma. `contents` are the pieces of what
    was said. `speaker` is None where nobody is named. `chain` is the attribution chain, outermost speaker first: it
    holds the outer speakers' names and ends in `speaker`, followed by cited sources ("RIA", "unnamed sources").
    `denied` marks a speech act that did not take place ("did not comment"). `wide` marks weak cues (think, hope, want)
    that bear on sources but are no attribution of their own. `form` tells what the cue holds: a clause or quotation,
    an infinitive ("vowed to return"), a noun ("denied the claim").
    """

    span: Span
    cue: Span
    verb: str
    contents: tuple[Span, ...]
    speaker: str | None = None
    speaker_span: Span | None = None
    chain: tuple[str, ...] = ()
    quote: bool = False
    channel: str | None = None
    denied: bool = False
    wide: bool = False
    actor: str | None = field(default=None)
    form: str = "clause"
