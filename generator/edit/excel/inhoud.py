"""What the sources say now, as the texts of cells: what goes out, and what a workbook meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.edit.excel.kolommen import Blad
from generator.load.csv_table import parse_csv
from generator.load.reader import SourceTree
from generator.load.yaml_document import parse_yaml

type_rij = Mapping[str, str]
"""The text of each cell that is not empty, by field."""

ACTIES: Final = "data/acties"
METINGEN: Final = "data/metingen"
INDICATOREN: Final = "data/indicatoren"


@dataclass(frozen=True, slots=True)
class Meetrij:
    """A measurement as it stands in its file: its line, and its cells."""

    regel: int
    cellen: type_rij


@dataclass(frozen=True, slots=True)
class Inhoud:
    """The actions by id, and the measurements by indicator, as they were typed.

    `koppen` holds the columns of each file with measurements, by indicator.
    """

    acties: Mapping[str, type_rij]
    metingen: Mapping[str, Sequence[Meetrij]]
    koppen: Mapping[str, Sequence[str]]


def read_inhoud(tree: SourceTree, acties: Blad, metingen: Blad) -> Inhoud:
    """What the files of `tree` say; one that cannot be read is left out."""
    read: dict[str, type_rij] = {}
    for name in tree.within(ACTIES, ".yaml"):
        text = tree.read(name)
        document = parse_yaml(text, name)[0] if text else None
        if document:
            cells = {veld: _show(document.inhoud.get(veld)) for veld in acties.kolommen}
            read[PurePosixPath(name).stem] = _keep_filled(cells)
    rows: dict[str, list[Meetrij]] = {}
    koppen: dict[str, Sequence[str]] = {}
    for name in tree.within(METINGEN, ".csv"):
        text = tree.read(name)
        tabel = parse_csv(text, name)[0] if text else None
        if tabel:
            stem = PurePosixPath(name).stem
            koppen[stem] = tabel.kolommen
            rows[stem] = [
                Meetrij(row.regel, _keep_filled(_choose(row.cellen, metingen)))
                for row in tabel.rijen
            ]
    return Inhoud(read, rows, koppen)


def _choose(cells: Mapping[str, str], blad: Blad) -> dict[str, str]:
    return {veld: cells.get(veld, "") for veld in blad.kolommen}


def _keep_filled(cells: Mapping[str, str]) -> type_rij:
    return {veld: text for veld, text in cells.items() if text}


def _show(value: object) -> str:
    """A value as somebody typed it; a list or a block, which belongs in no cell, is left out."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int) else ""
