"""Files are listed and opened in one place, which follows nothing and refuses what it must."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair
from generator.findings import Code, Ernst, GeneratorError
from generator.load import reader
from generator.load.reader import DIEPSTE_MAP, SourceTree
from generator.pipeline import inspect


def _write(root: Path, name: str, content: bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "content",
    [b"a: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"],
)
def test_windows_line_ends_and_byte_order_mark_are_accepted(tmp_path: Path, content: bytes) -> None:
    """A file from Excel or Notepad reads the same as one from any other editor."""
    _write(tmp_path, "data/x.yaml", content)
    assert SourceTree(tmp_path).read("data/x.yaml") == "a: 1\nb: 2\n"


def test_proefdorp_saved_by_windows_reads_the_same(proefdorp_map: Path) -> None:
    """All files with Windows line ends and a byte order mark give no finding and no change."""
    before = inspect(proefdorp_map).programma
    for path in proefdorp_map.rglob("*.*"):
        if path.suffix in {".yaml", ".csv", ".md"}:
            content = path.read_bytes().replace(b"\n", b"\r\n")
            path.write_bytes(b"\xef\xbb\xbf" + content)
    after = inspect(proefdorp_map)
    assert after.findings == ()
    assert after.programma == before


@pytest.mark.parametrize(
    "name", ["data/~$teams.xlsx", "data/.git/config", "data/.DS_Store", "content/Thumbs.db"]
)
def test_what_systems_leave_behind_is_left_alone(tmp_path: Path, name: str) -> None:
    """What editors, Excel and macOS leave behind is not the advisor's mistake."""
    _write(tmp_path, name, b"x")
    tree = SourceTree(tmp_path)
    assert (tree.names, tree.findings) == ((), [])


@pytest.mark.parametrize("name", ["data/.verborgen.yaml", "content/.oud/plan.md"])
def test_hidden_file_is_named(tmp_path: Path, name: str) -> None:
    """A file that nobody sees is not read, and the advisor hears of it."""
    _write(tmp_path, name, b"x")
    tree = SourceTree(tmp_path)
    assert tree.names == ()
    assert [finding.ernst for finding in tree.findings] == [Ernst.WAARSCHUWING]


def test_folder_that_links_elsewhere_is_not_followed(tmp_path: Path) -> None:
    """A shortcut can never pull files from outside into the programme."""
    _write(tmp_path, "buiten/geheim.yaml", b"a: 1\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "acties").symlink_to(tmp_path / "buiten")
    tree = SourceTree(tmp_path)
    assert tree.names == ()
    assert [finding.code for finding in tree.findings] == [Code.BESTAND_ONLEESBAAR]


def test_data_folder_that_links_elsewhere_is_not_followed(tmp_path: Path) -> None:
    """Also data/ itself must be a real folder."""
    _write(tmp_path, "buiten/programma.yaml", b"a: 1\n")
    (tmp_path / "data").symlink_to(tmp_path / "buiten")
    tree = SourceTree(tmp_path)
    assert tree.names == ()
    assert [finding.plek.bestand for finding in tree.findings] == ["data"]


def test_folders_that_lie_too_deep_are_reported(tmp_path: Path) -> None:
    """A folder in a folder in a folder ends somewhere, and not in silence."""
    _write(tmp_path, "data/" + "a/" * DIEPSTE_MAP + "x.yaml", b"a: 1\n")
    assert [finding.code for finding in SourceTree(tmp_path).findings] == [Code.BESTAND_ONLEESBAAR]


@pytest.mark.parametrize("codering", ["undefined", "rot13", "bestaat-niet", "idna", "é"])
def test_unknown_encoding_is_a_finding(tmp_path: Path, codering: str) -> None:
    """Whatever stands after codering, the answer is a finding or a text."""
    _write(tmp_path, "data/x.csv", b"a;\xff\n")
    tree = SourceTree(tmp_path)
    assert tree.read("data/x.csv", codering) is None
    assert len(tree.findings) == 1


def test_folder_that_does_not_exist_is_told_at_once(tmp_path: Path) -> None:
    """A wrong folder is no finding in a file: the program says that it cannot go on."""
    with pytest.raises(GeneratorError, match="bestaat niet"):
        inspect(tmp_path / "nergens")


def test_link_put_in_place_of_a_file_after_the_listing_is_not_followed(tmp_path: Path) -> None:
    """What is read is what was listed: nobody can slip in a link to another file meanwhile."""
    _write(tmp_path, "geheim.yaml", b"a: 1\n")
    _write(tmp_path, "data/x.yaml", b"a: 2\n")
    tree = SourceTree(tmp_path)
    (tmp_path / "data" / "x.yaml").unlink()
    (tmp_path / "data" / "x.yaml").symlink_to(tmp_path / "geheim.yaml")
    assert tree.read("data/x.yaml") is None
    assert [finding.code for finding in tree.findings] == [Code.BESTAND_ONLEESBAAR]


def test_link_put_in_place_of_a_folder_after_the_listing_is_not_followed(tmp_path: Path) -> None:
    """A folder on the way cannot be changed for a link either."""
    _write(tmp_path, "buiten/x.yaml", b"a: 1\n")
    _write(tmp_path, "data/map/x.yaml", b"a: 2\n")
    tree = SourceTree(tmp_path)
    (tmp_path / "data" / "map").rename(tmp_path / "oud")
    (tmp_path / "data" / "map").symlink_to(tmp_path / "buiten")
    assert tree.read("data/map/x.yaml") is None


def test_pipe_put_in_place_of_a_file_does_not_wait(tmp_path: Path) -> None:
    """The program never waits for somebody to write into a pipe."""
    _write(tmp_path, "data/x.yaml", b"a: 2\n")
    tree = SourceTree(tmp_path)
    (tmp_path / "data" / "x.yaml").unlink()
    os.mkfifo(tmp_path / "data" / "x.yaml")
    assert tree.read("data/x.yaml") is None
    assert "geen gewoon bestand" in tree.findings[0].melding


def test_file_that_grew_after_the_listing_is_refused(tmp_path: Path) -> None:
    """The bound is on what is read, not on what was listed."""
    _write(tmp_path, "data/x.yaml", b"a: 2\n")
    tree = SourceTree(tmp_path)
    _write(tmp_path, "data/x.yaml", b"#" * (reader.GROOTSTE_SOORT[".yaml"] + 1))
    assert tree.read("data/x.yaml") is None
    assert [finding.code for finding in tree.findings] == [Code.BESTAND_TE_GROOT]


def test_too_many_files_are_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with all files of a whole disk is refused, and not listed to the end."""
    monkeypatch.setattr(reader, "MEESTE_BESTANDEN", 3)
    for number in range(5):
        _write(tmp_path, f"data/{number}.yaml", b"a: 1\n")
    tree = SourceTree(tmp_path)
    assert tree.names == ()
    assert [finding.code for finding in tree.findings] == [Code.BESTAND_TE_GROOT]


def test_too_much_in_all_is_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files that are each just small enough cannot fill the memory together."""
    monkeypatch.setattr(reader, "GROOTSTE_GEHEEL", 10)
    for number in range(5):
        _write(tmp_path, f"data/{number}.yaml", b"a: 1\n")
    tree = SourceTree(tmp_path)
    read = [tree.read(name) for name in tree.names]
    assert read == ["a: 1\n", "a: 1\n", None, None, None]
    assert [finding.code for finding in tree.findings] == [Code.BESTAND_TE_GROOT]


def test_folder_that_may_not_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of somebody else is a message, also when the rest can be read."""
    _write(tmp_path, "data/dicht/x.yaml", b"a: 1\n")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "dicht":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (finding,) = SourceTree(tmp_path).findings
    assert finding.plek.bestand == "data/dicht"
    assert "geen toegang" in finding.melding


def test_name_that_is_no_text_can_be_printed_everywhere(proefdorp_map: Path) -> None:
    """A name from an old system reaches every screen and every other program as text."""
    _write(proefdorp_map, "data/caf\udce9\x1b[31m.yaml", b"a: 1\n")
    for form in ("tekst", "json"):
        arguments = ["controleer", "--bron", str(proefdorp_map), "--vorm", form]
        done = CliRunner().invoke(circulair, arguments, standalone_mode=False)
        assert done.exception is None
        assert "\x1b" not in done.output
        assert "xe9" in done.output
        done.output.encode("utf-8")
