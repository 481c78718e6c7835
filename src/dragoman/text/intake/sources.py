"""Which files an argument of the command line means."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import ReportError
from dragoman.text.intake.forms import SUFFIXES, is_known

STDIN = "-"


def named(path: Path) -> str:
    """A file's name as text: names that are no UTF-8 get a mark where they are not."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def find_sources(arguments: Iterable[str]) -> Iterator[Path | ReportError]:
    """Files in a stable order; "-" is standard input. A folder is searched through for files of a known suffix."""
    for argument in arguments:
        path = Path(argument)
        if not argument.strip():
            yield ReportError(
                "an empty name of a file: it would mean the folder you are in, so nothing was read; "
                "write . for that folder, or see whether a variable of your shell is empty"
            )
        elif argument == STDIN or path.is_file():
            yield path
        elif path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield path
        else:
            yield from _matching(argument)


def _in_folder(folder: Path) -> Iterator[Path | ReportError]:
    found = [path for path in sorted(folder.rglob("*")) if is_known(path.name) and _is_report(path)]
    if not found:
        yield ReportError(
            f"{folder}: no reports in this folder ({', '.join(SUFFIXES)}), so none were read; name the files themselves"
        )
    yield from found


def _is_report(path: Path) -> bool:
    """A file, or a link to one that is gone, which is to be told of as a file that cannot be read."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _matching(pattern: str) -> Iterator[Path | ReportError]:
    found = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    if not found:
        what = "no file matches" if glob.has_magic(pattern) else "no such file"
        yield ReportError(f"{pattern}: {what}, so it was not read; check the name and where you are")
    yield from (Path(name) for name in found if Path(name).is_file())
