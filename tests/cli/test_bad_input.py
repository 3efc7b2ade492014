"""Whatever is wrong with the input: one run tells it all, exit 1, and nothing is written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair
from tests.conftest import lay

CASES = Path(__file__).parents[1] / "check" / "cases"
FOUT = sorted(
    path.parent
    for path in CASES.glob("*/fout*/verwacht.txt")
    if " fout " in path.read_text(encoding="utf-8")
)


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", FOUT, ids=lambda path: path.relative_to(CASES).as_posix())
def test_mistake_stops_the_build_before_anything_is_written(case: Path, tmp_path: Path) -> None:
    """An old site stays as it was, and no half-made file is left behind."""
    root = tmp_path / "programma"
    lay(case, root)
    site = root / "site" / "publiek"
    site.mkdir(parents=True)
    (site / "index.html").write_text("de vorige site", encoding="utf-8")
    before = _digest(root)
    result = CliRunner().invoke(circulair, ["bouw", "--bron", str(root)], standalone_mode=False)
    assert result.exception is None
    assert result.return_value == 1
    assert "→" in result.output
    assert _digest(root) == before
