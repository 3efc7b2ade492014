"""The style sheet of a site: the parts of `site_theme/stijl` as one file."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from generator.present.page import Asset

DELEN: Final = (
    "kleuren",
    "kader",
    "tekst",
    "merktekens",
    "home",
    "feiten",
    "tabellen",
    "filter",
    "figuren",
    "ambitie",
    "mensen",
    "nulmeting",
    "werk",
    "smal",
    "voortgang",
    "druk",
)
"""The parts in the order in which a browser must read them: of two rules the later one holds."""


def make_stylesheet() -> Asset:
    """The style sheet, one file because every page asks for all of it."""
    folder = files("site_theme") / "stijl"
    parts = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in DELEN]
    return Asset("assets/circulair.css", "\n".join(parts))
