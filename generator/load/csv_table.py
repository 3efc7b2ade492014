"""CSV as this project reads it: the standard library's strict reader, every cell text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from generator.findings import Code, Finding, Plek, fout
from generator.model.basis import type_path
from generator.model.plekken import Posities

DOORLOPENDE_CEL = "deze cel loopt door op de volgende regel"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with the text of the line for positions."""

    regel: int
    cellen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: its column names in order, and its rows."""

    bestand: str
    kolommen: tuple[str, ...]
    rijen: tuple[Row, ...]
    regels: tuple[str, ...]
    scheidingsteken: str

    def place(self, regel: int, kolom: str) -> Plek:
        """Where the cell of the named column begins on a line."""
        return self.places(regel).of_value((kolom,))

    def places(self, regel: int) -> Posities:
        """Where each cell of a line begins, by column name."""
        starts = _find_cells(self.regels[regel - 1], self.scheidingsteken)
        spots: dict[type_path, tuple[int, int]] = {(): (regel, 1)}
        for kolom, start in zip(self.kolommen, starts, strict=False):
            spots[(kolom,)] = (regel, start)
        return Posities(self.bestand, spots, {})


def _find_cells(line: str, delimiter: str) -> list[int]:
    """The columns (from 1) at which the cells of a line begin, quotes respected."""
    starts, quoted = [1], False
    for position, letter in enumerate(line, start=1):
        # Only at the start of a cell does a quote open anything: `2" buis` is an ordinary cell.
        if letter == '"':
            quoted = not quoted if quoted or line[starts[-1] - 1] == '"' else False
        elif letter == delimiter and not quoted:
            starts.append(position + 1)
    return starts


def _check_width(
    line: str, cells: list[str], width: int, plek: Plek, delimiter: str
) -> Finding | None:
    if len(cells) == width:
        return None
    if len(cells) == width + 1 and line.rstrip().endswith(delimiter):
        plek = Plek(plek.bestand, plek.regel, len(line.rstrip()))
        oplossing = f"haal de {delimiter} aan het eind van de regel weg"
    elif len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        plek = Plek(plek.bestand, plek.regel, _find_cells(line, delimiter)[width])
        oplossing = (
            f"haal aan het eind van de regel {len(cells) - width} keer {delimiter} weg, of "
            "verwijder in Excel de lege kolommen achter de laatste"
        )
    elif len(cells) > width:
        column = _find_cells(line, delimiter)[width]
        plek = Plek(plek.bestand, plek.regel, column)
        oplossing = f'zet een cel waar een {delimiter} in staat tussen dubbele aanhalingstekens (")'
    else:
        plek = Plek(plek.bestand, plek.regel, len(line) + 1)
        oplossing = f"vul de regel aan; een lege cel is alleen een {delimiter}"
    melding = f"deze regel heeft {len(cells)} cellen en de kop heeft er {width}"
    return fout(Code.CSV_KOLOMMEN, plek, melding, oplossing)


def _check_header(
    header: list[str], bestand: str, delimiter: str
) -> tuple[tuple[str, ...], list[Finding]]:
    names = tuple(name.strip() for name in header)
    findings = [
        fout(
            Code.CSV_KOLOMMEN,
            Plek(bestand, 1, len(delimiter.join(header[:index])) + (index > 0) + 1),
            f"kolom '{name}' staat er twee keer" if name else f"kolom {index + 1} heeft geen naam",
            "geef elke kolom een eigen naam"
            if name
            else f"geef de kolom een naam, of haal de {delimiter} aan het eind van elke regel weg",
        )
        for index, name in enumerate(names)
        if not name or name in names[:index]
    ]  # fmt: skip
    return names, findings


def parse_csv(
    text: str, bestand: str, scheidingsteken: str = ";"
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The table in `text`, or None, and what was wrong with it.

    Cells lose spaces at either end. Empty lines are skipped, and rows of empty cells, which Excel
    leaves behind. A row with a mistake is left out.
    """
    lines = tuple(text.split("\n"))
    reader = csv.reader(io.StringIO(text), delimiter=scheidingsteken, strict=True)
    findings: list[Finding] = []
    rows: list[Row] = []
    names: tuple[str, ...] = ()
    start = 1
    try:
        for cells in reader:
            line, regel, start = lines[start - 1], start, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if reader.line_num > regel:
                start = regel
                raise csv.Error(DOORLOPENDE_CEL)  # noqa: TRY301 - often the same mistake as an unclosed quote
            if not names:
                names, findings = _check_header(cells, bestand, scheidingsteken)
                continue
            plek = Plek(bestand, regel, 1)
            if finding := _check_width(line, cells, len(names), plek, scheidingsteken):
                findings.append(finding)
                continue
            stripped = (cell.strip() for cell in cells)
            rows.append(Row(regel, dict(zip(names, stripped, strict=True))))
    except csv.Error as error:
        plek = Plek(bestand, start, lines[start - 1].find('"') + 1 or 1)
        melding = "een aanhalingsteken op deze regel wordt niet goed afgesloten"
        oplossing = 'zet een cel tussen dubbele aanhalingstekens, en schrijf " in de cel als ""'
        if str(error) == DOORLOPENDE_CEL:
            melding = f"{DOORLOPENDE_CEL}, of een aanhalingsteken wordt niet afgesloten"
            oplossing = "zet de hele cel op een regel (Excel: haal Alt+Enter uit de cel)"
        findings.append(fout(Code.CSV_SYNTAX, plek, melding, oplossing))
        return None, tuple(findings)
    if not names:
        melding = "hier staan alleen lege cellen"
        leeg = fout(Code.BESTAND_LEEG, Plek(bestand), melding, "vul het bestand, of gooi het weg")
        return None, (leeg,)
    if names[0].startswith("sep="):
        melding = "de eerste regel is een aanwijzing voor Excel, en geen kop"
        sep = fout(Code.CSV_KOLOMMEN, Plek(bestand), melding, "haal de regel met sep= weg")
        return None, (sep,)
    return Table(bestand, names, tuple(rows), lines, scheidingsteken), tuple(findings)
