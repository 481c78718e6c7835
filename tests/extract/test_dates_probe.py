"""A probe of the dater in sentences of our own: what each calendar expression of negotiation news denotes.

The first set was written before the rules it judges were finished. The report's day is Thursday, 10 October 2024.
"""

from datetime import date

import pytest

from dragoman.extract.dates import date_text

DAY = date(2024, 10, 10)

# A sentence, and "expression=value" for all of its expressions that a record dates, parted by "; ".
PROBE = [
    # Weekdays, by the verb that governs them.
    (
        "The ministers will sit down in Geneva on Monday, officials said Thursday.",
        "Monday=2024-10-14; Thursday=2024-10-10",
    ),
    (
        "The envoy told reporters on Tuesday that the ceasefire had collapsed on Saturday.",
        "Tuesday=2024-10-08; Saturday=2024-10-05",
    ),
    (
        "The envoy told reporters on Tuesday that the commission would reconvene on Saturday.",
        "Tuesday=2024-10-08; Saturday=2024-10-12",
    ),
    (
        "Rebels, who walked out of the talks on Friday, are due back on Monday.",
        "Friday=2024-10-04; Monday=2024-10-14",
    ),
    (
        "On Wednesday, the parties signed a protocol that enters into force on Sunday.",
        "Wednesday=2024-10-09; Sunday=2024-10-13",
    ),
    ("The truce, agreed on Monday, is to begin at dawn on Friday.", "Monday=2024-10-07; Friday=2024-10-11"),
    (
        "She had flown to Muscat on Sunday and returns on Thursday next week.",
        "Sunday=2024-10-06; Thursday next week=2024-10-17",
    ),
    ("Both sides ruled out a meeting before Tuesday.", "Tuesday=2024-10-15"),
    ("Ahead of Monday's deadline, the sides exchanged lists.", "Monday=2024-10-14"),
    ("After Monday's meeting, the minister flew home.", "Monday=2024-10-07"),
    ("Friday's session will be closed to the press.", "Friday=2024-10-11"),
    ("The session was closed on Wednesday and will reopen on Saturday.", "Wednesday=2024-10-09; Saturday=2024-10-12"),
    ("They last spoke this past Sunday.", "this past Sunday=2024-10-06"),
    ("Last Friday the guns fell silent.", "Last Friday=2024-10-04"),
    ("Sessions were held on Monday, Tuesday and Wednesday.", "Monday=2024-10-07; Tuesday=2024-10-08; Wednesday=2024-10-09"),
    ("No talks took place between Tuesday and Thursday.", "Tuesday and Thursday=2024-10-08/2024-10-10"),
    ("The observers stayed from Friday to Sunday.", "Friday to Sunday=2024-10-04/2024-10-06"),
    ("The committee meets every Monday.", ""),
    ("Buses run on Mondays and Fridays.", ""),
    # Days of a month: orders, lists, ranges, years.
    ("Prisoners were freed on October 1, 3 and 7.", "October 1=2024-10-01; 3=2024-10-03; 7=2024-10-07"),
    ("Meetings are set for 14, 16 and 18 October.", "14=2024-10-14; 16=2024-10-16; 18 October=2024-10-18"),
    ("The sides met on 30 September and again on 2 October.", "30 September=2024-09-30; 2 October=2024-10-02"),
    ("They talked from 29 September to 1 October.", "29 September to 1 October=2024-09-29/2024-10-01"),
    ("Delegations will gather on November 5–7 in Vienna.", "November 5–7=2024-11-05/2024-11-07"),
    ("The vote will be held between 12 and 15 November.", "12 and 15 November=2024-11-12/2024-11-15"),
    ("The summit of Oct. 8-9 produced a statement.", "Oct. 8-9=2024-10-08/2024-10-09"),
    ("The accord of 24 November 2016 is still in force.", "24 November 2016=2016-11-24"),
    ("The truce of Nov. 21, 2012, held for a while.", "Nov. 21, 2012=2012-11-21"),
    ("The list was handed over on the 15th of August.", "the 15th of August=2024-08-15"),
    ("They will meet again on the 12th.", "the 12th=2024-10-12"),
    ("The mission's mandate ends on 31 December.", "31 December=2024-12-31"),
    ("The mission had begun its work on 31 December.", "31 December=2023-12-31"),
    ("The ban takes effect October 15.", "October 15=2024-10-15"),
    ("CAIRO, Oct 9 (Wire) - Mediators were upbeat.", "Oct 9=2024-10-09"),
    ("The order was dated Feb. 29, 2023.", ""),
    ("Technical talks are planned for the week of October 14.", "the week of October 14=2024-W42"),
    ("Relatives of victims of the September 11 attacks protested.", "September 11=2001-09-11"),
    ("The truce will hold until Christmas Day.", "Christmas Day=2024-12-25"),
    ("On New Year's Day the transit agreement lapsed.", "New Year's Day=2024-01-01"),
    # Weeks, months, seasons, years.
    ("Earlier this week the mediator visited both capitals.", "Earlier this week=2024-W41"),
    ("The delegation arrived at the beginning of the week.", "the beginning of the week=2024-W41"),
    ("The generals met at the weekend.", "the weekend=2024-10-05/2024-10-06"),
    ("Talks are planned for this weekend.", "this weekend=2024-10-12/2024-10-13"),
    ("The two will speak later this month.", "later this month=2024-10"),
    ("A final text is expected by the end of November.", "the end of November=2024-11"),
    ("In July and August 2021, the talks were suspended.", "July=2021-07; August 2021=2021-08"),
    ("The parties last met in December.", "December=2023-12"),
    ("The mandate will end in December.", "December=2024-12"),
    ("The parliament rejected the text in November.", "November=2023-11"),
    ("The war had begun in September last year.", "September last year=2023-09"),
    ("A summit is foreseen for the first half of 2025.", "the first half of 2025=2025-01/2025-06"),
    ("The third quarter of 2023 was calm.", "The third quarter of 2023=2023-07/2023-09"),
    ("Aid deliveries stopped in the spring of 2022.", "the spring of 2022=2022-03/2022-05"),
    ("Talks held last spring led nowhere.", "last spring=2024-03/2024-05"),
    ("A deal may be signed next spring.", "next spring=2025-03/2025-05"),
    ("The border has been shut since mid-2022.", "mid-2022=2022"),
    ("Contacts were restored late last year.", "late last year=2023"),
    ("By year's end the force will be withdrawn.", "year's end=2024"),
    ("The council adopted Resolution 1701 in 2006.", "2006=2006"),
    # Counted from the report's day, or from the day last told.
    ("Fighting resumed two days ago.", "two days ago=2024-10-08"),
    ("The offer expires in three days.", "in three days=2024-10-13"),
    ("The panel will report within ten days.", ""),
    ("The envoys parted a fortnight ago.", "a fortnight ago=2024-W39"),
    ("The last round was held six months ago.", "six months ago=2024-04"),
    ("The deal was struck some five years ago.", "some five years ago=2019"),
    ("The chief negotiator leaves the day after tomorrow.", "the day after tomorrow=2024-10-12"),
    ("On October 4 the envoys met; a week earlier they had exchanged letters.", "October 4=2024-10-04; a week earlier=2024-09-27"),
    ("The convoy left on September 20. Three days later it was shelled.", "September 20=2024-09-20; Three days later=2024-09-23"),
    ("The pact was initialled on October 2 and signed the following day.", "October 2=2024-10-02; the following day=2024-10-03"),
    ("They met on 3 October. That evening, the truce failed.", "3 October=2024-10-03; That evening=2024-10-03"),
    ("A drone fell on Monday. On the same day, talks opened.", "Monday=2024-10-07; the same day=2024-10-07"),
    ("The town was shelled on October 5; the day before, aid had arrived.", "October 5=2024-10-05; the day before=2024-10-04"),
    # Times of day.
    ("The group has until noon on Saturday to reply.", "noon on Saturday=2024-10-12"),
    ("The meeting starts at 3 p.m. local time on Friday.", "3 p.m. local time on Friday=2024-10-11"),
    ("At 09:30 on Wednesday the guns fell silent.", "09:30 on Wednesday=2024-10-09"),
    ("The chief negotiator leaves tomorrow morning.", "tomorrow morning=2024-10-11"),
    ("The call took place on Tuesday night.", "Tuesday night=2024-10-08"),
    ("The text was sent this morning.", "this morning=2024-10-10"),
    ("The raid came in the early hours of Tuesday.", "Tuesday=2024-10-08"),
    ("On the night of October 6 the line was cut.", "October 6=2024-10-06"),
    # No dates.
    ("Some 2,000 fighters and 1990 rifles were handed over.", ""),
    ("He may march on, a second diplomat said.", ""),
    ("Crowds gathered on May 9 Square.", ""),
    ("In the coming days the sides will swap 1,000 for 1,000.", ""),
    ("April Jones and June Smith sat beside Theresa May.", ""),
]  # fmt: skip


def pairs(text: str, published: date = DAY) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in date_text(text, published) if found.value]


@pytest.mark.parametrize(("sentence", "expected"), PROBE, ids=[sentence for sentence, _ in PROBE])
def test_probe(sentence: str, expected: str) -> None:
    wanted = [tuple(item.rsplit("=", 1)) for item in expected.split("; ")] if expected else []
    found = pairs(sentence)
    assert [value for _, value in found] == [value for _, value in wanted]
    for (text, _), (words, _) in zip(found, wanted, strict=True):
        assert words in text or text in words
