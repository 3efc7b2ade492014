"""What stands around the text of a file comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edit.bestand import EditError, open_source
from generator.findings import GeneratorError
from generator.load.sources import read_raw


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("last", [b"", b"\n"])
def test_file_comes_back_with_its_own_line_ends_and_mark(
    bom: bytes, end: bytes, last: bytes
) -> None:
    """A file of Windows stays one, and Excel still sees that it is UTF-8."""
    content = bom + (b"titel: caf\xc3\xa9\nreden: X" + last).replace(b"\n", end)
    opened = open_source(content)
    assert opened.text == "titel: café\nreden: X" + last.decode()
    assert opened.pack(opened.text) == content
    changed = opened.pack(opened.text.replace("X", "Y"))
    assert changed == content.replace(b"X", b"Y")


def test_line_end_that_most_lines_have_counts() -> None:
    """A file with two kinds of line ends gets the one that it has most of."""
    opened = open_source(b"a: 1\r\nb: 2\nc: 3\r\n")
    assert opened.pack(opened.text) == b"a: 1\r\nb: 2\r\nc: 3\r\n"


def test_file_in_another_encoding_is_refused() -> None:
    """What is not UTF-8 is not guessed when one value is changed; opmaak is named."""
    with pytest.raises(EditError, match="circulair opmaak"):
        open_source("titel: café\n".encode("cp1252"))


def test_bytes_are_read_through_the_guard(tmp_path: Path) -> None:
    """A file is read as it is, and a link or an absent file is told, not followed."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    (tmp_path / "data" / "b.yaml").symlink_to(tmp_path / "data" / "a.yaml")
    assert read_raw(tmp_path, "data/a.yaml") == b"\xef\xbb\xbfa: 1\r\n"
    for name in ("data/b.yaml", "data/c.yaml"):
        with pytest.raises(GeneratorError, match=name):
            read_raw(tmp_path, name)


def test_manual_beside_the_data_may_be_longer_than_a_page(tmp_path: Path) -> None:
    """The manual goes along in an archive, however long it is; a page has its bound."""
    for folder in ("data", "content"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "README.md").write_bytes(b"x" * 200_000)
    assert len(read_raw(tmp_path, "data/README.md")) == 200_000
    with pytest.raises(GeneratorError, match="100 kB"):
        read_raw(tmp_path, "content/README.md")
