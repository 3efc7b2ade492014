"""VS Code: schemas, settings and tasks that go with a programme."""

from __future__ import annotations

import json
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import circulair
from generator.model.velden import list_bestandsoorten
from generator.publish import schema
from tests.programmes import ROOT

EDITOR = Path(str(files("site_theme") / "begin" / ".vscode"))


def _read(name: str) -> Any:
    return json.loads((EDITOR / name).read_text("utf-8"))


def _controleer(root: Path, *more: str) -> str:
    arguments = ["controleer", "--bron", str(root), *more]
    return CliRunner().invoke(circulair, arguments, standalone_mode=False).output


@pytest.fixture
def met_editor(proefdorp_map: Path) -> Path:
    """A programme that is edited in VS Code."""
    (proefdorp_map / ".vscode").mkdir()
    return proefdorp_map


def test_the_sample_has_the_settings_of_a_new_programme() -> None:
    """Who opens the sample in VS Code sees what a new programme gets."""
    own = {path.name: path.read_bytes() for path in (ROOT / ".vscode").iterdir()}
    assert own == {path.name: path.read_bytes() for path in EDITOR.iterdir()}


def test_each_kind_of_file_has_its_schema() -> None:
    """The editor knows of each file which fields it has."""
    wanted = {
        f".build/schema/{soort.naam}.schema.json": f"data/{soort.patroon}"
        for soort in list_bestandsoorten()
    }
    assert _read("settings.json")["yaml.schemas"] == wanted


def test_controleer_writes_the_schemas_that_the_settings_name(met_editor: Path) -> None:
    """After a look at the data the editor offers the themes, teams and words of today."""
    _controleer(met_editor)
    for name in _read("settings.json")["yaml.schemas"]:
        assert json.loads((met_editor / name).read_text("utf-8"))["title"]
    actie = json.loads((met_editor / ".build/schema/actie.schema.json").read_text("utf-8"))
    assert actie["definitions"]["thema"]["enum"]


def test_schemas_follow_the_data(met_editor: Path) -> None:
    """A team that was added can be chosen after the next look; the same is not written again."""
    _controleer(met_editor)
    place = met_editor / ".build" / "schema" / "actie.schema.json"
    before = place.stat().st_mtime_ns
    _controleer(met_editor)
    assert place.stat().st_mtime_ns == before
    teams = met_editor / "data" / "teams.yaml"
    text = teams.read_text("utf-8")
    first = re.search(r"afdeling: (\w+)", text)
    assert first
    more = (
        f"  - id: nieuw_team\n    naam: Nieuw\n    afdeling: {first[1]}\n    omschrijving: Kort.\n"
    )
    teams.write_text(text + more, "utf-8")
    _controleer(met_editor)
    assert "nieuw_team" in place.read_text("utf-8")


def test_without_vs_code_nothing_is_written(proefdorp_map: Path) -> None:
    """Who does not use VS Code gets no files of it."""
    before = sorted(path for path in proefdorp_map.rglob("*"))
    _controleer(proefdorp_map)
    assert sorted(path for path in proefdorp_map.rglob("*")) == before


def test_a_folder_that_cannot_be_written_stops_nobody(
    met_editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a folder for reading only the data are checked all the same."""

    def refuse(path: Path, text: str) -> None:
        del text
        raise PermissionError(path)

    monkeypatch.setattr(schema, "_place", refuse)
    assert "In orde" in _controleer(met_editor)


def test_a_shortcut_in_place_of_the_folder_is_not_followed(
    met_editor: Path, tmp_path: Path
) -> None:
    """Schemas come in the folder of the programme, and nowhere else."""
    elders = tmp_path / "elders"
    elders.mkdir()
    shutil.rmtree(met_editor / ".build", ignore_errors=True)
    (met_editor / ".build").symlink_to(elders)
    pipeline.help_editor(met_editor, pipeline.inspect(met_editor))
    assert list(elders.iterdir()) == []


def test_each_finding_becomes_a_problem_in_the_editor(met_editor: Path) -> None:
    """What `controleer` finds, VS Code shows at the line, with its grade and what to type."""
    actie = met_editor / "data" / "acties" / "A-0001.yaml"
    text = actie.read_text("utf-8") + "onzin: 1\n"
    actie.write_text(re.sub(r"^thema: .*$", "thema: weg", text, flags=re.MULTILINE), "utf-8")
    task = next(task for task in _read("tasks.json")["tasks"] if task["label"] == "Controleer")
    output = _controleer(met_editor, *task["args"][1:])
    seen = []
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        for line in output.splitlines():
            if found := re.search(pattern["regexp"], line):
                seen.append((found[pattern["code"]], matcher["severity"], found[pattern["file"]]))
                assert int(found[pattern["line"]]) > 0
                assert "→" in found[pattern["message"]]
    assert ("VELD-ONBEKEND", "error", "data/acties/A-0001.yaml") in seen
    findings = pipeline.inspect(met_editor).findings
    assert sorted(code for code, *_ in seen) == sorted(finding.code for finding in findings)


def test_tasks_run_commands_that_exist() -> None:
    """Each task of VS Code starts a command that this version has."""
    for task in _read("tasks.json")["tasks"]:
        name, *options = task["args"]
        command = circulair.get_command(circulair.make_context("circulair", [name]), name)
        assert command is not None
        known = {option for item in command.params for option in item.opts}
        assert {option for option in options if option.startswith("-")} <= known


def test_settings_ask_nothing_of_others() -> None:
    """The editor fetches no schema from elsewhere, and tells nobody what is edited."""
    settings = _read("settings.json")
    assert settings["yaml.schemaStore.enable"] is False
    assert settings["redhat.telemetry.enabled"] is False
    assert settings["yaml.format.enable"] is False
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
