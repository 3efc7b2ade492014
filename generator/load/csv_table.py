"""CSV as this project reads it: the standard library's strict reader, every cell text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.findings import Code, Finding, Plek, fout
from generator.load.grenzen import (
    LANGSTE_RIJ,
    MEESTE_FOUTEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    refuse_size,
    tell_rest,
)
from generator.model.basis import type_path
from generator.model.plekken import Posities
from generator.model.schrijftekens import is_formule
from generator.model.waarden import show

FORMULETEKENS = "=@+-＝＠＋－ "  # noqa: RUF001 - the wide forms count as well
"""What may stand before the first word of a formula."""
MEESTE_GENOEMD = 6
"""Columns that one message names."""
_EXCELFOUT = re.compile(
    r"#(?:VERW|DEEL/0|WAARDE|GETAL|LEEG|REF|DIV/0|VALUE|NUM|NULL|OVERLOOP|SPILL)!|#N/B|#N/A"
    r"|#NAAM\?|#NAME\?|#{3,}"
)
"""What a spreadsheet writes where it could compute or show nothing."""
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
    kopregel: int = 1

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


def find_formules(tabel: Table, row: Row, kolommen: Iterable[str]) -> Iterator[Finding]:
    """The texts in a row that a spreadsheet would compute: here, and for whoever downloads them.

    Args:
        tabel: the table.
        row: one of its rows.
        kolommen: the columns that hold text.
    """
    for kolom in kolommen:
        cell = row.cellen[kolom]
        if is_formule(cell):
            yield fout(
                Code.CEL_FORMULE,
                tabel.place(row.regel, kolom),
                f"{show(cell)} begint met {cell[0]}, en een rekenblad rekent zo'n cel uit",
                f"begin de cel met een letter of een cijfer: {show(cell.lstrip(FORMULETEKENS))}"
                if cell.strip(FORMULETEKENS)
                else "schrijf hier een tekst, of laat de cel leeg",
            )


def find_excelfouten(tabel: Table, row: Row) -> Iterator[Finding]:
    """The cells in a row in which a spreadsheet says that something went wrong."""
    for kolom, cell in row.cellen.items():
        if _EXCELFOUT.fullmatch(cell):
            what, mend = (
                "een formule mislukt is",
                "schrijf hier de waarde zelf, of laat de cel leeg",
            )
            if not cell.strip("#"):
                what = "de kolom te smal was"
                mend = "maak de kolom in Excel breder, en sla het bestand opnieuw op"
            melding = f"{show(cell)} komt van het rekenblad, omdat {what}"
            yield fout(Code.CEL_FORMULE, tabel.place(row.regel, kolom), melding, mend)


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
    line: str, header: list[str], plek: Plek, delimiter: str
) -> tuple[tuple[str, ...], list[Finding]]:
    names = tuple(name.strip() for name in header)
    findings: list[Finding] = []
    starts = _find_cells(line, delimiter)
    seen: set[str] = set()
    for name, start in zip(names, starts, strict=False):
        if name in seen:
            place = Plek(plek.bestand, plek.regel, start)
            melding = f"kolom {show(name)} staat er twee keer"
            findings.append(
                fout(Code.CSV_KOLOMMEN, place, melding, "geef elke kolom een eigen naam")
            )
        elif name:
            seen.add(name)
    nameless = [index for index, name in enumerate(names) if not name]
    if nameless and seen:
        findings.append(_refuse_nameless(nameless, starts, plek, delimiter))
    return names, findings


def _refuse_nameless(
    nameless: Sequence[int], starts: Sequence[int], plek: Plek, delimiter: str
) -> Finding:
    """One finding about all columns without a name: they come together, from a spreadsheet."""
    place = Plek(plek.bestand, plek.regel, starts[min(nameless[0], len(starts) - 1)])
    which = ", ".join(str(index + 1) for index in nameless[:MEESTE_GENOEMD])
    more = len(nameless) - MEESTE_GENOEMD
    melding, wat = f"kolom {which} heeft geen naam", "de kolom"
    if len(nameless) > 1:
        rest = f" en nog {more}" if more > 0 else ""
        melding, wat = f"de kolommen {which}{rest} hebben geen naam", "elke kolom"
    oplossing = f"geef {wat} een naam, of haal de {delimiter} aan het eind van elke regel weg"
    return fout(Code.CSV_KOLOMMEN, place, melding, oplossing)


def _find_too_much(lines: Sequence[str], bestand: str, delimiter: str, most: int) -> Finding | None:
    """A finding when the table is larger than any that can be read in reasonable time."""
    if len(lines) > most + 1:
        melding = f"deze tabel heeft meer dan {most} rijen"
        return refuse_size(Plek(bestand, most), melding, "haal weg wat niet nodig is")
    for regel, line in enumerate(lines, start=1):
        if len(line) > LANGSTE_RIJ:
            melding = f"deze regel heeft meer dan {LANGSTE_RIJ} tekens"
            return refuse_size(Plek(bestand, regel), melding, "zet elke rij op een eigen regel")
    if lines[0].count(delimiter) >= MEESTE_KOLOMMEN:
        melding = f"deze tabel heeft meer dan {MEESTE_KOLOMMEN} kolommen"
        return refuse_size(Plek(bestand), melding, "haal de kolommen weg die niet nodig zijn")
    return None


def _explain_quote(error: csv.Error, plek: Plek, line: str) -> Finding:
    plek = Plek(plek.bestand, plek.regel, line.find('"') + 1 or 1)
    melding = "een aanhalingsteken op deze regel wordt niet goed afgesloten"
    oplossing = 'zet een cel tussen dubbele aanhalingstekens, en schrijf " in de cel als ""'
    if str(error) == DOORLOPENDE_CEL:
        melding = f"{DOORLOPENDE_CEL}, of een aanhalingsteken wordt niet afgesloten"
        oplossing = "zet de hele cel op een regel (Excel: haal Alt+Enter uit de cel)"
    return fout(Code.CSV_SYNTAX, plek, melding, oplossing)


def _refuse_names(names: Sequence[str], plek: Plek) -> Finding | None:
    if not names:
        melding = "hier staan alleen lege cellen"
        leeg = Plek(plek.bestand)
        return fout(Code.BESTAND_LEEG, leeg, melding, "vul het bestand, of gooi het weg")
    if names[0].startswith("sep="):
        melding = "de eerste regel is een aanwijzing voor Excel, en geen kop"
        return fout(Code.CSV_KOLOMMEN, plek, melding, "haal de regel met sep= weg")
    return None


def parse_csv(
    text: str, bestand: str, scheidingsteken: str = ";", *, most: int = MEESTE_RIJEN
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The table in `text`, or None, and what was wrong with it.

    Cells lose spaces at either end. Empty lines are skipped, and rows of empty cells, which Excel
    leaves behind. A row with a mistake is left out. `most` is how many rows there may be.
    """
    lines = tuple(text.split("\n"))
    if too_much := _find_too_much(lines, bestand, scheidingsteken, most):
        return None, (too_much,)
    reader = csv.reader(io.StringIO(text), delimiter=scheidingsteken, strict=True)
    findings: list[Finding] = []
    rows: list[Row] = []
    names: tuple[str, ...] = ()
    start = kopregel = 1
    has_wrong_header = False
    try:
        for cells in reader:
            line, regel, start = lines[start - 1], start, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if reader.line_num > regel:
                start = regel
                raise csv.Error(DOORLOPENDE_CEL)  # noqa: TRY301 - often the same mistake as an unclosed quote
            plek = Plek(bestand, regel)
            if len(findings) >= MEESTE_FOUTEN:
                findings.append(tell_rest(findings[-1], plek))
                break
            if not names:
                kopregel = regel
                names, findings = _check_header(line, cells, plek, scheidingsteken)
                has_wrong_header = bool(findings)
            elif finding := _check_width(line, cells, len(names), plek, scheidingsteken):
                # With a mistake in the header no row can have the right number of cells.
                findings += [] if has_wrong_header else [finding]
            else:
                stripped = (cell.strip() for cell in cells)
                rows.append(Row(regel, dict(zip(names, stripped, strict=True))))
    except csv.Error as error:
        findings.append(_explain_quote(error, Plek(bestand, start), lines[start - 1]))
        return None, tuple(findings)
    if refused := _refuse_names(names, Plek(bestand, kopregel)):
        return None, (refused,)
    table = Table(bestand, names, tuple(rows), lines, scheidingsteken, kopregel)
    return table, tuple(findings)
