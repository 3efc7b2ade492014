"""The manual of the advisors tells the truth: its examples are a programme without a mistake."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.findings import Ernst
from generator.model.basis import find_model
from generator.model.figuren import FIGUREN, TELLINGEN
from generator.model.programma import LIJSTEN, MAPPEN, ONDERDELEN, Programma
from generator.model.regels.koers import judge_indicator, read_grenzen
from generator.pipeline import Inspection, inspect
from tests.programmes import ROOT

HANDLEIDING = ROOT / "data" / "README.md"
MAG_WEG = "# mag weg"
_BLOK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BESTAND = re.compile(r"`(data/[a-zA-Z0-9_/-]+\.(?:yaml|csv))`")


def _read_examples() -> Iterator[tuple[str, str]]:
    """Each example with its file: a line that begins with files is followed by their contents."""
    files: list[str] = []
    before = 0
    text = HANDLEIDING.read_text("utf-8")
    for block in _BLOK.finditer(text):
        for line in text[before : block.start()].splitlines():
            if line.startswith("`data/"):
                files = _BESTAND.findall(line.partition(";")[0])
        if files and block.group(1) in {"", "yaml"}:
            yield files.pop(0), block.group(2)
        before = block.end()


def _strip(text: str) -> str:
    """The example without what may be left out."""
    kept: list[str] = []
    depth: int | None = None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if depth is not None and indent < depth:
            depth = None
        if line.strip() == MAG_WEG:
            depth = indent
        if depth is None:
            kept.append(line)
    return "".join(f"{line}\n" for line in kept)


@pytest.fixture(params=["whole", "required"])
def is_whole(request: pytest.FixtureRequest) -> bool:
    """Whether the examples are taken as they stand, or only what they call required."""
    return bool(request.param == "whole")


def _take_photos(root: Path, content: str) -> None:
    """A photo for each picture that the manual describes."""
    (root / "content" / "media").mkdir(parents=True)
    for naam in re.findall(r"bestand: (\S+)", content):
        Image.new("RGB", (60, 40)).save(root / "content" / "media" / naam)


def _inspect_examples(root: Path, *, is_whole: bool) -> Inspection:
    """The examples together as one programme, with the vocabularies of the sample."""
    shutil.copytree(ROOT / "data" / "woordenlijst", root / "data" / "woordenlijst")
    for name, text in _read_examples():
        content = text if is_whole else _strip(text)
        if content:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, "utf-8")
        if name == "data/beelden.yaml":
            _take_photos(root, content)
    return inspect(root)


def test_examples_are_a_programme_without_mistakes(tmp_path: Path, is_whole: bool) -> None:
    """Who copies the examples gets no finding; who leaves out what may be left out, no fout."""
    found = _inspect_examples(tmp_path, is_whole=is_whole).findings
    told = [f"{finding.plek} {finding.melding}" for finding in found]
    graver = {Ernst.FOUT, Ernst.WAARSCHUWING} if is_whole else {Ernst.FOUT}
    assert not [text for text, item in zip(told, found, strict=True) if item.ernst in graver]


def test_every_part_has_an_example() -> None:
    """Each file and folder that a programme may have is shown, but for the demonstration's own."""
    shown = {name.removeprefix("data/").partition(".")[0] for name, _ in _read_examples()}
    folders = {name.partition("/")[0] for name in shown if "/" in name}
    wanted = {*LIJSTEN.values(), *ONDERDELEN, *MAPPEN.values(), "metingen", "woordenlijst"}
    assert wanted - shown - folders == {"onderbouwing", "woordenlijsten"}


def test_links_within_the_manual_lead_somewhere() -> None:
    """Whoever looks up a task in the list at the top arrives at its heading."""
    text = _BLOK.sub("", HANDLEIDING.read_text("utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    made = {re.sub(r"[^a-z0-9 -]", "", name.lower()).replace(" ", "-") for name in headings}
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert links
    assert not set(links) - made


def test_every_figure_is_named() -> None:
    """The manual names each figure that prose may place, and no figure that does not exist."""
    text = HANDLEIDING.read_text("utf-8")
    listed = text.partition("Namen voor `grafiek`")[2].partition("Namen voor `cijfer`")[0]
    named: list[str] = []
    begin = ""
    for name in re.findall(r"`([a-z-]+)`", listed.partition("\n")[2]):
        full = f"{begin}{name}" if name.startswith("-") else name
        begin = full.rpartition("-")[0]
        named.append(full)
    assert sorted(named) == sorted((*FIGUREN, *TELLINGEN))


@pytest.mark.parametrize("part", [name for name in ONDERDELEN if name != "profiel"])
def test_required_fields_stand_above_the_line(part: str) -> None:
    """Whatever must be filled in stands above the line in the example."""
    cls = find_model(Programma.model_fields[part].annotation)
    assert cls is not None
    example = _strip(dict(_read_examples())[f"data/{part}.yaml"])
    needed = {name for name, field in cls.model_fields.items() if field.is_required()}
    assert needed <= set(re.findall(r"^(\w+):", example, re.MULTILINE))


def test_worked_example_of_a_verdict_is_right(tmp_path: Path) -> None:
    """The sum that the manual explains step by step has the outcome that the program gives."""
    inspection = _inspect_examples(tmp_path, is_whole=True)
    assert inspection.programma is not None
    indicatoren = {item.id: item for item in inspection.programma.indicatoren}
    indicator = indicatoren["tegels_terug"]
    grenzen = read_grenzen(inspection.programma)
    koers = judge_indicator(indicator, grenzen, inspection.peildatum)
    assert koers.verhouding is not None
    assert koers.op_pad is not None
    assert koers.nulmeting is not None
    text = " ".join(HANDLEIDING.read_text("utf-8").split())
    nodig = f"{float(koers.op_pad - koers.nulmeting[1]):.2f}".replace(".", ",")
    name = next(
        item.naam
        for item in inspection.programma.termen("indicatorstatus")
        if item.id == koers.status
    )
    assert f"gedeeld door {nodig} is {round(koers.verhouding * 100)}%." in text
    assert f"het oordeel is *{name}*" in text
    for status, bound in grenzen.items():
        assert f"{float(bound):.2f}".replace(".", ",") in text or bound == 0, status
