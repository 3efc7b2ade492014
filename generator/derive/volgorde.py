"""Order: which themes and materials hold most of the environmental cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.derive.feiten.stromen import Paretoregel, Stroomsom

KERN_THEMAS: Final = Decimal(50)
"""Percent of the environmental cost that the themes of the conclusion hold at least.

The conclusion names the fewest themes with which half of it is in sight: leaving any of them out,
most of the cost would lie elsewhere. Themes with the same cost are named together.
"""

KERN_MATERIALEN: Final = Decimal(80)
"""Percent of the environmental cost that the materials of the Pareto hold at least.

Source: DOMAIN 4, rule 8.
"""


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A part in percent of the whole; of nothing it is 0."""
    return part * 100 / whole if whole else Decimal(0)


def percent_or_none(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part in percent of the whole; of nothing it is unknown."""
    return part * 100 / whole if whole else None


def share(sums: Sequence[Stroomsom]) -> list[Stroomsom]:
    """The sums with their share of the positive environmental cost of all of them."""
    whole = sum((som.mki for som in sums if som.mki and som.mki > 0), Decimal(0))
    return [
        replace(som, mki_pct=percent(som.mki, whole))
        if som.mki is not None and som.mki >= 0
        else som
        for som in sums
    ]


def _take_until(
    sums: Sequence[Stroomsom], enough: Decimal
) -> Iterator[tuple[Stroomsom, Decimal, bool]]:
    """The sums with a positive cost, highest first: each with the running share, and if needed."""
    ordered = sorted(
        (som for som in sums if som.mki_pct), key=lambda som: som.mki or 0, reverse=True
    )
    running, last = Decimal(0), Decimal(0)
    for som in ordered:
        share, cost = som.mki_pct or Decimal(0), som.mki or Decimal(0)
        is_needed = running < enough or cost == last
        if is_needed:
            last = cost
        running += share
        yield som, running, is_needed


def find_kern(themas: Sequence[Stroomsom]) -> tuple[tuple[Stroomsom, ...], Decimal | None]:
    """The themes of the conclusion, in the order they came in, and what they hold together."""
    needed = {
        som.wat: som.mki_pct for som, _, is_needed in _take_until(themas, KERN_THEMAS) if is_needed
    }
    shares = [share for share in needed.values() if share is not None]
    return (
        tuple(som for som in themas if som.wat in needed),
        sum(shares, Decimal(0)) if shares else None,
    )


def rank_materials(materialen: Sequence[Stroomsom]) -> Iterator[Paretoregel]:
    """Materials with a positive environmental cost, the highest first."""
    for som, running, is_needed in _take_until(materialen, KERN_MATERIALEN):
        yield Paretoregel(som, running, is_needed)
