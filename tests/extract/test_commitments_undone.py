"""Acts left undone, papers left unsigned, talks that a side will have none of. The report is of Monday, 21 July 2025."""

import pytest

from dragoman.model import Action, Commitment, CommitmentState
from tests.factory import draft_of

BREACHED, REFUSED = CommitmentState.BREACHED, CommitmentState.REFUSED


def commitments(text: str) -> list[Commitment]:
    return draft_of(text).commitments


@pytest.mark.parametrize(
    ("text", "action", "state", "by"),
    [
        ("Hamas failed to release the hostages on Sunday.", Action.RELEASE_OF_HOSTAGES, BREACHED, ("Hamas",)),
        ("Israel accused Hamas of failing to return the bodies.", Action.RETURN_OF_REMAINS, BREACHED, ("Hamas",)),
        ("Russia has not returned the children.", Action.RETURN_OF_CHILDREN, BREACHED, ("Russia",)),
        ("Armenia accused Azerbaijan of violating the ceasefire.", Action.CEASEFIRE, BREACHED, ("Azerbaijan",)),
        ("Iran and Iraq accused each other of breaking the truce.", Action.CEASEFIRE, BREACHED, ("Iran", "Iraq")),
        ("Serbia left Brussels without signing the accord.", Action.SIGNING, REFUSED, ("Serbia",)),
        ("Moldova refused to put its name to the protocol.", Action.SIGNING, REFUSED, ("Moldova",)),
        ("Russia said it would not negotiate with Ukraine.", Action.RESUME_TALKS, REFUSED, ("Russia",)),
        ("Hamas walked out of the talks on Sunday.", Action.RESUME_TALKS, CommitmentState.SUSPENDED, ("Hamas",)),
        (
            "Iran and France agreed that talks will continue.",
            Action.RESUME_TALKS,
            CommitmentState.AGREED,
            ("Iran", "France"),
        ),
        (
            "Iran and Iraq agreed to see each other again.",
            Action.RESUME_TALKS,
            CommitmentState.AGREED,
            ("Iran", "Iraq"),
        ),
    ],
)
def test_what_is_not_done(text: str, action: Action, state: CommitmentState, by: tuple[str, ...]) -> None:
    (found, *_) = commitments(text)
    assert (found.action, found.state, found.by) == (action, state, by)


@pytest.mark.parametrize(
    "text",
    [
        "Hamas boycotted the meeting on Sunday.",
        "Russia refused to talk to reporters.",
        "Russia failed to impress the mediators.",
    ],
)
def test_what_breaks_no_word_and_shuns_no_talks(text: str) -> None:
    assert all(found.action is Action.OTHER for found in commitments(text))


def test_neither_has_signed_is_no_signing() -> None:
    assert draft_of("Armenia and Azerbaijan met on Sunday, but neither signed the accord.").deliveries == []
