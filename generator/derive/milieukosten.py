"""Environmental cost: which themes and materials hold most of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.derive.feiten.stromen import Paretoregel, Stroomsom
from generator.derive.rangorde import rank
from generator.model.regels.getallen import percent

KERN_THEMAS: Final = Decimal(50)
"""Percent of the environmental cost that the themes of the conclusion hold at least.

The conclusion names the fewest themes with which half of it is in sight: leaving any of them out,
most of the cost would lie elsewhere. Themes with the same cost are named together.
"""

KERN_MATERIALEN: Final = Decimal(80)
"""Percent of the environmental cost that the materials of the Pareto hold at least.

Source: DOMAIN 4, rule 8.
"""


def add_shares(sums: Sequence[Stroomsom]) -> list[Stroomsom]:
    """The sums with their share of the positive environmental cost of all of them."""
    whole = sum((som.mki for som in sums if som.mki and som.mki > 0), Decimal(0))
    return [
        replace(som, mki_pct=percent(som.mki, whole))
        if som.mki is not None and som.mki >= 0
        else som
        for som in sums
    ]


def _rank_costs(
    sums: Sequence[Stroomsom], enough: Decimal
) -> Iterator[tuple[Stroomsom, Decimal, bool]]:
    """The sums with a positive cost, highest first: each with the running share, and if needed."""
    costly = (som for som in sums if som.mki_pct)
    return rank(costly, lambda som: som.mki or Decimal(0), enough)


def find_kern(themas: Sequence[Stroomsom]) -> tuple[tuple[Stroomsom, ...], Decimal | None]:
    """The themes of the conclusion, in the order they came in, and what they hold together."""
    needed = {som.wat for som, _, is_needed in _rank_costs(themas, KERN_THEMAS) if is_needed}
    kern = tuple(som for som in themas if som.wat in needed)
    return kern, sum((som.mki_pct or Decimal(0) for som in kern), Decimal(0)) if kern else None


def rank_materialen(materialen: Sequence[Stroomsom]) -> Iterator[Paretoregel]:
    """Materials with a positive environmental cost, the highest first."""
    for som, running, is_needed in _rank_costs(materialen, KERN_MATERIALEN):
        yield Paretoregel(som, running, is_needed)
