"""Where the terminal face writes: results to standard output, everything else to standard error."""

import sys

from rich.console import Console

_PAGE = 100  # columns of a page that goes to a file


def output() -> Console:
    """The console of results: as wide as the terminal, a page's width in a file."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=_PAGE)


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"dragoman: {message}", file=sys.stderr)
