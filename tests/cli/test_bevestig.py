"""`circulair bevestig` writes the day on which somebody confirmed the stand of actions."""

from __future__ import annotations

from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import bevestig, circulair, opties
from generator.pipeline import inspect

ACTIES = Path("data") / "acties"


@pytest.fixture(autouse=True)
def vandaag(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 5 October 2026."""
    for module in (bevestig, opties):
        monkeypatch.setattr(module, "today", lambda: date(2026, 10, 5), raising=False)


def run(root: Path, *arguments: str) -> Result:
    """What the command says of a programme."""
    asked = ["bevestig", *arguments, "--bron", str(root)]
    return CliRunner().invoke(circulair, asked, standalone_mode=False)


def read_all(root: Path) -> dict[str, str]:
    """The text of every action."""
    return {path.stem: path.read_bytes().decode() for path in sorted((root / ACTIES).iterdir())}


def show_changes(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that went and came, by action; only of actions that changed."""
    return {
        name: [
            line.rstrip("\n")
            for line in unified_diff(before[name].split("\n"), after[name].split("\n"), n=0)
            if line[:3] not in {"---", "+++", "@@ "}
        ]
        for name in before
        if before[name] != after[name]
    }  # fmt: skip


def test_each_action_changes_one_line(proefdorp_map: Path) -> None:
    """A confirmation is one line in the file of the action, and nothing else."""
    path = proefdorp_map / ACTIES / "A-0001.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = read_all(proefdorp_map)
    found = run(proefdorp_map, "A-0001", "A-0002", "--op", "2026-10-04", "--schrijf")
    assert found.return_value == 0, found.output
    assert "Geschreven: 2 bestanden." in found.output
    changes = show_changes(before, read_all(proefdorp_map))
    assert list(changes) == ["A-0001", "A-0002"]
    for lines in changes.values():
        assert [line.rstrip("\r") for line in lines if line.startswith("+")] == [
            "+gecontroleerd_op: 2026-10-04"
        ]
        assert len([line for line in lines if line.startswith("-")]) <= 1
    assert read_all(proefdorp_map)["A-0001"].count("\r\n") == before["A-0001"].count("\r\n")


def test_without_schrijf_the_days_are_shown_only(proefdorp_map: Path) -> None:
    """Who looks first reads of each action its title, its owner, the old day and the new one."""
    before = read_all(proefdorp_map)
    found = run(proefdorp_map, "A-0001")
    assert found.return_value == 0
    actie = next(item for item in inspect(proefdorp_map).gelezen.acties if item.id == "A-0001")
    assert f"A-0001  {actie.titel}" in found.output
    assert "→ 5 oktober 2026" in found.output
    assert "Er is niets geschreven. Klopt het? Voeg --schrijf toe." in found.output
    assert read_all(proefdorp_map) == before


def test_all_and_team_are_of_actions_that_still_run(proefdorp_map: Path) -> None:
    """What is done or stopped needs no confirmation; another team is not confirmed along."""
    programma = inspect(proefdorp_map).gelezen
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    lopend = {
        item.id: item.eigenaar_team
        for item in programma.acties
        if klassen[item.actiestatus] in {"open", "actief"}
    }
    assert len(lopend) < len(programma.acties)
    before = read_all(proefdorp_map)
    team = next(filter(None, lopend.values()))
    run(proefdorp_map, "--team", team, "--schrijf")
    of_team = show_changes(before, read_all(proefdorp_map))
    assert list(of_team) == [name for name, owner in lopend.items() if owner == team]
    run(proefdorp_map, "--alles", "--schrijf")
    assert list(show_changes(before, read_all(proefdorp_map))) == sorted(lopend)
    again = run(proefdorp_map, "--alles", "--schrijf")
    assert "staat er al" in again.output
    assert "Er verandert niets." in again.output


def test_action_that_was_never_confirmed_gets_the_field(proefdorp_map: Path) -> None:
    """A first confirmation is a new line at the usual place."""
    path = proefdorp_map / ACTIES / "A-0001.yaml"
    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("gecontroleerd_op")]
    path.write_text("\n".join(lines), "utf-8")
    before = read_all(proefdorp_map)
    found = run(proefdorp_map, "A-0001", "--schrijf")
    assert "nog nooit bevestigd → 5 oktober 2026" in found.output
    changes = show_changes(before, read_all(proefdorp_map))
    assert changes == {"A-0001": ["+gecontroleerd_op: 2026-10-05"]}
    assert path.read_text("utf-8").index("actiestatus") < path.read_text("utf-8").index("gecontr")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "noem acties"),
        (("A-0001", "--alles"), "noem acties"),
        (("A-9999",), "De actie 'A-9999' is er niet"),
        (("--team", "bestaat_niet"), "Het team 'bestaat_niet' is er niet"),
        (("A-0001", "--op", "2026-10-06"), "moet nog komen"),
        (("A-0001", "--op", "gisteren"), "is geen datum"),
    ],
)
def test_question_that_cannot_be_meant_is_told(
    proefdorp_map: Path, arguments: tuple[str, ...], told: str
) -> None:
    """A number or day that is not right changes nothing, and says what can be typed."""
    before = read_all(proefdorp_map)
    found = run(proefdorp_map, *arguments, "--schrijf")
    message = getattr(found.exception, "message", str(found.exception))
    assert told in message or told in getattr(found.exception, "format_message", str)()
    assert read_all(proefdorp_map) == before


def test_earlier_day_than_there_was_is_pointed_out(proefdorp_map: Path) -> None:
    """Who types an older day by mistake is told before anything is written."""
    run(proefdorp_map, "A-0001", "--schrijf")
    found = run(proefdorp_map, "A-0001", "--op", "2025-01-01")
    assert "(let op: dat is eerder)" in found.output


def test_confirmation_that_brings_a_mistake_is_not_written(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programme is judged with the new days first; a mistake that they bring stops them."""
    monkeypatch.setattr("generator.workbench.onderhoud.set_field", lambda *_: "titel: A\n")
    before = read_all(proefdorp_map)
    found = run(proefdorp_map, "A-0001", "--schrijf")
    assert found.return_value == 1
    assert "Er is niets geschreven." in found.output
    assert read_all(proefdorp_map) == before


def test_mistake_elsewhere_does_not_stand_in_the_way(proefdorp_map: Path) -> None:
    """Somebody else's half-finished work stops no confirmation."""
    (proefdorp_map / "data" / "teams.yaml").write_text("teams: [\n", "utf-8")
    found = run(proefdorp_map, "A-0001", "--schrijf")
    assert found.return_value == 0, found.output
    assert "Geschreven: 1 bestand." in found.output
