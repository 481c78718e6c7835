"""Who says what: reported and quoted speech, its speakers, chains and channels."""

from dragoman.extract.speech._acts import Act, find_acts
from dragoman.extract.speech._attach import attach_quotes
from dragoman.extract.speech._chains import fold_cited, outer_names
from dragoman.extract.speech._channels import channel_of
from dragoman.extract.speech._names import Names, Voice, phrase_span
from dragoman.extract.speech._referents import Referents
from dragoman.extract.speech._rest import complete
from dragoman.extract.speech._settle import settle
from dragoman.extract.speech._speakers import find_speakers
from dragoman.extract.speech._weigh import weigh
from dragoman.model import Span, Speech
from dragoman.text.draft import Draft

_FIRST_PERSONS = frozenset(("i", "we"))


def find_speech(draft: Draft) -> list[Speech]:
    """The speech acts of a report in order. Several speakers of one act are several entries with one cue."""
    acts = find_acts(draft.doc)
    find_speakers(acts)
    attach_quotes(draft, acts)
    complete(draft, acts)
    acts = weigh(draft, fold_cited(acts))
    names = Names(draft, Referents(draft, acts))
    return settle(draft, [speech for act in acts for speech in _speeches(draft, act, acts, names)])


def _speeches(draft: Draft, act: Act, acts: list[Act], names: Names) -> list[Speech]:
    by_name = {voice.name: voice for token in reversed(act.speakers) for voice in reversed(names.voices(token))}
    voices = list(reversed(by_name.values()))
    outer = outer_names(act, acts, names)
    cited = tuple(v.name for token in act.cited for v in names.voices(token))
    if outer and any(token.lower_ in _FIRST_PERSONS for token in act.speakers):
        voices = [Voice(outer[-1], None, phrase_span(act.speakers[0]))]
    spoken: list[Voice | None] = [*voices] or [None]
    return [_speech(draft, act, voice, (outer, cited)) for voice in spoken]


def _speech(draft: Draft, act: Act, voice: Voice | None, around: tuple[tuple[str, ...], tuple[str, ...]]) -> Speech:
    outer, cited = around
    contents = tuple(_trimmed(draft.report.body, piece) for piece in (*act.pieces, *act.floating))
    where = _standing(act, voice)
    name = voice.name if voice else None
    verb = "report" if act.according and voice and voice.outlet else act.verb
    return Speech(
        span=_extent(act, where),
        cue=act.cue_span,
        verb=verb,
        contents=contents,
        speaker=name,
        speaker_span=where,
        chain=tuple(dict.fromkeys((*outer, *((name,) if name else ()), *cited))),
        quote=any(quote.span.overlaps(piece) for quote in draft.quotes for piece in act.pieces),
        channel=channel_of(draft, act),
        denied=act.denied,
        wide=act.wide,
        actor=voice.actor if voice else None,
        form=act.form,
    )


def _trimmed(body: str, piece: Span) -> Span:
    """The piece without blanks and commas left at its ends by what was cut off."""
    words = body[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip(" ,;\n"))
    return Span(start, max(start, piece.start + len(words.rstrip(" ,;\n"))))


def _standing(act: Act, voice: Voice | None) -> Span | None:
    """Where the speaker stands in the text: for a document that speaks, the document."""
    if act.medium is not None:
        speaks = act.medium.dep_ in ("nsubj", "pobj") and (act.according or act.medium.head == act.cue)
        # "a message stating": the document itself, where nobody is known to have issued it
        if speaks or (voice is None and act.cue.head == act.medium):
            return phrase_span(act.medium)
    if voice is not None:
        return voice.span
    return phrase_span(act.speakers[0]) if act.speakers else None


def _extent(act: Act, speaker: Span | None) -> Span:
    """From the first to the last word of cue, content and speaker (a speaker of an earlier sentence left out)."""
    spans = [act.cue_span, *act.pieces]
    sentence = Span(act.cue.sent.start_char, act.cue.sent.end_char)
    if speaker is not None and sentence.overlaps(speaker):
        spans.append(speaker)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
