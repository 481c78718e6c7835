"""The docs name every address that is served, every option of serve, every limit; their pictures are there and light."""

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from typer.testing import CliRunner

from dragoman.cli.app import app as commands
from dragoman.settings import SETTINGS
from dragoman.web.app import ROUTERS
from dragoman.web.shield import sizes

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "page.md").read_text(encoding="utf-8")


def served() -> set[str]:
    routes = {
        route.path.replace(":path}", "}")
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
    }
    return {path.removesuffix(".csv") for path in routes}


def test_every_address_is_named() -> None:
    named = set(re.findall(r"`(/[^`\s]*)`", PAGE))
    things = {f"/process/{{key}}{path}" for path in named if re.fullmatch(r"/\w+/\{id\}", path)}
    assert served() - named - things == set()
    assert {path for path in named if path.startswith("/api/")} <= served() | {"/api/openapi.json"}


def test_every_option_of_serve_is_named() -> None:
    told = CliRunner().invoke(commands, ["serve", "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).stdout
    text = PAGE + (DOCS / "cli.md").read_text(encoding="utf-8")
    options = set(re.findall(r"--[a-z]+", told)) - {"--help"}
    assert {"--host", "--port", "--name", "--token", "--ledger"} <= options
    assert [option for option in sorted(options) if option not in text] == []


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s.name.startswith("page_")], ids=lambda s: s.name)
def test_limits_are_told_as_they_are(setting: object) -> None:
    name, default = getattr(setting, "name", ""), getattr(setting, "default", 0)
    assert f"DRAGOMAN_{name.upper()}" in PAGE
    assert f"{default:,}" in PAGE
    for size, told in ((sizes.ADDRESS, "4 kB"), (sizes.HEADERS, "16 kB"), (sizes.BODY, "64 kB")):
        assert f"{size // 1024} kB" == told
        assert told in PAGE


def test_pictures_are_there_and_light() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\((page/[^)]+\.png)\)", PAGE))
    assert shown == {f"page/{path.name}" for path in (DOCS / "page").glob("*.png")}
    assert [name for name in shown if (DOCS / name).stat().st_size > 200_000] == []
