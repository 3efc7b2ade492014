"""Tables: the accessible form of every figure, and the CSV that a reader can download."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.basis import Voortgang
from generator.model.schrijftekens import is_formule
from generator.present.formats import format_getal, round_half_up

VERBORGEN = 9
"""The step of a cell of which the value may not be shown."""
type_cell = str | int | Decimal | None
type_rijen = Sequence[tuple[type_cell, ...]]
type_trappen = Sequence[tuple[int | None, ...]]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its heading, and how its cells are shown.

    Attributes:
        decimalen: of numbers, how many digits follow the comma.
        oordeel: the verdict that the numbers count; each stands there with its sign.
        is_deel: whether the numbers are whole percents, each with a bar of that length.
    """

    naam: str
    is_getal: bool = False
    decimalen: int | None = None
    oordeel: Voortgang | None = None
    is_deel: bool = False

    def show(self, cell: type_cell) -> str:
        """A cell in words; an absent value is a dash."""
        if cell is None or cell == "":
            return "–"
        if isinstance(cell, str) or not self.is_getal:
            return str(cell)
        return format_getal(cell, self.decimalen)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table by name: columns, and rows with one cell per column.

    `trappen` makes it a matrix: per row and column a step of 0 to 4 that deepens the colour of the
    cell, None for a cell without colour, `VERBORGEN` for one that is hatched because a small group
    is behind it. The value always stands in the cell as well. `paden` are the pages that the rows
    are about, one for each row, None for a row that has no page; without them rows are not links.
    """

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[type_cell, ...], ...]
    trappen: tuple[tuple[int | None, ...], ...] = ()
    paden: tuple[str | None, ...] = ()

    @property
    def csv_bestand(self) -> str:
        """Where the CSV lies on the site."""
        return f"csv/{self.naam}.csv"

    @property
    def is_stand(self) -> bool:
        """Whether it counts verdicts; on a phone each row then is a line that runs on."""
        return any(kolom.oordeel for kolom in self.kolommen)

    def getoond(self) -> Sequence[Sequence[tuple[Kolom, str, int | None]]]:
        """The rows as they are shown: each cell with its column and its step."""
        plain = (None,) * len(self.kolommen)
        steps = self.trappen or (plain,) * len(self.rijen)
        return [
            [
                (kolom, kolom.show(cell), step)
                for kolom, cell, step in zip(self.kolommen, rij, own, strict=True)
            ]
            for rij, own in zip(self.rijen, steps, strict=True)
        ]

    def as_csv(self) -> str:
        """The table for Dutch Excel: semicolons, decimal commas, UTF-8 with a byte order mark."""
        target = io.StringIO()
        writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
        writer.writerow([_as_cell(kolom.naam) for kolom in self.kolommen])
        writer.writerows([[_as_cell(cell) for cell in rij] for rij in self.rijen])
        return "\ufeff" + target.getvalue()


def round_cell(value: Decimal | None, decimalen: int) -> Decimal | None:
    """A computed number as a table shows it."""
    return None if value is None else round_half_up(value, decimalen)


def tidy_cell(value: Decimal) -> Decimal:
    """An exact number without the zeros that adding leaves at its end."""
    return Decimal(format(value.normalize(), "f")) + 0


def _as_cell(cell: type_cell) -> str:
    """A cell as a spreadsheet should read it: a text is never a formula to compute."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if is_formule(cell) else cell
    return format(cell, "f").replace(".", ",") if isinstance(cell, Decimal) else str(cell)
