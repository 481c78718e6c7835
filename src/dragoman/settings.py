"""The one table of settings. Each may be set in the environment as DRAGOMAN_<NAME>."""

import os
from dataclasses import dataclass

from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, its default and what it does."""

    name: str
    default: int
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting("max_chars", 500_000, "longest report body that is read, in characters; a longer one is refused"),
    Setting(
        "language_chars",
        200,
        "shortest body, in characters, whose language is judged; a shorter one is taken for English",
    ),
    Setting(
        "max_unpacked",
        8_000_000_000,
        "most bytes that one .gz or .zip may unpack to; what lies beyond is refused; 0 sets no limit",
    ),
    Setting("page_reads", 6000, "requests that one address may make of the page in a minute; 0 sets no limit"),
    Setting("page_writes", 60, "decisions and tries at the token from one address in a minute; 0 sets no limit"),
)


def value_of(name: str) -> int:
    """A setting's value from the environment, else its default. Raises DragomanError for a value that is no number."""
    setting = next(s for s in SETTINGS if s.name == name)
    variable = f"DRAGOMAN_{name.upper()}"
    given = os.environ.get(variable)
    if given is None:
        return setting.default
    try:
        return int(given)
    except ValueError:
        raise DragomanError(
            f"{variable}={given!r} is not a whole number, so nothing was done: set it to one, or unset it"
        ) from None
