"""Who is named, and who is meant by pronouns, roles and collectives."""

from dragoman.model import ActorKind
from tests.factory import draft_of


def named(text: str) -> dict[str, tuple[str, str | None]]:
    draft = draft_of(text, upto="references")
    return {draft.slice(m.span): (m.name, m.actor) for m in draft.actors}


def test_states_stand_under_their_usual_name() -> None:
    found = named("Turkey and the DRC signed a note with the US.")
    assert found["Turkey"] == ("Türkiye", "Türkiye")
    assert found["DRC"] == ("DR Congo", "DR Congo")
    assert found["US"] == ("United States", "United States")


def test_capital_that_speaks_is_its_state_and_capital_where_one_meets_a_place() -> None:
    draft = draft_of("Moscow said the envoys will meet in Kyiv.", upto="places")
    assert [m.name for m in draft.actors] == ["Russia"]
    assert [(p.place, p.country) for p in draft.places] == [("Kyiv", "Ukraine")]


def test_person_goes_by_the_fullest_name_of_the_report() -> None:
    draft = draft_of("Omari said so. Envoy Salim Omari of Kenya flew home.", upto="references")
    assert {m.name for m in draft.actors if m.kind is ActorKind.PERSON} == {"Salim Omari"}


def test_title_beside_a_name_tells_whom_it_speaks_for() -> None:
    draft = draft_of("Qatari Foreign Minister Adel Hamdani and Kenya's envoy Peter Ruto met.", upto="references")
    actors = {m.name: m.actor for m in draft.actors if m.kind is ActorKind.PERSON}
    assert actors == {"Adel Hamdani": "Qatar", "Peter Ruto": "Kenya"}


def test_office_table_tells_whom_a_known_name_speaks_for_on_that_day() -> None:
    assert named("Rustem Umerov flew to Istanbul.")["Rustem Umerov"] == ("Rustem Umerov", "Ukraine")


def test_pronoun_is_the_speaker_before_it() -> None:
    found = named("President Volodymyr Zelensky met the envoys. He urged them to stay.")
    assert found["He"][0] == "Volodymyr Zelensky"


def test_both_sides_are_the_two_named_together() -> None:
    draft = draft_of("Israel and Hamas resumed talks in Doha. Both sides called them useful.", upto="references")
    members = [m.members for m in draft.actors if m.kind is ActorKind.PARTIES]
    assert members == [("Israel", "Hamas")]


def test_unnamed_sources_stay_unnamed() -> None:
    assert named("The agency cited sources.")["sources"] == ("unnamed sources", None)


def test_venue_lies_in_its_city() -> None:
    draft = draft_of("Talks were held at the Çırağan Palace in Istanbul.", upto="places")
    assert ("Çırağan Palace", "Türkiye") in [(p.place, p.country) for p in draft.places]


def test_office_before_a_name_and_its_comma_tells_whom_it_speaks_for() -> None:
    found = named(
        "The leader of the Polisario Front (PF), Brahim Omari, left. The head of the Kenyan council, army chief Salim Tano, stayed."
    )
    assert found["Brahim Omari"][1] == "Polisario Front"
    assert found["Salim Tano"][1] == "Kenya"


def test_a_surname_is_the_same_with_a_capital_particle() -> None:
    found = named("The Kenyan envoy Salim al-Omari flew home. Al-Omari said nothing.")
    assert found["Al-Omari"] == ("Salim al-Omari", "Kenya")


def test_factions_without_an_article_are_not_the_two_sides() -> None:
    assert "Rival factions" not in named("Libya and Russia met. Rival factions accused each other of lying.")
    assert "The rival sides" in named("Libya and Russia met. The rival sides accused each other of lying.")


def test_security_council_of_a_state_is_not_the_united_nations() -> None:
    assert "Security Council" not in named("Armenia's Security Council met, and the National Security Council too.")
    assert named("The Security Council met.")["Security Council"][1] == "United Nations"
    found = named("National Security Council Secretary Dana Ferro of Armenia flew home.")
    assert found["Dana Ferro"][1] != "United Nations"


def test_chief_and_top_diplomat_are_those_the_report_names() -> None:
    found = named("UN Secretary-General Salim Omari urged calm. The UN chief then flew home.")
    assert found["The UN chief"] == ("Salim Omari", "United Nations")
    found = named(
        "Iraqi Foreign Minister Salim Omari called. The Iraqi top diplomat was calm. The Omani top diplomat was not."
    )
    assert found["The Iraqi top diplomat"] == ("Salim Omari", "Iraq")
    assert found["The Omani top diplomat"] == ("Omani top diplomat", "Oman")
