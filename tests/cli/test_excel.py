"""The commands `circulair excel uit` and `in`, as an advisor uses them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.findings import GeneratorError
from tests.edit.excel.werkmappen import fill

ACTIE = "data/acties/A-0001.yaml"


def run(root: Path, *arguments: str | Path) -> Result:
    """Run `circulair excel` on the programme in `root`."""
    words = ["excel", *map(str, arguments), "--bron", str(root)]
    return CliRunner().invoke(circulair, words, standalone_mode=False)


@pytest.fixture
def werkmap(proefdorp_map: Path, tmp_path: Path) -> Path:
    """The workbook of Proefdorp, outside the programme."""
    target = tmp_path / "acties.xlsx"
    done = run(proefdorp_map, "uit", target)
    assert done.return_value == 0, done.output
    assert "metingen. In data is niets veranderd." in done.output
    return target


def _edit(werkmap: Path, **cells: object) -> None:
    """Change fields of A-0001 in the workbook."""
    changes = {("Acties", "A-0001", veld): value for veld, value in cells.items()}
    werkmap.write_bytes(fill(werkmap.read_bytes(), changes))


def test_import_without_a_change_says_so(proefdorp_map: Path, werkmap: Path) -> None:
    """Out and in again: no differences."""
    done = run(proefdorp_map, "in", werkmap, "--schrijf")
    assert (done.return_value, done.output) == (0, "Geen verschillen.\n")


def test_import_shows_first_and_writes_when_asked(proefdorp_map: Path, werkmap: Path) -> None:
    """Without --schrijf nothing is written; with it one line of one file changes."""
    old = (proefdorp_map / ACTIE).read_text("utf-8")
    _edit(werkmap, trekker="wijkbeheerder")
    shown = run(proefdorp_map, "in", werkmap)
    assert shown.return_value == 0
    assert "A-0001 trekker: van 'projectleider wegen' naar 'wijkbeheerder'" in shown.output
    assert "Er is nog niets geschreven." in shown.output
    assert (proefdorp_map / ACTIE).read_text("utf-8") == old
    written = run(proefdorp_map, "in", werkmap, "--schrijf")
    assert written.return_value == 0
    assert "Geschreven: 1 bestand in data." in written.output
    new = old.replace("trekker: projectleider wegen", "trekker: wijkbeheerder")
    assert (proefdorp_map / ACTIE).read_text("utf-8") == new


@pytest.mark.parametrize(
    ("veld", "value", "told"),
    [
        ("fase", "lerend", r"Acties![A-Z]+2: fase: 'lerend' bestaat niet\n +→ bedoelt u 'leren'\?"),
        ("eind", "1-10-2026", r"Acties![A-Z]+2: eind: '1-10-2026' is .*\n +→ schrijf 2026-10-01"),
        ("eind", "2024-01", r"Acties![A-Z]+2: eind \(2024-01\) ligt voor start"),
        ("titel", None, r"  Acties!B2: .*titel.*ontbreekt"),
    ],
)
def test_import_that_breaks_the_programme_writes_nothing(
    veld: str, value: object, told: str, proefdorp_map: Path, werkmap: Path
) -> None:
    """A wrong value is explained by the cell, with what to type, and nothing is written."""
    old = (proefdorp_map / ACTIE).read_bytes()
    _edit(werkmap, **{veld: value})
    done = run(proefdorp_map, "in", werkmap, "--schrijf")
    assert done.return_value == 1
    assert re.search(told, done.output), done.output
    assert (proefdorp_map / ACTIE).read_bytes() == old


def test_conflict_writes_nothing(proefdorp_map: Path, werkmap: Path) -> None:
    """A cell that changed on both sides stops the import, of other cells too."""
    _edit(werkmap, trekker="wijkbeheerder", begrotingsprogramma="Groen")
    actie = proefdorp_map / ACTIE
    actie.write_text(actie.read_text("utf-8").replace("projectleider wegen", "adviseur"), "utf-8")
    old = actie.read_bytes()
    done = run(proefdorp_map, "in", werkmap, "--schrijf")
    assert done.return_value == 1
    told = "was 'projectleider wegen'; nu in data 'adviseur'; in Excel 'wijkbeheerder'"
    assert told in done.output
    assert actie.read_bytes() == old


def test_mistake_that_was_there_already_does_not_stop_an_import(
    proefdorp_map: Path, werkmap: Path
) -> None:
    """What was wrong before is not blamed on Excel."""
    teams = proefdorp_map / "data" / "acties" / "A-0002.yaml"
    teams.write_text(teams.read_text("utf-8").replace("fase: opschaling", "fase: niets"), "utf-8")
    _edit(werkmap, trekker="wijkbeheerder")
    assert run(proefdorp_map, "in", werkmap, "--schrijf").return_value == 0


def test_export_keeps_a_workbook_that_is_there(proefdorp_map: Path, werkmap: Path) -> None:
    """A workbook in which somebody may have worked is replaced only when asked."""
    werkmap.write_bytes(b"werk van iemand")
    with pytest.raises(GeneratorError, match="--vervang"):
        run_strict(proefdorp_map, "uit", werkmap)
    assert werkmap.read_bytes() == b"werk van iemand"
    assert run(proefdorp_map, "uit", werkmap, "--vervang").return_value == 0


def run_strict(root: Path, *arguments: str | Path) -> Result:
    """As `run`, with an error of the program raised."""
    words = ["excel", *map(str, arguments), "--bron", str(root)]
    return CliRunner().invoke(circulair, words, standalone_mode=False, catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("data/acties.xlsx", "een map van het programma"),
        ("acties.xls", "Noem het bestand met .xlsx"),
        ("weg/acties.xlsx", "bestaat niet"),
    ],
)
def test_export_to_a_wrong_place_is_refused(name: str, told: str, proefdorp_map: Path) -> None:
    """A workbook among the data would be an unknown file there."""
    with pytest.raises(GeneratorError, match=told):
        run_strict(proefdorp_map, "uit", proefdorp_map / name)


def test_export_of_a_programme_with_mistakes_waits(proefdorp_map: Path, tmp_path: Path) -> None:
    """What cannot be read would be absent from the workbook, so mistakes come first."""
    actie = proefdorp_map / ACTIE
    actie.write_text(actie.read_text("utf-8").replace("fase: leren", "fase: niets"), "utf-8")
    done = run(proefdorp_map, "uit", tmp_path / "acties.xlsx")
    assert done.return_value == 1
    assert "Er is geen Excelbestand gemaakt." in done.output
    assert not (tmp_path / "acties.xlsx").exists()


@pytest.mark.parametrize("name", ["weg.xlsx", "acties.csv"])
def test_import_of_what_is_not_there_is_explained(name: str, proefdorp_map: Path) -> None:
    """A wrong name gives one Dutch sentence."""
    with pytest.raises(GeneratorError, match=r"is niet te openen|geen Excelbestand"):
        run_strict(proefdorp_map, "in", proefdorp_map / name)


def test_without_the_library_the_command_says_what_to_install(
    proefdorp_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel is optional: who does without hears how to add it."""
    monkeypatch.setattr("generator.workbench.excel.find_spec", lambda _: None)
    assert importlib.util.find_spec("openpyxl")
    for arguments in (("uit", tmp_path / "a.xlsx"), ("in", tmp_path / "b.xlsx")):
        (tmp_path / "b.xlsx").touch()
        with pytest.raises(GeneratorError, match=r"pip install .*\[excel\]"):
            run_strict(proefdorp_map, *arguments)
