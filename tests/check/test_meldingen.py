"""Explanations: every kind of finding has one, and its examples are those that the tests run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.findings import CODES_VAN_DE_SITE, Code
from generator.model.meldingen import Voorbeeld, read_meldingen
from tests.conftest import MINIGEMEENTE, lay

CASES = Path(__file__).parent / "cases"
MELDINGEN = {item.code: item for groep in read_meldingen() for item in groep.meldingen}
MEESTE_REGELS = 8
LANGSTE_TITEL = 72
VAN_DE_BRON = sorted(set(MELDINGEN) - CODES_VAN_DE_SITE)


def _is_gone(case: Path, name: str) -> bool:
    """Whether a case takes a file away, or the folder that it stands in."""
    path = case / "weg.txt"
    gone = path.read_text("utf-8").splitlines() if path.is_file() else []
    return any(name == item or name.startswith(f"{item}/") for item in gone)


def _read(case: Path, name: str, place: Path) -> bytes | None:
    """A file as the programme of a case has it; None when it has none, or it cannot be read."""
    if (case / "maak.txt").is_file():
        root = place / case.parent.name / case.name
        if not root.exists():
            lay(case, root)
        path = root / name
    else:
        path = case / name if (case / name).is_file() else MINIGEMEENTE / name
        if _is_gone(case, name):
            return None
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _find_lines(content: bytes | None, regels: Sequence[str]) -> list[range]:
    """Where the lines stand one after the other in a file, counted from 1."""
    lines = (content or b"").decode("utf-8-sig", "replace").splitlines()
    size = len(regels)
    return [
        range(start + 1, start + size + 1)
        for start in range(len(lines) - size + 1)
        if lines[start : start + size] == list(regels)
    ]


def _iter_reported(case: Path, code: Code, name: str) -> Iterator[int]:
    """The lines of a file that a case reports with a code."""
    for line in (case / "verwacht.txt").read_text("utf-8").splitlines():
        found = re.match(rf"(.+):(\d+):\d+ \w+ {code} ", line)
        if found and found[1] == name:
            yield int(found[2])


def _is_reported(case: Path, code: Code, voorbeeld: Voorbeeld, place: Path, *whole: int) -> bool:
    """Whether a case holds the lines of an example, and reports one of them, or one of `whole`."""
    reported = set(_iter_reported(case, code, voorbeeld.bestand))
    found = _find_lines(_read(case, voorbeeld.bestand, place), voorbeeld.regels)
    return any(reported & {*lines, *whole} for lines in found)


def _list_cases(code: Code, begin: str) -> list[Path]:
    return sorted(path for path in (CASES / code).glob(f"{begin}*") if path.is_dir())


def test_every_kind_of_finding_is_explained_once() -> None:
    """No message is left without an explanation, and none explains what is never reported."""
    told = [item.code for groep in read_meldingen() for item in groep.meldingen]
    assert sorted(told) == sorted(Code)


@pytest.mark.parametrize("code", sorted(MELDINGEN))
def test_explanation_is_short_and_complete(code: Code) -> None:
    """An explanation says what, why and what to do, in whole sentences and in the form u."""
    melding = MELDINGEN[code]
    assert 0 < len(melding.titel) <= LANGSTE_TITEL
    assert not melding.titel.endswith(".")
    assert melding.herstel
    noten = [item.noot for item in (melding.fout, melding.goed) if item.noot]
    for sentence in (melding.wat, melding.waarom, *melding.herstel, *noten):
        assert re.fullmatch(r"[A-Z`].*[.?]`?", sentence), sentence
        assert sentence.count("`") % 2 == 0, sentence
        assert not re.search(r"\b(je|jij|jouw|jullie|men)\b", sentence), sentence
    for voorbeeld in (melding.fout, melding.goed):
        assert voorbeeld.noot or voorbeeld.regels
        assert len(voorbeeld.regels) <= MEESTE_REGELS


@pytest.mark.parametrize("code", [c for c in VAN_DE_BRON if MELDINGEN[c].fout.regels])
def test_wrong_example_is_reported_by_the_program(code: Code, tmp_path: Path) -> None:
    """The lines that an explanation calls wrong are reported, on one of those lines."""
    fout = MELDINGEN[code].fout
    # What is said of a file as a whole, is said of its first line.
    assert any(_is_reported(case, code, fout, tmp_path, 1) for case in _list_cases(code, "fout"))


@pytest.mark.parametrize("code", [c for c in VAN_DE_BRON if MELDINGEN[c].goed.regels])
def test_right_example_is_not_reported_by_the_program(code: Code, tmp_path: Path) -> None:
    """The lines that an explanation calls right stand in a programme without findings."""
    goed = MELDINGEN[code].goed
    programmes = [*_list_cases(code, "goed"), MINIGEMEENTE]
    contents = [_read(case, goed.bestand, tmp_path) for case in programmes]
    assert any(_find_lines(content, goed.regels) for content in contents)
    wrong = _list_cases(code, "fout")
    assert not any(_is_reported(case, code, goed, tmp_path) for case in wrong)


@pytest.mark.parametrize("code", [c for c in VAN_DE_BRON if not MELDINGEN[c].fout.regels])
def test_file_that_is_an_example_differs_between_wrong_and_right(
    code: Code, tmp_path: Path
) -> None:
    """Where a file itself is the example, it is absent or another one in the right programme."""
    fout = MELDINGEN[code].fout
    (wrong, *_), (right, *_) = _list_cases(code, "fout"), _list_cases(code, "goed")
    before, after = (_read(case, fout.bestand, tmp_path) for case in (wrong, right))
    assert before != after
    goed = MELDINGEN[code].goed
    if not goed.regels:
        assert _read(right, goed.bestand, tmp_path) is not None
