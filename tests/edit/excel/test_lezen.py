"""Safety: a workbook of somebody unknown is opened with care, and a broken one explains itself."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import Workbook

from generator.edit.excel import lezen
from generator.edit.excel.kolommen import make_bladen
from generator.edit.excel.lezen import read_werkmap
from generator.findings import GeneratorError
from tests.conftest import MINIGEMEENTE
from tests.edit.excel.werkmappen import change, export


@pytest.fixture(scope="module")
def werkmap() -> bytes:
    """The workbook of Proefdorp."""
    return export(MINIGEMEENTE)


def _repack(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with other or more parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _refuse(content: bytes) -> str:
    with pytest.raises(GeneratorError) as refused:
        read_werkmap(content, make_bladen())
    return str(refused.value)


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 99])
def test_file_that_is_no_workbook_is_explained(content: bytes) -> None:
    """A text, a part of a file or a file with a password gives one Dutch sentence."""
    assert "Excel" in _refuse(content)


def test_zip_bomb_is_refused_before_it_is_unpacked(werkmap: bytes) -> None:
    """A small file that becomes endlessly large is not unpacked."""
    bomb = _repack(werkmap, {"xl/media/leeg.bin": bytes(lezen.GROOTST_UITGEPAKT)})
    assert len(bomb) < lezen.GROOTST
    assert "te groot" in _refuse(bomb)


def test_macros_are_refused(werkmap: bytes) -> None:
    """A workbook with macros, under whatever name, is not opened."""
    assert "macro" in _refuse(_repack(werkmap, {"xl/vbaProject.bin": b"x"}))


def test_entities_are_refused(werkmap: bytes) -> None:
    """A part that declares entities, with which a text grows endlessly, is not parsed."""
    xml = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert "DOCTYPE" in _refuse(_repack(werkmap, {"xl/workbook.xml": xml}))


def test_sheet_without_end_is_refused(werkmap: bytes) -> None:
    """One cell on the very last row does not keep the program busy."""

    def edit(workbook: Workbook) -> None:
        sheet: Any = workbook["Acties"]
        sheet.cell(1_048_576, 16_384).value = "x"

    assert "lege rijen" in _refuse(change(werkmap, edit))


def test_workbook_of_somebody_else_is_refused() -> None:
    """A workbook that the program did not make says so."""
    saved = io.BytesIO()
    Workbook().save(saved)
    assert "niet gemaakt met circulair excel uit" in _refuse(saved.getvalue())


def test_broken_workbooks_never_give_a_traceback(werkmap: bytes) -> None:
    """Forty workbooks with a damaged part: each is read or explained."""
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    with zipfile.ZipFile(io.BytesIO(werkmap)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist() if name.endswith(".xml")}
    for _ in range(40):
        name = chance.choice(sorted(parts))
        text = bytearray(parts[name])
        begin = chance.randrange(len(text))
        text[begin : begin + chance.randrange(1, 60)] = chance.randbytes(chance.randrange(9))
        try:
            read_werkmap(_repack(werkmap, {name: bytes(text)}), make_bladen())
        except GeneratorError as error:
            assert "Excel" in str(error)  # noqa: PT017 - reading it is right as well


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_refused(werkmap: bytes, method: int) -> None:
    """Python unpacks these whole, whatever size the workbook tells: they are not opened."""
    packed = io.BytesIO(werkmap)
    with zipfile.ZipFile(packed, "a", method) as more:
        more.writestr("xl/media/klein.xml", b"x")
    assert "ingepakt" in _refuse(packed.getvalue())


@pytest.mark.parametrize(
    ("name", "codering"),
    [
        ("xl/blad.dat", "utf-8"),  # the workbook says itself what is a sheet
        ("xl/blad.xml", "utf-16"),
        ("xl/blad.xml", "utf-16-le"),  # without a byte order mark
        ("xl/blad.xml", "cp037"),
    ],
)
def test_entities_in_other_letters_or_names_are_refused(
    werkmap: bytes, name: str, codering: str
) -> None:
    """Another name or encoding of a part hides no declaration."""
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert "DOCTYPE" in _refuse(_repack(werkmap, {name: text.encode(codering)}))


def test_encoding_that_hides_what_follows_is_refused(werkmap: bytes) -> None:
    """Only the declaration is readable here; a parser would read the rest in other letters."""
    part = b'<?xml version="1.0" encoding="utf-7"?><x/>'
    assert "DOCTYPE" in _refuse(_repack(werkmap, {"xl/blad.xml": part}))


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "A1:XFD&#49;048576", "A:XFD"])
def test_merge_of_endless_cells_is_refused_before_it_is_opened(werkmap: bytes, ref: str) -> None:
    """What opens a workbook makes every merged cell: one line of text would take hours."""
    with zipfile.ZipFile(io.BytesIO(werkmap)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    merged = f'</sheetData><mergeCells><mergeCell ref="{ref}"/></mergeCells>'.encode()
    bomb = _repack(werkmap, {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", merged, 1)})
    assert "samengevoegd" in _refuse(bomb)
