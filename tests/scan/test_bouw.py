"""The whole build: a leak stops it, the old site stays, and a site without leaks is placed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import pipeline
from generator.cli import circulair
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.scan.outputs import Libraries, iter_outputs
from tests.conftest import MINIGEMEENTE
from tests.programmes import copy_programme, copy_provincie
from tests.scan.conftest import write_secrets


def _build(root: Path, editie: str = "publiek") -> Result:
    arguments = ["bouw", "--bron", str(root), "--doel", str(root / "site"), "--editie", editie]
    return CliRunner().invoke(circulair, arguments, standalone_mode=False)


def _hash(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Proefdorp with secrets, and with a public site that was built before."""
    folder = tmp_path / "proefdorp"
    shutil.copytree(MINIGEMEENTE, folder)
    write_secrets(folder)
    done = _build(folder)
    assert done.return_value == 0, done.output
    return folder


def _show_all(programma: Programma, editie: Editie) -> Programma:
    del editie
    return programma


def _keep(fields: tuple[str, ...]) -> Callable[[Programma, Editie], Programma]:
    """A narrow that forgets some fields of actions."""

    def run(programma: Programma, editie: Editie) -> Programma:
        shown = narrow(programma, editie)
        whole = {item.id: item for item in programma.acties}
        return shown.model_copy(
            update={
                "acties": tuple(
                    item.model_copy(update={name: getattr(whole[item.id], name) for name in fields})
                    for item in shown.acties
                )
            }
        )

    return run


def test_person_in_a_public_text_stops_the_build(root: Path) -> None:
    """What the check warned of is not published; with it on the list it is."""
    before = _hash(root / "site")
    action = root / "data" / "acties" / "A-0001.yaml"
    text = action.read_text("utf-8").replace(
        "waarom: Een tegel", "waarom: Bel 06-12345678; een tegel"
    )
    action.write_text(text, "utf-8")
    done = _build(root)
    assert done.return_value == 1, done.output
    assert "data/acties/A-0001.yaml:6:9  waarschuwing  PERSOON-GENOEMD" in done.output
    assert "data/acties/A-0001.yaml:6:13  fout  LEK-PERSOON" in done.output
    assert _hash(root / "site") == before
    with (root / "data" / "programma.yaml").open("a", encoding="utf-8") as file:
        file.write("vrijgegeven:\n  - 06 12345678\n")
    done = _build(root)
    assert done.return_value == 0, done.output
    assert "PERSOON-GENOEMD" not in done.output


def test_internal_edition_is_not_scanned(root: Path) -> None:
    """Colleagues may read what is theirs."""
    done = _build(root, "intern")
    assert done.return_value == 0, done.output
    assert "Kazerneterrein" in (root / "site" / "acties" / "a-0077.html").read_text("utf-8")


def test_plain_mkdocs_stops_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who builds with MkDocs itself goes past the same guard."""
    before = _hash(root / "site")
    monkeypatch.setenv("CIRCULAIR_EDITIE", "publiek")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(pipeline, "narrow", _show_all)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    with pytest.raises(Abort):
        build(config)
    assert _hash(root / "site") == before


@pytest.mark.parametrize("make", [copy_programme, copy_provincie])
def test_programmes_without_leaks_are_placed(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """The sample and the province give no false alarm."""
    root = make(tmp_path / "programma")
    done = _build(root)
    assert done.return_value == 0, done.output
    assert "LEK-" not in done.output


def test_files_of_libraries_are_not_read(root: Path) -> None:
    """What a library brings along is as it was made; with one byte more it is read."""
    (script,) = (root / "site" / "assets").glob("plotly*.js")
    libraries = Libraries()
    assert libraries.has(script.read_bytes())
    assert not libraries.has(script.read_bytes() + b"\n")
    names = [item.naam for item in iter_outputs(root / "site", libraries)]
    assert f"assets/{script.name}" not in names
    assert {"index.html", "sitemap.xml.gz"} <= set(names)
    script.write_bytes(script.read_bytes() + b"//x")
    names = [item.naam for item in iter_outputs(root / "site", libraries)]
    assert f"assets/{script.name}" in names


def test_nothing_hidden_is_found_where_nothing_leaks(root: Path) -> None:
    """The site of a programme with secrets is placed: it holds none of them."""
    assert (root / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (_show_all, ["'titel' van actie A-0077", "data/acties/A-0077.yaml:1:8"]),
        (
            _keep(("trekker",)),
            ["'Voorvechter grindkorrels' is intern ('trekker' van actie A-0001)"],
        ),
    ],
)
def test_build_that_leaks_is_stopped(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    broken: Callable[[Programma, Editie], Programma],
    told: list[str],
) -> None:
    """With a guard that fails, nothing is placed: the old site stays as it was, byte by byte."""
    before = _hash(root / "site")
    monkeypatch.setattr(pipeline, "narrow", broken)
    done = _build(root)
    assert done.return_value == 1, done.output
    for text in (*told, "LEK-INTERN", "acties/a-0001.html", "Er is niets geplaatst"):
        assert text in done.output
    assert _hash(root / "site") == before
