"""Copies of the default programme, and sites built from them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import circulair

ROOT = Path(__file__).resolve().parents[1]


def copy_programme(target: Path) -> Path:
    """A copy of the default programme: data, content and mkdocs.yml."""
    target.mkdir(parents=True, exist_ok=True)
    for folder in ("data", "content"):
        shutil.copytree(ROOT / folder, target / folder)
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def copy_provincie(target: Path) -> Path:
    """A copy of the province: another kind of programme, with other words and fewer parts."""
    shutil.copytree(ROOT / "tests" / "provincie", target)
    return target


def build(root: Path, *more: str, beelden: bool = False) -> Path:
    """Build both editions of the programme in `root`; return the folder that holds them.

    With `beelden` the charts are drawn, which most tests have no use for.
    """
    arguments = ["bouw", "--bron", str(root), "--doel", str(root / "site"), *more]
    environment = {"CIRCULAIR_BEELDEN": "1" if beelden else "0"}
    runner = CliRunner(env=environment)
    result = runner.invoke(circulair, arguments, standalone_mode=False)
    assert result.return_value == 0, result.output
    return root / "site"


@dataclass(frozen=True)
class Built:
    """Both editions of the default site."""

    root: Path
    edities: Mapping[str, Path]

    def page(self, editie: str, pad: str) -> BeautifulSoup:
        """A page as a tree of elements."""
        text = (self.edities[editie] / f"{pad}.html").read_text(encoding="utf-8")
        return BeautifulSoup(text, "html.parser")

    def pages(self, editie: str) -> list[Path]:
        """All HTML files of an edition."""
        return sorted(self.edities[editie].rglob("*.html"))
