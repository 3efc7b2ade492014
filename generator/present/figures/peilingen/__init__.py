"""Figures of the surveys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.present.figures.basis import type_maker
from generator.present.figures.peilingen import bewustzijn, draagvlak

MAKERS: Final[Mapping[str, type_maker]] = {
    "bewustzijn-niveaus": bewustzijn.make_niveaus,
    "bewustzijn-afdelingen": bewustzijn.make_afdelingen,
    "draagvlak-teams": draagvlak.make_teams,
    "draagvlak-motivatie": draagvlak.make_motivatie,
}
"""The figures of this subject, by name."""
