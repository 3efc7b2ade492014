"""Findings can be printed anywhere, and are never more than somebody can read."""

from __future__ import annotations

from pathlib import Path

from generator.findings import (
    LANGSTE_ZIN,
    MEESTE_GELIJK,
    Code,
    Ernst,
    Plek,
    fout,
    limit_findings,
    waarschuwing,
)
from generator.pipeline import inspect


def test_quoted_control_characters_are_shown_and_not_sent_to_the_screen() -> None:
    """What somebody pasted cannot colour, clear or turn around the screen of who reads it."""
    finding = fout(Code.TEKST_ONGELDIG, Plek("x"), "a\x1b[2Jb\u202ec\ud800", "d\ne")
    assert finding.melding == "a\\u001b[2Jb\\u202ec\\ud800"
    assert finding.oplossing == "d e"


def test_quoted_book_is_cut_in_the_middle() -> None:
    """What is wrong can still be read when half a book was quoted."""
    book = "\x02" * 9999
    finding = fout(Code.VELD_ONBEKEND, Plek("x"), f"het veld '{book}' bestaat niet", "x")
    assert len(finding.melding) < 2 * LANGSTE_ZIN
    assert finding.melding.startswith("het veld '")
    assert finding.melding.endswith("' bestaat niet")


def test_very_many_equal_mistakes_are_counted() -> None:
    """Of the same mistake in thousands of rows the first ones are told, and how many follow."""
    many = [fout(Code.VELD_ONBEKEND, Plek("a", line), "x", "y") for line in range(1, 1001)]
    other = waarschuwing(Code.VELD_ONBEKEND, Plek("a", 2000), "x", "y")
    found = limit_findings([*many, other])
    assert len(found) == MEESTE_GELIJK + 2
    assert found[-1] == other
    assert found[-2].plek == Plek("a", MEESTE_GELIJK + 1)
    assert f"nog {1000 - MEESTE_GELIJK} keer" in found[-2].melding
    assert found[-2].ernst is Ernst.FOUT


def test_checking_counts_very_many_equal_mistakes(proefdorp_map: Path) -> None:
    """A table with a thousand wrong rows does not fill the screen of who checks it."""
    table = proefdorp_map / "data" / "inkoop.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines, *[lines[1]] * 1000]), encoding="utf-8")
    assert len(inspect(proefdorp_map).findings) == MEESTE_GELIJK + 1
