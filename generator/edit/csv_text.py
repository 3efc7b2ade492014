"""Cells of a CSV changed in place: every other cell stays as it was typed, with its quotes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from generator.edit.bestand import EditError
from generator.load.csv_table import Table, parse_csv

_BESTAND = "de tabel"


def set_cell(text: str, regel: int, kolom: str, value: str, scheidingsteken: str = ";") -> str:
    """The text with another value in one cell.

    Args:
        text: the file, with LF.
        regel: the line, counted from 1 in the file, as `Row.regel`.
        kolom: the name of the column.
        value: what the cell holds from now on; "" makes it empty.
        scheidingsteken: what stands between cells.

    Raises:
        EditError: there is no such cell, or the table cannot be read.
    """
    table = _parse(text, scheidingsteken)
    row = _find_row(table, regel)
    _refuse_unknown(table, (kolom,))
    line = table.regels[regel - 1]
    cells = _split(line, scheidingsteken)
    index = table.kolommen.index(kolom)
    cells[index] = _write_cell(value, scheidingsteken, is_quoted=cells[index].startswith('"'))
    meant = [dict(other.cellen) for other in table.rijen]
    meant[row][kolom] = value.strip()
    lines = [*table.regels[: regel - 1], scheidingsteken.join(cells), *table.regels[regel:]]
    return _verify("\n".join(lines), scheidingsteken, meant)


def append_row(text: str, cells: Mapping[str, str], scheidingsteken: str = ";") -> str:
    """The text with one row more at the end; columns that are not named stay empty.

    Raises:
        EditError: a column does not exist, or the table cannot be read.
    """
    table = _parse(text, scheidingsteken)
    _refuse_unknown(table, tuple(cells))
    new = {kolom: cells.get(kolom, "") for kolom in table.kolommen}
    line = scheidingsteken.join(_write_cell(cell, scheidingsteken) for cell in new.values())
    head = text.rstrip("\n")
    rest = text[len(head) :]
    meant = [*(dict(row.cellen) for row in table.rijen), {k: v.strip() for k, v in new.items()}]
    return _verify(f"{head}\n{line}{rest}", scheidingsteken, meant)


def _parse(text: str, scheidingsteken: str) -> Table:
    table, findings = parse_csv(text, _BESTAND, scheidingsteken)
    if table is None or findings:
        first = findings[0]
        melding = f"de tabel is niet te lezen (regel {first.plek.regel}: {first.melding})"
        raise EditError(melding, first.oplossing)
    return table


def _find_row(table: Table, regel: int) -> int:
    """Which of the rows of the table stands on a line."""
    for index, row in enumerate(table.rijen):
        if row.regel == regel:
            return index
    melding = f"op regel {regel} van de tabel staat geen rij"
    raise EditError(melding, "lees de tabel opnieuw; iemand heeft haar intussen veranderd")


def _refuse_unknown(table: Table, kolommen: tuple[str, ...]) -> None:
    for kolom in kolommen:
        if kolom not in table.kolommen:
            melding = f"de tabel heeft geen kolom '{kolom}'"
            raise EditError(melding, f"kies uit: {', '.join(table.kolommen)}")


def _split(line: str, scheidingsteken: str) -> list[str]:
    """The cells of a line as they were typed, quotes included; joined they are the line."""
    cells, begin, quoted = [], 0, False
    for position, letter in enumerate(line):
        if letter == '"':
            # Only at the start of a cell does a quote open anything: `2" buis` is ordinary.
            quoted = not quoted if quoted or position == begin else False
        elif letter == scheidingsteken and not quoted:
            cells.append(line[begin:position])
            begin = position + 1
    return [*cells, line[begin:]]


def _write_cell(value: str, scheidingsteken: str, *, is_quoted: bool = False) -> str:
    """A cell as it is typed, between quotes where it must be, or was."""
    if "\n" in value or "\r" in value:
        melding = "een cel van een tabel kan maar een regel hebben"
        raise EditError(melding, "haal het regeleinde uit de tekst (Excel: Alt+Enter)")
    if is_quoted:
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    written = io.StringIO()
    csv.writer(written, delimiter=scheidingsteken, lineterminator="").writerow([value, ""])
    return written.getvalue()[: -len(scheidingsteken)]


def _verify(text: str, scheidingsteken: str, meant: list[dict[str, str]]) -> str:
    """The text, when it reads as was meant."""
    table, findings = parse_csv(text, _BESTAND, scheidingsteken)
    if table is None or findings or [dict(row.cellen) for row in table.rijen] != meant:
        melding = "deze rij is niet veilig te veranderen zonder de rest te raken"
        raise EditError(melding, "pas de tabel met de hand aan")
    return text
