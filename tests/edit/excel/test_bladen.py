"""The look of the workbook: what is locked, what can be chosen, and what it means."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.edit.excel.kolommen import Blad, Soort, make_bladen
from tests.conftest import MINIGEMEENTE
from tests.edit.excel.werkmappen import export

BLADEN = make_bladen()


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    """The workbook of Proefdorp, opened."""
    return load_workbook(io.BytesIO(export(MINIGEMEENTE)))


def _find_validation(sheet: Any, letter: str) -> Any:
    """What Excel offers or asks in the first row of a column; None for nothing."""
    found = sheet.data_validations.dataValidation
    return next((item for item in found if f"{letter}2" in item.sqref), None)


def test_instructions_come_first_and_what_is_ours_is_hidden(workbook: Workbook) -> None:
    """Who opens the file sees how it works; lists and base are out of sight."""
    states = {name: workbook[name].sheet_state for name in workbook.sheetnames}
    assert states == {
        "Uitleg": "visible",
        "Acties": "visible",
        "Metingen": "visible",
        "Keuzes": "visible",
        "_basis": "veryHidden",
        "_lijsten": "hidden",
    }
    assert workbook.active is workbook["Uitleg"]


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.naam)
def test_head_stays_in_sight_and_says_what_a_column_means(blad: Blad, workbook: Workbook) -> None:
    """The head is frozen and filters; each of its cells tells the meaning of the field."""
    sheet: Any = workbook[blad.naam]
    assert sheet.freeze_panes == ("C2" if blad.naam == "Acties" else "D2")
    assert sheet.auto_filter.ref == sheet.dimensions
    for cell in sheet[1][1:]:
        assert blad.kolommen[cell.value].uitleg in cell.comment.text
        assert 12 <= sheet.column_dimensions[cell.column_letter].width <= 60


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.naam)
def test_only_what_may_change_is_unlocked(blad: Blad, workbook: Workbook) -> None:
    """Id and head are locked, without a password; so is the indicator of a measurement."""
    sheet: Any = workbook[blad.naam]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    head = [cell.value for cell in sheet[1]]
    assert all(cell.protection.locked for cell in sheet[1])
    for name, cell in zip(head, sheet[2], strict=True):
        assert cell.protection.locked is (name in {"id", "reeks"}), name
    below = {
        name: sheet.column_dimensions[cell.column_letter].protection.locked
        for name, cell in zip(head, sheet[1], strict=True)
    }
    assert below == {name: name == "id" or not blad.is_open for name in head}


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.naam)
def test_each_field_offers_what_it_takes(blad: Blad, workbook: Workbook) -> None:
    """A choice has a list of all choices, a number asks for a number, a date says its form."""
    sheet: Any = workbook[blad.naam]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    for kolom in blad.kolommen.values():
        found = _find_validation(sheet, letters[kolom.naam])
        if kolom.soort is Soort.TEKST:
            assert found is None
        elif kolom.soort is Soort.GETAL:
            assert (found.type, found.operator) == ("decimal", "between")
            assert float(found.formula1) < 0 < float(found.formula2)
        elif kolom.soort in {Soort.DATUM, Soort.MOMENT}:
            assert found.prompt.startswith("Typ ")
        elif found is not None:  # a vocabulary that the programme does not have offers nothing
            name, _, cells = found.formula1.partition("!")
            choices = [row[0].value for row in workbook[name.strip("'")][cells]]
            used = [cell.value for cell in sheet[letters[kolom.naam]][1:] if cell.value]
            assert set(used) <= set(choices)


def test_choices_are_explained(workbook: Workbook) -> None:
    """The sheet Keuzes says what a word in a list is called on the site."""
    rows = [[cell.value for cell in row][:3] for row in workbook["Keuzes"].iter_rows()]
    assert ["team", "wegen", "Wegen"] in rows
    assert ["ja of nee", "true", "ja"] in rows
