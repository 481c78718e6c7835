"""Who says what."""

import pytest

from dragoman.errors import LexiconError
from dragoman.extract.quotes import find_quotes
from dragoman.extract.speech import find_speech
from dragoman.lexicon import loader
from dragoman.lexicon.saying import channels, saying
from dragoman.model import ActorKind, ActorMention, Span, Speech
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse
from tests.factory import report_of


def draft_with_speech(text: str, actors: list[ActorMention] | None = None) -> Draft:
    draft = Draft(report_of(text), parse(text), actors=actors or [])
    draft.quotes = find_quotes(draft)
    draft.speech = find_speech(draft)
    return draft


def heard(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, verb and content of what is no weak or denied act."""
    draft = draft_with_speech(text)
    return [
        (speech.speaker, speech.verb, " … ".join(draft.slice(piece) for piece in speech.contents))
        for speech in draft.speech
        if not speech.wide and not speech.denied
    ]


def only(text: str) -> Speech:
    (speech,) = draft_with_speech(text).speech
    return speech


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "content"),
    [
        ("Fidan said that the sides would meet in Ankara.", "Fidan", "say", "that the sides would meet in Ankara"),
        ("The sides would meet in Ankara, Fidan said.", "Fidan", "say", "The sides would meet in Ankara"),
        ("The bus had left, residents said.", "residents", "say", "The bus had left"),
        ('"The bus has left," said Fidan.', "Fidan", "say", '"The bus has left,"'),
        ('"The bus has left," wrote Fidan on Telegram.', "Fidan", "write", '"The bus has left,"'),
        ('Fidan said: "The bus has left. It is late."', "Fidan", "say", '"The bus has left. It is late."'),
        ("Moscow denied the claim.", "Moscow", "deny", "the claim"),
        ("Moscow vowed to answer the strike.", "Moscow", "vow", "to answer the strike"),
        ("Moscow called for a pause in the fighting.", "Moscow", "call", "a pause in the fighting"),
        ("Minsk accused Vilnius of closing the border.", "Minsk", "accuse", "closing the border"),
        ("Officials in Doha said on Friday that a deal was near.", "Officials in Doha", "say", "that a deal was near"),
        ("Fidan made clear that Ankara would wait.", "Fidan", "make clear", "that Ankara would wait"),
        ("The truce was condemned by Minsk.", "Minsk", "condemn", "The truce"),
        ("One Qatari official was quoted as saying the deal was dead.", "Qatari official", "say", "the deal was dead"),
        ("Fidan told CNN in an interview that the deal was dead.", "Fidan", "tell", "that the deal was dead"),
    ],
)
def test_constructions(text: str, speaker: str, verb: str, content: str) -> None:
    assert heard(text) == [(speaker, verb, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("According to Fidan, the sides will meet in March.", "Fidan", "say"),
        ("The sides will meet in March, according to Reuters.", "Reuters", "report"),
        ("According to Fidan the sides will meet in March.", "Fidan", "say"),
    ],
)
def test_according_to(text: str, speaker: str, verb: str) -> None:
    ((who, how, what),) = heard(text)
    assert (who, how) == (speaker, verb)
    assert what.lower() == "the sides will meet in march"


def test_an_insertion_leaves_two_pieces() -> None:
    assert heard("Kyiv, Fidan said, has received no reply.") == [("Fidan", "say", "Kyiv … has received no reply")]


def test_participles_take_the_subject_of_their_verb() -> None:
    text = "The ministry said 300 prisoners had come home, adding that the next stage would begin on Friday."
    assert heard(text) == [
        ("ministry", "say", "300 prisoners had come home"),
        ("ministry", "add", "that the next stage would begin on Friday"),
    ]


def test_coordinated_cues_share_a_subject() -> None:
    text = "Sybiha urged partners to step up pressure and said talks must bring results."
    assert [(who, verb) for who, verb, _ in heard(text)] == [("Sybiha", "urge"), ("Sybiha", "say")]


def test_speakers_in_a_row_are_one_act_each() -> None:
    draft = draft_with_speech("Macron and Merz said the truce must hold.")
    assert [speech.speaker for speech in draft.speech] == ["Macron", "Merz"]
    assert len({speech.cue for speech in draft.speech}) == 1


def test_an_office_joined_to_a_name_is_no_second_speaker() -> None:
    text = "Board Chairman and CEO Ada Kowal said the line would reopen."
    assert [speech.speaker for speech in draft_with_speech(text).speech] == ["Ada Kowal"]


def test_a_quotation_without_a_cue_belongs_to_the_speaker_before() -> None:
    text = '"We will not sign," the envoy told reporters. "There is nothing to sign."'
    assert heard(text) == [("envoy", "tell", '"We will not sign," … "There is nothing to sign."')]


def test_a_quotation_without_a_cue_belongs_to_the_speaker_after_when_none_is_before() -> None:
    text = '"We will not sign." The room was cold. "There is nothing to sign," the envoy said.'
    ((who, _, what),) = heard(text)
    assert who == "envoy"
    assert '"We will not sign."' in what


def test_span_is_the_clause_with_cue_and_content() -> None:
    text = 'It rained. "We will not sign," the envoy said. Nobody left.'
    draft = draft_with_speech(text)
    assert draft.slice(draft.speech[0].span) == '"We will not sign," the envoy said'
    assert draft.slice(draft.speech[0].cue) == "said"
    assert draft.slice(draft.speech[0].speaker_span or Span(0, 0)) == "the envoy"


def test_quote_tells_whether_words_are_quoted() -> None:
    assert only('Fidan called the plan "a trap".').quote
    assert not only("Fidan called the plan a trap.").quote


@pytest.mark.parametrize(
    "text",
    [
        "Peskov did not comment on the date.",
        "Peskov has not immediately commented.",
        "Peskov declined to comment on the date.",
        "The spokesman did not say when the talks would resume.",
        "Neither side confirmed that the bus had left.",
    ],
)
def test_speech_that_did_not_take_place_is_denied(text: str) -> None:
    assert [speech.denied for speech in draft_with_speech(text).speech] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts believe that the truce will hold.",
        "Fidan may say that the truce will hold.",
        "Fidan is expected to announce that the truce will hold.",
    ],
)
def test_thoughts_and_what_is_still_to_be_said_are_wide(text: str) -> None:
    assert [speech.wide for speech in draft_with_speech(text).speech] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The resolution calls for a buffer zone.",
        "The draft demands a full pause in the fighting.",
        "The proposed talks would be held in Riyadh.",
        "The sides agreed to exchange 300 prisoners.",
    ],
)
def test_what_cannot_speak_does_not(text: str) -> None:
    assert heard(text) == []


def test_what_a_quoted_speaker_urges_is_his_quotation() -> None:
    text = '"I urge our partners to help us, and we call for patience," Sybiha said.'
    assert [(who, verb) for who, verb, _ in heard(text)] == [("Sybiha", "say")]


def test_what_one_says_of_oneself_is_no_second_act() -> None:
    text = "Fidan said he believed that the truce would hold."
    assert [(who, verb) for who, verb, _ in heard(text)] == [("Fidan", "say")]


def test_names_come_from_the_mentions_where_there_are_any() -> None:
    text = "The Turkish minister said the truce would hold."
    mention = ActorMention(Span(4, 20), "Hakan Fidan", ActorKind.PERSON, root=2, actor="Türkiye")
    (speech,) = draft_with_speech(text, [mention]).speech
    assert (speech.speaker, speech.actor, speech.chain) == ("Hakan Fidan", "Türkiye", ("Hakan Fidan",))


def test_a_collective_speaks_through_its_members() -> None:
    text = "Both leaders said the truce would hold."
    mention = ActorMention(Span(0, 12), "both leaders", ActorKind.PARTIES, root=1, members=("Ada Kowal", "Jan Novak"))
    assert [s.speaker for s in draft_with_speech(text, [mention]).speech] == ["Ada Kowal", "Jan Novak"]


def test_a_pronoun_that_nobody_resolved_leaves_the_speaker_open() -> None:
    assert only("He said the truce would hold.").speaker is None


def test_the_name_is_cut_out_of_its_titles() -> None:
    text = "Iran's foreign ministry spokesman Esmail Baghaei said no round was planned."
    assert only(text).speaker == "Esmail Baghaei"
    text = "The President of Ruritania, Rudolf Elphberg, said no round was planned."
    assert only(text).speaker == "Rudolf Elphberg"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The line is still closed, but Oman offers help, the ministry said on Tuesday.",
            "The line is still closed, but Oman offers help",
        ),
        ("Ada Kowal said at a media briefing that the line was closed.", "that the line was closed"),
        (
            "Ada Kowal observed that the closing date of the line had passed.",
            "that the closing date of the line had passed",
        ),
    ],
)
def test_content_is_whole_where_the_parse_is_not(text: str, content: str) -> None:
    assert [what for _, _, what in heard(text)] == [content]


def test_an_office_and_its_holder_are_one_speaker() -> None:
    text = "The leader of the party, Ada Kowal, said the line would reopen."
    mention = ActorMention(Span(25, 34), "Ada Kowal", ActorKind.PERSON, root=7)
    assert [s.speaker for s in draft_with_speech(text, [mention]).speech] == ["Ada Kowal"]


def test_an_aide_is_not_whom_he_serves() -> None:
    text = "An aide to Ada Kowal said the line would reopen."
    mention = ActorMention(Span(11, 20), "Ada Kowal", ActorKind.PERSON, root=4)
    assert [s.speaker for s in draft_with_speech(text, [mention]).speech] == ["aide to Ada Kowal"]


def test_governments_speak_as_their_states() -> None:
    text = "The Chinese and Omani governments said the line would reopen."
    mentions = [
        ActorMention(Span(4, 11), "China", ActorKind.STATE, root=1, actor="China", adjective=True),
        ActorMention(Span(16, 21), "Oman", ActorKind.STATE, root=3, actor="Oman", adjective=True),
    ]
    assert [s.speaker for s in draft_with_speech(text, mentions).speech] == ["China", "Oman"]


def test_every_list_of_the_lexicon_is_known_and_wanted() -> None:
    assert saying().can_speak("ministry")
    assert ("out", "against") in saying().prepositions("speak")
    assert "statement" in channels().medium


def test_a_lexicon_with_a_list_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    known = loader.load_words("channels")
    monkeypatch.setattr("dragoman.lexicon.saying.load_words", lambda name: {**known, "surplus": frozenset()})
    channels.cache_clear()
    with pytest.raises(LexiconError, match=r"channels.toml.*surplus"):
        channels()
