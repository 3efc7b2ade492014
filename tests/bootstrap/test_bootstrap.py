"""From a bare machine: an environment is whole or absent, and wrong use is told in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import bootstrap


@pytest.fixture
def omgeving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of an environment that is not made yet."""
    monkeypatch.setattr(bootstrap, "OMGEVING", tmp_path / ".venv")
    return tmp_path / ".venv"


def lay_program(name: str) -> None:
    """A program in the environment, as venv puts it there."""
    program = bootstrap.find_program(name)
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch()


@pytest.mark.parametrize(
    "problem", [OSError("vol"), subprocess.CalledProcessError(1, "ensurepip"), KeyboardInterrupt()]
)
def test_environment_that_fails_halfway_is_removed(
    omgeving: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    """After a failure the next run begins afresh, instead of missing pip for ever."""

    def fail(*_: object, **__: object) -> None:
        lay_program("python")
        raise problem

    monkeypatch.setattr("venv.create", fail)
    with pytest.raises((SystemExit, KeyboardInterrupt)):
        bootstrap.make_environment()
    assert not omgeving.exists()


def test_environment_without_pip_is_made_anew(
    omgeving: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut left behind is recognised; a whole environment is left alone."""
    made = []

    def create(folder: Path, *, with_pip: bool, clear: bool) -> None:
        assert with_pip
        assert clear
        made.append(folder)
        lay_program("pip")

    monkeypatch.setattr("venv.create", create)
    lay_program("python")
    bootstrap.make_environment()
    bootstrap.make_environment()
    assert made == [omgeving]


@pytest.mark.parametrize("arguments", [[], ["bouwen"]])
def test_wrong_use_tells_what_can_be_asked(arguments: list[str]) -> None:
    """Without a known task nothing is installed, and the tasks are named."""
    command = [sys.executable, "-m", "generator.bootstrap", *arguments]
    done = subprocess.run(command, cwd=bootstrap.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout.splitlines() == [bootstrap.GEBRUIK]


def test_programs_are_found_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows keeps programs in another folder, with an ending."""
    with monkeypatch.context() as windows:
        windows.setattr("os.name", "nt")
        found = bootstrap.find_program("circulair").parts[-2:]
    assert found == ("Scripts", "circulair.exe")
    assert bootstrap.find_program("circulair").parts[-2:] != found


@pytest.mark.parametrize(("first", "second"), [(0, 0), (3, 0), (0, 4)])
def test_both_of_two_programs_must_succeed(
    first: int, second: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two programs run beside each other: what both say is shown, and neither may fail."""
    commands = [
        (sys.executable, "-c", f"print('{name}'); raise SystemExit({code})")
        for name, code in (("eerste", first), ("tweede", second))
    ]
    if first or second:
        with pytest.raises(SystemExit) as stopped:
            bootstrap.run_beside(*commands)
        assert stopped.value.code == (first or second)
    else:
        bootstrap.run_beside(*commands)
    said = capfd.readouterr().out
    assert "eerste" in said
    assert "tweede" in said
