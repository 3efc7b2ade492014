"""Figures of opportunities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.present.figures.basis import type_maker
from generator.present.figures.kansen import ideeen, kaart

MAKERS: Final[Mapping[str, type_maker]] = {
    "kansen-kaart": kaart.make_kaart,
    "kansen-herkomst": ideeen.make_herkomst,
}
"""The figures of this subject, by name."""
