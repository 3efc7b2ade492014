"""The files with which GitHub and GitLab check a programme: they say what this program can do."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import OPDRACHTEN, circulair
from generator.cli.nieuw import nieuw
from tests.cli.test_start import make

GITHUB, GITLAB = ".github/workflows/circulair.yml", ".gitlab-ci.yml"
LEZEN = "README.md"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """A new programme, as texts."""
    return make("gemeente")


def _read(files: dict[str, str], name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(files[name], Loader=yaml.BaseLoader)
    return loaded


def _list_steps(files: dict[str, str], name: str) -> list[str]:
    """The shell lines of a file, in the order in which they run."""
    loaded = _read(files, name)
    if name == GITHUB:
        jobs = loaded["jobs"].values()
        return [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    jobs = [job for job in loaded.values() if isinstance(job, dict) and "script" in job]
    return [*loaded["default"]["before_script"], *(line for job in jobs for line in job["script"])]


def _iter_commands(text: str) -> Iterator[list[str]]:
    """The arguments behind each `circulair` in a text of shell lines."""
    for line in text.splitlines():
        if found := re.match(r"circulair ([^|>&;]+)", line.strip()):
            yield shlex.split(found[1], comments=True)


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_ci_uses_only_what_exists(name: str, files: dict[str, str]) -> None:
    """Each command in the files can be typed: no option is misspelled or gone."""
    commands = list(_iter_commands("\n".join(_list_steps(files, name))))
    assert {command[0] for command in commands} == {"controleer", "verschil", "bouw"}
    for name_of, *arguments in commands:
        command = circulair.get_command(click.Context(circulair), name_of)
        assert command is not None
        command.make_context(name_of, arguments)


def test_readme_names_only_what_exists(files: dict[str, str]) -> None:
    """Each command that the README tells to type exists, with its arguments."""
    told = re.findall(r"(?:`|^)circulair ([^`\n]+)", files[LEZEN], re.MULTILINE)
    assert {words.split()[0] for words in told} >= {"bekijk", "controleer", "nieuw", "bouw"}
    assert [words for words in told if words.split()[0] not in OPDRACHTEN] == []
    assert nieuw.make_context("nieuw", ["actie"]).params["soort"] == "actie"


def test_ci_may_do_no_more_than_it_needs(files: dict[str, str]) -> None:
    """Checking only reads; what strangers typed never becomes part of a command."""
    loaded = _read(files, GITHUB)
    assert loaded["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in loaded["on"]
    for job in loaded["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z-]+@v[0-9]+", step["uses"]), step
            if "checkout" in step.get("uses", ""):
                assert step["with"]["fetch-depth"] == "0"
                assert step["with"]["persist-credentials"] == "false"


def test_internal_pages_are_not_for_everyone(files: dict[str, str]) -> None:
    """A preview holds the intranet: it is kept where only members see it, and never published."""
    steps = [step for job in _read(files, GITHUB)["jobs"].values() for step in job["steps"]]
    (preview,) = [step for step in steps if "upload-artifact@" in step.get("uses", "")]
    assert preview["if"] == "${{ github.event.repository.private }}"
    (pages,) = [step for step in steps if "upload-pages-artifact@" in step.get("uses", "")]
    assert pages["with"] == {"path": "site/publiek", "include-hidden-files": "true"}
    gitlab = _read(files, GITLAB)
    assert gitlab["voorbeeld"]["artifacts"]["access"] == "developer"
    assert gitlab["pages"]["script"] == ["circulair bouw --editie publiek --doel public"]
    assert "PUBLICEREN" in gitlab["pages"]["rules"][0]["if"]
    assert "PUBLICEREN" in _read(files, GITHUB)["jobs"]["publiceren"]["if"]


def test_no_address_of_a_package_server_is_laid_down(files: dict[str, str]) -> None:
    """Where packages come from is for the organisation to say."""
    text = files["requirements.txt"]
    assert "circulair-actieprogramma[beelden,excel]==0.1.0" in text.splitlines()
    assert "://" not in text
    assert "index" not in text


def _git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "init.defaultBranch=main")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    git = shutil.which("git")
    assert git is not None
    subprocess.run(
        [git, *name, *arguments], cwd=root, env=environment, check=True, capture_output=True
    )


def test_the_steps_of_a_pull_request_work_in_order(
    tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a repository with a change: the check passes, the change is told, both sites are built."""
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    _git(tmp_path, "init")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-m", "begin")
    actie = tmp_path / "data" / "acties" / "A-0002.yaml"
    actie.write_text(files["data/acties/A-0002.yaml"].replace("gepland\n", "in_uitvoering\n"))
    summary = tmp_path / "samenvatting.md"
    for variable, value in {
        "GITHUB_WORKSPACE": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(summary),
        "CIRCULAIR_BEELDEN": "0",
    }.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.chdir(tmp_path)
    steps = _list_steps(files, GITHUB)
    commands = list(_iter_commands("\n".join(steps)))[:3]
    outputs = [_run([part.replace("$SINDS", "main") for part in command]) for command in commands]
    assert [done.return_value for done in outputs] == [0, 0, 0], [done.output for done in outputs]
    assert "alles in orde" in summary.read_text("utf-8")
    assert "A-0002" in outputs[1].output
    made = [(tmp_path / "site" / name / "index.html").is_file() for name in ("intern", "publiek")]
    assert made == [True, True]


def _run(arguments: list[str]) -> Result:
    return CliRunner().invoke(circulair, arguments, standalone_mode=False)
