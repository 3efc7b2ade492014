"""The wheel alone is enough: to begin a programme, check it, add to it and build it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programmes import ROOT

STAPPEN = [
    ["start", "programma", "--naam", "Regio Wielstreek", "--stil"],
    ["controleer", "--bron", "programma"],
    ["bouw", "--bron", "programma"],
    ["nieuw", "begrip", "--bron", "programma", "--veld", "naam=Wiel", "--veld", "uitleg=Rond."],
    ["controleer", "--bron", "programma"],
]
SCRIPT = """
import json, sys
import generator, site_theme
from generator.cli import circulair
codes = [circulair.main(step, standalone_mode=False) for step in json.loads(sys.argv[1])]
print(json.dumps([codes, generator.__file__, site_theme.__file__]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made as it is for a release and installed without its dependencies or network."""
    folder = tmp_path_factory.mktemp("wheel")
    _python(ROOT, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    (made,) = folder.glob("*.whl")
    target = folder / "geinstalleerd"
    quiet = ("-q", "--disable-pip-version-check", "--no-compile")
    _python(
        folder,
        *("-m", "pip", "install", *quiet, "--no-deps", "--no-index", "--target"),
        *(str(target), str(made)),
    )
    return target


def _python(cwd: Path, *arguments: str, **more: str) -> str:
    environment = {**os.environ, **more, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_programme_begins_and_builds_with_only_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """Outside the project, with the package as it is delivered, every step ends well."""
    steps = json.dumps(STAPPEN)
    told = _python(tmp_path, "-c", SCRIPT, steps, PYTHONPATH=str(wheel), CIRCULAIR_BEELDEN="0")
    codes, *places = json.loads(told.splitlines()[-1])
    assert codes == [0] * len(STAPPEN), told
    assert [Path(place).parent.parent for place in places] == [wheel, wheel]
    site = tmp_path / "programma" / "site"
    assert sorted(path.name for path in site.iterdir()) == ["intern"]


def test_wheel_holds_what_a_new_programme_needs(wheel: Path) -> None:
    """Vocabularies and hidden files come along as they are: none is missing when delivered."""
    begin = wheel / "site_theme" / "begin"
    assert _read(begin / "data" / "woordenlijst") == _read(ROOT / "data" / "woordenlijst")
    rest = _read(begin).items() - _read(begin / "data" / "woordenlijst", begin).items()
    assert dict(rest) == _read(ROOT / "site_theme" / "begin")
    assert {".gitignore", ".gitattributes", ".gitlab-ci.yml"} <= dict(rest).keys()


def _read(folder: Path, above: Path | None = None) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(above or folder).as_posix(): path.read_bytes() for path in files}
