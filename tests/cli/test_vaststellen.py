"""Adopting a stand: what is computed, what is asked, and what can no longer be changed unseen."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.findings import Code
from generator.load.archief import ArchiefError, read_archive
from generator.model.basis import Editie
from generator.pipeline import choose_visible, inspect
from tests.programmes import copy_programme

DAG = "2026-10-01"
STAND = f"data/vastgesteld/{DAG}.yaml"
ARCHIEF = f"data/vastgesteld/{DAG}.zip"
ZEGELS = ("besluitdatum:", "controlegetal:", "archief:")
BESLUIT = ("--besluit", "VB-2026-0200", "--besluitdatum", "2026-10-20")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample programme; its stand was written by people, from the report, without seals."""
    return _lay(tmp_path / "programma")


def _lay(folder: Path) -> Path:
    root = copy_programme(folder)
    (root / ARCHIEF).unlink()
    lines = (root / STAND).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(ZEGELS)]
    (root / STAND).write_text("".join(kept), "utf-8")
    return root


def run(root: Path, *arguments: str) -> Result:
    """Run `circulair vaststellen` on the programme in `root`."""
    command: Sequence[str] = ["vaststellen", "--bron", str(root), *arguments]
    return CliRunner().invoke(circulair, command, standalone_mode=False)


def _list_files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_draft_says_what_people_copied_from_the_report(root: Path) -> None:
    """Statuses, lights, verdicts and values of the draft are those that people wrote down."""
    written = yaml.load((root / STAND).read_text("utf-8"), yaml.BaseLoader)
    (root / STAND).unlink()
    assert run(root, "--schrijf").return_value == 0
    drafted = yaml.load((root / STAND).read_text("utf-8"), yaml.BaseLoader)
    assert drafted["concept"] == "true"
    intern = {
        path.stem
        for path in (root / "data" / "acties").glob("*.yaml")
        if "zichtbaarheid: publiek" not in path.read_text("utf-8")
    }
    for lijst, key in (("acties", "actie"), ("indicatoren", "indicator")):
        expected = [
            {name: text for name, text in item.items() if name != "toelichting"}
            for item in written[lijst]
            if item[key] not in intern
        ]
        assert drafted[lijst] == expected


def test_nobody_sees_a_draft(root: Path) -> None:
    """Until there is a decision, neither edition knows the stand."""
    (root / STAND).unlink()
    run(root, "--schrijf")
    found = inspect(root)
    assert found.programma is not None
    for editie in Editie:
        visible, _ = choose_visible(found.programma, editie, found.peildatum)
        assert visible.vastgesteld == ()


def test_words_in_a_draft_stay_when_it_is_made_again(root: Path) -> None:
    """Who wrote an explanation in a draft finds it back after new numbers came in."""
    (root / STAND).unlink()
    run(root, "--schrijf")
    text = (root / STAND).read_text("utf-8")
    line = "  - actie: A-0003\n    actiestatus: in_uitvoering\n    voortgang: bijsturen\n"
    assert line in text
    told = f"{line}    toelichting: De laatste partij staal komt in het voorjaar.\n"
    (root / STAND).write_text(text.replace(line, told) + "besluitnummer: VB-2026-0200\n", "utf-8")
    done = run(root, "--schrijf")
    assert "ook wat u zelf aanpaste" in done.output
    assert told in (root / STAND).read_text("utf-8")
    assert "besluitnummer: VB-2026-0200\n" in (root / STAND).read_text("utf-8")


def test_decision_without_explanations_is_refused(root: Path) -> None:
    """What asks for a decision is named, and nothing is written."""
    (root / STAND).unlink()
    before = _list_files(root)
    done = run(root, *BESLUIT, "--schrijf")
    assert done.return_value == 1
    assert "A-0003" in done.output
    assert "toelichting" in done.output
    assert _list_files(root) == before


def test_without_schrijf_nothing_is_written(root: Path) -> None:
    """Whoever only looks changes nothing."""
    before = _list_files(root)
    done = run(root, *BESLUIT)
    assert done.return_value == 0
    assert "Er is niets geschreven" in done.output
    assert _list_files(root) == before


def test_adoption_adds_four_lines_and_an_archive(root: Path) -> None:
    """The file of the stand keeps every word, and gets the decision and two checksums."""
    before = (root / STAND).read_text("utf-8").splitlines()
    assert run(root, *BESLUIT, "--schrijf").return_value == 0
    after = (root / STAND).read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == ["besluitnummer: VB-2026-0114"]
    added = [line for line in after if line not in before]
    archive = (root / ARCHIEF).read_bytes()
    assert added[:2] == ["besluitnummer: VB-2026-0200", "besluitdatum: 2026-10-20"]
    assert added[2].startswith("controlegetal: ")
    assert added[3:] == [f"archief: {hashlib.sha256(archive).hexdigest()}"]
    seals = {Code.STAND_VERANDERD, Code.ARCHIEF_ONJUIST}
    assert seals.isdisjoint(finding.code for finding in inspect(root).findings)


def test_name_of_the_report_may_come_with_the_decision(root: Path) -> None:
    """Who names the report at the decision finds that name in the file, and nothing else moved."""
    before = (root / STAND).read_text("utf-8").splitlines()
    naam = "de rapportage over de zomer"
    assert run(root, *BESLUIT, "--rapportage", naam, "--schrijf").return_value == 0
    after = (root / STAND).read_text("utf-8").splitlines()
    assert f"rapportage: {naam}" in after
    gone = [line.partition(":")[0] for line in before if line not in after]
    assert gone == ["rapportage", "besluitnummer"]
    assert Code.STAND_VERANDERD not in {finding.code for finding in inspect(root).findings}


def test_day_of_a_decision_without_its_number_is_refused(root: Path) -> None:
    """A day alone is no decision: it is not read as a question for a draft."""
    done = run(root, "--besluitdatum", "2026-10-20")
    assert isinstance(done.exception, click.UsageError)
    assert "--besluit NUMMER" in str(done.exception)


def test_archive_holds_every_source_with_its_checksum(root: Path) -> None:
    """Whoever opens the archive later can see that each file is what it was."""
    sources = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    run(root, *BESLUIT, "--schrijf")
    with zipfile.ZipFile(root / ARCHIEF) as bag:
        held = {name: bag.read(name) for name in bag.namelist()}
    manifest = held[f"{DAG}/manifest-sha256.txt"].decode().splitlines()
    for line in manifest:
        expected, name = line.split("  ")
        assert hashlib.sha256(held[f"{DAG}/{name}"]).hexdigest() == expected
    packed = {
        name.removeprefix(f"{DAG}/data/bron/"): content
        for name, content in held.items()
        if name.startswith(f"{DAG}/data/bron/")
    }
    assert {name: text for name, text in packed.items() if name != STAND} == {
        name: text for name, text in sources.items() if name != STAND
    }
    assert b"VB-2026-0200" in packed[STAND]
    info = held[f"{DAG}/bag-info.txt"].decode()
    assert "External-Identifier: VB-2026-0200\n" in info
    assert "Besluitdatum: 2026-10-20\n" in info
    payload = [content for name, content in held.items() if name.startswith(f"{DAG}/data/")]
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}\n" in info


def test_same_sources_give_the_same_archive(root: Path, tmp_path: Path) -> None:
    """Two people who adopt the same version have the same archive."""
    other = _lay(tmp_path / "ander")
    for folder in (root, other):
        run(folder, *BESLUIT, "--schrijf")
    assert (root / ARCHIEF).read_bytes() == (other / ARCHIEF).read_bytes()


def test_adopted_stand_is_not_adopted_twice(root: Path) -> None:
    """What was decided stays decided: a second decision about the same day is refused."""
    run(root, *BESLUIT, "--schrijf")
    before = _list_files(root)
    done = run(root, "--besluit", "VB-2026-0300", "--schrijf")
    assert done.exit_code != 0
    assert "al vastgesteld (besluit VB-2026-0200)" in str(done.exception)
    assert _list_files(root) == before


@pytest.mark.parametrize(
    ("old", "new", "is_noticed"),
    [
        ("voortgang: bijsturen", "voortgang: aandachtspunt", True),
        ("waarde: 30,4", "waarde: 30,5", True),
        ("waarde: 30,4", "waarde: 30,40", False),
        ("rapportage: de voor", "publiek_vanaf: 2026-10-21\nrapportage: de voor", False),
    ],
)
def test_change_after_the_decision_is_noticed(
    root: Path, old: str, new: str, *, is_noticed: bool
) -> None:
    """Another verdict or value is reported; another spelling of it, or a later day, is not."""
    run(root, *BESLUIT, "--schrijf")
    text = (root / STAND).read_text("utf-8")
    assert old in text
    (root / STAND).write_text(text.replace(old, new, 1), "utf-8")
    codes = {finding.code for finding in inspect(root).findings}
    assert (Code.STAND_VERANDERD in codes) is is_noticed


def test_archive_that_was_changed_is_not_read(root: Path) -> None:
    """A file in the archive that is not what its manifest says, is refused by name."""
    run(root, *BESLUIT, "--schrijf")
    packed = root / ARCHIEF
    with zipfile.ZipFile(packed) as bag:
        held = {name: bag.read(name) for name in bag.namelist()}
    assert "data/acties/A-0001.yaml" in read_archive(packed.read_bytes())
    held[f"{DAG}/data/bron/data/acties/A-0001.yaml"] += b"\n"
    with zipfile.ZipFile(packed, "w") as bag:
        for name, content in held.items():
            bag.writestr(name, content)
    with pytest.raises(ArchiefError, match=r"A-0001\.yaml"):
        read_archive(packed.read_bytes())


@pytest.mark.parametrize("content", [b"", b"PK", b"geen zip", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    """Another file under the name of an archive gives one sentence and no failure."""
    with pytest.raises(ArchiefError):
        read_archive(content)


def _pack(method: int, content: bytes = b"naam: x\n", *, lines: int = 1) -> bytes:
    """An archive with one source, that its manifest names so many times."""
    name = "data/bron/data/teams.yaml"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as bag:
        line = f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        bag.writestr("x/manifest-sha256.txt", line * lines)
        bag.writestr(f"x/{name}", content)
    return packed.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_that_could_unpack_without_end_is_not_unpacked(method: int) -> None:
    """Python unpacks these ways whole, whatever is asked: a kilobyte would take gigabytes."""
    assert read_archive(_pack(zipfile.ZIP_DEFLATED)) == {"data/teams.yaml": b"naam: x\n"}
    with pytest.raises(ArchiefError, match="ingepakt"):
        read_archive(_pack(method))


def test_archive_that_names_a_file_again_and_again_is_refused() -> None:
    """A small manifest would otherwise ask for the same large file for hours."""
    with pytest.raises(ArchiefError, match="twee keer"):
        read_archive(_pack(zipfile.ZIP_DEFLATED, lines=2))
