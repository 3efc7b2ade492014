"""Out and back: what was not changed stays, and one changed cell is one changed line."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from generator.edit.excel.cellen import fold, make_value
from generator.edit.excel.inhoud import Inhoud, read_inhoud
from generator.edit.excel.keuzes import list_keuzes
from generator.edit.excel.kolommen import Blad, Kolom, Soort, make_bladen
from generator.edit.excel.toepassen import apply
from generator.edit.excel.vergelijken import Wijziging
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.model.schrijftekens import find_stuurteken
from generator.pipeline import inspect
from tests.conftest import MINIGEMEENTE
from tests.edit.excel.werkmappen import change, export, fill, list_changed, read
from tests.programmes import ROOT

PROVINCIE = ROOT / "tests" / "provincie"
ANDERS = {
    Soort.TEKST: "Iets anders: met een dubbele punt",
    Soort.GETAL: 4321.5,
    Soort.DATUM: "2026-02-03",
    Soort.MOMENT: "2026-02",
}
ANDERE_SLEUTEL = {"definitie_versie": "fijn", "jaar": 2019}


@pytest.fixture(scope="module")
def werkmap() -> bytes:
    """The workbook of the sample programme."""
    return export(ROOT)


def _read_sources(root: Path) -> tuple[Inhoud, tuple[Blad, Blad]]:
    bladen = make_bladen()
    return read_inhoud(SourceTree(root), *bladen), bladen


@pytest.mark.parametrize("root", [ROOT, MINIGEMEENTE, PROVINCIE], ids=lambda root: root.name)
def test_unchanged_workbook_changes_nothing(root: Path) -> None:
    """Export and import without a change: no difference at all."""
    back = read(root, export(root))
    assert back.bestanden == {}
    assert (*back.wijzigingen, *back.metingen, *back.botsingen, *back.bezwaren) == ()
    assert back.opmerkingen == ()


@pytest.mark.parametrize("root", [ROOT, MINIGEMEENTE], ids=lambda root: root.name)
def test_workbook_saved_by_another_program_changes_nothing(root: Path) -> None:
    """Opened and saved elsewhere without a change: no difference either."""
    assert read(root, change(export(root), lambda _: None)).bestanden == {}


def test_same_data_give_the_same_bytes(werkmap: bytes) -> None:
    """Two exports of the same data are the same file: its only date is the peildatum."""
    assert export(ROOT) == werkmap
    day = inspect(ROOT).peildatum.isoformat()
    with zipfile.ZipFile(io.BytesIO(werkmap)) as packed:
        core = packed.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
    assert re.findall(r">([0-9-]+)T", core) == [day, day]


def _choose_other(kolom: Kolom, old: str, choices: dict[str, list[str]]) -> object:
    """Another valid value for a cell, as Excel would hold it."""
    if kolom.naam in ANDERE_SLEUTEL:
        return ANDERE_SLEUTEL[kolom.naam]
    if kolom.soort is Soort.KEUZE:
        return next(choice for choice in choices[kolom.lijst] if choice != old)
    if kolom.soort is Soort.JANEE:
        return old != "true"
    return f"{old} Nog iets." if len(old) > 120 else ANDERS[kolom.soort]


def _list_choices(root: Path, bladen: tuple[Blad, Blad]) -> dict[str, list[str]]:
    keuzes = list_keuzes(inspect(root).gelezen, bladen)
    return {name: [keuze.id for keuze in found] for name, found in keuzes.items()}


def test_one_changed_cell_of_an_action_is_one_changed_line(werkmap: bytes) -> None:
    """For each field of an action: another value changes one line of one file, a new one adds one.

    Each field is tried in an action of its own, where it was filled in if it is anywhere.
    """
    inhoud, bladen = _read_sources(ROOT)
    choices = _list_choices(ROOT, bladen)
    free = dict(inhoud.acties)
    cells = {}
    for kolom in sorted(bladen[0].kolommen.values(), key=lambda k: k.naam != "reden"):
        filled = [row_id for row_id, row in free.items() if kolom.naam in row]
        row_id = next(iter(filled or free))
        old = free.pop(row_id).get(kolom.naam, "")
        cells[("Acties", row_id, kolom.naam)] = _choose_other(kolom, old, choices)
    back = read(ROOT, fill(werkmap, cells))
    assert back.bezwaren == ()
    assert len(back.bestanden) == len(back.wijzigingen) == len(cells) == len(bladen[0].kolommen)
    for (_, row_id, veld), value in cells.items():
        name = f"data/acties/{row_id}.yaml"
        lines = list_changed((ROOT / name).read_bytes(), back.bestanden[name])
        is_new = veld not in inhoud.acties[row_id]
        assert [line[0] for line in lines] == ["+"] if is_new else ["-", "+"], (veld, value, lines)


def test_one_changed_cell_of_a_measurement_is_one_changed_line(werkmap: bytes) -> None:
    """For each column of a measurement: another value changes one line of one file."""
    inhoud, bladen = _read_sources(ROOT)
    choices = _list_choices(ROOT, bladen)
    free = [name for name, rows in inhoud.metingen.items() if rows]
    cells = {}
    kop = inhoud.koppen[free[0]]
    fields = [kolom for kolom in bladen[1].kolommen.values() if kolom.naam in kop]
    for kolom in fields:
        if kolom.naam == "reeks":
            continue
        indicator = free.pop(0)
        old = inhoud.metingen[indicator][0].cellen.get(kolom.naam, "")
        other = _choose_other(kolom, old, choices)
        cells[("Metingen", f"{indicator}-1", kolom.naam)] = other
    back = read(ROOT, fill(werkmap, cells))
    assert back.bezwaren == ()
    assert len(back.bestanden) == len(cells) >= 9
    for name, content in back.bestanden.items():
        lines = list_changed((ROOT / name).read_bytes(), content)
        assert [line[0] for line in lines] == ["-", "+"], (name, lines)


def test_comments_and_line_ends_stay(proefdorp_map: Path) -> None:
    """A comment behind a value, and the line ends of Windows, are there after the import."""
    actie = proefdorp_map / "data" / "acties" / "A-0001.yaml"
    text = actie.read_text("utf-8")
    text = text.replace("fase: leren\n", "# afgesproken in maart\nfase: leren  # nog even\n")
    actie.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    cells = {("Acties", "A-0001", "fase"): "opschaling"}
    back = read(proefdorp_map, fill(export(proefdorp_map), cells))
    new = text.replace("fase: leren ", "fase: opschaling ").replace("\n", "\r\n")
    assert back.bestanden == {"data/acties/A-0001.yaml": b"\xef\xbb\xbf" + new.encode()}


@pytest.mark.parametrize(
    "titel",
    ["=1+1", "+31 20 en meer", "-min", "@iets", "_x0041_ blijft", "2026", "01-02-2026", "WAAR"],
)
def test_text_that_excel_would_change_comes_back_as_it_was(titel: str, proefdorp_map: Path) -> None:
    """What begins as a formula, or looks like a number or a date, stays text in the workbook."""
    actie = proefdorp_map / "data" / "acties" / "A-0003.yaml"
    text = actie.read_text("utf-8").replace("titel: Koffie in eigen bekers", f'titel: "{titel}"')
    actie.write_text(text, "utf-8")
    content = export(proefdorp_map)
    cell = load_workbook(io.BytesIO(content))["Acties"]["B4"]
    assert (cell.data_type, unescape(cell.value)) == ("s", titel)
    assert read(proefdorp_map, content).bestanden == {}


@pytest.mark.parametrize("text", ["0,1", "12500,50", "-0,4", "999999999999,99", "1215", "4,80"])
def test_numbers_come_back_exactly(text: str, proefdorp_map: Path) -> None:
    """A number is a number in Excel, and no digit of it changes on the way."""
    meting = proefdorp_map / "data" / "metingen" / "bewustzijn.csv"
    meting.write_text(meting.read_text("utf-8").replace("3,1", text), "utf-8")
    assert isinstance(make_value(text, Soort.GETAL), int | float)
    assert read(proefdorp_map, export(proefdorp_map)).bestanden == {}


def test_number_that_excel_cannot_hold_goes_out_as_text() -> None:
    """More than fifteen digits would be rounded by Excel, so they are text there."""
    assert make_value("123456789012,1234567890", Soort.GETAL) == "123456789012,1234567890"


NARE_TEKSTEN = (
    "a: b # c",
    "- streepje",
    "'enkel'",
    '"dubbel" en \\schuin',
    "{x} en [y]",
    "null",
    "true",
    "12,5",
    "1.234",
    "0x1F",
    "2026-10-01",
    "&anker *ster !label",
    "% procent, @ apenstaart, `haak`",
    "| en >",
    "Eerste alinea.\nTweede alinea.",
    "tab\tertussen",
    "één €, ½ en 😀",
    "x" * 300,
    "woord " * 80,
    "=SOM(A1)",
    "---",
    "stuurteken \x07 erin",
    "keert \u202e om",
    "regel \x85 eind",
)


@pytest.mark.parametrize("veld", ["titel", "reden", "omschrijving"])
def test_whatever_somebody_types_comes_in_as_typed_or_is_refused(veld: str) -> None:
    """Any text in a cell becomes that very text in the file, or is told; nothing else changes."""
    inhoud, bladen = _read_sources(MINIGEMEENTE)
    name = "data/acties/A-0003.yaml"
    for text in NARE_TEKSTEN:
        cell = Wijziging("Acties!B4", "A-0003", veld, "", text, name)
        made = apply([cell], (), inhoud, bladen, partial(read_raw, MINIGEMEENTE))
        if made.bezwaren:
            assert find_stuurteken(text), (text, made.bezwaren)
            continue
        tree = SourceTree(MINIGEMEENTE, made.bestanden)
        written = read_inhoud(tree, *bladen).acties["A-0003"]
        assert fold(written[veld], Soort.TEKST) == fold(text, Soort.TEKST)
        assert {**written, veld: ""} == {**inhoud.acties["A-0003"], veld: ""}
