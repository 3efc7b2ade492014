"""Read: a workbook that somebody sent back, opened with care, as texts with their addresses."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.escape import unescape

from generator.edit.excel.basis import BLAD, Basis, read_basis, tell_foreign
from generator.edit.excel.cellen import Weigering, read_cell
from generator.edit.excel.kolommen import ID, Blad, Kolom, Soort
from generator.findings import GeneratorError
from generator.model.gelijkenis import find_closest
from generator.model.waarden import show

GROOTST: Final = 10_000_000
GROOTST_UITGEPAKT: Final = 100_000_000
MEESTE_DELEN: Final = 1_000
MEESTE_RIJEN: Final = 25_000
MEESTE_KOLOMMEN: Final = 200
MEESTE_SAMENGEVOEGD: Final = 100_000
_SAMENGEVOEGD = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']([^\"']*)")
_OPNIEUW: Final = "Open het in Excel, sla het op als Excel-werkmap (.xlsx) en probeer het opnieuw."
_BEGRENSD: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways to pack of which Python unpacks no more than it was asked for; Excel has no others."""
_ID = Kolom(ID, Soort.TEKST, "")
_CODERING = re.compile(
    rb"<\?xml\b[^>]*\bencoding\s*=\s*[\"'](?!(?:utf-8|us-ascii)[\"'])", re.IGNORECASE
)
_BREED: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\x4c\x6f")
"""How XML begins in letters of two bytes or more, and in those of a mainframe."""


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """Why something in a workbook is not taken: where, what is wrong, and what to do."""

    adres: str
    melding: str
    oplossing: str


@dataclass(frozen=True, slots=True)
class Excelrij:
    """A row: its id, and the text of each cell that was taken; an empty cell is an empty text."""

    blad: str
    nummer: int
    id: str
    cellen: Mapping[str, str]
    letters: Mapping[str, str]

    def adres(self, veld: str = ID) -> str:
        """Where a cell of the row stands, as Excel says it."""
        return f"{self.blad}!{self.letters.get(veld, 'A')}{self.nummer}"


@dataclass(slots=True)
class Werkmap:
    """What a workbook says: the base that it was made from, and its rows by sheet."""

    basis: Basis
    rijen: dict[str, list[Excelrij]] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)


def read_werkmap(content: bytes, bladen: Sequence[Blad]) -> Werkmap:
    """What stands in the workbook, with an objection to each cell that is not taken.

    Raises:
        GeneratorError: it is no workbook of ours, or not one that is safe to open.
    """
    _refuse_unsafe(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what Excel has and openpyxl does not keep
            workbook = load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # a broken file makes openpyxl raise anything
        message = f"Dit Excelbestand is niet te lezen: het is beschadigd. {_OPNIEUW}"
        raise GeneratorError(message) from error
    names = workbook.sheetnames
    if BLAD not in names:
        raise GeneratorError(tell_foreign())
    for name in names:
        _refuse_large(workbook[name])
    werkmap = Werkmap(read_basis(list(_read_texts(workbook[BLAD])), (b.naam for b in bladen)))
    for blad in bladen:
        if blad.naam in names:
            _read_blad(workbook[blad.naam], blad, werkmap)
        else:
            werkmap.opmerkingen.append(
                f"Het blad {blad.naam} staat niet meer in het Excelbestand; daar verandert niets."
            )
    return werkmap


def _refuse_unsafe(content: bytes) -> None:
    """Refuse what is too large, holds macros, or is no workbook; nothing is unpacked for it."""
    message = ""
    if len(content) > GROOTST:
        message = f"Dit Excelbestand is groter dan {GROOTST // 1_000_000} MB; dat is geen afdruk."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MEESTE_DELEN or size > GROOTST_UITGEPAKT:
                message = "Dit Excelbestand wordt uitgepakt te groot."
            elif any(part.compress_type not in _BEGRENSD for part in parts):
                message = f"Dit Excelbestand is anders ingepakt dan Excel dat doet. {_OPNIEUW}"
            elif any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
                message = f"Dit Excelbestand bevat macro's, en die horen hier niet. {_OPNIEUW}"
            elif any(_merges_much(packed, part) for part in parts):
                message = "In dit Excelbestand zijn heel veel cellen samengevoegd. Hef dat op."
            elif any(_is_odd(packed, part) for part in parts):
                message = "Dit Excelbestand bevat een deel dat Excel niet zo schrijft (DOCTYPE)."
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        told = f"Dit is geen Excelbestand (.xlsx), of het is beschadigd of beveiligd. {_OPNIEUW}"
        raise GeneratorError(told) from error
    except Exception as error:  # zlib and others, on bytes that are no zip at all
        told = f"Dit Excelbestand is niet te lezen: het is beschadigd. {_OPNIEUW}"
        raise GeneratorError(told) from error
    if message:
        raise GeneratorError(message)


def _is_odd(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part of the workbook declares entities, with which a small file grows endlessly.

    Its name tells nothing: the workbook says itself what is a sheet. In other letters than UTF-8
    a declaration would not be seen.
    """
    content = packed.read(part)
    start = content[:1000]
    if start.startswith(_BREED) or _CODERING.search(start):
        return True
    return b"<!DOCTYPE" in content or b"<!ENTITY" in content


def _merges_much(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a sheet merges more cells than it may have: openpyxl makes every one of them."""
    total = 0
    for ref in _SAMENGEVOEGD.findall(packed.read(part)):
        try:
            left, top, right, bottom = map(int, filter(None, range_boundaries(ref.decode("ascii"))))
        except (TypeError, ValueError):  # no range as Excel writes it
            return True
        total += (right - left + 1) * (bottom - top + 1)
    return total > MEESTE_SAMENGEVOEGD


def _refuse_large(sheet: Any) -> None:
    if sheet.max_row > MEESTE_RIJEN or sheet.max_column > MEESTE_KOLOMMEN:
        message = (
            f"Het blad {show(sheet.title)} heeft meer dan {MEESTE_RIJEN} rijen of "
            f"{MEESTE_KOLOMMEN} kolommen. Verwijder in Excel de lege rijen en kolommen eronder en "
            "ernaast, en sla het bestand op."
        )
        raise GeneratorError(message)


def _read_texts(sheet: Any) -> Iterator[list[str]]:
    """The rows of a sheet of ours that holds only texts, without the empty cells behind them."""
    for row in sheet.iter_rows(values_only=True):
        texts = [unescape(str(value or "")) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield texts


def _read_blad(sheet: Any, blad: Blad, werkmap: Werkmap) -> None:
    """Add the rows of a sheet, and what is wrong with it."""
    for merged in sheet.merged_cells.ranges:
        werkmap.bezwaren.append(
            Bezwaar(
                f"{blad.naam}!{merged.coord}",
                "deze cellen zijn samengevoegd, en dan is niet te zien waar de tekst bij hoort",
                "hef het samenvoegen op (Start > Samenvoegen en centreren)",
            )
        )
    found = _read_kop(sheet, blad, werkmap)
    if found is None:
        return
    letters = {veld: get_column_letter(column) for veld, column in found.items()}
    rows = werkmap.rijen.setdefault(blad.naam, [])
    seen: dict[str, int] = {}
    for number in range(2, sheet.max_row + 1):
        cells = {veld: sheet.cell(number, column) for veld, column in found.items()}
        refused: list[Bezwaar] = []
        row_id, texts = _read_rij(cells, blad, refused)
        werkmap.bezwaren += refused
        # Without an id, a row of which a cell is not taken has told all there is to tell.
        if not row_id and (refused or not any(texts.values())):
            continue
        row = Excelrij(blad.naam, number, row_id, texts, letters)
        if row.id and row.id in seen:
            werkmap.bezwaren.append(
                Bezwaar(
                    row.adres(),
                    f"de id {row.id} staat er twee keer, ook op rij {seen[row.id]}",
                    "haal een van de twee rijen weg; bij een nieuwe meting blijft de id leeg",
                )
            )
            continue
        seen.setdefault(row.id, number)
        rows.append(row)


def _read_rij(
    cells: Mapping[str, Any], blad: Blad, bezwaren: list[Bezwaar]
) -> tuple[str, dict[str, str]]:
    """The id and the texts of a row, without the cells that are not taken."""
    taken: dict[str, str] = {}
    for veld, cell in cells.items():
        read = read_cell(cell, blad.kolommen.get(veld, _ID))
        if isinstance(read, Weigering):
            adres = f"{blad.naam}!{cell.coordinate}"
            bezwaren.append(Bezwaar(adres, f"{veld}: {read.melding}", read.oplossing))
        else:
            taken[veld] = read
    return taken.pop(ID, ""), taken


def _read_kop(sheet: Any, blad: Blad, werkmap: Werkmap) -> dict[str, int] | None:
    """The number of each column by its field; None when the sheet cannot be read by its head."""
    found: dict[str, int] = {}
    extra: dict[str, str] = {}
    for column in range(1, sheet.max_column + 1):
        name = str(sheet.cell(1, column).value or "").strip().lower()
        adres = f"{blad.naam}!{get_column_letter(column)}1"
        if name in found:
            melding = f"de kolom {name} staat er twee keer"
            werkmap.bezwaren.append(Bezwaar(adres, melding, "haal een van de twee weg"))
            return None
        if name == ID or name in blad.kolommen:
            found[name] = column
        elif name or _is_used(sheet, column):
            extra[adres] = name
    missing = [veld for veld in (ID, *blad.kolommen) if veld not in found]
    if ID in missing:
        melding = "de kolom id ontbreekt, en dan is niet te zien welke rij wat is"
        oplossing = "zet de kolom terug, of maak een nieuw bestand met circulair excel uit"
        werkmap.bezwaren.append(Bezwaar(f"{blad.naam}!A1", melding, oplossing))
        return None
    for adres, name in extra.items():
        if missing:
            likely = find_closest(name, missing) or missing[0]
            told = f"de kolom {show(name)} bestaat niet" if name else "deze kolom heeft geen naam"
            melding = f"{told}, en de kolom {likely} ontbreekt"
            oplossing = f"noem de kolom weer {likely}, of haal haar weg"
            werkmap.bezwaren.append(Bezwaar(adres, melding, oplossing))
        else:
            werkmap.opmerkingen.append(
                f"De kolom {show(name)} ({adres}) hoort hier niet en is niet gelezen."
            )
    if missing and not extra:
        werkmap.opmerkingen.append(
            f"Op het blad {blad.naam} ontbreekt {', '.join(missing)}; daar verandert niets."
        )
    return found


def _is_used(sheet: Any, column: int) -> bool:
    """Whether anything stands in a column without a name."""
    return any(sheet.cell(row, column).value is not None for row in range(2, sheet.max_row + 1))
