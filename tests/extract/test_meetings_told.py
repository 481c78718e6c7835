"""At which level a meeting is, where it stands, and whether a clause's time and place are its own. The report is of Friday, 14 March 2025."""

import pytest

from dragoman.model import Level, Meeting, MeetingKind, Status
from tests.factory import draft_of


def mentions(text: str) -> list[Meeting]:
    return draft_of(text, "2025-03-14", upto="meetings").mentioned


def last(text: str) -> Meeting:
    return mentions(text)[-1]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Senior diplomats from Norway and Serbia wrapped up three days of talks in Oslo.", Level.DELEGATION),
        ("An Iranian team held talks with American negotiators in Muscat on Saturday.", Level.DELEGATION),
        ("A Hamas delegation arrived in Cairo on Monday for talks with Israel.", Level.DELEGATION),
        ("Kenyan President William Ruto hosted his Ugandan counterpart, Yoweri Museveni.", Level.LEADERS),
        ("President Biden spoke today with Amir Sheikh Tamim bin Hamad Al Thani of Qatar.", Level.LEADERS),
        ("Turkish Cypriot leader Mustafa Akinci met UN chief Antonio Guterres in Brussels.", Level.LEADERS),
        ("Kuwait's emir held talks with the ruler of Qatar in Doha on Monday.", Level.LEADERS),
        ("Saudi Foreign Minister Faisal bin Farhan met his Iranian counterpart, Abbas Araghchi.", Level.MINISTERS),
        ("Defence chiefs of Thailand and Cambodia met in Kuala Lumpur on Thursday.", Level.MINISTERS),
        ("The top diplomats of Armenia and Azerbaijan met in Washington on Monday.", Level.MINISTERS),
        ("Technical teams from Egypt, Sudan and Ethiopia met in Khartoum.", Level.TECHNICAL),
        ("Iran and Oman met in Muscat on Monday.", None),
        ("Kenya and Somalia will meet envoy Ann Bowers on Monday.", None),
    ],
)
def test_level_of_those_who_meet(text: str, level: Level | None) -> None:
    assert last(text).level is level


def test_a_counterpart_of_a_president_makes_a_summit() -> None:
    text = "Indian Prime Minister Manmohan Singh and his Pakistani counterpart Nawaz Sharif met in New York."
    assert last(text).kind is MeetingKind.SUMMIT


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Kenya and Somalia have yet to start.", Status.PLANNED),
        ("Following talks in Sochi on Monday with Russia, Armenia agreed to draw up a treaty.", Status.HELD),
        ("Kenya and Somalia failed to reach agreement at talks in Nairobi on Monday.", Status.HELD),
        ("Talks between Greece and Turkey got under way in Athens on Thursday.", Status.ONGOING),
        ("The second round of talks between Kenya and Somalia has been moved to April 27.", Status.POSTPONED),
        ("The opposition announced a pause in talks with Kenya in Geneva.", Status.POSTPONED),
        ("The proposed dialogue between North Korea and South Korea collapsed last week.", Status.CANCELLED),
        ("Planned talks between Kenya and Somalia fell through on Monday.", Status.CANCELLED),
        ("North Korea issued an overture of talks to the United States.", Status.PROPOSED),
    ],
)
def test_standing_by_construction(text: str, status: Status) -> None:
    assert last(text).status is status


@pytest.mark.parametrize(
    "text",
    [
        "Many Spaniards are against any dialogue between Spain and ETA.",
        "Cyprus is able to block Turkey's talks with the European Union.",
    ],
)
def test_what_tells_of_no_meeting(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya scrapped talks with Somalia set for Tuesday.", {"Kenya", "Somalia"}),
        ("Kenya turned down an invitation to talks with Somalia in Doha.", {"Kenya", "Somalia"}),
        ("Kenya offered talks to Somalia.", {"Kenya", "Somalia"}),
    ],
)
def test_who_does_something_about_talks_with_another_is_the_other_side(text: str, parties: set[str]) -> None:
    assert set(last(text).parties) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Earlier this month, thousands protested in Madrid against negotiations between Spain and ETA.",
        "On Sunday, North Korea issued a surprise overture of talks to the United States.",
        "Last month Kenya rejected an offer of talks with Somalia.",
        "The foreign ministry in Cairo on Thursday praised the talks between Sudan and the Rapid Support Forces.",
        "At a news conference in Vienna on Friday, Araghchi described the negotiations between Iran and Oman as serious.",
        "The talks between Iran and Oman were complicated after an explosion at Natanz last week.",
    ],
)
def test_time_and_place_of_what_is_done_about_talks_are_not_theirs(text: str) -> None:
    assert [(m.start, m.place) for m in mentions(text) if m.start or m.place] in ([], [(None, "Natanz")])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On Monday, Israel and Lebanon resumed talks.", "2025-03-10"),
        ("On Monday, Kenya boycotted talks with Somalia.", "2025-03-10"),
        ("Kenya proposed talks with Somalia in Nairobi on 20 March.", "2025-03-20"),
        ("On Monday the first day of talks between Iran and Oman ended.", None),
        ("Kenya and Somalia held on Monday the first day of talks.", "2025-03-10"),
    ],
)
def test_time_of_talks_that_the_verb_tells_of(text: str, start: str | None) -> None:
    assert last(text).start == start


def test_helpers_of_one_round_are_those_of_the_next() -> None:
    text = (
        "Israel and Hamas ended a second round of talks in Doha on Thursday, mediated by Egypt. "
        "The third round of talks between Israel and Hamas will be held on Monday."
    )
    assert {m.mediators for m in mentions(text) if m.round == 3} >= {("Egypt",)}


@pytest.mark.parametrize(
    ("text", "sides", "helper", "status"),
    [
        ("Qatari mediators are seeking to negotiate a deal between Hamas and Israel.", {"Hamas", "Israel"}, "Qatar", "ongoing"),
        ("Qatar mediated between Russian and Ukrainian authorities.", {"Russia", "Ukraine"}, "Qatar", "held"),
        ("Egypt is trying to mediate a crisis between Qatar and Oman.", {"Qatar", "Oman"}, "Egypt", "ongoing"),
        ("Qatar said it had mediated a truce between Israel and Hamas.", {"Israel", "Hamas"}, "Qatar", "held"),
        ("The truce between Israel and Hezbollah was brokered by France.", {"Israel", "Hezbollah"}, "France", "held"),
        ("A truce brokered by Egypt between Israel and Hamas took effect.", {"Israel", "Hamas"}, "Egypt", "held"),
        ("Oman has offered to mediate between Russia and Ukraine.", {"Russia", "Ukraine"}, "Oman", "proposed"),
        ("The African Union will mediate between Ethiopia and Sudan.", {"Ethiopia", "Sudan"}, "African Union", "planned"),
        ("The men were freed after Qatari mediation between Chad and Sudan.", {"Chad", "Sudan"}, "Qatar", "held"),
        ("Oman played the role of mediator between Iran and Iraq.", {"Iran", "Iraq"}, "Oman", "held"),
        ("Kenya mediated the exchange of 9 prisoners between Chad and Sudan.", {"Chad", "Sudan"}, "Kenya", "held"),
    ],
)  # fmt: skip
def test_going_between_two_sides_is_their_talks(text: str, sides: set[str], helper: str, status: str) -> None:
    meeting = last(text)
    assert (set(meeting.parties), meeting.mediators, meeting.status) == (sides, (helper,), status)


@pytest.mark.parametrize(
    "text",
    [
        "Brazil refused to mediate between Guyana and Venezuela.",
        "Iran has denied mediating between Russia and Turkey.",
        "Kenya has mediated in the region.",
    ],
)
def test_no_talks_where_nobody_goes_between(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Iran and world powers - Britain, China, France, Germany and Russia - have held talks in Vienna.",
            {"Iran", "United Kingdom", "China", "France", "Germany", "Russia"},
        ),
        (
            "Sudan's government and two rebel groups, the Sudan Liberation Movement and the Justice and Equality "
            "Movement, will hold talks in Abuja.",
            {"Sudan", "Sudan Liberation Movement", "Justice and Equality Movement"},
        ),
        ("President Joseph R. Biden Jr. spoke today with Prime Minister Yair Lapid of Israel.", {"United States", "Israel"}),
        ("The U.N. secretary-general met Russian President Vladimir Putin in Moscow.", {"United Nations", "Russia"}),
    ],
)  # fmt: skip
def test_sides_that_a_list_or_an_office_tells(text: str, parties: set[str]) -> None:
    assert set(last(text).parties) == parties


def test_a_helper_was_not_the_other_side_of_the_call_told_before() -> None:
    text = (
        "President Joe Biden spoke with Prime Minister Yair Lapid of Israel. He praised the months of talks mediated "
        "by the United States."
    )
    assert [(m.parties, m.mediators) for m in mentions(text)][-1] == ((), ("United States",))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The foreign ministers of Egypt, Sudan and Ethiopia met in Khartoum.", Level.MINISTERS),
        ("The Russian foreign minister met his Iranian counterpart in Moscow.", Level.MINISTERS),
        ("Bush praised the Palestinian leaders involved in negotiations with Israel.", None),
    ],
)
def test_level_of_owners_and_counterparts(text: str, level: Level | None) -> None:
    assert last(text).level is level


_NAIROBI = "Kenya and Somalia held talks in Nairobi on Monday. "


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (_NAIROBI + "The Somali side was represented by Ambassador Ali Omar.", {"Ali Omar"}),
        (_NAIROBI + "Somalia's delegation included Ali Omar and Fatima Noor.", {"Ali Omar", "Fatima Noor"}),
        (_NAIROBI + "Foreign Minister Ali Omar represented Somalia.", {"Ali Omar"}),
        (_NAIROBI + "Kenyan Foreign Minister Musalia Mudavadi took part in the talks.", {"Musalia Mudavadi"}),
        (
            "Kenya and Somalia held talks in Nairobi, with Foreign Minister Musalia Mudavadi leading the Kenyan delegation.",
            {"Musalia Mudavadi"},
        ),
        (
            "President Vladimir Putin spoke after talks with his Turkish counterpart Recep Tayyip Erdogan in Moscow.",
            {"Vladimir Putin", "Recep Tayyip Erdogan"},
        ),
        ("Indian adviser Ajit Doval and China's top diplomat, Wang Yi, met in Beijing.", {"Ajit Doval", "Wang Yi"}),
    ],
)  # fmt: skip
def test_who_is_told_to_have_been_there(text: str, people: set[str]) -> None:
    assert {name for meeting in mentions(text) for name in meeting.delegates} == people


def test_who_acts_for_others_was_not_there() -> None:
    text = _NAIROBI + "A Norwegian delegation included Kari Hansen. Norwegian envoy Kari Hansen left."
    assert not any(meeting.delegates for meeting in mentions(text) if "Kenya" in meeting.parties)


def test_several_meet_one_person_each() -> None:
    text = (
        "Israeli Prime Minister Benjamin Netanyahu and Palestinian leader Yasser Arafat met separately on Monday with "
        "US Secretary of State Madeleine Albright."
    )
    assert [set(m.parties) for m in mentions(text)] == [{"United States", "Israel"}, {"United States", "Palestine"}]


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Chad and Sudan opened on Thursday. They had originally been scheduled for Monday.",
        "The talks between Chad and Sudan opened on Thursday. The talks had originally been scheduled to open on Monday.",
        "Chad and Sudan resumed talks on Thursday to revive the 2015 accord.",
        "Mar 1, 2025 (Abuja) - Chad and Sudan opened talks on Thursday.",
    ],
)
def test_days_that_are_not_the_meetings(text: str) -> None:
    assert {m.start for m in mentions(text)} == {"2025-03-13"}


def test_who_stays_away_is_no_party_and_who_convenes_holds_no_conference() -> None:
    (meeting,) = mentions("The Houthis did not attend the talks convened by the UN in Geneva in September.")
    assert (meeting.kind, meeting.parties, meeting.mediators) == (MeetingKind.TALKS, (), ("United Nations",))


@pytest.mark.parametrize(
    "text",
    [
        "A new round of shelling was met with silence in Grozny on Thursday.",
        "The European Union prepared a third round of sanctions in Brussels on Thursday.",
        "Had Belgrade and Pristina met once more, little would have changed.",
    ],
)
def test_rounds_of_other_things_and_meetings_imagined(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        ("Kenya and Somalia came to terms in Nairobi on Monday.", {"Kenya", "Somalia"}, "Nairobi"),
        ("Kenya and Somalia struck a bargain in Nairobi on Monday.", {"Kenya", "Somalia"}, "Nairobi"),
        ("The accord was hammered out in Nairobi by Kenya and Somalia on Monday.", {"Kenya", "Somalia"}, "Nairobi"),
        ("The accord was negotiated in Nairobi by Kenya and Somalia.", {"Kenya", "Somalia"}, "Nairobi"),
        (
            "US envoy Keith Kellogg was received by Alexander Lukashenko in Minsk.",
            {"United States", "Belarus"},
            "Minsk",
        ),
    ],
)
def test_who_settles_or_receives_in_other_words(text: str, parties: set[str], place: str) -> None:
    meeting = last(text)
    assert (set(meeting.parties), meeting.place, meeting.status) == (parties, place, Status.HELD)


def test_a_conference_of_donors_is_not_the_two_sides_own() -> None:
    meeting = last("Armenia and Azerbaijan held talks. A donors' conference will be held in Brussels next week.")
    assert (meeting.kind, meeting.parties) == (MeetingKind.CONFERENCE, ())


def test_day_on_which_talks_are_made_known_is_not_theirs() -> None:
    found = mentions("Armenia and Azerbaijan held talks. The talks were disclosed by Baku on Monday.")
    assert [meeting.start for meeting in found if meeting.start] == []


def test_a_crowd_of_leaders_is_not_the_two_sides() -> None:
    talks = "Israel and Hamas agreed on a truce on Monday. "
    assert last(talks + "Leaders of some 20 countries met in Sharm el-Sheikh on Tuesday.").parties == ()


def test_prisoners_make_no_side_of_their_people() -> None:
    text = "Hamas freed all 20 hostages on Monday. Israel released 1,968 Palestinian prisoners. Talks resumed in Cairo."
    assert last(text).parties in ((), ("Hamas", "Israel"))
