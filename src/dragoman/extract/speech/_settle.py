"""What a speech act takes over from those before it: the channel, the speaker of "the statement also said"."""

from dataclasses import replace

from dragoman.lexicon.roles import roles
from dragoman.lexicon.saying import channels, saying
from dragoman.model import ActorKind, Speech
from dragoman.text.draft import Draft

_VOICE = "spokes"  # as spokesmen, spokeswomen and spokespeople begin


def settle(draft: Draft, speeches: list[Speech]) -> list[Speech]:
    """The acts with what the text leaves unsaid because it was said before."""
    settled: list[Speech] = []
    for speech in speeches:
        heard = [speech]
        if speech.speaker is None and not speech.denied:
            heard = _with_speaker(draft, speech, settled)
        channel = _channel(draft, heard[0], settled)
        settled += [replace(one, channel=channel) for one in heard]
    return _named_later(draft, settled)


def _named_later(draft: Draft, speeches: list[Speech]) -> list[Speech]:
    """ "A senior envoy said", of a first sentence, is who speaks next under a name not met before.

    Only the lead does so: it says what office speaks, the next sentence who holds it.
    """
    plain = [s for s in speeches if not s.wide and not s.denied and s.speaker]
    if len(plain) < 2 or not _is_lead(draft, plain[0]):
        return speeches
    lead = plain[0]
    rest = [s for s in plain if s.cue.start > _sentence_end(draft, lead)]
    after = next((s for s in rest[:1] if _is_introduced(draft, lead, s)), None) or _of_one_office(draft, lead, rest)
    if after is None:
        return speeches
    name, old = after.speaker or "", lead.speaker
    return [
        replace(s, speaker=name, actor=s.actor or after.actor, chain=tuple(name if n == old else n for n in s.chain))
        if s.speaker == old and s.cue.start < after.cue.start
        else s
        for s in speeches
    ]


def _is_lead(draft: Draft, speech: Speech) -> bool:
    """Whether a single person without a name speaks in the first sentence."""
    first = next((s for s in draft.sentences if any(word.pos_ in ("VERB", "AUX") for word in s)), None)  # no dateline
    if first is None or speech.speaker_span is None or not speech.cue.start < first.end_char:
        return False
    words = draft.doc.char_span(*speech.speaker_span, alignment_mode="expand")
    return words is not None and words.root.tag_ == "NN" and words.root.lemma_.lower() in roles().office


def _of_one_office(draft: Draft, lead: Speech, rest: list[Speech]) -> Speech | None:
    """Who speaks later and is the one of the report's people that holds the lead's office for the same side."""
    words = draft.doc.char_span(*lead.speaker_span, alignment_mode="expand") if lead.speaker_span else None
    noun = words.root.lemma_.lower() if words is not None else ""
    people = [m for m in draft.actors if m.kind is ActorKind.PERSON and (m.title or "").split(" ")[-1] == noun]
    names = {m.name for m in people if m.actor == lead.actor}
    return next((s for s in rest if s.speaker in names), None) if len(names) == 1 else None


def _sentence_end(draft: Draft, speech: Speech) -> int:
    words = draft.doc.char_span(*speech.cue, alignment_mode="expand")
    return int(words.sent.end_char) if words is not None else speech.cue.end


def _is_introduced(draft: Draft, lead: Speech, speech: Speech) -> bool:
    """Whether the speaker is a person whose first mention this is, and not of another side than the lead's."""
    people = [m for m in draft.actors if m.kind is ActorKind.PERSON and m.name == speech.speaker and not m.pronoun]
    if not people or speech.speaker_span is None or not speech.speaker_span.overlaps(people[0].span):
        return False
    title = people[0].title
    if title and _VOICE in draft.slice(lead.speaker_span or lead.cue).lower() and _VOICE not in title:
        return False  # a spokesman is not the colonel who speaks next
    return not (lead.actor and speech.actor) or lead.actor == speech.actor


def _with_speaker(draft: Draft, speech: Speech, before: list[Speech]) -> list[Speech]:
    """A document known from before speaks for its speakers; "he added" goes on with the last one of the paragraph."""
    known = [s for s in before if s.speaker and not s.wide]
    if speech.channel is not None:
        return [_as(speech, issuer) for issuer in _issuers(draft, speech, known)] or [speech]
    pronoun = speech.speaker_span is not None and draft.slice(speech.speaker_span).lower() in saying().singular
    if pronoun and speech.verb in saying().continuing and known and "\n" not in _between(draft, known[-1], speech):
        return [_as(speech, known[-1])]
    return [speech]


def _issuers(draft: Draft, speech: Speech, known: list[Speech]) -> list[Speech]:
    """Who spoke last through such a document, all together; of "the statement" else the body that spoke last."""
    channel = speech.channel or ""
    same = [s for s in known if s.channel and _last(s.channel) == _last(channel)]
    if not same and _is_told_of(draft, speech):
        bodies = [s for s in known if s.cue.end < speech.cue.start and _is_body(draft, s)]
        same = bodies[-1:]
    return [s for s in known if s.cue == same[-1].cue] if same else []


def _is_told_of(draft: Draft, speech: Speech) -> bool:
    """Whether a document is one known from before: "the message"."""
    words = draft.slice(speech.speaker_span).lower() if speech.speaker_span else ""
    return words.startswith(("the ", "its ")) or words.split(" ")[0] in channels().document


def _is_body(draft: Draft, speech: Speech) -> bool:
    """Whether who speaks is an office or a body, which issues documents."""
    words = draft.doc.char_span(*speech.speaker_span, alignment_mode="expand") if speech.speaker_span else None
    return words is not None and words.root.lemma_.lower() in saying().body | saying().state_office


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
