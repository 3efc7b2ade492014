"""Which browser draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.draw.browser import BrowserError, find_browser


def make_program(path: Path) -> Path:
    """A file that may be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_the_browser_that_somebody_named_goes_first(tmp_path: Path) -> None:
    """Who sets the path decides."""
    named = make_program(tmp_path / "mijn-browser")
    make_program(tmp_path / "bin" / "chromium")
    environment = {"CIRCULAIR_BROWSER": str(named), "PATH": str(tmp_path / "bin")}
    assert find_browser(environment, "linux") == named


def test_a_named_browser_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A mistake in the path is no reason to take another browser silently."""
    make_program(tmp_path / "bin" / "chromium")
    environment = {"CIRCULAIR_BROWSER": str(tmp_path / "weg"), "PATH": str(tmp_path / "bin")}
    with pytest.raises(BrowserError, match="weg"):
        find_browser(environment, "linux")


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_chromium_chrome_and_edge_are_found_by_name(tmp_path: Path, name: str) -> None:
    """A Linux machine with one of the three can draw."""
    program = make_program(tmp_path / name)
    assert find_browser({"PATH": str(tmp_path)}, "linux") == program


@pytest.mark.parametrize(
    ("variable", "program"),
    [
        ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
        ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
        ("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
    ],
)
def test_windows_keeps_them_in_its_own_folders(tmp_path: Path, variable: str, program: str) -> None:
    """Windows has no browser in its path; Edge is on every computer."""
    made = make_program(tmp_path / program)
    assert find_browser({variable: str(tmp_path), "PATH": ""}, "win32") == made


def test_a_mac_keeps_them_among_its_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Mac has no browser in its path either."""
    monkeypatch.setenv("HOME", str(tmp_path))
    name = "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    made = make_program(tmp_path / name)
    assert find_browser({"PATH": ""}, "darwin") == made


def test_without_a_browser_the_advice_is_to_install_one() -> None:
    """The message says what to do."""
    with pytest.raises(BrowserError, match=r"Installeer .* CIRCULAIR_BROWSER"):
        find_browser({"PATH": ""}, "linux")
