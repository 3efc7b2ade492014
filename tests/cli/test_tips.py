"""A tip is shown wherever findings are shown, and never stops anything."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair
from generator.findings import Ernst
from generator.pipeline import inspect
from generator.plugin import _log_findings

TYPE = "  - id: podium_geven\n    naam: Podium geven\n"


@pytest.fixture
def met_tip(proefdorp_map: Path) -> Path:
    """Proefdorp with a type of intervention that no action uses."""
    lijst = proefdorp_map / "data" / "woordenlijst" / "interventietype.yaml"
    lijst.write_text(lijst.read_text(encoding="utf-8") + TYPE, encoding="utf-8")
    return proefdorp_map


def test_tip_is_shown_and_the_check_is_good(met_tip: Path) -> None:
    """Someone who checks reads the tip and what it asks; the data are in order."""
    run = CliRunner().invoke(
        circulair, ["controleer", "--bron", str(met_tip)], standalone_mode=False
    )
    assert run.return_value == 0
    assert "tip  TYPE-ZONDER-ACTIE" in run.output
    assert "nog geen actie heeft het interventietype Podium geven" in run.output
    assert "1 tip." in run.output
    assert "In orde: 4 acties" in run.output


def test_tip_is_in_the_json_of_the_check(met_tip: Path) -> None:
    """Another program gets the tip with its grade."""
    arguments = ["controleer", "--bron", str(met_tip), "--vorm", "json"]
    run = CliRunner().invoke(circulair, arguments, standalone_mode=False)
    assert [item["ernst"] for item in json.loads(run.output)] == ["tip"]


def test_tip_is_told_in_a_preview_and_does_not_count_as_a_mistake(
    met_tip: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """`mkdocs build --strict` tells the tip and goes on."""
    found = inspect(met_tip)
    assert [item.ernst for item in found.findings] == [Ernst.TIP]
    assert found.programma is not None
    with caplog.at_level(logging.INFO, logger="mkdocs.plugins.circulair"):
        _log_findings(found.findings)
    assert [record.levelno for record in caplog.records] == [logging.INFO]
    assert "TYPE-ZONDER-ACTIE" in caplog.text
