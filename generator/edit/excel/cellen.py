"""Cells: from the text of a source to what Excel shows, and back, in one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from openpyxl.utils.escape import unescape

from generator.edit.excel.kolommen import Kolom, Soort
from generator.load.rows import JA_NEE
from generator.model.regels.getallen import show_getal
from generator.model.waarden import show

MEESTE_CIJFERS: Final = 15
"""That a spreadsheet keeps of a number."""
_GETAL = re.compile(r"-?[0-9]+(,[0-9]+)?")
_JAAR = re.compile(r"[0-9]{4}")
_RUIMTE = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Weigering:
    """Why the content of a cell is not taken: what is wrong, and what to do."""

    melding: str
    oplossing: str


def parse_number(text: str) -> Decimal | None:
    """The number in a text with a decimal comma; None when it is no such text."""
    return Decimal(text.replace(",", ".")) if _GETAL.fullmatch(text) else None


def make_value(text: str, soort: Soort) -> str | int | float:
    """What a cell shows for the text of a source: a number only where Excel keeps all of it."""
    number = parse_number(text) if soort is Soort.GETAL else None
    if number is None or len(number.as_tuple().digits) > MEESTE_CIJFERS:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def fold(text: str, soort: Soort) -> object:
    """A text in a form in which two spellings of one value are equal."""
    text = text.strip()
    if soort is Soort.GETAL and (number := parse_number(text)) is not None:
        return number
    if soort is Soort.JANEE:
        return JA_NEE.get(text.lower(), text)
    return _RUIMTE.sub("\n", text)


def make_typed(text: str, soort: Soort) -> str | int | bool | Decimal:
    """The value to write in a YAML file for the text of a cell; what fits nowhere stays text."""
    if soort is Soort.GETAL:
        number = parse_number(text)
        if number is None:
            return text
        return int(number) if "," not in text else number
    if soort is Soort.JANEE:
        return JA_NEE.get(text.lower(), text)
    if soort is Soort.MOMENT and _JAAR.fullmatch(text):
        return int(text)
    return text


def read_cell(cell: Any, kolom: Kolom) -> str | Weigering:
    """The text of a cell of openpyxl, or why it is not taken; an empty cell is an empty text."""
    value = cell.value
    if cell.data_type == "f":
        melding = "hier staat een formule"
        return Weigering(melding, "kopieer de cel en plak met Plakken speciaal > Waarden")
    if cell.data_type == "e":
        return Weigering(f"hier staat de foutwaarde {value}", "typ de waarde, of maak de cel leeg")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time | timedelta):
        return _read_date(value, cell.number_format, kolom)
    if isinstance(value, int | float):
        return _read_number(value, cell.number_format, kolom)
    return _read_text(str(value or ""), kolom)


def _read_text(value: str, kolom: Kolom) -> str:
    # Excel writes some signs as their number; half of a pair may be among them, or alone.
    text = unescape(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if kolom.soort is Soort.JANEE and text.lower() in JA_NEE:
        return "true" if JA_NEE[text.lower()] else "false"
    return text


def _read_date(value: date | time | timedelta, number_format: str, kolom: Kolom) -> str | Weigering:
    """A day as JJJJ-MM-DD; a month when the cell shows no day and the field may hold one."""
    melding = "Excel heeft hier een datum of tijd van gemaakt"
    if kolom.soort not in {Soort.DATUM, Soort.MOMENT}:
        return Weigering(melding, "maak de cel op als Tekst en typ de waarde opnieuw")
    if not isinstance(value, date) or (isinstance(value, datetime) and value.time() != time()):
        return Weigering("hier staat ook een tijd", "typ alleen de dag, zoals 2026-10-01")
    shows_day = "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", number_format.lower())
    if kolom.soort is Soort.MOMENT and value.day == 1 and not shows_day:
        return f"{value:%Y-%m}"
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _read_number(value: float, number_format: str, kolom: Kolom) -> str | Weigering:
    """A number with a decimal comma, in the digits that Excel shows at most."""
    number = Decimal(format(value, f".{MEESTE_CIJFERS}g"))
    text = show_getal(number)
    if "%" in number_format:
        shown = show_getal(number * 100)
        return Weigering(
            f"deze cel is opgemaakt als percentage ({shown}%)",
            f"maak de cel op als Standaard en typ {shown}, zonder %",
        )
    if kolom.soort is Soort.DATUM:
        return Weigering(
            f"{show(text)} is geen datum", "typ jaar-maand-dag, bijvoorbeeld 2026-10-01"
        )
    return text
