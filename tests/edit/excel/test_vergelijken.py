"""Three ways: what went out, what the files say now, and what Excel says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.findings import GeneratorError
from tests.conftest import MINIGEMEENTE
from tests.edit.excel.werkmappen import add_row, change, export, fill, find_cell, read


@pytest.fixture(scope="module")
def werkmap() -> bytes:
    """The workbook of Proefdorp."""
    return export(MINIGEMEENTE)


STATUS = ("Acties", "A-0001", "actiestatus")
CSV = "data/metingen/restafval_inw.csv"


def _replace(root: Path, name: str, old: str, new: str) -> None:
    """Change a source file, as somebody else did meanwhile."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def test_cell_that_changed_on_both_sides_is_a_conflict(proefdorp_map: Path, werkmap: bytes) -> None:
    """Somebody wrote another status meanwhile: all three values are told, nothing is written."""
    content = fill(werkmap, {STATUS: "gepland"})
    _replace(
        proefdorp_map,
        "data/acties/A-0001.yaml",
        "actiestatus: in_uitvoering",
        "actiestatus: vervallen",
    )
    back = read(proefdorp_map, content)
    (clash,) = back.botsingen
    told = "A-0001 actiestatus: was 'in_uitvoering'; nu in data 'vervallen'; in Excel 'gepland'"
    assert str(clash) == told
    assert clash.adres.startswith("Acties!")
    assert not back.is_vrij
    assert back.bestanden == {}


def test_change_of_somebody_else_in_another_cell_stays(proefdorp_map: Path, werkmap: bytes) -> None:
    """Two people change different fields of one action: both changes are in the file."""
    content = fill(werkmap, {STATUS: "gepland"})
    _replace(proefdorp_map, "data/acties/A-0001.yaml", "fase: leren", "fase: opschaling")
    (new,) = read(proefdorp_map, content).bestanden.values()
    assert b"fase: opschaling" in new
    assert b"actiestatus: gepland" in new


def test_same_change_on_both_sides_is_no_difference(proefdorp_map: Path, werkmap: bytes) -> None:
    """The files say already what Excel wants: nothing to do."""
    content = fill(werkmap, {STATUS: "gepland"})
    _replace(
        proefdorp_map,
        "data/acties/A-0001.yaml",
        "actiestatus: in_uitvoering",
        "actiestatus: gepland",
    )
    back = read(proefdorp_map, content)
    assert (back.bestanden, back.is_vrij) == ({}, True)


def test_deleted_row_deletes_nothing(proefdorp_map: Path, werkmap: bytes) -> None:
    """A row that is gone from Excel is told, and stays in the files."""

    def edit(workbook: Workbook) -> None:
        workbook["Acties"].delete_rows(3)
        workbook["Metingen"].delete_rows(2)

    back = read(proefdorp_map, change(werkmap, edit))
    assert back.bestanden == {}
    assert back.opmerkingen == (
        "Niet meer in Excel (blad Acties): A-0002. Er is niets verwijderd.",
        "Niet meer in Excel (blad Metingen): bewustzijn-1. Er is niets verwijderd.",
    )


def test_emptied_row_is_refused(proefdorp_map: Path, werkmap: bytes) -> None:
    """Whoever empties all cells of an action hears that this does not delete it."""

    def edit(workbook: Workbook) -> None:
        for cell in workbook["Acties"][3][1:]:
            cell.value = None

    back = read(proefdorp_map, change(werkmap, edit))
    (told,) = back.bezwaren
    assert told.melding == "A-0002 is leeggemaakt; zo verwijdert u niets"
    assert back.bestanden == {}


def test_emptied_cell_takes_the_field_away(proefdorp_map: Path, werkmap: bytes) -> None:
    """An emptied cell is told with what stood there, and the line of the field goes."""
    cells = {("Acties", "A-0001", "trekker"): None}
    back = read(proefdorp_map, fill(werkmap, cells))
    assert [str(item) for item in back.wijzigingen] == [
        "A-0001 trekker: leeggemaakt (was 'projectleider wegen')"
    ]
    assert b"trekker" not in back.bestanden["data/acties/A-0001.yaml"]


def test_order_of_rows_and_columns_does_not_count(proefdorp_map: Path, werkmap: bytes) -> None:
    """Sorted rows and moved columns change nothing; a change among them is found."""

    def edit(workbook: Workbook) -> None:
        sheet: Any = workbook["Acties"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        rows = [rows[0], *reversed(rows[1:])]
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(reversed(row), start=1):
                sheet.cell(number, column).value = value

    moved = change(werkmap, edit)
    assert read(proefdorp_map, moved).bestanden == {}

    def edit_moved(workbook: Workbook) -> None:
        sheet: Any = workbook["Acties"]
        column = next(cell.column for cell in sheet[1] if cell.value == "trekker")
        last = sheet.max_row
        assert sheet.cell(last, sheet.max_column).value == "A-0001"
        sheet.cell(last, column).value = "wijkbeheerder"

    assert list(read(proefdorp_map, change(moved, edit_moved)).bestanden) == [
        "data/acties/A-0001.yaml"
    ]


def test_new_measurement_is_one_new_line(proefdorp_map: Path, werkmap: bytes) -> None:
    """A row without an id becomes the last line of the file of its indicator; twice is once."""
    row = {"reeks": "restafval_inw", "jaar": 2024, "waarde": 168.25, "publicatie": "2026-05"}
    content = add_row(werkmap, "Metingen", row)
    back = read(proefdorp_map, content)
    assert [str(item) for item in back.metingen] == [
        "restafval_inw: nieuwe meting (jaar 2024, waarde 168,25, publicatie 2026-05)"
    ]
    old = (proefdorp_map / CSV).read_bytes()
    assert back.bestanden == {CSV: old + b"restafval_inw;2024;168,25;;;2026-05;;;;\n"}
    (proefdorp_map / CSV).write_bytes(back.bestanden[CSV])
    again = read(proefdorp_map, content)
    assert again.bestanden == {}
    assert again.opmerkingen[-1].endswith(f"staat al in {CSV}.")


def test_first_measurement_of_an_indicator_makes_its_file(
    proefdorp_map: Path,
) -> None:
    """An indicator without measurements gets a file with the columns of the others."""
    name = "data/metingen/bewustzijn.csv"
    old = (proefdorp_map / name).read_text("utf-8")
    (proefdorp_map / name).unlink()
    row = {"reeks": "bewustzijn", "jaar": 2023, "waarde": 3.1, "publicatie": "2023-11"}
    back = read(proefdorp_map, add_row(export(proefdorp_map), "Metingen", row))
    assert back.bestanden == {name: "\n".join([*old.split("\n")[:2], ""]).encode()}


def test_measurement_is_found_after_lines_were_added_above_it(
    proefdorp_map: Path, werkmap: bytes
) -> None:
    """Somebody added a line meanwhile: the change comes in the line of the same year and issue."""
    content = fill(werkmap, {("Metingen", "restafval_inw-1", "waarde"): 141})
    _replace(
        proefdorp_map,
        CSV,
        "restafval_inw;2021",
        "restafval_inw;2020;150;;fijn;2021-05;;;;\nrestafval_inw;2021",
    )
    lines = read(proefdorp_map, content).bestanden[CSV].decode().split("\n")
    assert lines[1:3] == [
        "restafval_inw;2020;150;;fijn;2021-05;;;;",
        "restafval_inw;2021;141;;fijn;2022-05;;;;",
    ]


def test_change_in_a_measurement_that_was_taken_away_is_refused(
    proefdorp_map: Path, werkmap: bytes
) -> None:
    """Somebody took the line out of the file: the change has no place, and is not lost silently."""
    content = fill(werkmap, {("Metingen", "restafval_inw-1", "waarde"): 141})
    _replace(proefdorp_map, CSV, "restafval_inw;2021;140;;fijn;2022-05;;;;\n", "")
    (told,) = read(proefdorp_map, content).bezwaren
    assert "uit de gegevens gehaald of veranderd" in told.melding


def test_refused_cells_are_named_and_the_rest_is_looked_at(
    proefdorp_map: Path, werkmap: bytes
) -> None:
    """Two formulas and a good change: each formula is named by its address, in one run."""
    cells = {
        ("Acties", "A-0001", "budget_eur"): "=1+1",
        ("Metingen", "bewustzijn-1", "waarde"): "=D3",
        ("Acties", "A-0002", "fase"): "leren",
    }
    back = read(proefdorp_map, fill(werkmap, cells))
    assert [(told.adres, told.melding) for told in back.bezwaren] == [
        ("Acties!U2", "budget_eur: hier staat een formule"),
        ("Metingen!D2", "waarde: hier staat een formule"),
    ]
    assert [str(item) for item in back.wijzigingen] == [
        "A-0002 fase: van 'opschaling' naar 'leren'"
    ]
    assert not back.is_vrij


def _rename(workbook: Workbook, old: str, new: str) -> None:
    cell = next(cell for cell in workbook["Acties"][1] if cell.value == old)
    cell.value = new


def _merge(workbook: Workbook) -> None:
    workbook["Acties"].merge_cells("B2:B3")


def _repeat(workbook: Workbook) -> None:
    find_cell(workbook, "Acties", "A-0002", "id").value = "A-0001"


def _invent(workbook: Workbook) -> None:
    find_cell(workbook, "Acties", "A-0002", "id").value = "A-0099"


def _invent_meting(workbook: Workbook) -> None:
    find_cell(workbook, "Metingen", "bewustzijn-1", "id").value = "bewustzijn-9"


def _move(workbook: Workbook) -> None:
    find_cell(workbook, "Metingen", "bewustzijn-1", "reeks").value = "restafval_inw"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda w: _rename(w, "fase", "stap"), "de kolom 'stap' bestaat niet, en de kolom fase"),
        (lambda w: _rename(w, "id", "nummer"), "de kolom id ontbreekt"),
        (lambda w: _rename(w, "fase", "schaal"), "de kolom schaal staat er twee keer"),
        (_merge, "deze cellen zijn samengevoegd"),
        (_repeat, "de id A-0001 staat er twee keer, ook op rij 2"),
        (_invent, "A-0099 ging niet mee naar Excel"),
        (_invent_meting, "de id 'bewustzijn-9' bestaat niet"),
        (_move, "een meting die er al is, kan niet naar een andere indicator"),
    ],
)
def test_sheet_that_lost_its_form_is_refused(
    edit: Any, told: str, proefdorp_map: Path, werkmap: bytes
) -> None:
    """Where it is not to be seen what belongs to what, nothing is guessed."""
    back = read(proefdorp_map, change(werkmap, edit))
    assert any(told in refused.melding for refused in back.bezwaren)
    assert not back.is_vrij


def test_column_of_somebody_and_a_column_less_are_told(proefdorp_map: Path, werkmap: bytes) -> None:
    """A column that we do not know is not read, and a removed one changes nothing."""

    def add(workbook: Workbook) -> None:
        sheet: Any = workbook["Acties"]
        sheet.cell(1, sheet.max_column + 1).value = "Opmerking"

    def drop(workbook: Workbook) -> None:
        workbook["Acties"].delete_cols(2)

    added = read(proefdorp_map, change(werkmap, add))
    assert "De kolom 'opmerking'" in added.opmerkingen[0]
    dropped = read(proefdorp_map, change(werkmap, drop))
    assert dropped.opmerkingen == ("Op het blad Acties ontbreekt titel; daar verandert niets.",)
    assert (added.bestanden, dropped.bestanden) == ({}, {})


def test_changed_base_is_refused(proefdorp_map: Path, werkmap: bytes) -> None:
    """Without an honest base it cannot be seen what changed, so nothing is taken."""

    def edit(workbook: Workbook) -> None:
        workbook["_basis"]["D3"].value = "iets anders"

    with pytest.raises(GeneratorError, match="verborgen deel"):
        read(proefdorp_map, change(werkmap, edit))


def test_workbook_of_another_programme_is_told(proefdorp_map: Path, werkmap: bytes) -> None:
    """A workbook of another municipality is noticed before its cells are."""
    content = werkmap
    _replace(proefdorp_map, "data/programma.yaml", "naam: ", "naam: Ander ")
    assert "van een ander programma" in read(proefdorp_map, content).opmerkingen[0]
