"""`circulair opmaak` mends the form of files, shows it first, and never changes what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.edit.opmaak import Opgemaakt, tidy
from generator.pipeline import inspect
from generator.workbench import onderhoud


def run(root: Path, *more: str) -> Result:
    """What the command says of a programme."""
    arguments = ["opmaak", "--bron", str(root), *more]
    return CliRunner().invoke(circulair, arguments, standalone_mode=False)


def read_all(root: Path) -> dict[str, bytes]:
    """Every file of a programme."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def rommelig(proefdorp_map: Path) -> Path:
    """Proefdorp as Windows, Excel and Word left it."""
    data = proefdorp_map / "data"
    actie = data / "acties" / "A-0001.yaml"
    actie.write_bytes(b"\xef\xbb\xbf" + actie.read_bytes().replace(b"\n", b"  \r\n", 1))
    teams = data / "teams.yaml"
    text = teams.read_text("utf-8").replace("naam: ", "naam: Café ", 1)
    teams.write_bytes(text.encode("cp1252"))
    thema = data / "themas.yaml"
    thema.write_text(thema.read_text("utf-8").replace("  - id", "\t- id", 1), "utf-8")
    meting = next((data / "metingen").glob("*.csv"))
    meting.write_bytes(b"\xef\xbb\xbf" + meting.read_bytes().replace(b"\n", b"\r\n"))
    return proefdorp_map


def test_without_schrijf_nothing_is_written(rommelig: Path) -> None:
    """Who tries it out sees which files would change and how, and finds them as they were."""
    before = read_all(rommelig)
    found = run(rommelig)
    assert found.return_value == 0
    assert "er verandert geen enkele waarde" in found.output
    assert "data/acties/A-0001.yaml" in found.output
    assert "tekens (Windows-1252)" in found.output
    assert "Er is niets geschreven. Klopt het? Voeg --schrijf toe." in found.output
    assert read_all(rommelig) == before


def test_twice_is_once(rommelig: Path) -> None:
    """After it was written there is nothing left to do, and every file is as git wants it."""
    assert "Geschreven:" in run(rommelig, "--schrijf").output
    after = read_all(rommelig)
    again = run(rommelig, "--schrijf")
    assert again.output == "Alle bestanden staan al in de goede vorm.\n"
    assert read_all(rommelig) == after
    texts = {name: content for name, content in after.items() if name.endswith((".yaml", ".csv"))}
    assert not [name for name, content in texts.items() if b"\r" in content]
    marked = [name for name, content in texts.items() if content.startswith(b"\xef\xbb\xbf")]
    assert [Path(name).suffix for name in marked] == [".csv"]


def test_programme_says_the_same(proefdorp_map: Path) -> None:
    """The order of fields, the line ends and the spaces change; the programme does not."""
    before = inspect(proefdorp_map)
    for path in proefdorp_map.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(proefdorp_map, "--schrijf").return_value == 0
    after = inspect(proefdorp_map)
    assert after.findings == before.findings == ()
    assert after.programma == before.programma


def test_what_windows_left_can_be_read_again(rommelig: Path) -> None:
    """Files that stopped the check, for their signs or a tab, pass it afterwards."""
    assert inspect(rommelig).programma is None
    run(rommelig, "--schrijf")
    assert inspect(rommelig).programma is not None
    assert "Café " in (rommelig / "data" / "teams.yaml").read_text("utf-8")


def test_file_that_cannot_be_read_is_named_and_left(proefdorp_map: Path) -> None:
    """A mistake in one file is told, and keeps no other file from being mended."""
    wrong = proefdorp_map / "data" / "acties" / "A-0001.yaml"
    wrong.write_text("titel: A: B\n", "utf-8")
    odd = proefdorp_map / "data" / "acties" / "A-0002.yaml"
    odd.write_bytes(b"titel: caf\x82\n")
    other = proefdorp_map / "data" / "teams.yaml"
    other.write_bytes(other.read_bytes() + b"\n\n")
    found = run(proefdorp_map, "--schrijf")
    assert "data/acties/A-0001.yaml: het bestand is niet te lezen" in found.output
    assert "data/acties/A-0002.yaml: de tekens zijn niet met zekerheid te lezen" in found.output
    assert wrong.read_text("utf-8") == "titel: A: B\n"
    assert odd.read_bytes() == b"titel: caf\x82\n"
    assert not other.read_bytes().endswith(b"\n\n")


def test_file_that_would_say_something_else_is_refused(
    rommelig: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the program itself err, the one file where it does stays as it is."""

    def err(name: str, content: bytes) -> Opgemaakt:
        made = tidy(name, content)
        if not name.endswith("A-0001.yaml"):
            return made
        return replace(made, inhoud=made.inhoud.replace(b"titel: ", b"titel: Nooit ", 1))

    monkeypatch.setattr(onderhoud, "tidy", err)
    before = (rommelig / "data" / "acties" / "A-0001.yaml").read_bytes()
    found = run(rommelig, "--schrijf")
    assert "A-0001.yaml: opmaken zou veranderen wat er staat" in found.output
    assert (rommelig / "data" / "acties" / "A-0001.yaml").read_bytes() == before
    assert "data/teams.yaml" in found.output
    assert b"Caf\xc3\xa9" in (rommelig / "data" / "teams.yaml").read_bytes()


def test_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    """A wrong folder is a sentence, and no list of nothing."""
    found = run(tmp_path / "weg")
    assert "bestaat niet" in str(found.exception)


def test_new_programme_has_the_usual_form(tmp_path: Path) -> None:
    """Who has just begun has nothing to mend."""
    asked = ["start", str(tmp_path / "nieuw"), "--naam", "Gemeente Testdam", "--soort", "gemeente"]
    begun = CliRunner().invoke(
        circulair, [*asked, "--contact", "a@testdam.nl", "--stil"], standalone_mode=False
    )
    assert begun.return_value == 0, begun.output
    assert run(tmp_path / "nieuw").output == "Alle bestanden staan al in de goede vorm.\n"
