"""Writing source files: all of a change, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import GeneratorError
from generator.publish.bronnen import write_sources


def _read(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_change_is_written_whole_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """A changed, a new and a removed file are all in place, and no other file exists."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_bytes(b"oud")
    (tmp_path / "data" / "weg.yaml").write_bytes(b"weg")
    changes = {"data/a.yaml": b"nieuw", "data/acties/b.yaml": b"b", "data/weg.yaml": None}
    write_sources(tmp_path, changes)
    assert _read(tmp_path) == {"data/a.yaml": b"nieuw", "data/acties/b.yaml": b"b"}


def test_failure_halfway_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """When the second file of a change cannot be placed, the first is not changed either."""
    (tmp_path / "data" / "b.yaml").mkdir(parents=True)
    (tmp_path / "data" / "b.yaml" / "vol").write_bytes(b"x")
    (tmp_path / "data" / "a.yaml").write_bytes(b"oud")
    (tmp_path / "data" / "c.yaml").write_bytes(b"c")
    before = _read(tmp_path)
    real = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "c.yaml":
            raise PermissionError(13, "in gebruik", str(target))
        return real(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(GeneratorError, match="niets veranderd"):
            write_sources(tmp_path, {"data/a.yaml": b"nieuw", "n.yaml": b"n", "data/c.yaml": b"d"})
    assert _read(tmp_path) == before


def test_file_that_changes_is_never_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is stopped while writing, by a kill or a power cut, has the old file or the new."""
    target = tmp_path / "teams.yaml"
    target.write_bytes(b"oud")
    seen = []
    replace = Path.replace

    def look(self: Path, other: Path) -> Path:
        seen.append(target.read_bytes() if target.exists() else None)
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", look)
    write_sources(tmp_path, {"teams.yaml": b"nieuw"})
    assert seen == [b"oud"]
    assert target.read_bytes() == b"nieuw"
