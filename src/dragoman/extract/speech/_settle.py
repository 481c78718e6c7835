"""What a speech act takes over from those before it: the channel, the speaker of "the statement also said"."""

from dataclasses import replace

from dragoman.lexicon.saying import saying
from dragoman.model import Speech
from dragoman.text.draft import Draft


def settle(draft: Draft, speeches: list[Speech]) -> list[Speech]:
    """The acts with what the text leaves unsaid because it was said before."""
    settled: list[Speech] = []
    for speech in speeches:
        if speech.speaker is None and not speech.denied:
            speech = _with_speaker(draft, speech, settled)
        settled.append(replace(speech, channel=_channel(draft, speech, settled)))
    return settled


def _with_speaker(draft: Draft, speech: Speech, before: list[Speech]) -> Speech:
    """A document known from before speaks for its speaker; "he added" goes on with the last one of the paragraph."""
    known = [s for s in before if s.speaker and not s.wide]
    if speech.channel is not None:
        same = [s for s in known if s.channel and _last(s.channel) == _last(speech.channel)]
        return _as(speech, same[-1]) if same else speech
    pronoun = speech.speaker_span is not None and draft.slice(speech.speaker_span).lower() in saying().singular
    if pronoun and speech.verb in saying().continuing and known and "\n" not in _between(draft, known[-1], speech):
        return _as(speech, known[-1])
    return speech


def _as(speech: Speech, other: Speech) -> Speech:
    chain = other.chain if not speech.chain else tuple(dict.fromkeys((*speech.chain, other.speaker or "")))
    return replace(speech, speaker=other.speaker, actor=other.actor, chain=chain)


def _channel(draft: Draft, speech: Speech, before: list[Speech]) -> str | None:
    """ "In the tape" after "an audio tape" is the audio tape; what is added goes over the same channel."""
    earlier = [s for s in before if s.speaker == speech.speaker and s.speaker]
    if speech.channel is not None:
        fuller = [s.channel for s in earlier if s.channel and _last(s.channel) == speech.channel]
        return fuller[-1] if fuller else speech.channel
    if speech.verb in saying().continuing and earlier and "\n" not in _between(draft, earlier[-1], speech):
        return earlier[-1].channel
    return None


def _last(channel: str) -> str:
    return channel.rsplit(maxsplit=1)[-1]


def _between(draft: Draft, one: Speech, other: Speech) -> str:
    return draft.report.body[one.cue.end : other.cue.start]
