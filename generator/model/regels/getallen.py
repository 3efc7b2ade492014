"""Numbers: parts of a whole and fractions, exactly, and as an advisor types them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A part in percent of the whole; of nothing it is 0."""
    return percent_or_none(part, whole) or Decimal(0)


def percent_or_none(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part in percent of the whole; of nothing it is unknown."""
    return part * 100 / whole if whole else None


def as_decimal(value: Fraction) -> Decimal:
    """An exact number as one that can be shown."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def show_getal(value: Decimal) -> str:
    """A number as an advisor types it: with a decimal comma, and nothing else."""
    return format(value.normalize() + 0, "f").replace(".", ",")
