"""Dutch notation of numbers, dates and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from generator.model.datums import Periode

LOCALE = "nl"
MINTEKEN = "\N{MINUS SIGN}"
HARDE_SPATIE = "\N{NO-BREAK SPACE}"


def round_half_up(value: Decimal, decimalen: int) -> Decimal:
    """Rounded as readers learned it, half away from zero; never minus zero."""
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
    return format_decimal(value, format=pattern, locale=LOCALE).replace("-", MINTEKEN)


def format_waarde(value: Decimal | int, eenheid: str, decimalen: int | None = None) -> str:
    """A number with its unit: `22%`, `178 kg per inwoner`."""
    space = "" if eenheid == "%" else HARDE_SPATIE
    return f"{format_getal(value, decimalen)}{space}{eenheid}"


def format_verschil(value: Decimal, eenheid: str, decimalen: int | None = None) -> str:
    """The size of a change: percentages change by procentpunt."""
    return format_waarde(abs(value), "procentpunt" if eenheid == "%" else eenheid, decimalen)


def format_effect(value: Decimal, eenheid: str) -> str:
    """A change with its sign: `−0,2 kton`, `+4 procentpunt`."""
    sign = MINTEKEN if value < 0 else "+" if value > 0 else ""
    return f"{sign}{format_verschil(value, eenheid)}"


def format_bedrag(value: Decimal) -> str:
    """An amount of money in whole euros."""
    return f"€{HARDE_SPATIE}{format_getal(value, 0)}"


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
