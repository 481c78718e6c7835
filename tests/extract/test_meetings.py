"""Meetings in plain sentences, mention by mention. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Level, Meeting, MeetingKind, Status
from tests.factory import draft_of


def mentions(text: str, published: str = "2025-07-21") -> list[Meeting]:
    return draft_of(text, published, upto="meetings").mentioned


def only(text: str, published: str = "2025-07-21") -> Meeting:
    (meeting,) = mentions(text, published)
    return meeting


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Delegations from Armenia and Azerbaijan met in Prague on Thursday.", {"Armenia", "Azerbaijan"}),
        ("The foreign ministers of Egypt, Ethiopia and Sudan met in Kinshasa.", {"Egypt", "Ethiopia", "Sudan"}),
        ("Russian and Ukrainian negotiators held talks in Istanbul.", {"Russia", "Ukraine"}),
        ("US-Iran negotiations resumed in Muscat.", {"United States", "Iran"}),
        ("A round of consultations involving Qatar, Egypt and Israel ended in Doha.", {"Qatar", "Egypt", "Israel"}),
        ("President Vladimir Putin and President Xi Jinping held a summit in Beijing.", {"Russia", "China"}),
        ("The Amir of Qatar spoke by telephone with the President of Egypt.", {"Qatar", "Egypt"}),
        ("The accord was signed by Pakistan on Friday after a meeting with India.", {"Pakistan", "India"}),
    ],
)
def test_parties_by_construction(text: str, parties: set[str]) -> None:
    assert set(mentions(text)[-1].parties) == parties


def test_city_before_the_noun_is_a_venue_and_no_party() -> None:
    meeting = only("The Doha talks between Israel and Hamas ended on Friday.")
    assert set(meeting.parties) == {"Israel", "Hamas"}
    assert meeting.place == "Doha"


def test_lone_state_before_the_noun_is_a_topic() -> None:
    assert "Syria" not in only("The Syria talks in Geneva ended on Friday.").parties


@pytest.mark.parametrize(
    "text",
    [
        "Qatar hosted indirect talks between Israel and Hamas.",
        "Israel and Hamas held talks under Qatari mediation.",
        "Israel and Hamas held talks brokered by Qatar.",
        "Israel and Hamas resumed talks under the auspices of Qatar.",
        "Israel and Hamas opened Qatar-mediated talks in Cairo.",
    ],
)
def test_stated_role_makes_a_mediator(text: str) -> None:
    meeting = only(text)
    assert meeting.mediators == ("Qatar",)
    assert set(meeting.parties) == {"Israel", "Hamas"}


def test_mediator_told_in_a_later_sentence() -> None:
    text = "Israel and Hamas held talks in Cairo on Sunday. The two delegations, brought together by Egypt, sat in two rooms."
    assert {name for m in mentions(text) for name in m.mediators} == {"Egypt"}


def test_host_of_his_own_guests_is_a_party() -> None:
    meeting = only("French President Emmanuel Macron hosted German Chancellor Friedrich Merz in Paris on Friday.")
    assert meeting.parties == ("France", "Germany")
    assert meeting.mediators == ()


def test_host_that_is_named_among_the_parties_stays_one() -> None:
    meeting = only("Doha hosted a meeting between the United States, Israel and Qatar on Thursday.")
    assert set(meeting.parties) == {"United States", "Israel", "Qatar"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Israel and Hamas are due in Cairo on Friday.", Status.PLANNED),
        ("The talks between Israel and Hamas resume on Thursday in Cairo.", Status.PLANNED),
        ("The talks between Israel and Hamas were called off.", Status.CANCELLED),
        ("Talks between Israel and Hamas that were to open in Cairo on Friday did not take place.", Status.CANCELLED),
        ("Talks between Israel and Hamas, scheduled for Monday in Cairo, were put off.", Status.POSTPONED),
        ("Israel ruled out a meeting with Hamas in Cairo.", Status.REJECTED),
        ("Egypt is ready to host talks between Israel and Hamas.", Status.PROPOSED),
        ("Israel did not rule out talks with Hamas in Cairo.", Status.PLANNED),
        ("Talks between Israel and Hamas in Cairo broke down.", Status.HELD),
    ],
)
def test_status(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    "text",
    [
        "There have been no talks between Israel and Hamas.",
        "Israel and Hamas never met.",
        "If Israel and Hamas met in Cairo, a truce would be near.",
        "Israel met its obligations on Friday.",
        "Contacts between Israel and Hamas have increased.",
        "The minister gave a press conference in Cairo on Friday.",
        "The Court of Session in Edinburgh ruled on Friday.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert mentions(text) == []


def test_dates_and_places_of_a_participle_belong_to_the_talks() -> None:
    meeting = only("Talks between Israel and Hamas, scheduled for Wednesday in Geneva, were put off.")
    assert (meeting.start, meeting.end, meeting.place) == ("2025-07-23", "2025-07-23", "Geneva")


def test_each_of_two_meetings_in_a_clause_has_its_own_date() -> None:
    text = (
        "In line with discussions between President Donald Trump and President Vladimir Putin, "
        "the United States held technical talks with Russia in Riyadh on March 23-25."
    )
    first, second = mentions(text)
    assert (first.start, first.place) == (None, None)
    assert (second.start, second.end, second.place) == ("2025-03-23", "2025-03-25", "Riyadh")
    assert second.level is Level.TECHNICAL


def test_beginning_tells_no_end() -> None:
    meeting = only("Colombia and the ELN will begin a fourth round of talks in Caracas in August.")
    assert (meeting.start, meeting.end, meeting.round) == ("2025-08", None, 4)


def test_ending_tells_no_beginning() -> None:
    meeting = only("The talks between Colombia and the ELN broke up on Saturday.")
    assert (meeting.start, meeting.end) == (None, "2025-07-19")


def test_days_in_a_row_are_the_first_and_the_last() -> None:
    meeting = only("Colombia and the ELN held talks in Caracas on 17 and 18 July.")
    assert (meeting.start, meeting.end) == ("2025-07-17", "2025-07-18")


def test_dateline_is_neither_place_nor_day_of_the_talks() -> None:
    text = "LAKEVIEW, New York, July 20 - Israel and Hamas ended their first talks in years on Friday."
    assert [(m.place, m.start, m.end) for m in mentions(text)] == [(None, None, "2025-07-18")]


def test_people_listed_behind_their_offices_are_the_delegates() -> None:
    meeting = only("The presidents of Congo and Rwanda, Félix Tshisekedi and Paul Kagame, met in Doha on Friday.")
    assert meeting.delegates == ("Félix Tshisekedi", "Paul Kagame")
    assert (meeting.kind, meeting.level) == (MeetingKind.SUMMIT, Level.LEADERS)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Iran and Oman met in Riyadh, Saudi Arabia.", "Saudi Arabia"),
        ("Iran and Oman met in the Turkish city of Istanbul.", "Türkiye"),
        ("Iran and Oman met in Istanbul, Turkish officials said.", None),
    ],
)
def test_country_is_told_beside_the_city(text: str, country: str | None) -> None:
    assert only(text).country == country


def test_next_round_follows_from_the_one_before() -> None:
    text = "The second round of talks between Israel and Hamas ended on Friday. Israel wants the next round in Cairo."
    assert [m.round for m in mentions(text)] == [2, 3]
    assert set(mentions(text)[1].parties) == {"Israel", "Hamas"}


def test_second_meeting_of_others_is_no_round() -> None:
    assert only("A second meeting between Israel and Hamas may follow in Cairo.").round is None


def test_faceless_teams_meet_for_the_parties_told_before() -> None:
    text = "Iran and the United States held talks in Rome on Friday. Technical teams will meet in Muscat on Saturday."
    meeting = mentions(text)[-1]
    assert set(meeting.parties) == {"Iran", "United States"}
    assert (meeting.level, meeting.status) == (Level.TECHNICAL, Status.PLANNED)


def test_unknown_names_do_not_meet_for_the_parties_told_before() -> None:
    text = "Iran and the United States held talks in Rome on Friday. The Elbonians have another summit planned for Monday in Mudville."
    assert all("Iran" not in m.parties for m in mentions(text) if m.kind is MeetingKind.SUMMIT)


def test_a_date_alone_may_be_proposed_for_the_round_told_before() -> None:
    text = (
        "Israel and Hamas plan a third round of talks. President Donald Trump of the United States proposed July 28-29."
    )
    proposal = mentions(text)[-1]
    assert (proposal.start, proposal.end, proposal.status) == ("2025-07-28", "2025-07-29", Status.PROPOSED)


def test_kind_and_level_by_who_meets() -> None:
    leaders = only("President Emmanuel Macron met Chancellor Friedrich Merz in Paris on Friday.")
    assert (leaders.kind, leaders.level) == (MeetingKind.SUMMIT, Level.LEADERS)
    envoys = only("Envoys of Israel and Hamas met in Cairo on Friday.")
    assert (envoys.kind, envoys.level) == (MeetingKind.TALKS, Level.DELEGATION)
    call = only("President Emmanuel Macron phoned Chancellor Friedrich Merz on Friday.")
    assert (call.kind, call.level) == (MeetingKind.CALL, Level.LEADERS)


def test_separate_meetings_are_one_with_each() -> None:
    text = "Egypt held separate talks with Israel and Hamas in Cairo on Friday."
    assert [set(m.parties) for m in mentions(text)] == [{"Egypt", "Israel"}, {"Egypt", "Hamas"}]


def test_visit_has_guest_and_host() -> None:
    meeting = only("Secretary of State Antony Blinken will travel to Israel on Tuesday.")
    assert (meeting.kind, meeting.status) == (MeetingKind.VISIT, Status.PLANNED)
    assert (set(meeting.parties), meeting.delegates) == ({"United States", "Israel"}, ("Antony Blinken",))
    assert (meeting.country, meeting.start) == ("Israel", "2025-07-22")


def test_arrival_is_a_visit_under_way_and_transit_is_none() -> None:
    arrived = mentions("President Emmanuel Macron arrived in Egypt on Monday.")
    assert [m.status for m in arrived] == [Status.ONGOING]
    assert mentions("President Emmanuel Macron arrived in Egypt on his way to Kenya.") == []


def test_signing_together_at_a_place_was_a_meeting_but_a_signing_elsewhere_is_not() -> None:
    meeting = only("Armenia and Azerbaijan signed a peace accord in Washington on Friday.")
    assert (set(meeting.parties), meeting.place) == ({"Armenia", "Azerbaijan"}, "Washington")
    assert (meeting.status, meeting.start) == (Status.HELD, "2025-07-18")
    assert mentions("Armenia and Azerbaijan signed a peace accord.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas conferred in Cairo on Friday.",
        "Delegations of Israel and Hamas sat down in Cairo on Friday.",
        "The leaders of Israel and Hamas saw each other in Cairo on Friday.",
    ],
)
def test_verbs_that_meet_only_with_company(text: str) -> None:
    meeting = only(text)
    assert set(meeting.parties) == {"Israel", "Hamas"}
    assert (meeting.place, meeting.start, meeting.status) == ("Cairo", "2025-07-18", Status.HELD)


def test_where_sides_agree_to_act_is_not_where_they_agreed() -> None:
    meeting = only("Israel and Hamas agreed on Friday to open a crossing in Rafah.")
    assert (meeting.place, meeting.start) == (None, "2025-07-18")


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia and Eritrea put their names to an accord in Asmara on Friday.",
        "Ethiopia and Eritrea made peace in Asmara on Friday.",
        "A roadmap was adopted by Ethiopia and Eritrea in Asmara on Friday.",
        "Ethiopia and Eritrea signed a truce in Asmara on Friday.",
    ],
)
def test_deals_tell_of_who_was_together(text: str) -> None:
    meeting = only(text)
    assert (set(meeting.parties), meeting.place) == ({"Ethiopia", "Eritrea"}, "Asmara")
    assert (meeting.start, meeting.status) == ("2025-07-18", Status.HELD)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel and Hamas agreed to a truce after talks in Cairo brokered by Qatar.", Status.HELD),
        ("Israel and Hamas agreed to meet again after concluding a round of talks in Cairo.", Status.HELD),
        ("The two sides will sign after talks between Israel and Hamas in Cairo.", Status.PLANNED),
        ("The truce followed talks between Israel and Hamas held in Cairo, which nobody expected.", Status.HELD),
        ("Preparations are under way for a meeting between Israel and Hamas in Cairo.", Status.PLANNED),
        ("Talks between Israel and Hamas in Cairo aim to free the hostages.", Status.ONGOING),
    ],
)
def test_status_of_what_is_told_beside_an_act(text: str, status: Status) -> None:
    assert [m.status for m in mentions(text) if m.place == "Cairo"] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran's foreign minister arrived in Geneva on Sunday for talks with the United States.", Status.PLANNED),
        ("Iran's foreign minister flew to Geneva on Sunday for talks with the United States.", Status.HELD),
        ("Iran's foreign minister will fly to Geneva on Sunday to meet envoys of the United States.", Status.PLANNED),
    ],
)
def test_journey_made_for_talks_is_those_talks(text: str, status: Status) -> None:
    meeting = only(text)
    assert (meeting.kind, set(meeting.parties)) == (MeetingKind.TALKS, {"Iran", "United States"})
    assert (meeting.place, meeting.start is not None, meeting.status) == ("Geneva", True, status)


def test_places_of_other_matters_are_not_the_meeting_s() -> None:
    assert only("Russia and the United States held talks on Friday on the war in Ukraine.").country is None
    assert only("Egypt will host a meeting of the Belgrade-Pristina dialogue on Friday.").place is None


def test_dateline_is_no_part_of_what_is_told() -> None:
    meeting = only("Tehran, Iran \u2013 Delegates from the United States and Oman met on Sunday.")
    assert (set(meeting.parties), meeting.place) == ({"United States", "Oman"}, None)
    assert only("DOHA, July 20. /TASS/. Israel and Hamas met on Saturday.").start == "2025-07-19"


def test_what_is_discussed_is_no_party() -> None:
    meeting = only("Sergei Lavrov and John Kerry discussed Syria over the phone on Friday.")
    assert (meeting.kind, set(meeting.delegates)) == (MeetingKind.CALL, {"Sergei Lavrov", "John Kerry"})
    assert "Syria" not in meeting.parties
    text = "Joe Biden spoke with Emmanuel Macron of France on Friday. The two leaders discussed the talks in Doha."
    assert [m.parties for m in mentions(text) if m.place == "Doha"] == [()]


def test_what_is_no_meeting_of_sides() -> None:
    assert mentions("Between the two meetings the Russian envoy rested in Sochi.") == []
    assert mentions("Fighters of the Houthis are to assemble at camps in Yemen and hand over arms.") == []
    assert mentions("The Iranian envoy was met at the airport in Doha by officials of Qatar.") == []


def test_roles_told_in_any_sentence_are_of_the_report_s_own_talks() -> None:
    text = (
        "Talks between Yemen and the Houthis ended in Amman on Saturday. Prices rose in Aden. "
        "Both sides thanked Oman for mediating between them. Chief Houthi negotiator Abdul Salam left early."
    )
    draft = draft_of(text)
    (meeting,) = draft.meetings
    assert (set(meeting.mediators), meeting.delegates) == ({"Oman"}, ("Abdul Salam",))


def test_meeting_of_leaders_is_of_those_named_as_such() -> None:
    text = (
        "The presidents of Armenia and Azerbaijan met in Prague on Friday. Nikol Pashinyan stayed away. "
        "Azerbaijani President Ilham Aliyev spoke of progress."
    )
    (meeting,) = draft_of(text).meetings
    assert "Ilham Aliyev" in meeting.delegates


def test_plan_told_with_would_is_planned_and_a_condition_is_not() -> None:
    plan = only("The second round of talks between Israel and Hamas would be held in August.")
    assert (plan.status, plan.round, plan.start) == (Status.PLANNED, 2, "2025-08")
    assert mentions("A second round of talks between Israel and Hamas would be held in August if the truce held.") == []


def test_statement_and_meeting_each_keep_their_speaker_and_date() -> None:
    meeting = only("The Kremlin said on Monday that talks between Russia and Ukraine will be held on Wednesday.")
    assert meeting.start == "2025-07-23"
    assert meeting.sources == ("Russia",)


@pytest.mark.parametrize(
    "text",
    [
        "Qatar brought Israel and Hamas together in Cairo on Friday.",
        "Qatar hosted Israel and Hamas in Cairo on Friday.",
        "Qatar brought envoys of Israel and Hamas into one room in Cairo on Friday.",
    ],
)
def test_who_brings_the_sides_together_is_no_party(text: str) -> None:
    meeting = only(text)
    assert (set(meeting.parties), meeting.mediators) == ({"Israel", "Hamas"}, ("Qatar",))
    assert (meeting.place, meeting.start) == ("Cairo", "2025-07-18")


def test_whoever_calls_several_calls_each() -> None:
    text = "Joe Biden telephoned Abdel Fattah al-Sisi of Egypt and King Abdullah of Jordan on Friday."
    assert [set(m.parties) & {"Egypt", "Jordan"} for m in mentions(text, "2023-07-21")] == [{"Egypt"}, {"Jordan"}]
    joint = "Joe Biden held a joint call with the leaders of Egypt and Jordan on Friday."
    assert len(mentions(joint, "2023-07-21")) == 1


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("A sixth, which was to take place in Muscat on June 15, was called off.", 6, "Muscat"),
        ("The previous one took place in Rome in May.", None, "Rome"),
        ("The first was held in Geneva in January.", 1, "Geneva"),
    ],
)
def test_meeting_told_by_its_place_in_a_series(text: str, number: int | None, place: str) -> None:
    before = "Iran and the United States ended a round of talks in Doha on Friday. "
    meeting = next(m for m in mentions(before + text) if m.place == place)
    assert (set(meeting.parties), meeting.round) == ({"Iran", "United States"}, number)
    assert mentions("A sixth, which was to take place in Muscat on June 15, was called off.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The envoys of Iran and Iraq spent four hours at the embassy in Doha on Friday.",
        "Iran and Iraq returned to the negotiating table in Doha on Friday.",
        "Iran and Iraq bargained in Doha on Friday.",
    ],
)
def test_verbs_of_sitting_at_one_table(text: str) -> None:
    meeting = only(text)
    assert (set(meeting.parties), meeting.place, meeting.start) == ({"Iran", "Iraq"}, "Doha", "2025-07-18")


@pytest.mark.parametrize(
    "text",
    [
        "Abdullah G\\u00fcl of Turkey came to Yerevan in May.",
        "A delegation of Hamas is expected in Cairo on Friday.",
        "The Iranian foreign minister landed in Cairo on Friday.",
    ],
)
def test_verbs_of_coming_tell_of_visits(text: str) -> None:
    assert only(text).kind is MeetingKind.VISIT


def test_what_was_signed_somewhere_was_signed_by_the_report_s_two_sides() -> None:
    text = "Armenia and Azerbaijan quarrelled. A plan of peace between Armenia and Azerbaijan is near. "
    (meeting,) = mentions(text + "Two protocols, signed in Zurich in 2009, were never ratified.")
    assert (set(meeting.parties), meeting.place, meeting.start) == ({"Armenia", "Azerbaijan"}, "Zurich", "2009")
    assert mentions("Carrier A and carrier B merge. The papers were signed in Zurich on Friday.") == []


def test_region_before_the_noun_is_what_talks_are_about() -> None:
    assert only("Russia and Ukraine held Donbas talks on Friday.").place is None
    assert only("Russia and Ukraine met in Donbas on Friday.").place == "Donbas"
    assert only("Russia and Ukraine held Donbas talks in Minsk on Friday.").place == "Minsk"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Envoys from Egypt, Sudan, and Ethiopia were to meet in Kinshasa.", {"Egypt", "Sudan", "Ethiopia"}),
        (
            "Foreign Minister Hakan Fidan, President Donald Trump, and Prime Minister Keir Starmer held a meeting in Rome.",
            {"Türkiye", "United States", "United Kingdom"},
        ),
        (
            "Uganda wants peace. The LRA has left the bush. The last meeting between the government and the rebels was held in Juba in May.",
            {"Uganda", "LRA"},
        ),
    ],
)
def test_parties_listed_or_told_by_their_part(text: str, parties: set[str]) -> None:
    assert set(mentions(text)[-1].parties) == parties


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents agreed to stay in close contact with Egypt and Qatar.",
        "Israel and Hamas work towards peace.",
        "The United States will continue facilitating negotiations between both sides. Russia and the United States agreed in Riyadh.",
    ],
)
def test_words_that_tell_of_no_meeting_of_their_own(text: str) -> None:
    assert [m for m in mentions(text) if m.place is None and len(m.parties) > 1] == []


def test_what_those_on_a_call_agreed_is_no_second_meeting() -> None:
    text = (
        "President Donald Trump spoke today with President Abdel Fattah el-Sisi of Egypt. "
        "President Trump and President el-Sisi agreed on the need for a truce."
    )
    assert [m.kind for m in mentions(text)] == [MeetingKind.CALL]


def test_what_is_signed_at_a_summit_is_no_second_meeting() -> None:
    text = "President Donald Trump and President Vladimir Putin signed a declaration at a summit in Geneva on Friday."
    assert [(m.kind, m.place) for m in mentions(text)] == [(MeetingKind.SUMMIT, "Geneva")]


def test_who_travels_to_brief_somebody_on_talks_does_not_travel_for_them() -> None:
    text = "President Mahmoud Abbas arrived in Cairo on Friday to brief his hosts on the consultations in Gaza."
    assert all(m.place != "Cairo" for m in mentions(text) if m.kind is not MeetingKind.VISIT)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "The talks between Israel and Hamas, expected to start on Thursday, will be held in Cairo.",
            "2025-07-24",
            None,
        ),
        ("The talks between Israel and Hamas, which ended on Friday, aim at a truce.", None, "2025-07-18"),
    ],
)
def test_attributes_tell_the_beginning_or_the_end_alone(text: str, start: str | None, end: str | None) -> None:
    meeting = only(text)
    assert (meeting.start, meeting.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel and Hamas opened talks in Cairo on Sunday.", Status.ONGOING),
        ("Israel and Hamas opened talks in Cairo on 2 May.", Status.HELD),
        ("The talks which ended on Friday in Cairo are aimed at a truce.", Status.HELD),
        ("The two leaders discussed the ongoing talks in Doha.", Status.ONGOING),
    ],
)
def test_status_of_what_began_or_ended(text: str, status: Status) -> None:
    assert only(text).status is status


def test_body_that_meets_by_itself_confers() -> None:
    assert only("The foreign ministers of the G7 are meeting in Liverpool.").kind is MeetingKind.CONFERENCE
    assert only("The G7 met with Ukraine in Liverpool on Friday.").kind is MeetingKind.TALKS


def test_city_with_a_name_is_not_the_one_told_before() -> None:
    text = "A bomb went off in Mumbai. The presidents of India and Pakistan met in the Cuban capital of Havana."
    assert mentions(text)[-1].place != "Mumbai"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("A delegation representing the Sudanese Armed Forces held talks with the Rapid Support Forces.", {"Sudanese Armed Forces", "Rapid Support Forces"}),
        ("A delegation headed by Foreign Minister Sergei Lavrov held talks with Ukraine in Geneva.", {"Russia", "Ukraine"}),
        ("The government of Myanmar held talks in Naypyitaw with eight armed groups.", {"Myanmar", "eight armed groups"}),
        ("Kenya called on. Talks between Kenya and the opposition were held in Nairobi.", {"Kenya", "opposition"}),
        ("Egypt was near. The FMLN wants land. The Salvadoran rebels met Costa Rica in San José.", {"FMLN", "Costa Rica"}),
        ("Hosni Mubarak of Egypt held talks with visiting Syrian President Bashar al-Assad.", {"Egypt", "Syria"}),
    ],
)  # fmt: skip
def test_parties_of_delegations_and_groups_without_a_name(text: str, parties: set[str]) -> None:
    assert set(mentions(text)[-1].parties) == parties


def test_those_told_with_including_are_delegates() -> None:
    text = "Sergei Lavrov will meet with senior Israeli officials, including Prime Minister Benjamin Netanyahu."
    assert "Benjamin Netanyahu" in only(text).delegates


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas held talks, with Egypt and Qatar acting as intermediaries.",
        "Israel and Hamas held talks. Egypt and Qatar played a part in hosting and facilitating the dialogue.",
    ],
)
def test_part_played_makes_a_mediator(text: str) -> None:
    assert {name for m in mentions(text) for name in m.mediators} == {"Egypt", "Qatar"}


def test_who_is_thanked_for_facilitating_is_the_mediator() -> None:
    text = (
        "The United States and Russia held talks in Riyadh. The United States expresses gratitude to Crown Prince "
        "Mohammed bin Salman for his hospitality in once again facilitating these important discussions."
    )
    assert {name for m in mentions(text) for name in m.mediators} == {"Saudi Arabia"}


def test_easing_of_aid_is_no_mediation() -> None:
    text = "Israel and Hamas must facilitate humanitarian access and return to talks in Cairo on Friday."
    assert all(m.mediators == () for m in mentions(text))


def test_mediation_talks_are_between_others() -> None:
    text = "Israel and Hamas have fought since May. Cairo opened mediation talks on Friday."
    assert [(m.parties, m.mediators) for m in mentions(text)] == [(("Israel", "Hamas"), ("Egypt",))]


def test_who_mediates_between_a_known_and_an_unknown_side_is_no_party() -> None:
    text = "South Africa mediated talks between Zimbabwe and the leaders of the opposition."
    (meeting,) = mentions(text)
    assert (meeting.parties, meeting.mediators) == (("Zimbabwe", "opposition"), ("South Africa",))


def test_third_party_is_of_the_talks_its_sentence_tells_of() -> None:
    text = (
        "President Donald Trump and President Vladimir Putin met in Alaska. The United States and Russia held technical talks "
        "in Riyadh on Friday, hosted by Saudi Arabia, Saudi mediators said."
    )
    assert [m.mediators for m in mentions(text) if m.place == "Alaska"] == [()]


def test_deal_of_old_is_no_meeting() -> None:
    assert mentions("Israel and Hamas signed a truce in March.") == []
    assert len(mentions("Israel and Hamas signed a truce on Friday.")) == 1


def test_who_welcomes_a_meeting_is_no_source_for_it() -> None:
    assert only("Hamas welcomed the talks held with Israel in Cairo on Friday.").sources == ()
    assert only("Hamas said that talks were held with Israel in Cairo on Friday.").sources == ("Hamas",)


def test_call_that_something_is_said_in_was_held() -> None:
    text = "In a phone conversation with Foreign Minister David Lammy, Secretary of State Marco Rubio urged calm."
    assert only(text).status is Status.HELD


def test_body_of_several_members_is_no_pair_of_sides() -> None:
    text = "The Quartet will watch over a deal after talks brokered by the United States."
    assert all("European Union" not in m.parties for m in mentions(text))


def test_verb_of_negotiating_names_its_sides_with_between() -> None:
    text = "The release was negotiated between the government of Nigeria and Boko Haram."
    assert set(only(text).parties) == {"Nigeria", "Boko Haram"}


def test_negotiations_that_continue_are_of_the_sides_told_before() -> None:
    text = "The swap was negotiated between Nigeria and Boko Haram. He said negotiations would continue for the others."
    assert mentions(text)[-1].parties == ("Nigeria", "Boko Haram")


def test_gathering_whose_sidelines_are_told_gives_the_place_and_is_no_second_meeting() -> None:
    text = "President Cyril Ramaphosa met President Emmanuel Macron on the sidelines of a summit held in Bamako."
    assert [(m.parties, m.place) for m in mentions(text)] == [(("South Africa", "France"), "Bamako")]


def test_city_that_tells_whose_people_are_meant_is_no_place() -> None:
    assert only("The Bamako government and Algeria held talks on Friday.").place is None


def test_who_brings_the_delegates_together_is_through_whom_they_meet() -> None:
    text = "Sudan and the Sudan Liberation Army held talks. The African Union will bring the delegates together on Wednesday."
    (meeting,) = mentions(text)[-1:]
    assert "African Union" in meeting.mediators


def test_talks_that_somebody_suspended_had_begun() -> None:
    assert only("India had suspended the talks with Pakistan.").status is Status.HELD
    assert only("India suspended the talks with Pakistan that were to open on Friday.").status is Status.POSTPONED


def test_resumption_that_is_hailed_goes_on() -> None:
    assert only("Kenya hailed the resumption of talks between Somalia and Somaliland.").status is Status.ONGOING


def test_board_stands_for_its_body() -> None:
    meeting = only("The International Atomic Energy Agency board meets in Vienna on Thursday.")
    assert (meeting.parties, meeting.kind) == (("IAEA",), MeetingKind.CONFERENCE)


def test_stop_on_the_way_is_no_visit() -> None:
    assert mentions("President Donald Trump arrived in Japan for an overnight stop.") == []


def test_deal_of_old_that_was_brokered_tells_of_talks() -> None:
    assert len(mentions("Israel and Hamas signed a truce in March, brokered by Qatar.")) == 1


def test_telephonic_discussion_is_a_call() -> None:
    assert only("Pakistan held a telephonic discussion with Germany.").kind is MeetingKind.CALL


def test_guarantors_of_talks_do_not_meet() -> None:
    text = "Colombia and the ELN held talks in Havana. Cuba and Norway are guarantors of the talks."
    assert all("Cuba" not in m.parties for m in mentions(text))
    assert {name for m in mentions(text) for name in m.mediators} == {"Cuba", "Norway"}


def test_warring_parties_are_not_those_who_bring_them_together() -> None:
    text = (
        "The Sudanese Armed Forces clashed with the Rapid Support Forces. Both left. "
        "The United States and Saudi Arabia put off the talks between the warring parties."
    )
    assert set(mentions(text)[-1].parties) == {"Rapid Support Forces", "Sudanese Armed Forces"}


def test_who_discusses_preparations_for_talks_need_not_be_there() -> None:
    text = (
        "Ukrainian President Volodymyr Zelensky discussed preparations for the meeting with the Russian side in Rome."
    )
    assert all("Volodymyr Zelensky" not in meeting.delegates for meeting in mentions(text))


def test_who_arranges_contacts_is_not_said_to_be_at_the_rounds() -> None:
    text = (
        "Russia and Ukraine will hold a third round of talks in Rome on Friday. "
        "The news follows weeks of diplomatic contacts between the two sides, facilitated through Omani channels. "
        "The first round of talks between Russia and Ukraine was held in Doha on 2 June."
    )
    rounds = [meeting for meeting in mentions(text) if meeting.round]
    assert rounds
    assert all(meeting.mediators == () for meeting in rounds)


def test_topics_stand_in_one_order() -> None:
    text = "A ministerial meeting of Kenya and Oman on fishing may happen on the margins of the assembly in Rome."
    for _ in range(12):
        assert [topic.split()[0] for topic in mentions(text)[0].topics] == ["fishing", "margins"]
