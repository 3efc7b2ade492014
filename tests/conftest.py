"""What all tests share: the invented municipality Proefdorp, and mistakes laid over it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.findings import Finding
from generator.model.programma import Programma
from generator.pipeline import inspect

MINIGEMEENTE = Path(__file__).parent / "minigemeente"
INSTRUCTIES = {"verwacht.txt", "weg.txt", "maak.txt"}
"""Files of a case that are no part of the programme."""

# A test that wants pictures of charts asks for them; all others are quicker without.
os.environ.setdefault("CIRCULAIR_BEELDEN", "0")

settings.register_profile(
    "circulair", max_examples=200, deadline=None, database=None, derandomize=True
)
settings.load_profile("circulair")


def lay(case: Path, root: Path) -> None:
    r"""Copy minigemeente to `root` and lay the files of a case over it.

    `weg.txt` names files or folders to remove; `maak.txt` makes what git cannot hold, one a line:
    `symlink NAME -> TARGET`, `bytes NAME TEXT`, `herhaal NAME TEXT NUMBER` (behind what stands
    there), `leeg NAME`, `kopie NAME -> NEW`, `pijp NAME` (a pipe that nobody writes to). NAME and
    TEXT are latin-1 with escapes such as `\xe9`, `\x20` and `\n`; a byte in a name that is no UTF-8
    is written as Python holds it, such as `\udce9`.
    """
    shutil.copytree(MINIGEMEENTE, root)
    if (case / "weg.txt").is_file():
        for name in (case / "weg.txt").read_text("utf-8").splitlines():
            gone = root / name
            if gone.is_dir():
                shutil.rmtree(gone)
            else:
                gone.unlink()
    for source in sorted(case.rglob("*")):
        if source.is_file() and source.name not in INSTRUCTIES:
            target = root / source.relative_to(case)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    if (case / "maak.txt").is_file():
        for line in (case / "maak.txt").read_text("utf-8").splitlines():
            _make(root, *line.split(" ", 2))


def _make(root: Path, what: str, name: str, rest: str = "") -> None:
    target = root / _unescape(name)
    if what == "kopie":
        new = root / _unescape(rest.removeprefix("-> "))
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(target, new)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if what != "herhaal":
        target.unlink(missing_ok=True)
    if what == "symlink":
        target.symlink_to(rest.removeprefix("-> "))
    elif what == "bytes":
        target.write_bytes(_unescape(rest).encode("latin-1"))
    elif what == "herhaal":
        text, _, times = rest.rpartition(" ")
        with target.open("ab") as file:
            file.write(_unescape(text).encode("latin-1") * int(times))
    elif what == "leeg":
        target.touch()
    elif what == "pijp":
        os.mkfifo(target)
    else:
        message = f"maak.txt does not know '{what}'"
        raise ValueError(message)


def _unescape(text: str) -> str:
    return text.encode("latin-1").decode("unicode_escape")


@pytest.fixture
def inspect_case(tmp_path: Path) -> Callable[[Path], tuple[Finding, ...]]:
    """The findings of a case, laid over a fresh copy of minigemeente."""

    def run(case: Path) -> tuple[Finding, ...]:
        root = tmp_path / "programma"
        lay(case, root)
        return inspect(root).findings

    return run


@pytest.fixture
def proefdorp_map(tmp_path: Path) -> Path:
    """A copy of minigemeente that a test may change."""
    root = tmp_path / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)
    return root


@pytest.fixture(scope="session")
def proefdorp() -> Programma:
    """The programme of minigemeente, read and checked."""
    programma = inspect(MINIGEMEENTE).programma
    assert programma is not None
    return programma
