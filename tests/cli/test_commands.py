"""The command line: exit codes, messages, and what it leaves alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programmes import ROOT, copy_programme


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run `circulair` as a user would, in its own process."""
    command = [sys.executable, "-X", "utf8", "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A copy of the default programme that a test may break."""
    return copy_programme(tmp_path / "programma")


def test_controleer_on_the_default_data_finds_nothing() -> None:
    """The sample programme is without mistakes, and the check says how much it saw."""
    done = run("controleer")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "In orde: 36 acties" in done.stdout


def test_controleer_loads_no_heavy_library() -> None:
    """Checking stays quick: pandas, plotly and mkdocs are not loaded."""
    code = (
        "import sys\nfrom generator.cli import circulair\n"
        "circulair.main(['controleer'], standalone_mode=False)\n"
        "print(sorted({'pandas', 'plotly', 'mkdocs', 'babel', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr


def test_controleer_gives_json_for_other_programs(programme: Path) -> None:
    """Another program gets every finding as an object with the agreed seven fields."""
    actie = programme / "data" / "acties" / "A-0002.yaml"
    text = actie.read_text(encoding="utf-8").replace("fase: opschaling", "fase: opschalen")
    actie.write_text(text, encoding="utf-8")
    done = run("controleer", "--bron", programme, "--vorm", "json")
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)
    line = text.splitlines().index("fase: opschalen") + 1
    assert finding == {
        "code": "VERWIJZING-ONBEKEND",
        "ernst": "fout",
        "bestand": "data/acties/A-0002.yaml",
        "regel": line,
        "kolom": 7,
        "melding": "fase: 'opschalen' bestaat niet",
        "oplossing": "bedoelt u 'opschaling'?",
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["controleer", "--bron", "nergens"], "bestaat niet"),
        (["bouw", "--peildatum", "30-02-2026"], "geen datum"),
        (["bouw", "--peildatum", "2026-02-30"], "30 februari 2026 bestaat niet"),
        (["bouw", "--editie", "geheim"], "kies uit intern, publiek, alle"),
        (["bouw", "--onbekend"], "--onbekend bestaat niet"),
        (["bouwen"], "bouwen"),
    ],
)
def test_wrong_use_is_explained_and_gives_exit_code_2(arguments: list[str], told: str) -> None:
    """A wrong option gives one Dutch sentence and never a traceback."""
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_dutch() -> None:
    """The help speaks the language of its readers."""
    text = run("bouw", "--help").stdout
    assert "Gebruik: circulair bouw" in text
    assert "Opties:" in text
    assert "Usage" not in text
    assert "Show this message" not in text


def test_bouw_refuses_to_replace_a_folder_that_is_not_a_site(programme: Path) -> None:
    """A folder with somebody's work is never overwritten."""
    target = programme.parent / "werk"
    target.mkdir()
    (target / "notitie.txt").write_text("bewaren", encoding="utf-8")
    done = run("bouw", "--bron", programme, "--editie", "intern", "--doel", target)
    assert done.returncode == 2
    assert "geen eerder gebouwde site" in done.stderr
    assert (target / "notitie.txt").read_text(encoding="utf-8") == "bewaren"


def test_bouw_without_mkdocs_yml_says_what_is_missing(programme: Path) -> None:
    """The advisor hears which file is missing, and where it should be."""
    (programme / "mkdocs.yml").unlink()
    done = run("bouw", "--bron", programme)
    assert done.returncode == 2
    assert "ontbreekt mkdocs.yml" in done.stderr


def test_bouw_on_an_empty_folder_writes_nothing(tmp_path: Path) -> None:
    """No data at all is a finding, and nothing is written."""
    done = run("bouw", "--bron", tmp_path)
    assert done.returncode == 1
    assert "hier staan geen gegevens" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_bouw_of_one_edition_lands_directly_in_doel(programme: Path) -> None:
    """One edition goes straight into the folder that was named."""
    target = programme.parent / "publiek"
    done = run("bouw", "--bron", programme, "--editie", "publiek", "--doel", target)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (target / "index.html").is_file()
    assert "pagina's" in done.stdout
    assert str(target / "index.html") in done.stdout


def test_peildatum_decides_what_is_late(programme: Path) -> None:
    """The same data at an earlier date show no action as late."""
    shown = {}
    for day in ("2025-01-15", "2026-10-01"):
        target = programme.parent / day
        done = run("bouw", "--bron", programme, "--editie", "intern", "--doel", target,
                   "--peildatum", day)  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        shown[day] = (target / "acties" / "index.html").read_text(encoding="utf-8")
    assert shown["2026-10-01"].count("einddatum voorbij") == 3
    assert shown["2025-01-15"].count("einddatum voorbij") == 0


def test_a_bug_keeps_its_stack_and_gives_exit_code_3() -> None:
    """A mistake of the program itself is not hidden behind a friendly sentence."""
    code = (
        "import generator.cli as c, generator.pipeline as p\n"
        "def broken(root): raise ZeroDivisionError\n"
        "p.inspect = broken\nimport sys; sys.argv = ['circulair', 'controleer']\nc.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
