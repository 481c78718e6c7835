"""Who is meant by a pronoun, a collective, an office or "we" in the speaker's place; subjects that the parser lost."""

import pytest

from dragoman.model import Report
from dragoman.pipeline import STEPS, run_step
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse
from tests.factory import draft_of, report_of


def said(text: str, title: str | None = None) -> list[tuple[str | None, str]]:
    """Speaker and verb of every act that is neither weak nor denied."""
    draft = draft_of(text, upto="speech") if title is None else _titled(report_of(text, title=title))
    return [(speech.speaker, speech.verb) for speech in draft.speech if not speech.wide and not speech.denied]


def _titled(report: Report) -> Draft:
    draft = Draft(report, parse(report.body))
    for step in STEPS[: [step.name for step in STEPS].index("speech") + 1]:
        run_step(step, draft)
    return draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The Omani foreign ministry announced a new round. "The table is laid," it said.',
            [("Omani foreign ministry", "announce"), ("Omani foreign ministry", "say")],
        ),
        (
            "A senior diplomat met reporters in Muscat. He said the round would be short.",
            [("senior diplomat", "say")],
        ),
        (
            "The rebels rejected the offer. They said it came too late.",
            [("rebels", "reject"), ("rebels", "say")],
        ),
        (
            "Oman and Qatar welcomed the truce. They called for talks.",
            [("Oman", "welcome"), ("Qatar", "welcome"), ("Oman", "call"), ("Qatar", "call")],
        ),
    ],
)
def test_a_pronoun_that_speaks_is_the_last_speaker_or_subject_of_its_kind(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text) == expected


def test_a_pronoun_is_nobody_within_what_it_says() -> None:
    assert said("A truce was signed. Iran would stay away, it said.") == [(None, "say")]


def test_both_leaders_are_the_two_who_met() -> None:
    text = (
        "President Emmanuel Macron spoke with Prime Minister Keir Starmer. Both leaders underscored the need for talks."
    )
    assert said(text) == [("Emmanuel Macron", "underscore"), ("Keir Starmer", "underscore")]


def test_they_after_one_who_spoke_with_another_are_the_two() -> None:
    text = "President Emmanuel Macron spoke with Prime Minister Keir Starmer. They called for a truce."
    assert said(text) == [("Emmanuel Macron", "call"), ("Keir Starmer", "call")]


def test_the_presidents_of_two_states_are_named_where_the_report_names_them() -> None:
    text = (
        "The presidents of Armenia and Azerbaijan urged patience. Armenian President Robert Kocharyan had met "
        "Azerbaijan's President Heydar Aliyev at the border."
    )
    assert said(text) == [("Robert Kocharyan", "urge"), ("Heydar Aliyev", "urge")]


def test_an_office_is_its_holder_even_when_named_later() -> None:
    text = "France's president has urged restraint. Emmanuel Macron was in Cairo."
    assert said(text) == [("Emmanuel Macron", "urge")]


def test_an_indefinite_office_is_nobody_named_elsewhere() -> None:
    text = "French President Emmanuel Macron was in Cairo. A French president must be patient, an adviser said."
    assert [who for who, _ in said(text)] == ["adviser"]


def test_an_office_is_not_whom_the_sentence_names() -> None:
    text = (
        "President Joe Biden spoke with President Abdel Fattah El-Sisi of Egypt. "
        "The President thanked President El-Sisi for his help."
    )
    assert said(text) == [("Joe Biden", "thank")]


def test_the_government_is_that_of_the_state_last_told() -> None:
    text = "The Government of Norway invited both sides. The government said rooms were booked."
    assert said(text)[-1] == ("Norway", "say")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce holds until August 4, Malaysia, which mediated, said in a statement.", ("Malaysia", "say")),
        (
            "Since Friday some 300 people have left it under a pause brokered by the UN, the city's governor, Talal Barazi, told SANA.",
            ("Talal Barazi", "tell"),
        ),
        ("The panel's legal counsel, Ada Kowal, confirmed the talks.", ("Ada Kowal", "confirm")),
        ("His Greek counterpart, Costas Karas, spoke of a missed chance.", ("Costas Karas", "speak")),
    ],
)
def test_an_afterthought_does_not_hide_the_speaker(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_who_is_told_does_not_tell() -> None:
    assert all(who != "reporters" for who, _ in said('"We have buried the hatchet," told reporters on Friday.'))


def test_we_in_a_statement_is_its_issuer() -> None:
    text = "Talks were held in Doha. We call on both sides to accept the offer."
    assert said(text, "Statement by the Government of Norway on the talks") == [("Norway", "call")]
    assert said(text, "G7 Leaders’ Statement on the talks") == [("G7", "call")]
    assert said(text, "Talks end in Doha") == [(None, "call")]


def test_a_group_is_named_as_the_report_names_it() -> None:
    assert said("Ansar Allah accused the coalition of delay.") == [("Ansar Allah", "accuse")]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lavrov ruled out any peacekeepers.", "rule out"),
        ("The ministry puts the number of dead at 300.", "put"),
        ("Germany pledged 1 million euros for the monitors.", "pledge"),
        ("Norway took note of the outcome.", "take"),
        ("Norway regrets that the talks could not begin.", "regret"),
        ('Scholz was in Rome. He called the idea of holding a round at the Vatican "unrealistic".', "call"),
        ("The mayor declared the remarks to be false.", "declare"),
    ],
)
def test_speech_without_a_verb_of_saying(text: str, verb: str) -> None:
    assert [how for _, how in said(text)] == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels refused to sign.",
        "Kosovo declared independence in 2008.",
        "The secretary general can order air strikes.",
        "The principles set out by the mediators stand.",
    ],
)
def test_acts_are_no_speech(text: str) -> None:
    assert said(text) == []


def test_according_to_an_office_and_its_holder() -> None:
    text = "According to the State Department spokeswoman, Ada Kowal, they will meet in March."
    assert ("Ada Kowal", "say") in said(text)


def test_the_minister_is_the_minister_of_something_named_before() -> None:
    text = "The Minister of Communication, Jan Novak, was in Doha. The Minister said the text was clear."
    assert said(text) == [("Jan Novak", "say")]


def test_its_spokesman_is_nobody_else_s() -> None:
    text = (
        "Russian spokesman Jan Novak was in Doha. In Washington the Pentagon was wary. Its spokesman warned of delay."
    )
    assert said(text) == [("Its spokesman", "warn")]


def test_four_leaders_are_four() -> None:
    text = (
        "Angela Merkel, Francois Hollande, Vladimir Putin and Petro Poroshenko met in Minsk. "
        "The four leaders promised to watch the truce."
    )
    assert [who for who, _ in said(text)] == [
        "Angela Merkel",
        "Francois Hollande",
        "Vladimir Putin",
        "Petro Poroshenko",
    ]


@pytest.mark.parametrize("line", ["Banda Aceh, 22 December 2005 -- ", "EL FASHER, 15 July 2011 – ", "Geneva (AP) - "])
def test_a_dateline_speaks_not(line: str) -> None:
    assert said(f"{line}The mission confirmed that the road was open.") == [("mission", "confirm")]


def test_words_an_agency_quotes_are_those_of_the_quoted() -> None:
    text = '"The offer is a fair one," Ada Kowal was quoted by the Mehr news agency as saying.'
    assert said(text) == [("Ada Kowal", "say")]


def test_a_group_with_its_noun_is_that_group() -> None:
    assert said("Houthi rebels accused the coalition of delay.") == [("Houthi rebels", "accuse")]
    assert {m.name for m in draft_of("Houthi rebels freed 20 sailors.").actors} >= {"Houthis"}


def test_what_is_said_begins_after_the_last_colon() -> None:
    text = "Irwandi Yusuf, the representative, rejected this: the figure was too low, he said."
    assert said(text) == [("Irwandi Yusuf", "reject"), ("Irwandi Yusuf", "say")]


def test_the_members_of_a_body_are_that_body() -> None:
    text = "The members of the Security Council welcomed the signature. They urged the parties to wait."
    assert said(text) == [("Security Council", "welcome"), ("Security Council", "urge")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After four decades of conflict, Armenia and Azerbaijan said they had agreed on a treaty.",
            [("Armenia", "say"), ("Azerbaijan", "say")],
        ),
        (
            "Moldova's prime minister, Maia Sandu, proposed on Tuesday that the codes come next.",
            [("Maia Sandu", "propose")],
        ),
        ("State television had spoken on Thursday of an amnesty.", [("State television", "speak")]),
        ("Australia sent ships. It offered to lead the force.", [("Australia", "offer")]),
        (
            "Flights start in February, the airlines Pegasus and FlyOne have announced.",
            [("Pegasus", "announce"), ("FlyOne", "announce")],
        ),
        ("RIA reported, quoting the agency KCNA, that talks were near.", [("RIA", "report")]),
    ],
)
def test_speakers_that_the_parse_hides(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_an_office_of_the_lead_is_who_is_introduced_next() -> None:
    text = (
        "A Turkish envoy said on Friday that talks would resume in March.\n\n"
        '"We are ready," Ada Kowal told reporters in Ankara.'
    )
    assert said(text) == [("Ada Kowal", "say"), ("Ada Kowal", "tell")]
    later = "A Turkish envoy met Ada Kowal and said talks would resume.\n\nAda Kowal told reporters that she was glad."
    assert said(later)[0][0] == "Turkish envoy"


def test_a_surname_with_its_article_is_the_full_name() -> None:
    text = "Oman's foreign minister, Badr al-Busaidi, met them. The round, Al-Busaidi said, was short."
    assert said(text) == [("Badr al-Busaidi", "say")]


def test_who_is_asked_does_not_ask() -> None:
    text = "Jan Novak was in Doha. When asked about the prisoners, he said they were well."
    assert [verb for _, verb in said(text)] == ["say"]


def test_an_apposition_without_its_second_comma() -> None:
    text = "A French government spokesperson, Najat Vallaud-Belkacem warned that the reports were unconfirmed."
    assert said(text) == [("Najat Vallaud-Belkacem", "warn")]


def test_all_are_those_who_spoke_with_each_other() -> None:
    text = (
        "President Emmanuel Macron spoke with Prime Minister Keir Starmer and Chancellor Friedrich Merz. "
        "All called for a truce."
    )
    assert [who for who, _ in said(text)] == ["Emmanuel Macron", "Keir Starmer", "Friedrich Merz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thailand's army accused Cambodian troops of firing; Phnom Penh denied it.",
            [("Thailand's army", "accuse"), ("Cambodia", "deny")],
        ),
        (
            "China, which has long proposed that both tests and drills be suspended, welcomed the result.",
            [("China", "propose"), ("China", "welcome")],
        ),
        ("Ada Kowal met them in Rome. Kowal proposed June 20-30.", [("Ada Kowal", "propose")]),
    ],
)
def test_acts_side_by_side_are_not_one_within_the_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_what_stands_before_a_speaker_at_the_end_is_said() -> None:
    text = 'The idea was "meaningless", ministry spokesman Esmaeil Baqaei told the IRNA news agency.'
    assert ("Esmaeil Baqaei", "tell") in said(text)


def test_both_diplomats_are_the_two_who_met() -> None:
    text = "Omani envoy Salim Omari met Kenyan envoy Brahim Tano. Both diplomats said the talks would go on."
    assert [speech.speaker for speech in draft_of(text).speech] == ["Salim Omari", "Brahim Tano"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The session ended early, with both envoys accusing each other of delay.", [("envoys", "accuse")]),
        (
            "Shelling went on, with Oman saying that two farms had burnt.",
            [("Oman", "say")],
        ),
        ("Oman froze the accord after accusing Kenya of hiding papers.", [("Oman", "accuse")]),
        (
            "Two farms had burnt, a nurse, a baker and a monk said.",
            [("nurse", "say"), ("baker", "say"), ("monk", "say")],
        ),
        (
            "The army will free 30 men after nine days of talks in Geneva, the African Union and the Red Cross said.",
            [("African Union", "say"), ("Red Cross", "say")],
        ),
        (
            "The two sides have been given another week to reach a deal, the secretary of state, Ada Kowal, has announced.",
            [("Ada Kowal", "announce")],
        ),
        ("Nobody wants a bomb there, something Kenya denies.", [("Kenya", "deny")]),
        ('"The truce must be kept," a foreign ministry statement said.', [("foreign ministry", "say")]),
        ("A White House readout of the call said the two had met.", [("United States", "say")]),
        ("The road is shut, said a Kenyan envoy, who asked not to be named.", [("Kenyan envoy", "say")]),
        ("GENEVA (AP) _ Doctors said the wounded were well.", [("Doctors", "say")]),
    ],
)
def test_speakers_of_families_read_by_construction(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("James Brook set a new day. The minister said there was dismay.", "James Brook"),
        ("Special envoy Martin Sand met both. The UN envoy said he was hopeful.", "Martin Sand"),
        ("General Ali Muza came to Juba. The rebel leader said he came for peace.", "Ali Muza"),
        ("James Brook and Ada Kowal set a new day. The minister said there was dismay.", "minister"),
        ("Foreign Minister Ada Kowal set a new day. The president said there was dismay.", "president"),
        ("An official met James Brook. Ada Kowal left. The official said there was dismay.", "official"),
    ],
)
def test_a_role_alone_is_the_one_person_told_of_before(text: str, who: str) -> None:
    assert said(text)[-1][0] == who


def test_the_two_are_those_who_met() -> None:
    assert said("Ada Kos and Nikos Pappas met in Athens. The two said it was late.") == [
        ("Ada Kos", "say"),
        ("Nikos Pappas", "say"),
    ]


def test_blanks_at_the_end_change_no_reading() -> None:
    text = (
        "The two sides have been given another week to reach a deal, the secretary of state, Ada Kowal, has announced."
    )
    assert said(text) == said(text + "\n") == said(text + " \n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ETA has bombed for years. The group announced a truce in March.", ("ETA", "announce")),
        ("The PKK will disband. On Sunday the militant group said the decision was final.", ("PKK", "say")),
        ("UNSMIL opened the talks. The UN mission noted a wide consensus.", ("UNSMIL", "note")),
        ("The World Food Programme has 40 trucks. The UN agency said more were due.", ("World Food Programme", "say")),
        ("The daily Haaretz wrote of secret talks. The newspaper said Syria had agreed.", ("Haaretz", "say")),
        ("The Houthis stayed at home. The rebels said they could not fly.", ("Houthis", "say")),
    ],
)
def test_a_body_called_by_its_kind_is_the_one_named(text: str, expected: tuple[str, str]) -> None:
    assert said(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hamas and Islamic Jihad met in Cairo. The group said it was content.", "group"),
        ("Hamas and Fatah met in Cairo. The rebels said they were content.", "rebels"),
        ("The African Union sent monitors. The Harbour Post newspaper said they were few.", "Harbour Post newspaper"),
        ("Hamas has left. A group in Tripoli said it would stay.", "group in Tripoli"),
    ],
)
def test_a_body_that_may_be_another_stays_as_it_is_called(text: str, who: str) -> None:
    assert said(text)[-1][0] == who


def test_an_organisation_known_by_its_letters_is_called_so_where_the_report_has_them() -> None:
    assert said("The UN Support Mission in Libya (UNSMIL) said it was over.") == [("UNSMIL", "say")]
    assert said("The UN Support Mission in Libya said it was over.") == [("UN Support Mission in Libya", "say")]


def test_an_organisation_speaks_as_one() -> None:
    assert [who for who, _ in said("The Middle East Quartet said the road was open.")] == ["Middle East Quartet"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Jan Novak, a spokesman for the exiled wing of Hamas, met AFP. Then the Hamas spokesman denied it.",
            "Jan Novak",
        ),
        ('Ada Kowal was tried in her absence. "This is void," the former president wrote.', "Ada Kowal"),
        ("The mayor of Orle said two had died. Help is under way, said mayor Jan Novak.", "Jan Novak"),
        ("Foreign Minister Sheikh Ali Rahim came late. Still, the minister welcomed the terms.", "Ali Rahim"),
        ("MUSCAT - A UN envoy said it was late. UN envoy Jan Novak met both. Novak said he would wait.", "Jan Novak"),
    ],
)
def test_an_office_is_who_holds_it(text: str, who: str) -> None:
    assert {name for name, _ in said(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Egypt and Qatar issued a statement. The statement said the truce would hold.", ["Egypt", "Qatar"]),
        ("Egypt and Qatar issued a statement. It said the truce would hold.", ["Egypt", "Qatar"]),
        (
            "In a joint statement Egypt and Qatar said it was on. The statement added that all was well.",
            ["Egypt", "Qatar"],
        ),
        (
            "The Omani foreign ministry said on X that it was on. The message added that all was well.",
            ["Omani foreign ministry"],
        ),
    ],
)
def test_a_document_told_of_before_speaks_for_who_issued_it(text: str, who: list[str]) -> None:
    spoken = said(text)
    assert [name for name, verb in spoken if verb == spoken[-1][1]] == who


def test_what_a_spokesman_quotes_of_his_master_is_an_act_of_the_master() -> None:
    text = 'UN envoy Jan Novak is in Oslo. "Jan Novak calls on both sides to hold fire," his spokesman said.'
    assert ("Jan Novak", "call") in said(text)
    assert ("Jan Novak", "call") not in said('"I hear that he and Jan Novak called for restraint," his spokesman said.')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy urged both sides to wait, saying the pact was near.", [("envoy", "urge"), ("envoy", "say")]),
        ("Oman called on Iran to sign, adding that all was set.", [("Oman", "call"), ("Oman", "add")]),
        ("The envoy confirmed the impasse, saying that nobody had moved.", [("envoy", "confirm")]),
    ],
)
def test_a_participle_that_says_more_than_was_urged_is_an_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_to_protest_against_is_done_in_the_streets_too() -> None:
    assert said("Thousands protested against the talks.") == []
    assert said("Oman protested that the talks were late.") == [("Oman", "protest")]


def test_who_is_quoted_calls_himself_neither_he_nor_she() -> None:
    text = 'Ada Kowal chairs the council. "She calls on both sides to wait," spokesman Jan Novak said.'
    assert ("Jan Novak", "call") not in said(text)


def test_two_governments_told_apart_by_place_alone_do_not_lead_to_each_other() -> None:
    found = said(
        "The government in the north said talks with Sudan had begun. "
        "The government in the south said that the ceasefire holds."
    )
    assert [name for name, _ in found] == ["government in the north", "government in the south"]


@pytest.mark.parametrize(
    "opening",
    [
        "A commander who gave his name only as Gulab said",
        "An official, identified only as Gulab, said",
        "A negotiator who identified himself as Gulab said",
        "A spokesman, known only as Gulab, said",
    ],
)
def test_who_gives_a_name_speaks_under_it(opening: str) -> None:
    assert said(f"{opening} that the men would be freed.") == [("Gulab", "say")]


def test_a_role_that_does_not_give_a_name_keeps_its_words() -> None:
    assert said("A commander who served as Ahmed Karim\u2019s guard said that the men would be freed.") == [
        ("commander", "say")
    ]


@pytest.mark.parametrize(
    ("role", "name"), [("mediator", "Kristina Berg"), ("warlord", "Commander Omar Daudi"), ("envoy", "Kristina Berg")]
)
def test_the_role_of_a_first_sentence_is_who_opens_the_second(role: str, name: str) -> None:
    text = (
        f"A {role} freed six men on Sunday. {name} brought them to the bridge. Silvestre Ocampo of the Red Cross met "
        f"them there. The rain had stopped. The {role} said that nobody had paid."
    )
    assert said(text) == [(name.removeprefix("Commander "), "say")]


def test_a_role_that_two_people_may_hold_stays_unnamed() -> None:
    text = (
        "A mediator freed six men on Sunday. Kristina Berg and Omar Daudi brought them to the bridge. The rain had "
        "stopped. It was dark by then. The mediator said that nobody had paid."
    )
    assert said(text) == [("mediator", "say")]


def test_a_spokesman_of_the_lead_is_not_the_officer_who_speaks_next() -> None:
    text = "The talks will go on, a spokesman said on Monday.\n\nColonel Issa Keita said the army was ready."
    assert said(text) == [("spokesman", "say"), ("Issa Keita", "say")]
