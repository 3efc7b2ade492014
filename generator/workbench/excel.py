"""A programme as a workbook, and what a workbook wants different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import Finding, GeneratorError, has_fout
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.pipeline import BOUWMAP, Inspection, inspect
from generator.publish.bronnen import write_sources
from generator.publish.werkmap import refuse_werkmap, write_werkmap
from generator.workbench.voorstel import find_new

if TYPE_CHECKING:
    from generator.edit.excel.in_ import Excelvoorstel


@dataclass(frozen=True, slots=True)
class Invoer:
    """What a workbook wants different, and each finding that this gives, with its cells if known.

    Nothing is written yet.
    """

    voorstel: Excelvoorstel
    gevolgen: tuple[tuple[str, Finding], ...]

    @property
    def is_vrij(self) -> bool:
        """Whether nothing stands in the way of writing."""
        return self.voorstel.is_vrij and not has_fout(finding for _, finding in self.gevolgen)


EXCEL_ONTBREEKT = (
    "Voor Excel is nog een onderdeel nodig dat hier niet staat (openpyxl). Typ: "
    'pip install "circulair-actieprogramma[excel]"'
)


def _require_excel() -> None:
    """Say what to install, where the library for workbooks is absent.

    Raises:
        GeneratorError: it is absent.
    """
    if find_spec("openpyxl") is None:
        raise GeneratorError(EXCEL_ONTBREEKT)


def refuse_workbook(target: Path, root: Path, *, replace: bool) -> None:
    """Refuse a place for a workbook before anything is read.

    Raises:
        GeneratorError: no workbook can be made, or none may come there.
    """
    _require_excel()
    refuse_werkmap(target, root, "data", "content", BOUWMAP, replace=replace)


def write_workbook(target: Path, root: Path, found: Inspection) -> dict[str, int]:
    """Write the workbook of a programme without a `fout`; how many rows each of its sheets has.

    Raises:
        GeneratorError: the file cannot be written.
    """
    # Imported here: the library for workbooks may be absent.
    from generator.edit.excel.uit import make_workbook  # noqa: PLC0415

    content, counts = make_workbook(SourceTree(root), found.gelezen, found.peildatum)
    write_werkmap(target, content)
    return counts


def read_workbook(root: Path, content: bytes, *, asked: date | None, today: date) -> Invoer:
    """What the workbook in `content` changes in the programme in `root`, judged, not written.

    Raises:
        GeneratorError: it is no workbook of ours, or not one that is safe to open.
    """
    _require_excel()
    # Imported here: the library for workbooks may be absent.
    from generator.edit.excel.in_ import read_workbook as read  # noqa: PLC0415

    now = inspect(root, asked=asked, today=today)
    naam = now.gelezen.gegevens.naam
    voorstel = read(content, naam, SourceTree(root), partial(read_raw, root))
    if not voorstel.bestanden:
        return Invoer(voorstel, ())
    then = inspect(root, asked=asked, today=today, anders=voorstel.bestanden)
    new = find_new(now.findings, then.findings)
    return Invoer(voorstel, tuple((voorstel.find_adres(f, then.plekken), f) for f in new))


def write_input(root: Path, invoer: Invoer) -> None:
    """Write what a workbook wants different: all of it, or nothing.

    Raises:
        GeneratorError: a file cannot be written; nothing has changed.
    """
    write_sources(root, invoer.voorstel.bestanden)
