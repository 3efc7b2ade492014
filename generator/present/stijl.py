"""The style sheet of a site: the parts of `site_theme/stijl` as one file."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

from generator.model.huisstijl import Huisstijl
from generator.present.huisstijl import write_variables
from generator.present.page import Asset

DELEN: Final = (
    "kleuren",
    "huisstijl",
    "kader",
    "menu",
    "zoeken",
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
    "kaarten",
    "handleiding",
    "smal",
    "voortgang",
    "druk",
)
"""The parts in the order in which a browser must read them: of two rules the later one holds."""


def make_stylesheet(huisstijl: Huisstijl | None, druk: str) -> Asset:
    """The style sheet, one file because every page asks for all of it.

    Args:
        huisstijl: the house style; None for our own.
        druk: what the margin of each printed sheet says.
    """
    folder = files("site_theme") / "stijl"
    parts = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in DELEN]
    made = (write_variables(huisstijl), *parts, _write_margin(druk))
    return Asset("assets/circulair.css", "\n".join(made))


def _write_margin(text: str) -> str:
    """The line at the foot of each sheet; whatever CSS might read is written as a number."""
    safe = re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):06x}", text)
    return f'@page {{ @bottom-left {{ content: "{safe}"; }} }}\n'
