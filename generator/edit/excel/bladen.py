"""Sheets: how the workbook looks, with what is locked, what can be chosen, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from generator.edit.excel.cellen import make_value
from generator.edit.excel.inhoud import type_rij
from generator.edit.excel.keuzes import JA_NEE, Keuze
from generator.edit.excel.kolommen import ID, Blad, Kolom, Soort
from generator.edit.excel.uitleg import REGELS, TITEL

LIJSTEN: Final = "_lijsten"
LEGE_RIJEN: Final = 300
"""Below the last row that have drop-downs too, for what somebody adds."""
LANG: Final = 120
"""Letters from where a text gets a wide column behind the others."""
BREED: Final = 60
SMALST: Final = 12
HOOG: Final = 48
LAAG: Final = 32
TEKST: Final = "@"
GROOTSTE: Final = 10**12
"""A number that Excel takes without asking."""

_KOP = PatternFill("solid", fgColor="DDE7E4")
_VERPLICHT = PatternFill("solid", fgColor="1F4E4A")
_VAST = PatternFill("solid", fgColor="F0F0F0")
_VET, _WIT = Font(bold=True), Font(bold=True, color="FFFFFF")
_BOVEN = Alignment(vertical="top", wrap_text=True)
_LIJN = Border(bottom=Side(style="hair", color="BBBBBB"))
_LOS = Protection(locked=False)
_ONTSNAPT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for a sign written as a number."""

_VORMEN: Final[Mapping[Soort, str]] = {
    Soort.DATUM: "Typ jaar-maand-dag, bijvoorbeeld 2026-10-01.",
    Soort.MOMENT: "Typ 2026, 2026-10 of 2026-10-01.",
    Soort.GETAL: "Typ alleen het getal.",
}
_ID = "Zegt welke rij dit is. Deze kolom ligt vast."


@dataclass(frozen=True, slots=True)
class Bereiken:
    """Where the choices of each list stand on the hidden sheet, as Excel writes it."""

    adressen: Mapping[str, str]

    def of(self, kolom: Kolom) -> str | None:
        """The cells that a column chooses from; None when it is free."""
        return self.adressen.get(JA_NEE if kolom.soort is Soort.JANEE else kolom.lijst)


def put(sheet: Any, row: int, column: int, value: object) -> Any:
    """A cell with a value that is never a formula, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = _ONTSNAPT.sub(r"_x005F\g<0>", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = TEKST
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    return cell


def add_uitleg(workbook: Workbook) -> None:
    """The sheet with instructions."""
    sheet = workbook.create_sheet("Uitleg")
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 92
    put(sheet, 1, 1, TITEL).font = Font(bold=True, size=16)
    for number, (word, sentence) in enumerate(REGELS, start=3):
        put(sheet, number, 1, word).font = Font(bold=True, size=11 if sentence else 13)
        put(sheet, number, 2, sentence).alignment = _BOVEN
        sheet.cell(number, 1).alignment = Alignment(vertical="top" if sentence else "bottom")
        if not sentence:
            sheet.row_dimensions[number].height = 26
    sheet.protection.sheet = True


def add_keuzes(workbook: Workbook, keuzes: Mapping[str, Sequence[Keuze]]) -> None:
    """The sheet that says what each choice means."""
    sheet = workbook.create_sheet("Keuzes")
    rows = [
        (lijst, keuze.id, keuze.naam, keuze.uitleg)
        for lijst, inhoud in keuzes.items()
        for keuze in inhoud
    ]
    for column, (name, width) in enumerate(
        (("lijst", 20), ("in de cel", 28), ("naam op de site", 40), ("wat het betekent", 80)), 1
    ):
        cell = put(sheet, 1, column, name)
        cell.font, cell.fill = _VET, _KOP
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            put(sheet, number, column, text).alignment = _BOVEN
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:D{len(rows) + 1}"
    _protect(sheet)


def add_lijsten(workbook: Workbook, keuzes: Mapping[str, Sequence[Keuze]]) -> Bereiken:
    """The hidden sheet with the choices of each drop-down list, one list a column."""
    sheet = workbook.create_sheet(LIJSTEN)
    sheet.sheet_state = "hidden"
    found = {}
    for column, (name, inhoud) in enumerate(keuzes.items(), start=1):
        letter = get_column_letter(column)
        put(sheet, 1, column, name)
        for row, keuze in enumerate(inhoud, start=2):
            put(sheet, row, column, keuze.id)
        found[name] = f"'{LIJSTEN}'!${letter}$2:${letter}${len(inhoud) + 1}"
    return Bereiken(found)


def add_basis(workbook: Workbook, name: str, rows: Sequence[Sequence[str]]) -> None:
    """The sheet, hidden deeper than a click, with what the workbook held when it was made."""
    sheet = workbook.create_sheet(name)
    sheet.sheet_state = "veryHidden"
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            put(sheet, number, column, text)


def add_blad(
    workbook: Workbook, blad: Blad, rijen: Mapping[str, type_rij], bereiken: Bereiken, vast: str
) -> None:
    """A sheet with a row for each record.

    Args:
        workbook: what it comes in.
        blad: its columns.
        rijen: the cells of each row, by id.
        bereiken: where the drop-down lists stand.
        vast: the column up to which nothing scrolls away; locked in rows that exist when it says
            to what a record belongs.
    """
    sheet = workbook.create_sheet(blad.naam)
    kolommen = list(_order(blad, rijen))
    last = len(rijen) + 1
    _add_kop(sheet, 1, ID, _ID, is_verplicht=True)
    for row, row_id in enumerate(rijen, start=2):
        cell = put(sheet, row, 1, row_id)
        cell.fill, cell.alignment, cell.border = _VAST, _BOVEN, _LIJN
        is_lang = any(map(_is_lang, rijen[row_id].values()))
        sheet.row_dimensions[row].height = HOOG if is_lang else LAAG
    sheet.column_dimensions["A"].width = _measure([ID, *rijen])
    for column, kolom in enumerate(kolommen, start=2):
        letter = get_column_letter(column)
        hint = f"{kolom.uitleg} {_VORMEN.get(kolom.soort, '')}".strip()
        _add_kop(sheet, column, kolom.naam, hint, is_verplicht=kolom.is_verplicht)
        texts = [cells.get(kolom.naam, "") for cells in rijen.values()]
        dimension = sheet.column_dimensions[letter]
        dimension.width = _measure([kolom.naam, *texts])
        if blad.is_open:
            dimension.protection = _LOS
            dimension.number_format = "General" if kolom.soort is Soort.GETAL else TEKST
        for row, text in enumerate(texts, start=2):
            _fill(sheet, row, column, text, kolom)
        if (choice := _make_keuze(kolom, bereiken)) is not None:
            sheet.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{last + (LEGE_RIJEN if blad.is_open else 0)}")
    columns = [ID, *(kolom.naam for kolom in kolommen)]
    sheet.freeze_panes = f"{get_column_letter(columns.index(vast) + 2)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    _protect(sheet)


def _fill(sheet: Any, row: int, column: int, text: str, kolom: Kolom) -> None:
    value = make_value(text, kolom.soort) if text else None
    cell = put(sheet, row, column, value)
    cell.number_format = "General" if kolom.soort is Soort.GETAL else TEKST
    cell.alignment, cell.border = _BOVEN, _LIJN
    is_locked = kolom.lijst == "indicator" and bool(text)
    cell.protection = Protection(locked=is_locked)
    if is_locked:
        cell.fill = _VAST


def _order(blad: Blad, rijen: Mapping[str, type_rij]) -> Iterator[Kolom]:
    """The columns with short texts as the model has them, then those with long ones."""
    first = next(iter(blad.kolommen))
    lang = {
        veld
        for cells in rijen.values()
        for veld, text in cells.items()
        if _is_lang(text) and veld != first
    }
    kolommen = blad.kolommen.values()
    yield from (kolom for kolom in kolommen if kolom.naam not in lang)
    yield from (kolom for kolom in kolommen if kolom.naam in lang)


def _is_lang(text: str) -> bool:
    return len(text) > LANG


def _measure(texts: Sequence[str]) -> int:
    """The width of a column in letters: all of short texts, and of long ones a readable line."""
    longest = max(map(len, texts))
    return BREED if longest > LANG else max(SMALST, min(longest, 42) + 3)


def _add_kop(sheet: Any, column: int, name: str, hint: str, *, is_verplicht: bool) -> None:
    cell = put(sheet, 1, column, name)
    cell.font, cell.fill = (_WIT, _VERPLICHT) if is_verplicht else (_VET, _KOP)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = LAAG
    note = f"{hint} Verplicht." if is_verplicht and name != ID else hint
    cell.comment = Comment(note, "circulair", height=90, width=260)


def _make_keuze(kolom: Kolom, bereiken: Bereiken) -> DataValidation | None:
    """What a cell of the column offers or asks; None for a free text."""
    bereik = bereiken.of(kolom)
    if bereik:
        made = DataValidation("list", formula1=bereik, allow_blank=True, errorStyle="stop")
        made.error = "Kies uit de lijst. Op het blad Keuzes staat wat de woorden betekenen."
        made.errorTitle, made.showErrorMessage = "Dit staat niet in de lijst", True
    elif kolom.soort is Soort.GETAL:
        made = DataValidation("decimal", operator="between", allow_blank=True)
        made.formula1, made.formula2 = f"-{GROOTSTE}", f"{GROOTSTE}"
        made.error, made.errorTitle = _VORMEN[Soort.GETAL], "Dit is geen getal"
        made.errorStyle, made.showErrorMessage = "warning", True
    elif kolom.soort in _VORMEN:
        made = DataValidation(allow_blank=True)
        made.prompt, made.promptTitle = _VORMEN[kolom.soort], kolom.naam
        made.showInputMessage = True
    else:
        return None
    return made


def _protect(sheet: Any) -> None:
    """Locked is what says so; without a password, and with room to work."""
    sheet.protection.sheet = True
    for name in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter"):
        setattr(sheet.protection, name, False)  # False is: not forbidden
