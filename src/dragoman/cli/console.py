"""Where the terminal face writes: results to standard output, everything else to standard error."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.segment import Segment

from dragoman.render.hostile import plain

_PAGE = 100  # columns of a page that goes to a file


class _Console(Console):
    """Words of reports and names given by people are words: no markup, no codes, no commands to the terminal."""

    def __init__(self, width: int | None = None) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, soft_wrap=False, width=width)

    def on_broken_pipe(self) -> None:
        """Rich would end with a failure here; `main` knows that there is none."""
        raise

    def _render_buffer(self, buffer: Iterable[Segment]) -> str:
        return super()._render_buffer(s if s.control else Segment(plain(s.text), s.style) for s in buffer)


def output() -> Console:
    """The console of results: as wide as the terminal, a page's width in a file."""
    console = _Console()
    return console if console.is_terminal else _Console(_PAGE)


def complain(message: str) -> None:
    """One line on standard error, whatever the names in it hold."""
    print(f"dragoman: {' '.join(plain(message).split())}", file=sys.stderr)
