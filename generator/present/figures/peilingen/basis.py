"""What the figures of both surveys share: steps of colour, and cells that stay hidden."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.present.figures.peilingen.zinnen import TE_KLEIN
from generator.present.tables import VERBORGEN, type_cell

STAPPEN: Final = 5
"""How many steps of colour a matrix has."""


def choose_step(cell: type_cell, low: int, high: int) -> int | None:
    """The step of colour of a cell on its scale; words have none, what is too small is hatched."""
    if cell == TE_KLEIN:
        return VERBORGEN
    if isinstance(cell, str) or cell is None or high <= low:
        return None
    return min(STAPPEN - 1, max(0, int((Decimal(cell) - low) * STAPPEN / (high - low))))


def choose_steps(
    rijen: Sequence[tuple[type_cell, ...]], low: int, high: int
) -> list[tuple[int | None, ...]]:
    """The steps of colour of a matrix whose numbers lie on one scale."""
    return [tuple(choose_step(cell, low, high) for cell in rij) for rij in rijen]
