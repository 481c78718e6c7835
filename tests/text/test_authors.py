"""Who speaks in a statement that a side published itself."""

import pytest

from dragoman.pipeline import read
from dragoman.text.authors import authors_of
from tests.factory import draft_of, report_of


def authors(text: str, title: str) -> tuple[str, ...]:
    draft = draft_of(text, upto="references")
    object.__setattr__(draft.report, "title", title)
    return authors_of(draft)


@pytest.mark.parametrize(
    ("title", "text", "author"),
    [
        ("Statement by the government of Norway on Sudan", "We welcome the truce.", ("Norway",)),
        ("Joint statement of Egypt and Qatar on Gaza", "We call for calm.", ("Egypt", "Qatar")),
        ("Statement on the truce", "We, the ministers of the G7, welcome the truce.", ("G7",)),
        ("Statement from the spokeswoman on Sudan", "Norway welcomes the truce. We thank Egypt.", ("Norway",)),
        ("Norway calls for a truce", "Norway welcomes the truce.", ()),
    ],
)
def test_headline_and_first_words_tell_who_speaks(title: str, text: str, author: tuple[str, ...]) -> None:
    assert authors(text, title) == author


def test_first_person_of_a_statement_is_its_author() -> None:
    text = "We welcome the truce between Israel and Hamas. The hostages must be released."
    found = read(report_of(text, title="Statement by the government of Norway on Gaza")).positions
    assert {(item.actor, item.stance.value) for item in found} == {("Norway", "supports"), ("Norway", "demands")}
