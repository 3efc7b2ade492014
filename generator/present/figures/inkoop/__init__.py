"""Figures of procurement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.present.figures.basis import type_maker
from generator.present.figures.inkoop import contracten, uitgaven

MAKERS: Final[Mapping[str, type_maker]] = {
    "inkoop-segmenten": uitgaven.make_segmenten,
    "inkoop-impact": uitgaven.make_impact,
    "inkoop-criteria": contracten.make_criteria,
    "inkoop-kalender": contracten.make_kalender,
}
"""The figures of this subject, by name."""
