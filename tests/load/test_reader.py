"""Files are listed and opened in one place, which follows nothing and refuses what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Code, GeneratorError
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


@pytest.mark.parametrize("name", ["data/.verborgen.yaml", "data/~$teams.xlsx", "data/.git/config"])
def test_hidden_and_lock_files_are_left_alone(tmp_path: Path, name: str) -> None:
    """What editors and Excel leave behind is not the advisor's mistake."""
    _write(tmp_path, name, b"x")
    assert SourceTree(tmp_path).names == ()


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
