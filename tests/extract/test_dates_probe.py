"""A probe of the dater in sentences of our own: what each calendar expression of negotiation news denotes.

Both sets were written before the rules they judge were finished. The second was run once before anything was mended for
it: 77 of its 81 sentences were right.
"""

from datetime import date

import pytest

from dragoman.extract.dates import date_text

DAY = date(2024, 10, 10)  # a Thursday
SECOND_DAY = date(2022, 4, 20)  # a Wednesday

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
    ("Aid deliveries stopped in the spring of 2022.", "the spring of 2022=2022"),
    ("Talks held last spring led nowhere.", "last spring=2024"),
    ("A deal may be signed next spring.", "next spring=2025"),
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


SECOND = [
    ("Negotiators failed to reach a deal by Friday's deadline.", "Friday=2022-04-15"),
    ("The parties have until Friday to sign.", "Friday=2022-04-22"),
    ("The truce that began on Saturday was extended until Monday.", "Saturday=2022-04-16; Monday=2022-04-25"),
    ("A spokesman said on Sunday that talks would resume Thursday in Geneva.", "Sunday=2022-04-17; Thursday=2022-04-21"),
    ("The prime minister, speaking in parliament Tuesday, said the two will meet in Ankara on Friday.", "Tuesday=2022-04-19; Friday=2022-04-22"),
    ("The ministers, who are meeting on Thursday, last met on 24 February.", "Thursday=2022-04-21; 24 February=2022-02-24"),
    ("On Monday and Tuesday the delegations exchanged drafts.", "Monday=2022-04-18; Tuesday=2022-04-19"),
    ("The convoy is expected to leave on Thursday or Friday.", "Thursday=2022-04-21; Friday=2022-04-22"),
    ("Kyiv said the corridor would open at 9 a.m. Thursday.", "9 a.m. Thursday=2022-04-21"),
    ("The guns fell silent at midnight.", ""),
    ("Two hostages were released late Tuesday.", "Tuesday=2022-04-19"),
    ("The first convoy left early on Monday morning.", "Monday morning=2022-04-18"),
    ("The decree was issued on the evening of April 18.", "April 18=2022-04-18"),
    ("He is to fly to Moscow on the 26th.", "the 26th=2022-04-26"),
    ("They met on April 2 and agreed to meet again on the 9th.", "April 2=2022-04-02; the 9th=2022-04-09"),
    ("Between March 3 and March 7 three rounds were held.", "March 3 and March 7=2022-03-03/2022-03-07"),
    ("Talks ran from March 28 through March 30.", "March 28 through March 30=2022-03-28/2022-03-30"),
    ("The siege lasted from 24 February to 2 April 2022.", "24 February to 2 April 2022=2022-02-24/2022-04-02"),
    ("From Feb. 28 to March 7, three rounds were held.", "Feb. 28 to March 7=2022-02-28/2022-03-07"),
    ("On 5, 6 and 7 April the exchange took place.", "5=2022-04-05; 6=2022-04-06; 7 April=2022-04-07"),
    ("The ceasefire of 9–10 April was broken.", "9–10 April=2022-04-09/2022-04-10"),
    ("The accords of September 2014 and February 2015 were never carried out.", "September 2014=2014-09; February 2015=2015-02"),
    ("In the autumn of 2020 the war lasted six weeks.", "the autumn of 2020=2020"),
    ("The mandate expires at the end of June.", "the end of June=2022-06"),
    ("Four rounds have been held since the start of the year.", "the start of the year=2022"),
    ("The talks were frozen in mid-March.", "mid-March=2022-03"),
    ("He hopes to finish before the end of the month.", "the end of the month=2022-04"),
    ("The talks, frozen since last autumn, may restart next month.", "last autumn=2021; next month=2022-05"),
    ("By the middle of May the harbour should reopen.", "the middle of May=2022-05"),
    ("Delegates will return in the second half of May.", "the second half of May=2022-05-16/2022-05-31"),
    ("A visit is planned for later in April.", "later in April=2022-04"),
    ("Drones struck the port on April 8; the previous week a convoy had been hit.", "April 8=2022-04-08; the previous week=2022-W13"),
    ("The proposal was handed over three weeks ago.", "three weeks ago=2022-W13"),
    ("The line was cut ten days ago.", "ten days ago=2022-04-10"),
    ("A month ago the front was quiet.", "A month ago=2022-03"),
    ("The envoy was named almost two years ago.", "almost two years ago=2020"),
    ("The war began more than two years ago.", ""),
    ("A vote will follow in two months' time.", "in two months' time=2022-06"),
    ("They will reconvene in a week.", "in a week=2022-W17"),
    ("The meeting lasted two days and a further round is due within a week.", ""),
    ("The vote was on April 10. The day after, he resigned.", "April 10=2022-04-10; The day after=2022-04-11"),
    ("On April 14 the ship sank; earlier that day it had been hit.", "April 14=2022-04-14; earlier that day=2022-04-14"),
    ("Officials said later on Tuesday that both had agreed.", "later on Tuesday=2022-04-19"),
    ("Tuesday's statement contradicted Monday's.", "Tuesday=2022-04-19; Monday=2022-04-18"),
    ("The April 15 deadline passed without a deal.", "April 15=2022-04-15"),
    ("Both sides are racing to meet the May 1 deadline.", "May 1=2022-05-01"),
    ("By last Thursday all had left.", "last Thursday=2022-04-14"),
    ("They meet next Tuesday.", "next Tuesday=2022-04-26"),
    ("Elections take place this Sunday.", "this Sunday=2022-04-24"),
    ("A march is planned for the coming Saturday.", "coming Saturday=2022-04-23"),
    ("Contacts continued over the past weekend.", "the past weekend=2022-04-16/2022-04-17"),
    ("Resolution 2216 of 2015 remains in force.", "2015=2015"),
    ("Article 2001 and flight 1999 were cited.", ""),
    ("The 2015 nuclear accord is all but dead.", "2015=2015"),
    ("The 1994 memorandum and the 1997 treaty are dead.", "1994=1994; 1997=1997"),
    ("The war of 2014-15 cost many lives.", "2014-15=2014/2015"),
    ("Some 1,000 of the 2,014 men were freed.", ""),
    ("He will march, she may sit; August Meier and April Kane agreed.", ""),
    ("A second delegation, led by Mr. March, arrived in May.", "May=2021-05"),
    ("The minister will visit in May.", "May=2022-05"),
    ("The Sunday Times reported it; Black Friday sales were slow.", ""),
    ("The shelling began on New Year's Eve.", "New Year's Eve=2021-12-31"),
    ("The talks go on today and tomorrow.", "today=2022-04-20; tomorrow=2022-04-21"),
    ("He called yesterday evening about tomorrow's meeting.", "yesterday evening=2022-04-19; tomorrow=2022-04-21"),
    ("The text was sent out this afternoon; the village was shelled last night.", "this afternoon=2022-04-20; last night=2022-04-19"),
    ("The ministers met on Wednesday (April 20).", "Wednesday=2022-04-20; April 20=2022-04-20"),
    ("The minutes of Tuesday, 19 April 2022, say so.", "Tuesday, 19 April 2022=2022-04-19"),
    ("Received on 21.04.2022 and stamped 04/22/2022.", "21.04.2022=2022-04-21; 04/22/2022=2022-04-22"),
    ("The line opens on 21 April at 14:00 local time.", "21 April=2022-04-21"),
    ("The two have met daily since Friday.", "Friday=2022-04-15"),
    ("In the 1980s and 1990s they traded spies.", "the 1980s=1980/1989; 1990s=1990/1999"),
    ("The harbour was mined at the end of last year and cleared at the end of last month.", "the end of last year=2021; the end of last month=2022-03"),
    ("Growth will return in the first quarter of next year.", "the first quarter of next year=2023-01/2023-03"),
    ("Late Thursday the council is to vote.", "Thursday=2022-04-21"),
    ("A deal could come as early as Friday.", "Friday=2022-04-22"),
    ("Talks will start no earlier than Monday.", "Monday=2022-04-25"),
    ("The talks will not resume before Monday.", "Monday=2022-04-25"),
    ("The sides traded blame ahead of talks on Friday.", "Friday=2022-04-22"),
    ("The envoy cancelled a trip planned for Friday.", "Friday=2022-04-22"),
    ("The council met on Tuesday to prepare Friday's summit.", "Tuesday=2022-04-19; Friday=2022-04-22"),
    ("Speaking on Monday ahead of Thursday's talks, he was upbeat.", "Monday=2022-04-18; Thursday=2022-04-21"),
]  # fmt: skip

# What went wrong on texts once and was mended; on the first set's day.
MENDED = [
    ("The envoy is due on Tuesday, two days before the deadline of October 24.", "Tuesday=2024-10-15; October 24=2024-10-24"),
    ("A ceasefire was to take effect at 7 a.m. (0500 GMT) Sunday.", "Sunday=2024-10-13"),
    ("It was signed on November 2, 2022, and ratified on the 12th of that month.", "November 2, 2022=2022-11-02; the 12th of that month=2022-11-12"),
    ("The previous round took place on the weekend of 5-6 October.", "5-6 October=2024-10-05/2024-10-06"),
    ("Each share will fetch nearly half as much again as on Friday.", "Friday=2024-10-04"),
    ("Athletes arrive for the start of the Winter Games.", ""),
    ("The second round would be held in the second week of December.", "the second week of December=2024-W49"),
    ("The last swap was last Monday, 30 September.", "last Monday, 30 September=2024-09-30"),
    ("Two years almost to the day after the first shots, they shook hands.", ""),
    ("The truce had been prolonged until Saturday evening.", "Saturday evening=2024-10-05"),
    ("It was to have been signed yesterday, and before that on the ninth.", "yesterday=2024-10-09; the ninth=2024-10-09"),
    ("If nothing comes of it by the new year, he will report failure.", "the new year=2025"),
    ("The war began over a decade ago.", ""),
    ("They met on July 14 and July 16, 2019.", "July 14=2019-07-14; July 16, 2019=2019-07-16"),
]  # fmt: skip


def check(sentence: str, expected: str, published: date) -> None:
    wanted = [tuple(item.rsplit("=", 1)) for item in expected.split("; ")] if expected else []
    found = [(mention.text, mention.value) for mention in date_text(sentence, published) if mention.value]
    assert [value for _, value in found] == [value for _, value in wanted]
    for (text, _), (words, _) in zip(found, wanted, strict=True):
        assert words in text or text in words


@pytest.mark.parametrize(("sentence", "expected"), PROBE, ids=[sentence for sentence, _ in PROBE])
def test_probe(sentence: str, expected: str) -> None:
    check(sentence, expected, DAY)


@pytest.mark.parametrize(("sentence", "expected"), SECOND, ids=[sentence for sentence, _ in SECOND])
def test_second_probe(sentence: str, expected: str) -> None:
    check(sentence, expected, SECOND_DAY)


@pytest.mark.parametrize(("sentence", "expected"), MENDED, ids=[sentence for sentence, _ in MENDED])
def test_mended(sentence: str, expected: str) -> None:
    check(sentence, expected, DAY)
