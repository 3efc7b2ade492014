"""Small sites with charts, and the browser that draws them; skipped where there is none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.browser.kijker import find_browser

SLOT = '<div class="figuur-beeld" aria-hidden="true"></div>'
FIGUUR = {
    "data": [{"type": "bar", "x": [1, 2], "y": ["a", "b"], "marker": {"color": "kleur-1"}}],
    "layout": {},
    "hoogten": [300, 200],
}
REGELS = """window.circulair = { teken: ({ data, layout, hoogten }, { smal, kleur }) => ({
  data: data.map((trace) => ({ ...trace, marker: { color: kleur("kleur-1") } })),
  layout: { ...layout, width: smal ? 360 : 760, height: hoogten[+smal] } }) };"""
"""As small as a `grafiek.js` can be."""

type_make_site = Callable[..., Path]


def place(naam: str) -> str:
    """A figure on a page, as the templates write it."""
    return (
        f'<figure class="figuur" data-figuur="{naam}" data-script="figuren/{naam}.js">\n'
        f"<figcaption>Een zin.</figcaption>\n{SLOT}\n</figure>\n"
    )


def write_script(naam: str, figuur: Any) -> str:
    """The script of a figure, as present writes it."""
    return f"circulair.figuur({json.dumps(naam)},{json.dumps(figuur)});\n"


def write_site(site: Path, figuren: dict[str, Any], regels: str = REGELS) -> Path:
    """A site with one page: figures by name, and the rules by which they are drawn."""
    shutil.rmtree(site, ignore_errors=True)
    (site / "figuren").mkdir(parents=True)
    (site / "assets").mkdir()
    plotly = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
    (site / "assets" / "plotly-1.min.js").symlink_to(plotly)
    (site / "assets" / "grafiek.js").write_text(regels, encoding="utf-8")
    for naam, figuur in figuren.items():
        script = write_script(naam, figuur)
        (site / "figuren" / f"{naam}.js").write_text(script, encoding="utf-8")
    page = "<!doctype html>\n<title>Proef</title>\n" + "".join(map(place, figuren))
    (site / "index.html").write_text(page, encoding="utf-8")
    return site


@pytest.fixture
def make_site(tmp_path: Path) -> type_make_site:
    """Writes a site; without figures of its own it has one."""

    def write(
        figuren: dict[str, Any] | None = None, regels: str = REGELS, name: str = "site"
    ) -> Path:
        own = {"proef": FIGUUR} if figuren is None else figuren
        return write_site(tmp_path / name, own, regels)

    return write


@pytest.fixture(scope="session")
def program() -> Path:
    """The browser of this machine, or a skip with its reason."""
    return find_browser()
