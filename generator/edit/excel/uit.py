"""Out: the workbook of a programme, as bytes; the same data give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import Final

from openpyxl.workbook import Workbook

from generator.edit.excel.basis import BLAD, Basis, make_basis, write_basis
from generator.edit.excel.bladen import (
    add_basis,
    add_blad,
    add_keuzes,
    add_lijsten,
    add_uitleg,
)
from generator.edit.excel.inhoud import read_inhoud
from generator.edit.excel.keuzes import list_keuzes
from generator.edit.excel.kolommen import make_bladen
from generator.load.reader import SourceTree
from generator.model.programma import Programma

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a zip can hold."""
_GEWIJZIGD = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def make_workbook(
    tree: SourceTree, programma: Programma, peildatum: date
) -> tuple[bytes, dict[str, int]]:
    """The workbook with what the files of `tree` say, and how many rows each sheet has.

    Args:
        tree: the source files.
        programma: what they mean, for the choices.
        peildatum: the day that stands in the workbook as that of its making.
    """
    acties, metingen = bladen = make_bladen()
    inhoud = read_inhoud(tree, acties, metingen)
    basis = make_basis(programma.gegevens.naam, inhoud, acties.naam, metingen.naam)
    keuzes = list_keuzes(programma, bladen)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_uitleg(workbook)
    # The lists come first, so that the columns know where they are; their sheet stands last.
    bereiken = add_lijsten(workbook, keuzes)
    add_blad(workbook, acties, basis.rijen[acties.naam], bereiken, vast="titel")
    add_blad(workbook, metingen, basis.rijen[metingen.naam], bereiken, vast="jaar")
    add_keuzes(workbook, keuzes)
    add_basis(workbook, BLAD, write_basis(basis))
    workbook.move_sheet("_lijsten", 4)
    workbook.active = 0
    return _pack(workbook, basis, peildatum), {
        blad: len(rijen) for blad, rijen in basis.rijen.items()
    }


def _pack(workbook: Workbook, basis: Basis, peildatum: date) -> bytes:
    """The bytes of a workbook, in which nothing says when it was made but the peildatum."""
    properties = workbook.properties
    properties.creator, properties.title = "circulair", basis.programma
    properties.created = datetime(peildatum.year, peildatum.month, peildatum.day)  # noqa: DTZ001 - a day
    written = io.BytesIO()
    workbook.save(written)
    packed = io.BytesIO()
    moment = f"{peildatum.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = _GEWIJZIGD.sub(rb"\g<1>" + moment + rb"\2", old.read(name))
            entry = zipfile.ZipInfo(name, _BEGIN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return packed.getvalue()
