"""What would become of an indicator if its pace stayed as it is: arithmetic, no prediction."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from generator.model.indicatoren import Indicator
from generator.model.regels.koers import TEKENS, type_moment

type_limits = tuple[Fraction | None, Fraction | None]

PROCENT: Final = Decimal(100)
MINSTE_PUNTEN: Final = 3
"""From this many measurements on a line is fitted to them; two give a line by themselves.

Source: DOMAIN 4, rule 4.
"""

LAATSTE_ANTWOORD: Final = 2100
"""A target that is reached after this year is not reached at this pace."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """A straight line through measurements, with what the slowest and fastest pace would give.

    Attributes:
        helling: change per year, in the unit.
        midden: year and value of the point that the line passes through.
        laatste: the newest measurement.
        traagst: the lowest change per year between two measurements in a row.
        snelst: the highest.
        aantal: how many measurements the line was drawn through.
    """

    helling: Fraction
    midden: tuple[Fraction, Fraction]
    laatste: type_moment
    traagst: Fraction
    snelst: Fraction
    aantal: int

    def read(self, jaar: int) -> Fraction:
        """The value of the line in a year, without any limit."""
        return self.midden[1] + self.helling * (jaar - self.midden[0])

    def read_band(self, jaar: int) -> tuple[Fraction, Fraction]:
        """The lowest and highest value in a year, at the slowest and fastest pace so far."""
        begin, value = self.laatste
        ends = [value + pace * (jaar - begin) for pace in (self.traagst, self.snelst)]
        ends.append(self.read(jaar))
        return min(ends), max(ends)


def fit_line(punten: Sequence[type_moment], aantal: int) -> Lijn | None:
    """The line of least squares through the last `aantal` points; None below two points.

    Args:
        punten: year and value, ascending by year, one a year.
        aantal: how many of the last points count at most, at least three.

    Source: DOMAIN 4, rule 4.
    """
    used = punten[-aantal:]
    if len(used) < MINSTE_PUNTEN - 1:
        return None
    mean_year = Fraction(sum(jaar for jaar, _ in used), len(used))
    mean_value = sum((value for _, value in used), Fraction(0)) / len(used)
    spread = sum(((jaar - mean_year) ** 2 for jaar, _ in used), Fraction(0))
    together = sum(((jaar - mean_year) * (value - mean_value) for jaar, value in used), Fraction(0))
    paces = [(late[1] - early[1]) / (late[0] - early[0]) for early, late in pairwise(used)]
    return Lijn(
        helling=together / spread,
        midden=(mean_year, mean_value),
        laatste=used[-1],
        traagst=min(paces),
        snelst=max(paces),
        aantal=len(used),
    )


def list_limits(indicator: Indicator) -> type_limits:
    """The smallest and largest value that can exist; None where there is none.

    Where the indicator does not state them they are 0, and 100 for a percentage, unless a
    measurement or a target shows that other values exist: a number is never cut off silently.
    """
    lowest, highest = indicator.kleinst_mogelijk, indicator.grootst_mogelijk
    known = [item.waarde for item in indicator.metingen]
    known += [item.waarde for item in indicator.streefwaarden]
    known += [indicator.nulmeting.waarde] if indicator.nulmeting else []
    seen = [value for value in known if value is not None]
    if lowest is None and min(seen, default=Decimal(0)) >= 0:
        lowest = Decimal(0)
    if highest is None and indicator.eenheid == "%" and max(seen, default=Decimal(0)) <= PROCENT:
        highest = PROCENT
    return (
        None if lowest is None else Fraction(lowest),
        None if highest is None else Fraction(highest),
    )


def limit(value: Fraction, limits: type_limits) -> Fraction:
    """A computed value within what can exist."""
    lowest, highest = limits
    value = value if lowest is None else max(value, lowest)
    return value if highest is None else min(value, highest)


def find_year(lijn: Lijn, doel: Fraction, indicator: Indicator) -> int | None:
    """The first year, from the newest measurement on, in which a target is met at this pace.

    The year of the newest measurement where that meets it already. None when the line never
    does, or only after `LAATSTE_ANTWOORD`, or the target is a value that cannot exist. Without a
    direction (vasthouden) there is nothing to reach.
    """
    sign, (begin, newest) = TEKENS[indicator.richting], lijn.laatste
    if sign == 0:
        return None
    if (newest - doel) * sign >= 0:
        return begin
    if limit(doel, list_limits(indicator)) != doel:
        return None
    if (lijn.read(begin + 1) - doel) * sign >= 0:
        return begin + 1
    if lijn.helling * sign <= 0:
        return None
    found = math.ceil(lijn.midden[0] + (doel - lijn.midden[1]) / lijn.helling)
    return found if found <= LAATSTE_ANTWOORD else None


def read_year(lijn: Lijn, jaar: int, limits: type_limits) -> tuple[Fraction, Fraction, Fraction]:
    """The value of the line in a year, and the lowest and highest, within what can exist."""
    lowest, highest = lijn.read_band(jaar)
    return limit(lijn.read(jaar), limits), limit(lowest, limits), limit(highest, limits)


def list_corners(lijn: Lijn, limits: type_limits, jaren: Iterable[int]) -> tuple[int, ...]:
    """The years between which a drawing of the line and its band runs straight, ascending.

    Args:
        lijn: the line; its newest measurement gives the first year.
        limits: what can exist; where the line or an edge of its band gets there it turns.
        jaren: years that must be among them; the last is where the drawing ends.

    Returns:
        Those years, and each whole year beside which anything turns. Empty without years to come.
    """
    begin = lijn.laatste[0]
    asked = {jaar for jaar in jaren if jaar > begin}
    if not asked:
        return ()
    values = {jaar: read_year(lijn, jaar, limits) for jaar in range(begin, max(asked) + 1)}
    turns = {
        jaar
        for jaar in range(begin + 1, max(asked))
        if any(
            after - value != value - before
            for before, value, after in zip(
                values[jaar - 1], values[jaar], values[jaar + 1], strict=True
            )
        )
    }
    return tuple(sorted({begin} | asked | turns))
