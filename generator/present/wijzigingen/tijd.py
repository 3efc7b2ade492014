"""How much earlier or later something is, in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.model.datums import Periode

DAGEN_PER_WEEK: Final = 7
MEESTE_DAGEN: Final = 14
"""Up to here days are counted in days, unless they are whole weeks."""
MEESTE_WEKEN: Final = 9
MAANDEN_PER_JAAR: Final = 12
TELWOORDEN: Final = {1: "een maand", 6: "een half jaar", 12: "een jaar", 18: "anderhalf jaar"}


def tell_shift(oud: Periode | date, nieuw: Periode | date) -> str | None:
    """The difference in words: `een half jaar later`; None where the two are not as exact.

    Two days are compared as days; two months as months, two years as years.
    """
    before, after = _bounds(oud), _bounds(nieuw)
    kinds = {_measure(*before), _measure(*after)}
    if len(kinds) != 1:
        return None
    (old, _), (new, _) = before, after
    if old == new:
        return None
    months = (new.year - old.year) * MAANDEN_PER_JAAR + new.month - old.month
    if kinds == {"dag"} and old.day != new.day:
        told = _tell_days(abs((new - old).days))
    else:
        told = tell_months(abs(months))
    return f"{told} {'later' if new > old else 'eerder'}"


def _bounds(value: Periode | date) -> tuple[date, date]:
    return (value.begin, value.eind) if isinstance(value, Periode) else (value, value)


def _measure(begin: date, eind: date) -> str:
    if begin == eind:
        return "dag"
    return "maand" if begin.month == eind.month else "jaar"


def _tell_days(days: int) -> str:
    weeks, rest = divmod(days, DAGEN_PER_WEEK)
    if not rest and weeks <= MEESTE_WEKEN:
        return "een week" if weeks == 1 else f"{weeks} weken"
    if days <= MEESTE_DAGEN:
        return "een dag" if days == 1 else f"{days} dagen"
    if round(days / DAGEN_PER_WEEK) <= MEESTE_WEKEN:
        return f"ongeveer {round(days / DAGEN_PER_WEEK)} weken"
    return f"ongeveer {tell_months(round(days * MAANDEN_PER_JAAR / 365.2425))}"


def tell_months(months: int) -> str:
    """A number of months, in years and half years where that is what people say."""
    years, rest = divmod(months, MAANDEN_PER_JAAR)
    if months in TELWOORDEN:
        return TELWOORDEN[months]
    if not rest:
        return f"{years} jaar"
    if years < 2:  # noqa: PLR2004 - people count months up to two years
        return f"{months} maanden"
    return f"{years} jaar en {'een maand' if rest == 1 else f'{rest} maanden'}"
