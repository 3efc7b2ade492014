"""Figures of the material flows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.present.figures.basis import type_maker
from generator.present.figures.stromen import banden, rangorde, tabellen, verdelingen

MAKERS: Final[Mapping[str, type_maker]] = {
    "stromen-themas": rangorde.make_themas,
    "stromen-massa": banden.make_massa,
    "stromen-milieukosten": banden.make_milieukosten,
    "stromen-materialen": rangorde.make_materialen,
    "stromen-herkomst": verdelingen.make_herkomst,
    "stromen-bestemming": verdelingen.make_bestemming,
    "stromen-balans": tabellen.make_balans,
    "stromen-kwaliteit": verdelingen.make_kwaliteit,
    "stromen-kengetallen": tabellen.make_kengetallen,
}
"""The figures of this subject, by name."""
