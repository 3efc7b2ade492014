"""`circulair start`: a new programme is right at once, sounds like its owner, spoils nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.edit.begin import make_programme
from generator.findings import has_fout
from generator.model.begin import SOORTEN, Antwoorden
from generator.pipeline import inspect
from tests.cli.test_commands import ENGELS, run

DAG = date(2026, 11, 22)
VAN_EEN_ANDER = re.compile(r"Voorbeeldstad|Soest|Onderbouwing|Proefdorp")
GEMEENTE = re.compile(
    r"gemeente|burgemeester|wethouder|\braads|\braad\b|\bcollege\b", re.IGNORECASE
)
HANDLEIDING = "data/README.md"
"""The manual is that of the program, with examples of its own."""


def make(soort: str, naam: str = "", dag: date = DAG) -> dict[str, str]:
    """The files of a new programme, as texts."""
    antwoorden = Antwoorden(
        soort=soort,
        naam=naam or f"{soort.capitalize()} Nieuwbegin",
        contact="circulair@nieuwbegin.example",
        van=2027,
        tot=2030,
        eindjaar=2050,
        vandaag=dag,
        versie="0.1.0",
    )
    return {name: content.decode() for name, content in make_programme(antwoorden).items()}


def start(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *options: str, typed: str | None = None
) -> Result:
    """Run the command, with the answers that somebody types, if any."""
    monkeypatch.setattr("generator.cli.start.is_interactive", lambda: typed is not None)
    command = ["start", str(folder), *options]
    return CliRunner().invoke(circulair, command, input=typed, standalone_mode=False)


@pytest.mark.parametrize("soort", SOORTEN)
def test_new_programme_has_nothing_to_mend(soort: str) -> None:
    """The check finds nothing at all, so that the first message is about one's own work."""
    anders = {name: text.encode() for name, text in make(soort).items()}
    assert inspect(None, today=DAG, anders=anders).findings == ()


@pytest.mark.parametrize("dag", [date(2027, 6, 1), date(2033, 1, 1)])
def test_new_programme_stays_right_as_time_passes(dag: date) -> None:
    """Who comes back after a holiday, or after years, is warned at most, and never locked out."""
    anders = {name: text.encode() for name, text in make("regio").items()}
    assert not has_fout(inspect(None, today=dag, anders=anders).findings)


@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_of_another_place_comes_along(soort: str) -> None:
    """A new programme does not mention the town of the examples, and has no place left to fill."""
    files = make(soort)
    found = [name for name, text in files.items() if VAN_EEN_ANDER.search(text)]
    assert found == []
    assert [name for name, text in files.items() if re.search(r"__[A-Z]+__", text)] == []


@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if soort != "gemeente"])
def test_other_governments_are_not_called_a_municipality(soort: str) -> None:
    """A province reads about its own bodies, also in the vocabularies; none of a municipality."""
    own = {name: text for name, text in make(soort).items() if name != HANDLEIDING}
    wrong = [
        f"{name}: {line.strip()}"
        for name, text in own.items()
        for line in text.splitlines()
        if GEMEENTE.search(line)
    ]
    assert wrong == []


def test_nothing_of_the_program_is_laid_down() -> None:
    """No template and no code comes along, so that a newer package needs no merge."""
    kinds = {Path(name).suffix or Path(name).name for name in make("gemeente")}
    assert kinds <= {
        *(".yaml", ".yml", ".csv", ".md", ".txt", ".json"),
        *(".gitignore", ".gitattributes"),
    }


def test_site_of_a_province_never_says_municipality(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Building works at once; the site of a concept is for the intranet, and sounds like hers."""
    folder = tmp_path / "mijn programma"
    done = start(monkeypatch, folder, "--naam", "Provincie Testland", "--stil")
    assert done.return_value == 0, done.output
    assert f'cd "{folder}"' in done.output
    assert [line[:4] for line in done.output.splitlines() if line.startswith("  ")] == [
        "  1.",
        "  2.",
        "  3.",
    ]
    built = CliRunner().invoke(circulair, ["bouw", "--bron", str(folder)], standalone_mode=False)
    assert built.return_value == 0, built.output
    assert "Alleen de intranetversie wordt gebouwd" in built.output
    assert sorted(path.name for path in (folder / "site").iterdir()) == ["intern"]
    for path in sorted((folder / "site" / "intern").rglob("*.html")):
        if "beheer" in path.parts:
            continue  # the manual of the program, with examples of its own
        text = BeautifulSoup(path.read_text("utf-8"), "html.parser").get_text(" ")
        assert not re.search(r"\bgemeente", text, re.IGNORECASE), path
        assert "Circulair Testland" in text, path


def test_questions_are_asked_until_they_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong answer is explained and asked again; Enter takes the proposal."""
    typed = "Waterschap <Lek>\nWaterschap Lek & Co\n\npiet\n\n27\n2028\n2020\n\n\n\n"
    done = start(monkeypatch, tmp_path / "nieuw", typed=typed)
    assert done.return_value == 0, done.output
    for told in (
        "in de naam staat '<'",
        "'piet' is geen mailadres",
        "'27' is geen jaartal",
        "2020 is te vroeg; kies 2028 of later",
    ):
        assert f"Dat kan niet: {told}" in done.output
    text = (tmp_path / "nieuw" / "data" / "programma.yaml").read_text("utf-8")
    assert "soort: waterschap\n" in text
    assert "overheid: Waterschap Lek & Co\n" in text
    assert "naam: Circulair actieprogramma Lek & Co 2028-2031\n" in text
    assert "contact: circulair@lek-co.example\n" in text


@pytest.mark.parametrize(
    "naam", ["'s-Gravenwoud", "2 Stromen", "Gemeente Één (proef)", "Yes", "null"]
)
def test_any_name_survives(naam: str) -> None:
    """A name that YAML would read as something else is quoted where that is needed."""
    anders = {name: text.encode() for name, text in make("gemeente", naam).items()}
    found = inspect(None, today=DAG, anders=anders)
    assert found.findings == ()
    assert found.programma is not None
    assert found.programma.gegevens.overheid == naam


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--soort", "provinsie"], "--soort: 'provinsie' bestaat niet; bedoelt u 'provincie'?"),
        (["--contact", "wij"], "--contact: 'wij' is geen mailadres"),
        (["--tot", "2001"], "--tot: 2001 is te vroeg"),
        (["--naam", "x: *y"], "--naam: in de naam staat ':'"),
        (["--naam", "!"], "--naam: in de naam staat '!'"),
    ],
)
def test_wrong_option_is_explained(
    options: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that gives a wrong answer hears which, and nothing is written."""
    assert told in str(start(monkeypatch, tmp_path / "nieuw", *options).exception)
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize("name", ["README.md", "data/eigen.txt", "content", ".github/x.yml"])
def test_what_somebody_has_is_never_overwritten(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that stands in the way is named, and the folder stays as it was."""
    theirs = tmp_path / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("van mij", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    told = str(start(monkeypatch, tmp_path).exception)
    assert f"staat al: {name.partition('/')[0]}." in told
    assert sorted(tmp_path.rglob("*")) == before
    assert theirs.read_text("utf-8") == "van mij"


def test_folder_of_git_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who made an empty repository first, begins in it; other files of theirs stay too."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("van mij", encoding="utf-8")
    assert start(monkeypatch, tmp_path).return_value == 0
    assert (tmp_path / "LICENSE").read_text("utf-8") == "van mij"
    assert (tmp_path / ".gitignore").is_file()


def test_file_is_no_place_to_begin(tmp_path: Path) -> None:
    """Naming a file instead of a folder is explained."""
    (tmp_path / "nieuw").write_text("van mij", encoding="utf-8")
    done = run("start", tmp_path / "nieuw", "--stil")
    assert done.returncode == 2
    assert "is geen map" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["start", "nieuw"])
def test_help_of_new_things_is_dutch(command: str) -> None:
    """The help speaks the language of its readers."""
    text = CliRunner().invoke(circulair, [command, "--help"], prog_name="circulair").output
    assert f"Gebruik: circulair {command} [OPTIES]" in text
    assert [word for word in ENGELS if word in text] == []
