"""Dutch notation of numbers, dates and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from generator.model.datums import Periode

LOCALE = "nl"
MINTEKEN = "\N{MINUS SIGN}"
HARDE_SPATIE = "\N{NO-BREAK SPACE}"
MILJOEN: Final = 1_000_000
KLEINSTE_AANDEEL: Final = Decimal("0.1")
"""Shares below this percent are not told apart."""
HEEL_AANDEEL: Final = 10
"""From this percent on a share is told in whole percents."""
MEESTE_CIJFERS = 100
"""Digits that a number may have while it is written; a product of large ones has more than 28."""


def round_half_up(value: Decimal, decimalen: int) -> Decimal:
    """Rounded as readers learned it, half away from zero; never minus zero."""
    with localcontext(prec=MEESTE_CIJFERS):
        return value.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP) + 0


@cache
def format_getal(value: Decimal | int, decimalen: int | None = None) -> str:
    """`12345.6` as `12.345,6`; with `decimalen` rounded and filled to that many digits."""
    if decimalen is not None:
        value = round_half_up(Decimal(value), decimalen)
    if decimalen is None:
        pattern = "#,##0.##########"
    else:
        pattern = "#,##0." + "0" * decimalen if decimalen else "#,##0"
    with localcontext(prec=MEESTE_CIJFERS):
        return format_decimal(value, format=pattern, locale=LOCALE).replace("-", MINTEKEN)


def count_decimalen(values: Iterable[Decimal], least: int, most: int) -> int:
    """Digits behind the comma in which numbers stand together: as many as one of them needs."""
    exponents = [round_half_up(value, most).normalize().as_tuple().exponent for value in values]
    return max(least, *(-item for item in exponents if isinstance(item, int)), 0)


def format_precies(value: Decimal, decimalen: int) -> str:
    """A computed number in at least `decimalen` digits, and two more where they are not zero."""
    return format_getal(value, count_decimalen([value], decimalen, decimalen + 2))


def format_waarde(value: Decimal | int, eenheid: str, decimalen: int | None = None) -> str:
    """A number with its unit: `22%`, `178 kg per inwoner`."""
    space = "" if eenheid == "%" else HARDE_SPATIE
    return f"{format_getal(value, decimalen)}{space}{eenheid}"


def format_pct(value: Decimal) -> str:
    """A percentage in whole percents: `82%`."""
    return format_waarde(value, "%", 0)


def format_aandeel(value: Decimal) -> str:
    """A share as exact as it is large: `82%`, small ones with a decimal (`1,4%`)."""
    if 0 < value < KLEINSTE_AANDEEL:
        return f"minder dan {format_waarde(KLEINSTE_AANDEEL, '%')}"
    return format_waarde(value, "%", 0 if value == 0 or value >= HEEL_AANDEEL else 1)


def format_score(value: Decimal) -> str:
    """A mean on a scale: `3,1`."""
    return format_getal(value, 1)


def format_ton(value: Decimal) -> str:
    """Tonnes as exact as an estimate allows: three figures, `49.000 ton`."""
    return format_waarde(_shorten(value), "ton")


def format_co2(value: Decimal) -> str:
    """Greenhouse gas: `12.400 ton CO2`."""
    return f"{format_ton(value)} CO2"


def format_milieukosten(value: Decimal) -> str:
    """Environmental cost as exact as an estimate allows: three figures, `€ 1.230.000`."""
    return format_bedrag(_shorten(value))


def format_uitgaven(value: Decimal) -> str:
    """Money as exact as a reader needs it: `€ 14,6 miljoen`, `€ 350.000`."""
    if value < MILJOEN:
        return format_bedrag(value)
    return f"€{HARDE_SPATIE}{format_getal(value / MILJOEN, 1)} miljoen"


def _shorten(value: Decimal) -> Decimal:
    """The first three figures of a number."""
    if not value:
        return Decimal(0)
    short = round_half_up(value, min(2 - value.adjusted(), 1))
    return Decimal(int(short)) if short == short.to_integral_value() else short


def format_verschil(value: Decimal, eenheid: str, decimalen: int | None = None) -> str:
    """The size of a change: percentages change by procentpunt."""
    return format_waarde(abs(value), "procentpunt" if eenheid == "%" else eenheid, decimalen)


def format_effect(value: Decimal, eenheid: str, decimalen: int | None = None) -> str:
    """A change with its sign: `−0,2 kton`, `+4 procentpunt`."""
    return f"{name_sign(value)}{format_verschil(value, eenheid, decimalen)}"


def format_teken(value: Decimal, decimalen: int) -> str:
    """A change with its sign, where the unit stands elsewhere: `−0,2`, `+4`."""
    return f"{name_sign(value)}{format_getal(abs(value), decimalen)}"


def name_sign(value: Decimal) -> str:
    """The sign before a change: `+`, a minus sign, or nothing."""
    return MINTEKEN if value < 0 else "+" if value > 0 else ""


def format_bedrag(value: Decimal) -> str:
    """An amount of money in whole euros."""
    return f"€{HARDE_SPATIE}{format_getal(value, 0)}"


@cache
def format_datum(value: date) -> str:
    """`1 oktober 2026`."""
    return format_date(value, "d MMMM y", locale=LOCALE)


@cache
def format_periode(value: Periode) -> str:
    """A year, a month or a day in words: `2026`, `oktober 2026`, `1 oktober 2026`."""
    if value.begin == value.eind:
        return format_datum(value.begin)
    if value.begin.month == value.eind.month:
        return format_date(value.begin, "MMMM y", locale=LOCALE)
    return str(value.begin.year)


def format_wanneer(value: Periode) -> str:
    """A period after its preposition: `in 2026`, `in oktober 2026`, `op 1 oktober 2026`."""
    return f"{'op' if value.begin == value.eind else 'in'} {format_periode(value)}"


def format_verwacht(value: Periode, peildatum: date) -> str:
    """When something is expected, or was: `verwacht in mei 2027`, `werd verwacht in mei 2026`."""
    return f"{'werd ' if value.eind < peildatum else ''}verwacht {format_wanneer(value)}"


def format_aantal(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """A number of things: `1 actie`, `12 acties`."""
    return f"{format_getal(aantal)}{HARDE_SPATIE}{enkelvoud if aantal == 1 else meervoud}"


def format_eerste_zin(text: str) -> str:
    """The first sentence of a text, for where there is room for one."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def format_alineas(text: str) -> tuple[str, ...]:
    """The paragraphs of a text; the reader of YAML leaves one line break between them."""
    return tuple(part for part in text.split("\n") if part.strip())


def format_opsomming(words: Sequence[str]) -> str:
    """Words in a row: `a`, `a en b`, `a, b en c`."""
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
