"""The base: what a workbook held when it was made, kept in it, so that three can be compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.edit.excel.inhoud import Inhoud, type_rij
from generator.findings import GeneratorError

BLAD: Final = "_basis"
MERK: Final = "circulair-excel-1"
"""Says that we made the workbook, and in which form."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What went out: for each sheet the cells of each row, by id; and of which programme."""

    programma: str
    rijen: Mapping[str, Mapping[str, type_rij]]


def make_basis(programma: str, inhoud: Inhoud, acties: str, metingen: str) -> Basis:
    """The base of a workbook; the id of a measurement is its indicator and its place there."""
    rows = {
        f"{indicator}-{number}": row.cellen
        for indicator, rijen in sorted(inhoud.metingen.items())
        for number, row in enumerate(rijen, start=1)
    }
    return Basis(programma, {acties: dict(sorted(inhoud.acties.items())), metingen: rows})


def write_basis(basis: Basis) -> list[list[str]]:
    """The rows of the sheet that holds the base; each cell is one text."""
    lines = [
        [blad, row_id, *(part for cell in cells.items() for part in cell)]
        for blad, rijen in basis.rijen.items()
        for row_id, cells in rijen.items()
    ]
    return [[MERK, basis.programma, _sum(basis.programma, lines)], *lines]


def read_basis(rows: Sequence[Sequence[str]], bladen: Iterable[str]) -> Basis:
    """The base in the rows of its sheet.

    Raises:
        GeneratorError: the workbook was not made by us, or somebody changed its base.
    """
    head, *lines = rows or [[]]
    if len(head) < 3 or head[0] != MERK:  # noqa: PLR2004 - mark, programme, sum
        raise GeneratorError(tell_foreign())
    if head[2] != _sum(head[1], lines):
        message = (
            "Het verborgen deel van dit Excelbestand is veranderd. Daarom is niet te zien wat "
            "u hebt aangepast. Maak een nieuw bestand met circulair excel uit en neem uw "
            "wijzigingen daarin over."
        )
        raise GeneratorError(message)
    rijen: dict[str, dict[str, type_rij]] = {blad: {} for blad in bladen}
    for blad, row_id, *cells in lines:
        rijen.setdefault(blad, {})[row_id] = dict(zip(cells[::2], cells[1::2], strict=True))
    return Basis(head[1], rijen)


def tell_foreign() -> str:
    """What to say about a workbook that we did not make."""
    return (
        "Dit Excelbestand is niet gemaakt met circulair excel uit, of het verborgen deel ervan is "
        "weg. Maak een nieuw bestand met circulair excel uit en neem uw wijzigingen daarin over."
    )


def _sum(programma: str, lines: Sequence[Sequence[str]]) -> str:
    """A short checksum over all that the base holds."""
    told = json.dumps([programma, *map(list, lines)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
