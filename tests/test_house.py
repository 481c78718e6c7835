"""The budgets of the house: a module to 400 lines, a function to 40; what is public is documented."""

import ast
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_keeps_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "every module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_public_surface_is_what_is_promised() -> None:
    assert sorted(dragoman.__all__) == ["__version__", "read"]
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


def test_no_lexicon_hides_in_the_extractors() -> None:
    """A long list of words in code is a lexicon: it belongs into a TOML file."""
    long = []
    for path in (ROOT / "extract").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            words = [e for e in getattr(node, "elts", []) if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) > 20:
                long.append((path.name, node.lineno, len(words)))
    assert long == []
