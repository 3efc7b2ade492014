"""The report for the information manager: what it finds, and that it stands on no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair
from tests.conftest import MINIGEMEENTE, lay

EMPTY = Path(__file__).parent / "nergens"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The invented municipality, that a test may change."""
    lay(EMPTY, tmp_path / "programma")
    return tmp_path / "programma"


def report(root: Path, over: str) -> list[tuple[str, int, str]]:
    """What the report says about one subject."""
    command = ["rapport", "--bron", str(root), "--over", over, "--vorm", "json"]
    done = CliRunner().invoke(circulair, command, standalone_mode=False)
    assert done.return_value == 0, done.output
    (onderwerp,) = json.loads(done.output)
    assert onderwerp["onderwerp"] == over
    return [(row["bestand"], row["regel"], row["tekst"]) for row in onderwerp["regels"]]


def change(root: Path, name: str, old: str, new: str) -> int:
    """Change a text in a file; return the line on which the new one begins."""
    path = root / name
    text = path.read_text("utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_person_in_an_internal_text_is_found(root: Path) -> None:
    """A name or number that only the intranet shows is personal data too."""
    assert report(root, "personen") == []
    name = "data/acties/A-0001.yaml"
    line = change(root, name, "ma: Openbare ruimte", "ma: Bel 06 12345678")
    assert report(root, "personen") == [(name, line, "telefoonnummer: 06 12345678")]


def test_number_that_everyone_may_see_says_so(root: Path) -> None:
    """What stands at vrijgegeven is still personal data, and is named as known."""
    change(root, "data/acties/A-0001.yaml", "ma: Openbare ruimte", "ma: 06 12345678")
    programma = root / "data" / "programma.yaml"
    text = programma.read_text("utf-8")
    if "vrijgegeven:" in text:
        text = text.replace("vrijgegeven:\n", "vrijgegeven:\n  - 06 12345678\n")
    else:
        text += "vrijgegeven:\n  - 06 12345678\n"
    programma.write_text(text, "utf-8")
    rows = report(root, "personen")
    assert {row[0] for row in rows} == {"data/acties/A-0001.yaml", "data/programma.yaml"}
    assert all(row[2].endswith("(staat bij vrijgegeven)") for row in rows)


def test_action_without_agreement_waits_for_its_team(root: Path) -> None:
    """Who looks after the programme sees which teams still have to be asked."""
    before = {told for _, _, told in report(root, "afspraken")}
    name = "data/acties/A-0001.yaml"
    text = (root / name).read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("afgesproken_met_team")]
    assert len(kept) < len(text.splitlines())
    (root / name).write_text("\n".join(kept) + "\n", "utf-8")
    (added,) = {told for _, _, told in report(root, "afspraken")} - before
    assert added.startswith("A-0001 (")


def test_success_without_consent_is_named(root: Path) -> None:
    """What stands in no edition because somebody has not agreed yet, is not forgotten."""
    before = report(root, "toestemmingen")
    change(root, "data/successen.yaml", "toestemming: true", "toestemming: false")
    after = report(root, "toestemmingen")
    (added,) = set(after) - set(before)
    assert added[0] == "data/successen.yaml"
    assert "geen toestemming, dus nergens te zien" in added[2]


def test_alt_text_that_says_little_is_named(root: Path) -> None:
    """An alt text that repeats the name of the file tells nothing to who cannot see it."""
    text = (root / "data" / "beelden.yaml").read_text("utf-8")
    line = next(row for row in text.splitlines() if row.strip().startswith("alt:"))
    number = change(root, "data/beelden.yaml", line, "    alt: Foto")
    assert ("data/beelden.yaml", number) in {row[:2] for row in report(root, "beelden")}


def test_report_is_readable_as_text_and_markdown() -> None:
    """Every question is answered in both forms, also when the answer is that there is nothing."""
    for vorm, heading in (("tekst", "Persoonsgegevens"), ("markdown", "## Persoonsgegevens")):
        command = ["rapport", "--bron", str(MINIGEMEENTE), "--vorm", vorm]
        done = CliRunner().invoke(circulair, command, standalone_mode=False)
        assert done.return_value == 0
        assert heading in done.output.splitlines()
        assert "Niets gevonden." in done.output
