"""A public site leads to its accessibility statement, or is not built."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair


@pytest.fixture
def zonder(proefdorp_map: Path) -> Path:
    """Proefdorp without the address of its statement."""
    place = proefdorp_map / "data" / "programma.yaml"
    lines = place.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("toegankelijkheidsverklaring:")]
    assert len(kept) < len(lines)
    place.write_text("".join(kept), "utf-8")
    return proefdorp_map


@pytest.mark.parametrize("more", [[], ["--editie", "publiek"], ["--concept"]])
def test_public_site_without_a_statement_is_not_built(zonder: Path, more: list[str]) -> None:
    """Building it is refused with what to type, and nothing is written."""
    done = CliRunner().invoke(circulair, ["bouw", "--bron", str(zonder), *more])
    assert "toegankelijkheidsverklaring: https://..." in str(done.exception or done.output)
    assert not (zonder / "site").exists()


def test_intranet_needs_no_statement(zonder: Path) -> None:
    """The intranet edition is built, and says that the address is not known yet."""
    asked = ["bouw", "--bron", str(zonder), "--editie", "intern", "--doel", str(zonder / "x")]
    done = CliRunner(env={"CIRCULAIR_BEELDEN": "0"}).invoke(circulair, asked, standalone_mode=False)
    assert done.return_value == 0, done.output
    text = (zonder / "x" / "over" / "toegankelijkheid.html").read_text("utf-8")
    assert "nog geen adres van een toegankelijkheidsverklaring" in text
