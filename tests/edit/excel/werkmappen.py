"""Workbooks in tests: made from a programme, changed as somebody would in Excel, and read back."""

from __future__ import annotations

import difflib
import io
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from generator.edit.excel.in_ import Excelvoorstel, read_workbook
from generator.edit.excel.uit import make_workbook
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.pipeline import inspect


def export(root: Path) -> bytes:
    """The workbook of the programme in `root`."""
    found = inspect(root)
    return make_workbook(SourceTree(root), found.gelezen, found.peildatum)[0]


def read(root: Path, content: bytes) -> Excelvoorstel:
    """What a workbook wants different from the programme in `root`."""
    gegevens = (root / "data" / "programma.yaml").read_text("utf-8")
    naam = next(line for line in gegevens.split("\n") if line.startswith("naam: "))[6:].strip('"')
    return read_workbook(content, naam, SourceTree(root), partial(read_raw, root))


def change(content: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """The workbook after an edit, saved by another program than made it."""
    workbook = load_workbook(io.BytesIO(content))
    edit(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def find_cell(workbook: Workbook, blad: str, row_id: str, veld: str) -> Any:
    """The cell of a field in the row of a record."""
    sheet: Any = workbook[blad]
    column = next(cell.column for cell in sheet[1] if cell.value == veld)
    row = next(cell.row for cell in sheet["A"] if cell.value == row_id)
    return sheet.cell(row, column)


def fill(content: bytes, cells: Mapping[tuple[str, str, str], object]) -> bytes:
    """The workbook with other values in cells, by sheet, id and field."""

    def edit(workbook: Workbook) -> None:
        for (blad, row_id, veld), value in cells.items():
            find_cell(workbook, blad, row_id, veld).value = value

    return change(content, edit)


def add_row(content: bytes, blad: str, cells: Mapping[str, object]) -> bytes:
    """The workbook with one row more below the last."""

    def edit(workbook: Workbook) -> None:
        sheet: Any = workbook[blad]
        row = sheet.max_row + 1
        for head in sheet[1]:
            sheet.cell(row, head.column).value = cells.get(head.value)

    return change(content, edit)


def list_changed(old: bytes, new: bytes) -> list[str]:
    """The lines that went (-) and came (+)."""
    before, after = old.decode().splitlines(), new.decode().splitlines()
    told = difflib.unified_diff(before, after, lineterm="", n=0)
    return [line for line in told if line[0] in "+-" and line[:3] not in {"+++", "---"}]
