"""The target path of an indicator: its corners, and what it asks in a year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.model.basis import Pad
from generator.model.indicatoren import Indicator

type_point = tuple[int, Decimal]


def list_path_points(indicator: Indicator) -> tuple[type_point, ...]:
    """The corners of the target path as (year, value), ascending; empty without baseline or target.

    A lineair path runs straight from the nulmeting to the last streefwaarde; a path over mijlpalen
    turns at every streefwaarde on the way.

    Source: DOMAIN 4, rules 1 and 4.
    """
    if indicator.nulmeting is None:
        return ()
    start = (indicator.nulmeting.jaar, indicator.nulmeting.waarde)
    targets = sorted(
        (item.jaar, item.waarde) for item in indicator.streefwaarden if item.jaar > start[0]
    )
    if not targets:
        return ()
    return (start, *targets) if indicator.pad is Pad.MIJLPALEN else (start, targets[-1])


def read_path(points: Sequence[type_point], jaar: int) -> Fraction | None:
    """The value that the path asks for in a year, exactly; None outside the path."""
    for (year, value), (next_year, next_value) in pairwise(points):
        if year <= jaar <= next_year:
            share = Fraction(jaar - year, next_year - year)
            return Fraction(value) + Fraction(next_value - value) * share
    return None
