"""The strict loader of the hand-edited lexicons.

A lexicon is a TOML file of arrays of tables in `lexicon/data/`. Each table becomes one frozen dataclass; an unknown
key, a missing key, a value of another type or a surface form given twice refuses the file by name, row and reason.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from importlib.resources import files
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from dragoman.errors import LexiconError

Row = TypeVar("Row")


def load_rows(name: str, table: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows `[[table]]` of `lexicon/data/{name}.toml` as instances of a frozen dataclass. Raises LexiconError."""
    content = read_lexicon(name)
    if table not in content:
        raise LexiconError(f"lexicon {name}.toml has no [[{table}]]: nothing can be looked up in it; add the table")
    return tuple(
        build_row(row, row_type, f"{name}.toml, [[{table}]] number {at}") for at, row in enumerate(content[table], 1)
    )


def load_words(name: str) -> dict[str, frozenset[str]]:
    """A lexicon of plain word lists, `key = ["word", ...]` at the top level. Raises LexiconError."""
    lists: dict[str, frozenset[str]] = {}
    for key, words in read_lexicon(name).items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise LexiconError(f'lexicon {name}.toml, {key}: not a list of words; write {key} = ["..."]')
        if len(set(words)) < len(words):
            twice = sorted({word for word in words if words.count(word) > 1})
            raise LexiconError(f"lexicon {name}.toml, {key}: {', '.join(twice)} given twice; keep one")
        lists[key] = frozenset(words)
    return lists


def read_lexicon(name: str) -> dict[str, Any]:
    """The raw content of `lexicon/data/{name}.toml`. Raises LexiconError."""
    try:
        return tomllib.loads(files("dragoman.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            f"lexicon {name}.toml cannot be read ({error}): reinstall dragoman or mend the file"
        ) from error


def build_row(row: Mapping[str, Any], row_type: type[Row], where: str) -> Row:
    """One table as a dataclass; lists become tuples, nested tables nested dataclasses."""
    known: dict[str, Field[Any]] = {f.name: f for f in fields(cast(Any, row_type))}
    unknown = sorted(set(row) - set(known))
    if unknown:
        raise LexiconError(f"{where}: unknown key {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    hints = get_type_hints(row_type)
    values: dict[str, Any] = {}
    for key, spec in known.items():
        if key in row:
            values[key] = _fit(row[key], hints[key], f"{where}, {key}")
        elif spec.default is MISSING and spec.default_factory is MISSING:
            raise LexiconError(f"{where}: no {key}; every row needs one")
    return row_type(**values)


def _fit(value: Any, hint: Any, where: str) -> Any:
    if isinstance(hint, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise LexiconError(f"{where}: {value!r} is not a list")
        return tuple(_fit(item, get_args(hint)[0], where) for item in value)
    if is_dataclass(hint) and isinstance(value, dict):
        return build_row(value, cast(type[Any], hint), where)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise LexiconError(f"{where}: {value!r} is not of type {hint.__name__}")
    return value


def refuse_doubles(forms: Iterable[tuple[str, str]], name: str) -> None:
    """Refuse a lexicon in which one surface form leads to two owners. `forms` are (surface, owner)."""
    owner_of: dict[str, str] = {}
    for surface, owner in forms:
        if owner_of.setdefault(surface, owner) != owner:
            raise LexiconError(
                f"lexicon {name}.toml: {surface!r} stands for both {owner_of[surface]} and {owner}; keep one"
            )
