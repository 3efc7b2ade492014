"""The command line: exit codes, messages, and what it leaves alone."""

from __future__ import annotations

import json
import os
import shutil
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
    """Checking stays quick: pandas, plotly, mkdocs and the explanations are not loaded."""
    code = (
        "import sys\nfrom generator.cli import circulair\n"
        "circulair.main(['controleer'], standalone_mode=False)\n"
        "heavy = {'pandas', 'plotly', 'mkdocs', 'babel', 'numpy', 'generator.model.meldingen'}\n"
        "print(sorted(heavy & set(sys.modules)))"
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
    (finding,) = [item for item in json.loads(done.stdout) if item["ernst"] == "fout"]
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
        (["bouw", "--brom", "x"], "--brom bestaat niet (bedoelt u --bron?)"),
        (["bouw", "--bron"], "--bron moet een waarde krijgen"),
        (["bouw", "--help=x"], "--help krijgt geen waarde"),
        (["bouw", "nu", "meteen"], "'nu meteen' hoort hier niet"),
        (["excel", "in"], "noem ook BESTAND.xlsx"),
        (["bouwen"], "de opdracht bouwen bestaat niet (bedoelt u bouw?)"),
        (["controleer", "--bron", "README.md"], "is een bestand en geen map"),
        (["bekijk", "--adres", "abc"], "'abc' is geen adres"),
        (["bekijk", "--adres", "8000"], "'8000' is geen adres"),
        (["bekijk", "--adres", "127.0.0.1:99999"], "is geen adres"),
        (["bouw", "--doel", "."], "de map van het programma zelf"),
        (["bouw", "--doel", "..", "--editie", "intern"], "u werkt nu zelf in die map"),
        (["bouw", "--doel", "data/site"], "ligt in 'data'"),
        (["bouw", "--doel", "content"], "ligt in 'content'"),
        (["bouw", "--doel", ".build/site"], "ligt in '.build'"),
        (["bouw", "--doel", "README.md/site"], "'README.md' is een bestand en geen map"),
    ],
)
def test_wrong_use_is_explained_and_gives_exit_code_2(arguments: list[str], told: str) -> None:
    """A wrong option gives one Dutch sentence and never a traceback."""
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


ENGELS = ("Usage", "OPTIONS", "COMMAND", "ARGS", "TEXT", "PATH", "Show this message")


@pytest.mark.parametrize("command", ["controleer", "bouw", "bekijk", ""])
def test_help_is_dutch(command: str) -> None:
    """The help speaks the language of its readers."""
    text = run(*command.split(), "--help").stdout
    assert f"Gebruik: circulair {command}".strip() in text
    assert "Opties:" in text
    assert [word for word in ENGELS if word in text] == []


def test_no_command_shows_the_help() -> None:
    """Who types only the name of the program sees what it can do, and no reproach."""
    done = run()
    assert done.returncode == 2
    assert done.stderr.startswith("Gebruik: circulair OPDRACHT")
    assert "Opdrachten:" in done.stderr


def test_console_without_our_characters_is_no_reason_to_stop(programme: Path) -> None:
    """An old Windows console gets its findings too."""
    (programme / "data" / "teams.yaml").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "controleer", "--bron", programme],
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr == b""
    assert "→" in done.stdout.decode("utf-8")


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
    for command in ("bouw", "bekijk"):
        done = run(command, "--bron", programme)
        assert done.returncode == 2
        assert "ontbreekt mkdocs.yml" in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plugins:\n\t- circulair\n", "is niet in orde"),
        ("site_name: x\n", "ontbreekt de plugin circulair"),
        ("site_name: x\ntheme: zomaar\n", "is niet in orde"),
    ],
)
def test_broken_mkdocs_yml_is_explained(programme: Path, text: str, told: str) -> None:
    """Building and preview say that mkdocs.yml must be mended, and leave nothing behind."""
    (programme / "mkdocs.yml").write_text(text, encoding="utf-8")
    for command in ("bouw", "bekijk"):
        done = run(command, "--bron", programme.name, cwd=programme.parent)
        assert done.returncode == 2
        assert f"'{programme.name}/mkdocs.yml'" in done.stderr.replace("\\", "/")
        assert told in done.stderr
        assert "Traceback" not in done.stderr
    assert list((programme / ".build").glob("*/*")) == []


def test_file_that_cannot_be_written_is_explained(programme: Path) -> None:
    """A disk that refuses gives a sentence with the name of the file, not a stack."""
    (programme / ".build").touch()
    done = run("bouw", "--bron", programme)
    assert done.returncode == 2
    assert "Een bestand kan niet geschreven worden" in done.stderr
    assert ".build" in done.stderr


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


def test_one_edition_without_doel_comes_beside_the_other(programme: Path) -> None:
    """Building one edition never touches the other, nor puts one inside the other."""
    assert run("bouw", "--bron", programme).returncode == 0
    done = run("bouw", "--bron", programme, "--editie", "publiek")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (programme / "site").iterdir()) == ["intern", "publiek"]


def test_intranet_edition_is_never_put_inside_a_public_site(programme: Path) -> None:
    """Who publishes the public folder would publish the intranet with it."""
    target = programme.parent / "openbaar"
    run("bouw", "--bron", programme, "--editie", "publiek", "--doel", target)
    done = run("bouw", "--bron", programme, "--doel", target)
    assert done.returncode == 2
    assert "zelf een gebouwde site" in done.stderr
    assert not (target / "intern").exists()


def test_relative_bron_and_doel_are_read_from_where_the_user_is(programme: Path) -> None:
    """A folder is named from the user's own place, and shown as it was typed."""
    done = run("bouw", "--bron", "programma", "--editie", "publiek", "--doel", "hier/site",
               cwd=programme.parent)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (programme.parent / "hier" / "site" / "index.html").is_file()
    assert f" {Path('hier', 'site', 'index.html')}" in done.stdout
    assert sorted(path.name for path in programme.iterdir()) == [
        ".build", "content", "data", "mkdocs.yml"
    ]  # fmt: skip


def test_builds_at_the_same_time_do_not_disturb_each_other(programme: Path) -> None:
    """Two people, or a person and a server, may build one programme at once."""
    command = [sys.executable, "-m", "generator", "bouw", "--editie", "intern"]
    days = ("2025-01-15", "2026-10-01")
    running = [
        subprocess.Popen([*command, "--doel", f"../{day}", "--peildatum", day], cwd=programme)
        for day in days
    ]
    assert [process.wait() for process in running] == [0, 0]
    for day, late in zip(days, (0, 3), strict=True):
        page = (programme.parent / day / "acties" / "index.html").read_text(encoding="utf-8")
        assert page.count("einddatum voorbij") == late
    assert list((programme / ".build" / "intern").iterdir()) == []


@pytest.mark.parametrize("day", ["1960-01-01", "2200-01-01"])
def test_any_peildatum_can_be_built(proefdorp_map: Path, day: str) -> None:
    """A date before 1970 or after 2106 is unusual, not impossible."""
    done = run("bouw", "--bron", proefdorp_map, "--editie", "publiek", "--peildatum", day)
    assert done.returncode == 0, done.stdout + done.stderr


def test_programme_without_content_can_be_built(proefdorp_map: Path) -> None:
    """Who writes no prose needs no folder for it; git would not keep it either."""
    shutil.rmtree(proefdorp_map / "content")
    for name in ("beelden", "huisstijl"):  # their files lie in content/media
        (proefdorp_map / "data" / f"{name}.yaml").unlink()
    settings = proefdorp_map / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("docs_dir: data", "docs_dir: content"), encoding="utf-8")
    done = run("bouw", "--bron", proefdorp_map, "--editie", "publiek")
    assert done.returncode == 0, done.stdout + done.stderr
    settings.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=proefdorp_map,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


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
        "def broken(root, **_): raise ZeroDivisionError\n"
        "p.inspect = broken\nimport sys; sys.argv = ['circulair', 'controleer']\nc.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
